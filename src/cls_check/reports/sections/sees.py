"""Where each perspective sees us: all factors at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE, NO_PERSPECTIVES
from cls_check.reports.charts.lanes import JOINED, lane, range_sample
from cls_check.reports.charts.lanes import sample as lane_sample
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
from cls_check.reports.model.story import anchor
from cls_check.reports.model.wording import group_name, level_name, one_decimal, with_range
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.reports.model.story import Story


MOST_NAMED = 2
"""Perspectives that are named at an end of a lane; with more of them, names say too little."""


def how_each_sees_us(story: Story) -> Section:
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
    yield from _lanes(story)
    groups = [*story.groups, EVERYONE]
    rows = [
        [factor.factor.title, *(with_range(factor, group) for group in groups)]
        for factor in story.findings
    ]
    own = [label("column.typical")] if story.one_view or not story.groups else None
    columns = own or [large(group_name(safe, group)) for group in groups]
    caption = label("table.sees", highest_number=len(safe.scale))
    yield table("sees", caption, [label("column.factor"), *columns], {"": rows})
    yield from _what_a_dash_means(story, groups)


def _lanes(story: Story) -> Iterator[Block]:
    """A lane for each factor, where there are perspectives whose marks could stand on it."""
    groups = story.groups
    lanes = [_on_a_lane(story, factor) for factor in story.findings]
    if not any(each.chart for each in lanes):
        return
    names = [large(group_name(story.safe, group)) for group in groups]
    key = [*zip(map(lane_sample, _series(groups)), names, strict=True)]
    if any(factor.by[EVERYONE].likely_range for factor in story.findings):
        key.append((range_sample(), label("chart.range")))
    scale = story.safe.scale
    yield points(lanes, role="lanes", key=key, ends=(scale[0], scale[-1]))


def _series(groups: Sequence[str]) -> list[int]:
    return [JOINED if group in NO_PERSPECTIVES else place for place, group in enumerate(groups)]


def _on_a_lane(story: Story, factor: FactorFindings) -> Point:
    """One factor: its lane, and in words where its two ends are."""
    positions = len(story.safe.scale)
    typical = {
        series: (group_name(story.safe, group), own.typical_answer)
        for series, group in zip(_series(story.groups), story.groups, strict=True)
        if (own := factor.by.get(group)) is not None and own.typical_answer is not None
    }
    if not typical:
        return point(say("lane.nothing"), lead=factor.factor.title, anchor=anchor(factor))
    shown = {series: float(one_decimal(answer)) for series, (_, answer) in typical.items()}
    return point(
        _two_ends(list(typical.values())),
        lead=factor.factor.title,
        anchor=anchor(factor),
        chart=lane("", shown, positions, factor.by[EVERYONE].likely_range),
    )


def _two_ends(typical: Sequence[tuple[str, float]]) -> str:
    """Who gave the lowest and the highest typical answer; no names where more than two did."""
    rounded = [(float(one_decimal(answer)), name) for name, answer in typical]
    low, high = min(rounded)[0], max(rounded)[0]
    lowest, highest = ([name for value, name in rounded if value == end] for end in (low, high))
    if len(rounded) == 1:
        return say("lane.group", group=lowest[0], typical=low)
    if low == high:
        return say("lane.same", typical=low)
    if len(lowest) <= MOST_NAMED and len(highest) <= MOST_NAMED:
        both = {"lowest": ", ".join(lowest), "highest": ", ".join(highest)}
        return say("lane.ends", low=low, high=high, **both)
    return say("lane.between", low=low, high=high)


def _what_a_dash_means(story: Story, groups: Sequence[str]) -> Iterator[Block]:
    """Why there is no number somewhere: too few answered."""
    cells = [factor.by.get(group) for factor in story.findings for group in groups]
    if any(own is None or own.typical_answer is None for own in cells):
        yield text(story.say("sees.dash"), role="note")
