"""The XLSForm: pyxform takes it, ODK Validate finds nothing, and names and words are the questionnaire's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.conftest import Run
from tests.exchange.forms.questionnaires import EVERY, name_of, questionnaire

if TYPE_CHECKING:
    from pathlib import Path

XFORM = "{http://www.w3.org/2002/xforms}"


def made(cls_check: Run, wanted: str, here: Path) -> Path:
    done = cls_check("questionnaire", "export", name_of(wanted, here), "--to", "xlsform")
    assert done.code == 0, done.err
    return here / done.out.strip()


def sheet(file: Path, name: str) -> list[dict[str, str]]:
    rows = CalamineWorkbook.from_path(file).get_sheet_by_name(name).to_python()
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


@pytest.mark.slow
@pytest.mark.parametrize("wanted", EVERY)
def test_odk_accepts_it(cls_check: Run, here: Path, wanted: str) -> None:
    if shutil.which("java") is None:
        pytest.skip(
            "NOTHING WAS CHECKED BY ODK VALIDATE. There is no Java "
            "(apt-get install default-jre-headless)."
        )
    from pyxform.xls2xform import convert  # takes a second to load

    converted = convert(made(cls_check, wanted, here), validate=True)
    assert converted.warnings == []
    asked = questionnaire(wanted, here)
    root = ElementTree.fromstring(converted.xform)  # noqa: S314 - made by pyxform just now
    chosen = [each.attrib["ref"].rpartition("/")[2] for each in root.iter(f"{XFORM}select1")]
    named = [key for key, _ in asked.statements()]
    assert [name.lstrip("_") for name in chosen][-len(named) :] == named
    assert len(chosen) == len(named) + bool(asked.perspectives)
    assert len(set(chosen)) == len(chosen)


def test_the_rows_by_hand(cls_check: Run, here: Path) -> None:
    file = made(cls_check, "two-languages", here)
    survey = sheet(file, "survey")
    assert [(row["type"], row["name"]) for row in survey] == [
        ("select_one perspectives", "perspective"),
        ("begin_group", "roads"),
        ("select_one answers", "r.1"),
        ("select_one answers", "r.2"),
        ("end_group", ""),
        ("begin_group", "parking"),
        ("select_one answers", "p_1"),
        ("end_group", ""),
        ("begin_group", "reflections"),
        ("note", "reflection_1"),
        ("end_group", ""),
    ]
    assert [row["required"] for row in survey if row["required"]] == ["yes"]
    assert survey[-2]["label::Cymraeg (cy)"] == "Beth arall?"
    assert survey[-2]["label::English (en)"] == "What else?"
    choices = [(row["list_name"], row["name"], row["label::Cymraeg (cy)"], row["label::English (en)"])
               for row in sheet(file, "choices")]  # fmt: skip
    assert choices[2:] == [
        ("answers", "1", "Nac ydw", "No"),
        ("answers", "2", "Maybe", "Maybe"),
        ("answers", "3", "Ydw", "Yes"),
        ("answers", "dont-know", "I do not know", "I do not know"),
        ("answers", "cannot-answer", "Not something I can answer", "Not something I can answer"),
    ]
    assert sheet(file, "settings") == [
        {"form_title": "Beiciau", "form_id": "bicycles", "version": "2.10",
         "default_language": "Cymraeg (cy)"}
    ]  # fmt: skip


def test_names_and_texts_that_could_do_harm(cls_check: Run, here: Path) -> None:
    file = made(cls_check, "ids-that-others-use", here)
    survey = sheet(file, "survey")
    assert [row["name"] for row in survey if row["type"].startswith("select_one")] == [
        "perspective", "we", "_1.10", "_meta",
    ]  # fmt: skip
    others = [row["name"] for row in survey if row["type"] in {"note", "begin_group"}]
    assert others == ["we_note", "_perspective"]
    assert survey[0]["label::English (en)"] == "=cmd|' /C calc'!A0"  # a text, and no formula
    assert b"<f>" not in file.read_bytes()
    assert survey[2]["label::English (en)"].startswith("$ {perspective}")


def test_the_same_questionnaire_gives_the_same_bytes(cls_check: Run, here: Path) -> None:
    first = made(cls_check, "ten-factors", here).read_bytes()
    assert made(cls_check, "ten-factors", here).read_bytes() == first


def test_without_xlsxwriter_the_way_out_is_told(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter", None)
    done = cls_check("questionnaire", "export", "ten-factors", "--to", "xlsform")
    assert done.code == 2
    assert 'pip install "cls-check[xlsx]"' in done.err
    assert list(here.iterdir()) == []
