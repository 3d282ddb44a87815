"""The interface for other programs: names, nesting, precision, and nothing that may not be shown."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.findings import find
from cls_check.reports.model.numbers import (
    CSV_COLUMNS,
    findings_document,
    findings_rows,
    summary_table,
)
from tests.reports.places import answers, everyone_said, factor, place


def document(assessment: Assessment) -> dict[str, Any]:
    return findings_document(assessment, find(assessment))


def two_groups() -> Assessment:
    of_both = {"lived-experience": answers(1, 3, 2, dont_know=1), "frontline": answers(0, 1, 4, 4)}
    return place({"frontline": 9, "lived-experience": 7}, factor=factor("Trust", of_both))


def test_names_and_nesting() -> None:
    found = document(two_groups())
    assert list(found) == [
        "schema", "questionnaire", "place", "date", "took_part", "throughout", "factors",
    ]  # fmt: skip
    assert found["schema"] == "cls-check/findings/2"
    assert found["throughout"] == []
    assert list(found["took_part"].items()) == [
        ("everyone", 16),
        ("lived-experience", 7),
        ("frontline", 9),
    ]
    (own,) = found["factors"]
    assert list(own) == [
        "id", "title", "level", "by", "balanced", "headline", "findings", "statements",
    ]  # fmt: skip
    assert list(own["by"]) == ["everyone", "lived-experience", "frontline"]
    assert list(own["by"]["everyone"]) == [
        "typical_answer", "range", "agreement", "cannot_say", "n",
    ]  # fmt: skip
    assert own["by"]["lived-experience"]["n"] == [6, 6]
    assert own["by"]["lived-experience"]["cannot_say"] == 1 / 7
    assert set(own["findings"][0]) == {
        "rule", "text", "fragile", "close_to_the_line", "could_be", "gap",
    }  # fmt: skip
    (gap,) = [each["gap"] for each in own["findings"] if each["gap"]]
    assert (gap["lower"], gap["higher"]) == (["lived-experience"], ["frontline"])
    assert not gap["beyond"]
    (statement,) = own["statements"]
    assert list(statement) == ["id", "text", "by"]
    assert statement["by"]["everyone"] == {
        "counts": [1, 4, 6, 4, 0],
        "dont_know": 1,
        "cannot_answer": 0,
        "n": 15,
        "typical_answer": 2.5 + 2.5 / 6,
        "range": statement["by"]["everyone"]["range"],
        "agreement": statement["by"]["everyone"]["agreement"],
        "cannot_say": 1 / 16,
    }


def test_it_is_plain_json() -> None:
    found = document(two_groups())
    assert json.loads(json.dumps(found, allow_nan=False)) == found


def test_what_is_undefined_is_none() -> None:
    own = document(everyone_said(0, 0, 4, 0, 0))["factors"][0]
    assert own["by"]["everyone"]["typical_answer"] is None
    assert own["balanced"] is None
    assert own["headline"] == "not-enough"
    assert own["statements"][0]["by"]["everyone"]["counts"] is None


def test_a_factor_without_statements_has_no_headline() -> None:
    them = place({"everyone": 8}, factor=factor("Trust", level="growing"), scale=())
    own = document(them)["factors"][0]
    assert (own["headline"], own["findings"], own["level"]) == (None, [], "growing")


def test_about_a_sensitive_factor_perspectives_are_joined_below_twice_the_minimum() -> None:
    """Twelve staff and six people with lived experience: of the six, nothing stands alone."""
    both = {"lived-experience": answers(6), "frontline": answers(0, 4, 8)}
    took_part = {"lived-experience": 6, "frontline": 12}
    usual, sensitive = (
        document(place(took_part, factor=factor("Trust", both, sensitive=risky)))["factors"][0]
        for risky in (False, True)
    )
    assert usual["by"]["lived-experience"]["typical_answer"] == 1
    assert sensitive["by"]["lived-experience"]["typical_answer"] is None
    assert sensitive["statements"][0]["by"].keys() == {"everyone", "other-perspectives"}
    assert sensitive["by"]["everyone"] == usual["by"]["everyone"]


def test_rows_all_have_the_same_columns() -> None:
    them = two_groups()
    rows = findings_rows(them, find(them))
    assert {tuple(row) for row in rows} == {CSV_COLUMNS}
    assert [(row["statement"], row["group"]) for row in rows[:4]] == [
        (None, "everyone"),
        (None, "lived-experience"),
        (None, "frontline"),
        ("tru-1", "everyone"),
    ]
    assert [rows[3][f"answer_{place}"] for place in range(1, 6)] == [1, 4, 6, 4, 0]


def test_no_text_of_a_row_is_taken_for_a_formula() -> None:
    them = place(
        {"everyone": 8}, perspectives={}, factor=factor("=cmd()", {"everyone": answers(8)})
    )
    assert findings_rows(them, find(them))[0]["text"] == "'=cmd()"


def test_the_table_for_a_terminal() -> None:
    them = everyone_said(0, 0, 0, 5, 5)
    heading, row = summary_table(them, find(them))
    assert heading == ("Factor", "Typical answer", "Agreement", "Finding")
    assert row == (
        "Giving it time",
        "4.5 (3.9 to 5.0)",
        "broad agreement",
        "A strength to build on",
    )


def test_scoring_does_not_load_jinja() -> None:
    code = "import sys, cls_check.reports.model.numbers; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
