"""What closing will do to a round, said before anything is written, so that people can wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.assessments.joining import will_be_joined
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.terms import FEWEST_OF_A_PERSPECTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.counts.tally import Tally


@dataclass(frozen=True)
class OfOneMind:
    """A group of which all who answered a statement on the scale gave one answer."""

    statement: str
    text: str
    group: str
    people: int


@dataclass(frozen=True)
class Foresight:
    """What whoever closes a round ought to know: who is joined, and what cannot be hidden."""

    people: int
    minimum: int
    joined: tuple[str, ...]
    missing: Mapping[str, int]
    """How many more people a perspective needs to be shown on its own."""
    sensitive: tuple[str, ...]
    """The titles of the factors that need more people of a perspective."""
    sensitive_minimum: int
    joined_there: tuple[str, ...]
    of_one_mind: tuple[OfOneMind, ...]

    @property
    def is_worth_waiting(self) -> bool:
        """Whether more people would change something, or a group could be spoken with first."""
        return bool(self.missing or self.of_one_mind)


def foresight(single: Assessment) -> Foresight:
    """What will become of a round, from everything that was answered; that stays in here."""
    people = {name: count for name, count in single.took_part.items() if count}
    joined = will_be_joined(people, single.perspectives, single.minimum_group)
    titles = tuple(factor.title for factor in single.factors.values() if factor.sensitive)
    fewest = single.sensitive_minimum
    there = will_be_joined(people, single.perspectives, fewest) if titles else ()
    several = len(people) > 1
    return Foresight(
        people=single.people,
        minimum=1 if single.one_view else single.minimum_group,  # one view is its owner's to show
        joined=joined if several else (),
        missing={
            name: single.minimum_group - count
            for name, count in people.items()
            if several and count < single.minimum_group
        },
        sensitive=titles,
        sensitive_minimum=fewest,
        joined_there=there if several else (),
        of_one_mind=tuple(_of_one_mind(protected(single))),
    )


def _of_one_mind(shown: Assessment) -> Iterator[OfOneMind]:
    if shown.one_view:
        return
    for key, statement in shown.statements():
        for group, tally in shown.tallies(statement).items():
            if _is_of_one_mind(tally):
                yield OfOneMind(key, statement.text, group, tally.n)


def _is_of_one_mind(tally: Tally) -> bool:
    return tally.n >= FEWEST_OF_A_PERSPECTIVE and tally.n in tally.counts
