"""Which form of a word goes with a number, in languages with more forms than English."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from cls_check.words.plurals import RULES, category
from cls_check.words.speech import label, speak
from tests.words.small import spoken_of

if TYPE_CHECKING:
    from cls_check.words.speech import Template

CATS: Template = {
    "zero": "{n} cathod",
    "one": "{n} gath",
    "two": "{n} gath",
    "few": "{n} cath",
    "many": "{n} chath",
    "other": "{n} cath",
}
PEOPLE: Template = {
    "one": "{n} osoba",
    "few": "{n} osoby",
    "many": "{n} osób",
    "other": "{n} osoby",
}


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak("en")


def said(
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    template: Template,
    numbers: list[str | float],
) -> list[str]:
    spoken_of(monkeypatch, language, {"counted": template})
    speak(language)
    return [label("counted", n=n) for n in numbers]


def test_welsh_cats(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, "cy", CATS, [0, 1, 2, 3, 6, 11]) == [
        "0 cathod", "1 gath", "2 gath", "3 cath", "6 chath", "11 cath",
    ]  # fmt: skip


def test_polish_people(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(monkeypatch, "pl", PEOPLE, [1, 2, 5, 12, 22]) == [
        "1 osoba", "2 osoby", "5 osób", "12 osób", "22 osoby",
    ]  # fmt: skip


def test_a_form_that_a_translator_left_out_is_the_one_for_any_other_number(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    short: Template = {"one": "{n} gath", "other": "{n} cath"}

    assert said(monkeypatch, "cy", short, [0, 1, 6]) == ["0 cath", "1 gath", "6 cath"]


def test_a_pair_is_told_apart_by_the_language_that_it_is_in(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pair = ("{n} personne", "{n} personnes")

    assert said(monkeypatch, "fr", pair, [0, 1, 2]) == ["0 personne", "1 personne", "2 personnes"]
    # What the French catalogue lacks is said in English, and counted as the English count.
    assert label("who.people", n=0) == "0 people took part."


def test_what_is_no_whole_number_takes_the_form_for_any_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert said(monkeypatch, "cy", CATS, ["1", 1.5]) == ["1 cath", "1.5 cath"]
    assert category("ar", -1) == "other"


@pytest.mark.parametrize("language", RULES)
def test_every_rule_is_that_of_cldr(language: str) -> None:
    babel = pytest.importorskip("babel", reason="Not checked: Babel, of the group test, is missing")
    rule = babel.Locale.parse(language, sep="-").plural_form

    numbers = [*range(201), 1_000, 1_000_000, 1_000_011, 2_000_000]
    assert {n: category(language, n) for n in numbers} == {n: rule(n) for n in numbers}


def test_a_language_without_a_rule_counts_as_english_does() -> None:
    assert [category("so", n) for n in (0, 1, 2)] == ["other", "one", "other"]
    assert category("en-lines", 1) == "one"
    assert category("cy-GB", 6) == "many"
