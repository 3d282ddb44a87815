"""The page of sentences is what the catalogue and the example places say."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_page_of_sentences_is_up_to_date(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    from sentences import page

    assert page().strip() in (ROOT / "docs/sentences.md").read_text("utf-8")
    sys.modules.pop("sentences")
