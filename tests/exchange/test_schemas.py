"""JSON Schemas: valid themselves, at one with our reader, fresh in docs/, and named for editors."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from cls_check.cli.app import run
from cls_check.domain.findings.findings import find
from cls_check.errors import ClsCheckError
from cls_check.exchange.schemas import DRAFT, schema_names, schema_text
from cls_check.files.assessments.reading import read_assessment
from cls_check.files.validation.kinds import KINDS
from cls_check.files.validation.schema_line import parted, schema_line
from cls_check.reports.model.numbers import findings_document
from cls_check.workflows.close import write_assessment
from cls_check.yaml.reader import read_yaml

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs" / "schemas"
CORPUS = ROOT / "tests" / "corpus"
VERSIONS = {"findings": 2}
"""Of those that have had more than one."""
COMMITTED = ("questionnaire", "assessment", "record", "findings", "comparison")
EXAMPLES = sorted(ROOT.glob("examples/*/*.yaml"))

# What no schema can know, as it needs two parts of a file, a calendar, or what a language is.
FIT_TOGETHER = {
    "questionnaire": """
        language-unknown-alone language-unknown-in-a-statement language-unknown-in-a-title
        languages-empty languages-twice level-called-we-do-not-agree levels-do-not-match
        levels-in-a-factor-alone levels-one-missing nothing-to-answer perspective-called-balanced
        perspective-called-everyone perspective-called-other-perspectives statement-a-number
        statement-in-two-factors statements-without-a-scale
    """,
    "assessment": """
        action-by-a-day-that-is-not-there answer-off-the-scale date-on-a-leap-day-that-is-none
        date-that-is-not-there everyone-beside-perspectives everyone-in-the-answers-alone
        format-with-a-point level-a-number level-misspelt level-no-without-quotes level-unknown
        more-answers-than-people nobody-took-part one-answer-more-than-people
        one-view-of-two-people perspective-misspelt perspective-that-did-not-take-part
        place-only-spaces scale-missing scale-of-one scale-of-two statement-in-two-factors
    """,
    "voice": "",
    "round": "date-that-is-not-there",
    "talk": "",
}


def as_json(tree: Any) -> Any:
    """A tree of ours as another reader would have it: decimals are numbers."""
    if isinstance(tree, dict):
        return {key: as_json(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_json(value) for value in tree]
    return float(tree) if isinstance(tree, Decimal) else tree


def problems(name: str, tree: dict[str, Any]) -> list[str]:
    """What a schema finds in a tree."""
    validator = jsonschema.Draft7Validator(json.loads(schema_text(name)))
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(as_json(tree))]


def cases(kind: str) -> list[pytest.ParameterSet]:
    return [pytest.param(kind, path, id=f"{kind}/{path.stem}") for path in good(kind)]


def good(kind: str) -> list[Path]:
    key = f"cls-check-{kind}" if kind != "assessment" else "cls-check"
    files = [*CORPUS.glob("good/*.yaml"), *ROOT.glob("questionnaires/*.yaml"), *EXAMPLES]
    lax = {"yes-and-no-in-words"}  # our reader takes these words; other readers differ about them
    return [path for path in sorted(files) if key in read_yaml(path).data and path.stem not in lax]


@pytest.mark.parametrize("name", schema_names())
def test_a_schema_is_one(name: str) -> None:
    schema = json.loads(schema_text(name))
    jsonschema.Draft7Validator.check_schema(schema)
    assert (schema["$schema"], schema["$id"]) == (
        DRAFT,
        f"urn:cls-check:{name}:{VERSIONS.get(name, 1)}",
    )


@pytest.mark.parametrize(("kind", "path"), [case for kind in FIT_TOGETHER for case in cases(kind)])
def test_files_that_are_right_are_right(kind: str, path: Path) -> None:
    assert problems(kind, read_yaml(path).data) == []


def test_the_files_of_a_record_are_right() -> None:
    for path in sorted((CORPUS / "good" / "record").rglob("*.yaml")):
        if path.stem != "questionnaire":
            assert problems("record", read_yaml(path).data) == [], path


@pytest.mark.parametrize("kind", FIT_TOGETHER)
def test_files_that_are_broken_are_found(kind: str) -> None:
    """All but those of which a schema cannot know, and those that no reader reads."""
    accepted = []
    for path in sorted((CORPUS / kind).glob("*.yaml")):
        try:
            document = read_yaml(path)
        except ClsCheckError:
            continue
        if problems(kind, document.data) == []:
            accepted.append(path.stem)
    assert accepted == FIT_TOGETHER[kind].split()


@pytest.mark.parametrize(
    ("name", "tree"),
    [
        ("round", {"place": "Northfield", "x-note": {"any": [1]}}),
        ("round", {"place": 1974}),
        ("notes", {"about": {"cop-1": ["Ask again."]}}),
        ("hands", {"present": {"staff": 3}, "answers": {"cop-1": {"staff": {"1": 3}}}}),
    ],
)
def test_what_our_reader_takes_is_taken(name: str, tree: dict[str, Any]) -> None:
    date = {"date": "2026-09-10"} if name == "round" else {}
    assert problems(name, {f"cls-check-{name}": 1} | tree | date) == []


def test_texts_may_be_in_several_languages() -> None:
    tree = read_yaml(CORPUS / "good" / "questionnaire-in-two-languages.yaml").data
    tree["title"] = {"en": "A title", "cy": 5}
    assert problems("questionnaire", tree)
    tree["title"] = {"en": "A title", "klingon": "pong"}
    assert problems("questionnaire", tree)
    tree["title"] = {"en": "A title", "cy": "Teitl"}
    assert problems("questionnaire", tree) == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_score_prints_is_as_its_schema_says(path: Path) -> None:
    assessment = read_assessment(path)
    document = json.loads(json.dumps(findings_document(assessment, find(assessment))))
    assert problems("findings", document) == []
    document["factors"][0]["rank"] = 1
    assert problems("findings", document) != []


def test_every_kind_of_file_but_settings_has_a_schema() -> None:
    """`cls-check config` explains settings, which are few."""
    kinds = {key.removeprefix("cls-check-").replace("cls-check", "assessment") for key in KINDS}
    assert kinds - {"settings"} <= set(schema_names())


@pytest.mark.parametrize("name", [name for name in COMMITTED if name in schema_names()])
def test_those_in_docs_are_fresh(name: str) -> None:
    """CLS_CHECK_REWRITE=1 writes them anew, to be read as a diff."""
    path = DOCS / f"{name}.schema.json"
    if os.environ.get("CLS_CHECK_REWRITE"):
        path.write_text(schema_text(name), encoding="utf-8")
    assert path.read_text(encoding="utf-8") == schema_text(name)


def test_each_is_named_in_the_documents() -> None:
    page = (DOCS.parent / "schemas.md").read_text(encoding="utf-8")
    assert [name for name in schema_names() if f"`{name}`" not in page] == []


@pytest.mark.slow
def test_another_program_takes_them() -> None:
    command = [sys.executable, "-m", "check_jsonschema"]
    schemas = sorted(map(str, DOCS.glob("*.json")))
    subprocess.run([*command, "--check-metaschema", *schemas], check=True, capture_output=True)
    of_assessments = [*command, "--schemafile", str(DOCS / "assessment.schema.json")]
    subprocess.run([*of_assessments, *map(str, EXAMPLES)], check=True, capture_output=True)
    broken = CORPUS / "assessment" / "key-misspelt.yaml"
    done = subprocess.run([*of_assessments, str(broken)], check=False, capture_output=True)
    assert done.returncode == 1


# The command, and the line for editors


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_names_are_listed_and_each_is_printed(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema"]) == 0
    for name in capsys.readouterr().out.split():
        assert run(["schema", name]) == 0
        assert capsys.readouterr().out == schema_text(name)


def test_a_name_that_is_not_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema", "asessment"]) == 2
    assert 'Did you mean "assessment"?' in capsys.readouterr().err


def test_a_schema_is_replaced_and_another_file_is_not(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = here / "schemas" / "round.schema.json"
    assert run(["schema", "round", "-o", "schemas"]) == 0
    own.write_text(own.read_text().replace("round", "sitting").replace(":sitting:", ":round:"))
    assert run(["schema", "round", "-o", "schemas/round.schema.json"]) == 0
    assert own.read_text() == schema_text("round")
    own.write_text("{}")
    assert run(["schema", "round", "-o", "schemas"]) == 2
    assert own.read_text() == "{}"
    assert "A file is there already." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("schema", "file", "line"),
    [
        ("schemas/questionnaire.schema.json", "ours.yaml", "schemas/questionnaire.schema.json"),
        ("questionnaire.schema.json", "ours.yaml", "questionnaire.schema.json"),
        (
            "schemas/questionnaire.schema.json",
            "a/b/ours.yaml",
            "../../schemas/questionnaire.schema.json",
        ),
        ("schemas/assessment.schema.json", "ours.yaml", ""),
    ],
)
def test_a_schema_at_hand_is_named_by_a_path_that_holds_everywhere(
    here: Path, schema: str, file: str, line: str
) -> None:
    for path in (here / schema, here / file):
        path.parent.mkdir(parents=True, exist_ok=True)
    (here / schema).write_text("{}")
    expected = f"# yaml-language-server: $schema={line}\n" if line else ""
    assert schema_line("questionnaire", here / file) == expected
    assert run(["questionnaire", "new", file]) == 0
    assert parted((here / file).read_bytes())[0].decode() == expected
    assert run(["questionnaire", "check", file]) == 0


def test_closing_names_the_schema_and_leaves_a_line_that_is_there(here: Path) -> None:
    assessment = read_assessment(EXAMPLES[0])
    bare = write_assessment(assessment, here).path
    before = bare.read_bytes()
    assert run(["schema", "assessment", "-o", "schemas"]) == 0
    assert not write_assessment(assessment, here).written
    assert bare.read_bytes() == before

    (here / "inner").mkdir()
    named = write_assessment(assessment, here / "inner").path
    line, rest = parted(named.read_bytes())
    assert line == b"# yaml-language-server: $schema=../schemas/assessment.schema.json\n"
    assert rest == before
    assert not write_assessment(assessment, here / "inner").written

    own = b"# yaml-language-server: $schema=elsewhere.json\n"
    named.write_bytes(own + rest)
    other = assessment.model_copy(update={"round": "Summer"})
    assert write_assessment(other, here / "inner", replacing=True).written
    assert named.read_bytes().startswith(own + b"cls-check: 1\n")
    assert read_assessment(named).round == "Summer"
