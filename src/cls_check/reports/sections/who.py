"""Who took part, who did not, and why some are not shown on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES
from cls_check.reports.model.blocks import Block, Section, point, points, section, table, text
from cls_check.reports.model.wording import group_name
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.reports.model.story import Story


def who_took_part(story: Story) -> Section:
    """Who took part, who did not, and why some are not shown on their own."""
    if story.one_view:
        return section("who", story.label("heading.who"), [text(say("who.one-view"))])
    return section("who", story.label("heading.who"), _who(story))


def _who(story: Story) -> Iterator[Block]:
    safe = story.safe
    if not story.enough_people:
        yield text(say("who.few", minimum=safe.minimum_group))
        return
    yield text(say("who.people", n=safe.people))
    came = [group for group in safe.groups() if safe.took_part.get(group)]
    named = [group for group in came if group != EVERYONE]
    if named:
        rows = [[large(group_name(safe, group)), str(safe.took_part[group])] for group in named]
        columns = [label("column.perspective"), label("column.people")]
        yield table("who", label("table.who"), columns, {"": rows})
    elif safe.perspectives:
        yield text(say("who.all-joined"), role="note")
    else:
        yield text(say("who.no-perspectives"), role="note")
    if OTHER_PERSPECTIVES in came:
        other = large(group_name(safe, OTHER_PERSPECTIVES))
        yield text(say("who.joined", other=other), role="note")
    yield from _not_shown(story, came)


def _not_shown(story: Story, came: Sequence[str]) -> Iterator[Block]:
    """Perspectives that are not shown: nobody can tell whether they had nobody or too few."""
    missing = [name for name in story.safe.perspectives if name not in came]
    if missing:
        names = [point(large(group_name(story.safe, name))) for name in missing]
        yield points(names, label=say("who.not-shown"))
        yield text(say("who.not-shown-why"), say("who.ask"), role="note")
