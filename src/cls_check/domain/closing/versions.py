"""Two versions of one round differ by somebody: are there enough people between them?

A reader who has both can subtract one from the other. So for everything that can be subtracted,
either nothing differs or at least the minimum group stands between; and for each statement, no
answers that one or two people gave.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.counts.tally import total
from cls_check.domain.terms import (
    EVERYONE,
    FEWEST_OF_A_PERSPECTIVE,
    NO_PERSPECTIVES,
    OTHER_PERSPECTIVES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.counts.tally import Tally

Groups = frozenset[str]


MOST_NAMED = 3


class TooFew(NamedTuple):
    """A group of which so few people stand between two versions that they can be worked out.

    With a statement, it is their answers to that one.
    """

    group: str
    statement: str = ""


def in_words(found: Sequence[TooFew]) -> str:
    """Groups, or else their statements, the first few by name: "frontline in cop-1 and 2 more"."""
    groups = [each.group for each in found if not each.statement]
    named = groups or [f"{each.group} in {each.statement}" for each in found]
    more = len(named) - MOST_NAMED
    return ", ".join(named[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def too_close(old: Assessment, new: Assessment) -> tuple[TooFew, ...]:
    """What gives people away between two versions of one round.

    Empty where the two can both be public.
    """
    if old.one_view or new.one_view or not _has_answers_to_the_same(old, new):
        return ()
    minimum = max(old.minimum_group, new.minimum_group)
    found: list[TooFew] = []
    for words, in_old, in_new in _subtractable(old, new):
        between = abs(_people(new, in_new) - _people(old, in_old))
        same = between == 0 and _answers(old, in_old) == _answers(new, in_new)
        if between < minimum and not same:
            found.append(TooFew(words))
    return tuple(dict.fromkeys([*found, *_answers_of_few(old, new)]))


def _subtractable(old: Assessment, new: Assessment) -> Iterator[tuple[str, Groups, Groups]]:
    """Pairs of totals that speak of the same perspectives, or one of some of the other's."""
    old_groups, new_groups = frozenset(old.took_part), frozenset(new.took_part)
    yield EVERYONE, old_groups, new_groups
    for name in sorted((old_groups & new_groups) - NO_PERSPECTIVES):
        yield name, frozenset({name}), frozenset({name})
    only_old, only_new = (
        old_groups - new_groups - NO_PERSPECTIVES,
        new_groups - old_groups - NO_PERSPECTIVES,
    )
    hidden_old, hidden_new = old_groups & NO_PERSPECTIVES, new_groups & NO_PERSPECTIVES
    if hidden_old or hidden_new:
        yield OTHER_PERSPECTIVES, only_old | hidden_old, only_new | hidden_new
    if only_old and hidden_new:
        yield ", ".join(sorted(only_old)), only_old, hidden_new
    if only_new and hidden_old:
        yield ", ".join(sorted(only_new)), hidden_old, only_new


def _answers_of_few(old: Assessment, new: Assessment) -> Iterator[TooFew]:
    """Each group of each statement of which one or two people's answers differ."""
    if len(old.scale) != len(new.scale):
        return  # the answers are no longer the same ones
    before = dict(old.statements())
    for key, statement in new.statements():
        if key in before:
            then, now = old.tallies(before[key]), new.tallies(statement)
            for group, one, other in _comparable(then, now, len(new.scale)):
                if _few_differ(one, other):
                    yield TooFew(group, key)


def _comparable(
    then: dict[str, Tally], now: dict[str, Tally], positions: int
) -> Iterator[tuple[str, Tally, Tally]]:
    """What can be subtracted for one statement: each group in both, what is left, and all of it."""
    both = [name for name in then if name in now and name not in NO_PERSPECTIVES]
    for name in both:
        yield name, then[name], now[name]
    left = [[tally for name, tally in each.items() if name not in both] for each in (then, now)]
    yield OTHER_PERSPECTIVES, total(left[0], positions), total(left[1], positions)
    yield EVERYONE, total(then.values(), positions), total(now.values(), positions)


def _few_differ(one: Tally, other: Tally) -> bool:
    """Whether one or two people are in one of them and not in the other, or moved between answers."""
    pairs = list(zip(one.counts, other.counts, strict=True))
    beside = [(one.dont_know, other.dont_know), (one.cannot_answer, other.cannot_answer)]
    return any(
        0 < _people_between(each) < FEWEST_OF_A_PERSPECTIVE for each in (pairs, pairs + beside)
    )


def _people_between(pairs: Sequence[tuple[int, int]]) -> int:
    """The fewest people that can account for two tallies' being different."""
    gone = sum(max(0, then - now) for then, now in pairs)
    come = sum(max(0, now - then) for then, now in pairs)
    return max(gone, come)


def _has_answers_to_the_same(old: Assessment, new: Assessment) -> bool:
    """Whether anything was answered in one of them that was asked in both."""
    before = dict(old.statements())
    both = [(before[key], each) for key, each in new.statements() if key in before]
    return any(one.answers or other.answers for one, other in both)


def _people(assessment: Assessment, groups: Groups) -> int:
    return sum(assessment.took_part[name] for name in groups)


def _answers(assessment: Assessment, groups: Groups) -> dict[str, tuple[Tally, frozenset[str]]]:
    """Each statement's answers from some groups, and from which of them they are shown."""
    result = {}
    for_all = groups >= frozenset(assessment.took_part)
    for statement_id, statement in assessment.statements():
        tallies = assessment.tallies(statement).items()
        shown = {n: t for n, t in tallies if t.people and (for_all or n in groups)}
        tally = total(shown.values(), len(assessment.scale))
        result[statement_id] = (tally, frozenset(shown))
    return result
