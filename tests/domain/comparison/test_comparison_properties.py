"""What must hold of every two rounds, whatever is in them; and what scipy says of the same tallies."""

from __future__ import annotations

import random
import warnings
from itertools import repeat
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.cells import changed_cells
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.comparison.follow_up import followed_actions, followed_evidence
from cls_check.domain.comparison.shift import delta_of
from cls_check.domain.counts.statistics import superiority
from cls_check.domain.counts.tally import Tally
from tests.domain.rooms import SCALE

OPPOSITE = {"up": "down", "down": "up", "maybe-up": "maybe-down", "maybe-down": "maybe-up"}
BACKWARDS = {"new": "retired", "retired": "new"}
UNDONE = {"new": "left-out", "left-out": "new", "done": "reopened", "reopened": "done"}

ANSWERS = ("1", "2", "3", "4", "5", "dont-know", "cannot-answer")
tallies = st.dictionaries(st.sampled_from(ANSWERS), st.integers(1, 12), max_size=5)
wordings = st.sampled_from(["We ask people.", "We ask people first.", "Money is easy to find."])
statements = st.fixed_dictionaries(
    {
        "text": wordings,
        "answers": st.dictionaries(st.sampled_from(["lived", "staff"]), tallies, max_size=2),
    }
)
factors = st.fixed_dictionaries(
    {
        "title": st.sampled_from(["Time", "Letting go"]),
        "evidence": st.lists(
            st.fixed_dictionaries(
                {
                    "from": st.sampled_from(["people", "partners"]),
                    "what": st.sampled_from("ABC"),
                }
            ),
            max_size=3,
        ),
        "actions": st.lists(
            st.fixed_dictionaries({"what": st.sampled_from("XYZ"), "done": st.booleans()}),
            max_size=3,
        ),
    },
    optional={"level": st.sampled_from(["starting", "growing"])},
)


@st.composite
def rounds(draw: st.DrawFn, date: str) -> Assessment:
    """Any round of one place, with statements that come, go, move and are worded anew."""
    ids = draw(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), unique=True, max_size=5))
    tree: dict[str, Any] = {f: {**draw(factors), "statements": {}} for f in draw(FACTORS)}
    for key in ids:
        tree[draw(st.sampled_from(sorted(tree)))]["statements"][key] = draw(statements)
    return Assessment.model_validate(
        {
            "cls-check": 1,
            "questionnaire": {"id": "test", "version": "1"},
            "place": "Northfield",
            "date": date,
            "scale": draw(st.sampled_from([SCALE, SCALE, [*SCALE[:4], "Always"]])),
            "perspectives": {"lived": "people", "staff": "staff"},
            "took-part": {"lived": draw(st.integers(5, 60)), "staff": draw(st.integers(5, 60))},
            "factors": tree,
        }
    )


FACTORS = st.sampled_from([["f"], ["g"], ["f", "g"], ["g", "f"]])
older, newer = rounds("2026-03-12"), rounds("2026-09-10")


@given(newer)
def test_a_round_does_not_differ_from_itself(one: Assessment) -> None:
    again = Assessment.model_validate(one.model_dump())
    assert changed_cells(one, again) == ()
    found = compare(one, again)
    assert found.room_changed == found.retired == ()
    assert {shift.everyone.kind for shift in found.factors} == {"not-comparable"}
    states = {each.state for each in followed_actions(one, again)}
    assert states <= {"open", "done-before"}
    assert not list(followed_evidence(one, again))


@pytest.mark.slow
@given(newer, st.randoms())
def test_another_order_is_no_difference(one: Assessment, chance: random.Random) -> None:
    assert changed_cells(one, Assessment.model_validate(shuffled(one.model_dump(), chance))) == ()


def shuffled(tree: Any, chance: random.Random, key: str = "") -> Any:
    if isinstance(tree, dict):
        order = chance.sample(sorted(tree), len(tree))
        return {name: shuffled(tree[name], chance, name) for name in order}
    if key in {"evidence", "actions"}:
        return chance.sample(list(tree), len(tree))
    return tree


@pytest.mark.slow
@settings(max_examples=300)
@given(older, newer)
def test_backwards_it_says_the_opposite(old: Assessment, new: Assessment) -> None:
    there, back = compare(old, new), compare(new, old)
    assert set(there.room_changed) == set(back.room_changed)
    then = {shift.id: shift for shift in back.shifts}
    for shift in there.shifts:
        opposite = then.pop(shift.id)
        for now, before in zip(
            (shift.everyone, *shift.by.values()),
            (opposite.everyone, *opposite.by.values()),
            strict=True,
        ):
            assert OPPOSITE.get(now.kind, now.kind) == before.kind
            assert (now.then, now.now, now.threshold) == (before.now, before.then, before.threshold)
            assert now.delta == pytest.approx(None if before.delta is None else -before.delta)
            assert BACKWARDS.get(now.why, now.why) == before.why
        assert (shift.level_then, shift.level_now) == (opposite.level_now, opposite.level_then)
    assert not then
    assert statuses(there) == {
        (was or key, BACKWARDS.get(status, status), key if was else "")
        for key, status, was in statuses(back)
    }


def statuses(found: Comparison) -> set[tuple[str, str, str]]:
    """Each statement by its id now, what became of it, and the id that its words had before."""
    return {(each.id, each.status, each.was) for shift in found.shifts for each in shift.statements}


@pytest.mark.slow
@settings(max_examples=300)
@given(older, newer)
def test_cells_actions_and_evidence_read_the_same_backwards(
    old: Assessment, new: Assessment
) -> None:
    there = {(path, then, now) for path, then, now in changed_cells(old, new)}
    assert there == {(path, now, then) for path, then, now in changed_cells(new, old)}
    assert acted(old, new) == sorted(
        (factor, what, UNDONE.get(state, state)) for factor, what, state in acted(new, old)
    )


def acted(old: Assessment, new: Assessment) -> list[tuple[str, str, str]]:
    actions: list[tuple[str, str, str]] = [
        (e.factor, e.action.what, e.state) for e in followed_actions(old, new)
    ]
    shown: list[tuple[str, str, str]] = [
        (e.factor, e.evidence.what, e.state) for e in followed_evidence(old, new)
    ]
    return sorted(actions + shown)


@pytest.mark.slow
@settings(max_examples=300)
@given(older, newer)
def test_deepdiff_finds_the_same_cells(old: Assessment, new: Assessment) -> None:
    """Each side without its lists, which deepdiff matches by a guess."""
    from deepdiff import DeepDiff

    then, now = (without_lists(one.model_dump(exclude_none=True)) for one in (old, new))
    theirs = DeepDiff(then, now, view="tree", threshold_to_diff_deeper=0)
    changed = {
        path
        for kind in theirs.values()
        for each in kind
        for path in leaves(each.t1, each.path(output_format="list"))
        | leaves(each.t2, each.path(output_format="list"))
    }
    ours = {cell.path for cell in changed_cells(old, new)}
    assert {path for path in ours if not {"evidence", "actions"} & set(path)} == changed


def without_lists(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {
            key: without_lists(value)
            for key, value in tree.items()
            if key not in {"evidence", "actions"}
        }
    return (
        {str(place): each for place, each in enumerate(tree, 1)}
        if isinstance(tree, list | tuple)
        else tree
    )


def leaves(value: object, path: list[Any]) -> set[tuple[str, ...]]:
    """The single values under a path; deepdiff tells of a branch that came or went as a whole."""
    if isinstance(value, dict):
        return {leaf for key, each in value.items() for leaf in leaves(each, [*path, key])}
    is_value = isinstance(value, str | int)
    return {tuple(map(str, path))} if is_value else set()


@pytest.mark.slow
def test_scipy_counts_the_same_pairs() -> None:
    """PS is U / (n1 n2) of Mann and Whitney; Brunner and Munzel's own estimate is the same number."""
    from scipy.stats import mannwhitneyu  # takes two seconds to load

    chance = random.Random(7)
    for _ in range(4000):
        old, new = ([chance.randint(0, 9) for _ in range(5)] for _ in range(2))
        if not (sum(old) and sum(new)):
            continue
        then, now = spread_out(old), spread_out(new)
        u = mannwhitneyu(now, then, method="asymptotic").statistic
        assert superiority(old, new) == pytest.approx(u / (len(then) * len(now)))
        assert delta_of(Tally(tuple(old)), Tally(tuple(new))) == pytest.approx(
            2 * u / (len(then) * len(now)) - 1
        )


@pytest.mark.slow
def test_brunner_and_munzel_see_the_same_side() -> None:
    """Their statistic is positive where old answers tend to be below the new: PS over a half."""
    from scipy.stats import brunnermunzel

    chance = random.Random(8)
    for _ in range(2000):
        old, new = ([chance.randint(0, 9) for _ in range(5)] for _ in range(2))
        if sum(old) < 2 or sum(new) < 2:
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            statistic = brunnermunzel(spread_out(old), spread_out(new)).statistic
        own = superiority(old, new)
        assert own is not None
        if statistic == statistic and abs(own - 0.5) > 1e-12:  # it is not a number for all alike
            assert (statistic > 0) == (own > 0.5)


def spread_out(counts: list[int]) -> list[int]:
    return [answer for answer, n in enumerate(counts, 1) for _ in repeat(None, n)]
