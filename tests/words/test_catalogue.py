"""The catalogue as a whole: every text that people can be shown, held against the rules of plain English."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pytest

from cls_check.domain.findings.rules import RULES, Rule
from cls_check.words.english.catalogue import CATALOGUE
from cls_check.words.speech import day_in_words, is_said, label, say, speak
from tests.wording import CONTRACTIONS, IDIOMS, found, sentences, words, words_not_to_say
from tests.words.small import spoken_of

if TYPE_CHECKING:
    from cls_check.words.speech import Template

pytestmark = pytest.mark.texts


def texts_of(template: Template) -> list[str]:
    """Every wording of a template: one, or one for each sort of number."""
    if isinstance(template, str):
        return [template]
    return list(template.values() if isinstance(template, Mapping) else template)


TEXTS = [(key, text) for key, template in CATALOGUE.items() for text in texts_of(template)]
FIELDS = {
    "statement": "We ask people what they need before we plan anything with them.",
    "group": "family members and unpaid carers",
    "one": "people with lived experience",
    "two": "community groups and partners",
    "other": "People from other perspectives",
    "answer": "Mostly true",
    "upper": "Very true",
    "low_answer": "A little true",
    "high_answer": "Mostly true",
    "level": "Part of how we work",
    "then": "2.4",
    "now": "3.1",
}


def filled(text: str) -> str:
    names = {name for _, name, _, _ in string.Formatter().parse(text) if name}
    return text.format(**{name: FIELDS.get(name, "12") for name in names})


def test_every_text_says_what_it_should() -> None:
    assert TEXTS
    for key, text in TEXTS:
        prose = re.sub(r"cls-check [a-z]+", "", text)  # the names of commands stay
        assert words_not_to_say(prose.replace("{", " ").replace("}", " ")) == [], key
        assert found(IDIOMS, text) == [], key
        assert found(CONTRACTIONS, text) == [], key


def test_no_sentence_is_over_25_words() -> None:
    for key, text in TEXTS:
        if key == "read.source":
            continue  # a name of the questionnaire's own
        whole = re.sub(r"“[^”]*[.!?]”", lambda quote: quote[0].replace(".", ""), filled(text))
        for line in whole.split("\n  "):  # lines of a list, such as a key and what it does
            for sentence in sentences(line):
                assert len(words(sentence)) <= 25, (key, sentence)


def test_no_percentage_and_no_only_before_a_number() -> None:
    for key, text in TEXTS:
        assert "%" not in text, key
        assert not re.search(r"\bonly \{", text), key


NEEDED = {
    "unsure": ("short", "say", "next", "say.one", "next.one"),
    "differ": ("short", "say", "next", "you"),  # one person alone differs from nobody
    "strong": ("short", "say", "next", "say.one", "next.one", "you", "brief"),
    "effort": ("short", "say", "next", "say.one", "next.one", "you", "brief"),
    "beside": ("short", "say", "next", "say.one", "next.one"),
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_words(rule: Rule) -> None:
    names = [rule.name, "two-camps"] if rule.name == "views-differ" else [rule.name]
    needed = NEEDED["differ" if rule.name == "perspectives-may-differ" else rule.group]
    silent = {"you"} if rule.name == "perspectives-may-differ" else set()  # chance is not told them
    keys = [f"{kind}.{name}" for kind in needed if kind not in silent for name in names]

    assert [key for key in keys if not is_said(key)] == []


# Speaking


def test_the_first_letter_is_large_at_the_start_of_a_sentence() -> None:
    assert label("group.everyone") == "everyone"
    assert say("group.everyone") == "Everyone"


def test_one_person_and_several() -> None:
    assert label("who.people", n=1) == "1 person took part."
    assert label("who.people", n=2) == "2 people took part."


def test_days_are_in_words() -> None:
    assert day_in_words("2026-09-01") == "1 September 2026"


def test_another_language_is_spoken_and_what_it_lacks_is_english(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoken_of(monkeypatch, "cy", {"group.everyone": "pawb"})
    speak("cy")
    try:
        assert label("group.everyone") == "pawb"
        assert label("stage.established") == "Established"
    finally:
        speak("en")


def test_a_language_without_a_catalogue_is_english() -> None:
    speak("fr")
    assert label("group.everyone") == "everyone"
    assert is_said("group.everyone")
    assert not is_said("group.nobody")
