"""An import budget: what each command may load. Never milliseconds."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

LOADED_AT_THE_END = """
import sys
from cls_check.__main__ import main
arguments, sys.argv[:] = sys.argv[1:], ["cls-check", *sys.argv[1:]]
code = main()
sys.stderr.write("\\nLOADED " + " ".join(sys.modules))
sys.exit(code)
"""
REPORTING = {"jinja2", "markupsafe", "rich"}
HELPING = {"pydantic", "yaml"} | REPORTING
BUDGET = {
    ("--version",): {"typer", "click", "pydantic", "yaml", "importlib.metadata"} | REPORTING,
    ("-V",): {"typer", "pydantic", "yaml"} | REPORTING,
    ("--help",): HELPING,
    (): HELPING,
    ("config",): {"yaml"} | REPORTING,
    ("init", "{folder}/new", "--no-input"): {"jinja2", "rich"},
    ("score", "--help"): HELPING,
    ("check", "{assessment}"): REPORTING,
    (
        "edit",
        "{assessment}",
        "--factor",
        "co-production",
        "--level",
        "none",
        "--dry-run",
    ): REPORTING,
    ("score", "{assessment}", "--format", "json"): REPORTING,
    ("score", "{assessment}", "--format", "csv"): REPORTING,
    ("report", "{assessment}", "-o", "{folder}"): {"rich"},
    ("reveal", "{assessment}", "-o", "{folder}"): {"rich"},
    ("export", "{assessment}", "-o", "-"): REPORTING | {"pyarrow", "xlsxwriter"},
    ("schema", "assessment"): {"yaml"} | REPORTING,
    ("questionnaire", "list"): REPORTING,
    ("import", "--help"): {"python_calamine"} | HELPING,
    (
        "questionnaire",
        "export",
        "ten-factors",
        "--to",
        "surveyjs",
        "-o",
        "{folder}",
    ): REPORTING,
    ("guide", "--help"): HELPING,
    ("paper", "--help"): HELPING,
}


@pytest.mark.parametrize("words", BUDGET, ids=" ".join)
def test_a_command_loads_only_what_it_needs(
    words: tuple[str, ...], checkout: Path, tmp_path: Path
) -> None:
    typed = _filled_in(words, checkout, tmp_path)

    code, loaded = _modules_loaded_by(typed)

    assert code == 0
    assert loaded & BUDGET[words] == set()
    assert [each for each in loaded if each.startswith("cls_check.exchange.incoming")] == []


def test_the_budget_would_notice() -> None:
    """The modules are named as they are in `sys.modules`, or no budget could be broken."""
    named = set().union(*BUDGET.values()) - {"click"}
    imports = "; ".join(f"import {name}" for name in sorted(named))
    loaded = f"{imports}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, check=True)

    assert named <= set(done.stdout.decode("utf-8").split())


EVERY_HELP = """
import contextlib, io, sys
from typer.main import get_command
from cls_check.cli.app import app, run

def walk(command, words):
    yield words
    for name in command.list_commands(None) if hasattr(command, "list_commands") else ():
        yield from walk(command.get_command(None, name), [*words, name])

asked = [*walk(get_command(app), [])]
for words in asked:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        code = run([*words, "--help"])
    assert code == 0 and shown.getvalue().startswith("Usage: " + " ".join(["cls-check", *words]))
    print(*words, "loads Pydantic" if "pydantic" in sys.modules else "is ready")
"""


def test_no_help_waits_for_pydantic() -> None:
    """Loading it takes as long as all else that help needs."""
    done = subprocess.run([sys.executable, "-c", EVERY_HELP], capture_output=True, check=False)
    told = done.stdout.decode("utf-8").split("\n")

    assert done.returncode == 0, done.stderr.decode("utf-8")
    assert {"score is ready", "git uninstall is ready"} <= set(told)
    assert [line for line in told if "Pydantic" in line] == []


SETTINGS_ALONE = """
import os, sys
from cls_check.files.settings import in_force
os.chdir(sys.argv[1])
in_force(place="Northfield")
print(*sys.modules)
"""


def test_settings_cost_little_where_there_is_no_file(tmp_path: Path) -> None:
    command = [sys.executable, "-c", SETTINGS_ALONE, str(tmp_path)]
    loaded = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")

    assert {"pydantic", "typer", "yaml"} & set(loaded.split()) == set()


def _filled_in(words: tuple[str, ...], checkout: Path, folder: Path) -> list[str]:
    if "{assessment}" not in words:
        return [word.format(folder=folder) for word in words]
    assessment = next(iter(sorted(checkout.glob("examples/*/*.yaml"))), None)
    if assessment is None:
        pytest.skip("there is no example yet")
    return [word.format(assessment=assessment, folder=folder) for word in words]


def _modules_loaded_by(words: list[str]) -> tuple[int, set[str]]:
    command = [sys.executable, "-c", LOADED_AT_THE_END, *words]
    done = subprocess.run(command, capture_output=True, check=False)
    talk = done.stderr.decode("utf-8", "replace")
    return done.returncode, set(talk.rpartition("\nLOADED ")[2].split())
