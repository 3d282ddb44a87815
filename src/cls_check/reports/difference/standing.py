"""Whether two assessments can be compared, and why not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.closing.versions import in_words
from cls_check.reports.model.blocks import Block, text
from cls_check.reports.sections.compared import one_reason
from cls_check.words.speech import day_in_words, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.comparison.difference import Difference


def are_one_persons(both: Comparison) -> bool:
    """Whether both are one person's own pictures."""
    return both.old.one_view and both.new.one_view


def are_held_apart(both: Comparison) -> bool:
    """Whether nothing at all is said of the two together: two places, or a group and one person."""
    return both.why_not == "other-place" or (
        both.why_not == "one-view" and not are_one_persons(both)
    )


def can_they_be_compared(found: Difference) -> Iterator[Block]:
    """The answer first; then what has to be known before anything else is read."""
    both = found.comparison
    reason = one_reason(both)
    if are_one_persons(both):
        yield text(say("since.own.intro"))
    elif reason:
        yield text(say("difference.no", why=reason))
    else:
        yield text(*_how_many(found))
    if both.why_not == "same-round":
        yield from _two_files_of_one_round(found)
    elif both.new.date < both.old.date:
        then, now = day_in_words(both.old.date), day_in_words(both.new.date)
        yield text(say("difference.backwards", then=then, now=now), role="note")


def _how_many(found: Difference) -> Iterator[str]:
    factors = found.comparison.shifts
    asked = {each.id: each.status for shift in factors for each in shift.statements}
    same = sum(status == "same" for status in asked.values())
    yield say("difference.comparable", n=same)
    if same < len(asked):
        yield say("difference.out-of", all=len(asked))


def _two_files_of_one_round(found: Difference) -> Iterator[Block]:
    edited = found.statements_edited()
    old, new = found.comparison.old, found.comparison.new
    told = []
    if old.people != new.people:
        told.append(say("difference.people-differ", then=old.people, now=new.people))
    if edited:
        told.append(say("difference.answers-differ", n=len(edited)))
    elif any(statement.answers for _, statement in new.statements()):
        told.append(say("difference.answers-same"))
    yield text(*told)
    if found.too_close:
        where = in_words(found.too_close)
        yield text(say("difference.too-close", where=where), role="note")
