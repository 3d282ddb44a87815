"""What people wrote for the facilitator while they answered: kept in the record, beside no voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Notes
from cls_check.files.atomic import write_text
from cls_check.files.records.folder import made_again
from cls_check.files.records.ours import NOTES, keep_to_ourselves
from cls_check.files.validation.kinds import validate_as
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.writer import Block, to_yaml

if TYPE_CHECKING:
    from cls_check.files.records.folder import Record


def notes(record: Record) -> Notes:
    """The notes of a record, by the statement that they are about.

    Raises:
        BadFileError: the file is broken.
    """
    path = record.folder / NOTES
    if not path.exists():
        return Notes(**{"cls-check-notes": 1, "about": {}})
    return validate_as(read_yaml(path), Notes)


def add_note(record: Record, about: str, words: str) -> None:
    """Write one note. Those about one thing are kept in the order of the alphabet.

    So nobody can tell from the file who came first.
    """
    if not record.folder.is_dir():
        made_again(record)  # somebody deleted it while people answer
    found = dict(notes(record).about)
    found[about] = tuple(sorted([*found.get(about, ()), words]))
    listed = {key: [Block(each) for each in found[key]] for key in sorted(found)}
    text = to_yaml({"cls-check-notes": 1, "about": listed})
    write_text(record.folder / NOTES, text, private_since=record.time)
    keep_to_ourselves(record.folder, record.round.date)
