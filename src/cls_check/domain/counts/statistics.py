"""The few numbers that everything rests on, each from the counts of one group's answers.

Counts are in the order of the scale, lowest answer first. They are whole numbers of people in
our files; the functions take any numbers that are not negative, as published examples do.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate, combinations
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Counts = tuple[float, ...]


@lru_cache(maxsize=16_384)
def typical_answer(counts: Counts) -> float | None:
    """The interpolated median: 1 to K in steps finer than the scale; None without answers.

    Where both middle answers are M: `M - 1/2 + (n/2 - below) / at`; their midpoint otherwise.
    It is the median of answers spread evenly over the width of their step (grouped median,
    as in G. U. Yule, An Introduction to the Theory of Statistics, 1911).
    """
    half = sum(counts) / 2
    if not half:
        return None
    below: float = 0
    for position, at in enumerate(counts, start=1):
        if below + at > half:
            return position - 0.5 + (half - below) / at
        below += at
        if below == half:
            return (position + _next_given(counts, position)) / 2
    raise AssertionError("half of the answers are always reached")


def _next_given(counts: Counts, after: int) -> int:
    return next(p for p, at in enumerate(counts[after:], start=after + 1) if at)


LIKELY = 1.2816
"""The normal distribution has 8 of 10 cases within so many standard errors."""


@lru_cache(maxsize=16_384)
def median_interval(counts: Counts) -> tuple[float, float]:
    """Between which answers the middle one of everybody like these people lies, in 8 of 10 cases.

    The answers of those who stand 1.28 times half the root of n people below and above the middle,
    on the same smoothed scale as the typical answer. Where all of that is on one answer, which `at`
    people gave, it is 1.28 times the standard error of a grouped median, `sqrt(n) / (2 at)`.
    (R. S. Woodruff, Confidence intervals for medians and other position measures, Journal of the
    American Statistical Association 47, 1952.)
    """
    n = sum(counts)
    away = min(LIKELY * sqrt(n) / 2, n / 2)
    return _answer_at(counts, n / 2 - away), _answer_at(counts, n / 2 + away)


def _answer_at(counts: Counts, people: float) -> float:
    """The answer below which so many people stand, where those on one answer spread over its step."""
    below: float = 0
    for position, at in enumerate(counts, start=1):
        if at and below + at >= people:
            return position - 0.5 + (people - below) / at
        below += at
    raise AssertionError("nobody asks for more people than there are")


@lru_cache(maxsize=16_384)
def agreement(counts: Counts) -> float | None:
    """Van der Eijk's agreement A: 1 all agree, 0 spread evenly, -1 two camps at the ends.

    None for fewer than three positions and without answers. The counts are split into layers,
    each a pattern of answers given or not; A is the mean of the layers' own, weighted by the
    answers in each. (C. van der Eijk, Measuring agreement in ordered rating scales,
    Quality & Quantity 35, 2001.)
    """
    total = sum(counts)
    if len(counts) < 3 or not total:
        return None
    weighted = floor = 0.0
    positions, left = len(counts), (1 << len(counts)) - 1
    for count, place in sorted([(count, place) for place, count in enumerate(counts)]):
        if count > floor:
            weighted += (count - floor) * _layer(left, positions)
            floor = count
        left ^= 1 << place
    return weighted / total


@lru_cache(maxsize=4096)
def _layer(given_places: int, positions: int) -> float:
    """A of a pattern, times the answers in it; the pattern's given places are bits, lowest first."""
    pattern = tuple(bool(given_places >> place & 1) for place in range(positions))
    given = sum(pattern)
    if given == positions:
        return 0.0
    return given * _unimodality(pattern) * (1 - (given - 1) / (positions - 1))


def _unimodality(pattern: tuple[bool, ...]) -> float:
    """U of a pattern: 1 where the given answers stand together, less where gaps part them."""
    if sum(pattern) == 1:
        return 1.0
    triples = [triple for triple in combinations(pattern, 3) if sum(triple) == 2]
    parted = triples.count((True, False, True))
    together = len(triples) - parted
    k = len(pattern)
    return ((k - 2) * together - (k - 1) * parted) / ((k - 2) * (together + parted))


@lru_cache(maxsize=4096)
def dominance(one: Counts, other: Counts) -> float:
    """How much more often the other's answer is the higher than the lower of two: -1 to 1.

    `2 PS - 1` with the probability of superiority (Cliff's delta, 1993). Both have answers.
    """
    return 2 * (superiority(one, other) or 0) - 1


def superiority(old: Sequence[float], new: Sequence[float]) -> float | None:
    """How often an answer of the new round is above one of the old, ties counting half; 0 to 1.

    The probability of superiority (A. Vargha and H. Delaney, A critique and improvement of the
    CL common language effect size statistics, 2000). None where one of the two has no answers.
    """
    pairs = sum(old) * sum(new)
    if not pairs:
        return None
    below = [0, *accumulate(old)]
    wins = sum(count * (below[i] + old[i] / 2) for i, count in enumerate(new))
    return wins / pairs
