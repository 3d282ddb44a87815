"""The house stays one that people find their way in: small functions, small rooms, plain names."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

pytestmark = pytest.mark.texts

SRC = Path(__file__).resolve().parents[1] / "src" / "cls_check"
MODULES = sorted(SRC.rglob("*.py"))
LONGEST_MODULE = 350
MOST_MODULES = 22
LONGEST_FUNCTION = 50
SHORT_FUNCTION = 20
SAYS_NOTHING = {"utils", "util", "helpers", "common", "misc", "tools", "base", "core", "services"}


def lengths_of_functions() -> dict[str, int]:
    return {
        f"{path.relative_to(SRC)}, line {node.lineno}: {node.name}": node.end_lineno
        - node.lineno
        + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_module_is_short_and_its_name_says_something(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE
    assert not {path.stem, path.parent.name} & SAYS_NOTHING


def test_no_folder_holds_more_than_can_be_looked_over() -> None:
    held = Counter(path.parent for path in MODULES if path.name != "__init__.py")
    assert [str(folder) for folder, n in held.items() if n > MOST_MODULES] == []


def test_functions_are_short() -> None:
    lengths = lengths_of_functions()
    assert [name for name, n in lengths.items() if n > LONGEST_FUNCTION] == []
    short = sum(n <= SHORT_FUNCTION for n in lengths.values())
    assert short / len(lengths) >= 0.9
