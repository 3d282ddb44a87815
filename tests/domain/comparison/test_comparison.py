"""What can be said about two rounds, by numbers that a reader can check by hand."""

from __future__ import annotations

from math import sqrt
from typing import Any

import pytest

from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.comparison.history import histories
from cls_check.domain.counts.tally import Tally
from tests.domain.rooms import SCALE, Written, assessment

SPRING = "2026-03-12"


def compared(old: Written, new: Written, **more: list[str]) -> Comparison:
    return compare(assessment(old, date=SPRING), assessment(new, **more))


def test_everybody_a_step_higher_is_a_clear_shift() -> None:
    """Every new answer is above every old one: delta is 1, and 1.96 * sqrt(25 / 432) is 0.47."""
    shift = compared({"staff": {3: 12}}, {"staff": {4: 12}}).factors[0].everyone
    assert (shift.kind, shift.delta, shift.then, shift.now) == ("up", 1, 3, 4)
    assert shift.threshold == pytest.approx(1.96 * sqrt(25 / (3 * 12 * 12)))


def test_the_same_answers_are_no_clear_change() -> None:
    shift = compared({"staff": {3: 12}}, {"staff": {3: 12}}).factors[0].everyone
    assert (shift.kind, shift.delta) == ("no-clear-change", 0)


def test_seven_people_are_too_few_for_a_shift() -> None:
    assert compared({"staff": {3: 7}}, {"staff": {4: 7}}).factors[0].everyone.kind == (
        "no-clear-change"
    )


def test_less_than_half_a_step_is_no_clear_change() -> None:
    """Forty people, ten of them a step higher: more than chance, but 3 + 1/6 is too near to 3."""
    shift = compared({"staff": {3: 40}}, {"staff": {3: 30, 4: 10}}).factors[0].everyone
    assert shift.kind == "no-clear-change"
    assert shift.delta is not None
    assert shift.delta > 0


@pytest.mark.parametrize(("higher", "kind"), [(4, "no-clear-change"), (5, "maybe-up"), (6, "up")])
def test_a_possible_shift_is_between_the_two_bounds(higher: int, kind: str) -> None:
    """Of ten people so many say 5 in place of 3, so delta is 0.4, 0.5 or 0.6.

    sqrt(21 / 300) is 0.2646: the bounds are 1.64 of that, 0.434, and 1.96 of it, 0.519.
    """
    shift = compared({"staff": {3: 10}}, {"staff": {3: 10 - higher, 5: higher}})
    assert shift.factors[0].everyone.kind == kind
    assert shift.factors[0].everyone.delta == pytest.approx(higher / 10)


def test_a_copy_with_other_answers_is_counted_anew() -> None:
    """Twelve people said 3 in spring; in autumn they say 3, and in the copy of autumn 5."""
    spring, autumn = (assessment({"staff": {3: 12}}, date=day) for day in (SPRING, "2026-09-10"))
    assert compare(spring, autumn).factors[0].everyone.delta == 0
    statement = (
        autumn.factors["f"].statements["s-1"].model_copy(update={"answers": {"staff": {"5": 12}}})
    )
    factor = autumn.factors["f"].model_copy(update={"statements": {"s-1": statement}})
    copy = autumn.model_copy(update={"factors": {"f": factor}})
    assert compare(spring, copy).factors[0].everyone.delta == 1


def test_each_statement_of_a_round_is_counted_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[str] = []
    usual = Assessment.everyone

    def everyone(self: Assessment, statement: AnsweredStatement) -> Tally:
        counted.append(statement.text)
        return usual(self, statement)

    monkeypatch.setattr(Assessment, "everyone", everyone)
    rounds = [
        (day, assessment({"staff": {3: 12}}, {"staff": {4: 12}}, date=day))
        for day in (SPRING, "2026-09-10", "2027-03-12")
    ]
    (place,) = histories(rounds)
    assert [past.factors[0].everyone.delta for past in (r.since for r in place.rounds) if past] == [
        0,
        0,
    ]
    assert sorted(counted) == ["Statement 1."] * 3 + ["Statement 2."] * 3


def test_it_reads_the_same_backwards() -> None:
    old, new = {"staff": {2: 9, 4: 3}}, {"staff": {4: 9, 5: 3}}
    there, back = (c.factors[0].everyone for c in (compared(old, new), compared(new, old)))
    assert back.delta is not None
    assert there.delta == pytest.approx(-back.delta)
    assert (there.kind, back.kind) == ("up", "down")


def test_other_words_are_not_compared() -> None:
    old, new = assessment({"staff": {3: 9}}, date=SPRING), assessment({"staff": {4: 9}})
    reworded = with_text(new, "Statement number 1.")
    another = with_text(new, "Something else altogether, with nothing shared!")
    assert compare(old, reworded).factors[0].statements[0].status == "reworded"
    assert compare(old, another).factors[0].statements[0].status == "reused-id"
    shift = compare(old, another).factors[0].everyone
    assert (shift.kind, shift.why) == ("not-comparable", "nothing-shared")


RENUMBERED = [
    # ids and words then, ids and words now, and what becomes of each: id, status, earlier id
    ("one has moved on", {"2.1": "Tea is hot.", "2.2": "Doors are open."},
     {"2.1": "We have locks.", "3.1": "Tea is hot.", "2.2": "Doors are open."},
     {("2.1", "new", ""), ("3.1", "other-id", "2.1"), ("2.2", "same", "")}),
    ("all have moved on by one", {"1": "Tea is hot.", "2": "Doors are open."},
     {"1": "We listen to all.", "2": "Tea is hot", "3": "doors are open."},
     {("1", "new", ""), ("2", "other-id", "1"), ("3", "other-id", "2")}),
    ("two have changed places", {"1": "Tea is hot.", "2": "Doors are open."},
     {"1": "Doors are open.", "2": "Tea is hot."},
     {("1", "other-id", "2"), ("2", "other-id", "1")}),
    ("words give their id away, and are asked no more",
     {"1": "We listen to all.", "2": "Tea is hot."}, {"1": "Tea is hot."},
     {("1", "other-id", "2"), ("1", "retired", "")}),
    ("the same words twice say nothing", {"1": "Tea is hot.", "2": "Tea is hot."},
     {"3": "Tea is hot."}, {("3", "new", ""), ("1", "retired", ""), ("2", "retired", "")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("then", "now", "expected"), [row[1:] for row in RENUMBERED], ids=[row[0] for row in RENUMBERED]
)
def test_words_under_another_id_are_in_no_other_list(
    then: dict[str, str], now: dict[str, str], expected: set[tuple[str, str, str]]
) -> None:
    old, new = with_statements(then, date=SPRING), with_statements(now)

    found = compare(old, new).factors[0].statements

    assert {(each.id, each.status, each.was) for each in found} == expected


def with_statements(texts: dict[str, str], **changes: Any) -> Assessment:
    """An assessment of one factor with these statements, all answered alike."""
    found = assessment({"staff": {3: 9}}, **changes)
    factor = found.factors["f"]
    statement = factor.statements["s-1"]
    statements = {key: statement.model_copy(update={"text": text}) for key, text in texts.items()}
    factor = factor.model_copy(update={"statements": statements})
    return found.model_copy(update={"factors": {"f": factor}})


def with_text(found: Assessment, text: str) -> Assessment:
    factor = found.factors["f"]
    statement = factor.statements["s-1"].model_copy(update={"text": text})
    factor = factor.model_copy(update={"statements": {"s-1": statement}})
    return found.model_copy(update={"factors": {"f": factor}})


def test_another_scale_is_not_compared() -> None:
    shift = compared({"staff": {3: 9}}, {"staff": {3: 9}}, scale=[*SCALE[:4], "Always true"])
    assert shift.factors[0].statements[0].status == "other-scale"
    assert shift.factors[0].everyone.why == "other-scale"


def test_statements_come_and_go() -> None:
    old = assessment({"staff": {3: 9}}, {"staff": {3: 9}})
    new = assessment({"staff": {4: 9}})
    assert [s.status for s in compare(old, new).factors[0].statements] == ["same", "retired"]
    assert [s.status for s in compare(new, old).factors[0].statements] == ["same", "new"]


def test_who_took_part_comes_first() -> None:
    """Lived experience went from 6 of 20 to 6 of 12: from 30 to 50 of 100. Leaders are new."""
    old = assessment({"lived": {3: 6}, "staff": {3: 14}})
    new = assessment({"lived": {3: 6}, "staff": {3: 6}})
    assert compare(old, new).room_changed == ("lived", "staff")
    more = assessment({"lived": {3: 6}, "staff": {3: 14}, "leader": {3: 5}})
    assert compare(old, more).room_changed == ("leader",)
    assert compare(old, old).room_changed == ()


def test_joined_perspectives_are_never_compared() -> None:
    old = assessment({"staff": {3: 9}, "other-perspectives": {2: 9}}, date=SPRING)
    new = assessment({"staff": {3: 9}, "other-perspectives": {5: 9}})
    assert set(compare(old, new).factors[0].by) == {"staff"}


def test_one_persons_views_claim_no_shift() -> None:
    one = assessment({"everyone": {2: 1}}, one_view=True)
    assert compare(one, one).factors[0].everyone.why == "one-view"


def test_evidence_that_was_added_is_counted() -> None:
    old = assessment({"staff": {3: 9}}, factor={"evidence": [{"from": "people", "what": "A"}]})
    new = assessment(
        {"staff": {3: 9}},
        factor={"evidence": [{"from": "people", "what": "A"}, {"from": "partners", "what": "B"}]},
    )
    assert compare(old, new).factors[0].evidence_added == 1


def test_two_files_of_one_round_show_no_shift() -> None:
    old, new = assessment({"staff": {3: 12}}), assessment({"staff": {4: 12}})
    found = compare(old, new)
    assert (found.why_not, found.factors[0].everyone.kind) == ("same-round", "not-comparable")


def test_two_places_are_not_compared() -> None:
    old = assessment({"staff": {3: 12}}, date=SPRING, place="Southfield")
    found = compare(old, assessment({"staff": {4: 12}}))
    assert (found.why_not, found.factors[0].everyone.why) == ("other-place", "other-place")
    shouted = compare(old, assessment({"staff": {4: 12}}, place="SOUTHFIELD"))
    assert shouted.factors[0].everyone.kind == "up"


def test_a_factor_that_came_or_went_says_so() -> None:
    old, new = assessment({"staff": {3: 9}}, date=SPRING), assessment({"staff": {3: 9}})
    other = new.model_copy(update={"factors": {"g": new.factors["f"]}})
    there = compare(old, other)
    assert (there.factors[0].everyone.why, there.retired) == ("new", ("f",))
    assert [gone.everyone.why for gone in there.shifts[1:]] == ["retired"]


def test_agreement_has_to_move_farther_where_few_answered() -> None:
    """0.3 is told of hundreds; of twelve and twelve, over one factor, about 0.36."""
    few = compared({"staff": {2: 6, 4: 6}}, {"staff": {3: 12}}).factors[0]
    many = compared({"staff": {2: 300, 4: 300}}, {"staff": {3: 600}}).factors[0]

    # By hand: the point of 1 in 40 (1.96), over that of 1 in 10 (1.28), times 0.58, times root 1/6.
    assert few.agreement_far == pytest.approx(0.362, abs=0.001)
    assert many.agreement_far == 0.3
