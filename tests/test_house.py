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


MAY_READ = {
    "read_from_disk.py": "it is the one reader",
    "git/textconv.py": "git gives it a file that git has made, and it is started for every version",
    "exchange/schemas.py": "what comes with the program",
    "files/questionnaires/reading.py": "what comes with the program",
    "reports/output/template_files.py": "what comes with the program",
    "workflows/demo.py": "what comes with the program",
    "workflows/guide.py": "what comes with the program",
    "workflows/init.py": "what comes with the program",
    "reports/output/compiled.py": "made by the program, beside its own templates",
    "cli/commands/export.py": "a file that it has just written, in a folder for itself",
    "files/records/erasing.py": "files of our own in a private folder, found by their names",
    "files/all_or_nothing.py": "a file that was just written, to have the disk remember it",
    "exchange/outgoing/csv_files.py": "it opens in order to write",
    "exchange/outgoing/json_file.py": "it opens in order to write",
    "exchange/incoming/workbook.py": "a part of a workbook that is in memory, up to a size",
    "exchange/incoming/workbook_parts.py": "a part of a workbook that is in memory, up to a size",
    "files/atomic.py": "what it has just written, and what it replaces, seen to be a saved file",
    "files/records/taking_in.py": "the private record of this computer",
    "files/records/closings.py": "what a record was closed to before, and of whom",
    "files/records/lock.py": "the private record of this computer",
    "files/records/private_file.py": "the private record of this computer",
    "workflows/close.py": "the file that it replaces, seen to be a saved file",
}
"""Who reads or opens a file otherwise than through `read_from_disk`, and why that is safe."""


def files_opened(path: Path) -> set[str]:
    """The calls in a module that read a file, or could."""
    names = {"read_bytes", "read_text", "open", "fdopen"}
    return {
        ast.unparse(node)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Attribute) and node.func.attr in names)
            or (isinstance(node.func, ast.Name) and node.func.id == "open")
        )
    }


def test_every_file_from_outside_is_read_through_one_reader() -> None:
    opening = {str(path.relative_to(SRC)) for path in MODULES if files_opened(path)}
    nowhere_or_a_page = {"__main__.py", "cli/screen/browser.py"}
    assert opening - nowhere_or_a_page == set(MAY_READ)
