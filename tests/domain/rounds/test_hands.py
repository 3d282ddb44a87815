"""Hands and cards: what a line of counts means, and what is kept of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.counts.tally import Tally
from cls_check.domain.rounds.grammar import Asked, Mistake, Noted, understood
from cls_check.domain.rounds.hands import (
    counted,
    counts_in,
    hands_questions,
    lines_of,
    tally_of,
    written,
)
from cls_check.domain.rounds.session import Answered, Session, after, started
from tests.domain.rooms import asked_now, questionnaire

PRESENT = {"p1": 7, "p2": 0, "p3": 19}


@pytest.fixture
def begun() -> Session:
    return started(hands_questions(questionnaire(statements=2, perspectives=3), PRESENT))


def typed(session: Session, *lines: str) -> Session:
    for line in lines:
        event = understood(line, session, counts_in)
        assert not isinstance(event, Asked | Noted | Mistake)
        session = after(session, event)
    return session


def test_every_statement_is_asked_of_each_group_that_is_here(begun: Session) -> None:
    assert [(q.id, q.group, q.people) for q in begun.questions] == [
        ("s-1 p1", "p1", 7), ("s-1 p3", "p3", 19), ("s-2 p1", "p1", 7), ("s-2 p3", "p3", 19),
    ]  # fmt: skip


def test_without_perspectives_the_whole_room_is_one_group() -> None:
    asked = hands_questions(questionnaire(statements=1, perspectives=0), {"everyone": 12})
    assert [(q.id, q.people) for q in asked] == [("s-1 everyone", 12)]


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("0 1 2 2 1", Answered(("0 1 2 2 1",))),
        ("01221", Answered(("0 1 2 2 1",))),
        ("0,1,2,2,1", Answered(("0 1 2 2 1",))),
        ("0 1 2 2 1 d1", Answered(("0 1 2 2 1 d1",))),
        ("d1 01221", Answered(("0 1 2 2 1 d1",))),
        ("0 1 2 2 0 x1 d1", Answered(("0 1 2 2 0 d1 x1",))),
        ("00000", Answered(("0 0 0 0 0",))),
        ("-", Answered((None,))),
        ("0 1 2 2 3", Mistake("more-than-are-here", given=8, wanted=7)),
        ("0 1 2 2 1 d1 x1", Mistake("more-than-are-here", given=8, wanted=7)),
        ("0 1 2 2", Mistake("other-number-of-counts", given=4, wanted=5)),
        ("0122", Mistake("other-number-of-counts", given=4, wanted=5)),
        ("0 1 two 2 1", Mistake("not-a-count", "two")),
        ("0 1 -2 2 1", Mistake("not-a-count", "-2")),
        ("0 1 2.5 2 1", Mistake("not-a-count", "2.5")),
        ("\u0660 1 2 2 1", Mistake("not-a-count", "\u0660")),
        ("9999999 0 0 0 0", Mistake("not-a-count", "9999999")),
    ],
)
def test_what_a_line_of_counts_means(
    begun: Session, line: str, meaning: Answered | Mistake
) -> None:
    assert understood(line, begun, counts_in) == meaning


def test_going_to_a_statement_goes_to_its_first_group(begun: Session) -> None:
    session = typed(begun, "g s-2")
    assert asked_now(session) == "s-2 p1"


def test_what_was_counted_goes_to_a_file_and_back(begun: Session) -> None:
    session = typed(begun, "0 1 2 2 1 d1", "- ", "70000")
    found = counted(session)
    assert found == {"s-1": {"p1": {"2": 1, "3": 2, "4": 2, "5": 1, "dont-know": 1}},
                     "s-2": {"p1": {"1": 7}}}  # fmt: skip
    assert lines_of(found, 5) == session.answers


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5), st.integers(0, 9), st.integers(0, 9))
def test_a_tally_is_read_back_as_it_was_written(
    counts: list[int], dont_know: int, cannot_answer: int
) -> None:
    tally = Tally(tuple(counts), dont_know, cannot_answer)
    assert tally_of(written(tally), 5) == tally
