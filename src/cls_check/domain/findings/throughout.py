"""A perspective whose answers are higher, or lower, than the others' on nearly everything.

That is one fact of the whole assessment. Told factor by factor, it would be a list of differences
whose members are chance.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.findings.chance import REPORTS_MISLED, normal_quantile
from cls_check.domain.findings.gaps import PERSPECTIVES_APART
from cls_check.domain.findings.measures import Scale, above, at_least, mean, middle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.findings.gaps import Perspective

FEWEST_FACTORS = 5
NEARLY_ALL = 0.8
"""On this share of the factors a perspective is on the same side of the others."""

LIKE_LEANING_BY_CHANCE = 1.45
"""How far one perspective lies from one other by chance in 1 room of 20, in steps of five, over the
root of the people: as people lean alike over all factors. Set by simulation (decision 12)."""


class Throughout(NamedTuple):
    """That one perspective's answers are higher or lower than the others' on nearly everything."""

    group: str
    others: tuple[str, ...]
    by: float
    """How much higher on the factor in the middle, in steps of this scale; lower is below 0."""


def throughout(
    factors: Sequence[Mapping[str, Perspective]], scale: Scale
) -> tuple[Throughout, ...]:
    """Every perspective that is higher or lower throughout, in their order.

    The one that stands out most is found first, and the rest are looked at without it.
    """
    names = list(dict.fromkeys(name for factor in factors for name in factor))
    left, found = list(names), []
    while len(left) > 1:
        each = [lean for name in left if (lean := _leaning(name, left, factors, scale))]
        if not each:
            break
        most = max(each, key=lambda lean: round(lean.strength, 9))
        found.append(most.found)
        left = [name for name in left if name != most.found.group] if len(left) > 2 else []
    return tuple(sorted(found, key=lambda one: names.index(one.group)))


class _Leaning(NamedTuple):
    found: Throughout
    strength: float
    """How far beyond what chance would do; from 1 on it is told."""


def _leaning(
    name: str, among: Sequence[str], factors: Sequence[Mapping[str, Perspective]], scale: Scale
) -> _Leaning | None:
    others = [other for other in among if other != name]
    held = [factor for factor in factors if name in factor and any(o in factor for o in others)]
    if len(held) < FEWEST_FACTORS:
        return None
    higher = [higher_by(name, others, factor) for factor in held]
    usual = middle(higher)
    strength = abs(usual) / scale.distance(_by_chance(name, others, held, len(among)))
    if not at_least(strength, 1):
        return None
    alike = [
        each
        for each in higher
        if above(each * usual, 0)
        and not at_least(abs(each - usual), scale.distance(PERSPECTIVES_APART))
    ]
    if len(alike) < NEARLY_ALL * len(held):
        return None
    return _Leaning(Throughout(name, tuple(others), usual), strength)


def higher_by(name: str, others: Sequence[str], factor: Mapping[str, Perspective]) -> float:
    """How much higher on one factor than the others, each of them counted once."""
    theirs = mean([factor[other].typical_answer for other in others if other in factor])
    return factor[name].typical_answer - theirs


def _by_chance(
    name: str, others: Sequence[str], factors: Sequence[Mapping[str, Perspective]], groups: int
) -> float:
    """How far this perspective may lie from the others by chance, in steps of a scale of five."""
    looks = 1 if groups == 2 else groups
    wider = normal_quantile(REPORTS_MISLED / (2 * looks)) / normal_quantile(REPORTS_MISLED / 2)
    theirs = sum(1 / _people(other, factors) for other in others) / len(others) ** 2
    return LIKE_LEANING_BY_CHANCE * wider * sqrt(1 / _people(name, factors) + theirs)


def _people(name: str, factors: Sequence[Mapping[str, Perspective]]) -> float:
    return middle([factor[name].people for factor in factors if name in factor] or [1])
