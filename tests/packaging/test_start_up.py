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
BUDGET = {
    ("--version",): {"typer", "click", "pydantic", "yaml", "importlib.metadata"} | REPORTING,
    ("-V",): {"typer", "pydantic", "yaml"} | REPORTING,
    ("--help",): {"yaml"} | REPORTING,
    (): {"yaml"} | REPORTING,
    ("config",): {"yaml"} | REPORTING,
    ("init", "{folder}/new", "--no-input"): {"jinja2", "rich"},
    ("score", "--help"): {"yaml"} | REPORTING,
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
    ("import", "--help"): {"yaml", "python_calamine"} | REPORTING,
    (
        "questionnaire",
        "export",
        "ten-factors",
        "--to",
        "surveyjs",
        "-o",
        "{folder}",
    ): REPORTING,
    ("guide", "--help"): {"yaml"} | REPORTING,
    ("paper", "--help"): {"yaml"} | REPORTING,
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
