"""The facts at the top of a report, and the lines at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.model.blocks import Fact
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.reports.model.story import Story

FACTS = ("place", "date", "round", "stage", "questionnaire")


def particulars(story: Story, *wanted: str) -> Iterator[Fact]:
    """Where, when, and what was asked; those that are wanted, or all."""
    safe, used = story.safe, story.safe.questionnaire
    known = {
        "place": safe.place,
        "date": day_in_words(safe.date),
        "round": safe.round,
        "stage": label(f"stage.{safe.stage}") if safe.stage else None,
        "questionnaire": label("label.version", title=used.title or used.id, version=used.version),
    }
    for name in wanted or FACTS:
        value = known[name]
        if value:
            yield Fact(label(f"label.{name}"), value)


def foot(story: Story) -> Iterator[str]:
    """Whose questionnaire it is, and whose report this is not."""
    source = story.safe.questionnaire.source
    if source:
        yield say("read.source", source=source)
    yield say("read.independent")
