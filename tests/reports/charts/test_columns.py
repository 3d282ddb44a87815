"""Columns: every height can be worked out by hand, from the part of a group and nothing else."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.reports.charts.columns import HEIGHT, TALLEST, VIEW_BOX, WIDTH, strips

COUNTS = st.lists(st.integers(0, 500), min_size=3, max_size=11)


def heights(strip):
    return [HEIGHT - int(top) for top in re.findall(r"V(\d+)", strip)]


def places(strip):
    return [int(place) for place in re.findall(r"M(\d+)", strip)]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([0, 0, 10, 5, 0], "M150 20V1M210 20V10"),  # all of 19, and half of it: 9.5, so 10
        ([1, 1, 1, 1, 1], "M30 20V1M90 20V1M150 20V1M210 20V1M270 20V1"),
        ([1, 0, 0, 0, 199], "M30 20V19M270 20V1"),  # one of many is still seen
        ([0, 0, 0, 0, 0], ""),
        ([4, 0, 4], "M50 20V1M250 20V1"),
    ],
)
def test_a_column_stands_in_the_middle_of_its_answer(counts, expected):
    assert strips([counts]) == [expected]


def test_groups_of_different_sizes_are_drawn_to_the_same_measure():
    """3 of 6 is the largest part; 10 of 20 is as much, and 5 of 20 half of it."""
    six, twenty = strips([[3, 2, 1], [10, 5, 5]])
    assert heights(six) == [19, 13, 6]  # 19 * 2/3 is 12.7, 19 * 1/3 is 6.3
    assert heights(twenty) == [19, 10, 10]


def test_what_another_group_said_changes_the_measure():
    (alone,) = strips([[3, 3, 0]])
    (beside, _) = strips([[3, 3, 0], [6, 0, 0]])
    assert (heights(alone), heights(beside)) == ([19, 19], [10, 10])


def test_nothing_to_draw():
    assert strips([]) == []
    assert strips([[0, 0, 0], [0, 0, 0]]) == ["", ""]


@given(st.lists(COUNTS, max_size=8))
def test_a_column_for_each_answer_that_was_given_and_none_beside(groups):
    drawn = strips(groups)
    assert f"0 0 {WIDTH} {HEIGHT}" == VIEW_BOX
    for counts, strip in zip(groups, drawn, strict=True):
        assert len(heights(strip)) == sum(1 for count in counts if count)
        assert all(1 <= height <= TALLEST for height in heights(strip))
        assert all(0 < place < WIDTH for place in places(strip))
    if any(map(any, groups)):
        assert max(height for strip in drawn for height in heights(strip)) == TALLEST
