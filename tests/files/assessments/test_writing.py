"""An assessment's file: what is written is read back, own notes and all."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.closing.closing import close
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import (
    assessment_in,
    read_assessment,
    slug,
)
from cls_check.files.assessments.writing import assessment_text
from cls_check.yaml.reader import parse_yaml
from tests.domain.rooms import a_round, assessment, questionnaire, random_voices

NOTED = {"x-note": "mine", "x-list": [1, "two"]}
EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*/*.yaml"))


def read_back(made: Assessment) -> Assessment:
    return assessment_in(parse_yaml(assessment_text(made).encode(), "a.yaml"))


def test_own_notes_survive_wherever_names_stand() -> None:
    made = assessment(
        {"staff": {4: 9}}, factor={"evidence": [{"from": "people", "what": "A"} | NOTED]}
    )
    factor = made.factors["f"]
    statement = factor.statements["s-1"].model_copy(update=NOTED)
    factor = factor.model_copy(update={"statements": {"s-1": statement}} | NOTED)
    used = made.questionnaire.model_copy(update=NOTED)
    tree = {"factors": {"f": factor}, "questionnaire": used}
    noted = made.model_copy(update=tree | NOTED)
    assert read_back(noted) == noted
    assert assessment_text(noted).count("x-note: mine") == 5


@pytest.mark.slow
def test_a_thousand_rooms_read_back_as_they_were_written() -> None:
    chance = random.Random("written")
    for _ in range(1000):
        asked = questionnaire(chance.randint(1, 3), chance.randint(0, 7), chance.choice([3, 5, 11]))
        voices = random_voices(chance, asked)
        if len(voices) >= 5:
            closed = close(asked, a_round(), voices)
            document = parse_yaml(assessment_text(closed).encode(), "a.yaml")
            assert assessment_in(document) == closed
            assert list(privacy_problems(closed, document)) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_written_again_as_they_stand(path: Path) -> None:
    assert assessment_text(read_assessment(path)).encode() == path.read_bytes()


def test_changing_one_tally_changes_one_line() -> None:
    one = assessment({"staff": {4: 9}, "lived": {2: 6}}, {"staff": {3: 9}})
    other = assessment({"staff": {4: 9}, "lived": {2: 5, 3: 1}}, {"staff": {3: 9}})
    lines = zip(assessment_text(one).splitlines(), assessment_text(other).splitlines(), strict=True)
    assert [pair for pair in lines if pair[0] != pair[1]] == [
        ("          lived: {2: 6}", "          lived: {2: 5, 3: 1}")
    ]


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Northfield", "northfield"),
        ("St. Mary's & All Saints", "st-mary-s-all-saints"),
        ("Llŷn", "llŷn"),
        ("東京", "東京"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "place-con"),
        ("...", "place"),
        ("a" * 200, "a" * 60),
    ],
)
def test_the_name_of_a_file_is_safe_on_every_system(place: str, name: str) -> None:
    assert slug(place) == name
