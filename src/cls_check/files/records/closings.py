"""What was made of a record each time it was closed, and of whom; private, and erased with it.

    closed-1.yaml        the assessment, as it was written the first time
    counted-1.json       the random names of all who were in it, of every room that was joined

A person who asks to be taken out can be hidden behind others who came: in the numbers, but not by
who was there. So closing again is compared with both.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.errors import BadFileError, Place
from cls_check.files.atomic import write_text
from cls_check.files.records.ours import CLOSED, COUNTED
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cls_check.files.records.folder import Record

FORMAT = 1


class Counted(NamedTuple):
    """Who was in one version: how many people each file of a voice or a show of hands stands for."""

    people: Mapping[str, int]
    minimum_group: int

    def text(self) -> str:
        """As a file holds it; sorted, so that no order of entry is left."""
        tree = {
            "cls-check-counted": FORMAT,
            "minimum-group": self.minimum_group,
            "people": dict(sorted(self.people.items())),
        }
        return json.dumps(tree, indent=0) + "\n"


def closed_before(record: Record) -> tuple[bytes, ...]:
    """The assessments that were made of this record, wherever they were written."""
    return tuple(path.read_bytes() for path in _paths(record, f"{CLOSED}-*.yaml"))


def counted_before(record: Record) -> tuple[Counted, ...]:
    """Who was in each version that was made of this record, where an earlier cls-check did not make it.

    Raises:
        BadFileError: a file that keeps it is broken.
    """
    return tuple(_counted(path) for path in _paths(record, f"{COUNTED}-*.json"))


def _paths(record: Record, pattern: str) -> list[Path]:
    return sorted(record.folder.glob(pattern))


def _counted(path: Path) -> Counted:
    try:
        tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        people = {str(name): int(count) for name, count in tree["people"].items()}
        return Counted(people, int(tree["minimum-group"]))
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadFileError.of(
            "This file keeps who was in the round when it was closed, and it is broken.",
            "Put back a copy of it. If there is none, delete it: from then on, closing again is "
            "compared by the numbers alone.",
            Place(one_line(str(path))),
        ) from None


def remember_closed(record: Record, text: str, counted: Counted) -> None:
    """Keep what was made of this record, and of whom, so that nothing too near to it is made later."""
    if text.encode() in closed_before(record) and counted in counted_before(record):
        return
    kept = [*_paths(record, f"{COUNTED}-*.json"), *_paths(record, f"{CLOSED}-*.yaml")]
    number = len({path.stem.rpartition("-")[2] for path in kept}) + 1
    for name, written in (
        (f"{COUNTED}-{number}.json", counted.text()),
        (f"{CLOSED}-{number}.yaml", text),
    ):
        write_text(record.folder / name, written, private_since=record.time)
