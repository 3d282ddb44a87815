"""What goes back to those who took part: thanks, what they said, and how to put it right.

No numbers beyond counts of people and things. It speaks to the people whose answers these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.findings.rules import DIFFER, EFFORT
from cls_check.domain.terms import EVERYONE
from cls_check.errors import ClsCheckError
from cls_check.reports.model.blocks import (
    Block,
    Fact,
    Section,
    actions,
    point,
    points,
    section,
    text,
)
from cls_check.reports.model.wording import group_name, short_headline, throughout_in_words
from cls_check.reports.sections.doing import action_block, agreed_in
from cls_check.reports.sections.particulars import foot, particulars
from cls_check.reports.sections.shifts_in_short import moved_without_numbers
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.reports.model.story import Story

__all__ = ["facts", "foot", "sections", "title"]

MOST_MOVED = 10


def title(story: Story) -> str:
    """What stands at the top.

    Raises:
        ClsCheckError: it is one person's own picture, so there is nobody to thank.
    """
    if story.one_view:
        raise ClsCheckError.of(
            "This is one person's own picture, so there are no other people to write to.",
            "Leave out --for participants to get the report of it.",
        )
    return label("title.participants", place=story.safe.place)


def facts(story: Story) -> Iterator[Fact]:
    """What stands under the title."""
    return particulars(story, "place", "date", "round")


def sections(story: Story) -> Iterator[Section]:
    """Thanks first, what is strong next, and how to correct this last."""
    yield section("thanks", label("heading.thanks"), _thanks(story))
    if story.enough_people:
        yield from _what_you_said(story)
    if story.comparison and story.enough_people:
        yield section("since", label("heading.since"), _since(story))
    yield section("next", label("heading.next"), _next(story))
    yield section("correct", label("heading.correct"), _how_to_correct())


def _what_you_said(story: Story) -> Iterator[Section]:
    strong = _points(story.strengths, story, with_evidence=True)
    yield section("strong", label("heading.you-strong"), strong or [text(say("you.strong.none"))])
    lower = [factor for factor in story.efforts if factor.headline in EFFORT]
    hard = _points(lower, story)
    yield section("hard", label("heading.you-hard"), hard or [text(say("you.hard.none"))])
    differ = _points(story.differences, story, rules=DIFFER)
    nothing = [] if story.throughout else [text(say("you.differ.none"))]
    whole = [text(throughout_in_words(each, story.safe, whose="you")) for each in story.throughout]
    yield section("differ", label("heading.you-differ"), [*whole, *(differ or nothing)])
    unsure = [f for f in story.unsure if f.headline == "cannot-say"]
    if unsure:
        told: list[Block] = [
            text(say("you.unsure")),
            points(point(lead=f.factor.title) for f in unsure),
        ]
        yield section("unsure", label("heading.you-unsure"), told)


def _thanks(story: Story) -> Iterator[Block]:
    safe = story.safe
    if not story.enough_people:
        yield text(say("you.thanks", date=day_in_words(safe.date), place=safe.place))
        yield text(say("who.few", minimum=safe.minimum_group))
        return
    yield text(say("you.thanks", date=day_in_words(safe.date), place=safe.place))
    yield text(say("who.people", n=safe.people), *_what_you_gave(story))
    named = [name for name in safe.groups() if safe.took_part.get(name) and name != EVERYONE]
    if named:
        counted = [
            point(say("you.count", group=group_name(safe, name), n=safe.took_part[name]))
            for name in named
        ]
        yield points(counted)


def _what_you_gave(story: Story) -> Iterator[str]:
    tallies = story.own_tallies
    given = sum(tally.n for tally in tallies)
    if given:
        yield say("you.gave-answers", answers=f"{given:,}", statements=len(tallies))
    evidence = sum(len(factor.factor.evidence) for factor in story.findings)
    if evidence:
        yield say("you.gave-evidence", n=evidence)


def _points(
    factors: Sequence[FactorFindings],
    story: Story,
    *,
    rules: Sequence[str] = (),
    with_evidence: bool = False,
) -> list[Block]:
    items = [
        point(
            _you_said(factor, story, rules),
            lead=factor.factor.title,
            quotes=_from_people(factor) if with_evidence else (),
        )
        for factor in factors
    ]
    return [points(items)] if items else []


def _from_people(factor: FactorFindings) -> list[str]:
    """One thing that people and families gave as evidence, in their words."""
    return [each.what for each in factor.factor.evidence if each.from_ == "people"][:1]


def _you_said(factor: FactorFindings, story: Story, rules: Sequence[str]) -> str:
    found = next((each for each in factor.findings if not rules or each.rule in rules), None)
    if found is None:
        return large(short_headline(factor, story.safe)) + "."
    return say("you.two-camps" if found.two_camps else f"you.{found.rule}")


def _since(story: Story) -> Iterator[Block]:
    found = story.comparison
    assert found is not None  # noqa: S101 - asked by `sections`
    yield text(
        say("since.then", date=day_in_words(found.old.date)),
        say("since.room.may-explain") if found.room_changed else "",
    )
    yield points(moved_without_numbers(found, MOST_MOVED))


def _next(story: Story) -> Iterator[Block]:
    agreed = list(agreed_in(story.safe))
    if not agreed:
        yield text(say("you.next.none"))
        return
    yield text(say("you.next"))
    yield actions(action_block(title, action, story.safe.date) for title, action in agreed)


def _how_to_correct() -> Iterator[Block]:
    keys = ("you.correct.tell", "you.correct.words", "you.correct.answers", "you.correct.more")
    yield points(point(say(key)) for key in keys)
