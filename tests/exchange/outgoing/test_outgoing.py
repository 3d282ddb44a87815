"""Tables of answers: every row by hand, nothing that may not be shown, each form read by another program."""

from __future__ import annotations

import builtins
import csv
import io
import json
import random
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.findings import find
from cls_check.domain.spreadsheet_cells import as_text
from cls_check.errors import ClsCheckError
from cls_check.exchange.outgoing import parquet_files, xlsx_file
from cls_check.exchange.outgoing.columns import KEYS, TABLES, Row, TableName, names
from cls_check.exchange.outgoing.forms import (
    FORMS,
    FormName,
    is_ours,
    opened,
    package_of,
    tables_at,
)
from cls_check.exchange.outgoing.rows import rows_of
from cls_check.files.assessments.reading import read_assessment
from cls_check.reports.model.numbers import findings_document
from tests.domain.rooms import assessment

ROOT = Path(__file__).resolve().parents[3]
EXAMPLES = sorted(ROOT.glob("examples/*/*.yaml"))
SMALL_GROUPS = sorted(ROOT.glob("tests/corpus/privacy/*.yaml"))

TWO_GROUPS = assessment({"carers": {1: 2, 3: 4, "dont-know": 1}, "staff": {5: 6}})
RISKY = assessment({"carers": {1: 7}, "staff": {2: 3, 4: 3}}, factor={"sensitive": True})


def table(rows: Sequence[Row], *wanted: str) -> list[tuple[Any, ...]]:
    """These columns of the counts."""
    places = [names("counts").index(name) for name in wanted]
    return [tuple(row[place] for place in places) for row in rows]


def made(
    form: FormName, tmp_path: Path, *assessments: Assessment, name: str = "answers"
) -> dict[TableName, Path]:
    """The files of a form, by table, with these assessments in them."""
    paths = tables_at(form, tmp_path / f"{name}.{form}")
    with opened(form, paths) as writer:
        for place, each in enumerate(assessments, start=1):
            for which, rows in rows_of(each, f"{place}.yaml").items():
                writer.add(which, rows)
    return paths


# The rows


def test_an_answer_counts_as_its_value_or_else_its_place() -> None:
    of_five = TWO_GROUPS.model_copy(update={"values": ("-2", "0", "0.25", "0.5", "1")})
    places, own = [1, 2, 3, 4, 5, None, None], [-2, 0, 0.25, 0.5, 1, None, None]

    for each, values in ((TWO_GROUPS, places), (of_five, own)):
        rows = table(rows_of(each, "a.yaml")["counts"], "answer_value")
        assert [value for (value,) in rows[:7]] == values


def test_every_answer_of_every_group_has_a_row_and_nobody_is_0() -> None:
    rows = rows_of(TWO_GROUPS, "a.yaml")["counts"]
    assert table(rows, "perspective", "answer", "answer_label", "count") == [
        ("carers", "1", "Not true yet", 2),
        ("carers", "2", "A little true", 0),
        ("carers", "3", "Partly true", 4),
        ("carers", "4", "Mostly true", 0),
        ("carers", "5", "Very true", 0),
        ("carers", "dont-know", "I do not know", 1),
        ("carers", "cannot-answer", "I cannot answer this", 0),
        ("staff", "1", "Not true yet", 0),
        ("staff", "2", "A little true", 0),
        ("staff", "3", "Partly true", 0),
        ("staff", "4", "Mostly true", 0),
        ("staff", "5", "Very true", 6),
        ("staff", "dont-know", "I do not know", 0),
        ("staff", "cannot-answer", "I cannot answer this", 0),
    ]
    about = ("file", "place", "date", "round", "questionnaire", "statement_text", "scale_length")
    expected = ("a.yaml", "Northfield", "2026-09-10", None, "test", "Statement 1.", 5)
    assert set(table(rows, *about)) == {expected}


def test_who_took_part_and_which_level_was_chosen() -> None:
    chosen = assessment({"carers": {1: 7}}, factor={"level": "we-do-not-agree"})
    assert [row[-3:] for row in rows_of(TWO_GROUPS, "a")["people"]] == [
        ("carers", "carers", 7),
        ("staff", "staff", 6),
    ]
    assert rows_of(TWO_GROUPS, "a")["levels"] == []
    assert [row[-4:] for row in rows_of(chosen, "a")["levels"]] == [
        ("f", "Factor", "we-do-not-agree", "We do not agree")
    ]


def test_about_a_sensitive_factor_a_perspective_needs_twice_as_many_people() -> None:
    """Six carers and seven staff: for trust they are one, in the other factor they are two."""
    rows = table(rows_of(RISKY, "a")["counts"], "factor", "perspective")
    assert {group for _, group in rows} == {"other-perspectives"}


def test_a_group_that_is_too_small_stands_in_no_row() -> None:
    rows = rows_of(assessment({"carers": {1: 7}, "staff": {2: 6}, "leaders": {5: 1}}), "a")
    assert {row[-3] for row in rows["people"]} == {"carers", "other-perspectives"}
    assert {group for (group,) in table(rows["counts"], "perspective")} == {
        "carers",
        "other-perspectives",
    }


def test_one_persons_own_view_has_no_rows() -> None:
    own = assessment({"everyone": {3: 1}}, one_view=True)
    assert rows_of(own, "a") == {"counts": [], "levels": [], "people": []}


def rooms() -> Iterator[Assessment]:
    """Rooms of any make, small groups and risky factors among them."""
    dice = random.Random(6)
    for _ in range(150):
        statements = [
            {
                group: {dice.randint(1, 5): dice.randint(1, 5) for _ in range(dice.randint(1, 3))}
                for group in dice.sample(["a", "b", "c", "d"], dice.randint(1, 4))
            }
            for _ in range(3)
        ]
        yield assessment(*statements, factor={"sensitive": dice.random() < 0.5})


@pytest.mark.parametrize(
    "these",
    [[read_assessment(path) for path in [*EXAMPLES, *SMALL_GROUPS]], list(rooms())],
    ids=["files", "rooms"],
)
def test_the_counts_are_those_of_score(these: list[Assessment]) -> None:
    """What `score --format json` withholds is withheld here, and the other counts are the same."""
    withheld = 0
    for each in these:
        document = findings_document(each, find(each))
        told = {
            (statement["id"], group): result
            for factor in document["factors"]
            for statement in factor["statements"]
            for group, result in statement["by"].items()
        }
        rows = table(rows_of(each, "a")["counts"], "statement", "perspective", "answer", "count")
        for statement, group, answer, count in rows:
            result = told[statement, group]
            if answer.isdigit():
                counts = result["counts"]
                assert count == (counts and counts[int(answer) - 1])
                withheld += counts is None
            else:
                assert count == result[answer.replace("-", "_")]
    assert withheld > 0 or len(these) < 20


# The forms


def test_csv_opens_in_excel_and_reads_in_python(tmp_path: Path) -> None:
    paths = made("csv", tmp_path, TWO_GROUPS)
    data = paths["counts"].read_bytes()
    assert data.startswith(b"\xef\xbb\xbffile,place,date,")
    assert b"\r" not in data
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert [row["count"] for row in rows] == [*"2040010", *"0000600"]
    assert [path.name for path in paths.values()] == [
        "answers.csv",
        "answers-levels.csv",
        "answers-people.csv",
    ]


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "|", "%", *"\uff1d\uff0b\uff0d\uff20\uff5c\uff05"]
)
def test_no_cell_of_a_csv_is_taken_for_a_formula(start: str) -> None:
    assert as_text(f"{start}1+1") == f"'{start}1+1"


@pytest.mark.parametrize("plain", ["Northfield", "1+1", "'", ""])
def test_other_cells_stay_as_they_are(plain: str) -> None:
    assert as_text(plain) == plain


HOSTILE = ["=1+1", "@SUM(A1)", "-2+3", "https://example.org", "007", '"; DROP', "ŵ, ŷ"]


def hostile() -> list[Assessment]:
    return [assessment({"carers": {1: 5}}, place=place) for place in HOSTILE]


def test_in_every_row_of_a_csv_a_cell_is_the_same_text(tmp_path: Path) -> None:
    """Five people and seven possible answers: seven rows for each place, all with its name."""
    data = made("csv", tmp_path, *hostile())["counts"].read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(data)))
    places = ["'=1+1", "'@SUM(A1)", "'-2+3", *HOSTILE[3:]]
    assert [row["place"] for row in rows] == [place for place in places for _ in range(7)]
    assert [row["count"] for row in rows] == [*"5000000"] * len(places)


def test_xlsx_holds_texts_as_texts_and_numbers_as_numbers(tmp_path: Path) -> None:
    path = made("xlsx", tmp_path, *hostile())["counts"]
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == [*TABLES, "codebook"]
    heading, *rows = book.get_sheet_by_name("people").to_python()
    assert tuple(heading) == names("people")
    assert [row[1] for row in rows] == HOSTILE
    assert {row[-1] for row in rows} == {5.0}
    codes = book.get_sheet_by_name("codebook").to_python()
    assert [(sheet, column) for sheet, column, _ in codes[1:]] == [
        (which, name) for which in TABLES for name in names(which)
    ]


def test_xlsx_has_no_formula_and_no_link(tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(made("xlsx", tmp_path, *hostile())["counts"]) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    assert not [name for name, part in parts.items() if b"<f>" in part or b"<hyperlink" in part]


def test_json_has_the_codebook_and_every_row(tmp_path: Path) -> None:
    path = made("json", tmp_path, TWO_GROUPS, *hostile())["counts"]
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["schema"] == "cls-check/answers/1"
    assert [row["place"] for row in document["people"]] == ["Northfield"] * 2 + HOSTILE
    for which in TABLES:
        assert tuple(document["codebook"][which]["columns"]) == names(which)
        assert all(tuple(row) == names(which) for row in document[which])


def test_json_of_tables_without_rows_is_json(tmp_path: Path) -> None:
    assert json.loads(made("json", tmp_path)["counts"].read_text())["counts"] == []


def test_parquet_has_types_and_groups_of_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pyarrow.parquet  # takes a while to load

    monkeypatch.setattr(parquet_files, "ROWS_IN_A_GROUP", 10)
    path = made("parquet", tmp_path, TWO_GROUPS, RISKY)["counts"]
    read = pyarrow.parquet.ParquetFile(path)
    assert [read.metadata.row_group(n).num_rows for n in range(3)] == [10, 10, 1]
    rows = read.read().to_pylist()
    assert [row["count"] for row in rows[:7]] == [2, 0, 4, 0, 0, 1, 0]
    assert [row["count"] for row in rows[14:21]] == [7, 3, 0, 3, 0, 0, 0]
    assert rows[0]["date"] == date(2026, 9, 10)
    field = read.schema_arrow.field("count")
    assert b"0 means nobody" in field.metadata[b"description"]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_assessments_make_the_same_bytes(form: FormName, tmp_path: Path) -> None:
    once = made(form, tmp_path, TWO_GROUPS, *hostile(), name="once")
    again = made(form, tmp_path, TWO_GROUPS, *hostile(), name="again")
    assert [path.read_bytes() for path in once.values()] == [
        path.read_bytes() for path in again.values()
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_was_made_here_is_known_again(form: FormName, tmp_path: Path) -> None:
    for path in made(form, tmp_path, TWO_GROUPS).values():
        assert is_ours(form, path)
    other = tmp_path / f"other.{form}"
    other.write_bytes(b"PK\x03\x04 place,date\nNorthfield,2026\n")
    assert not is_ours(form, other)


def test_a_sheet_that_is_full_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_file, "MOST_ROWS", 13)
    with pytest.raises(ClsCheckError, match="A sheet of Excel holds 13 rows"):
        made("xlsx", tmp_path, TWO_GROUPS)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(("form", "module"), [("xlsx", "xlsxwriter"), ("parquet", "pyarrow")])
def test_a_missing_extra_is_named(
    form: FormName, module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == module:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ClsCheckError, match=re.escape(f'pip install "cls-check[{form}]"')):
        made(form, tmp_path, TWO_GROUPS)


# What stands beside the CSV files


@pytest.mark.slow
def test_frictionless_finds_the_tables_as_they_are_described(tmp_path: Path) -> None:
    paths = made("csv", tmp_path, TWO_GROUPS, RISKY, *hostile())
    described = tmp_path / "answers-datapackage.json"
    described.write_bytes(package_of(paths))
    command = [sys.executable, "-m", "frictionless", "validate", "--json", described.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    report = json.loads(done.stdout)
    assert report["valid"], report
    assert [task["name"] for task in report["tasks"]] == list(TABLES)
    assert [task["stats"]["fields"] for task in report["tasks"]] == [19, 12, 11]

    text = paths["counts"].read_text(encoding="utf-8-sig")
    paths["counts"].write_text(text.replace(",6\n", ",six\n"), encoding="utf-8-sig")
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert not json.loads(again.stdout)["valid"]


def test_keys_tell_rows_apart() -> None:
    for which, rows in rows_of(read_assessment(EXAMPLES[0]), "a").items():
        places = [names(which).index(name) for name in KEYS[which]]
        assert len({tuple(row[place] for place in places) for row in rows}) == len(rows)
