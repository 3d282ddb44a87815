"""Two versions of one round must not give away who came between."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.closing.versions import too_close
from tests.domain.rooms import assessment

SEVEN = {"staff": {4: 7}, "lived": {2: 6}}


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (SEVEN, ()),  # nothing differs
        ({"staff": {4: 8}, "lived": {2: 6}}, ("everyone", "staff")),  # one person more
        ({"staff": {4: 11}, "lived": {2: 6}}, ("everyone", "staff")),  # four more
        ({"staff": {4: 12}, "lived": {2: 6}}, ()),  # five more
        ({"staff": {4: 6, 3: 1}, "lived": {2: 6}}, ("everyone", "staff")),  # an answer changed
        ({"staff": {4: 12}, "lived": {2: 7}}, ("lived",)),  # enough in all, one of a group
        ({"staff": {4: 7}, "lived": {2: 6}, "leader": {5: 5}}, ()),  # a whole group came
    ],
)
def test_everything_that_differs_has_five_people_behind_it(
    later: dict[str, dict[int, int]], found: tuple[Any, ...]
) -> None:
    assert too_close(assessment(SEVEN), assessment(later)) == found
    assert too_close(assessment(later), assessment(SEVEN)) == found


def test_a_shown_group_that_is_joined_later_gives_the_rest_away() -> None:
    """Eight staff stood alone; now they are eleven with three others: those are three people."""
    before = assessment({"staff": {4: 8}, "other-perspectives": {2: 6}})
    after = assessment({"lived": {3: 8}, "other-perspectives": {4: 11}})
    assert "staff" in too_close(before, after)


def test_a_statement_that_was_joined_and_no_longer_is_gives_the_rest_away() -> None:
    """Both groups have as many people as before, but one statement is now split between them."""
    took_part = {"staff": 9, "lived": 9}
    before = assessment({"other-perspectives": {4: 8}}, took_part=took_part)
    after = assessment({"staff": {4: 5}, "lived": {4: 3}}, took_part=took_part)
    assert set(too_close(before, after)) >= {"lived", "staff"}


def test_levels_alone_have_no_answers_to_work_back() -> None:
    assert too_close(assessment(took_part={"staff": 7}), assessment(took_part={"staff": 8})) == ()


def test_one_persons_views_are_their_own() -> None:
    one = assessment({"everyone": {4: 1}}, one_view=True)
    other = assessment({"everyone": {3: 1}}, one_view=True)
    assert too_close(one, other) == ()
