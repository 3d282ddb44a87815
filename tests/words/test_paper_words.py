"""The words of the printable pack: plain, and plainer still on the easy sheet."""

from __future__ import annotations

import pytest

from cls_check.domain.terms import USUAL_MINIMUM_GROUP
from cls_check.words.english.paper import PACK
from tests.wording import ABBREVIATIONS, found, grade, sentences, words

pytestmark = pytest.mark.texts

HARDEST = {"pack.easy.": 1, "pack.notice.": 3, "pack.cards.": 3, "pack.": 3}
"""School years; a reading age is about five more."""


def texts(beginning: str) -> list[str]:
    return [
        line
        for key, text in PACK.items()
        if key.startswith(beginning) and isinstance(text, str)
        for line in text.replace("{minimum}", str(USUAL_MINIMUM_GROUP)).split("\n")
    ]


def test_the_easy_sheet_has_short_sentences() -> None:
    for line in texts("pack.easy."):
        for sentence in sentences(line):
            assert len(words(sentence)) <= 12, sentence


@pytest.mark.parametrize("page", HARDEST)
def test_each_page_is_easy_to_read(page: str) -> None:
    whole = " ".join(f"{line.rstrip('.:?')}." for line in texts(page))
    assert grade(whole) <= HARDEST[page]


def test_nothing_is_short_for_something() -> None:
    for line in texts("pack."):
        assert set(found(ABBREVIATIONS, line)) <= {"NDTi"}, line
