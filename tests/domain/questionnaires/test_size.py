"""No questionnaire can make an assessment that is too large to be read."""

from __future__ import annotations

import re
from typing import Any

import pytest
from pydantic import ValidationError

from cls_check.domain.closing.closing import close
from cls_check.domain.questionnaires.questionnaire import MOST_THINGS, Questionnaire
from cls_check.domain.rounds.round import Round, Voice
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.assessments.writing import assessment_text
from cls_check.yaml import builder
from cls_check.yaml.reader import parse_yaml


def questionnaire(statements: int, perspectives: int, answers: int = 5) -> dict[str, Any]:
    """As large as wanted, with 20 factors."""
    return {
        "cls-check-questionnaire": 1, "id": "large", "version": "1", "title": "Large",
        "scale": {"answers": [f"answer {n}" for n in range(answers)]},
        "perspectives": {f"p{n}": {"name": f"group {n}"} for n in range(perspectives)},
        "factors": {
            f"f{n}": {
                "title": f"Factor {n}",
                "statements": {f"s{n}-{m}": {"text": f"This is so, {n} {m}."} for m in range(statements // 20)},
            }
            for n in range(20)
        },
    }  # fmt: skip


def test_the_limit_is_that_of_the_reader() -> None:
    assert MOST_THINGS == builder.MOST_THINGS


@pytest.mark.parametrize(
    ("statements", "perspectives", "answers"),
    [(2000, 5, 5), (1000, 6, 5), (700, 5, 11), (8000, 0, 5)],
)
def test_one_that_is_too_large_is_refused_before_anybody_answers(
    statements: int, perspectives: int, answers: int
) -> None:
    with pytest.raises(ValidationError, match="the file of a closed round could not be read"):
        Questionnaire.model_validate(questionnaire(statements, perspectives, answers))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("statements", "perspectives", "answers"), [(1000, 5, 5), (620, 5, 11), (3500, 0, 5)]
)
def test_the_largest_that_is_accepted_makes_a_file_that_is_read(
    statements: int, perspectives: int, answers: int
) -> None:
    """Everybody answers everything, and each group gives every answer that there is."""
    asked = Questionnaire.model_validate(questionnaire(statements, perspectives, answers))
    every = [*map(str, range(1, answers + 1)), "dont-know", "cannot-answer"]
    voices = [
        Voice.model_validate({
            "cls-check-voice": 1, "perspective": group, "finished": True,
            "answers": {key: every[(n + person) % len(every)] for n, (key, _) in enumerate(asked.statements())},
        })
        for group in (asked.perspectives or [None])
        for person in range(len(every))
    ]  # fmt: skip
    this_round = Round.model_validate(
        {"cls-check-round": 1, "place": "P", "date": "2026-09-10", "way": "one-after-another"}
    )
    text = assessment_text(close(asked, this_round, voices))
    document = parse_yaml(text.encode(), "large.yaml")
    assert assessment_in(document).people == len(voices)
    things = sum(1 for _ in document.events())
    assert MOST_THINGS * 0.8 < things < MOST_THINGS
    assert len(re.findall("dont-know: ", text)) >= statements
