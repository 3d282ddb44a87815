"""From single voices to one assessment."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.assessments.consistency import misfits
from cls_check.domain.closing.closing import close, with_words_of
from cls_check.domain.findings.findings import find
from cls_check.domain.rounds.round import Talk, Voice
from tests.domain.rooms import a_round, questionnaire, random_voices


def voice(perspective: str, *answers: str) -> Voice:
    """A voice that gives these answers to s-1, s-2 …; "" is left blank."""
    given_ = {f"s-{k}": answer for k, answer in enumerate(answers, start=1) if answer}
    return Voice.model_validate(
        {"cls-check-voice": 1, "perspective": perspective, "answers": given_}
    )


def test_answers_are_added_up_by_perspective() -> None:
    voices = [voice("p1", "4", "dont-know")] * 3 + [voice("p1", "5", "")] * 2
    voices += [voice("p2", "cannot-answer", "1")] * 5
    closed = close(questionnaire(statements=2), a_round(stage="under-way"), voices)
    first, second = closed.factors["f"].statements.values()
    assert closed.took_part == {"p1": 5, "p2": 5}
    assert first.answers == {"p1": {"4": 3, "5": 2}, "p2": {"cannot-answer": 5}}
    assert second.answers == {"p1": {"dont-know": 3}, "p2": {"1": 5}}
    assert (closed.place, closed.stage, closed.scale[0]) == ("Northfield", "under-way", "Answer 1")


def test_without_perspectives_answers_stand_under_everyone() -> None:
    asked = questionnaire(statements=1, perspectives=0)
    voices = [Voice.model_validate({"cls-check-voice": 1, "answers": {"s-1": "3"}})] * 6
    closed = close(asked, a_round(), voices)
    assert closed.took_part == {"everyone": 6}
    assert closed.factors["f"].statements["s-1"].answers == {"everyone": {"3": 6}}


def test_one_person_alone_ends_in_one_view() -> None:
    closed = close(questionnaire(), a_round(way="alone"), [voice("p2", "4", "1")])
    assert closed.one_view
    assert closed.took_part == {"everyone": 1}
    assert closed.factors["f"].statements["s-1"].answers == {"everyone": {"4": 1}}
    assert closed.perspectives == {}


def test_what_the_group_agreed_is_part_of_the_assessment() -> None:
    talk = Talk.model_validate(
        {
            "cls-check-talk": 1,
            "factors": {"f": {"level": "growing", "because": "Two plans changed."}},
        }
    )
    closed = close(questionnaire(), a_round(), [voice("p1", "4")] * 5, talk=talk)
    assert closed.factors["f"].level == "growing"
    assert closed.factors["f"].because == "Two plans changed."


def test_closing_again_keeps_what_people_wrote_since() -> None:
    first = close(questionnaire(), a_round(), [voice("p1", "4")] * 5)
    factor = first.factors["f"].model_copy(update={"because": "We said so.", "level": "starting"})
    edited = first.model_copy(update={"factors": {"f": factor}})
    again = close(questionnaire(), a_round(), [voice("p1", "4")] * 10)
    kept = with_words_of(again, edited)
    assert kept.factors["f"].because == "We said so."
    assert kept.took_part == {"p1": 10}


def test_what_was_edited_in_the_file_goes_before_the_record_and_own_notes_stay() -> None:
    talk = Talk.model_validate(
        {"cls-check-talk": 1, "factors": {"f": {"because": "As we said on the day."}}}
    )
    first = close(questionnaire(), a_round(), [voice("p1", "4")] * 5, talk=talk)
    statement = first.factors["f"].statements["s-1"].model_copy(update={"x-note": "Ask Tuesday."})
    statements = first.factors["f"].statements | {"s-1": statement}
    factor = first.factors["f"].model_copy(
        update={"because": "Said better later.", "x-mine": 1, "statements": statements}
    )
    edited = first.model_copy(update={"factors": {"f": factor}, "x-top": "kept"})
    again = close(questionnaire(), a_round(), [voice("p1", "5")] * 10, talk=talk)
    kept = with_words_of(again, edited)
    assert kept.factors["f"].because == "Said better later."
    assert kept.own_notes == {"x-top": "kept"}
    assert kept.factors["f"].own_notes == {"x-mine": 1}
    assert kept.factors["f"].statements["s-1"].own_notes == {"x-note": "Ask Tuesday."}
    assert kept.factors["f"].statements["s-1"].answers == {"p1": {"5": 10}}


@given(st.integers(0, 10_000))
def test_the_order_of_people_never_matters(seed: int) -> None:
    chance = random.Random(seed)
    asked = questionnaire(statements=3)
    voices = random_voices(chance, asked) + [voice("p1", "3", "3", "3")] * 5
    closed = close(asked, a_round(), voices)
    chance.shuffle(voices)
    assert close(asked, a_round(), voices) == closed


@given(st.integers(0, 10_000))
def test_what_closing_makes_always_fits_together(seed: int) -> None:
    chance = random.Random(seed)
    asked = questionnaire(statements=3, positions=chance.choice([3, 5, 7, 11]))
    voices = random_voices(chance, asked) + [voice("p1", "3", "3", "3")] * 5
    closed = close(asked, a_round(), voices)
    assert list(misfits(closed)) == []
    assert all(found.headline for found in find(closed))


def test_a_perspective_that_nobody_answered_from_is_not_in_the_file() -> None:
    closed = close(questionnaire(), a_round(), [voice("p3", "4")] * 5)
    assert closed.took_part == {"p3": 5}


@pytest.mark.parametrize("minimum", [3, 4, 5, 8])
def test_the_minimum_group_can_be_moved(minimum: int) -> None:
    voices = [voice("p1", "4")] * 9 + [voice("p2", "2")] * 4
    closed = close(questionnaire(), a_round(), voices, minimum_group=minimum)
    separate = {"p1": 9, "p2": 4}
    assert closed.took_part == (separate if minimum <= 4 else {"everyone": 13})
    assert closed.minimum_group == minimum
