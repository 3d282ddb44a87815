"""The page of sentences is what is said, and everything in the catalogue of reports is said."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from tests.reports.sayings import SAYINGS

pytestmark = pytest.mark.texts

ROOT = Path(__file__).resolve().parents[1]
BY_THE_COMMAND = ("made.", "logo.alt", "difference.cut")
"""What commands say themselves: tests/cli/commands/test_report.py and test_diff.py hear it."""


def test_the_page_of_sentences_is_up_to_date(sentences: ModuleType) -> None:
    assert sentences.page().strip() in (ROOT / "docs/sentences.md").read_text("utf-8")


def test_every_sentence_is_said_of_some_numbers(sentences: ModuleType) -> None:
    said = sentences.all_said()
    unsaid = [key for part in sentences.PARTS.values() for key in part if key not in said]
    assert [key for key in unsaid if not key.startswith(BY_THE_COMMAND)] == []


@pytest.mark.parametrize("name", SAYINGS)
def test_these_numbers_make_these_sentences(sentences: ModuleType, name: str) -> None:
    saying = SAYINGS[name]
    said: dict[str, str] = {}
    with sentences.listening_to(said):
        sentences.tell_all(saying.now, saying.comparison)
    assert set(saying.keys) - set(said) == set()
