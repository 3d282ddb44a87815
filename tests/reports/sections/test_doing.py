"""What was agreed: last time's actions with what became of them, then the new ones."""

from __future__ import annotations

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.reports.model.blocks import Actions, Block, Text
from tests.reports.places import answers, factor, place, view_of

STAFF = {"frontline": answers(0, 0, 6, 6)}


def round_of(date: str, *actions: str, title: str = "Giving it time") -> Assessment:
    """A round in which these were agreed; a `+` before the words says that it is done."""
    agreed = [{"what": what.removeprefix("+"), "done": what.startswith("+")} for what in actions]
    return place({"frontline": 12}, factor=factor(title, STAFF, actions=agreed), date=date)


def then(*actions: str, **more: str) -> Assessment:
    return round_of("2026-03-12", *actions, **more)


def now(*actions: str, **more: str) -> Assessment:
    return round_of("2026-09-10", *actions, **more)


def told(old: Assessment | None, new: Assessment) -> dict[str, list[str]]:
    """Each part of the section, with the actions in it as they were given above."""
    view = view_of(new, comparison=compare(old, new) if old else None)
    section = next(each for each in view.sections if each.id == "actions")
    parts = section.sections or [section]
    return {part.id: [each for block in part.blocks for each in listed(block)] for part in parts}


def listed(block: Block) -> list[str]:
    if isinstance(block, Text):
        return [block.text]
    assert isinstance(block, Actions)
    return ["+" * action.done + action.what[0][0] for action in block.items]


@pytest.mark.parametrize(
    ("old", "new", "from_last_time", "new_this_time"),
    [
        (["A", "B", "C"], ["+A", "C", "D"], ["+A", "C", "B"], ["D"]),
        (["+A"], ["+A", "B"], ["+A"], ["B"]),
        (["A"], ["A"], ["A"], ["No new actions are agreed yet."]),
        (["+A"], ["A"], ["A"], ["No new actions are agreed yet."]),
        (["A", "+A"], ["+A", "A"], ["A", "+A"], ["No new actions are agreed yet."]),
        (["A"], ["A", "A"], ["A"], ["A"]),
    ],
    ids=[
        "done, open, left out and new",
        "done before",
        "as it was",
        "begun again",
        "twice",
        "once more",
    ],
)
def test_every_action_is_told_once_as_it_stands_now(
    old: list[str], new: list[str], from_last_time: list[str], new_this_time: list[str]
) -> None:
    assert told(then(*old), now(*new)) == {
        "actions-then": from_last_time,
        "actions-now": new_this_time,
    }


def test_without_a_round_before_there_is_one_list() -> None:
    assert told(None, now("A", "+B")) == {"actions": ["A", "+B"]}


def test_where_nothing_was_agreed_last_time_there_is_one_list() -> None:
    assert told(then(), now("A", "+B")) == {"actions": ["A", "+B"]}


def test_an_action_stands_under_the_title_that_its_factor_has_now() -> None:
    old, new = then("A", title="Giving it time"), now("A", title="Taking the time")
    view = view_of(new, comparison=compare(old, new))
    section = next(each for each in view.sections if each.id == "actions")
    (actions,) = section.sections[0].blocks
    assert isinstance(actions, Actions)
    (action,) = actions.items
    assert action.facts[0].value == "Taking the time"
