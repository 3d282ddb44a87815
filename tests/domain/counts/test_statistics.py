"""The numbers, against published examples, against other programs, and by their properties."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median_grouped
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cls_check.domain.counts.statistics import agreement, superiority, typical_answer
from cls_check.domain.counts.tally import Tally

DATA = Path(__file__).parents[2] / "data" / "statistics-worked-examples.json"
EXAMPLES = {example["id"]: example for example in json.loads(DATA.read_text(encoding="utf-8"))}


def examples_of(statistic: str) -> list[Any]:
    return [pytest.param(e, id=e["id"]) for e in EXAMPLES.values() if statistic in e["stat"]]


def counts_of(example: dict[str, Any]) -> tuple[float, ...]:
    if example["input_kind"] == "freq":
        return tuple(example["freq"])
    return tuple(example["raw"].count(k) for k in range(1, example["categories"] + 1))


@pytest.mark.parametrize("example", examples_of("agreement A"))
def test_agreement_is_as_published(example: dict[str, Any]) -> None:
    assert agreement(counts_of(example)) == pytest.approx(example["expect"], abs=example["tol"])


@pytest.mark.parametrize("example", examples_of("polarization"))
def test_polarization_is_as_published(example: dict[str, Any]) -> None:
    """Polarization is (1 - A) / 2 by its definition."""
    agreed = agreement(counts_of(example))
    assert agreed is not None
    assert (1 - agreed) / 2 == pytest.approx(example["expect"], abs=example["tol"])


@pytest.mark.parametrize("example", examples_of("interpolated median"))
def test_the_typical_answer_is_as_published(example: dict[str, Any]) -> None:
    assert typical_answer(counts_of(example)) == pytest.approx(
        example["expect"], abs=example["tol"]
    )


@pytest.mark.parametrize("example", examples_of("Cliff"))
def test_delta_is_as_published(example: dict[str, Any]) -> None:
    """Cliff's delta is 2 PS - 1; the published sign is x - y, so x is the new round."""
    values = sorted({*example["x"], *example["y"]})
    x, y = ([example[name].count(value) for value in values] for name in "xy")
    superior = superiority(y, x)
    assert superior is not None
    assert 2 * superior - 1 == pytest.approx(example["expect"], abs=example["tol"])


def test_no_published_example_is_left_out_but_one_we_do_not_compute() -> None:
    used = ("agreement A", "polarization", "interpolated median", "Cliff")
    left = [e["id"] for e in EXAMPLES.values() if not any(name in e["stat"] for name in used)]
    assert left == ["rwg-grp6"]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 0, 0), None),
        ((1, 0, 0, 0, 0), 1.0),
        ((0, 0, 0, 0, 7), 5.0),
        ((1, 0, 1, 0, 0), 2.0),  # the two middle answers are 1 and 3
        ((2, 0, 0, 0, 2), 3.0),
        ((1, 1, 1, 0, 0), 2.0),  # 2 - 1/2 + (1.5 - 1) / 1
        ((0, 1, 3, 2, 0), 3.1666666667),  # 3 - 1/2 + (3 - 1) / 3
        ((0, 0, 0, 2, 0, 0, 0), 4.0),
    ],
)
def test_the_typical_answer_by_hand(counts: tuple[int, ...], expected: float | None) -> None:
    assert typical_answer(counts) == (expected and pytest.approx(expected))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 0, 0), None),
        ((3, 3), None),  # two answers cannot tell camps from a spread
        ((0, 0, 9, 0, 0), 1.0),
        ((2, 2, 2, 2, 2), 0.0),
        ((4, 0, 0, 0, 4), -1.0),
        ((0, 3, 3, 0, 0), 0.75),  # U = 1, and 1 - (2 - 1) / (5 - 1)
        ((1, 3, 0, 0, 0), 0.875),  # a layer of 2 answers at 0.75, one of 2 at 1
    ],
)
def test_agreement_by_hand(counts: tuple[int, ...], expected: float | None) -> None:
    assert agreement(counts) == (expected if expected is None else pytest.approx(expected))


scales = st.integers(3, 11).flatmap(
    lambda k: st.lists(st.integers(0, 12), min_size=k, max_size=k).map(tuple)
)


@given(scales)
def test_agreement_is_the_same_mirrored(counts: tuple[int, ...]) -> None:
    here, mirrored = agreement(counts), agreement(counts[::-1])
    assert here == (mirrored if mirrored is None else pytest.approx(mirrored))


@given(scales)
def test_agreement_stays_between_two_camps_and_all_agree(counts: tuple[int, ...]) -> None:
    assume(any(counts))
    agreed = agreement(counts)
    assert agreed is not None
    assert -1 - 1e-9 <= agreed <= 1 + 1e-9


@given(scales)
def test_the_typical_answer_mirrors(counts: tuple[int, ...]) -> None:
    assume(any(counts))
    typical = typical_answer(counts)
    assert typical is not None
    assert typical_answer(counts[::-1]) == pytest.approx(len(counts) + 1 - typical)


@given(scales, st.data())
def test_an_answer_moved_up_never_lowers_the_typical_answer(
    counts: tuple[int, ...], data: st.DataObject
) -> None:
    movable = [place for place, count in enumerate(counts[:-1]) if count]
    assume(movable)
    place = data.draw(st.sampled_from(movable))
    up = list(counts)
    up[place] -= 1
    up[place + 1] += 1
    lower, higher = typical_answer(counts), typical_answer(tuple(up))
    assert lower is not None
    assert higher is not None
    assert higher >= lower - 1e-12


@given(scales)
def test_the_typical_answer_is_the_grouped_median_of_the_standard_library(
    counts: tuple[int, ...],
) -> None:
    """Python's own median_grouped agrees wherever both middle answers are the same."""
    answers = [place for place, count in enumerate(counts, start=1) for _ in range(count)]
    middle = len(answers) // 2
    assume(answers and (len(answers) % 2 or answers[middle - 1] == answers[middle]))
    assert typical_answer(counts) == pytest.approx(median_grouped(answers, interval=1))


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=3, max_size=11))
def test_superiority_is_the_rank_sum_statistic_of_scipy(pairs: list[tuple[int, int]]) -> None:
    from scipy.stats import mannwhitneyu  # takes two seconds to load

    old, new = ([pair[side] for pair in pairs] for side in (0, 1))
    assume(any(old) and any(new))
    spread = [[k for k, count in enumerate(side) for _ in range(count)] for side in (old, new)]
    expected = mannwhitneyu(spread[1], spread[0]).statistic / (sum(old) * sum(new))
    assert superiority(old, new) == pytest.approx(expected)
    assert superiority(new, old) == pytest.approx(1 - expected)


tallies = st.tuples(
    st.lists(st.integers(0, 9), min_size=5, max_size=5).map(tuple),
    st.integers(0, 9),
    st.integers(0, 9),
).map(lambda parts: Tally(*parts))


@given(tallies, tallies, tallies)
def test_adding_tallies_is_associative_and_commutative(a: Tally, b: Tally, c: Tally) -> None:
    assert a + b == b + a
    assert (a + b) + c == a + (b + c)
    assert a + Tally.empty(5) == a


@given(tallies)
def test_a_tally_survives_being_written(tally: Tally) -> None:
    assert Tally.from_written(tally.written(), 5) == tally


def test_a_tally_counts_who_answered_and_who_could_not_say() -> None:
    tally = Tally.of(["4", "4", "2", "dont-know", "cannot-answer"], 5)
    assert tally == Tally((0, 1, 0, 2, 0), dont_know=1, cannot_answer=1)
    assert (tally.n, tally.people) == (3, 5)
    assert tally.cannot_say == pytest.approx(1 / 4)
    assert Tally((0, 0, 0), 0, 3).cannot_say is None
