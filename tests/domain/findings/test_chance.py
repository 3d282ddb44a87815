"""What chance would do, against published tables, against scipy, and against rooms drawn by lot."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from cls_check.domain.counts.statistics import median_interval, typical_answer
from cls_check.domain.findings import chance
from cls_check.domain.findings.measures import likely_range

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def rooms() -> ModuleType:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "tools"))
        import simulate_findings

        return simulate_findings


# Against what others have published


@pytest.mark.parametrize(
    ("groups", "width"),
    [(2, 2.772), (3, 3.314), (4, 3.633), (5, 3.858), (6, 4.030)],
)
def test_the_range_of_normal_means_is_that_of_the_tables(groups: int, width: float) -> None:
    """Upper 5 % points of the studentized range with endless degrees of freedom."""
    assert chance._range_beyond(width, groups) == pytest.approx(0.05, abs=0.0005)


@pytest.mark.parametrize("above", [0.5, 0.1, 0.025, 0.0025, 0.05 / 300])
def test_points_of_the_normal_distribution_are_those_of_scipy(above: float) -> None:
    from scipy.stats import norm

    assert chance.normal_quantile(above) == pytest.approx(norm.isf(above), abs=1e-9)


def test_the_spread_of_delta_is_that_of_the_rank_sum() -> None:
    """Of all 252 ways to part ten different answers into five and five."""
    from itertools import combinations

    deltas = []
    for first in combinations(range(10), 5):
        second = [n for n in range(10) if n not in first]
        wins = sum((b > a) - (b < a) for a in first for b in second)
        deltas.append(wins / 25)
    spread = (sum(d * d for d in deltas) / len(deltas)) ** 0.5
    assert chance.rank_sum_error(5, 5) == pytest.approx(spread)


# The interval of a median


def test_on_one_answer_it_is_the_error_of_a_grouped_median() -> None:
    """12 of 20 people on the answer: sqrt(20) / (2 * 12) = 0.186, 1.28 times to either side."""
    low, high = median_interval((0, 4, 12, 4, 0))
    assert (low + high) / 2 == pytest.approx(3.0)
    assert (high - low) / 2 == pytest.approx(1.2816 * 20**0.5 / 24)


def test_by_hand_where_it_reaches_into_other_answers() -> None:
    """Ten people, two on each answer: 2.03 people below the middle is 1 - 1/2 + ... = 1.99."""
    low, high = median_interval((2, 2, 2, 2, 2))
    assert low == pytest.approx(2 - 0.5 + (5 - 1.2816 * 10**0.5 / 2 - 2) / 2)
    assert low + high == pytest.approx(6.0)


def test_a_range_holds_the_typical_answer_and_ends_with_the_scale() -> None:
    draw = Random(3)
    for _ in range(3000):
        tallies = [
            tuple(draw.choice((0, 0, 1, 2, 5)) for _ in range(5)) for _ in range(draw.randint(1, 5))
        ]
        counted = [counts for counts in tallies if sum(counts) >= 3]
        if counted:
            low, high = likely_range(counted)
            typical = sum(typical_answer(c) or 0 for c in counted) / len(counted)
            assert 1 <= low <= typical <= high <= 5


def test_more_people_make_it_narrower() -> None:
    wide = [likely_range([(n, 2 * n, 3 * n, 2 * n, n)]) for n in (1, 2, 4, 8)]
    assert all(b[1] - b[0] < a[1] - a[0] for a, b in pairwise(wide))


def test_scipy_draws_as_wide_an_interval_by_bootstrap() -> None:
    """Twenty people drawn again from those that came: 8 of 10 medians lie in the interval."""
    import numpy as np
    from scipy.stats import bootstrap

    counts = (2, 5, 7, 4, 2)
    people = np.repeat(np.arange(1, 6), counts)

    def grouped_median(sample: np.ndarray, axis: int = -1) -> np.ndarray:
        return np.apply_along_axis(
            lambda row: typical_answer(tuple(np.bincount(row, minlength=6)[1:].tolist())),
            axis,
            sample,
        )

    found = bootstrap(
        (people,), grouped_median, confidence_level=0.8, n_resamples=999, method="percentile",
        rng=np.random.default_rng(1),
    ).confidence_interval  # fmt: skip
    low, high = median_interval(counts)
    assert (low, high) == pytest.approx((found.low, found.high), abs=0.12)


# In rooms drawn by lot; the whole tables are in decision 12


@pytest.mark.slow
@pytest.mark.parametrize(("people", "spread"), [(5, 1.25), (12, 1.0), (40, 1.25)])
def test_ranges_hold(rooms: ModuleType, people: int, spread: float) -> None:
    held = rooms.held(rooms.Rooms((people,), spread), 11, 60)
    assert 0.75 <= held <= 0.94


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [(5, 5), (6, 6, 6, 6), (12, 12, 12), (5,) * 6])
def test_at_most_one_report_in_twenty_names_a_difference_where_there_is_none(
    rooms: ModuleType, sizes: tuple[int, ...]
) -> None:
    """Of 200 reports, 18 or more would come in 1 of 100 runs if 1 in 20 were the truth."""
    clear = rooms.share(rooms.Rooms(sizes, 1.125), 12, 200, rooms.has("perspectives-differ"))
    assert clear < 18 / 200


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [(5, 5), (12, 12), (6, 6, 6, 6)])
def test_the_share_of_gaps_by_chance_is_as_it_is_told(
    rooms: ModuleType, sizes: tuple[int, ...]
) -> None:
    seen = sum(
        rooms.share(rooms.Rooms(sizes, spread), 13, 120, rooms.any_gap) for spread in (1.0, 1.25)
    )
    assert chance.share_by_chance(sizes, 5, 10, 1.0) == pytest.approx(seen / 2, abs=0.12)


@pytest.mark.slow
def test_a_group_that_is_higher_on_everything_is_told_once(rooms: ModuleType) -> None:
    """Twelve against twelve, as in a review: people lean 0.4 of a step, answers spread by 1."""
    higher = rooms.Rooms((12, 12), 1.08, alike=0.14, over_all=0.14, higher=0.9)
    told = named = looked = 0
    for found in rooms.looked_at(higher, 14, 100):
        told += rooms.runs_through(found)
        if rooms.runs_through(found):
            looked += len(found)
            named += sum(rooms.any_gap((factor,)) for factor in found)
    assert told >= 88  # nine of ten, and what chance takes from a hundred rooms
    assert named <= looked / 20
    level = rooms.Rooms((12, 12), 1.08, alike=0.14, over_all=0.14)
    assert rooms.share(level, 15, 100, rooms.runs_through) <= 0.05
