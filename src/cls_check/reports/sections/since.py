"""Since last time: who answered then and now, and then what can honestly be said."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.blocks import Block, point, points, section, table, text
from cls_check.reports.charts.dumbbells import dumbbell, sample
from cls_check.reports.sections.changes import (
    agreement_moved,
    level_moved,
    many_people,
    shift_key,
    shift_sentences,
)
from cls_check.reports.sections.doing import last_time
from cls_check.reports.sections.moved import CLEAREST_FIRST, without_unanimous_numbers
from cls_check.reports.wording import group_name, one_decimal, own_words
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from cls_check.domain.assessment import Assessment
    from cls_check.domain.comparison import Comparison, FactorChange
    from cls_check.reports.charts.strips import Strip
    from cls_check.reports.story import Story

STIRRED = frozenset(CLEAREST_FIRST)
NOT_COMPARED = ("reworded", "reused-id", "moved", "new", "retired")


def since_last_time(story: Story) -> list[Block]:
    """The section, if there is a comparison to tell of."""
    found = story.comparison
    if not found:
        return []
    both_alone = found.old.one_view and found.new.one_view
    told = _own_answers(found) if both_alone else _told(found)
    return [section("since", label("heading.since"), told)]


def _told(found: Comparison) -> Iterator[Block]:
    yield text(say("since.then", date=day_in_words(found.old.date)))
    yield from _who_answered(found)
    reason = _one_reason(found)
    if reason:
        yield text(reason, role="note")
    items = [_moved(found, change, named=not reason) for change in found.factors]
    told = [item for item in items if item["text"]]
    if any(item["chart"] for item in told):
        scale = found.new.scale
        yield points(told, role="lanes", key=_key(found), ends=(scale[0], scale[-1]))
        yield _then_and_now(found)
    else:
        yield points(told)
    yield from _what_else(found)
    if not reason:
        yield text(say("since.limits"), role="note")


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


def _one_reason(found: Comparison) -> str:
    """Why nothing can be compared, where that is so for the same reason everywhere."""
    reasons = {change.everyone.why for change in found.factors}
    if len(reasons) > 1 or "" in reasons:
        return ""
    asked = any(True for _ in found.new.statements()) and any(True for _ in found.old.statements())
    reason = reasons.pop()
    return say(f"since.why.{'levels' if reason == 'nothing-shared' and not asked else reason}")


def _moved(found: Comparison, change: FactorChange, *, named: bool) -> Block:
    """One factor: the perspectives first where other people answered this time."""
    change = without_unanimous_numbers(found, change)
    if found.room_changed:
        told = list(_perspectives_first(found, change, named=named))
    else:
        told = list(shift_sentences(change, many=many_people(found))) if named else []
        told += _within(found, change, STIRRED)
    told += [*agreement_moved(change), *level_moved(change, found.old, found.new)]
    if change.evidence_added:
        told.append(say("since.evidence", n=change.evidence_added))
    anchor = f"factor-{change.id}"
    return point(" ".join(told), lead=change.title, anchor=anchor, chart=_dumbbell(found, change))


def _dumbbell(found: Comparison, change: FactorChange) -> Strip | None:
    """Then and now for everyone, where both may be shown."""
    own = change.everyone
    if own.then is None or own.now is None:
        return None
    then, now = one_decimal(own.then), one_decimal(own.now)
    told = say("chart.then-and-now", then=then, now=now)
    return dumbbell(told, float(then), float(now), own.shift, len(found.new.scale))


def _key(found: Comparison) -> list[tuple[Strip | None, str]]:
    then, now = day_in_words(found.old.date), day_in_words(found.new.date)
    return [
        (sample(now=False), say("chart.then", date=then)),
        (sample(now=True), say("chart.now", date=now)),
        (None, say("chart.line")),
    ]


def _then_and_now(found: Comparison) -> Block:
    """The numbers behind the pictures."""
    rows = []
    for change in found.factors:
        own = without_unanimous_numbers(found, change).everyone
        both = (own.then, own.now)
        rows.append([change.title, *("—" if n is None else one_decimal(n) for n in both)])
    columns = [label(f"column.{name}") for name in ("factor", "then", "now")]
    return table("then-and-now", label("table.then-and-now"), columns, {"": rows})


def _perspectives_first(found: Comparison, change: FactorChange, *, named: bool) -> Iterator[str]:
    shifts = [own.shift for own in change.by.values() if own.shift != "not-comparable"]
    if shifts and not STIRRED & set(shifts):
        yield say("since.groups-unclear")
    else:
        yield from _within(found, change, {*STIRRED, "no-clear-change"})
    if named:
        yield from shift_sentences(change, together=bool(shifts), many=many_people(found))
    if change.everyone.shift in STIRRED - set(shifts):
        yield say("since.room-may-explain")


def _within(found: Comparison, change: FactorChange, shifts: Set[str]) -> Iterator[str]:
    for name, own in change.by.items():
        if own.shift in shifts:
            key = shift_key(own.shift, many=many_people(found, name))
            yield say(f"since.group.{key}", group=_name(found, name))


def _what_else(found: Comparison) -> Iterator[Block]:
    agreed = [action for _, _, action in last_time(found.old, found.new)]
    done = sum(action.done for action in agreed)
    if len(agreed) == 1:
        yield text(say("since.actions-one", n=done))
    elif agreed:
        yield text(say("since.actions", n=done, all=len(agreed)))
    statuses: Counter[str] = Counter(
        each.status for change in found.factors for each in change.statements
    )
    told = [say(f"since.status.{key}", n=statuses[key]) for key in NOT_COMPARED if statuses[key]]
    told += [say("since.retired", title=found.old.factors[key].title) for key in found.retired]
    if told:
        yield points(point(each) for each in told)


def _own_answers(found: Comparison) -> Iterator[Block]:
    """One person's answers on two days, side by side, without a claim."""
    yield text(say("since.then", date=day_in_words(found.old.date)), say("since.own.intro"))
    then, now = dict(found.old.statements()), dict(found.new.statements())
    rows = {
        found.new.factors[change.id].title: [
            [
                then[each.id].text,
                own_words(found.old.everyone(then[each.id]), found.old.scale),
                own_words(found.new.everyone(now[each.id]), found.new.scale),
            ]
            for each in change.statements
            if each.status == "same"
        ]
        for change in found.factors
    }
    columns = [label("column.statement-own"), label("column.then"), label("column.now")]
    shared = {title: own for title, own in rows.items() if own}
    if shared:
        yield table("own", label("table.own"), columns, shared, numeric=False)
    moved = [
        point(" ".join(level_moved(change, found.old, found.new)), lead=change.title)
        for change in found.factors
    ]
    yield points(item for item in moved if item["text"])
    yield from _what_else(found)
    yield text(say("since.own.limits"), role="note")
