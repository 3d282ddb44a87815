"""What moved since last time, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.model.blocks import Point, Points, point, points
from cls_check.reports.sections.shifts import level_moved, many_people, shift_key, shift_sentences
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.reports.model.story import Story

CLEAREST_FIRST = ("up", "down", "maybe-up", "maybe-down")
MOST_IN_SHORT = 4


def what_moved(found: Comparison) -> list[FactorShift]:
    """The factors that moved for everyone, clear shifts first."""
    return [
        shift for kind in CLEAREST_FIRST for shift in found.factors if shift.everyone.kind == kind
    ]


def moved_in_short(story: Story) -> Points:
    """What moved for everyone, as one list: the clear shifts, then the possible ones."""
    found = story.comparison
    if not found:
        return points([])
    moved = what_moved(found)
    items = [_moved_in_a_line(found, shift) for shift in moved[:MOST_IN_SHORT]]
    if moved and found.room_changed:
        items.insert(0, point(say("since.room.may-explain")))
    if len(moved) > MOST_IN_SHORT:
        more = {"n": len(moved) - MOST_IN_SHORT, "heading": label("heading.since")}
        items.append(point(say("more.see", **more)))
    return points(
        items, label=label("label.moved", date=day_in_words(found.old.date)), role="digest"
    )


def _moved_in_a_line(found: Comparison, shift: FactorShift) -> Point:
    within = any(own.kind != "not-comparable" for own in shift.by.values())
    together = bool(found.room_changed) and within
    told = shift_sentences(shift, together=together, many=many_people(found))
    return point(" ".join(told), lead=shift.title, anchor=f"factor-{shift.id}")


def moved_without_numbers(found: Comparison, most: int) -> Iterator[Point]:
    """What moved, up to so many factors; where there are levels alone, what became of them."""
    moved = what_moved(found)
    many = many_people(found)
    for shift in moved[:most]:
        yield point(
            say(f"since.plain.{shift_key(shift.everyone.kind, many=many)}"), lead=shift.title
        )
    if all(shift.everyone.kind == "not-comparable" for shift in found.factors):
        chosen = [shift for shift in found.factors if shift.level_then != shift.level_now]
        for shift in chosen[:most]:
            told = " ".join(level_moved(shift, found.old, found.new))
            yield point(told, lead=shift.title)
    elif not moved:
        yield point(say("since.plain.none"))
