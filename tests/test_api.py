"""The public face: its names, its signatures, its examples; and the command line goes through it."""

from __future__ import annotations

import ast
import doctest
import inspect
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cls_check import api
from cls_check.cli.app import run
from cls_check.domain.rounds.round import Round, Voice
from cls_check.files import records
from cls_check.files.questionnaires import reading as questionnaires
from cls_check.reports.audiences.view import AUDIENCES, Audience
from cls_check.reports.output.content import Form

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = ROOT / "src" / "cls_check" / "cli" / "commands"
AUTUMN = Path("examples/northfield/northfield-2026-09-10.yaml")
SPRING = Path("examples/northfield/northfield-2026-03-12.yaml")
SIGNATURES = {
    "read": "(path: Path | str) -> Assessment",
    "close": "(records: Sequence[Path | str], into: Path | str, *, minimum_group: int = 5, "
    "accept_smaller_groups: bool = False, replace: bool = False) -> Closed",
    "find": "(assessment: Assessment) -> tuple[FactorFindings, ...]",
    "compare": "(old: Assessment, new: Assessment, renames: Renames | Path | str | None = None) "
    "-> Comparison",
    "report": "(assessment: Assessment, audience: Audience = 'steering-group', form: Form = 'html', "
    "*, since: Assessment | None = None, look: Look | None = None, "
    "templates: Path | str | None = None) -> bytes",
    "compare_all": "(wanted: Sequence[str] = (), *, files: Sequence[str] = (), "
    "home: Path | str = '.', renames: Renames | Path | str | None = None, stdin: bytes = b'') "
    "-> Outcomes",
    "report_all": "(source: Path | str, folder: Path | str | None = None, *, "
    "audiences: Sequence[Audience] = ('steering-group',), "
    "forms: Sequence[Form] = ('html', 'markdown'), since: Path | str | None = None, "
    "look: Look | None = None, templates: Path | str | None = None, "
    "progress: Callable[[int, int], None] | None = None) -> Reports",
}
VALUES = {
    "Assessment", "Closed", "Compared", "Comparison", "FactorFindings", "FactorShift", "Finding",
    "Look", "Measure", "OneSided", "Outcomes", "Place", "Problem", "Renames", "Reports", "Shift",
    "StatementFindings",
}  # fmt: skip
ERRORS = {"BadFileError", "ClsCheckError", "RefusedError", "UnknownNameError"}
ROOMS = {
    "room-one.open": {"frontline": 6, "manager": 2, "lived-experience": 1},
    "room-two.open": {"frontline": 3, "manager": 1, "community-or-partner": 1},
}


def gather(folder: Path, people: dict[str, int]) -> None:
    """A record in which everybody answers every statement, in one of four ways."""
    source = questionnaires.find("ten-factors-short")
    this_round = {"cls-check-round": 1, "place": "Southwick", "date": "2027-03-04"}
    record = records.start(folder, Round.model_validate(this_round), source.document.text)
    statements = [key for each in source.questionnaire.factors.values() for key in each.statements]
    everybody = [group for group, number in people.items() for _ in range(number)]
    for person, group in enumerate(everybody):
        answers = {key: str(1 + (person + at) % 4) for at, key in enumerate(statements)}
        voice = {"cls-check-voice": 1, "perspective": group, "finished": True, "answers": answers}
        kept = records.voice_file(record, records.new_id())
        records.save_voice(kept, Voice.model_validate(voice))


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example places, two rooms of one round and a folder for what is closed."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.setattr("os.fsync", lambda _: None)
    monkeypatch.chdir(tmp_path)
    Path("assessments").mkdir()
    for name, people in ROOMS.items():
        gather(tmp_path / name, people)
    return tmp_path


def problems_of(examples: str, name: str) -> str:
    """What comes out of a text's examples otherwise than it says; '' if nothing does."""
    example = doctest.DocTestParser().get_doctest(examples, {}, name, None, 0)
    assert example.examples, f"{name} has no example"
    told: list[str] = []
    doctest.DocTestRunner(verbose=False).run(example, out=told.append)
    return "".join(told)


def test_the_public_names_are_these() -> None:
    assert set(api.__all__) == {*SIGNATURES, *VALUES, *ERRORS}
    assert [each for each in api.__all__ if not hasattr(api, each)] == []


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_function_is_called_as_before(name: str) -> None:
    shown = str(inspect.signature(getattr(api, name)))

    assert re.sub(r"(: |-> )'([^']*)'", r"\1\2", shown) == SIGNATURES[name]


@pytest.mark.parametrize("name", api.__all__)
def test_everything_public_says_what_it_is(name: str) -> None:
    own = vars(getattr(api, name)).get("__doc__") if name[0].isupper() else None
    first = (own or getattr(api, name).__doc__ or "").partition("\n")[0]

    assert first.endswith(".")
    assert first != f"{name}("  # a data class without words gets its signature for them


@pytest.mark.parametrize("name", SIGNATURES)
def test_an_example_comes_out(name: str, here: Path) -> None:
    assert problems_of(getattr(api, name).__doc__, name) == ""


def test_the_page_about_it_comes_out(here: Path) -> None:
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```python\n(.*?)^```$", page, flags=re.DOTALL | re.MULTILINE)

    assert problems_of("\n".join(blocks), "library.md") == ""


def test_a_wrong_example_would_be_seen() -> None:
    assert "Expected:" in problems_of(">>> 1 + 1\n3\n", "a wrong one")


def test_importing_it_loads_next_to_nothing() -> None:
    loaded = "import sys, cls_check.api; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True)
    modules = set(done.stdout.decode("utf-8").split())

    assert modules & {"pydantic", "typer", "yaml", "jinja2", "rich"} == set()
    assert {each for each in modules if each.startswith("cls_check.")} == {
        "cls_check.api", "cls_check.domain", "cls_check.domain.terms", "cls_check.errors",
    }  # fmt: skip


def test_a_name_that_is_not_there_is_no_name_of_it() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'colse'"):
        _ = api.colse  # type: ignore[attr-defined]


@pytest.mark.parametrize("people", [0, 2, 1001])
def test_a_minimum_outside_the_bounds_is_refused(here: Path, people: int) -> None:
    with pytest.raises(api.RefusedError, match=f"cannot be {people}"):
        api.close(
            ["room-one.open"], "assessments", minimum_group=people, accept_smaller_groups=True
        )
    assert list(Path("assessments").iterdir()) == []


def test_a_smaller_group_is_accepted_where_everybody_agreed(here: Path) -> None:
    closed = api.close(list(ROOMS), "assessments", minimum_group=3, accept_smaller_groups=True)

    assert closed.assessment.took_part == {"frontline": 9, "other-perspectives": 5}
    assert closed.assessment.minimum_group == 3


def test_nobody_can_close_while_somebody_answers(here: Path) -> None:
    with (
        records.alone_in(records.open_record(Path("room-one.open"))),
        pytest.raises(api.RefusedError, match="open in another window"),
    ):
        api.close(list(ROOMS), "assessments")
    assert list(Path("assessments").iterdir()) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"audience": "summery"}, 'Did you mean "summary"?'),
        ({"form": "odt"}, "There are html, markdown, pdf, docx."),
    ],
)
def test_a_word_that_is_not_known_is_told(here: Path, wrong: dict[str, str], told: str) -> None:
    with pytest.raises(api.UnknownNameError) as caught:
        api.report(api.read(AUTUMN), **wrong)  # type: ignore[arg-type]
    assert told in str(caught.value)


def test_a_round_before_fits_no_folder(here: Path) -> None:
    with pytest.raises(api.ClsCheckError, match="may hold several places"):
        api.report_all("examples", "reports", since=SPRING)
    assert not Path("reports").exists()


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize(("form", "ending"), [("html", ".html"), ("markdown", ".md")])
def test_the_command_writes_the_same_report(
    here: Path, audience: Audience, form: Form, ending: str
) -> None:
    run(["report", str(AUTUMN), "-o", "made", "--for", audience, "--format", form, "--no-open"])
    written = next(Path("made").glob(f"*{ending}"))

    made = api.report(api.read(AUTUMN), audience, form, since=api.read(SPRING))
    assert made == written.read_bytes()


def test_one_persons_view_is_compared_with_nothing(here: Path) -> None:
    spring, mine = api.read(SPRING), api.read(AUTUMN).model_copy(update={"one_view": True})

    assert api.report(mine, since=spring) == api.report(mine)


def test_the_command_compares_the_same(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["diff", str(SPRING), str(AUTUMN), "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    compared = api.compare(api.read(SPRING), api.read(AUTUMN))

    kinds = [(each.id, each.everyone.kind) for each in compared.factors]
    assert [(each["id"], each["shift"]) for each in printed["factors"]] == kinds


def test_what_is_called_something_else_can_be_given_as_a_file(here: Path) -> None:
    Path("names.yaml").write_text(
        "cls-check-renames: 1\nplaces: {Northfield: North Field}\n", encoding="utf-8"
    )
    spring, autumn = api.read(SPRING), api.read(AUTUMN)
    moved = autumn.model_copy(update={"place": "North Field"})

    assert api.compare(spring, moved).why_not == "other-place"
    assert api.compare(spring, moved, "names.yaml").why_not == ""


@pytest.mark.parametrize("name", ["close", "diff", "report", "score"])
def test_the_command_line_goes_through_it(name: str) -> None:
    tree = ast.parse((COMMANDS / f"{name}.py").read_text(encoding="utf-8"))
    imported = {
        f"{node.module}.{each.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for each in node.names
    }
    beside = {
        "cls_check.workflows.close.erase_records",
        "cls_check.workflows.close.foreseen",  # of single answers, so it is not for everybody
        "cls_check.workflows.join_rooms.gathered",
        "cls_check.workflows.close.finish_erasing",
        "cls_check.workflows.close.said_in",
        "cls_check.workflows.candidates.holds_assessments",
        "cls_check.workflows.other_versions.is_unseen",
    }

    assert "cls_check.api" in imported
    assert {each for each in imported if each.startswith("cls_check.workflows")} <= beside
