"""What an assessment is after an edit: the thing that was meant is another, all else is the same."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    Edit,
    EditAction,
    EditEvidence,
    GiveReasons,
    MarkAction,
    RemoveAction,
    RemoveEvidence,
    SayOnReflection,
    VoteAgain,
    path_of,
    with_edit,
    with_words,
    words_in,
)
from cls_check.domain.assessments.edits_that_fit import unfit_words, unknown_name
from tests.domain.rooms import assessment

TALKED: dict[str, Any] = {
    "level": "growing",
    "because": "We talked.",
    "evidence": [{"from": "people", "what": "A"}, {"from": "partners", "what": "B", "x-own": 1}],
    "actions": [{"what": "C", "who": "All", "done": True, "x-own": 1}, {"what": "D"}],
    "x-own": 1,
}
BEFORE = assessment(
    {"everyone": {4: 9}},
    factor=TALKED,
    levels={"growing": "Growing"},
    reflections={"values": {"text": "Which values?", "said": "Time."}, "next": {"text": "Next?"}},
)
EVIDENCE, ACTIONS = TALKED["evidence"], TALKED["actions"]
FULL_C = {"what": "C", "who": "All", "by": None, "sign": None, "done": True, "x-own": 1}
FULL_D = {"what": "D", "who": None, "by": None, "sign": None, "done": False}

FACTOR: list[tuple[Edit, dict[str, Any]]] = [
    (ChooseLevel("f", "we-do-not-agree"), {"level": "we-do-not-agree"}),
    (ChooseLevel("f", None), {"level": None}),
    (GiveReasons("f", "Else."), {"because": "Else."}),
    (GiveReasons("f", None), {"because": None}),
    (AddEvidence("f", "processes", "E"), {"evidence": [*EVIDENCE, {"from": "processes", "what": "E"}]}),
    (EditEvidence("f", 2, "people", "E"),
     {"evidence": [EVIDENCE[0], {"from": "people", "what": "E", "x-own": 1}]}),
    (RemoveEvidence("f", 1), {"evidence": [EVIDENCE[1]]}),
    (AddAction("f", "E", by="by Easter"), {"actions": [FULL_C, FULL_D, FULL_D | {"what": "E", "by": "by Easter"}]}),
    (EditAction("f", 1, "E", sign="F"), {"actions": [FULL_C | {"what": "E", "who": None, "sign": "F"}, FULL_D]}),
    (MarkAction("f", 1, False), {"actions": [FULL_C | {"done": False}, FULL_D]}),
    (MarkAction("f", 2, True), {"actions": [FULL_C, FULL_D | {"done": True}]}),
    (RemoveAction("f", 2), {"actions": [FULL_C]}),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "other"), FACTOR)
def test_a_change_to_a_factor_changes_that_alone(edit: Edit, other: dict[str, Any]) -> None:
    before, after = BEFORE.model_dump(mode="json"), with_edit(BEFORE, edit).model_dump(mode="json")
    assert after["factors"]["f"] == before["factors"]["f"] | other
    assert after | {"factors": 0} == before | {"factors": 0}


def test_a_reflection_and_a_second_vote() -> None:
    said = with_edit(BEFORE, SayOnReflection("next", "Spring.")).reflections
    assert [one.said for one in said.values()] == ["Time.", "Spring."]
    assert with_edit(BEFORE, SayOnReflection("values", None)).reflections["values"].said is None
    voted = with_edit(BEFORE, VoteAgain("s-1", {"4": 6, "5": 0, "dont-know": 1}))
    assert voted.factors["f"].statements["s-1"].after_talking == {"4": 6, "dont-know": 1}
    assert with_edit(voted, VoteAgain("s-1", {})) == BEFORE


def test_everything_that_changes_fits() -> None:
    for edit, _ in FACTOR:
        assert unknown_name(BEFORE, edit) is None
        assert unfit_words(BEFORE, edit) is None


@pytest.mark.parametrize(
    ("edit", "path"),
    [
        (ChooseLevel("f", None), ("factors", "f")),
        (SayOnReflection("next", "A"), ("reflections", "next")),
        (VoteAgain("s-1", {}), ("factors", "f", "statements", "s-1")),
    ],
)
def test_where_a_change_is(edit: Edit, path: tuple[str, ...]) -> None:
    assert path_of(BEFORE, edit) == path


def test_words_are_those_that_a_person_wrote() -> None:
    edit = AddAction("f", "what", by="by")
    assert words_in(edit) == {"what": "what", "by": "by"}
    assert with_words(edit, str.upper) == AddAction("f", "WHAT", by="BY")
    assert words_in(MarkAction("f", 1, True)) == {}
    assert with_words(GiveReasons("f", None), str.upper) == GiveReasons("f", None)
