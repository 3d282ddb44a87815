"""Closed rounds beside each other: is there another version that gives somebody away?

Two files of one place and day, or a file and what git remembers of it, can be subtracted by
whoever has both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from cls_check.domain.closing.versions import TooFew, in_words, too_close
from cls_check.domain.file_names import place_key
from cls_check.errors import Problem
from cls_check.files.assessments.privacy import place_of
from cls_check.files.assessments.reading import assessment_in
from cls_check.git.history import ignored
from cls_check.git.plumbing import readable
from cls_check.git.work_tree import ids_of
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.workflows.other_versions import (
    Wanted,
    numbers_in,
    of_same_day,
    path_in,
    read_or_none,
)
from cls_check.yaml.reader import Document, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.git.history import Version
    from cls_check.workflows.checking.one_file import ClosedRound

TooClose = tuple[TooFew, ...]

SHORT_ID = 7
_DAY = re.compile(rb"\d{4}-\d\d-\d\d")
NAMED = "Whoever has both could tell what they answered."


@dataclass(frozen=True)
class Given:
    """A closed round that was given to be checked."""

    index: int
    """Which of the files it was."""
    path: Path
    closed: ClosedRound

    @property
    def name(self) -> str:
        """How messages call it."""
        return one_line(str(self.path))

    @property
    def _data(self) -> bytes:
        return read_bytes(self.path, self.name)

    @cached_property
    def ids(self) -> tuple[str, str]:
        """What git would call these bytes."""
        return ids_of(self._data)

    @cached_property
    def numbers(self) -> bytes:
        """Alike for two files that differ in words and levels alone."""
        return numbers_in(self._data)

    @cached_property
    def document(self) -> Document:
        """What stands in it."""
        return parse_yaml(self._data, self.name)

    @cached_property
    def assessment(self) -> Assessment:
        """The round itself."""
        return assessment_in(self.document)

    def problem(self, found: Sequence[TooFew], fact: str, hint: str) -> Problem:
        """That too few people stand between this and something else."""
        return Problem(fact, hint, place_of(found[0], self.assessment, self.document), "privacy")


def beside_each_other(given: Iterable[Given]) -> Iterator[tuple[int, Problem]]:
    """The files that are of the same place and day as one before them, and too like it."""
    rounds: dict[tuple[str, str], list[Given]] = defaultdict(list)
    for each in given:
        before = rounds[place_key(each.closed.place), each.closed.date]
        for other in before:
            if each.numbers != other.numbers and (
                found := too_close(other.assessment, each.assessment)
            ):
                yield each.index, _beside(each, other, found)
                break
        before.append(each)


def _beside(each: Given, other: Given, found: Sequence[TooFew]) -> Problem:
    return each.problem(
        found,
        f"This and {other.name} are of one place and day, and too few people stand between the two "
        f"({in_words(found)}). {NAMED}",
        "Share one of them alone. If two rooms answered, give both rounds to one cls-check close.",
    )


def beside_versions(
    top: Path, versions: Iterable[Version], given: Sequence[Given]
) -> Iterator[tuple[int, Problem]]:
    """The files of which git remembers a version, under any name, that is too like them."""
    names = {path_in(top, each.path): each.ids for each in given}
    others = [each for each in versions if each.blob not in names.get(each.path, ())]
    found: dict[Given, list[tuple[Version, TooClose]]] = defaultdict(list)
    for each, version, between in _too_close(top, others, given):
        found[each].append((version, between))
    for each, versions_of_it in found.items():
        yield each.index, _beside_version(each, versions_of_it)


def _too_close(
    top: Path, versions: Iterable[Version], given: Sequence[Given]
) -> Iterator[tuple[Given, Version, TooClose]]:
    names = {each: path_in(top, each.path) for each in given}
    alone = ignored(names.values(), top)  # it will not be put beside what is in there
    wanted = {each: Wanted(name, *each.closed) for each, name in names.items() if name not in alone}
    held = _Held(wanted)
    read: dict[bytes, Assessment | None] = {}
    for version, data in of_same_day(top, versions, wanted.values()):
        numbers = numbers_in(data)
        maybe = [each for each in held.may_be(version, data) if each.numbers != numbers]
        if maybe and numbers not in read:
            read[numbers] = read_or_none(data, version.path)
        for each in maybe:
            other = read[numbers]
            if other and wanted[each].is_version(version.path, other):
                between = too_close(other, each.assessment)
                if between:
                    yield each, version, between


class _Held:
    """The rounds that were given, by their files and their days."""

    def __init__(self, wanted: Mapping[Given, Wanted]) -> None:
        self._by_path = {one.path: each for each, one in wanted.items()}
        self._by_day: dict[bytes, list[Given]] = defaultdict(list)
        for each, one in wanted.items():
            self._by_day[one.date.encode()].append(each)

    def may_be(self, version: Version, data: bytes) -> Iterator[Given]:
        """Those that a version may be of."""
        named = set(_DAY.findall(data))
        days = self._by_day if b"\\" in data else named & self._by_day.keys()
        found = [each for day in days for each in self._by_day[day]]
        same = self._by_path.get(version.path)
        yield from dict.fromkeys([*([same] if same else []), *found])


def _beside_version(each: Given, others: Sequence[tuple[Version, TooClose]]) -> Problem:
    version, found = others[0]
    name = f"what is in git as {readable(version.path)}"
    which = f"{name}, commit {version.commit[:SHORT_ID]}" if version.commit else f"{name}, staged"
    more = f" So it is with {len(others) - 1} more." if len(others) > 1 else ""
    return each.problem(
        found,
        f"Too few people stand between this and {which} ({in_words(found)}). {NAMED}{more}",
        "Keep one of the two, and take the other out of git's history before you share it. What "
        "others have already cannot be taken back: tell the people whose answers they are.\n"
        "To look at the file without its history: cls-check check --no-git FILE",
    )
