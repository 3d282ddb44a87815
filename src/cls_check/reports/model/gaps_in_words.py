"""Perspectives that lie apart, in words: on one factor, by chance, or on nearly everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.model.rounded import with_typical
from cls_check.words.names import group_name
from cls_check.words.speech import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.gaps import Gap
    from cls_check.domain.findings.throughout import Throughout


def who_differs(gap: Gap, factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    """The perspectives at both ends with their typical answers, in the order of the questionnaire."""
    for group, own in factor.by.items():
        if group in (*gap.lower, *gap.higher) and own.typical_answer is not None:
            name = group_name(assessment, group)
            yield with_typical("numbers.group", own.typical_answer, assessment, group=name)
    if gap.is_beyond:
        yield say("numbers.beyond")
    if gap.is_clear:
        yield say("numbers.ask-each")
    elif factor.headline == "views-differ":
        yield say("numbers.wide-inside")
    else:
        yield by_chance(gap.chance)


def by_chance(share: float) -> str:
    """How often a gap like this comes by chance alone, of 0 to 1."""
    tenths = round(10 * share)
    bounds = ((0.95, "mostly"), (0.15, "often"), (0.05, "can"))
    how = next((key for bound, key in bounds if share >= bound), "seldom")
    return say(f"numbers.chance.{how}", some=min(tenths, 9))


def names_of(end: Iterable[str], assessment: Assessment) -> str:
    """The perspectives at one end of a gap, in a line."""
    return ", ".join(group_name(assessment, each) for each in end)


def throughout_with_doubt(found: Iterable[Throughout], assessment: Assessment) -> list[str]:
    """Each of them in a sentence, with what it may come from."""
    return [f"{throughout_in_words(each, assessment)} {say('whole.may-be')}" for each in found]


def throughout_in_words(found: Throughout, assessment: Assessment, whose: str = "whole") -> str:
    """That a perspective's answers are higher or lower on nearly everything, as a sentence.

    `whose` is "whole", or "you" to those whose answers these are. How much is not said: it is told
    only where it is large, so the number would mostly be too large.
    """
    way = "higher" if found.by > 0 else "lower"
    fields = {"group": group_name(assessment, found.group)}
    if len(found.others) == 1:
        other = group_name(assessment, found.others[0])
        return say(f"{whose}.{way}-than-one", other=other, **fields)
    return say(f"{whose}.{way}-than-others", **fields)
