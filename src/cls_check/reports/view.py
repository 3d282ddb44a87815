"""The view model of the report: plain data in which all that may not be shown is already gone.

Suppression, rounding and wording happen here and in what this calls; a renderer lays out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.domain.privacy import protected
from cls_check.reports.sections.doing import keeping_it_going, what_we_agreed
from cls_check.reports.sections.factors import factor_by_factor
from cls_check.reports.sections.in_short import in_short
from cls_check.reports.sections.reading import all_the_numbers, how_to_read
from cls_check.reports.sections.sees import how_each_sees_us
from cls_check.reports.sections.since import since_last_time
from cls_check.reports.sections.stands_out import (
    what_is_strong,
    where_many_could_not_say,
    where_people_differ,
    where_to_put_effort,
)
from cls_check.reports.sections.who import who_took_part
from cls_check.reports.shown import all_visible
from cls_check.reports.story import Story
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessment import Assessment
    from cls_check.domain.comparison import Comparison
    from cls_check.domain.findings import FactorFindings
    from cls_check.domain.questionnaire import Questionnaire
    from cls_check.reports.blocks import Block


def steering_group_view(
    assessment: Assessment,
    findings: Sequence[FactorFindings],
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
) -> dict[str, Any]:
    """Everything that the steering group's report says, in order, as plain dicts and lists."""
    story = Story(protected(assessment), findings, questionnaire, comparison)
    view = {
        "language": story.safe.language,
        "title": label("title.one" if story.one_view else "title", place=story.safe.place),
        "particulars": list(_particulars(story)),
        "contents": label("contents"),
        "skip": label("skip"),
        "sections": list(_sections(story)),
        "foot": list(_foot(story)),
    }
    shown: dict[str, Any] = all_visible(view)
    return shown


def _particulars(story: Story) -> Iterator[Block]:
    safe, used = story.safe, story.safe.questionnaire
    stage = label(f"stage.{safe.stage}") if safe.stage else None
    facts = {
        "label.place": safe.place,
        "label.date": day_in_words(safe.date),
        "label.round": safe.round,
        "label.stage": stage,
        "label.questionnaire": label(
            "label.version", title=used.title or used.id, version=used.version
        ),
    }
    for key, value in facts.items():
        if value:
            yield {"label": label(key), "value": value}


def _sections(story: Story) -> Iterator[Block]:
    yield in_short(story)
    yield who_took_part(story)
    yield how_each_sees_us(story)
    yield what_is_strong(story)
    if not story.one_view:
        yield where_people_differ(story)
    if story.has_statements:
        yield where_many_could_not_say(story)
    yield where_to_put_effort(story)
    yield factor_by_factor(story)
    yield what_we_agreed(story)
    yield from since_last_time(story)
    if story.safe.reflections:
        yield keeping_it_going(story)
    yield how_to_read(story)
    yield from all_the_numbers(story)


def _foot(story: Story) -> Iterator[str]:
    source = story.safe.questionnaire.source
    if source:
        yield say("read.source", source=source)
    yield say("read.independent")
