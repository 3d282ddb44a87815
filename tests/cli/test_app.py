"""The commands together: names, help, and how failure looks."""

from __future__ import annotations

import inspect
import os
import re
from importlib import import_module
from pathlib import Path

import pytest

from cls_check.cli.app import COMMANDS
from cls_check.errors import ClsCheckError
from cls_check.words.speech import label
from tests.cli.conftest import Done, Run


@pytest.mark.parametrize("name", [n for n in COMMANDS if n not in {"git", "questionnaire"}])
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    module = import_module(COMMANDS[name])
    function = getattr(module, module.__name__.rpartition(".")[2])
    told = inspect.getdoc(function)
    assert told
    assert told.splitlines()[0] == label(f"command.{name}")


def test_without_a_command_it_says_what_this_is_and_five_things_to_do(cls_check: Run) -> None:
    done = cls_check()
    assert done.code == 0
    what, kept, nothing, *things, _, more = done.out.splitlines()
    assert what.startswith("cls-check helps a place talk")
    assert kept
    assert not nothing
    typed = [re.findall(r"^  cls-check (\w+)", line)[0] for line in things]
    assert typed == ["demo", "init", "assess", "assess", "report"]
    assert more == "For everything else: cls-check --help"


@pytest.mark.parametrize("typed", ["history --format table", "edit x.yaml --from table"])
def test_a_choice_that_there_is_not_is_told_by_us_alone(cls_check: Run, typed: str) -> None:
    done = cls_check(*typed.split())
    assert done.code == 2
    option = typed.split()[-2]
    assert f"Invalid value for '{option}': 'table' is not one of '" in done.err


@pytest.fixture
def place(cls_check: Run, here: Path) -> Path:
    assert cls_check("init", ".", "--no-input").code == 0
    return here


def last_line(done: Done) -> str:
    assert done.code == 0
    return done.out.splitlines()[-1]


def test_in_a_folder_of_a_place_it_says_what_is_here(cls_check: Run, place: Path) -> None:
    assert last_line(cls_check()).endswith("To begin one: cls-check assess")
    rounds = place / "assessments"
    for name in ("a-2026-03-12", "z-2025-09-10", "b-2026-09-10-one-view", "c-not-dated"):
        (rounds / f"{name}.yaml").touch()
    newest = Path("assessments/b-2026-09-10-one-view.yaml")
    assert last_line(cls_check()) == (
        f"The newest assessment here is {newest.name}. For its report: cls-check report {newest}"
    )
    for name in ("a-2026-03-12", "z-2024-09-10"):
        (rounds / f"{name}.open").mkdir()
    going_on = Path("assessments/a-2026-03-12.open")
    assert last_line(cls_check()) == (
        f"A round is being gathered here. To go on: cls-check assess --record {going_on}"
    )


def test_it_says_so_in_folders_of_it_too(
    cls_check: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (place / "assessments" / "our town-2026-03-12.yaml").touch()
    monkeypatch.chdir(place / "assessments")
    assert last_line(cls_check()).endswith(
        "cls-check report 'our town-2026-03-12.yaml'"
        if os.name == "posix"
        else 'cls-check report "our town-2026-03-12.yaml"'
    )


def test_names_of_files_cannot_drive_the_terminal_or_a_command(cls_check: Run, place: Path) -> None:
    (place / "--help\x1b[2J;rm -2026-03-12.yaml").touch()
    line = last_line(cls_check())
    assert "\x1b" not in line
    assert "cls-check report './--help" in line


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("scor", 'There is no command "scor".\n  Did you mean "score"?\n'),
        ("\x1b[31mx", 'There is no command "U+001B[31mx".'),
        ("xyz", "The commands are demo, init, assess, import, close"),
    ],
)
def test_an_unknown_command_is_met_with_the_nearest(cls_check: Run, typed: str, told: str) -> None:
    done = cls_check(typed)
    assert done.code == 2
    assert told in done.err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(cls_check: Run, name: str) -> None:
    done = cls_check(name, "--help")
    assert done.code == 0
    assert label(f"command.{name}").split(":")[0] in " ".join(done.out.split())


def test_a_wrong_option_is_exit_code_2(cls_check: Run) -> None:
    assert cls_check("score", "--halp").code == 2


def test_twenty_problems_are_shown_and_the_rest_counted() -> None:
    from cls_check.errors import Problem

    told = str(ClsCheckError([Problem(f"Fact {k}.") for k in range(25)]))
    assert "Fact 19." in told
    assert "Fact 20." not in told
    assert "And 5 more" in told


def test_ctrl_c_is_exit_code_130(cls_check: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("cls_check.files.questionnaires.reading.bundled", interrupted)
    done = cls_check("questionnaire", "list")
    assert (done.code, "Stopped." in done.err) == (130, True)
