"""What somebody edited that has no part of its own: reasons, reflections, headings, particulars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.model.blocks import Block, Point, point, points
from cls_check.words.speech import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.assessments.cells import ChangedCell
    from cls_check.domain.comparison.difference import Difference

EDITED_IN_AN_ACTION = {"who", "by", "sign"}
TOLD_ELSEWHERE = {"factors", "reflections", "took-part"}
"""Parts of a file that have sentences of their own."""


def edited_words(found: Difference) -> Iterator[Block]:
    """In two files of one round: factor by factor, then the reflections, then the top.

    A later round has other words everywhere, and that is no news.
    """
    if found.comparison.why_not != "same-round":
        return
    told = [*_in_factors(found), *_in_reflections(found), *_at_the_top(found)]
    if told:
        yield points(told)


def _in_factors(found: Difference) -> Iterator[Point]:
    old, new = found.comparison.old, found.comparison.new
    for key, factor in new.factors.items():
        if key not in old.factors:
            continue
        cells = [cell for cell in found.cells if cell.path[:2] == ("factors", key)]
        sentences = list(dict.fromkeys(told for cell in cells for told in _of_a_factor(cell, old)))
        if sentences:
            yield point(" ".join(sentences), lead=factor.title)


def _of_a_factor(cell: ChangedCell, old: Assessment) -> Iterator[str]:
    key, part = cell.path[1], cell.path[2]
    if part == "because":
        ending = "" if cell.then and cell.now else "-new" if cell.now else "-gone"
        yield say(f"difference.edited.because{ending}")
    elif part == "title":
        yield say("difference.edited.title", then=old.factors[key].title)
    elif part == "actions" and cell.path[-1] in EDITED_IN_AN_ACTION:
        was_there = any(action.what == cell.path[3] for action in old.factors[key].actions)
        if was_there:
            yield say("difference.edited.actions")
    elif "after-talking" in cell.path:
        yield say("difference.edited.after-talking")


def _in_reflections(found: Difference) -> Iterator[Point]:
    asked = found.comparison.old.reflections | found.comparison.new.reflections
    edited = dict.fromkeys(cell.path[1] for cell in found.cells if cell.path[0] == "reflections")
    for key in edited:
        yield point(say("difference.edited.reflection", text=asked[key].text))


def _at_the_top(found: Difference) -> Iterator[Point]:
    names = dict.fromkeys(
        cell.path[0] for cell in found.cells if cell.path[0] not in TOLD_ELSEWHERE
    )
    if names:
        yield point(say("difference.edited.particulars", names=", ".join(names)))
