"""Answering as a pure reducer, and what people type."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.rounds.grammar import Asked, Mistake, Noted, understood, whole_factors
from cls_check.domain.rounds.session import (
    Answered,
    Reviewed,
    Session,
    Skipped,
    WentBack,
    WentTo,
    after,
    questions_of,
    started,
)
from tests.domain.rooms import asked_now, questionnaire


@pytest.fixture
def begun() -> Session:
    return started(questions_of(questionnaire(statements=5)))


def typed(session: Session, *lines: str) -> Session:
    for line in lines:
        meant = understood(line, session)
        if not isinstance(meant, Asked | Noted | Mistake):
            session = after(session, meant)
    return session


def test_one_digit_answers_and_goes_on(begun: Session) -> None:
    session = typed(begun, "4")
    assert session.answers == {"s-1": "4"}
    assert asked_now(session) == "s-2"


def test_several_digits_answer_the_next_statements(begun: Session) -> None:
    assert typed(begun, "44d-x").answers == {
        "s-1": "4", "s-2": "4", "s-3": "dont-know", "s-5": "cannot-answer",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("6", Mistake("not-an-answer", "6")),
        ("0", Mistake("not-an-answer", "0")),
        ("44z52", Mistake("not-an-answer", "z")),
        ("foo", Mistake("not-an-answer", "foo")),
        ("444444", Mistake("too-many", given=6, wanted=5)),
        ("g s-9", Mistake("no-such-statement", "s-9")),
        ("u", Mistake("nothing-to-undo")),
        ("٤", Mistake("not-an-answer", "٤")),
        ("²", Mistake("not-an-answer", "²")),
    ],
)
def test_a_line_with_one_bad_character_records_nothing(
    begun: Session, line: str, mistake: Mistake
) -> None:
    assert understood(line, begun) == mistake
    assert typed(begun, line) == begun


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("", Skipped()),
        (" 4 ", Answered(("4",))),
        ("4 4, 3", Answered(("4", "4", "3"))),
        ("D", Answered(("dont-know",))),
        ("-", Answered((None,))),
        ("b", WentBack()),
        ("R", Reviewed()),
        ("G S-3", WentTo("s-3")),
        ("go s-3", WentTo("s-3")),
        ("?", Asked("help")),
        ("q", Asked("stop")),
    ],
)
def test_what_a_line_means(begun: Session, line: str, event: object) -> None:
    assert understood(line, begun) == event


def test_enter_keeps_an_answer_and_a_hyphen_takes_it_away(begun: Session) -> None:
    answered = typed(begun, "4", "b", "")
    assert (answered.answers, answered.position) == ({"s-1": "4"}, 1)
    assert typed(begun, "4", "b", "-").answers == {}


def test_undo_takes_back_the_last_change_and_where_it_was_made(begun: Session) -> None:
    session = typed(begun, "4", "5", "g s-4", "2", "u")
    assert (session.answers, asked_now(session)) == ({"s-1": "4", "s-2": "5"}, "s-4")
    assert typed(session, "u", "u").answers == {}


def test_an_answer_can_be_changed_from_the_review(begun: Session) -> None:
    session = typed(begun, "44444")
    assert session.current is None
    assert typed(session, "g s-2", "1").answers["s-2"] == "1"


def test_answers_past_the_end_are_refused(begun: Session) -> None:
    session = typed(begun, "44444")
    assert understood("4", session) == Mistake("at-the-end", "4")


def test_going_on_starts_after_the_last_answer() -> None:
    questions = questions_of(questionnaire(statements=5))
    session = started(questions, {"s-3": "2", "s-1": "4", "gone": "5"})
    assert asked_now(session) == "s-4"
    assert session.answers == {"s-1": "4", "s-3": "2"}


@pytest.mark.parametrize(
    ("line", "meaning"),
    [
        ("4435", Mistake("too-few", given=4, wanted=5)),
        ("4435-", Answered(("4", "4", "3", "5", None))),
        ("44352 1", Mistake("too-many", given=6, wanted=5)),
        ("44352 11111", Answered(tuple("4435211111"))),
        ("44352 11111 1", Mistake("too-many", given=11, wanted=10)),
        ("4435y", Mistake("not-an-answer", "y")),
    ],
)
def test_a_paper_line_is_whole_factors(line: str, meaning: Mistake | Answered) -> None:
    form = started(questions_of(questionnaire(statements=10, factors=2)))
    assert understood(line, form, whole_factors) == meaning


def test_a_note_is_no_answer(begun: Session) -> None:
    assert understood("n The heating is Broken", begun) == Noted("The heating is Broken")
    assert understood("n", begun) == Mistake("not-an-answer", "n")


def test_going_to_a_factor_goes_to_its_first_statement() -> None:
    form = started(questions_of(questionnaire(statements=10, factors=2)))
    assert asked_now(typed(form, "g f-2")) == "s-6"


def test_scales_of_ten_and_more_take_numbers_apart() -> None:
    session = started(questions_of(questionnaire(statements=3, positions=11)))
    assert typed(session, "10 11 d").answers == {"s-1": "10", "s-2": "11", "s-3": "dont-know"}
    assert understood("12", session) == Mistake("not-an-answer", "12")


@given(st.lists(st.text(alphabet="12345dx-bug ?rq6s", max_size=7), max_size=30))
def test_whatever_is_typed_the_session_stays_whole(lines: list[str]) -> None:
    begun = started(questions_of(questionnaire(statements=5)))
    session = typed(begun, *lines)
    assert 0 <= session.position <= 5
    assert list(session.answers) == [q.id for q in session.questions if q.id in session.answers]
    assert set(session.answers.values()) <= {"1", "2", "3", "4", "5", "dont-know", "cannot-answer"}
