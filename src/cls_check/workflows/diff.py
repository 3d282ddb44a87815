"""Holding two versions or two rounds side by side, wherever they come from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.comparison.comparison import comes_before
from cls_check.domain.comparison.difference import Difference, difference
from cls_check.domain.comparison.renames import Renames, renamed
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.files.assessments.at_hand import assessments_at_hand
from cls_check.files.assessments.reading import assessment_in, read_assessment, slug
from cls_check.files.validation.kinds import validate_as
from cls_check.read_from_disk import read_bytes
from cls_check.yaml.reader import parse_yaml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.git.typed_versions import Pair, Side


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
    def is_too_close(self) -> bool:
        """Whether two versions of one round give somebody away."""
        return any(isinstance(p, Compared) and p.difference.too_close for p in self.pairs)

    @property
    def troubles(self) -> tuple[ClsCheckError, ...]:
        """Why pairs could not be held side by side."""
        return tuple(p.trouble for p in self.pairs if isinstance(p, OneSided) and p.trouble)


def compare_all(
    typed: Sequence[str],
    after_dashes: Sequence[str],
    home: Path,
    renames: Renames | None = None,
    stdin: bytes = b"",
) -> Outcomes:
    """Hold side by side what was asked for; without a word the last two rounds of a place.

    Raises:
        ClsCheckError: what was asked for is not there.
    """
    from cls_check.git.typed_versions import sides

    words = typed or (() if after_dashes else tuple(map(str, last_two_rounds(home))))
    found = sides(words, after_dashes, home, lambda path: read_bytes(path, path.name), stdin)
    earlier = _Earlier(home)
    pairs = tuple(_outcome(pair, earlier, renames) for pair in found.pairs)
    return Outcomes(pairs, found.notes, found.is_range)


def _outcome(pair: Pair, earlier: _Earlier, renames: Renames | None) -> Outcome:
    """What a pair comes to; a round that is new in a range is compared with the one before it."""
    old, new = pair
    if old.data is None and new.commit:
        old = earlier.round_before(new) or old
    return compare_pair(_as_source(old), _as_source(new), renames)


def _as_source(side: Side) -> Source:
    return Source(side.name if side.data is not None else "", side.data)


class _Earlier:
    """Finds the round before one that is new; every file of a folder is read once."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._known: dict[tuple[str, str], list[tuple[Side, Assessment]]] = {}

    def round_before(self, new: Side) -> Side | None:
        """The newest round of the same place that is older, in the same folder and commit."""
        try:
            now = _read(_as_source(new))
        except ClsCheckError:
            return None  # what is wrong with it is told where it is compared
        older = [
            (found.date, side)
            for side, found in self._beside(new)
            if now and comes_before(found, now)
        ]
        return max(older)[1] if older else None

    def _beside(self, side: Side) -> list[tuple[Side, Assessment]]:
        key = (side.commit, side.path.rpartition("/")[0])
        if key not in self._known:
            self._known[key] = list(self._assessments(*key))
        return self._known[key]

    def _assessments(self, commit: str, folder: str) -> Iterator[tuple[Side, Assessment]]:
        from cls_check.git.typed_versions import in_folder

        for side in in_folder(folder, commit, self._home):
            try:
                found = _read(_as_source(side))
            except ClsCheckError:
                continue  # it is not this one that was asked for
            if found:
                yield side, found


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
