"""Two versions of one round differ by somebody: are there enough people between them?

A reader who has both can subtract one from the other. So for everything that can be subtracted,
either nothing differs or at least the minimum group stands between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import total
from cls_check.domain.terms import EVERYONE, NO_PERSPECTIVES, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.counts.tally import Tally

Groups = frozenset[str]


def too_close(old: Assessment, new: Assessment) -> tuple[str, ...]:
    """What gives people away between two versions of one round, as words for a sentence.

    Empty where the two can both be public.
    """
    if old.one_view or new.one_view or not (_has_answers(old) or _has_answers(new)):
        return ()
    minimum = max(old.minimum_group, new.minimum_group)
    found = []
    for words, in_old, in_new in _subtractable(old, new):
        between = abs(_people(new, in_new) - _people(old, in_old))
        same = between == 0 and _answers(old, in_old) == _answers(new, in_new)
        if between < minimum and not same:
            found.append(words)
    return tuple(dict.fromkeys(found))


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


def _has_answers(assessment: Assessment) -> bool:
    return any(statement.answers for _, statement in assessment.statements())


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
