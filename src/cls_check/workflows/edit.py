"""Editing an assessment's file: edit after edit, each safe on the disk."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cls_check.files.assessments.reading import assessment_in
from cls_check.files.assessments.splicing import spliced
from cls_check.files.atomic import write_text
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.assessments.edits import Edit
    from cls_check.yaml.reader import Document


@dataclass(frozen=True)
class OpenFile:
    """An assessment's file as it is on the disk, ready for the next edit."""

    path: Path
    data: bytes
    document: Document
    assessment: Assessment


@dataclass(frozen=True)
class Edited:
    """What came of some edits to a file."""

    before: OpenFile
    after: OpenFile
    made: tuple[Edit, ...]
    """The edits that changed something; what the file said already is left out."""
    comments_gone: tuple[str, ...]
    """The comments that went with what was taken out."""


def opened(path: Path) -> OpenFile:
    """Read a file that is to be edited.

    Raises:
        BadFileError: it is not an assessment that can be used.
    """
    name = one_line(str(path))
    data = read_bytes(path, name)
    document = parse_yaml(data, name)
    return OpenFile(path, data, document, assessment_in(document))


def with_edit(file: OpenFile, edit: Edit) -> Edited:
    """Make one edit; it is on the disk when this returns, and `after` is ready for the next.

    Raises:
        RefusedError: the file changed on disk since it was read.
        ClsCheckError: the edit does not fit, or the file cannot be written.
    """
    return save(planned(file, [edit]))


def edit(path: Path, edits: Iterable[Edit]) -> Edited:
    """Make several edits to a file, and write it once.

    Raises:
        RefusedError: the file changed on disk while this was going on.
        ClsCheckError: an edit does not fit, or the file cannot be read or written.
    """
    return save(planned(opened(path), edits))


def planned(file: OpenFile, edits: Iterable[Edit]) -> Edited:
    """What would come of edits; nothing is written.

    Raises:
        ClsCheckError: an edit does not fit.
    """
    now = file
    made: list[Edit] = []
    gone: list[str] = []
    for edit in edits:
        edited = spliced(now.document, now.assessment, edit)
        if edited.document.text != now.document.text:
            made.append(edit)
        gone += edited.comments_gone
        now = replace(now, document=edited.document, assessment=edited.assessment)
    mark = codecs.BOM_UTF8 if file.data.startswith(codecs.BOM_UTF8) else b""
    data = mark + now.document.text.encode("utf-8")
    return Edited(file, replace(now, data=data), tuple(made), tuple(gone))


def save(edited: Edited) -> Edited:
    """Write what was planned; a file that would stay as it is is left alone.

    Raises:
        RefusedError: the file changed on disk since it was read.
        ClsCheckError: it cannot be written.
    """
    text = edited.after.data.decode("utf-8")
    write_text(edited.after.path, text, replacing=edited.before.data)
    return edited


def back_to(now: OpenFile, earlier: OpenFile) -> OpenFile:
    """Write a file as it was before; that is how an edit is undone.

    Raises:
        RefusedError: the file changed on disk since it was read.
        ClsCheckError: it cannot be written.
    """
    return save(Edited(now, earlier, (), ())).after
