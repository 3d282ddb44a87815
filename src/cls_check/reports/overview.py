"""The first pages of the report: in short, who took part, and what stands out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES
from cls_check.reports.blocks import Block, point, points, section, table, text
from cls_check.reports.shown import measure_shown
from cls_check.reports.since import moved_in_short
from cls_check.reports.story import DIFFERENT, anchor
from cls_check.reports.wording import (
    group_name,
    headline_sentence,
    level_name,
    level_sentence,
    typical_words,
)
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings import FactorFindings
    from cls_check.reports.story import Story

BANDS = ("strength", "growing-well", "growing", "starting")
MOST_IN_SHORT = MOST_QUOTED = MOST_EFFORTS = 3


def in_short(story: Story) -> Block:
    """The findings that matter most, strengths first."""
    lists = [
        _first_three("strong", story, story.strengths),
        _digest(label("label.differ"), story, story.differences, DIFFERENT),
        moved_in_short(story),
        _digest(story.label("label.unsure"), story, story.unsure, story.unsure_rules),
        _first_three("effort", story, story.efforts),
    ]
    shown = [each for each in lists if each["items"]]
    if story.one_view:
        shown.insert(0, text(say("who.one-view"), _left_blank(story)))
    elif not story.enough_people:
        shown.insert(0, text(say("who.few", minimum=story.safe.minimum_group)))
    elif not shown:
        shown.append(text(say("say.not-enough")))
    agreed = points([point(actions_counted(story))], label=story.label("label.actions"))
    return section("in-short", label("heading.in-short"), [*shown, agreed | {"role": "digest"}])


def _digest(
    name: str, story: Story, factors: Sequence[FactorFindings], rules: Sequence[str]
) -> Block:
    items = [_in_a_line(story, factor, rules) for factor in factors]
    return points(items, label=name, role="digest")


def _first_three(part: str, story: Story, factors: Sequence[FactorFindings]) -> Block:
    """The first three, and where the others are named."""
    found = _digest(label(f"label.{part}"), story, factors[:MOST_IN_SHORT], BANDS)
    if len(factors) > MOST_IN_SHORT:
        more = {"n": len(factors) - MOST_IN_SHORT, "heading": label(f"heading.{part}")}
        found["items"].append(point(say("more.see", **more)))
    return found


def _in_a_line(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Block:
    first = next(story.said(factor, *rules), None)
    if first:
        sentences = [first.say, *first.numbers, first.fragile]
    else:
        sentences = [headline_sentence(factor, story.safe)]
    return point(" ".join(filter(None, sentences)), lead=factor.factor.title, anchor=anchor(factor))


def actions_counted(story: Story) -> str:
    """How many actions are agreed, and how many of them are done."""
    agreed = [action for factor in story.findings for action in factor.factor.actions]
    done = sum(action.done for action in agreed)
    if not agreed:
        return story.say("actions.none")
    counted = say("actions.count", n=len(agreed))
    return f"{counted} {say('actions.done', n=done)}" if done else counted


def who_took_part(story: Story) -> Block:
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


def how_each_sees_us(story: Story) -> Block:
    """A table of typical answers, or of levels where there are no statements."""
    if not story.has_statements:
        return section("sees", label("heading.sees-levels"), _levels(story))
    key = "heading.sees-together"
    if story.one_view or story.groups:
        key = story.whose("heading.sees")
    return section("sees", label(key), _sees(story))


def _levels(story: Story) -> Iterator[Block]:
    yield text(story.say("sees.no-numbers"))
    rows = [
        [
            factor.factor.title,
            level_name(story.safe, factor.factor.level) if factor.factor.level else "—",
        ]
        for factor in story.findings
    ]
    columns = [label("column.factor"), label("column.level")]
    yield table("levels", label("table.levels"), columns, {"": rows}, numeric=False)


def _sees(story: Story) -> Iterator[Block]:
    safe = story.safe
    scale = {"lowest": safe.scale[0], "highest": safe.scale[-1], "highest_number": len(safe.scale)}
    yield text(say("sees.scale", **scale))
    groups = [*story.groups, EVERYONE]
    rows = [
        [factor.factor.title, *(typical_words(factor, group, safe) for group in groups)]
        for factor in story.findings
    ]
    own = [label("column.typical")] if story.one_view or not story.groups else None
    columns = own or [large(group_name(safe, group)) for group in groups]
    caption = label("table.sees", highest_number=len(safe.scale))
    yield table("sees", caption, [label("column.factor"), *columns], {"": rows})
    yield from _what_a_dash_means(story, groups)
    for factor in story.findings:
        if any(measure_shown(factor, group, len(safe.scale)) is None for group in factor.by):
            yield text(say("sees.withheld", title=factor.factor.title), role="note")


def _what_a_dash_means(story: Story, groups: Sequence[str]) -> Iterator[Block]:
    """Why there is no number: too few answered, a whole group answered alike, or both."""
    positions = len(story.safe.scale)
    cells = [
        measure_shown(factor, group, positions)
        for factor in story.findings
        for group in groups
        if group in factor.by
    ]
    too_few = any(own is not None and own.typical_answer is None for own in cells)
    too_few |= any(group not in factor.by for factor in story.findings for group in groups)
    withheld = any(own is None for own in cells)
    if too_few or withheld:
        key = "sees.dash-both" if too_few and withheld else "sees.dash-withheld"
        yield text(say(key) if withheld else story.say("sees.dash"), role="note")


def what_is_strong(story: Story) -> Block:
    """Every strength, the first few with what shows them in people's own words."""
    items = [_in_a_line(story, factor, BANDS) for factor in story.strengths]
    for item, factor in zip(items[:MOST_QUOTED], story.strengths, strict=False):
        item["quotes"] = point(quotes=[each.what for each in factor.factor.evidence[:2]])["quotes"]
    found = [points(items)] if items else [text(story.say("strong.none"))]
    return section("strong", label("heading.strong"), found)


def where_people_differ(story: Story) -> Block:
    """Where perspectives, or people, see things differently."""
    items = [_in_full(story, factor, DIFFERENT) for factor in story.differences]
    heading = label("heading.differ")
    if items:
        return section("differ", heading, [points(items)])
    enough = not story.has_statements or any(f.headline != "not-enough" for f in story.findings)
    return section("differ", heading, [text(say("differ.none" if enough else "differ.too-few"))])


def where_many_could_not_say(story: Story) -> Block:
    """Where many did not know, or too few answered."""
    items = [_in_full(story, factor, story.unsure_rules) for factor in story.unsure]
    found = [points(items)] if items else []
    if not items and _could_mostly_say(story):
        found.append(text(story.say("unsure.none")))
    if _left_blank(story):
        found.append(text(_left_blank(story)))
    nothing = [text(say("nothing.yet"))]
    return section("unsure", story.label("heading.unsure"), found or nothing)


def _could_mostly_say(story: Story) -> bool:
    """In one person's picture, whether more than half of the statements have an answer."""
    answered = sum(tally.n for tally in story.own_tallies)
    return not story.one_view or 2 * answered > len(story.own_tallies)


def _left_blank(story: Story) -> str:
    """How many statements one person left blank, or ''; of a group, nobody can tell."""
    if not story.one_view:
        return ""
    blank = sum(not (t.n or t.dont_know or t.cannot_answer) for t in story.own_tallies)
    return say("unsure.blank-one", n=blank) if blank else ""


def _in_full(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Block:
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
    if asked and asked.if_people_disagree and story.differ(factor) and rules == DIFFERENT:
        sentences.append(asked.if_people_disagree)
    return point(" ".join(sentences), lead=factor.factor.title, anchor=anchor(factor))


def where_to_put_effort(story: Story) -> Block:
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
    found = [text(say("effort.worth")), points(items)]
    if others:
        found.append(points(others, label=label("label.effort-more")))
    return section("effort", heading, found)


def _with_a_step(story: Story, factor: FactorFindings) -> Block:
    item = _in_a_line(story, factor, BANDS)
    asked = story.factor_asked(factor.id)
    if asked and asked.next_steps:
        step = say("effort.try", step=asked.next_steps[0])
    else:
        step = next((each.next for each in story.said(factor, *BANDS)), "")
    return item | {"text": f"{item['text']} {step}".strip()}
