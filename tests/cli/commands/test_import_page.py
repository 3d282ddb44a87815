"""docs/answers-in.md, typed line by line: from the file of Microsoft Forms to a report."""

from __future__ import annotations

import re
import shlex
from datetime import UTC, datetime, timedelta
from pathlib import Path

import xlsxwriter

from cls_check.files.questionnaires.reading import find
from tests.cli.conftest import Run

PAGE = Path(__file__).resolve().parents[3] / "docs" / "answers-in.md"


def form_of_microsoft(path: Path, people: int) -> None:
    """The file of a form with so many people, who all answer differently."""
    asked = find("ten-factors-short").questionnaire
    places = [each.choose or each.name for each in asked.perspectives.values()]
    began = datetime(2026, 9, 8, 11, 47, 13, tzinfo=UTC).replace(tzinfo=None)
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd hh:mm"}) as book:
        sheet = book.add_worksheet("Form1")
        assert asked.scale
        texts = [statement.text for _, statement in asked.statements()]
        heads = ["ID", "Start time", "Completion time", "Email", "Name", "Which of these are you?"]
        sheet.write_row(0, 0, [*heads, *texts])
        for number in range(people):
            came = began + timedelta(minutes=number)
            given = [asked.scale.answers[(number + place) % 5] for place in range(len(texts))]
            who = [number + 1, came, came, "zq@example.org", f"Zqname {number}"]
            sheet.write_row(number + 1, 0, [*who, places[number % 2], *given])


def test_the_page_leads_from_a_form_to_a_report(cls_check: Run, here: Path) -> None:
    typed = [
        shlex.split(line)[1:]
        for block in re.findall(r"```\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
        for line in block.splitlines()
        if line.strip().startswith("cls-check ")
    ]
    assert [words[0] for words in typed] == ["import", "import", "close", "report"]
    said = []

    for step, words in enumerate(typed):
        if step < 2:
            form_of_microsoft(here / "answers.xlsx", people=12 + 2 * step)
        # It asks how far the change is, and whether all was understood.
        done = cls_check(*words, typed=("2\ny\n", "y\n", "", "")[step])
        assert done.code == 0, done.err
        said.append(done.out)

    assert "12 people are new." in said[0]
    assert "12 people are in the round already, and are not added again." in said[1]
    assert "2 people are new." in said[1]
    assert list(here.glob("northfield-2026-09-10*.html"))
    (here / "answers.xlsx").unlink()
    written = [path.read_bytes() for path in here.rglob("*") if path.is_file()]
    assert [data for data in written if b"zq" in data.lower()] == []
