"""The rules that make findings from numbers, in the order in which they are said.

The first that holds is the headline. Cut points are written for five answers and move in
proportion for other scales: 1 + (cut - 1) * (K - 1) / 4.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from math import fsum
from typing import TYPE_CHECKING, Literal

from cls_check.domain.statistics import agreement, typical_answer
from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.domain.tally import Tally

Headline = Literal[
    "not-enough",
    "cannot-say",
    "perspectives-differ",
    "views-differ",
    "strength",
    "growing-well",
    "growing",
    "starting",
]
Rule = Headline | Literal["felt-not-shown", "shown-not-felt"]

MANY_CANNOT_SAY = 1 / 3
PERSPECTIVES_APART = 1.0
PEOPLE_TO_COMPARE = 5
MIXED_VIEWS, TWO_CAMPS = 0.3, 0.0
PEOPLE_FOR_MIXED_VIEWS, PEOPLE_FOR_TWO_CAMPS = 8, 5
STRENGTH, GROWING_WELL, GROWING = 4.0, 3.5, 2.5
NEAR_A_CUT = 0.2
WEIGHT_MATTERS = 0.5
BANDS: tuple[tuple[float, Headline], ...] = (
    (STRENGTH, "strength"),
    (GROWING_WELL, "growing-well"),
    (GROWING, "growing"),
    (0, "starting"),
)


@dataclass(frozen=True)
class Measure:
    """What one group's answers to the statements of a factor come to.

    `least` and `most` are people on the scale over all statements; `least_counted` is the least
    over the statements that have enough of them to count.
    """

    least: int
    most: int
    least_counted: int
    typical_answer: float | None
    agreement: float | None
    cannot_say: float | None


@dataclass(frozen=True)
class Setting:
    """What the rules need to know beside the numbers."""

    positions: int
    has_evidence: bool = False
    one_view: bool = False

    def cut(self, point: float) -> float:
        """A cut point of the scale of five, on this scale."""
        return 1 + self.distance(point - 1)

    def distance(self, steps: float) -> float:
        """A distance on the scale of five, on this scale."""
        return steps * (self.positions - 1) / 4


@dataclass(frozen=True)
class Finding:
    """One thing that can be said, and what it rests on."""

    rule: Rule
    groups: tuple[str, ...] = ()
    """The two perspectives that differ, lower answer first."""
    two_camps: bool = False
    close_to_the_line: bool = False
    fragile: bool = False
    """Whether one person answering one step differently could change the headline."""


def mean(numbers: Sequence[float]) -> float:
    """The mean, the same to the last digit in whatever order the numbers come."""
    return fsum(numbers) / len(numbers)


def measure(tallies: Sequence[Tally], fewest: int) -> Measure:
    """Sum up one group's tallies of a factor's statements, each counted from `fewest` people on."""
    sizes = [tally.n for tally in tallies]
    counted = [tally for tally in tallies if tally.n >= max(fewest, 1)]
    asked = [tally for tally in tallies if tally.n + tally.dont_know >= max(fewest, 1)]
    enough = bool(counted) and 2 * len(counted) >= len(tallies)
    agreements = [a for tally in counted if (a := tally.agreement) is not None]
    typical = [t for tally in counted if (t := tally.typical_answer) is not None]
    unsure = [c for tally in asked if (c := tally.cannot_say) is not None]
    return Measure(
        least=min(sizes, default=0),
        most=max(sizes, default=0),
        least_counted=min((tally.n for tally in counted), default=0),
        typical_answer=mean(typical) if enough else None,
        agreement=mean(agreements) if enough and agreements else None,
        cannot_say=mean(unsure) if unsure else None,
    )


def findings_of(by: Mapping[str, Measure], setting: Setting) -> Iterator[Finding]:
    """Every finding that holds for a factor; `by` holds everyone and each shown perspective."""
    everyone = by[EVERYONE]
    if everyone.typical_answer is None:
        yield Finding("not-enough")
    if everyone.cannot_say is not None and _above(everyone.cannot_say, MANY_CANNOT_SAY):
        yield Finding("cannot-say")
    if not setting.one_view:
        yield from _differences(by, setting)
    if everyone.typical_answer is not None:
        yield _band(everyone.typical_answer, setting)
        yield from _felt_and_shown(everyone.typical_answer, setting)


def _above(value: float, bound: float) -> bool:
    return round(value - bound, 9) > 0


def _at_least(value: float, bound: float) -> bool:
    """Whether a value reaches a bound; a mean of fractions may miss it by the last digit."""
    return round(value - bound, 9) >= 0


def _differences(by: Mapping[str, Measure], setting: Setting) -> Iterator[Finding]:
    apart = _furthest_apart(by, setting)
    if apart:
        yield Finding("perspectives-differ", groups=apart)
    everyone = by[EVERYONE]
    agreed, people = everyone.agreement, everyone.least_counted
    if agreed is None or people < PEOPLE_FOR_TWO_CAMPS:
        return
    mixed = MIXED_VIEWS if people >= PEOPLE_FOR_MIXED_VIEWS else TWO_CAMPS
    if not _at_least(agreed, mixed):
        yield Finding("views-differ", two_camps=not _at_least(agreed, TWO_CAMPS))


def _furthest_apart(by: Mapping[str, Measure], setting: Setting) -> tuple[str, str] | None:
    """The two perspectives furthest apart, if far enough; of equal pairs the first in order.

    Joined perspectives are no perspective: nobody could be asked what they see.
    """
    known = {
        name: group.typical_answer
        for name, group in by.items()
        if name not in {EVERYONE, OTHER_PERSPECTIVES}
        and group.typical_answer is not None
        and group.most >= PEOPLE_TO_COMPARE
    }
    widest = max(known.values(), default=0) - min(known.values(), default=0)
    if not _at_least(widest, setting.distance(PERSPECTIVES_APART)):
        return None
    one, two = max(
        combinations(known, 2), key=lambda pair: round(abs(known[pair[0]] - known[pair[1]]), 9)
    )
    return (one, two) if known[one] < known[two] else (two, one)


def _band(typical: float, setting: Setting) -> Finding:
    rule = next(rule for cut, rule in BANDS if _at_least(typical, setting.cut(cut)) or not cut)
    near = setting.distance(NEAR_A_CUT)
    cuts = (setting.cut(cut) for cut, _ in BANDS if cut)
    close = any(_at_least(near, abs(typical - cut)) for cut in cuts)
    return Finding(rule, close_to_the_line=close)


def _felt_and_shown(typical: float, setting: Setting) -> Iterator[Finding]:
    if _at_least(typical, setting.cut(STRENGTH)) and not setting.has_evidence:
        yield Finding("felt-not-shown")
    if not _at_least(typical, setting.cut(GROWING)) and setting.has_evidence:
        yield Finding("shown-not-felt")


Shares = tuple[tuple[int, ...], ...]
"""One group's counts for each statement of a factor."""


def is_fragile(
    by: Mapping[str, Measure],
    counts: Mapping[str, Shares],
    fewest: Mapping[str, int],
    setting: Setting,
) -> bool:
    """Whether one person answering one step differently could change the headline.

    In one shown perspective, one count of every statement moves one step in one direction, from
    the answer where that moves the typical answer most, the perspective's own or everyone's.
    """
    if by[EVERYONE].typical_answer is None or setting.one_view:
        return False
    headline = next(findings_of(by, setting)).rule
    groups = [name for name in counts if name != EVERYONE] or [EVERYONE]
    if headline == "cannot-say":
        return False  # an answer on the scale moves nobody off it
    return any(
        next(findings_of(changed, setting)).rule != headline
        for name in groups
        for changed in _one_person_differently(name, by, counts, fewest)
    )


def _one_person_differently(
    name: str, by: Mapping[str, Measure], counts: Mapping[str, Shares], fewest: Mapping[str, int]
) -> Iterator[Mapping[str, Measure]]:
    pairs = list(zip(counts[name], counts[EVERYONE], strict=True))
    for step in (1, -1):
        moves = [_telling_moves(mine, everyone, step) for mine, everyone in pairs]
        # The two judges mostly agree on which move tells most; then there is one to look at.
        for moved in dict.fromkeys(zip(*moves, strict=True)):
            own, everyone = zip(*moved, strict=True)
            yield {
                **by,
                name: _remeasured(by[name], own, fewest[name]),
                EVERYONE: _remeasured(by[EVERYONE], everyone, fewest[EVERYONE], spread=True),
            }


Move = tuple[tuple[int, ...], tuple[int, ...]]
"""One group's counts for a statement and everyone's, after one of the group's answers moved."""


def _telling_moves(mine: tuple[int, ...], everyone: tuple[int, ...], step: int) -> list[Move]:
    """One of my group's answers a step away, from where it tells most: for us, and for everyone."""
    movable = [p for p, count in enumerate(mine) if count and 0 <= p + step < len(mine)]
    if not movable:
        return [(mine, everyone)] * 2
    places = [max(movable, key=_effects(judged, step).__getitem__) for judged in (mine, everyone)]
    return [(_moved(mine, place, step), _moved(everyone, place, step)) for place in places]


@lru_cache(maxsize=4096)
def _effects(counts: tuple[int, ...], step: int) -> tuple[float, ...]:
    """How far the typical answer moves where one answer of each place goes a step; 0 if none can."""
    now = typical_answer(counts) or 0
    return tuple(
        [
            abs((typical_answer(_moved(counts, place, step)) or 0) - now)
            if count and 0 <= place + step < len(counts)
            else 0.0
            for place, count in enumerate(counts)
        ]
    )


def _moved(counts: tuple[int, ...], place: int, step: int) -> tuple[int, ...]:
    changed = [*counts]
    changed[place] -= 1
    changed[place + step] += 1
    return tuple(changed)


def _remeasured(before: Measure, counts: Shares, fewest: int, *, spread: bool = False) -> Measure:
    """The measure with other answers of the same people: their middle, and their spread if asked.

    The rules ask how far everyone agrees, and nothing of how far one perspective does.
    """
    if before.typical_answer is None:
        return before
    counted = [share for share in counts if sum(share) >= max(fewest, 1)]
    typical = mean([typical_answer(share) or 0 for share in counted])
    agreed = before.agreement
    if spread and agreed is not None:
        agreed = mean([agreement(share) or 0 for share in counted])
    return Measure(
        before.least, before.most, before.least_counted, typical, agreed, before.cannot_say
    )
