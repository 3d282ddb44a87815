"""How to read the report: what the words mean, and what it cannot tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import SENSITIVE_TIMES, USUAL_MINIMUM_GROUP
from cls_check.reports.model.blocks import (
    Section,
    point,
    points,
    section,
)
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.reports.model.story import Story


def how_to_read(story: Story) -> Section:
    """What the words mean, and what the report cannot tell."""
    items = [point(sentence) for sentence in _limits(story)]
    return section("read", label("heading.read"), [points(items)])


def _limits(story: Story) -> Iterator[str]:
    minimum = story.safe.minimum_group
    yield say("read.purpose")
    if story.has_statements:
        yield story.say("read.typical")
    if story.has_statements and not story.one_view:
        yield say("read.likely")
    yield say("read.marks")
    if story.one_view:
        yield say("read.one-view")
    else:
        yield say("read.few")
        yield say("read.joined", minimum=minimum)
    if minimum < USUAL_MINIMUM_GROUP and not story.one_view:
        yield say("read.minimum", minimum=minimum)
    yield from _sensitive(story)
    yield say("read.tested" if story.has_statements else "read.levels")
    yield say("read.compare")


def _sensitive(story: Story) -> Iterator[str]:
    """From how many people on a group is shown for factors that are hard to answer openly."""
    safe = story.safe
    titles = [each.title for each in safe.factors.values() if each.sensitive and each.statements]
    if titles and not story.one_view:
        about = ", ".join(f"“{title}”" for title in titles)
        lowered = safe.sensitive_minimum < SENSITIVE_TIMES * safe.minimum_group
        key = "read.sensitive-lowered" if lowered else "read.sensitive"
        yield say(key, titles=about, minimum=safe.sensitive_minimum)
