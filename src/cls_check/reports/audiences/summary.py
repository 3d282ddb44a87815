"""One page of A4 for those who read no more: no picture, and one table.

Every text has a longest length here and every list a number of lines that there is room for, so
that the page stays one page whatever people wrote. The whole is in the steering group's report.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.dates import is_day
from cls_check.domain.findings.rules import BANDS, DIFFER
from cls_check.reports.audiences.room import clipped, fitting, lines
from cls_check.reports.model.blocks import (
    Block,
    Fact,
    Point,
    Points,
    Section,
    point,
    points,
    section,
    table,
    text,
)
from cls_check.reports.model.story import gap_of
from cls_check.reports.model.wording import (
    level_name,
    names_of,
    said,
    short_headline,
    throughout_in_words,
)
from cls_check.reports.sections.doing import agreed_in
from cls_check.reports.sections.in_short import about_actions
from cls_check.reports.sections.particulars import foot as whole_foot
from cls_check.reports.sections.particulars import particulars
from cls_check.reports.sections.shifts_in_short import moved_without_numbers
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.talk import Action
    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.throughout import Throughout
    from cls_check.reports.model.story import Story

MOST_POINTS, MOST_ROWS = 3, 12
TITLE, NAME, LINE, ACTION, WHO, FOOT = 52, 30, 105, 150, 50, 150
"""How many usual letters a text of each kind has at most."""
HALF, WHOLE, COLUMNS = 45, 88, (46, 30, 22)
"""How many letters fit into a line: of half the page, of the whole, of each column of the table."""
LINES_OF_HALF, LINES_OF_TABLE, LINES_OF_ACTIONS = 6, 12, 6
"""How many lines there is room for."""


def title(story: Story) -> str:
    """What stands at the top."""
    return label("title.summary", place=clipped(story.safe.place, TITLE))


def facts(story: Story) -> Iterator[Fact]:
    """What stands under the title, and how many people took part."""
    for fact in particulars(story, "date", "round"):
        yield Fact(fact.label, clipped(fact.value, NAME))
    yield Fact(label("label.took-part"), _who(story))


def foot(story: Story) -> Iterator[str]:
    """Whose questionnaire it is, and whose report this is not."""
    return (clipped(line, FOOT) for line in whole_foot(story))


def sections(story: Story) -> Iterator[Section]:
    """What is strong first; then what to talk about, what moved, and what is agreed."""
    yield _half(story, "strong", [_line(story, f, BANDS) for f in story.strengths])
    if not story.one_view:
        whole = [_throughout(story, each) for each in story.throughout]
        apart = [_differs(story, f) for f in story.differences]
        yield _half(story, "differ", [*whole, *apart])
    yield _half(story, "effort", [_effort(story, f) for f in story.efforts])
    if story.comparison and not story.one_view:
        yield _since(story.comparison)
    yield _at_a_glance(story)
    yield _agreed(story)


def _who(story: Story) -> str:
    """How many people took part, in a sentence."""
    if story.one_view:
        return say("who.one-view")
    if not story.enough_people:
        return say("who.few", minimum=story.safe.minimum_group)
    return say("who.people", n=story.safe.people)


def _half(story: Story, part: str, items: Sequence[Point]) -> Section:
    """A section in half the page: as many points as there is room for, and how many more."""
    nothing = text(story.say(f"summary.{part}.none"))
    told = _with_room(items, HALF, LINES_OF_HALF) if items else nothing
    return section(part, label(f"heading.{part}"), [told])


def _with_room(items: Sequence[Point], across: int, most: int) -> Points:
    heights = (lines(f"{item.lead} {item.text}", across) for item in items[:MOST_POINTS])
    shown = list(items[: max(1, fitting(heights, most))])
    more = len(items) - len(shown)
    return points([*shown, point(say("summary.more", n=more))] if more else shown, role="lines")


def _line(story: Story, factor: FactorFindings, rules: Sequence[str]) -> Point:
    own = next((each for each in factor.findings if each.rule in rules), None)
    if own:
        told = said(own, factor, story.safe).say
    else:
        told = large(short_headline(factor, story.safe)) + "."
    return point(clipped(told, LINE), lead=clipped(factor.factor.title, TITLE))


def _differs(story: Story, factor: FactorFindings) -> Point:
    """Which perspective gave lower answers than which, without numbers; or who else differs."""
    gap = gap_of(factor, "perspectives-differ")
    if not gap:
        return _line(story, factor, DIFFER)
    ends = (gap.lower, gap.higher)
    low, high = (clipped(names_of(end, story.safe), 2 * NAME) for end in ends)
    told = say("summary.differ", low=low, high=high)
    return point(told, lead=clipped(factor.factor.title, TITLE))


def _throughout(story: Story, found: Throughout) -> Point:
    return point(clipped(throughout_in_words(found, story.safe), LINE))


def _effort(story: Story, factor: FactorFindings) -> Point:
    """What is low or far apart, and whether an action is about it."""
    own = story.effort_rules(factor)
    told = _differs(story, factor) if story.differ(factor) else _line(story, factor, own)
    return replace(told, text=f"{told.text} {about_actions(story, factor)}".strip())


def _since(found: Comparison) -> Section:
    first = say("since.then", date=day_in_words(found.old.date))
    others = say("since.room.may-explain") if found.room_changed else ""
    items = [
        point(clipped(item.text, LINE), lead=clipped(item.lead, TITLE))
        for item in moved_without_numbers(found, MOST_POINTS)
    ]
    left = LINES_OF_HALF - lines(others, HALF)
    told: list[Block] = [text(first, others)]
    if items:
        told.append(_with_room(items, HALF, left))
    return section("since", label("heading.since"), told)


def _at_a_glance(story: Story) -> Section:
    """The one table: each factor, what the answers say, and the level that was chosen."""
    columns = [label(f"column.{name}") for name in ("factor", "finding", "level")]
    rows = [_row(story, factor) for factor in story.findings[:MOST_ROWS]]
    heights = (max(map(lines, row, COLUMNS)) for row in rows)
    rows = rows[: fitting(heights, LINES_OF_TABLE)]
    told: list[Block] = [table("glance", label("table.glance"), columns, {"": rows}, numeric=False)]
    if len(story.findings) > len(rows):
        told.append(text(say("summary.more", n=len(story.findings) - len(rows)), role="note"))
    return section("glance", label("heading.glance"), told)


def _row(story: Story, factor: FactorFindings) -> list[str]:
    level = factor.factor.level
    return [
        clipped(factor.factor.title, TITLE),
        clipped(large(short_headline(factor, story.safe)), TITLE),
        clipped(level_name(story.safe, level), NAME) if level else "—",
    ]


def _agreed(story: Story) -> Section:
    """What is agreed and not yet done."""
    agreed = [action for _, action in agreed_in(story.safe)]
    day = story.safe.date
    still_open = [action for action in agreed if not action.done]
    still_open.sort(key=lambda action: not action.is_late(day))
    items = [point(_action(action, day)) for action in still_open]
    nothing = text(say("summary.all-done") if agreed else story.say("actions.none"))
    told = _with_room(items, WHOLE, LINES_OF_ACTIONS) if items else nothing
    return section("actions", story.label("heading.actions"), [told])


def _action(action: Action, day: str) -> str:
    fields = {"what": clipped(action.what, ACTION)}
    if action.who:
        fields["who"] = clipped(action.who, WHO)
    if action.by:
        fields["by"] = clipped(day_in_words(action.by) if is_day(action.by) else action.by, NAME)
    key = ".".join(["action", *list(fields)[1:]])
    told = say(key, **{name: words.rstrip(".") for name, words in fields.items()})
    late = say("action.late") if action.is_late(day) else ""
    return f"{told} {late}".strip().replace("….", "…")
