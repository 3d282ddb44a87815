"""What stands out: what is strong, seen differently, hard to say, and worth effort next."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.findings.rules import BANDS, DIFFER
from cls_check.reports.model.blocks import Block, Point, Section, point, points, section, text
from cls_check.reports.model.shown import paragraphs
from cls_check.reports.model.story import anchor
from cls_check.reports.model.wording import level_sentence
from cls_check.reports.sections.in_short import (
    about_actions,
    in_a_line,
    left_blank,
    one_difference,
    perhaps,
    throughout,
)
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings.findings import FactorFindings
from cls_check.reports.model.story import Story

MOST_QUOTED = MOST_EFFORTS = 3


def what_is_strong(story: Story) -> Section:
    """Every strength, the first few with what shows them in people's own words."""
    items = [
        _with_evidence(story, factor) if place < MOST_QUOTED else in_a_line(story, factor, BANDS)
        for place, factor in enumerate(story.strengths)
    ]
    found = points(items) if items else text(story.say("strong.none"))
    return section("strong", label("heading.strong"), [found])


def _with_evidence(story: Story, factor: FactorFindings) -> Point:
    quotes = [paragraphs(each.what) for each in factor.factor.evidence[:2]]
    return replace(in_a_line(story, factor, BANDS), quotes=quotes)


def where_people_differ(story: Story) -> Section:
    """Where perspectives, or people, see things differently."""
    clear = [_in_full(story, factor, DIFFER) for factor in story.differences]
    whole = [*throughout(story), *one_difference(story)]
    found: list[Block] = [*whole, points(clear) if clear else text(_no_clear(story))]
    return section("differ", label("heading.differ"), [*found, *_perhaps(story)])


def _perhaps(story: Story) -> Iterator[Block]:
    """The factors with a gap that may be chance, each with how often it comes so."""
    found = perhaps(story, len(story.findings))
    if found.items:
        yield text(say("differ.perhaps"))
        yield replace(found, role="plain")


def _no_clear(story: Story) -> str:
    """That nothing is seen differently for sure, in words that fit what else is said there."""
    if story.throughout:
        return say("differ.none-beyond")
    if story.perhaps_different:
        return say("differ.none-clear")
    enough = not story.has_statements or any(f.headline != "not-enough" for f in story.findings)
    return say("differ.none" if enough else "differ.too-few")


def where_many_could_not_say(story: Story) -> Section:
    """Where many did not know, or too few answered."""
    items = [_in_full(story, factor, story.unsure_rules) for factor in story.unsure]
    found: list[Block] = [points(items)] if items else []
    if not items and _could_mostly_say(story):
        found.append(text(story.say("unsure.none")))
    if left_blank(story):
        found.append(text(left_blank(story)))
    nothing = [text(say("nothing.yet"))]
    return section("unsure", story.label("heading.unsure"), found or nothing)


def _could_mostly_say(story: Story) -> bool:
    """In one person's picture, whether more than half of the statements have an answer."""
    answered = sum(tally.n for tally in story.own_tallies)
    return not story.one_view or 2 * answered > len(story.own_tallies)


def _in_full(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Point:
    found = list(story.said(factor, *rules))
    if rules == story.unsure_rules:
        found = found[-1:]  # many could not say says more than not enough
    parts = [part for each in found for part in (each.say, *each.numbers, each.fragile)]
    sentences = list(filter(None, parts))
    if found:
        sentences.append(found[0].next)
    else:
        sentences.append(level_sentence(factor, story.safe))
    asked = story.factor_asked(factor.id)
    if asked and asked.if_people_disagree and story.differ(factor) and rules == DIFFER:
        sentences.append(asked.if_people_disagree)
    return point(" ".join(sentences), lead=factor.factor.title, anchor=anchor(factor))


def where_to_put_effort(story: Story) -> Section:
    """Three factors that need care, each with one thing to try, and the names of the others."""
    heading = label("heading.effort")
    if not story.efforts:
        enough = any(f.headline != "not-enough" for f in story.findings)
        key = "effort.none" if enough else "effort.too-few"
        return section("effort", heading, [text(story.say(key))])
    items = [_with_a_step(story, factor) for factor in story.efforts[:MOST_EFFORTS]]
    others = [
        point(lead=factor.factor.title, anchor=anchor(factor))
        for factor in story.efforts[MOST_EFFORTS:]
    ]
    order = "" if story.one_view or not story.has_statements else say("effort.order")
    found: list[Block] = [text(say("effort.worth"), order), points(items)]
    if others:
        found.append(points(others, label=label("label.effort-more")))
    return section("effort", heading, found)


def _with_a_step(story: Story, factor: FactorFindings) -> Point:
    item = in_a_line(story, factor, story.effort_rules(factor))
    asked = story.factor_asked(factor.id)
    if asked and asked.next_steps:
        step = say("effort.try", step=asked.next_steps[0])
    else:
        step = next((each.next for each in story.said(factor)), "")
    told = (item.text, about_actions(story, factor), step)
    return replace(item, text=" ".join(filter(None, told)))
