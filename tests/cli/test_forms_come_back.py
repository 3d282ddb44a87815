"""What is filled in on a form of ours comes back through `import`, without a question asked.

The forms are those that `questionnaire export` makes. A person fills in what their names ask for.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections import Counter
from pathlib import Path

import pytest
import python_calamine

from cls_check.files import records
from cls_check.files.yaml_reader import read_yaml
from tests.exchange.table import PEOPLE, SAMPLES, SMALL, people

TABLE = [line.split() for line in PEOPLE.strip().splitlines()]
ROUND = Path("northfield-2026-09-10.open")
NEW = ("--place", "Northfield", "--date", "2026-09-10", "--questionnaire", "small.yaml")
WORDS = {str(number): text for number, text in enumerate(SMALL.scale.answers, start=1)} | {
    "dont-know": SMALL.scale.dont_know,
    "cannot-answer": SMALL.scale.cannot_answer,
    ".": "",
}


def as_csv(rows):
    target = io.StringIO(newline="")
    csv.writer(target).writerows(rows)
    return target.getvalue()


def of_microsoft_forms(folder):
    """The columns are the questions of the text that is pasted; its map says what they mean."""
    shutil.copy(folder / "small-import-map.yaml", "import-map.yaml")
    asked = list(read_yaml(folder / "small-import-map.yaml").data["columns"])[:5]
    chosen = {key: each.choose for key, each in SMALL.perspectives.items()}
    yield ["ID", "Start time", "Completion time", "Email", "Name", *asked]
    for perspective, *given in TABLE:
        came = ["1", "9/8/26 10:00:00", "9/8/26 10:09:00", "anonymous", ""]
        yield [*came, chosen[perspective], *(WORDS[answer] for answer in given)]


def of_kobo(folder, between):
    """The columns are the names of the questions behind those of their groups."""
    book = python_calamine.CalamineWorkbook.from_path(folder / "small-xlsform.xlsx")
    kinds, *rows = book.get_sheet_by_name("survey").to_python()
    groups, columns = [], []
    for row in rows:
        asked = dict(zip(kinds, row, strict=True))
        if asked["type"] == "begin_group":
            groups.append(asked["name"])
        elif asked["type"] == "end_group":
            groups.pop()
        elif asked["type"].startswith("select_one"):
            columns.append(between.join([*groups, asked["name"]]))
    yield ["SubmissionDate", *columns, "meta/instanceID", "KEY"]
    for perspective, *given in TABLE:
        answers = ("" if answer == "." else answer for answer in given)
        yield ["2026-09-08T10:00:00Z", perspective, *answers, "uuid:1", "uuid:1"]


def of_surveyjs(folder):
    """`survey.data` of each person: a value under the name of each question."""
    form = json.loads((folder / "small-surveyjs.json").read_text(encoding="utf-8"))
    names = [each["name"] for page in form["pages"] for each in page["elements"]]
    asked = [name for name in names if name in {"perspective", *dict(SMALL.statements())}]
    return [
        {
            name: int(answer) if answer.isdigit() else answer
            for name, answer in zip(asked, line, strict=True)
            if answer != "."
        }
        for line in TABLE
    ]


FORMS = {
    "msforms": lambda folder: as_csv(of_microsoft_forms(folder)),
    "xlsform, as Kobo writes it": lambda folder: as_csv(of_kobo(folder, "/")),
    "xlsform, as ODK Central writes it": lambda folder: as_csv(of_kobo(folder, "-")),
    "surveyjs": lambda folder: json.dumps(of_surveyjs(folder)),
}


@pytest.mark.parametrize("form", FORMS)
def test_what_was_filled_in_comes_back(cls_check, here, form):
    shutil.copy(SAMPLES / "questionnaire.yaml", "small.yaml")
    kind = form.partition(",")[0]
    made = cls_check("questionnaire", "export", "small.yaml", "--to", kind, "-o", "form")
    assert made.code == 0, made.err
    Path("answers").write_text(FORMS[form](here / "form"), encoding="utf-8")

    done = cls_check("import", "answers", *NEW, "--stage", "under-way")

    assert done.code == 0, done.err
    assert "[y/n]" not in done.out
    found = records.voices(records.open_record(ROUND)).values()
    assert people() == Counter(
        (each.perspective, frozenset(each.answers.items())) for each in found
    )
