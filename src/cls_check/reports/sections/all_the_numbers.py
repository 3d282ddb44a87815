"""All the numbers, statement by statement, and the table under each factor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.model.blocks import (
    Block,
    Section,
    Table,
    section,
    table,
    text,
)
from cls_check.reports.model.wording import group_name, own_words
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.measures import StatementResult
    from cls_check.reports.model.story import Story


def all_the_numbers(story: Story) -> list[Section]:
    """One table for each factor with statements; nothing where nothing may be shown.

    They are for looking something up, and a third of the paper: a page has them folded, each
    under its factor.
    """
    if not story.has_statements or not story.enough_people:
        return []
    tables = [
        _own_answers(story, factor) if story.one_view else counts_of_each(story, factor)
        for factor in story.findings
        if factor.statements
    ]
    intro = [] if story.one_view else [text(say("data.intro"))]
    on_page = "" if story.one_view else say("data.on-page")
    return [section("data", story.label("heading.data"), [*intro, *tables], on_page=on_page)]


def _own_answers(story: Story, factor: FactorFindings) -> Table:
    rows = [
        [each.text, own_words(each.by[EVERYONE].tally, story.safe.scale)]
        for each in factor.statements
    ]
    columns = [label("column.statement-own"), label("column.answer")]
    caption = label("table.answers", title=factor.factor.title)
    return table(f"answers-{factor.id}", caption, columns, {"": rows}, numeric=False)


def counts_of_each(story: Story, factor: FactorFindings) -> Block:
    """How many people of each perspective gave each answer.

    Counts alone: of a few people and one statement, a typical answer says less than they do.
    """
    caption = label("table.answers", title=factor.factor.title)
    columns = [
        label("column.statement"),
        *story.safe.scale,
        *(label(f"column.{name}") for name in ("could-not-say", "cannot-answer")),
    ]
    groups = {
        each.text: [
            [large(group_name(story.safe, group)), *_cells(each.by[group], len(story.safe.scale))]
            for group in [*story.groups, EVERYONE]
            if group in each.by
        ]
        for each in factor.statements
    }
    return table(f"answers-{factor.id}", caption, columns, groups)


def _cells(result: StatementResult, positions: int) -> list[str]:
    counts, tally = result.shown_counts, result.tally
    return [
        *(["—"] * positions if counts is None else map(str, counts)),
        str(tally.dont_know),
        str(tally.cannot_answer),
    ]
