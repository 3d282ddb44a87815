"""What `cls-check` alone says of the folder it is typed in."""

from __future__ import annotations

import os

from cls_check.files.assessments.at_hand import newest_assessment, newest_record
from cls_check.files.settings import nearest
from cls_check.messages import as_typed
from cls_check.words.speech import label


def what_is_here() -> str:
    """One line on what is in a place's folder and what to type next; '' in any other folder."""
    settings_file = nearest()
    if settings_file is None:
        return ""
    home = settings_file.parent
    if record := newest_record(home):
        return label("here.open", path=as_typed(os.path.relpath(record)))
    if closed := newest_assessment(home):
        path = as_typed(os.path.relpath(closed))
        return label("here.closed", name=closed.name, path=path)
    return label("here.nothing")
