"""Since last time: who answered then and now, and then what can honestly be said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cls_check.reports.model.blocks import (
    Block,
    Point,
    Section,
    point,
    points,
    section,
    table,
    text,
)
from cls_check.reports.model.wording import own_words
from cls_check.reports.sections.compared import one_reason, shifts_told, who_answered
from cls_check.reports.sections.doing import followed
from cls_check.reports.sections.shifts import agreement_moved, level_moved
from cls_check.reports.sections.then_and_now import dumbbell_of, key_of, then_and_now
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.domain.comparison.statement_matching import Status
    from cls_check.reports.model.story import Story

NOT_COMPARED: tuple[Status, ...] = (
    "reworded", "reused-id", "other-id", "moved", "new", "retired",
)  # fmt: skip


def since_last_time(story: Story) -> list[Section]:
    """The section, if there is a comparison to tell of."""
    found = story.comparison
    if not found:
        return []
    both_alone = found.old.one_view and found.new.one_view
    told = _own_answers(found) if both_alone else _told(found)
    return [section("since", label("heading.since"), told)]


def _told(found: Comparison) -> Iterator[Block]:
    yield text(say("since.then", date=day_in_words(found.old.date)))
    yield from who_answered(found)
    reason = one_reason(found)
    if reason:
        yield text(reason, role="note")
    items = [_moved(found, shift, named=not reason) for shift in found.factors]
    told = [item for item in items if item.text]
    if any(item.chart for item in told):
        scale = found.new.scale
        yield points(told, role="lanes", key=key_of(found), ends=(scale[0], scale[-1]))
        yield then_and_now(found)
    else:
        yield points(told)
    yield from _what_else(found)
    if not reason:
        yield text(say("since.limits"), role="note")


def _moved(found: Comparison, shift: FactorShift, *, named: bool) -> Point:
    """One factor: the perspectives first where other people answered this time."""
    told = list(shifts_told(found, shift, named=named))
    told += [*agreement_moved(shift), *level_moved(shift, found.old, found.new)]
    if shift.evidence_added:
        told.append(say("since.evidence", n=shift.evidence_added))
    anchor = f"factor-{shift.id}"
    return point(" ".join(told), lead=shift.title, anchor=anchor, chart=dumbbell_of(found, shift))


def _what_else(found: Comparison) -> Iterator[Block]:
    agreed = [action for _, action in followed(found)[0]]
    done = sum(action.done for action in agreed)
    if len(agreed) == 1:
        yield text(say("since.actions-one", n=done))
    elif agreed:
        yield text(say("since.actions", n=done, all=len(agreed)))
    statuses: Counter[str] = Counter(
        each.status for shift in found.factors for each in shift.statements
    )
    told = [say(f"since.status.{key}", n=statuses[key]) for key in NOT_COMPARED if statuses[key]]
    told += [say("since.retired", title=found.old.factors[key].title) for key in found.retired]
    if told:
        yield points(point(each) for each in told)


def _own_answers(found: Comparison) -> Iterator[Block]:
    """One person's answers on two days, side by side, without a claim."""
    yield text(say("since.then", date=day_in_words(found.old.date)), say("since.own.intro"))
    yield from answers_side_by_side(found)
    moved = [
        point(" ".join(level_moved(shift, found.old, found.new)), lead=shift.title)
        for shift in found.factors
    ]
    yield points(item for item in moved if item.text)
    yield from _what_else(found)
    yield text(say("since.own.limits"), role="note")


def answers_side_by_side(found: Comparison) -> Iterator[Block]:
    """A table of one person's answers to the statements that are the same on both days."""
    then, now = dict(found.old.statements()), dict(found.new.statements())
    rows = {
        found.new.factors[shift.id].title: [
            [
                then[each.id].text,
                own_words(found.old.everyone(then[each.id]), found.old.scale),
                own_words(found.new.everyone(now[each.id]), found.new.scale),
            ]
            for each in shift.statements
            if each.status == "same"
        ]
        for shift in found.factors
    }
    columns = [label("column.statement-own"), label("column.then"), label("column.now")]
    shared = {title: own for title, own in rows.items() if own}
    if shared:
        yield table("own", label("table.own"), columns, shared, numeric=False)
