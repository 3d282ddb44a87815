"""One paper form in ten is checked again, and an early one."""

from __future__ import annotations

from collections import Counter

from cls_check.domain.rounds.paper_check import factor_to_check

FACTORS = tuple("abcdefghij")


def checked(seed: str, forms: int = 40) -> list[int]:
    return [form for form in range(1, forms + 1) if factor_to_check(form, seed, FACTORS)]


def test_one_form_of_each_ten_is_checked_the_first_among_three() -> None:
    for seed in map(str, range(200)):
        forms = checked(seed)
        assert [(form - 1) // 10 for form in forms] == [0, 1, 2, 3]
        assert forms[0] <= 3


def test_the_same_seed_gives_the_same_forms_and_factors() -> None:
    assert checked("Northfield") == checked("Northfield")


def test_every_place_and_every_factor_has_its_turn() -> None:
    seeds = [str(number) for number in range(2000)]
    places = Counter(form % 10 for seed in seeds for form in checked(seed)[1:])
    factors = Counter(factor_to_check(checked(seed)[1], seed, FACTORS) for seed in seeds)
    assert set(places) == set(range(10))
    assert min(places.values()) > 400  # of 6,000, 600 each if even
    assert set(factors) == set(FACTORS)
    assert min(factors.values()) > 120  # of 2,000, 200 each if even
