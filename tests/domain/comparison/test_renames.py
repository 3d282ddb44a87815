"""A file of new names lets an old round be compared, and loses nothing."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.domain.comparison.renames import Renames, renamed
from cls_check.errors import ClsCheckError
from tests.domain.rooms import assessment


def names(**more: dict[str, str]) -> Renames:
    return Renames.model_validate({"cls-check-renames": 1, **more})


OLD = assessment({"staff": {3: 12}, "lived": {2: 9}}, {"staff": {2: 12}}, date="2026-03-12")
NEW = assessment({"team": {4: 12}, "lived": {4: 9}}, place="North Field").model_copy()


def with_new_ids() -> Assessment:
    factor = NEW.factors["f"]
    statements = {"time-1": factor.statements["s-1"]}
    return NEW.model_copy(
        update={"factors": {"time": factor.model_copy(update={"statements": statements})}}
    )


def test_everything_can_have_a_new_name() -> None:
    """21 people answered; with the new names all of them moved, and staff are the team."""
    now = with_new_ids()
    assert compare(OLD, now).why_not == "other-place"
    told = names(
        places={"Northfield": "North Field"},
        factors={"f": "time"},
        statements={"s-1": "time-1"},
        perspectives={"staff": "team"},
    )
    found = compare(renamed(OLD, told), now)
    (factor,) = found.factors
    assert factor.everyone.kind == "up"
    assert {name: own.kind for name, own in factor.by.items()} == {"team": "up", "lived": "up"}
    assert [(each.id, each.status) for each in factor.statements] == [
        ("time-1", "same"), ("s-2", "retired"),
    ]  # fmt: skip
    assert found.room_changed == ()


def test_a_name_that_is_not_there_changes_nothing() -> None:
    assert renamed(OLD, names(statements={"x-9": "s-9"}, places={"Elsewhere": "Here"})) == OLD


@pytest.mark.parametrize(
    ("told", "fact"),
    [
        ({"statements": {"s-1": "s-2"}}, 'Two names of a statement would become "s-2".'),
        ({"statements": {"s-1": "n", "s-2": "n"}}, 'Two names of a statement would become "n".'),
        ({"perspectives": {"staff": "lived"}}, 'Two names of a perspective would become "lived".'),
    ],
)
def test_two_things_never_end_up_under_one_name(told: dict[str, Any], fact: str) -> None:
    with pytest.raises(ClsCheckError, match=fact):
        renamed(OLD, names(**told))


def test_two_statements_can_change_places() -> None:
    swapped = renamed(OLD, names(statements={"s-1": "s-2", "s-2": "s-1"}))
    assert swapped.factors["f"].statements["s-2"] == OLD.factors["f"].statements["s-1"]


def test_other_words_under_a_new_name_are_still_not_compared() -> None:
    now = with_new_ids()
    told = names(factors={"f": "time"}, statements={"s-2": "time-1"}, places={"Northfield": "North Field"})  # fmt: skip
    (factor,) = compare(renamed(OLD, told), now).factors
    # Its words were those of s-1, whatever the file of new names says.
    first = factor.statements[0]
    assert (first.status, first.was) == ("other-id", "s-1")
