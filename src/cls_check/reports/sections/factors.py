"""Factor by factor: what people said, what the tool makes of it, and what to talk about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.charts.blocks import blocks, can_be_drawn
from cls_check.reports.model.blocks import (
    Block,
    Point,
    Points,
    Section,
    finding,
    point,
    points,
    quote,
    section,
    text,
)
from cls_check.reports.model.story import anchor
from cls_check.reports.model.wording import (
    about_the_numbers,
    early_on,
    level_sentence,
    short_headline,
    statement_sentence,
)
from cls_check.reports.sections.all_the_numbers import counts_of_each
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.domain.questionnaires.questionnaire import Factor
    from cls_check.reports.charts.strips import Strip
    from cls_check.reports.model.story import Story

WHOSE_EVIDENCE = ("people", "staff-and-leaders", "partners", "processes")


def factor_by_factor(story: Story) -> Section:
    """One part for each factor, in the order of the questionnaire."""
    parts = [_factor(story, factor) for factor in story.findings]
    return section("factors", label("heading.factors"), [], parts)


def _factor(story: Story, factor: FactorFindings) -> Section:
    title = factor.factor.title
    heading = label("heading.factor", title=title, finding=short_headline(factor, story.safe))
    told = [
        *_meaning(story, factor),
        *_findings(story, factor),
        *_statements(story, factor),
        *_level(story, factor),
        *_evidence(factor),
        *_prompts(story, factor),
    ]
    nothing = [text(say("nothing.yet"))]
    return section(
        anchor(factor), heading, told or nothing, contents=title, folded=_numbers(story, factor)
    )


def _numbers(story: Story, factor: FactorFindings) -> dict[str, list[Block]]:
    """The table behind the pictures, where the statements do not say all of it already."""
    if story.one_view or not (factor.statements and story.enough_people):
        return {}
    return {label("data.unfold", title=factor.factor.title): [counts_of_each(story, factor)]}


def _meaning(story: Story, factor: FactorFindings) -> Iterator[Block]:
    asked = story.factor_asked(factor.id)
    if asked and asked.meaning:
        yield text(asked.meaning, role="meaning")


def _findings(story: Story, factor: FactorFindings) -> Iterator[Block]:
    """The headline in full; what else holds stands under it, without a next step of its own."""
    for place, in_words in enumerate(story.said(factor)):
        yield finding(replace(in_words, next="") if place else in_words)
    numbers = list(about_the_numbers(factor, story.safe))
    if numbers:
        yield text(*numbers)
    expected = early_on(factor, story.safe)
    if expected:
        yield text(expected, role="note")


def _statements(story: Story, factor: FactorFindings) -> Iterator[Block]:
    if not factor.statements or not story.enough_people:
        return
    items = [
        point(
            statement_sentence(statement, story.safe),
            lead=statement.text,
            chart=_blocks(statement, story),
        )
        for statement in factor.statements
    ]
    key = [(None, say("chart.blocks"))] if any(item.chart for item in items) else []
    shown = _with_ends(items, story)
    yield points(shown, label=label("label.statements"), role="statements", key=key)


def _with_ends(items: Sequence[Point], story: Story) -> Iterator[Point]:
    """The points; the first picture says where the lowest and the highest answer stand."""
    ends = [story.safe.scale[0], story.safe.scale[-1]]
    for item in items:
        if item.chart and ends:
            yield replace(item, chart=replace(item.chart, ends=ends))
            ends = []
        else:
            yield item


def _blocks(statement: StatementFindings, story: Story) -> Strip | None:
    """Everyone's answers to a statement as blocks, where so many answered that it helps."""
    counts = statement.by[EVERYONE].shown_counts
    if story.one_view or counts is None or not can_be_drawn(counts):
        return None
    told = say("chart.answers", counts=", ".join(map(str, counts)))
    return blocks(told, counts)


def _level(story: Story, factor: FactorFindings) -> Iterator[Block]:
    level = factor.factor.level
    if level:
        asked = story.factor_asked(factor.id)
        description = asked.levels.get(level) if asked else None
        means = say("level.means", description=description) if description else ""
        yield text(level_sentence(factor, story.safe), means)
    if factor.factor.because:
        yield quote([factor.factor.because], label=story.label("label.because"))


def _evidence(factor: FactorFindings) -> Iterator[Block]:
    for whose in WHOSE_EVIDENCE:
        words = [each.what for each in factor.factor.evidence if each.from_ == whose]
        if words:
            yield quote(words, label=label(f"from.{whose}"))


def _prompts(story: Story, factor: FactorFindings) -> Iterator[Block]:
    asked = story.factor_asked(factor.id)
    if not asked:
        return
    strong = factor in story.strengths
    differs = factor in story.differences
    if asked.conversation:
        yield _prompt("label.ask", asked.conversation[0])
    if differs and asked.if_people_disagree:
        yield _prompt("label.if-differ", asked.if_people_disagree)
    if strong and asked.if_strong:
        yield _prompt("label.if-strong", asked.if_strong)
    elif asked.next_steps:
        yield _steps(asked)


def _prompt(key: str, words: str) -> Points:
    return points([point(words)], label=label(key), role="prompt")


def _steps(asked: Factor) -> Points:
    return points(
        [point(step) for step in asked.next_steps], label=label("label.next"), role="prompt"
    )
