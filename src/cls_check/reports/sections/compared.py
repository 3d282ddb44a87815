"""Who answered then and now, and what each group's answers say of a factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.model.blocks import Block, point, points, table, text
from cls_check.reports.model.wording import group_name
from cls_check.reports.sections.shifts import many_people, shift_key, shift_sentences
from cls_check.reports.sections.shifts_in_short import CLEAREST_FIRST
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison, FactorShift

STIRRED = frozenset(CLEAREST_FIRST)
MOST_TO_EXPLAIN = 2
"""From so many perspectives on, all moving one way is not the mix."""


def where_from(found: Comparison) -> str:
    """That what moved may come from other organisations; '' where nothing moved for everyone."""
    if not any(shift.everyone.kind in STIRRED for shift in found.factors):
        return ""
    then, now = found.old.organisations, found.new.organisations
    if then is None or now is None:
        return say("since.organisations.unknown")
    return say("since.organisations", then=then, now=now)


def who_answered(found: Comparison) -> Iterator[Block]:
    yield from _who_answered(found)
    told = where_from(found)
    if told:
        yield text(told)


def _who_answered(found: Comparison) -> Iterator[Block]:
    old, new = found.old, found.new
    if old.one_view or new.one_view:
        return
    if found.room_changed:
        yield text(say("since.room"))
        yield points(point(_room_sentence(found, name)) for name in found.room_changed)
    groups = [name for name in new.groups() if new.took_part.get(name) and name != EVERYONE]
    gone = [n for n in old.groups() if old.took_part.get(n) and n not in {*groups, EVERYONE}]
    rows = [
        [large(_name(found, name)), _people(old, name), _people(new, name)]
        for name in (*groups, *gone)
    ]
    if not rows:
        yield text(say("since.people", then=old.people, now=new.people))
        return
    rows.append([large(label("group.everyone")), str(old.people), str(new.people)])
    columns = [label(f"column.{name}") for name in ("perspective", "then", "now")]
    yield table("who-then", label("table.who-then"), columns, {"": rows})


def _name(found: Comparison, group: str) -> str:
    known = found.new if group in found.new.perspectives else found.old
    return group_name(known, group)


def _people(assessment: Assessment, group: str) -> str:
    return str(assessment.took_part[group]) if assessment.took_part.get(group) else "—"


def _room_sentence(found: Comparison, group: str) -> str:
    then, now = found.old.took_part.get(group), found.new.took_part.get(group)
    name = _name(found, group)
    if not then:
        return say("since.room.new", group=name)
    if not now:
        return say("since.room.gone", group=name)
    totals = {"all_then": found.old.people, "all_now": found.new.people}
    return say("since.room.more", group=name, then=then, now=now, **totals)


def one_reason(found: Comparison) -> str:
    """Why nothing can be compared, where that is so for the same reason everywhere."""
    reasons = {shift.everyone.why for shift in found.factors}
    if len(reasons) > 1 or "" in reasons:
        return ""
    asked = any(True for _ in found.new.statements()) and any(True for _ in found.old.statements())
    reason = reasons.pop()
    return say(f"since.why.{'levels' if reason == 'nothing-shared' and not asked else reason}")


def shifts_told(found: Comparison, shift: FactorShift, *, named: bool) -> Iterator[str]:
    """How a factor moved: the perspectives first where other people answered this time.

    Where the reason that nothing can be compared has been told, it is not `named` again.
    """
    if found.room_changed:
        yield from _perspectives_first(found, shift, named=named)
        return
    if named:
        yield from shift_sentences(shift, many=many_people(found))
    yield from _within(found, shift, STIRRED)


def _perspectives_first(found: Comparison, shift: FactorShift, *, named: bool) -> Iterator[str]:
    kinds = [own.kind for own in shift.by.values() if own.kind != "not-comparable"]
    if kinds and not STIRRED & set(kinds):
        yield say("since.groups-unclear")
    else:
        yield from _within(found, shift, {*STIRRED, "no-clear-change"})
    if named:
        yield from shift_sentences(shift, together=bool(kinds), many=many_people(found))
    if shift.everyone.kind in STIRRED - set(kinds):
        way = _way_of_each(shift)
        yield say(f"since.each-too.{way}") if way else say("since.room-may-explain")


def _way_of_each(shift: FactorShift) -> str:
    """Which way every perspective went, at least half as far as all together; '' where not all did.

    Then the other mix of people is not what moved the answers.
    """
    all_, own = shift.everyone, list(shift.by.values())
    if all_.then is None or all_.now is None or len(own) < MOST_TO_EXPLAIN:
        return ""
    moved = all_.now - all_.then
    each_too = all(
        each.then is not None
        and each.now is not None
        and (each.now - each.then) * moved > 0
        and 2 * abs(each.now - each.then) >= abs(moved)
        for each in own
    )
    return "" if not each_too else "higher" if moved > 0 else "lower"


def _within(found: Comparison, shift: FactorShift, kinds: Set[str]) -> Iterator[str]:
    for name, own in shift.by.items():
        if own.kind in kinds:
            key = shift_key(own.kind, many=many_people(found, name))
            yield say(f"since.group.{key}", group=_name(found, name))
