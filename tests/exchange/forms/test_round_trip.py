"""What people answer in each form comes back through `import` as they gave it, with nothing asked."""

from __future__ import annotations

import csv
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import xlsxwriter

from cls_check.domain.rounds.answer_form import FilledIn, answers_of
from cls_check.exchange.forms.code import encode
from cls_check.files import records
from cls_check.yaml.reader import read_yaml
from tests.cli.conftest import Run
from tests.exchange.forms.questionnaires import STRANGERS, name_of, questionnaire
from tests.exchange.forms.test_surveyjs import read_by_surveyjs

if TYPE_CHECKING:
    from cls_check.domain.questionnaires.questionnaire import Questionnaire

WANTED = ("ten-factors", *STRANGERS)
ROUND = Path("northfield-2026-09-10.open")


def people(asked: Questionnaire, many: int = 6) -> list[FilledIn]:
    """People who answer by chance; the first two answer alike, and each answers something."""
    choices = list(answers_of(asked))
    found = []
    for number in range(many):
        draw = random.Random(max(number, 1))
        given = {key: draw.choice([*choices, ""]) for key, _ in asked.statements()}
        given[next(iter(given))] = draw.choice(choices)
        who = draw.choice(list(asked.perspectives)) if asked.perspectives else None
        found.append(FilledIn(who, {key: each for key, each in given.items() if each}))
    return found


def counted(everybody: list[Any]) -> Counter[Any]:
    return Counter((each.perspective, frozenset(each.answers.items())) for each in everybody)


@pytest.fixture(params=WANTED)
def asked(request: pytest.FixtureRequest, here: Path) -> tuple[str, Questionnaire]:
    """What the commands are given, and the questionnaire."""
    return name_of(request.param, here), questionnaire(request.param, here)


@pytest.fixture
def comes_back(cls_check: Run, asked: tuple[str, Questionnaire]) -> Callable[..., None]:
    """Whether importing these files gives the same people."""

    def check(*files: Path | str, options: tuple[str, ...] = ()) -> None:
        into = ("--place", "Northfield", "--date", "2026-09-10", "--questionnaire", asked[0])
        done = cls_check("import", *files, *into, "--no-input", *options)
        assert done.code == 0, done.err
        found = list(records.voices(records.open_record(ROUND)).values())
        assert counted(found) == counted(people(asked[1]))

    return check


@pytest.fixture
def form(cls_check: Run, asked: tuple[str, Questionnaire]) -> Callable[[str], list[Path]]:
    """The files of a form."""

    def make(kind: str) -> list[Path]:
        done = cls_check("questionnaire", "export", asked[0], "--to", kind)
        assert done.code == 0, done.err
        return list(map(Path, done.out.split()))

    return make


def typed(answers: Mapping[str, str]) -> dict[str, int | str]:
    return {key: int(each) if each.isdigit() else each for key, each in answers.items()}


def test_the_files_that_the_page_saves(
    asked: tuple[str, Questionnaire], comes_back: Callable[..., None]
) -> None:
    files = []
    for number, each in enumerate(people(asked[1])):
        saved = {
            "cls-check-answers": 1,
            "questionnaire": {"id": asked[1].id, "version": asked[1].version},
            **({"perspective": each.perspective} if each.perspective else {}),
            "answers": typed(each.answers),
        }
        files.append(Path(f"{asked[1].id}-answers-{number:08x}.json"))
        files[-1].write_text(json.dumps(saved, indent=1), encoding="utf-8")
    comes_back(*files)


def test_codes(asked: tuple[str, Questionnaire], cls_check: Run) -> None:
    everybody = people(asked[1])[1:]  # a code that comes twice is one person's
    Path("codes.txt").write_text(
        "\n".join(encode(each, asked[1]) for each in everybody), encoding="utf-8"
    )
    into = ("--place", "Northfield", "--date", "2026-09-10", "--questionnaire", asked[0])
    done = cls_check("import", "--code", "codes.txt", *into, "--no-input")
    assert done.code == 0, done.err
    found = list(records.voices(records.open_record(ROUND)).values())
    assert counted(found) == counted(everybody)


def in_form(answers: Mapping[str, str], written: Mapping[str, Any]) -> dict[str, Any]:
    """Answers as a form writes them, by what its choices are called."""
    return {key: written[each] for key, each in answers.items()}


@pytest.mark.browser
def test_surveyjs(
    asked: tuple[str, Questionnaire],
    form: Callable[[str], list[Path]],
    comes_back: Callable[..., None],
) -> None:
    (file,) = form("surveyjs")
    tree = json.loads(file.read_text(encoding="utf-8"))
    names = read_by_surveyjs(tree)["names"]
    questions = [each for page in tree["pages"] for each in page["elements"] if "choices" in each]
    values = [choice["value"] for choice in questions[-1]["choices"]]
    written = dict(zip(answers_of(asked[1]), values, strict=True))
    rows = [
        {name: given[name] for name in names if name in given}
        for each in people(asked[1])
        for given in [{"perspective": each.perspective} | in_form(each.answers, written)]
    ]
    kept = [{key: value for key, value in row.items() if value is not None} for row in rows]
    Path("answers.json").write_text(json.dumps(kept), encoding="utf-8")
    comes_back("answers.json")


@pytest.mark.parametrize("parting", ["-", "/", None], ids=["ODK Central", "Kobo", "no groups"])
def test_odk_and_kobo(
    asked: tuple[str, Questionnaire],
    form: Callable[[str], list[Path]],
    comes_back: Callable[..., None],
    parting: str | None,
) -> None:
    from pyxform.xls2xform import convert  # takes a second to load

    (file,) = form("xlsform")
    tree = convert(file)._survey.to_json_dict()
    written = dict(zip(answers_of(asked[1]), _choices(tree), strict=True))
    columns = dict(_columns(tree, ()))
    heads = {
        name: parting.join([*groups, name]) if parting else name for name, groups in columns.items()
    }
    with Path("answers.csv").open("w", encoding="utf-8", newline="") as table:
        rows = csv.writer(table)
        rows.writerow(["SubmissionDate", *heads.values(), "KEY"])
        for number, each in enumerate(people(asked[1])):
            given = {"perspective": each.perspective or ""} | in_form(each.answers, written)
            cells = [given.get(name.lstrip("_"), "") for name in heads]
            rows.writerow(["2026-09-10T11:47:13.000Z", *cells, f"uuid:{number}"])
    comes_back("answers.csv")


def _choices(tree: dict[str, Any]) -> list[str]:
    """What the form calls the answers, in their order."""
    return [choice["name"] for choice in tree["choices"]["answers"]]


def _columns(node: dict[str, Any], groups: tuple[str, ...]) -> Any:
    """The questions and notes of a form that pyxform read, with the groups that they stand in."""
    for each in node.get("children", []):
        if each["type"] == "group" and each["name"] != "meta":
            yield from _columns(each, (*groups, each["name"]))
        elif each["type"] in {"select one", "note"}:
            yield each["name"], groups


def test_microsoft_forms(
    asked: tuple[str, Questionnaire],
    form: Callable[[str], list[Path]],
    comes_back: Callable[..., None],
) -> None:
    text, of_columns = form("msforms")
    told = read_yaml(of_columns).data
    titles = [block.partition("\n")[0].partition(". ")[2]
              for block in text.read_text(encoding="utf-8").split("\n\n")[1:]]  # fmt: skip
    words = answers_of(asked[1])
    picks = {meant: label for label, meant in reversed(told.get("perspectives", {}).items())}
    with xlsxwriter.Workbook("answers.xlsx") as book:
        sheet = book.add_worksheet("Form1")
        heads = ["ID", "Start time", "Completion time", "Email", "Name"]
        sheet.write_row(0, 0, [*heads, *titles])
        for number, each in enumerate(people(asked[1]), start=1):
            given = {key: words[answer] for key, answer in each.answers.items()}
            given["perspective"] = picks.get(each.perspective, "")
            cells = [given.get(told["columns"][title], "") for title in titles]
            sheet.write_row(number, 0, [number, "", "", "anonymous", "", *cells])
    comes_back("answers.xlsx", options=("--map", str(of_columns)))
