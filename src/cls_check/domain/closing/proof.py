"""The proof that closing makes before anything is written: can hidden answers be worked back?

The reader here knows the file, all rules, and how many people came from each perspective. Such a
reader is left in doubt about a hidden group where another room would give the same file, in which
that group answered otherwise. The proof looks for such rooms: two people of two hidden groups have
given each other's answer. As joining asks for sizes alone, most such rooms give the same file.

Nothing can be hidden where all who answered in a joined group gave the same answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.assessments.privacy import joining_for, on_the_scale
from cls_check.domain.terms import EVERYONE, FEWEST_OF_A_PERSPECTIVE, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment
    from cls_check.domain.assessments.joining import Joining

Given = tuple[int, ...]
"""How many of a group gave each answer: the scale, don't know, cannot answer, nothing at all."""


@dataclass(frozen=True)
class Recovered:
    """Answers of a small group that a reader of the file could work out."""

    statement: str
    perspective: str


def recovered(single: Assessment, shown: Assessment) -> Iterator[Recovered]:
    """Every group of `single` that must stay hidden and follows from what `shown` makes public."""
    if shown.one_view:
        return
    public = dict(shown.statements())
    for key, factor in single.factors.items():
        joining = joining_for(shown, shown.factors[key])
        fewest = shown.sensitive_minimum if factor.sensitive else shown.minimum_group
        for statement_id, statement in factor.statements.items():
            room = Room.of(single, statement, shown, joining)
            for perspective in room.given_away(public[statement_id], fewest):
                yield Recovered(statement_id, perspective)


@dataclass(frozen=True)
class Room:
    """What each perspective answered to one statement, and how a file would show it.

    `within` is the group of the round in which each perspective is shown.
    """

    given: Mapping[str, Given]
    within: Mapping[str, str]
    joining: Joining
    positions: int

    @classmethod
    def of(
        cls, single: Assessment, statement: AnsweredStatement, shown: Assessment, joining: Joining
    ) -> Room:
        """The room as it was."""
        tallies, nobody = single.tallies(statement), (0,) * (len(single.scale) + 2)
        given = {}
        for name, people in single.took_part.items():
            tally = tallies.get(name)
            said = (*tally.counts, tally.dont_know, tally.cannot_answer) if tally else nobody
            given[name] = (*said, people - sum(said))
        everybody = EVERYONE if [*shown.took_part] == [EVERYONE] else OTHER_PERSPECTIVES
        within = {name: name if name in shown.took_part else everybody for name in given}
        return cls(given, within, joining, len(single.scale))

    def given_away(self, public: AnsweredStatement, fewest: int) -> Iterator[str]:
        """Groups that are shown though they are too small, and hidden ones that leave no doubt.

        Args:
            public: The statement as the file shows it.
            fewest: The fewest people that a perspective which is shown may have.
        """
        alone = {name: n for name, n in on_the_scale(public).items() if self._is_alone(name)}
        for name, n in alone.items():
            few_people = sum(self.given[name]) < fewest and len(self.given) > 1
            if few_people or 0 < n < FEWEST_OF_A_PERSPECTIVE:
                yield name
        if public.answers.keys() <= alone.keys():
            return  # nothing is shown of anybody else
        hidden = self._joined() - alone.keys()
        if len(hidden) > 1 and self._are_of_one_mind(hidden):
            return
        for name, own in self.given.items():
            if name in hidden and any(own[:-1]) and not self._is_in_doubt(name, hidden):
                yield name

    def _is_alone(self, name: str) -> bool:
        """Whether a group that is shown is one perspective."""
        return name in self.within and [*self.within.values()].count(name) == 1

    def _joined(self) -> frozenset[str]:
        """The perspectives that are not shown on their own, by the rules."""
        answered = self._answered(self.given)
        everybody = {*self.within.values()} == {EVERYONE}
        joined = {*self.joining.joined(answered), OTHER_PERSPECTIVES}
        named = (name for name, group in self.within.items() if everybody or group in joined)
        return frozenset(named)

    def _answered(self, given: Mapping[str, Given]) -> dict[str, int]:
        """How many of each group of the round answered on the scale."""
        counted = dict.fromkeys(self.within.values(), 0)
        for name, own in given.items():
            counted[self.within[name]] += self._on_the_scale(own)
        return counted

    def _on_the_scale(self, own: Given) -> int:
        return sum(own[: self.positions])

    def _are_of_one_mind(self, members: frozenset[str]) -> bool:
        """Whether all who answered in the joined group gave the same answer."""
        together = [sum(counts) for counts in zip(*(self.given[m] for m in members), strict=True)]
        on_the_scale = [n for n in together[: self.positions] if n]
        return len(on_the_scale or [n for n in together[:-1] if n]) == 1

    def _is_in_doubt(self, name: str, members: frozenset[str]) -> bool:
        """Whether another room gives the same file, in which this group answered otherwise.

        Where the group itself was of one mind, somebody in it has to have said something else.
        """
        answers = [place for place, n in enumerate(self.given[name][:-1]) if n]
        only = answers[0] if len(answers) == 1 else None
        return any(
            self._same_file(name, mine, other, theirs)
            for other in members - {name}
            for mine, theirs in self._exchanges(name, other)
            if only is None or self._tells_otherwise(name, only, mine, theirs)
        )

    def _exchanges(self, one: str, other: str) -> Iterator[tuple[int, int]]:
        """Answers that somebody of each gave, and that differ; on both sides of the scale last."""
        pairs = [
            (mine, theirs)
            for mine, n in enumerate(self.given[one])
            for theirs, others in enumerate(self.given[other])
            if n and others and mine != theirs
        ]
        return iter(sorted(pairs, key=self._crosses))

    def _crosses(self, pair: tuple[int, int]) -> bool:
        return (pair[0] < self.positions) != (pair[1] < self.positions)

    def _tells_otherwise(self, name: str, only: int, mine: int, theirs: int) -> bool:
        """Whether a group of one mind is not of that mind any more after an exchange."""
        nothing = len(self.given[name]) - 1
        if theirs not in {only, nothing}:
            return True
        return theirs == nothing and mine == only and self.given[name][only] == 1

    def _same_file(self, one: str, mine: int, other: str, theirs: int) -> bool:
        """Whether what is joined stays the same where one of each gives the other's answer."""
        if not self._crosses((mine, theirs)):
            return True
        answered = self._answered(self.given)
        before = {*self.joining.joined(answered)}
        step = 1 if theirs < self.positions else -1
        answered[self.within[one]] += step
        answered[self.within[other]] -= step
        return before == {*self.joining.joined(answered)}
