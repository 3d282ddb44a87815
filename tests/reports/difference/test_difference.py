"""What is said of two assessments side by side, from numbers that a reader can check by hand."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.difference import difference
from cls_check.reports.difference.document import ComparisonDocument, comparison_document
from cls_check.reports.difference.view import difference_view
from cls_check.reports.model.blocks import Text
from cls_check.reports.output.lines import lines
from tests.reports.kinds import kinds
from tests.reports.places import answers, factor, place
from tests.reports.sayings import one

SHIPPED = Path(__file__).resolve().parents[3] / "src/cls_check/schemas/comparison.schema.json"
SPRING, AUTUMN = "2026-03-12", "2026-09-10"
NAMES = ("spring.yaml", "autumn.yaml")


def staff(*counts: int, **more: Any) -> dict[str, Any]:
    return {"frontline": answers(*counts, **more)}


def year(*factors: dict[str, Any], date: str = AUTUMN, people: int = 12, **more: Any) -> Assessment:
    return place({"frontline": people}, factors=list(factors), date=date, **more)


def told(old: Assessment, new: Assessment) -> dict[str, str]:
    """Each section's heading and everything under it, on one line."""
    parts: dict[str, list[str]] = {}
    heading = ""
    view = replace(difference_view(difference(old, new), NAMES), foot=[])
    for line in lines(view, 10_000):
        heading = line.text if line.heading else heading
        if not line.heading and line.text.strip():
            parts.setdefault(heading, []).append(" ".join(line.text.split()))
    return {key: " ".join(said) for key, said in parts.items()}


def document(old: Assessment, new: Assessment) -> dict[str, Any]:
    return comparison_document(difference(old, new), NAMES)


def test_a_clear_shift_is_told_with_its_numbers() -> None:
    """Twelve people a step higher: from 3 to 4."""
    old = year(factor("Giving it time", staff(0, 0, 12)), date=SPRING)
    said = told(old, year(factor("Giving it time", staff(0, 0, 0, 12))))
    assert said["Can the two be compared?"].startswith("Yes. 1 statement is the same")
    assert "The typical answer was 3.0 and is now 4.0." in said["Factor by factor"]
    people, _, others = said["Who took part"].partition("We do not know from how many")
    assert people.split()[-5:] == ["12", "12", "Everyone", "12", "12"]
    assert others.endswith("what moved may come from that.")


def test_the_same_says_the_same() -> None:
    one = year(factor("Giving it time", staff(0, 0, 12)))
    view = difference_view(difference(one, one), NAMES, same_bytes=True)
    ((only,),) = [section.blocks for section in view.sections]
    assert isinstance(only, Text)
    assert (only.role, only.text) == ("plain", "Both files say the same.")
    view = difference_view(difference(one, one), NAMES)
    said = view.sections[0].blocks[0]
    assert isinstance(said, Text)
    assert said.text.endswith("Their layout differs.")


def test_what_is_not_compared_is_told_with_both_wordings() -> None:
    old = year(factor("Giving it time", staff(0, 0, 12), staff(0, 12), staff(12)), date=SPRING)
    now = factor("Giving it time", staff(0, 0, 12), staff(0, 12))
    now["statements"]["giv-1"]["text"] = "We do thing 1 together, every week."
    now["statements"]["giv-2"]["text"] = "Money is never easy to find."
    now["statements"]["new-1"] = {"text": "Somebody asked.", "answers": staff(12)}
    said = told(old, year(now))["What is not compared, and why"]
    assert said == (
        "Worded differently: - Then: “We do thing 1 together.” Now: “We do thing 1 together, every "
        "week.” Says something else now: - Then: “We do thing 2 together.” Now: “Money is never "
        "easy to find.” Asked for the first time: - “Somebody asked.” No longer asked: - “We do thing "
        "3 together.”"
    )


def test_a_long_list_of_statements_is_counted() -> None:
    """Twelve of fifteen stand there, three are counted."""
    old = year(factor("Time", *[staff(0, 0, 12)] * 16), date=SPRING)
    said = told(old, year(factor("Time", staff(0, 0, 12))))["What is not compared, and why"]
    assert said.count("“") == 12
    assert said.endswith("And 3 more.")


def test_actions_evidence_and_levels() -> None:
    then = factor(
        "Time",
        level="starting",
        evidence=[{"from": "people", "what": "A letter."}],
        actions=[{"what": "Ring back."}, {"what": "Draw it."}, {"what": "Ask."}],
    )
    now = factor(
        "Time",
        level="growing",
        evidence=[{"from": "people", "what": "A song."}],
        actions=[{"what": "Ring back.", "done": True}, {"what": "Ask."}, {"what": "Walk."}],
    )
    said = told(year(then, date=SPRING), year(now))
    assert said["Levels"] == "- Time The level was “Starting” and is now “Growing”."
    assert said["Evidence"] == ("New: - Time | A song. In the first file alone: - Time | A letter.")
    assert said["Actions"] == (
        "Done: - Time | Ring back. New: - Time | Walk. Still open: - Time | Ask. "
        "In the first file alone: - Time | Draw it."
    )
    made = document(year(then, date=SPRING), year(now))
    assert made["levels"] == [{"factor": "factor-1", "then": "starting", "now": "growing"}]
    assert [(each["what"], each["state"]) for each in made["actions"]] == [
        ("Ring back.", "done"), ("Ask.", "open"), ("Draw it.", "left-out"), ("Walk.", "new"),
    ]  # fmt: skip


def test_two_files_of_one_round_tell_what_was_edited_and_no_shift() -> None:
    old = year(factor("Time", staff(0, 0, 12), because="We heard it."), round="Autumn")
    new = year(factor("Time", staff(0, 0, 12), because="We heard it twice."), round="Autumn 2026")
    said = told(old, new)
    assert said["Can the two be compared?"] == (
        "No. These are two files of one round, so nothing can have moved. "
        "The answers are the same in both."
    )
    assert said["What else was edited"] == (
        "- Time The reason for the level has other words. "
        "- These lines at the top of the file differ: round."
    )
    assert "Factor by factor" not in said


def test_two_versions_of_one_round_that_give_somebody_away_are_named() -> None:
    """Twelve and thirteen people: what the thirteenth said is the difference."""
    old = year(factor("Time", staff(0, 0, 12)))
    new = year(factor("Time", staff(0, 0, 12, 1)), people=13)
    said = told(old, new)["Can the two be compared?"]
    assert "12 people stand in the first, 13 in the second." in said
    assert "The answers to 1 statement differ." in said
    assert "somebody's answers could be worked out" in said
    (statement,) = document(old, new)["factors"][0]["statements"]
    assert statement == {"id": "tim-1", "status": "same", "delta": None, "was": None}


def test_two_places_are_never_held_against_each_other() -> None:
    old = year(factor("Time", staff(12), level="growing"), date=SPRING, place="Southfield")
    new = year(factor("Time", staff(0, 0, 0, 12), level="starting"))
    said = told(old, new)
    assert said["Can the two be compared?"].startswith("No. These are two places.")
    assert not {"Factor by factor", "Levels", "Agreement", "Actions"} & set(said)
    made = document(old, new)
    assert made["comparable"]["why"] == "other-place"
    assert made["factors"][0]["delta"] is None


def test_one_persons_answers_stand_beside_each_other() -> None:
    """Partly true, then mostly true: told in words, and no shift."""
    then = one(answers(0, 0, 1), answers(dont_know=1), date=SPRING)
    said = told(then, one(answers(0, 0, 0, 1), answers(1)))
    assert said["Your answers, then and now"].endswith(
        "Time We do thing 1 together. Partly true Mostly true "
        "We do thing 2 together. I do not know Not true yet These are one person's answers on two "
        "days. They do not show that things have changed."
    )
    assert "No." not in said["Can the two be compared?"]


def test_nothing_is_said_of_a_group_and_one_person_together() -> None:
    old = year(factor("Trust", staff(0, 0, 12), level="growing"), date=SPRING)
    said = told(old, one(answers(0, 0, 0, 1), factor={"level": "starting"}))
    assert [key for key in said if "Can" not in key and "group" not in key] == []


def test_the_other_way_round_is_said() -> None:
    old = year(factor("Time", staff(0, 0, 12)), date=SPRING)
    new = year(factor("Time", staff(0, 0, 0, 12)))
    said = told(new, old)["Can the two be compared?"]
    assert "The first file is the later round." in said
    assert document(new, old)["factors"][0]["shift"] == "down"


def test_a_shift_is_told_of_a_sensitive_factor_too() -> None:
    """All twelve chose the lowest answer: that is told as of any other factor."""
    then = factor("Trust", staff(0, 0, 12), sensitive=True)
    now = factor("Trust", staff(12), sensitive=True)
    (made,) = document(year(then, date=SPRING), year(now))["factors"]
    assert (made["shift"], made["then"], made["now"], made["delta"]) == ("down", 3, 1, -1)


def test_the_schema_that_is_shipped_is_that_of_the_document() -> None:
    """CLS_CHECK_REWRITE=1 writes it anew, to be read as a diff."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "urn:cls-check:comparison:1",
    }
    made = head | ComparisonDocument.model_json_schema() | {"title": "Comparison"}
    text = json.dumps(made, ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("CLS_CHECK_REWRITE"):
        SHIPPED.write_text(text, encoding="utf-8")
    assert SHIPPED.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_of_place_fits_the_schema(kind: str) -> None:
    assessment, _, comparison = kinds()[kind]
    schema = ComparisonDocument.model_json_schema()
    Draft202012Validator.check_schema(schema)
    old = comparison.old if comparison else assessment.model_copy(update={"date": "2020-02-02"})
    made = document(old, assessment)
    Draft202012Validator(schema).validate(json.loads(json.dumps(made, allow_nan=False)))
    with pytest.raises(Exception, match="Additional properties"):
        Draft202012Validator(schema).validate(json.loads(json.dumps(made | {"overall": 3})))


def test_the_answers_of_long_and_short_forms_are_compared_where_they_overlap() -> None:
    long = year(factor("Time", staff(0, 0, 12), staff(0, 0, 12)), date=SPRING)
    short = year(factor("Time", staff(0, 0, 0, 12)))
    made = document(long, short)
    assert made["comparable"]["statements"] == {"same": 1, "retired": 1}
    assert made["factors"][0]["shift"] == "up"
