"""The report that a steering group reads for ten minutes, to decide what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.sections.all_the_numbers import all_the_numbers
from cls_check.reports.sections.doing import keeping_it_going, what_we_agreed
from cls_check.reports.sections.factors import factor_by_factor
from cls_check.reports.sections.how_to_read import how_to_read
from cls_check.reports.sections.in_short import in_short
from cls_check.reports.sections.particulars import foot, particulars
from cls_check.reports.sections.sees import how_each_sees_us
from cls_check.reports.sections.since import since_last_time
from cls_check.reports.sections.stands_out import (
    what_is_strong,
    where_many_could_not_say,
    where_people_differ,
    where_to_put_effort,
)
from cls_check.reports.sections.who import who_took_part
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.reports.model.blocks import Fact, Section
    from cls_check.reports.model.story import Story


__all__ = ["facts", "foot", "sections", "title"]


def title(story: Story) -> str:
    """What stands at the top."""
    return label("title.one" if story.one_view else "title", place=story.safe.place)


def facts(story: Story) -> Iterator[Fact]:
    """What stands under the title."""
    return particulars(story)


def sections(story: Story) -> Iterator[Section]:
    """Everything, strengths first; the tables of numbers last."""
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
