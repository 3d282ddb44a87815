"""Who took part then and now, what moved, and what cannot be compared."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING

from cls_check.domain.findings.findings import find_throughout
from cls_check.reports.difference.standing import are_held_apart, are_one_persons
from cls_check.reports.model.blocks import Block, Point, Points, point, points, text
from cls_check.reports.model.wording import throughout_in_words
from cls_check.reports.sections.compared import one_reason, shifts_told, who_answered
from cls_check.reports.sections.shifts import agreement_moved, level_moved
from cls_check.reports.sections.since import NOT_COMPARED, answers_side_by_side
from cls_check.reports.sections.then_and_now import dumbbell_of, key_of, then_and_now
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.domain.comparison.difference import Difference
    from cls_check.domain.comparison.statement_matching import Status

MOST_STATEMENTS = 12
"""Of one kind; more are counted. A shorter form leaves 30 statements out."""


def who_took_part(found: Difference) -> Iterator[Block]:
    """The people then and now, with what changed in the room first."""
    if not found.comparison.why_not:
        yield from who_answered(found.comparison)
        told = [
            *_throughout(found.comparison.old, "then"),
            *_throughout(found.comparison.new, "now"),
        ]
        if told:
            yield text(*told, say("whole.may-be"))


def _throughout(assessment: Assessment, when: str) -> Iterator[str]:
    """Which perspective was higher or lower on nearly everything in one of the rounds."""
    for each in find_throughout(assessment):
        told = throughout_in_words(each, assessment)
        yield say(f"difference.throughout-{when}", told=told)


def factor_by_factor(found: Difference) -> Iterator[Block]:
    """What moved, with a picture for each factor, and what that does not say."""
    both = found.comparison
    if one_reason(both):
        return
    shifts = both.shifts
    items = [_factor(both, shift) for shift in shifts]
    scale = both.new.scale
    if any(item.chart for item in items):
        yield points(items, role="lanes", key=key_of(both), ends=(scale[0], scale[-1]))
        yield then_and_now(both)
    else:
        yield points(items)
    yield text(say("since.limits"), role="note")


def _factor(both: Comparison, shift: FactorShift) -> Point:
    told = " ".join(shifts_told(both, shift, named=True))
    return point(told, lead=shift.title, chart=dumbbell_of(both, shift))


def own_answers(found: Difference) -> Iterator[Block]:
    """One person's answers on two days, beside each other, and that they show no shift."""
    if are_one_persons(found.comparison):
        yield from answers_side_by_side(found.comparison)
        yield text(say("since.own.limits"), role="note")


def not_compared(found: Difference) -> Iterator[Block]:
    """Statements that are not the same in both, by what became of them."""
    both = found.comparison
    if are_held_apart(both):
        return
    if both.old.scale != both.new.scale and both.old.scale and both.new.scale:
        scales = {"then": ", ".join(both.old.scale), "now": ", ".join(both.new.scale)}
        yield text(say("difference.scale", **scales))
    by_status: dict[Status, list[str]] = defaultdict(list)
    was: dict[str, str] = {}
    for shift in both.shifts:
        for each in shift.statements:
            by_status[each.status].append(each.id)
            was |= {each.id: each.was} if each.was else {}
    for status in NOT_COMPARED:
        if status == "other-id" and was:
            yield from _other_ids(both, was)
        elif by_status[status]:
            yield _statements(both, status, by_status[status])


def _other_ids(both: Comparison, was: dict[str, str]) -> Iterator[Block]:
    """Statements that are called something else now, and the lines that let them be compared."""
    now = dict(both.new.statements())
    items = [
        point(label("difference.other-id", text=now[key].text, then=then, now=key))
        for key, then in list(was.items())[:MOST_STATEMENTS]
    ]
    if len(was) > MOST_STATEMENTS:
        items.append(point(say("difference.more", n=len(was) - MOST_STATEMENTS)))
    yield points(items, label=label("difference.status.other-id"))
    pairs = ", ".join(f"{json.dumps(then)}: {json.dumps(key)}" for key, then in was.items())
    yield text(label("difference.to-rename"), role="note")
    yield text("cls-check-renames: 1")
    yield text(f"statements: {{{pairs}}}")


def _statements(both: Comparison, status: Status, ids: list[str]) -> Points:
    then, now = dict(both.old.statements()), dict(both.new.statements())
    items = []
    for key in ids[:MOST_STATEMENTS]:
        both_times = {"new": (now,), "retired": (then,)}.get(status, (then, now))
        wordings = [asked[key].text for asked in both_times if key in asked]
        if len(set(wordings)) > 1:
            items.append(point(label("difference.wording", then=wordings[0], now=wordings[1])))
        else:
            items.append(point(label("difference.wording.one", text=wordings[0])))
    if len(ids) > MOST_STATEMENTS:
        items.append(point(say("difference.more", n=len(ids) - MOST_STATEMENTS)))
    return points(items, label=label(f"difference.status.{status}"))


def levels(found: Difference) -> Iterator[Block]:
    """The levels that are not what they were."""
    both = found.comparison
    moved = [
        point(" ".join(level_moved(shift, both.old, both.new)), lead=shift.title)
        for shift in both.shifts
        if shift.level_then != shift.level_now
    ]
    if moved and not are_held_apart(both):
        yield points(moved)


def agreement(found: Difference) -> Iterator[Block]:
    """Where people's answers came closer together or moved apart."""
    moved = [
        point(told, lead=shift.title)
        for shift in found.comparison.factors
        for told in agreement_moved(shift)
    ]
    if moved:
        yield points(moved)
