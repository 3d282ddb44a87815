"""What the first pages say, and that they hide nothing that the rest of the report tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.domain.findings.findings import find
from cls_check.files.assessments.reading import read_assessment
from cls_check.reports.audiences import view as views
from cls_check.reports.model.blocks import (
    Block,
    Finding,
    Point,
    Points,
    Section,
    Text,
)
from cls_check.reports.model.story import story_of
from cls_check.reports.model.view import View
from tests.reports.places import answers, everyone_said, factor, place, view_of
from tests.wording import sentences, words

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "northfield"

LOW, HIGH = answers(0, 12), answers(0, 0, 0, 12)


def room(
    *said: dict[str, int],
    date: str = "2026-09-10",
    group: str = "frontline",
    **more: Any,
) -> Assessment:
    """A place where one group said something to each factor, all in one statement."""
    made = [factor(f"Thing {n}", {group: each}, **more) for n, each in enumerate(said, start=1)]
    people = max(sum(each.values()) for each in said)
    return place({group: people}, factors=made, date=date)


def section_of(view: View, anchor: str) -> Section:
    return next(each for each in view.sections if each.id == anchor)


def labels(view: View) -> list[str]:
    """The labels of the lists in "In short"."""
    blocks = section_of(view, "in-short").blocks
    return [block.label for block in blocks if isinstance(block, Points)]


def part(view: View, label: str) -> Sequence[Point]:
    """The points under a label of "In short"."""
    blocks = section_of(view, "in-short").blocks
    (found,) = (b for b in blocks if isinstance(b, Points) and b.label == label)
    return found.items


def points_in(block: Block) -> Points:
    assert isinstance(block, Points)
    return block


def leads(items: Sequence[Point]) -> list[str]:
    return [each.lead for each in items if each.lead]


def whole_text(view: View, anchor: str) -> str:
    def of(value: object) -> str:
        if is_dataclass(value):
            return " ".join(of(getattr(value, each.name)) for each in fields(value))
        return " ".join(map(of, value)) if isinstance(value, list | tuple) else str(value)

    return of(section_of(view, anchor))


# What moved


MOVED = "Moved since 5 March 2026"


def after(old_said: list[dict[str, int]], new_said: list[dict[str, int]], **more: Any) -> View:
    old, new = room(*old_said, date="2026-03-05", **more), room(*new_said, **more)
    return view_of(new, None, compare(old, new))


def test_what_moved_stands_in_short_in_the_words_of_the_section() -> None:
    view = after([LOW, HIGH, LOW], [HIGH, LOW, LOW])
    items = part(view, MOVED)
    assert leads(items) == ["Thing 1", "Thing 2"]
    assert items[0].text == ("This has moved up. The typical answer was 2.0 and is now 4.0.")
    for item in items:
        assert item.text in whole_text(view, "since")
    said = labels(view)
    assert said.index("Strong") < said.index(MOVED) < said.index("Where to put effort next")


def test_without_a_shift_nothing_is_said_of_moving() -> None:
    assert MOVED not in labels(after([LOW], [LOW]))
    assert MOVED not in labels(view_of(room(LOW)))


def test_at_most_four_shifts_then_how_many_more() -> None:
    items = part(after([LOW] * 6, [HIGH] * 6), MOVED)
    assert leads(items) == ["Thing 1", "Thing 2", "Thing 3", "Thing 4"]
    assert items[-1].text == "And 2 more: see “Since last time”."
    assert len(part(after([LOW] * 4, [HIGH] * 4), MOVED)) == 4


def test_other_people_are_said_before_anything_that_moved() -> None:
    old, new = room(LOW, date="2026-03-05"), room(HIGH, group="leader")
    items = part(view_of(new, None, compare(old, new)), MOVED)
    assert items[0].text == (
        "Different people answered this time, and that may explain some of this."
    )
    assert leads(items) == ["Thing 1"]


def test_a_possible_shift_speaks_of_few_people_where_they_are_few() -> None:
    def told(people: tuple[int, int]) -> str:
        old, new = (
            place({"everyone": n}, factor=factor("Trust", {"everyone": said}), date=date,
                  perspectives={})
            for n, said, date in ((people[0], LOW, "2026-03-05"), (people[1], HIGH, "2026-09-10"))
        )  # fmt: skip
        found = compare(old, new)
        own = replace(
            found.factors[0], everyone=replace(found.factors[0].everyone, kind="maybe-up")
        )
        view = view_of(new, None, replace(found, factors=(own,)))
        (item,) = part(view, MOVED)
        assert item.text in whole_text(view, "since")
        return item.text

    assert told((40, 38)) == "It may have moved up. We cannot be sure."
    assert told((20, 20)) == "It may have moved up. We cannot be sure."
    assert told((19, 38)) == "It may have moved up. With so few people we cannot tell."


# Nothing is cut in silence


VERY = answers(0, 0, 0, 0, 12)


@pytest.mark.parametrize("alone", [False, True])
def test_all_strengths_are_named_and_in_short_says_how_many_more(alone: bool) -> None:
    if alone:
        made = [factor(f"Thing {n}", {"everyone": answers(0, 0, 0, 0, 1)}) for n in range(1, 9)]
        them = place({"everyone": 1}, factors=made, perspectives={}, **{"one-view": True})
    else:
        them = room(*[VERY] * 8, evidence=[{"from": "people", "what": "A letter."}])
    view = view_of(them)
    listed = points_in(section_of(view, "strong").blocks[0]).items
    assert leads(listed) == [f"Thing {n}" for n in range(1, 9)]
    assert [bool(each.quotes) for each in listed] == [not alone] * 3 + [False] * 5
    items = part(view, "Strong")
    assert leads(items) == ["Thing 1", "Thing 2", "Thing 3"]
    assert items[-1].text == "And 5 more: see “What is strong”."


def test_efforts_beyond_three_are_named_too() -> None:
    view = view_of(room(*[LOW] * 5))
    first, others = map(points_in, section_of(view, "effort").blocks[1:])
    assert leads(first.items) == ["Thing 1", "Thing 2", "Thing 3"]
    assert (others.label, leads(others.items)) == (
        "More to choose from", ["Thing 4", "Thing 5"],
    )  # fmt: skip
    items = part(view, "Where to put effort next")
    assert items[-1].text == "And 2 more: see “Where to put effort next”."
    assert len(part(view_of(room(*[LOW] * 3)), "Where to put effort next")) == 3


# Short


def test_in_short_says_what_its_label_has_not_said() -> None:
    groups = {"lived-experience": answers(0, 8), "leader": answers(0, 0, 0, 8)}
    apart = factor("Trust", groups)
    unknown = factor("Time", {group: answers(0, 2, 2, dont_know=4) for group in groups})
    them = place({"lived-experience": 8, "leader": 8}, factors=[apart, unknown])
    view = view_of(them)
    assert part(view, "Seen differently")[0].text == (
        "People with lived experience gave a typical answer of 2.0, close to “A little true”. "
        "Leaders gave a typical answer of 4.0, close to “Mostly true”. What does each of us see?"
    )
    assert part(view, "Many could not say")[0].text.startswith("8 of 16 people did not know:")
    low = part(view_of(room(LOW)), "Where to put effort next")[0].text
    assert low == (
        "This is just starting, with a typical answer of 2.0 (1.7 to 2.3). "
        "No action is open about this."
    )
    apart_too = part(view, "Where to put effort next")[0].text
    assert apart_too == (
        "Perspectives are far apart here: from 2.0 (people with lived experience) to 4.0 (leaders). "
        "No action is open about this."
    )


# One person could change it


WARNING = "One person answering one step differently could change this finding."


@pytest.mark.parametrize(
    ("said", "label", "anchor"),
    [
        (answers(0, 0, 4, 4), "Strong", "strong"),
        (answers(0, 0, 5, 3), "Where to put effort next", "effort"),
        (answers(2, 2, 1, 2, 2), "Seen differently", "differ"),
    ],
)
def test_a_fragile_headline_carries_its_warning_everywhere(
    said: dict[str, int], label: str, anchor: str
) -> None:
    them = room(said)
    (own,) = find(them)
    for fragile in (True, False):
        findings = (replace(own.findings[0], fragile=fragile), *own.findings[1:])
        view = views.view_of(story_of(them, [replace(own, findings=findings)]))
        assert (WARNING in part(view, label)[0].text) == fragile
        assert (WARNING in whole_text(view, anchor)) == fragile
        assert ("One person answering one step" in whole_text(view, "factors")) == fragile


# Said once


def test_where_perspectives_and_people_differ_the_conversation_is_named_once() -> None:
    groups = {"lived-experience": answers(9, 0, 0, 0, 3), "leader": answers(3, 0, 0, 0, 9)}
    them = place({"lived-experience": 12, "leader": 12}, factor=factor("Trust", groups))
    rules = {each.rule for each in find(them)[0].findings}
    assert {"perspectives-differ", "views-differ"} <= rules
    view = view_of(them)
    (item,) = points_in(section_of(view, "differ").blocks[0]).items
    assert item.text.count("worth a conversation") == 1
    assert "People also fall into two groups here." in item.text
    assert whole_text(view, "factors").count("worth a conversation") == 1


# Levels that were not agreed


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ("we-do-not-agree", "growing",
         "The group had not agreed on a level. Now it agreed on “Growing”."),
        ("growing", "we-do-not-agree",
         "The level was “Growing”. Now the group does not agree on a level."),
        ("we-do-not-agree", "we-do-not-agree", "The group still does not agree on a level."),
        (None, "we-do-not-agree",
         "There was no level last time. Now the group does not agree on one."),
        ("we-do-not-agree", None,
         "The group had not agreed on a level. There is none this time."),
        ("growing", "not-yet", "The level was “Growing” and is now “Not yet”."),
    ],
)  # fmt: skip
def test_no_agreement_is_not_called_a_level(then: str | None, now: str, told: str) -> None:
    old, new = room(LOW, level=then, date="2026-03-05"), room(LOW, level=now)
    since = whole_text(view_of(new, None, compare(old, new)), "since")
    assert told in since
    assert "We do not agree" not in since


def test_no_agreement_in_ones_own_picture_speaks_of_no_group() -> None:
    def alone(level: str | None, date: str) -> Assessment:
        made = factor("Trust", {"everyone": answers(0, 1)}, level=level)
        return place({"everyone": 1}, factor=made, perspectives={}, date=date,
                     **{"one-view": True})  # fmt: skip

    for then, now in (("we-do-not-agree", "growing"), ("growing", "we-do-not-agree"),
                      ("we-do-not-agree",) * 2, (None, "we-do-not-agree"),
                      ("we-do-not-agree", None)):  # fmt: skip
        old, new = alone(then, "2026-03-05"), alone(now, "2026-09-10")
        since = whole_text(view_of(new, None, compare(old, new)), "since")
        assert "settled on" in since
        assert "group" not in since


# What one person left blank


def own_picture(*said: list[dict[str, dict[str, int]]]) -> Assessment:
    made = [factor(f"Thing {n}", *each) for n, each in enumerate(said, start=1)]
    return place({"everyone": 1}, factors=made, perspectives={}, **{"one-view": True})


def test_blank_is_not_called_could_not_say() -> None:
    view = view_of(own_picture([{"everyone": answers(0, 0, 0, 1)}] * 3, [{}, {}]))
    assert "You could not say" not in labels(view)
    assert "You left 2 statements blank." in whole_text(view, "in-short")
    unsure = whole_text(view, "unsure")
    assert "On most things, you could say something." in unsure
    assert "You left 2 statements blank." in unsure


def test_did_not_know_is_called_could_not_say() -> None:
    view = view_of(own_picture([{"everyone": answers(dont_know=1)}], [{"everyone": answers(1)}]))
    assert leads(part(view, "You could not say")) == ["Thing 1"]
    assert "blank" not in whole_text(view, "unsure")


def test_of_a_blank_page_nothing_more_is_claimed() -> None:
    unsure = whole_text(view_of(own_picture([{}])), "unsure")
    assert "You left 1 statement blank." in unsure
    assert "On most things" not in unsure


# What a dash means


def test_a_dash_says_that_too_few_people_answered() -> None:
    took_part = {"lived-experience": 7, "frontline": 13}
    both = {"lived-experience": answers(7), "frontline": answers(0, 2, 5, 6)}

    def told(**more: Any) -> str:
        said = more.pop("said", both)
        return whole_text(view_of(place(took_part, factor=factor("Trust", said, **more))), "sees")

    note = "A dash (—) means that too few people answered to show a number."
    assert note not in told()
    assert note in told(sensitive=True)  # seven are fewer than ten
    assert note in told(said={"lived-experience": answers(0, 7), "frontline": {}})


# How to read it


def test_a_typical_answer_is_explained_without_a_claim_about_halves() -> None:
    read = whole_text(view_of(everyone_said(0, 0, 6, 4)), "read")
    assert "the typical answer is at the middle" in read
    assert "alf of the people" not in read


# Short sentences, in a report as it is


def said_by_us(block: Block) -> Iterator[str]:
    """What the report itself says; tables, quotes and labels of facts are left out."""
    if isinstance(block, Text):
        yield block.text
    elif isinstance(block, Points):
        yield from (each.text for each in block.items)
    elif isinstance(block, Finding):
        yield " ".join([block.say, *block.numbers, *block.notes, block.next])


def test_no_sentence_of_the_example_is_over_25_words() -> None:
    old, new = (
        read_assessment(EXAMPLES / f"northfield-2026-{day}.yaml") for day in ("03-12", "09-10")
    )
    view = view_of(new, None, compare(old, new))
    for section in view.sections:
        for each in (section, *section.sections):
            for block in each.blocks:
                for told in said_by_us(block):
                    for sentence in sentences(told):
                        assert len(words(sentence)) <= 25, sentence
