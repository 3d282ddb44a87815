"""Which groups are joined, so that nobody can be found. It follows from sizes alone.

Three sizes decide: how many people of a perspective took part, how many it needs for a factor that
is sensitive, and how many of it gave an answer on the scale to a statement. Which answers they gave
never matters: a join that happens because people answered alike tells that they did.

Everybody may know these rules and how many people came from each perspective.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.assessments.assessment import in_order
from cls_check.domain.terms import FEWEST_OF_A_PERSPECTIVE, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Mapping

Groups = tuple[str, ...]


def will_be_joined(
    people: Mapping[str, int], perspectives: Mapping[str, object], fewest: int
) -> Groups:
    """Which of these groups, each with somebody in it, cannot be shown on their own.

    Everything with fewer people than `fewest`, the groups that were joined before, and as many of
    the next smallest as the joined group needs to have that many; nothing where none is too small.
    """
    sizes = smallest_first(people, perspectives)
    small = [name for name, size in sizes.items() if size < fewest]
    return _filled_up(small, sizes, sizes, fewest)


def smallest_first(people: Mapping[str, int], perspectives: Mapping[str, object]) -> dict[str, int]:
    """Groups with the fewest people first; of equal groups the later one in the questionnaire."""
    order = in_order(people, perspectives)
    ranked = sorted(people, key=lambda name: (people[name], -order.index(name)))
    return {name: people[name] for name in ranked}


def _filled_up(
    small: list[str], in_turn: Mapping[str, int], counted: Mapping[str, int], enough: int
) -> Groups:
    """Groups that are too small, and others in turn until they are two or more and enough."""
    if not small:
        return ()
    joined = list(small)
    if OTHER_PERSPECTIVES in in_turn and OTHER_PERSPECTIVES not in joined:
        joined.append(OTHER_PERSPECTIVES)
    for name in in_turn:
        if len(joined) > 1 and sum(counted.get(each, 0) for each in joined) >= enough:
            break
        if name not in joined:
            joined.append(name)
    return tuple(joined)


@dataclass(frozen=True)
class Joining:
    """What is joined for the statements of one factor.

    `people` are those of each shown group that took part, smallest first; `always` are the groups
    that have too few for this factor, and are one for all of its statements.
    """

    people: Mapping[str, int]
    always: Groups

    @classmethod
    def of(
        cls,
        took_part: Mapping[str, int],
        perspectives: Mapping[str, object],
        minimum: int,
        fewest: int,
    ) -> Joining:
        """The joining where a perspective needs `fewest` people, and the room `minimum`."""
        people = {name: count for name, count in took_part.items() if count}
        # Where all are of one perspective, they are everyone.
        sensitive = fewest > minimum and len(people) > 1
        always = will_be_joined(people, perspectives, fewest) if sensitive else ()
        together = {OTHER_PERSPECTIVES: sum(people[name] for name in always)} if always else {}
        alone = {name: count for name, count in people.items() if name not in always}
        return cls(smallest_first(alone | together, perspectives), always)

    def enough(self, answered: Mapping[str, int]) -> bool:
        """Whether so many answered a statement on the scale that its answers may be shown."""
        return sum(answered.values()) not in range(1, FEWEST_OF_A_PERSPECTIVE)

    def joined(self, answered: Mapping[str, int]) -> Groups:
        """Which groups are one for a statement, given how many of each answered on the scale.

        Of some perspectives one or two people did. The next smallest of those that took part join
        them in turn, however many of them answered, until three or more did.
        """
        counted = self._together(answered)
        few = [name for name, n in counted.items() if 0 < n < FEWEST_OF_A_PERSPECTIVE]
        more = _filled_up(few, self.people, counted, FEWEST_OF_A_PERSPECTIVE)
        return (*self.always, *(name for name in more if name not in self.always))

    def _together(self, answered: Mapping[str, int]) -> dict[str, int]:
        """How many of each group answered, with those that are always one as one."""
        counted = {name: n for name, n in answered.items() if name not in self.always}
        if self.always:
            together = {*self.always, OTHER_PERSPECTIVES}
            counted[OTHER_PERSPECTIVES] = sum(answered.get(name, 0) for name in together)
        return counted

    def explains(self, answered: Mapping[str, int], in_others: int) -> bool:
        """Whether sizes can be the reason for what stands joined in a file.

        An earlier rule joined groups because all of one gave the same answer. Where so many of
        those that are missing answered that none of them can have been one or two, it was that.

        Args:
            answered: How many of each group that is shown answered on the scale.
            in_others: How many people gave any answer in the joined group.
        """
        own = self.people.get(OTHER_PERSPECTIVES, 0)
        if in_others <= own:
            return True
        missing = [n for name, n in self.people.items() if name not in answered]
        behind = [*missing, own] if OTHER_PERSPECTIVES in answered and own else missing
        most = FEWEST_OF_A_PERSPECTIVE - 1
        on_the_scale = answered.get(OTHER_PERSPECTIVES, 0)
        return any(on_the_scale <= sum(behind) - people + most for people in behind)
