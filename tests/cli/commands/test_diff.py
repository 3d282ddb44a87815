"""`cls-check diff`, as it is typed: what comes out, and with which exit code."""

from __future__ import annotations

import json
import re
from pathlib import Path

import cmarkgfm
import pytest
from jsonschema import Draft202012Validator

import yaml
from cls_check.cli.app import run
from cls_check.reports.difference.comment import LONGEST
from cls_check.reports.difference.document import ComparisonDocument

ROOT = Path(__file__).resolve().parents[3]
SPRING = ROOT / "examples/northfield/northfield-2026-03-12.yaml"
AUTUMN = ROOT / "examples/northfield/northfield-2026-09-10.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a place with two rounds, and the person in it."""
    for source in (SPRING, AUTUMN):
        (tmp_path / source.name).write_bytes(source.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_without_arguments_it_compares_the_last_two_rounds(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["diff"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("Since last time: Northfield\n")
    assert "Then: 12 March 2026 (Spring 2026), northfield-2026-03-12.yaml" in told
    assert "The typical answer was 2.2 and is now 3.4." in told


def test_rounds_in_the_assessments_folder_are_found(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "assessments").mkdir()
    for file in place.glob("*.yaml"):
        file.rename(place / "assessments" / file.name)
    assert run(["diff", "--name-only"]) == 0
    assert capsys.readouterr().out == "assessments/northfield-2026-09-10.yaml\n"


def test_one_round_is_not_two(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / AUTUMN.name).unlink()
    assert run(["diff"]) == 2
    assert "One closed round is here, and two are needed." in capsys.readouterr().err


def test_rounds_of_two_places_have_to_be_named(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = SPRING.read_text("utf-8").replace("place: Northfield", "place: Southfield")
    (place / "southfield-2026-03-12.yaml").write_text(other, "utf-8")
    assert run(["diff"]) == 2
    assert "Northfield, Southfield" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["diff", SPRING.name, AUTUMN.name], 0),
        (["diff", SPRING.name, AUTUMN.name, "--exit-code"], 1),
        (["diff", SPRING.name, AUTUMN.name, "--quiet"], 1),
        (["diff", SPRING.name, SPRING.name, "--exit-code"], 0),
        (["diff", SPRING.name, SPRING.name, "--quiet"], 0),
        (["diff", SPRING.name, "missing.yaml"], 2),
        (["diff", SPRING.name, "missing.yaml", "--exit-code"], 2),
    ],
)
def test_exit_codes(
    place: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: int
) -> None:
    assert run(arguments) == code
    if "--quiet" in arguments:
        assert capsys.readouterr().out == ""


def test_another_layout_is_no_difference(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = yaml.safe_load(SPRING.read_text("utf-8"))
    (place / "other.yaml").write_text(
        yaml.safe_dump(dict(sorted(tree.items())), allow_unicode=True), "utf-8"
    )
    assert run(["diff", SPRING.name, "other.yaml", "--exit-code"]) == 0
    assert "Both files say the same. Their layout differs." in capsys.readouterr().out
    assert run(["diff", SPRING.name, "other.yaml", "--name-only"]) == 0
    assert capsys.readouterr().out == ""


def test_a_broken_file_is_named_with_its_line(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "broken.yaml").write_text("cls-check: 1\n<<<<<<< HEAD\n", "utf-8")
    assert run(["diff", SPRING.name, "broken.yaml"]) == 2
    told = capsys.readouterr()
    assert "broken.yaml, line 2" in told.err
    assert "Traceback" not in told.err


def test_it_writes_nothing(place: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in place.iterdir()}
    for form in ("text", "markdown", "json", "html"):
        run(["diff", "--format", form])
    assert {path: path.stat().st_mtime_ns for path in place.iterdir()} == before


def test_the_document_fits_its_schema_and_names_no_folder(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    absolute = [str(place / SPRING.name), str(AUTUMN)]
    assert run(["diff", *absolute, "--format", "json"]) == 0
    told = capsys.readouterr().out
    document = json.loads(told)
    Draft202012Validator(ComparisonDocument.model_json_schema()).validate(document)
    assert (document["then"]["file"], document["now"]["file"]) == (SPRING.name, AUTUMN.name)
    assert str(place) not in told
    assert run(["diff", SPRING.name, AUTUMN.name, "--format", "json"]) == 0
    assert capsys.readouterr().out == told


def test_the_page_is_the_same_as_the_lines(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", "--format", "html", "-o", "page.html"]) == 0
    page = (place / "page.html").read_text("utf-8")
    headings = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
    capsys.readouterr()
    run(["diff"])
    lines = capsys.readouterr().out.splitlines()
    assert headings
    assert all(heading in lines for heading in headings)


def test_a_comment_calls_nobody_and_leads_nowhere(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = AUTUMN.read_text("utf-8").replace(
        "done: false", "done: false\n      - what: 'Ask @amina about #12, GH-3 and a@b.org'", 1
    )
    (place / "now.yaml").write_text(text, "utf-8")
    assert run(["diff", SPRING.name, "now.yaml", "--format", "markdown"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("<!-- cls-check diff -->\n# Since last time: Northfield")
    (line,) = [line for line in told.splitlines() if "amina" in line]
    assert not re.search(r"@[A-Za-z]|#[0-9]|GH-[0-9]", line)
    page = cmarkgfm.github_flavored_markdown_to_html(line)
    seen = re.sub(r"<!--.*?-->|<[^>]*>", "", page).replace("&lt;!-- --&gt;", "")
    assert "Ask @amina about #12, GH-3 and a@b.org" in seen


def test_a_comment_is_never_too_long(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Three hundred new actions of 300 letters: 90,000 letters, and the end says that some are missing."""
    lines = "".join(f"      - what: {str(n) * 100}\n" for n in range(100, 400))
    text = AUTUMN.read_text("utf-8").replace("    actions:\n", f"    actions:\n{lines}", 1)
    (place / "now.yaml").write_text(text, "utf-8")
    assert run(["diff", SPRING.name, "now.yaml", "--format", "markdown"]) == 0
    told = capsys.readouterr().out
    assert len(told) <= LONGEST + 1
    assert told.rstrip().endswith("To see all of it, run cls-check diff.")


def test_new_names_let_an_old_round_be_compared(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = AUTUMN.read_text("utf-8").replace("cop-1:", "people-1:")
    (place / "now.yaml").write_text(now, "utf-8")
    run(["diff", SPRING.name, "now.yaml"])
    assert "Yes. 49 statements are the same" in capsys.readouterr().out
    names = "cls-check-renames: 1\nstatements: {cop-1: people-1}\n"
    (place / "names.yaml").write_text(names, "utf-8")
    assert run(["diff", SPRING.name, "now.yaml", "--renames", "names.yaml"]) == 0
    assert "Yes. 50 statements are the same" in capsys.readouterr().out


@pytest.mark.parametrize(("wish", "bold"), [("always", True), ("never", False), ("auto", False)])
def test_headings_stand_out_where_it_is_wished(
    place: Path, capsys: pytest.CaptureFixture[str], wish: str, bold: bool
) -> None:
    run(["diff", "--color", wish])
    told = capsys.readouterr().out
    assert ("\x1b[1m" in told) == bold
    assert "Can the two be compared?" in told


def test_a_strangers_text_drives_no_terminal(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = AUTUMN.read_text("utf-8").replace(
        "done: false", "done: false\n      - what: safe [bold]red[/] \u200f\u061c end", 1
    )
    (place / "now.yaml").write_text(text, "utf-8")
    assert run(["diff", SPRING.name, "now.yaml"]) == 0
    assert "safe [bold]red[/] U+200FU+061C end" in capsys.readouterr().out


def test_the_same_bytes_for_the_same_files(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = []
    for _ in range(2):
        run(["diff", "--format", "html"])
        made.append(capsys.readouterr().out)
    assert made[0] == made[1]


@pytest.mark.parametrize("command", [["diff"], ["history", "."]])
@pytest.mark.parametrize(
    ("form", "name"),
    [("html", AUTUMN.name), ("json", SPRING.name), ("markdown", "page.html"), ("text", "notes")],
)
def test_no_file_of_another_kind_is_written_over(
    place: Path, capsys: pytest.CaptureFixture[str], command: list[str], form: str, name: str
) -> None:
    before = {path: path.read_bytes() for path in place.iterdir()}
    assert run([*command, "--format", form, "-o", name]) == 2
    assert "so it may be another file." in capsys.readouterr().err
    assert {path: path.read_bytes() for path in place.iterdir()} == before
