"""Whatever somebody writes into a questionnaire or types as a place, it is printed as text."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.reports.paper.pack import Part
from tests.reports.paper.papers import all_pages, bicycles, words_of
from tests.reports.reading import elements, squeezed, text, tree

HOSTILE = [
    "<script>alert(1)</script>",
    "</style><h1>Mine</h1>",
    "</title></head><body><h1>Mine</h1>",
    "</td></tr></table><p>out",
    '" onmouseover="alert(1)" lang="',
    "<!-- hidden --> <img src=x onerror=alert(1)>",
    "&lt;b&gt; &amp; &copy;",
    "{{ 7*7 }} {% for x in y %} {# gone #}",
    "x" * 300,
    "مرحبا بكم في الاستبيان",
    "👩\u200d🌾 and 🎉",
    "O'Brien & Sons",
]

HARMLESS = str.maketrans("<>&\"'{}%#/", "aaaaiaaaaa")
"""Letters as wide as what could mean something, so that answers stand in the same way."""


def filled(words: str) -> Questionnaire:
    """A questionnaire where a stranger's words stand wherever words can stand."""
    levels = {"low": words, "high": "High"}
    made = {
        "title": words,
        "meaning": words,
        "statements": {"a": {"text": words}},
        "levels": {"low": words, "high": words},
        "conversation": [words, words],
    }
    more: dict[str, Any] = {"no-level": words}
    return bicycles(
        title=words,
        we=words,
        source=words,
        licence=words,
        scale={"question": words, "answers": ["a", words, "c"], "dont-know": words,
               "cannot-answer": words},
        perspectives={"p": {"name": words, "choose": words}},
        levels=levels,
        factors={"f": made},
        **more,
    )  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_every_page_shows_the_words_and_makes_nothing_of_them(words: str) -> None:
    harmless = all_pages(filled(words.translate(HARMLESS)), place="there")
    for part, made in all_pages(filled(words), place=words).items():
        page = tree(made)
        assert elements(page) == elements(tree(harmless[part])), part
        assert squeezed(words) in words_of(page)
        assert text(page.find("head/title")).endswith(squeezed(words))
        assert not [
            name for each in page.iter() for name in each.attrib if name.startswith(("on", "style"))
        ]


def test_hidden_characters_are_shown_by_name() -> None:
    made = all_pages(filled("a\u202eb\u2066c"), place="d\x1be")
    for part, page in made.items():
        assert not {"\u202e", "\u2066", "\x1b"} & set(page)
        assert "aU+202EbU+2066c" in page
        if part is Part.ANSWER_SHEET:
            assert "dU+001Be" in page
