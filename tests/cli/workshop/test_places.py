"""Two places whose files would have one name: told apart, and never mixed."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.domain.file_names import is_same_place
from cls_check.files import records
from tests.cli.conftest import Done, Run

FOLDER = "north-field-2026-09-10.open"
SAME = ["north  field", "NORTH FIELD", " North field "]
OTHERS = ["North-field", "North/field", "North field!", "Nörth field", "North_field"]


def answered(cls_check: Run, place: str, *more: str) -> Done:
    return cls_check(
        "assess", "--no-input", "--place", place, "--date", "2026-09-10", "--way", "one-after-another",
        "--questionnaire", "ten-factors-short", "--perspective", "frontline", "--new-person", *more,
        typed="3 " * 20 + "\n\n",
    )  # fmt: skip


def voices() -> int:
    return len(records.voices(records.open_record(Path(FOLDER))))


@pytest.mark.parametrize("place", SAME)
def test_one_place_written_otherwise_is_one_place(cls_check: Run, place: str) -> None:
    assert answered(cls_check, "North field").code == 0
    assert answered(cls_check, place).code == 0
    assert voices() == 2


@pytest.mark.parametrize("place", OTHERS)
def test_another_place_does_not_come_into_its_round(cls_check: Run, place: str) -> None:
    assert answered(cls_check, "North field").code == 0
    done = answered(cls_check, place)
    if place == "Nörth field":
        assert done.code == 0  # its files have a name of their own
    else:
        assert done.code == 2
        assert (
            f'{FOLDER}: This is of "North field", and its name would fit "{place}" too.' in done.err
        )
        assert "keep it in a folder of its own" in done.err
    assert voices() == 1


@pytest.mark.parametrize(("one", "other"), [("..", "~"), ("!", "?"), ("\U0001f600", "\U0001f601")])
def test_places_of_signs_alone_are_told_apart(cls_check: Run, one: str, other: str) -> None:
    assert answered(cls_check, one).code == 0
    assert answered(cls_check, other).code == 2


def test_answers_of_a_form_do_not_come_into_the_round_of_another_place(cls_check: Run) -> None:
    assert answered(cls_check, "North field").code == 0
    Path("a.csv").write_text("perspective,cop-1\nfrontline,4\n", encoding="utf-8")
    words = ["--date", "2026-09-10", "--questionnaire", "ten-factors-short", "--no-input"]
    for more in (["a.csv"], ["a.csv", "--code"]):
        done = cls_check("import", *more, "--place", "North-field", *words)
        assert done.code == 2
        assert 'This is of "North field"' in done.err
    assert voices() == 1


def test_a_closed_round_of_another_place_is_neither_gone_on_with_nor_written_over(
    cls_check: Run,
) -> None:
    for _ in range(5):
        assert answered(cls_check, "North field").code == 0
    assert cls_check("close", FOLDER, "--erase").code == 0
    file = Path("north-field-2026-09-10.yaml")
    before = file.read_bytes()
    done = cls_check("assess", "--place", "North-field", "--date", "2026-09-10", "--no-input")
    assert done.code == 2
    assert 'This is of "North field"' in done.err
    for _ in range(5):
        assert answered(cls_check, "North-field", "--folder", "other").code == 0
    done = cls_check("close", f"other/{FOLDER}", "-o", ".", "--replace")
    assert done.code == 2
    assert 'This is of "North field", and its name would fit "North-field" too.' in done.err
    assert file.read_bytes() == before


def test_what_makes_two_names_one() -> None:
    assert is_same_place("Caf\u00e9  Ost", "cafe\u0301 ost")
    assert is_same_place("STRASSE", "Straße")
    assert not is_same_place("North field", "North-field")
    assert not is_same_place("North", "North 2")
