"""Columns: every height can be worked out by hand, from the part of a group and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.reports.charts.columns import LEAST_HEIGHT, WIDTH, Strips, strips

COUNTS = st.lists(st.integers(0, 500), min_size=3, max_size=11)


def heights(drawn: Strips, place: int) -> list[int]:
    return [drawn.height - int(top) for top in re.findall(r"V(\d+)", drawn.paths[place])]


def places(path: str) -> list[int]:
    return [int(place) for place in re.findall(r"M(\d+)", path)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 0, 10, 5, 0], "M150 36V1M210 36V18"),  # all of 35, and half of it: 17.5, so 18
        ([1, 1, 1, 1, 1], "M30 36V1M90 36V1M150 36V1M210 36V1M270 36V1"),
        ([1, 0, 0, 0, 199], "M30 36V35M270 36V1"),  # one of many is still seen
        ([0, 0, 0, 0, 0], ""),
        ([4, 0, 4], "M50 36V1M250 36V1"),
    ],
)
def test_a_column_stands_in_the_middle_of_its_answer(counts: list[int], expected: str) -> None:
    assert strips([counts]).paths == (expected,)


def test_groups_of_different_sizes_are_drawn_to_the_same_measure() -> None:
    """3 of 6 is the largest part; 10 of 20 is as much, and 5 of 20 half of it."""
    drawn = strips([[3, 2, 1], [10, 5, 5]])
    assert heights(drawn, 0) == [35, 23, 12]  # 35 * 2/3 is 23.3, 35 * 1/3 is 11.7
    assert heights(drawn, 1) == [35, 18, 18]


def test_what_another_group_said_changes_the_measure() -> None:
    assert heights(strips([[3, 3, 0]]), 0) == [35, 35]
    assert heights(strips([[3, 3, 0], [6, 0, 0]]), 0) == [18, 18]


@pytest.mark.parametrize(("groups", "height"), [(1, 36), (4, 36), (5, 28), (6, 20), (11, 20)])
def test_fewer_groups_have_more_room_each(groups: int, height: int) -> None:
    drawn = strips([[1, 2, 3]] * groups)
    assert (drawn.height, drawn.view_box) == (height, f"0 0 300 {height}")


def test_nothing_to_draw() -> None:
    assert strips([]).paths == ()
    assert strips([[0, 0, 0], [0, 0, 0]]).paths == ("", "")


@given(st.lists(COUNTS, max_size=8))
def test_a_column_for_each_answer_that_was_given_and_none_beside(groups: list[list[int]]) -> None:
    drawn = strips(groups)
    assert drawn.height >= LEAST_HEIGHT
    every = [heights(drawn, place) for place in range(len(groups))]
    for counts, columns, path in zip(groups, every, drawn.paths, strict=True):
        assert len(columns) == sum(1 for count in counts if count)
        assert all(1 <= column < drawn.height for column in columns)
        assert all(0 < place < WIDTH for place in places(path))
    if any(map(any, groups)):
        assert max(column for columns in every for column in columns) == drawn.height - 1
