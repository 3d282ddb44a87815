"""A round that has just begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.domain.rounds.round import Round
from cls_check.files import records
from cls_check.files.questionnaires import reading as questionnaires


@pytest.fixture
def record(tmp_path: Path) -> records.Record:
    source = questionnaires.find("ten-factors-short")
    this_round = Round.model_validate(
        {"cls-check-round": 1, "place": "Northfield", "date": "2026-09-10"}
    )
    return records.start(tmp_path / "northfield.open", this_round, source.document.text)
