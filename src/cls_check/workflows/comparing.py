"""Holding two versions or two rounds side by side, wherever they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.difference import Difference, difference
from cls_check.domain.renames import Renames, renamed
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.files.assessments import assessment_in, read_assessment, slug
from cls_check.files.at_hand import assessments_at_hand
from cls_check.files.kinds import validate_as
from cls_check.files.plain_text import read_bytes
from cls_check.files.yaml_reader import parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cls_check.domain.assessment import Assessment


STDIN = "-"


class Source(NamedTuple):
    """A version of a file: how it is called, and its bytes; None where it is not there."""

    name: str
    data: bytes | None


@dataclass(frozen=True)
class Compared:
    """Two versions that were read and held side by side."""

    names: tuple[str, str]
    difference: Difference
    same_bytes: bool

    @property
    def is_same(self) -> bool:
        """Whether both say the same, in whatever layout."""
        return self.difference.is_same


@dataclass(frozen=True)
class OneSided:
    """A pair that cannot be held side by side: there is one of the two alone, or one is broken."""

    names: tuple[str, str]
    assessment: Assessment | None
    """The one that is there."""
    trouble: ClsCheckError | None = None

    is_same = False


Outcome = Compared | OneSided


@dataclass(frozen=True)
class Outcomes:
    """What came of every pair that was asked for."""

    pairs: tuple[Outcome, ...]
    notes: tuple[str, ...] = ()
    """What people should know beside the result."""
    is_range: bool = False
    """Whether any number of files was asked for, and not one pair."""

    @property
    def is_same(self) -> bool:
        """Whether nothing differs anywhere."""
        return all(pair.is_same for pair in self.pairs)

    @property
    def troubles(self) -> tuple[ClsCheckError, ...]:
        """Why pairs could not be held side by side."""
        return tuple(p.trouble for p in self.pairs if isinstance(p, OneSided) and p.trouble)


def compare_all(
    arguments: Sequence[str], home: Path, renames: Renames | None = None, stdin: bytes = b""
) -> Outcomes:
    """Hold side by side what was asked for: two files, or the last two rounds of a place.

    Raises:
        ClsCheckError: what was asked for is not there.
    """
    if not arguments:
        old, new = map(str, last_two_rounds(home))
    elif len(arguments) == 2:
        old, new = arguments
    else:
        raise ClsCheckError.of("Two files are needed.", "cls-check diff OLD NEW")
    pair = compare_pair(_source(old, home, stdin), _source(new, home, stdin), renames)
    return Outcomes((pair,))


def _source(argument: str, home: Path, stdin: bytes) -> Source:
    if argument == STDIN:
        return Source(argument, stdin)
    path = home / argument
    return Source(_shown(path, home), read_bytes(path, argument))


def _shown(path: Path, home: Path) -> str:
    """A path as it stands in what is shared: never one that tells of somebody's computer."""
    try:
        return path.resolve().relative_to(home.resolve()).as_posix()
    except ValueError:
        return path.name


def compare_pair(old: Source, new: Source, renames: Renames | None = None) -> Outcome:
    """Read two versions and hold them side by side; a file that is broken is a result."""
    names = (old.name, new.name)
    try:
        then, now = _read(old), _read(new)
        if then and now:
            earlier = renamed(then, renames) if renames else then
            return Compared(names, difference(earlier, now), old.data == new.data)
    except ClsCheckError as error:
        return OneSided(names, None, error)
    return OneSided(names, now or then)


def _read(source: Source) -> Assessment | None:
    return None if source.data is None else assessment_in(parse_yaml(source.data, source.name))


def read_renames(path: Path) -> Renames:
    """The file that says what is called something else now.

    Raises:
        BadFileError: it cannot be read.
    """
    return validate_as(read_yaml(path), Renames)


def last_two_rounds(home: Path) -> tuple[Path, Path]:
    """The files of the last two rounds of the place whose folder this is, the older first.

    Raises:
        UnknownNameError: there are not two, or they are of several places.
    """
    found = [(path, read_assessment(path)) for path in assessments_at_hand(home)]
    rounds = [(path, each) for path, each in found if not each.one_view]
    places = {slug(each.place): each.place for _, each in rounds}
    if len(places) > 1:
        raise UnknownNameError.of(
            f"Rounds of several places are here: {', '.join(sorted(places.values()))}.",
            "Name two files: cls-check diff OLD NEW",
        )
    by_day = sorted(rounds, key=_day)
    if len(by_day) < 2:
        raise UnknownNameError.of(
            f"{_how_many(len(by_day))} here, and two are needed.",
            "Go to the folder of your place, or name two files: cls-check diff OLD NEW",
        )
    return by_day[-2][0], by_day[-1][0]


def _day(each: tuple[Path, Assessment]) -> tuple[str, str]:
    path, assessment = each
    return assessment.date, path.name


def _how_many(rounds: int) -> str:
    return "One closed round is" if rounds else "No closed round is"
