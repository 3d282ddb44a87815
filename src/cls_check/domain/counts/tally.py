"""The tally: how many voices of one group gave each answer to one statement. Tallies add."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from cls_check.domain.counts.statistics import agreement, typical_answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DONT_KNOW = "dont-know"
CANNOT_ANSWER = "cannot-answer"
OUTSIDE_THE_SCALE = (DONT_KNOW, CANNOT_ANSWER)

ANY_ANSWER = r"^([1-9]|1[01]|dont-know|cannot-answer)$"
"""An answer as it is written in files, to the longest scale that there can be."""


@cache
def _positions(positions: int) -> tuple[str, ...]:
    return tuple(map(str, range(1, positions + 1)))


def possible_answers(positions: int) -> tuple[str, ...]:
    """Every answer as it is written in files: "1" to K, then the two outside the scale."""
    return (*_positions(positions), *OUTSIDE_THE_SCALE)


def people_in_words(count: int) -> str:
    """So many people: "1 person", "12 people"."""
    return "1 person" if count == 1 else f"{count} people"


def people_on_the_scale(answers: Mapping[str, int]) -> int:
    """How many people gave an answer on the scale, from a tally's shape in a file."""
    return sum(answers.values()) - answers.get(DONT_KNOW, 0) - answers.get(CANNOT_ANSWER, 0)


@dataclass(frozen=True)
class Tally:
    """How many people gave each answer, lowest first, and how many stood outside the scale."""

    counts: tuple[int, ...]
    dont_know: int = 0
    cannot_answer: int = 0

    @classmethod
    def empty(cls, positions: int) -> Tally:
        """Nobody has answered."""
        return cls((0,) * positions)

    @classmethod
    def of(cls, answers: Iterable[str], positions: int) -> Tally:
        """Count single answers, each written as in a file."""
        given = list(answers)
        return cls.from_written({answer: given.count(answer) for answer in set(given)}, positions)

    @classmethod
    def from_written(cls, answers: Mapping[str, int], positions: int) -> Tally:
        """The tally from its shape in a file: a map of answer to number of people."""
        given = answers.get
        counts = tuple([given(position, 0) for position in _positions(positions)])
        return cls(counts, given(DONT_KNOW, 0), given(CANNOT_ANSWER, 0))

    def written(self) -> dict[str, int]:
        """The shape in a file: answers that nobody gave are left out."""
        everything = (*self.counts, self.dont_know, self.cannot_answer)
        named = zip(possible_answers(len(self.counts)), everything, strict=True)
        return {answer: count for answer, count in named if count}

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            tuple(a + b for a, b in zip(self.counts, other.counts, strict=True)),
            self.dont_know + other.dont_know,
            self.cannot_answer + other.cannot_answer,
        )

    @property
    def n(self) -> int:
        """People who gave an answer on the scale."""
        return sum(self.counts)

    @property
    def people(self) -> int:
        """People who gave any answer at all."""
        return self.n + self.dont_know + self.cannot_answer

    @property
    def typical_answer(self) -> float | None:
        """See `statistics.typical_answer`."""
        return typical_answer(self.counts)

    @property
    def agreement(self) -> float | None:
        """See `statistics.agreement`."""
        return agreement(self.counts)

    @property
    def cannot_say(self) -> float | None:
        """Those who do not know, as a share (0 to 1) of all but those who cannot answer."""
        asked = self.n + self.dont_know
        return self.dont_know / asked if asked else None


def total(tallies: Iterable[Tally], positions: int) -> Tally:
    """All of them added up."""
    every = [Tally.empty(positions), *tallies]
    return Tally(
        tuple(map(sum, zip(*(tally.counts for tally in every), strict=True))),
        sum(tally.dont_know for tally in every),
        sum(tally.cannot_answer for tally in every),
    )
