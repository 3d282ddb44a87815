"""The proof that closing makes before anything is written: can hidden answers be worked back?

It shares no code with the joining that it checks. It knows the single perspectives' answers, and
asks of each one that must stay hidden whether a reader of the file, who has nothing but the shown
tallies, the number of people in each shown group and any subtraction between them, could know it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from cls_check.domain.terms import FEWEST_OF_A_PERSPECTIVE, NO_PERSPECTIVES, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.counts.tally import Tally


@dataclass(frozen=True)
class Recovered:
    """Answers of a small group that a reader of the file could work out."""

    statement: str
    perspective: str


def recovered(single: Assessment, shown: Assessment) -> Iterator[Recovered]:
    """Every hidden tally of `single` that follows from what `shown` makes public."""
    if shown.one_view:
        return
    shown_by_id = dict(shown.statements())
    for statement_id, statement in single.statements():
        public = shown.tallies(shown_by_id[statement_id])
        for perspective, tally in single.tallies(statement).items():
            if not _must_hide(perspective, tally, single):
                continue
            members = _members(public, single, shown)
            if (
                _isolated(perspective, members)
                or _forced(perspective, public, members, shown)
                or _of_one_mind(perspective, public, members)
            ):
                yield Recovered(statement_id, perspective)


def _must_hide(perspective: str, tally: Tally, single: Assessment) -> bool:
    few_people = single.took_part[perspective] < single.minimum_group
    few_answers = 0 < tally.n < FEWEST_OF_A_PERSPECTIVE
    return tally.people > 0 and (few_people or few_answers)


def _members(
    public: Mapping[str, Tally], single: Assessment, shown: Assessment
) -> dict[str, frozenset[str]]:
    """The perspectives that stand behind each group that is shown for a statement."""
    took_part = [name for name, count in single.took_part.items() if count]
    alone = {name: frozenset({name}) for name in public if name in took_part}
    rest = frozenset(took_part) - frozenset(alone) - _silent(public, shown)
    joined = [name for name in public if name in NO_PERSPECTIVES]
    return alone | {name: rest | alone.get(name, frozenset()) for name in joined}


def _silent(public: Mapping[str, Tally], shown: Assessment) -> frozenset[str]:
    """Shown perspectives without a tally here, where nothing was joined: all left it blank."""
    if OTHER_PERSPECTIVES in public:
        return frozenset()
    return frozenset(name for name in shown.took_part if name not in public)


def _isolated(perspective: str, members: Mapping[str, frozenset[str]]) -> bool:
    """Whether adding and subtracting shown totals leaves this perspective alone."""
    sets = [*members.values(), frozenset().union(*members.values())]
    return any(frozenset({perspective}) == total for total in _subtractions(sets))


def _subtractions(sets: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Every set that follows from the given ones by taking one from another that contains it."""
    known = set(sets)
    while True:
        new = {
            larger - smaller
            for pair in combinations(known, 2)
            for larger, smaller in (pair, pair[::-1])
            if smaller < larger
        }
        if new <= known:
            return known
        known |= new


def _forced(
    perspective: str,
    public: Mapping[str, Tally],
    members: Mapping[str, frozenset[str]],
    shown: Assessment,
) -> bool:
    """Whether the number of people in each group leaves only one way to share out a joined tally.

    Of a joined count T, a perspective of at most p people beside others of at most r people gave
    between max(0, T - r) and min(T, p); these bounds are exact for each answer.
    """
    group = next((name for name, behind in members.items() if perspective in behind), None)
    if group is None:
        return False
    own, rest = _most_people(perspective, members[group], shown)
    tally = public[group]
    counts = (*tally.counts, tally.dont_know, tally.cannot_answer)
    return all(max(0, count - rest) == min(count, own) for count in counts)


def _of_one_mind(
    perspective: str, public: Mapping[str, Tally], members: Mapping[str, frozenset[str]]
) -> bool:
    """Whether all of a joined group gave the same answer, so that each of its parts did.

    Where the whole room is of one mind there is no group to be told apart.
    """
    group = next((name for name, behind in members.items() if perspective in behind), None)
    if group is None or not any(t.n for name, t in public.items() if name != group):
        return False
    return len([count for count in public[group].counts if count]) == 1


def _most_people(perspective: str, behind: frozenset[str], shown: Assessment) -> tuple[int, int]:
    """The most people a reader must reckon with: in the perspective, and in those joined with it."""
    visible = {name: shown.took_part[name] for name in behind if name in shown.took_part}
    hidden = shown.people - sum(
        count for name, count in shown.took_part.items() if name not in NO_PERSPECTIVES
    )
    if perspective in visible:
        return visible[perspective], sum(visible.values()) - visible[perspective] + hidden
    return max(hidden - 1, 0), sum(visible.values()) + max(hidden - 1, 0)
