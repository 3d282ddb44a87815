"""Statements that are hard to answer, and scales that run the wrong way: tables to read."""

from __future__ import annotations

import pytest

from cls_check.domain.questionnaires.plain_words import count_words, joined_by, not_to_say
from cls_check.domain.questionnaires.scale_direction import direction


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("People are asked what matters to them.", ""),
        ("People are listened to and we act on what they say.", "and"),
        ("Staff and managers are trusted.", "and"),
        ("We plan early; nothing is left out.", ";"),
        ("We are asked, but nothing changes.", "but"),
        ("People as well as staff decide.", "as well as"),
        ("We are open to any idea that is safe, legal and affordable.", ""),
        ("Everyday services, such as libraries and buses, are part of this change.", ""),
        ("Help is near (at home and in town).", ""),
        ("Grandparents are welcome in a sandy place.", ""),
    ],
)
def test_two_ideas(text: str, joined: str) -> None:
    assert joined_by(text) == joined


@pytest.mark.parametrize(
    ("text", "count"), [("", 0), ("People's well-being is what we talk about.", 7), ("A - b", 2)]
)
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Service users are our target.", ["target", "Service users"]),
        ("We drag nothing out.", []),
        ("Our RAG rating", ["RAG"]),
        ("A rag doll", []),
        ("In those cases we score.", ["score", "cases"]),
    ],
)
def test_words_that_judge(text: str, words: list[str]) -> None:
    assert [found.word for found in not_to_say(text)] == words


@pytest.mark.parametrize(
    ("answers", "language", "way"),
    [
        (["Not true yet", "Partly true", "Very true"], "en", "up"),
        (["Strongly agree", "Agree", "Disagree", "Strongly disagree"], "en", "down"),
        (["Very unlikely", "Likely", "Very likely"], "en", "up"),
        (["5 - Optimised", "3 - Advanced", "1 - Initial"], "en", "down"),
        (["0", ".5", "1"], "en", ""),
        (["0 no", "0.5 in part", "1 yes"], "en", "up"),
        (["Ddim eto", "Yn rhannol", "Gwir iawn"], "cy", "up"),
        (["Immer", "Manchmal", "Nie"], "de-AT", "down"),
        (["Pas du tout d'accord", "Tout à fait d'accord"], "fr", "up"),
        (["Totalmente en desacuerdo", "Totalmente de acuerdo"], "es", "up"),
        (["Red", "Green", "Blue"], "en", ""),
        (["Ei koskaan", "Aina"], "fi", ""),
        (["One"], "en", ""),
    ],
)
def test_which_way_a_scale_runs(answers: list[str], language: str, way: str) -> None:
    assert direction(answers, language) == way
