"""A round as a comparison asks of it: the same things for every factor, each counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import Tally
from cls_check.domain.findings.findings import fewest_people
from cls_check.domain.same_text import plain
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment


@dataclass(frozen=True)
class Counted:
    """A round, and what was counted of it.

    It is made for a comparison and goes with it. Kept in the assessment itself, tallies would go
    along into every copy of it with other answers.
    """

    round: Assessment
    _tallies: dict[tuple[int, str], Tally] = field(default_factory=dict, repr=False, compare=False)
    """By the statement itself, which the round holds, and the group."""

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """Every group that has people or answers."""
        return self.round.groups()

    @cached_property
    def statements(self) -> dict[str, AnsweredStatement]:
        """Every statement by its id."""
        return dict(self.round.statements())

    @cached_property
    def by_words(self) -> dict[str, str]:
        """Each statement's id by its words, but for case and punctuation.

        Words that stand twice say nothing of which statement is meant, and are not here.
        """
        texts = [(plain(each.text), key) for key, each in self.statements.items()]
        times = Counter(words for words, _ in texts)
        return {words: key for words, key in texts if words and times[words] == 1}

    def tally(self, statement: AnsweredStatement, group: str = EVERYONE) -> Tally:
        """A group's answers to a statement of this round."""
        key = (id(statement), group)
        if key not in self._tallies:
            self._tallies[key] = self._count(statement, group)
        return self._tallies[key]

    def _count(self, statement: AnsweredStatement, group: str) -> Tally:
        if group == EVERYONE:
            return self.round.everyone(statement)
        return Tally.from_written(statement.answers.get(group, {}), len(self.round.scale))

    def fewest(self, group: str = EVERYONE) -> int:
        """From how many people on a group's answers to a statement have a result."""
        return fewest_people(self.round, group)
