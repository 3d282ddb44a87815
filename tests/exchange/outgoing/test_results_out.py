"""docs/results-out.md: its codebook is that of the files, and its program prints what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from cls_check.cli.app import run
from cls_check.exchange.outgoing.columns import TABLES

ROOT = Path(__file__).resolve().parents[3]
PAGE = (ROOT / "docs" / "results-out.md").read_text(encoding="utf-8")


def block(kind: str) -> str:
    found = re.search(rf"^```{kind}\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert found
    return found[1]


def test_the_codebook_is_that_of_the_files() -> None:
    written = re.findall(r"^\| `(\w+)` \| ([a-z, ]+) \| (.+) \|$", PAGE, re.MULTILINE)
    columns = dict.fromkeys(column for columns in TABLES.values() for column in columns)
    in_tables = {
        column.name: [table for table, own in TABLES.items() if column in own] for column in columns
    }
    assert written == [
        (
            column.name,
            "all" if len(in_tables[column.name]) == 3 else ", ".join(in_tables[column.name]),
            column.what,
        )
        for column in columns
    ]


def test_the_program_prints_what_is_shown(tmp_path: Path) -> None:
    table = tmp_path / "all.csv"
    assert run(["export", str(ROOT / "examples" / "northfield"), "-o", str(table)]) == 0

    done = subprocess.run(
        [sys.executable, "-c", block("python")], cwd=tmp_path, capture_output=True, check=True
    )

    assert done.stdout.decode().splitlines() == block("text").splitlines()
