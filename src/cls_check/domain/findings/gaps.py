"""Two perspectives that are far apart on a factor, and whether that is too far for chance."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.counts.statistics import dominance
from cls_check.domain.findings.chance import share_by_chance, too_far_for_chance
from cls_check.domain.findings.measures import Scale, at_least, mean, middle
from cls_check.domain.terms import NO_PERSPECTIVES, RATHER_NOT_SAY

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cls_check.domain.counts.statistics import Counts
    from cls_check.domain.findings.measures import Measure, StatementResult

PERSPECTIVES_APART = 1.0
PEOPLE_TO_COMPARE = 5
CANNOT_BE_ASKED = NO_PERSPECTIVES | {RATHER_NOT_SAY}
"""Nobody could be asked what these see, so they are never one side of a difference."""

Shares = tuple["Counts | None", ...]
"""One group's counts for each statement of a factor; None where too few people answered it."""


class Perspective(NamedTuple):
    """A perspective that has enough people to be held against others, on one factor."""

    typical_answer: float
    people: int
    """The fewest on any statement that counts."""
    shares: Shares


Perspectives = dict[str, Perspective]


class Looks(NamedTuple):
    """What the rest of a report has to do with one factor's differences.

    The more is looked at, the more often something differs by chance. And where a perspective is
    higher or lower throughout, only what goes beyond that is a difference of this factor.
    """

    sizes: tuple[int, ...] = ()
    """People in each perspective that is compared."""
    factors: int = 1
    leaning: Mapping[str, float] = {}
    """How much higher a perspective's answers usually are, where they are so throughout."""
    usual: Mapping[frozenset[str], float] = {}
    """The usual delta between two perspectives of which one leans."""

    @property
    def pairs(self) -> int:
        """How many pairs are looked at, over all factors."""
        return self.factors * len(self.sizes) * (len(self.sizes) - 1) // 2


ALONE = Looks()
"""For a factor that is looked at by itself."""


class Gap(NamedTuple):
    """That two ends are far apart: every perspective at either end, in their order."""

    lower: tuple[str, ...]
    higher: tuple[str, ...]
    is_clear: bool
    """Whether they are too far apart for chance."""
    is_beyond: bool
    """Whether it is what goes beyond a difference that runs through all factors."""
    steps: float
    """How wide it is, in steps of a scale of five."""
    statements: int
    sizes: tuple[int, ...]
    """People in each perspective that is compared."""
    factors: int
    """How many are looked at."""

    @property
    def chance(self) -> float:
        """In which share of reports with such groups a gap as wide as this comes by chance."""
        return share_by_chance(self.sizes, self.statements, self.factors, self.steps)


def comparable(
    by: Mapping[str, Measure], results: Mapping[str, Sequence[StatementResult]]
) -> Perspectives:
    """The perspectives with enough people to be held against each other."""
    return {
        name: Perspective(own.typical_answer, own.least_counted, _shares(results[name]))
        for name, own in by.items()
        if name not in CANNOT_BE_ASKED
        and own.typical_answer is not None
        and own.most >= PEOPLE_TO_COMPARE
    }


def _shares(results: Sequence[StatementResult]) -> Shares:
    return tuple(
        [each.tally.counts if each.typical_answer is not None else None for each in results]
    )


def widest_gap(perspectives: Perspectives, scale: Scale, looks: Looks) -> Gap | None:
    """The widest clear gap between two perspectives, else the widest; of equals the first in order."""
    level = {
        name: own.typical_answer - looks.leaning.get(name, 0) for name, own in perspectives.items()
    }
    if not level or not at_least(
        max(level.values()) - min(level.values()), scale.distance(PERSPECTIVES_APART)
    ):
        return None
    wide = [pair for pair in combinations(level, 2) if _is_wide(pair, level, scale)]
    clear = [pair for pair in wide if _is_clear(pair, perspectives, looks)]
    one, two = max(clear or wide, key=lambda pair: round(abs(level[pair[0]] - level[pair[1]]), 9))
    low, high = (one, two) if level[one] < level[two] else (two, one)
    return Gap(
        lower=_at_one_end(level, low),
        higher=_at_one_end(level, high),
        is_clear=bool(clear),
        is_beyond=any(name in looks.leaning for name in (one, two)),
        steps=(level[high] - level[low]) / scale.distance(1),
        statements=len(perspectives[one].shares),
        sizes=looks.sizes or tuple(own.people for own in perspectives.values()),
        factors=looks.factors,
    )


def _is_wide(pair: tuple[str, str], level: Mapping[str, float], scale: Scale) -> bool:
    return at_least(abs(level[pair[0]] - level[pair[1]]), scale.distance(PERSPECTIVES_APART))


def _is_clear(pair: tuple[str, str], perspectives: Perspectives, looks: Looks) -> bool:
    one, two = (perspectives[name] for name in pair)
    deltas = _deltas(one, two)
    if not deltas:
        return False
    beyond = mean(deltas) - looks.usual.get(frozenset(pair), 0)
    wide = too_far_for_chance(one.people, two.people, len(deltas), looks.pairs)
    return at_least(abs(beyond), wide)


def _deltas(one: Perspective, two: Perspective) -> list[float]:
    """Delta of each statement that enough people of both answered."""
    pairs = zip(one.shares, two.shares, strict=True)
    return [dominance(ours, theirs) for ours, theirs in pairs if ours and theirs]


def _at_one_end(level: Mapping[str, float], end: str) -> tuple[str, ...]:
    """The perspectives that gave the same answer as the one at an end, as people read it."""
    return tuple(name for name, own in level.items() if round(own, 1) == round(level[end], 1))


def usual_deltas(
    factors: Sequence[Perspectives], leaning: Iterable[str]
) -> dict[frozenset[str], float]:
    """The delta in the middle of all factors, for each pair of which one leans."""
    lean = set(leaning)
    if not lean:
        return {}
    names = dict.fromkeys(name for factor in factors for name in factor)
    pairs = [(one, two) for one, two in combinations(names, 2) if lean & {one, two}]
    known = {
        (one, two): [
            mean(deltas)
            for factor in factors
            if one in factor and two in factor and (deltas := _deltas(factor[one], factor[two]))
        ]
        for one, two in pairs
    }
    return {frozenset(pair): middle(deltas) for pair, deltas in known.items() if deltas}
