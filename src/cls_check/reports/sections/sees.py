"""Where each perspective sees us: all factors at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.blocks import Block, section, table, text
from cls_check.reports.shown import measure_shown
from cls_check.reports.wording import group_name, level_name, typical_words
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.reports.story import Story


def how_each_sees_us(story: Story) -> Block:
    """A table of typical answers, or of levels where there are no statements."""
    if not story.has_statements:
        return section("sees", label("heading.sees-levels"), _levels(story))
    key = "heading.sees-together"
    if story.one_view or story.groups:
        key = story.whose("heading.sees")
    return section("sees", label(key), _sees(story))


def _levels(story: Story) -> Iterator[Block]:
    yield text(story.say("sees.no-numbers"))
    rows = [
        [
            factor.factor.title,
            level_name(story.safe, factor.factor.level) if factor.factor.level else "—",
        ]
        for factor in story.findings
    ]
    columns = [label("column.factor"), label("column.level")]
    yield table("levels", label("table.levels"), columns, {"": rows}, numeric=False)


def _sees(story: Story) -> Iterator[Block]:
    safe = story.safe
    scale = {"lowest": safe.scale[0], "highest": safe.scale[-1], "highest_number": len(safe.scale)}
    yield text(say("sees.scale", **scale))
    groups = [*story.groups, EVERYONE]
    rows = [
        [factor.factor.title, *(typical_words(factor, group, safe) for group in groups)]
        for factor in story.findings
    ]
    own = [label("column.typical")] if story.one_view or not story.groups else None
    columns = own or [large(group_name(safe, group)) for group in groups]
    caption = label("table.sees", highest_number=len(safe.scale))
    yield table("sees", caption, [label("column.factor"), *columns], {"": rows})
    yield from _what_a_dash_means(story, groups)
    for factor in story.findings:
        if any(measure_shown(factor, group, len(safe.scale)) is None for group in factor.by):
            yield text(say("sees.withheld", title=factor.factor.title), role="note")


def _what_a_dash_means(story: Story, groups: Sequence[str]) -> Iterator[Block]:
    """Why there is no number: too few answered, a whole group answered alike, or both."""
    positions = len(story.safe.scale)
    cells = [
        measure_shown(factor, group, positions)
        for factor in story.findings
        for group in groups
        if group in factor.by
    ]
    too_few = any(own is not None and own.typical_answer is None for own in cells)
    too_few |= any(group not in factor.by for factor in story.findings for group in groups)
    withheld = any(own is None for own in cells)
    if too_few or withheld:
        key = "sees.dash-both" if too_few and withheld else "sees.dash-withheld"
        yield text(say(key) if withheld else story.say("sees.dash"), role="note")
