"""Two assessments side by side as a view like that of a report, so that it comes in the same forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.difference.edited import edited_words
from cls_check.reports.difference.followed import what_became_of_actions, what_is_shown
from cls_check.reports.difference.shifts import (
    agreement,
    factor_by_factor,
    levels,
    not_compared,
    own_answers,
    who_took_part,
)
from cls_check.reports.difference.standing import can_they_be_compared
from cls_check.reports.model.blocks import Fact, Section, section, text
from cls_check.reports.model.view import view
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.difference import Difference
    from cls_check.reports.model.look import Look
    from cls_check.reports.model.view import View

TOLD = {
    "compared": can_they_be_compared,
    "who": who_took_part,
    "own": own_answers,
    "factors": factor_by_factor,
    "not-compared": not_compared,
    "levels": levels,
    "agreement": agreement,
    "evidence": what_is_shown,
    "actions": what_became_of_actions,
    "edited": edited_words,
}
"""Every part in its order; one that has nothing to say is left out."""


def difference_view(
    found: Difference, names: tuple[str, str], *, same_bytes: bool = False, look: Look | None = None
) -> View:
    """Everything that is said of two assessments, in order.

    Args:
        found: The two, the older first.
        names: How the two files are called, such as `northfield-2026-09-10.yaml at 1a2b3c4`.
        same_bytes: Whether not even the layout differs.
        look: How a page looks.
    """
    particulars = list(_sides(found, names))
    sections = list(_sections(found, same_bytes=same_bytes))
    return _framed(found.comparison.new, _title(found), particulars, sections, look)


def one_sided_view(assessment: Assessment, names: tuple[str, str]) -> View:
    """What is said of a file that is new, or that is gone: names[0] or names[1] is empty."""
    gone = not names[1]
    particulars = [
        Fact(
            label("label.then" if gone else "label.now"),
            _side(assessment, names[0] or names[1]),
        )
    ]
    told = text(say("difference.gone" if gone else "difference.new-file"))
    sections = [section("same", label("heading.difference.compared"), [told])]
    title = label("title.difference", place=assessment.place)
    return _framed(assessment, title, particulars, sections, None)


def _framed(
    new: Assessment,
    title: str,
    particulars: list[Fact],
    sections: list[Section],
    look: Look | None,
) -> View:
    return view(
        "difference",
        title,
        sections,
        language=new.language,
        foot=[say("difference.foot"), say("read.independent")],
        particulars=particulars,
        with_contents=len(sections) > 1,
        look=look,
    )


def _title(found: Difference) -> str:
    old, new, why_not = found.comparison.old, found.comparison.new, found.comparison.why_not
    if why_not == "one-view" and old.one_view != new.one_view:
        return label("title.difference.mixed", place=new.place)
    if why_not in {"same-round", "other-place", "one-view"}:
        fields = {"place": new.place, "then": old.place, "now": new.place}
        return label(f"title.difference.{why_not}", **fields)
    return label("title.difference", place=new.place)


def _sides(found: Difference, names: tuple[str, str]) -> Iterator[Fact]:
    for key, assessment, name in zip(
        ("label.then", "label.now"),
        (found.comparison.old, found.comparison.new),
        names,
        strict=True,
    ):
        yield Fact(label(key), _side(assessment, name))


def _side(assessment: Assessment, name: str) -> str:
    fields = {"date": day_in_words(assessment.date), "name": name}
    if assessment.round:
        return label("difference.side", round=assessment.round, **fields)
    return label("difference.side.no-round", **fields)


def _sections(found: Difference, *, same_bytes: bool) -> Iterator[Section]:
    if found.is_same:
        told = text(say("difference.same" if same_bytes else "difference.layout"))
        yield section("same", label("heading.difference.compared"), [told])
        return
    for key, part in TOLD.items():
        told_of_it = list(part(found))
        if told_of_it:
            yield section(key, label(f"heading.difference.{key}"), told_of_it)
