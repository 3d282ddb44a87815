"""The form for SurveyJS: its own library reads it, and what comes back has the questionnaire's ids."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from cls_check.domain.rounds.answer_form import answers_of
from tests.browser.gate import HERE, OLDEST_NODE, version_of_node
from tests.cli.conftest import Run
from tests.exchange.forms.questionnaires import EVERY, name_of, questionnaire

if TYPE_CHECKING:
    from pathlib import Path


def made(cls_check: Run, wanted: str, here: Path) -> dict[str, Any]:
    done = cls_check("questionnaire", "export", name_of(wanted, here), "--to", "surveyjs")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads((here / done.out.strip()).read_text(encoding="utf-8"))
    return found


def read_by_surveyjs(form: dict[str, Any], locale: str = "") -> dict[str, Any]:
    """What the library makes of a form; a loud skip where it is not here."""
    if version_of_node() < OLDEST_NODE or not (HERE / "node_modules" / "survey-core").is_dir():
        reason = "NOTHING WAS CHECKED BY SURVEYJS. Its library is missing (npm ci --prefix tests/browser)."
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    node = shutil.which("node") or "node"
    done = subprocess.run(
        [node, "survey.mjs"],
        cwd=HERE,
        input=json.dumps({"form": form, "locale": locale}) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.browser
@pytest.mark.parametrize("wanted", EVERY)
def test_surveyjs_reads_it_and_gives_the_answers_back(
    cls_check: Run, here: Path, wanted: str
) -> None:
    asked = questionnaire(wanted, here)
    found = read_by_surveyjs(made(cls_check, wanted, here))
    assert found["errors"] == []
    assert len(set(found["names"])) == len(found["names"])
    assert set(found["kinds"]) == {"radiogroup"}
    # Words with numbers in them ("Answer 0") leave no number that could not be another's place.
    coded = any(letter.isdigit() for text in answers_of(asked).values() for letter in text)
    usual = [
        (f"answer-{answer}" if coded else int(answer)) if answer.isdigit() else answer
        for answer in answers_of(asked)
    ]
    own: dict[str, list[float | str]] = {"nought-to-ten": [*range(11)], "values": [0, 0.25, 0.5, 1]}
    answers = [*own.get(wanted, usual[:-2]), "dont-know", "cannot-answer"]
    first = 1 if asked.perspectives else 0  # that question is answered first, with its first choice
    expected = {
        key: answers[place % len(answers)]
        for place, (key, _) in enumerate(asked.statements(), start=first)
    }
    given = found["data"]
    if asked.perspectives:
        assert given.pop(found["names"][0]) == next(iter(asked.perspectives))
    assert given == expected


@pytest.mark.browser
def test_each_language_is_shown(cls_check: Run, here: Path) -> None:
    form = made(cls_check, "two-languages", here)
    welsh, english = read_by_surveyjs(form), read_by_surveyjs(form, "en")
    assert (welsh["title"], english["title"]) == ("Beiciau", "Bicycles")
    assert welsh["choices"][1][:3] == ["Nac ydw", "Maybe", "Ydw"]
    assert english["choices"][1][:3] == ["No", "Maybe", "Yes"]


def test_a_page_for_each_factor(cls_check: Run, here: Path) -> None:
    form = made(cls_check, "ten-factors", here)
    assert len(form["pages"]) == 11
    assert [page["name"] for page in form["pages"]] == [f"page-{number}" for number in range(11)]
    question = form["pages"][1]["elements"][0]
    assert (question["name"], question["title"]) == (
        "cop-1", "People with lived experience help to plan changes from the start.",
    )  # fmt: skip
    assert question["choices"][0] == {"value": 1, "text": "Not true yet"}
    assert question["choices"][5] == {"value": "dont-know", "text": "I do not know"}
    assert "isRequired" not in question
