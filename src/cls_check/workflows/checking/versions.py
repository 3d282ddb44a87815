"""Closed rounds beside each other: is there another version that gives somebody away?

Two files of one place and day, or a file and what git remembers of it, can be subtracted by
whoever has both.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.closing.versions import TooFew, in_words, too_close
from cls_check.domain.file_names import place_key
from cls_check.errors import Place, Problem
from cls_check.files.assessments.privacy import place_of
from cls_check.files.assessments.reading import assessment_in
from cls_check.git.history import ignored
from cls_check.git.plumbing import GitError, readable
from cls_check.git.work_tree import ids_of
from cls_check.messages import as_typed, one_line
from cls_check.read_from_disk import read_bytes
from cls_check.workflows.other_versions import (
    SHORT_ID,
    Read,
    Wanted,
    days_of,
    named,
    numbers_in,
    of_same_day,
    path_in,
    read_version,
    shown_by,
)
from cls_check.yaml.lenient import plain_text
from cls_check.yaml.reader import Document, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.git.history import Version
    from cls_check.workflows.checking.one_file import ClosedRound

TooClose = tuple[TooFew, ...]

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
    top: Path,
    versions: Iterable[tuple[Version, bytes]],
    given: Sequence[Given],
    looked_at: frozenset[str],
) -> Iterator[tuple[int, Problem]]:
    """The files of which git remembers a version, under any name, that is too like them.

    Args:
        top: The work tree.
        versions: What git has of it, with what each holds.
        given: The files.
        looked_at: Commits whose broken versions somebody has looked at.
    """
    names = {path_in(top, each.path): each.ids for each in given}
    others = (one for one in versions if one[0].blob not in names.get(one[0].path, ()))
    found: dict[Given, list[Found]] = defaultdict(list)
    for each, one in _too_close(top, others, given, looked_at):
        found[each].append(one)
    for each, ones in found.items():
        close = [one for one in ones if one.between]
        if close:
            yield each.index, _beside_version(each, close)
        yield from (
            (each.index, _unreadable(each, one.version, one.trouble))
            for one in ones
            if one.trouble and not one.between
        )


class Found(NamedTuple):
    """A version that stands too near to a file; or one that cannot be read, with nothing between."""

    version: Version
    between: TooClose
    trouble: Problem | None
    """Why it is not right, where it is not."""


def begun_so(looked_at: Sequence[str], versions: Iterable[Version]) -> frozenset[str]:
    """The commits whose ids begin so.

    Raises:
        GitError: several do.
    """
    known = {each.commit for each in versions if each.commit}
    found = {start: [each for each in known if each.startswith(start)] for start in looked_at}
    for start, commits in found.items():
        if len(commits) > 1:
            raise GitError.of(f"{len(commits)} commits begin with {start}.", "Write more of it.")
    return frozenset(each for commits in found.values() for each in commits)


def _too_close(
    top: Path,
    versions: Iterable[tuple[Version, bytes]],
    given: Sequence[Given],
    looked_at: frozenset[str],
) -> Iterator[tuple[Given, Found]]:
    names = {each: path_in(top, each.path) for each in given}
    alone = ignored(names.values(), top)  # it will not be put beside what is in there
    wanted = {each: Wanted(name, *each.closed) for each, name in names.items() if name not in alone}
    held = _Held(wanted)
    known: dict[bytes, Read] = {}
    for version, data in of_same_day(versions, wanted.values()):
        numbers = numbers_in(data)
        maybe = [each for each in held.may_be(version, data) if each.numbers != numbers]
        read = known.get(numbers) or (read_version(data, version.path) if maybe else None)
        if read is None or (read.trouble and version.commit in looked_at):
            continue
        if read.readings:  # what cannot be read says nothing of another with the same numbers
            known[numbers] = read
        for each in maybe:
            if found := _found(wanted[each], version, data, read, each):
                yield each, found


def _found(wanted: Wanted, version: Version, data: bytes, read: Read, given: Given) -> Found | None:
    """What is wrong with a version beside a file, if it is one of the same round."""
    if not read.readings and wanted.may_be_version(version.path, plain_text(data)):
        return Found(version, (), read.trouble)
    for other in read.readings:
        if wanted.is_version(version.path, other) and (
            between := too_close(other, given.assessment)
        ):
            return Found(version, between, read.trouble)
    return None


class _Held:
    """The rounds that were given, by their files and their days."""

    def __init__(self, wanted: Mapping[Given, Wanted]) -> None:
        self._by_path = {one.path: each for each, one in wanted.items()}
        self._by_day: dict[bytes, list[Given]] = defaultdict(list)
        for each, one in wanted.items():
            self._by_day[one.date.encode()].append(each)

    def may_be(self, version: Version, data: bytes) -> Iterator[Given]:
        """Those that a version may be of: of a file that names no day as it should, all of them."""
        named = days_of(data)
        days = self._by_day.keys() & set(named) if named else self._by_day
        found = [each for day in days for each in self._by_day[day]]
        same = self._by_path.get(version.path)
        yield from dict.fromkeys([*([same] if same else []), *found])


def _beside_version(each: Given, others: Sequence[Found]) -> Problem:
    version, found, trouble = others[0]
    name = f"what is in git as {readable(version.path)}"
    which = f"{name}, commit {version.commit[:SHORT_ID]}" if version.commit else f"{name}, staged"
    more = f" So it is with {len(others) - 1} more." if len(others) > 1 else ""
    broken = (
        f"\nThat version is broken: {trouble.fact} {_if_well(each, version)}" if trouble else ""
    )
    return each.problem(
        found,
        f"Too few people stand between this and {which} ({in_words(found)}). {NAMED}{more}",
        "Keep one of the two, and take the other out of git's history before you share it. What "
        "others have already cannot be taken back: tell the people whose answers they are.\n"
        f"To look at the file without its history: cls-check check --no-git FILE{broken}",
    )


def _unreadable(each: Given, version: Version, trouble: Problem) -> Problem:
    return Problem(
        f"{named(version, trouble)} may be a version of this, and it cannot be read: {trouble.fact} "
        "So nobody knows whether the two give somebody away.",
        f"Look at it: {shown_by(version)}\n{_if_well(each, version)}",
        Place(each.name),
        "privacy",
    )


def _if_well(each: Given, version: Version) -> str:
    """The way out of what cannot be changed any more."""
    if not version.commit:
        return f"Mend it, and stage it again: git add {as_typed(readable(version.path))}"
    start = version.commit[:SHORT_ID]
    return (
        "If you looked at it, and it gives nobody away: "
        f"cls-check check --looked-at {start} {as_typed(each.path)}"
    )
