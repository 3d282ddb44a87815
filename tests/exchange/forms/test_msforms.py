"""The text for Microsoft Forms, and the map of what comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from cls_check.domain.rounds.answer_form import answers_of
from cls_check.yaml.reader import read_yaml
from tests.cli.conftest import Run
from tests.exchange.forms.questionnaires import EVERY, name_of, questionnaire

if TYPE_CHECKING:
    from pathlib import Path


def made(cls_check: Run, wanted: str, here: Path) -> tuple[str, dict[str, Any]]:
    done = cls_check("questionnaire", "export", name_of(wanted, here), "--to", "msforms")
    assert done.code == 0, done.err
    text, of_columns = map(here.joinpath, done.out.split())
    return text.read_text(encoding="utf-8"), read_yaml(of_columns).data


def test_the_text_by_hand(cls_check: Run, here: Path) -> None:
    text, _ = made(cls_check, "3-answers", here)
    assert text.split("\n\n")[:3] == [
        "Bicycles in our town\nHow often?",
        "1. Where do you answer from today?\nA. Young riders\nB. Older riders",
        "2. I feel safe on main roads.\nA. 0 days a week\nB. 1 days a week\nC. 2 days a week\n"
        "D. I do not know\nE. Not something I can answer",
    ]
    assert "\n\n4. I find a stand.\n" in text


def test_the_map_by_hand(cls_check: Run, here: Path) -> None:
    _, told = made(cls_check, "two-languages", here)
    assert told == {
        "cls-check-import-map": 1,
        "questionnaire": "bicycles",
        "columns": {
            "Where do you answer from today?": "perspective",
            "I feel safe on main roads.": "r.1",
            "Cars leave room.": "r.2",
            "I find a stand.": "p_1",
        },
        "perspectives": {"Young riders": "young", "Older riders": "old"},
        "answers": {
            "Nac ydw": 1, "No": 1, "Maybe": 2, "Ydw": 3, "Yes": 3,
            "I do not know": "dont-know", "Not something I can answer": "cannot-answer",
        },
    }  # fmt: skip


@pytest.mark.parametrize("wanted", EVERY)
def test_each_question_has_a_column_and_each_choice_a_meaning(
    cls_check: Run, here: Path, wanted: str
) -> None:
    asked = questionnaire(wanted, here)
    text, told = made(cls_check, wanted, here)
    questions = [block.split("\n") for block in text.strip().split("\n\n")[1:]]
    titles = [lines[0].partition(". ")[2] for lines in questions]
    assert titles == list(told["columns"])
    named = [key for key, _ in asked.statements()]
    assert [told["columns"][title] for title in titles][-len(named) :] == named
    choices = [line.partition(". ")[2] for line in questions[-1][1:]]
    assert [str(told["answers"][words]) for words in choices] == list(answers_of(asked))


def test_statements_with_the_same_words_are_told_apart(cls_check: Run, here: Path) -> None:
    text, told = made(cls_check, "ids-that-others-use", here)
    assert told["columns"]["Twice. (1.10)"] == "1.10"
    assert "2. Twice. (we)\n" in text
