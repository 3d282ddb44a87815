"""What people agreed to do, and what they said on reflection."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.comparison.follow_up import followed_actions
from cls_check.domain.dates import is_day
from cls_check.reports.model.blocks import (
    AgreedAction,
    Block,
    Fact,
    Quote,
    Section,
    actions,
    point,
    points,
    quote,
    section,
    text,
)
from cls_check.reports.model.shown import paragraphs
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.assessments.talk import Action
    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.reports.model.story import Story

Agreed = tuple[str, "Action"]
"""The factor's title, and what was agreed."""


def what_we_agreed(story: Story) -> Section:
    """Last time's actions and the new ones, each done or open."""
    heading, day = story.label("heading.actions"), story.safe.date
    then, new = followed(story.comparison) if story.comparison else ([], [])
    if not then:
        now = list(agreed_in(story.safe))
        return section("actions", heading, _listed(now, day, nothing=story.say("actions.none")))
    parts = [
        section("actions-then", label("heading.actions-then"), _listed(then, day, nothing="")),
        section(
            "actions-now",
            label("heading.actions-now"),
            _listed(new, day, nothing=say("actions.no-new")),
        ),
    ]
    return section("actions", heading, [], parts)


def agreed_in(assessment: Assessment) -> Iterator[Agreed]:
    """Every action of an assessment with its factor."""
    for factor in assessment.factors.values():
        for action in factor.actions:
            yield factor.title, action


def followed(found: Comparison) -> tuple[list[Agreed], list[Agreed]]:
    """The old round's actions, as the new one has them where it carries them on; then new ones."""
    then: list[Agreed] = []
    new: list[Agreed] = []
    for each in followed_actions(found.old, found.new):
        factor = found.new.factors.get(each.factor) or found.old.factors[each.factor]
        (new if each.state == "new" else then).append((factor.title, each.action))
    return then, new


def _listed(agreed: list[Agreed], day: str, *, nothing: str) -> list[Block]:
    if not agreed:
        return [text(nothing)]
    return [actions(action_block(title, action, day) for title, action in agreed)]


def _state(action: Action, day: str) -> str:
    return "done" if action.done else "late" if action.is_late(day) else "open"


def action_block(title: str, action: Action, day: str) -> AgreedAction:
    """An action with its factor; late where it should have been done before this day."""
    by = action.by and (day_in_words(action.by) if is_day(action.by) else action.by)
    facts = {"label.about": title, "label.who": action.who, "label.by": by}
    facts["label.sign"] = action.sign
    return AgreedAction(
        what=paragraphs(action.what),
        state=label(f"label.{_state(action, day)}"),
        done=action.done,
        facts=[
            Fact(label(key), " ".join(line for each in paragraphs(value) for line in each))
            for key, value in facts.items()
            if value
        ],
    )


def keeping_it_going(story: Story) -> Section:
    """The questions that are talked about and not counted: what was said, then what is left."""
    asked = story.safe.reflections
    parts = [
        section(f"reflection-{key}", each.text, [_what_was_said(each.said, story)])
        for key, each in asked.items()
        if each.said
    ]
    left = [point(each.text) for each in asked.values() if not each.said]
    if parts and left:
        heading = label("heading.reflections-left")
        parts.append(section("reflections-left", heading, [points(left)]))
    blocks: list[Block] = [text(say("reflections.ask"))]
    if not parts:
        blocks.append(points(left))
    return section("reflections", label("heading.reflections"), blocks, parts)


def _what_was_said(words: str, story: Story) -> Quote:
    return quote([words], label=story.label("label.said"))
