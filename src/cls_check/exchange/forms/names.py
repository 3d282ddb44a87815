"""Names of questions in an XForm, which have to be each their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

PERSPECTIVE, REFLECTIONS = "perspective", "reflections"
KEPT_NAMES = frozenset({"meta", PERSPECTIVE, REFLECTIONS})
"""What XForms use themselves, and what ours use beside the ids of a questionnaire."""

_SIGNS = re.compile(r"[^a-z0-9]")


def xml_name(name: str) -> str:
    """An id as an XForm takes it: with a line below before a digit, or before a name it keeps."""
    return f"_{name}" if name[0].isdigit() or name.lower() in KEPT_NAMES else name


def name_of_note(wanted: str, statements: Collection[str]) -> str:
    """A name that nobody takes for a statement, not even without its signs: notes are columns too."""
    taken = {_SIGNS.sub("", key.lower()) for key in statements}
    while _SIGNS.sub("", wanted) in taken:
        wanted += "_note"
    return wanted
