"""Two versions of one round differ by somebody: are there enough people between them?

A reader who has both can subtract one from the other. So for everything that can be subtracted,
either nothing differs or at least the minimum group stands between; and for each statement, no
answers that one or two people gave, or that fewer gave than a sensitive factor needs. And a group that
is joined in one of them may not stand alone in the other: taken away from the joined tally, it would
leave those who are hidden behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.closing.alike import in_both, under_new_ids
from cls_check.domain.counts.tally import Tally, total
from cls_check.domain.terms import (
    EVERYONE,
    FEWEST_OF_A_PERSPECTIVE,
    NO_PERSPECTIVES,
    OTHER_PERSPECTIVES,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment
    from cls_check.domain.closing.alike import Asked

Groups = frozenset[str]
AFTER_TALKING = "after-talking"


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
    found = (few for each in under_new_ids(old, new) for few in _too_close(each, new))
    return tuple(dict.fromkeys(found))


def _too_close(old: Assessment, new: Assessment) -> Iterator[TooFew]:
    asked = in_both(old, new)
    nothing = not any(each.then.answers or each.now.answers for each in asked)
    if old.one_view or new.one_view or nothing:
        return
    minimum = max(old.minimum_group, new.minimum_group)
    for words, in_old, in_new in _subtractable(old, new):
        between = abs(_people(new, in_new) - _people(old, in_old))
        same = between == 0 and all(
            _answers(old, each.then, in_old) == _answers(new, each.now, in_new) for each in asked
        )
        if between < minimum and not same:
            yield TooFew(words)
    yield from (TooFew(group) for group in _coming_out(old.took_part, new.took_part))
    for each in asked:
        yield from _of_a_statement(old, new, each)


def few_moved(old: Mapping[str, int], new: Mapping[str, int], minimum: int) -> bool:
    """Whether fewer people than the minimum went, or came, by who was there and not by numbers.

    Args:
        old: How many people stand behind each random name of the one version.
        new: The same of the other.
        minimum: The fewest people of a group that is shown.
    """
    both = [(old.get(name, 0), new.get(name, 0)) for name in {**old, **new}]
    return any(0 < people < minimum for people in _gone_and_come(both))


def _coming_out(old: Collection[str], new: Collection[str]) -> Iterator[str]:
    """The groups that stand alone in one of two, and may be among those joined in the other."""
    for here, there in ((old, new), (new, old)):
        if not NO_PERSPECTIVES.isdisjoint(here):
            yield from (name for name in there if name not in here and name not in NO_PERSPECTIVES)


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


def _of_a_statement(old: Assessment, new: Assessment, asked: Asked) -> Iterator[TooFew]:
    """Each group of a statement of which too few people's answers differ, or that comes out."""
    positions = max(len(old.scale), len(new.scale))
    then, now = _tallies(asked.then, positions), _tallies(asked.now, positions)
    fewest = _fewest(old, new, asked)
    for group in _coming_out(then, now):
        yield TooFew(group, asked.key)
    for group, before, after in _comparable(then, now, positions):
        if _few_differ(before, after, fewest):
            yield TooFew(group, asked.key)
    votes = [each.after_talking for each in (asked.then, asked.now)]
    if all(votes):
        before, after = (Tally.from_written(vote, positions) for vote in votes)
        if _few_differ(before, after, fewest):
            yield TooFew(AFTER_TALKING, asked.key)


def _fewest(old: Assessment, new: Assessment, asked: Asked) -> int:
    """How many people's answers may stand between two tallies of a statement, if any do.

    Of a sensitive factor, as many as a perspective needs to be shown: what came since may be one
    perspective, whole, that no file shows.
    """
    if asked.sensitive:
        return max(old.sensitive_minimum, new.sensitive_minimum)
    return FEWEST_OF_A_PERSPECTIVE


def _tallies(statement: AnsweredStatement, positions: int) -> dict[str, Tally]:
    """Each group's answers, on the longer of two scales."""
    return {name: Tally.from_written(given, positions) for name, given in statement.answers.items()}


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


def _few_differ(one: Tally, other: Tally, fewest: int) -> bool:
    """Whether a few people are in one of them and not in the other, or moved between answers.

    Those who went and those who came are counted each by themselves: behind six who came, the one
    who went is still seen.
    """
    pairs = list(zip(one.counts, other.counts, strict=True))
    beside = [(one.dont_know, other.dont_know), (one.cannot_answer, other.cannot_answer)]
    return any(
        0 < people < fewest for each in (pairs, pairs + beside) for people in _gone_and_come(each)
    )


def _gone_and_come(pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """The fewest people who must have gone, and come, for two tallies to be different."""
    return (
        sum(max(0, then - now) for then, now in pairs),
        sum(max(0, now - then) for then, now in pairs),
    )


def _people(assessment: Assessment, groups: Groups) -> int:
    return sum(assessment.took_part[name] for name in groups)


def _answers(
    assessment: Assessment, statement: AnsweredStatement, groups: Groups
) -> tuple[Tally, frozenset[str]]:
    """A statement's answers from some groups, and from which of them they are shown."""
    for_all = groups >= frozenset(assessment.took_part)
    tallies = assessment.tallies(statement).items()
    shown = {n: t for n, t in tallies if t.people and (for_all or n in groups)}
    return total(shown.values(), len(assessment.scale)), frozenset(shown)
