"""The first pages of the report: in short, who took part, and what stands out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.findings.rules import BANDS, DIFFER
from cls_check.domain.terms import EVERYONE
from cls_check.reports.model.blocks import (
    Block,
    Point,
    Points,
    Section,
    point,
    points,
    section,
    text,
)
from cls_check.reports.model.story import anchor, gap_of
from cls_check.reports.model.wording import (
    NOT_SHOWN,
    by_chance,
    group_name,
    headline_sentence,
    names_of,
    range_fields,
    throughout_in_words,
    typical_words,
)
from cls_check.reports.sections.shifts_in_short import moved_in_short
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.reports.model.story import Story
    from cls_check.reports.model.wording import Said

MOST_IN_SHORT = 3


def in_short(story: Story) -> Section:
    """The findings that matter most, strengths first."""
    lists = [
        _first_three("strong", story, story.strengths),
        _digest(label("label.differ"), story, story.differences, DIFFER),
        perhaps(story, MOST_IN_SHORT),
        moved_in_short(story),
        _digest(story.label("label.unsure"), story, story.unsure, story.unsure_rules),
        _efforts(story),
    ]
    shown: list[Block] = [
        *throughout(story),
        *one_difference(story),
        *(each for each in lists if each.items),
    ]
    ranges = story.has_statements and story.enough_people and not story.one_view
    first = text(say("in-short.first"), say("in-short.range") if ranges else "", role="note")
    if story.one_view:
        shown.insert(0, text(say("who.one-view"), left_blank(story)))
    elif not story.enough_people:
        shown.insert(0, text(say("who.few", minimum=story.safe.minimum_group)))
    elif not shown:
        shown.append(text(say("say.not-enough")))
    counted = [point(actions_counted(story))]
    agreed = points(counted, label=story.label("label.actions"), role="digest")
    return section("in-short", label("heading.in-short"), [first, *shown, agreed])


def throughout(story: Story) -> list[Block]:
    """That a perspective is higher or lower on nearly everything, if one is."""
    if not story.throughout:
        return []
    told = [throughout_in_words(each, story.safe) for each in story.throughout]
    beyond = any(gap.is_beyond for f in story.findings for e in f.findings if (gap := e.gap))
    return [text(*told, say("whole.may-be"), say("whole.beyond") if beyond else "")]


def perhaps(story: Story, most: int) -> Points:
    """The gaps that may be chance, the widest for such groups first; that they may be one."""
    items = [
        point(
            f"{_ends(story, factor, 'lane.ends')} {by_chance(gap.chance)}",
            lead=factor.factor.title,
            anchor=anchor(factor),
        )
        for factor in story.perhaps_different[:most]
        if (gap := gap_of(factor, "perspectives-may-differ"))
    ]
    more = len(story.perhaps_different) - most
    if more > 0:
        items.append(point(say("more.see", n=more, heading=label("heading.differ"))))
    return points(items, label=label("label.differ-may"), role="digest")


def one_difference(story: Story) -> list[Block]:
    """That several gaps may be one difference, where one perspective is on a side of them all."""
    found = story.one_difference
    if not found:
        return []
    way = "higher" if found.is_higher else "lower"
    name = group_name(story.safe, found.group)
    return [text(say(f"differ.one.{way}", group=name, n=found.n, all=found.all))]


def _efforts(story: Story) -> Points:
    """Where to put effort: what is low or far apart, and whether an action is about it."""
    items = [_effort(story, factor) for factor in story.efforts[:MOST_IN_SHORT]]
    more = _more("effort", len(story.efforts))
    return points([*items, *more], label=label("label.effort"), role="digest")


def _effort(story: Story, factor: FactorFindings) -> Point:
    if factor.headline == "perspectives-differ":
        told = point(_ends(story, factor), lead=factor.factor.title, anchor=anchor(factor))
    else:
        told = _in_brief(story, factor, story.effort_rules(factor))
    return replace(told, text=f"{told.text} {about_actions(story, factor)}".strip())


def _ends(story: Story, factor: FactorFindings, key: str = "effort.differ") -> str:
    """How far apart the two ends are, with the names of all who stand there."""
    gap = next(each.gap for each in factor.findings if each.gap)
    ends = (gap.lower, gap.higher)
    low, high = (typical_words(factor, end[0]) for end in ends)
    lowest, highest = (names_of(end, story.safe) for end in ends)
    return say(key, low=low, lowest=lowest, high=high, highest=highest)


def about_actions(story: Story, factor: FactorFindings) -> str:
    """Whether an agreed action that is still open is about a factor."""
    if story.one_view:
        return ""
    still_open = sum(not action.done for action in factor.factor.actions)
    return say("effort.action", n=still_open) if still_open else say("effort.no-action")


def _digest(
    name: str,
    story: Story,
    factors: Sequence[FactorFindings],
    rules: Sequence[str],
    more: Sequence[Point] = (),
) -> Points:
    items = [_in_brief(story, factor, rules) for factor in factors]
    return points([*items, *more], label=name, role="digest")


def _in_brief(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Point:
    """One factor under a label that has said already what it is about: what is new, and no more."""
    first = next(story.said(factor, *rules), None)
    if first is None or story.one_view:
        return in_a_line(story, factor, rules)
    told = " ".join(filter(None, [_briefly(factor, first), first.fragile or first.doubt]))
    return point(told, lead=factor.factor.title, anchor=anchor(factor))


def _briefly(factor: FactorFindings, first: Said) -> str:
    typical = typical_words(factor, EVERYONE)
    if first.rule in BANDS and typical != NOT_SHOWN:
        return say(f"brief.{first.rule}", typical=typical, **range_fields(factor.by[EVERYONE]))
    if first.rule in {"perspectives-differ", "cannot-say"} and first.numbers:
        return " ".join(first.numbers)
    return first.say


def _first_three(part: str, story: Story, factors: Sequence[FactorFindings]) -> Points:
    """The first three, and where the others are named."""
    more = _more(part, len(factors))
    return _digest(label(f"label.{part}"), story, factors[:MOST_IN_SHORT], BANDS, more)


def _more(part: str, all_of_them: int) -> list[Point]:
    others = all_of_them - MOST_IN_SHORT
    if others <= 0:
        return []
    return [point(say("more.see", n=others, heading=label(f"heading.{part}")))]


def in_a_line(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Point:
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
    late = sum(action.is_late(story.safe.date) for action in agreed)
    if not agreed:
        return story.say("actions.none")
    counted = say("actions.count", n=len(agreed))
    parts = [counted, say("actions.done", n=done) if done else ""]
    parts.append(say("actions.late", n=late) if late else "")
    return " ".join(filter(None, parts))


def left_blank(story: Story) -> str:
    """How many statements one person left blank, or ''; of a group, nobody can tell."""
    if not story.one_view:
        return ""
    blank = sum(not (t.n or t.dont_know or t.cannot_answer) for t in story.own_tallies)
    return say("unsure.blank-one", n=blank) if blank else ""
