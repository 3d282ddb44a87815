"""What one group's answers to a factor come to, and the scale that distances are read on."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.counts.statistics import agreement, median_interval, typical_answer
from cls_check.domain.findings.chance import of_a_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.counts.statistics import Counts
    from cls_check.domain.counts.tally import Tally

Range = tuple[float, float]


class StatementResult(NamedTuple):
    """One group's answers to one statement; numbers are None where too few people answered it."""

    tally: Tally
    n: int
    """People who gave an answer on the scale."""
    typical_answer: float | None
    agreement: float | None
    cannot_say: float | None

    @property
    def likely_range(self) -> Range | None:
        """Where the typical answer of another group like this lies; none for one person alone."""
        alone = self.typical_answer is None or self.n < 2
        return None if alone else likely_range([self.tally.counts])

    @property
    def shown_counts(self) -> tuple[int, ...] | None:
        """How many people gave each answer; None where that may not be shown, or is not known."""
        nobody = self.tally.people and not self.n
        return self.tally.counts if nobody or self.typical_answer is not None else None


def result(tally: Tally, fewest: int) -> StatementResult:
    """What one group's answers to a statement come to, where so many people answered it."""
    n, counts = tally.n, tally.counts
    asked = n + tally.dont_know
    return StatementResult(
        tally=tally,
        n=n,
        typical_answer=typical_answer(counts) if n >= fewest else None,
        agreement=agreement(counts) if n >= fewest else None,
        cannot_say=tally.dont_know / asked if asked >= max(fewest, 1) else None,
    )


class Measure(NamedTuple):
    """What one group's answers to the statements of a factor come to.

    `least` and `most` are people on the scale over all statements; `least_counted` is the least
    over the statements that have enough of them to count, whose counts are `counted`.
    """

    least: int
    most: int
    least_counted: int
    typical_answer: float | None
    agreement: float | None
    cannot_say: float | None
    counted: tuple[Counts, ...]

    @property
    def likely_range(self) -> Range | None:
        """Where the typical answer of another group of as many people lies in about 8 of 10 cases.

        None where there is no typical answer, and for one person alone.
        """
        alone = self.typical_answer is None or self.most < 2
        return None if alone else likely_range(self.counted)


@dataclass(frozen=True)
class Scale:
    """How long a scale is: cut points and distances are written for five answers."""

    positions: int

    def cut(self, point: float) -> float:
        """A cut point of the scale of five, on this scale: 1 + (cut - 1) * (K - 1) / 4."""
        return 1 + self.distance(point - 1)

    def distance(self, steps: float) -> float:
        """A distance on the scale of five, on this scale."""
        return steps * (self.positions - 1) / 4


def mean(numbers: Sequence[float]) -> float:
    """The mean, the same to the last digit in whatever order the numbers come."""
    return fsum(numbers) / len(numbers)


def middle(numbers: Sequence[float]) -> float:
    """The median, without what loading Python's own module for it costs."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def above(value: float, bound: float) -> bool:
    """Whether a value is over a bound, and not merely by the last digit."""
    return round(value - bound, 9) > 0


def at_least(value: float, bound: float) -> bool:
    """Whether a value reaches a bound; a mean of fractions may miss it by the last digit."""
    return round(value - bound, 9) >= 0


def measure(results: Sequence[StatementResult]) -> Measure:
    """Sum up one group's answers to all statements of a factor."""
    counted = [each for each in results if each.typical_answer is not None]
    enough = bool(counted) and 2 * len(counted) >= len(results)
    sizes = [each.n for each in results]
    agreements = [each.agreement for each in counted if each.agreement is not None]
    unsure = [each.cannot_say for each in results if each.cannot_say is not None]
    return Measure(
        least=min(sizes, default=0),
        most=max(sizes, default=0),
        least_counted=min([each.n for each in counted], default=0),
        typical_answer=mean([each.typical_answer or 0 for each in counted]) if enough else None,
        agreement=mean(agreements) if enough and agreements else None,
        cannot_say=mean(unsure) if unsure else None,
        counted=tuple([each.tally.counts for each in counted]),
    )


def likely_range(counted: Sequence[Counts]) -> Range:
    """Where the typical answer of another group like this lies in about 8 of 10 cases.

    The mean of the statements' own intervals, as if all of them moved together; less what a mean
    takes out of people who lean alike; times the root of two, for the other group is a sample too.
    """
    typical = [typical_answer(counts) or 0 for counts in counted]
    ends = [median_interval(counts) for counts in counted]
    below = mean([max(0.0, at - low) for at, (low, _) in zip(typical, ends, strict=True)])
    above_it = mean([max(0.0, high - at) for at, (_, high) in zip(typical, ends, strict=True)])
    wider = sqrt(2) * of_a_mean(len(counted))
    middle_of_it = mean(typical)
    lowest, highest = 1.0, float(len(counted[0]))
    return (
        max(lowest, middle_of_it - wider * below),
        min(highest, middle_of_it + wider * above_it),
    )
