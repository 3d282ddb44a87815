"""What chance alone would do: how far another room would differ, and how far two groups would.

Only tallies remain, so nothing can be worked out from single people. The constants come from
simulated rooms of people who lean alike over the statements of a factor; decision 12 has the
tables, and `tools/simulate_findings.py` makes them again.
"""

from __future__ import annotations

from functools import lru_cache
from math import erfc, exp, pi, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAN = 0.4
"""How alike one person's answers to two statements of a factor are, as a correlation."""

TIES = 0.95
"""How much less far two groups differ by chance because many people give the same answer."""

FEW_PEOPLE = 0.4
"""In small groups a difference by chance has an end that the normal distribution does not know."""

REPORTS_MISLED = 0.05
"""In so many of the reports in which nothing differs, a finding may say that something does."""

SPREADS = (1.10, 1.33)
"""The spread of a typical answer is so much over the root of people, for answers spread by 1 and by
1.25 steps of five."""


def of_a_mean(statements: int) -> float:
    """How much of the chance in one statement is left in the mean of several."""
    return sqrt((1 + LEAN * (statements - 1)) / statements)


def rank_sum_error(n1: int, n2: int) -> float:
    """The spread of delta where nothing differs (Mann and Whitney 1947, on delta's scale)."""
    return sqrt((n1 + n2 + 1) / (3 * n1 * n2))


def too_far_for_chance(n1: int, n2: int, statements: int, looks: int) -> float:
    """From which mean delta over the statements on two groups differ by more than chance.

    So that at most 1 report in 20 holds such a pair where nothing differs.

    Args:
        n1: People in one group, the fewest over the statements.
        n2: People in the other.
        statements: Over how many statements the mean is taken.
        looks: How many pairs of groups are looked at in the report, over all factors.
    """
    few = 1 - FEW_PEOPLE / max(n1, n2)
    wide = TIES * normal_quantile(REPORTS_MISLED / (2 * max(looks, 1)))
    return wide * few * of_a_mean(statements) * rank_sum_error(n1, n2)


def share_by_chance(sizes: Sequence[int], statements: int, factors: int, steps: float) -> float:
    """In which share of reports with such groups two lie so many steps apart, if nothing differs.

    The range of as many normal means as there are groups; half of the rooms are spread by 1 step
    and half by 1.25. (As in Tukey's studentized range, with a spread that is known.)

    Args:
        sizes: People in each group.
        statements: Statements of a factor.
        factors: How many factors are looked at.
        steps: How far apart, in steps of a scale of five.
    """
    usual = len(sizes) / sum(1 / size for size in sizes)
    errors = [spread * of_a_mean(statements) / sqrt(usual) for spread in SPREADS]
    shares = [1 - (1 - _range_beyond(steps / error, len(sizes))) ** factors for error in errors]
    return sum(shares) / len(shares)


@lru_cache(maxsize=1024)
def normal_quantile(above: float) -> float:
    """The point that a share of the normal distribution lies above; of 0 to one half."""
    low, high = 0.0, 10.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _normal_above(middle) > above else (low, middle)
    return low


def _normal_above(point: float) -> float:
    return erfc(point / sqrt(2)) / 2


@lru_cache(maxsize=1024)
def _range_beyond(width: float, groups: int) -> float:
    """How often the largest and the smallest of some normal numbers lie so far apart, or farther."""
    step = 0.1
    points = [step * place for place in range(-80, 81)]
    inside = sum(
        exp(-(point**2) / 2) * (_normal_above(point - width) - _normal_above(point)) ** (groups - 1)
        for point in points
    )
    return max(0.0, 1 - groups * step * inside / sqrt(2 * pi))
