"""From numbers to sentences, each small enough to check by hand."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import FactorShift
from cls_check.domain.comparison.shift import Shift, ShiftKind
from cls_check.domain.findings.findings import FactorFindings, find
from cls_check.domain.findings.rules import Finding
from cls_check.reports.model.wording import (
    Said,
    about_the_numbers,
    agreement_key,
    early_on,
    group_name,
    nearest_answer,
    one_decimal,
    said,
    short_headline,
    statement_sentence,
)
from cls_check.reports.sections.shifts import shift_sentences
from cls_check.words.speech import large, say
from tests.reports.places import SCALE, answers, everyone_said, factor, place


def first(assessment: Assessment) -> FactorFindings:
    return find(assessment)[0]


def headline(assessment: Assessment) -> Said:
    own = first(assessment)
    return said(own.findings[0], own, assessment)


# Numbers as people read them


@pytest.mark.parametrize(
    ("number", "shown"),
    [(2.25, "2.3"), (2.249, "2.2"), (3, "3.0"), (3.95, "4.0"), (-0.04, "0.0"), (1 / 3, "0.3")],
)
def test_one_decimal_and_halves_go_up(number: float, shown: str) -> None:
    assert one_decimal(number) == shown


@pytest.mark.parametrize(
    ("typical", "answer"),
    [(1.0, "Not true yet"), (2.4, "A little true"), (2.5, "Partly true"), (5.0, "Very true")],
)
def test_the_words_of_the_nearest_answer(typical: float, answer: str) -> None:
    assert nearest_answer(typical, SCALE) == answer


@pytest.mark.parametrize(
    ("agreement", "key"),
    [(1, "close"), (0.8, "close"), (0.79, "broad"), (0.5, "broad"), (0.3, "some"),
     (0.29, "mixed"), (0, "mixed"), (-0.01, "two-camps"), (None, "unknown")],
)  # fmt: skip
def test_agreement_in_words(agreement: float | None, key: str) -> None:
    assert agreement_key(agreement) == key


# Every rule


BANDS = [
    # counts, headline, typical answer
    ((0, 0, 0, 5, 5), "This is a strength to build on.", "4.5 (likely range 3.9 to 5.0)"),
    ((0, 0, 4, 4, 0), "This is growing well.", "3.5 (likely range 2.9 to 4.1)"),
    ((0, 0, 8, 0, 0), "This is growing, with more to do.", "3.0 (likely range 2.7 to 3.3)"),
    ((0, 8, 0, 0, 0), "This is just starting and needs care.", "2.0 (likely range 1.7 to 2.3)"),
]


@pytest.mark.parametrize(("counts", "sentence", "typical"), BANDS)
def test_where_it_stands(counts: tuple[int, ...], sentence: str, typical: str) -> None:
    told = headline(everyone_said(*counts))
    assert told.say == sentence
    assert told.numbers[0].startswith(f"The typical answer is {typical}, close to “")


def test_not_enough() -> None:
    told = headline(everyone_said(0, 0, 4, 0, 0))
    assert told.say == "Not enough answers to say. That does not mean there is nothing to say."
    assert told.numbers == ()


def test_many_could_not_say_with_the_statement_that_most_did_not_know() -> None:
    told = headline(everyone_said(0, 0, 3, 3, 0, dont_know=4))
    assert told.say.startswith("Many people could not say.")
    assert told.numbers == ("4 of 10 people did not know: “We do thing 1 together”.",)


def test_perspectives_differ_names_both_and_lived_experience_first() -> None:
    of_both = {"lived-experience": answers(0, 6), "leader": answers(0, 0, 0, 6)}
    told = headline(place({"lived-experience": 6, "leader": 6}, factor=factor("Trust", of_both)))
    assert told.say == "Perspectives see this differently. That is worth a conversation."
    assert told.numbers == (
        "People with lived experience gave a typical answer of 2.0, close to “A little true”.",
        "Leaders gave a typical answer of 4.0, close to “Mostly true”.",
        "What does each of us see?",
    )


def test_lived_experience_stays_first_where_its_answer_is_the_higher() -> None:
    of_both = {"lived-experience": answers(0, 0, 0, 6), "leader": answers(0, 6)}
    told = headline(place({"lived-experience": 6, "leader": 6}, factor=factor("Trust", of_both)))
    assert told.numbers[0].startswith("People with lived experience")


def test_people_differ() -> None:
    told = headline(everyone_said(2, 2, 2, 2, 2))
    assert told.say == "People see this differently. That is worth a conversation."
    assert told.numbers == (
        "Answers differ most on one statement. It says: “We do thing 1 together”.",
        "4 of 10 people said “A little true” or lower, and 4 said “Mostly true” or higher.",
    )


def test_two_groups_of_people() -> None:
    assert headline(everyone_said(5, 0, 0, 0, 5)).say.startswith("People fall into two groups")


def test_felt_not_shown_and_shown_not_felt() -> None:
    felt = first(everyone_said(0, 0, 0, 0, 8))
    assert [each.rule for each in felt.findings] == ["strength", "felt-not-shown"]
    evidence = [{"from": "people", "what": "A letter."}]
    shown = place(
        {"everyone": 8},
        perspectives={},
        factor=factor("Trust", {"everyone": answers(0, 8)}, evidence=evidence),
    )
    told = said(first(shown).findings[1], first(shown), shown)
    assert told.say.startswith("This is shown, not yet felt.")


def test_fragile_and_close_to_the_line() -> None:
    own = first(everyone_said(0, 0, 4, 4, 0))
    finding = Finding(
        "growing-well", close_to_the_line=True, could_be=("growing", "strength"), fragile=True
    )
    assert said(finding, own, everyone_said(0, 0, 4, 4, 0)).notes == (
        "One person answering one step differently could change this finding.",
        "With another group of this size it might also come out as “growing, with more to do” "
        "or “a strength to build on”.",
    )
    mixed = Finding("views-differ", close_to_the_line=True)
    assert said(mixed, own, everyone_said(0, 0, 4, 4, 0)).notes == (
        "Another group of this size might agree more.",
    )


def test_weight_matters() -> None:
    # 12 leaders say 4, 3 people with lived experience say 1: everyone 3.9, each counted once 2.5
    of_both = {"lived-experience": answers(5), "leader": answers(0, 0, 0, 20)}
    them = place({"lived-experience": 5, "leader": 20}, factor=factor("Trust", of_both))
    assert (
        "All people together come to 3.9. With each perspective counted once, it is 2.5."
        in about_the_numbers(first(them), them)
    )


@pytest.mark.parametrize(
    ("stage", "counts", "told"),
    [
        ("getting-going", (0, 8, 0, 0, 0), "Low answers are to be expected."),
        ("getting-going", (0, 0, 8, 0, 0), ""),
        ("under-way", (0, 8, 0, 0, 0), ""),
    ],
)
def test_low_answers_early_on(stage: str, counts: tuple[int, ...], told: str) -> None:
    early = "Low answers are to be expected."
    made = factor("Letting go", {"everyone": answers(*counts)}, **{"early-on": early})
    them = place({"everyone": 8}, perspectives={}, factor=made, stage=stage)
    assert early_on(first(them), them) == told


# Statements


@pytest.mark.parametrize(
    ("scale", "counts", "sentence"),
    [
        (SCALE, (1, 1, 1, 4, 5), "9 of 12 people said “Mostly true” or “Very true”."),
        (SCALE, (4, 0, 0, 1, 0), "1 of 5 people said “Mostly true” or “Very true”."),
        (("No", "Partly", "Yes"), (2, 2, 3), "3 of 7 people said “Yes”."),
        (tuple("abcdefg"), (0, 1, 1, 1, 1, 1, 1), "3 of 6 people said “e” or higher."),
    ],
)
def test_what_people_said_to_a_statement(
    scale: tuple[str, ...], counts: tuple[int, ...], sentence: str
) -> None:
    them = everyone_said(*counts, scale=scale)
    assert statement_sentence(first(them).statements[0], them) == sentence


def test_those_who_did_not_know_are_counted_too() -> None:
    them = everyone_said(0, 0, 3, 2, 0, dont_know=1)
    told = statement_sentence(first(them).statements[0], them)
    assert told == "2 of 5 people said “Mostly true” or “Very true”. 1 of 6 did not know."


def test_of_too_few_nothing_is_told() -> None:
    them = everyone_said(0, 0, 4, 0, 0)
    told = statement_sentence(first(them).statements[0], them)
    assert told == "Too few people answered to show this."


# One, and more than one


@pytest.mark.parametrize(
    ("key", "fields", "one", "other"),
    [
        ("who.people", {}, "1 person took part.", "3 people took part."),
        ("actions.count", {}, "1 action is agreed.", "3 actions are agreed."),
        (
            "since.actions",
            {"all": 5},
            "1 of 5 actions from last time is done.",
            "3 of 5 actions from last time are done.",
        ),
        ("numbers.answered", {}, "1 person answered each statement.",
         "3 people answered each statement."),
    ],
)  # fmt: skip
def test_one_and_more(key: str, fields: dict[str, int], one: str, other: str) -> None:
    assert (say(key, n=1, **fields), say(key, n=3, **fields)) == (one, other)


# Names


@pytest.mark.parametrize(
    ("group", "name"),
    [
        ("lived-experience", "people with lived experience"),
        ("other-perspectives", "people from other perspectives"),
        ("everyone", "everyone"),
        ("north_team", "north team"),
    ],
)
def test_names_of_groups(group: str, name: str) -> None:
    assert group_name(everyone_said(0, 5, perspectives={"lived-experience": name}), group) == name


def test_a_large_letter_and_nothing_else() -> None:
    assert large("people from Ward 9") == "People from Ward 9"
    assert large("") == ""


# Since last time


def shift(kind: ShiftKind, then: float = 2.4, now: float = 3.3, **more: Any) -> FactorShift:
    everyone = Shift(kind, 0.5, 0.4, then, now, more.pop("why", ""))
    return FactorShift(
        "f", "Trust", everyone, {}, (), None, None, more.pop("evidence_added", 0), **more
    )


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("up", "This has moved up. The typical answer was 2.4 and is now 3.3."),
        ("maybe-up", "It may have moved up. With so few people we cannot tell."),
        ("maybe-down", "It may have moved down. With so few people we cannot tell."),
        ("no-clear-change", "No clear change."),
    ],
)
def test_shifts(kind: ShiftKind, told: str) -> None:
    assert list(shift_sentences(shift(kind))) == [told]


@pytest.mark.parametrize(("kind", "way"), [("maybe-up", "up"), ("maybe-down", "down")])
def test_a_possible_shift_among_many_people_does_not_speak_of_few(
    kind: ShiftKind, way: str
) -> None:
    (told,) = shift_sentences(shift(kind), many=True)
    assert told == f"It may have moved {way}. We cannot be sure."
    (told,) = shift_sentences(shift(kind), many=True, together=True)
    assert told == f"All together, it may have moved {way}. We cannot be sure."


def test_a_fall_where_evidence_grew_can_mean_learning() -> None:
    told = list(shift_sentences(shift("down", evidence_added=1)))
    assert told[1].startswith("A fall can mean that people have learned more.")
    assert len(list(shift_sentences(shift("down")))) == 1


@pytest.mark.parametrize("why", ["too-few", "nothing-shared", "other-scale", "one-view"])
def test_why_not_comparable(why: str) -> None:
    assert list(shift_sentences(shift("not-comparable", why=why))) == [say(f"since.why.{why}")]


# One person's own picture


def test_one_view_speaks_of_your_answers() -> None:
    them = everyone_said(0, 0, 0, 1, 0, minimum=1, **{"one-view": True})
    told = headline(them)
    assert told.say == "In your eyes, this is a strength to build on."
    assert told.numbers == ("Your typical answer is 4.0, close to “Mostly true”.",)
    own = statement_sentence(first(them).statements[0], them)
    assert own == "You said “Mostly true”."


def test_a_factor_without_statements_is_called_by_its_level() -> None:
    for level, told in [("growing", "the level is “Growing”"),
                        ("we-do-not-agree", "the group did not agree on a level"),
                        (None, "nothing is written down yet")]:  # fmt: skip
        them = place({"everyone": 8}, factor=factor("Trust", level=level), scale=())
        assert short_headline(first(them), them) == told
