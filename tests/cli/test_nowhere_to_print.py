"""Every command that prints, with nowhere to print to: no traceback, and an exit code that says so."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

from cls_check.__main__ import CANNOT, NOBODY_READS, main
from tests.cli.conftest import Run

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")

EXAMPLE = Path(__file__).parents[2] / "examples/northfield/northfield-2026-09-10.yaml"
RECORD = "north-2026-09-10.open"

PRINTING = (
    "", "--help", "--version", "report --help", "check good.yaml", f"check {RECORD}",
    f"close {RECORD} --keep --accept-smaller-groups", "config", "config --format json", "demo there",
    "diff good.yaml old.yaml", "diff good.yaml old.yaml --format json", "diff good.yaml old.yaml --name-only",
    "edit good.yaml --factor co-production --because x", "edit good.yaml --factor co-production --because x --dry-run",
    "export good.yaml", "export good.yaml -o -", "git status", "git install --dry-run", "guide",
    "guide -o guide.html", "history", "history --format markdown", "init there --no-input",
    f"import codes.csv --into {RECORD} --no-input", "paper --only level-cards", "questionnaire list",
    "questionnaire show ten-factors", "questionnaire check own.yaml", "questionnaire new other.yaml",
    "questionnaire convert table.csv", "questionnaire export ten-factors --to surveyjs",
    "report good.yaml --format markdown", "reveal good.yaml", "schema", "schema assessment",
    "schema assessment -o there.json", "score good.yaml", "score good.yaml --format json",
    "score good.yaml --format csv",
)  # fmt: skip


@pytest.fixture
def place(here: Path, cls_check: Run) -> Path:
    """A folder in which all of these have something to print."""
    shutil.copy(EXAMPLE, here / "good.yaml")
    shutil.copy(EXAMPLE.with_name("northfield-2026-03-12.yaml"), here / "old.yaml")
    (here / "table.csv").write_text("factor,statement\nOne,We are heard.\n")
    words = [
        "--place",
        "North",
        "--date",
        "2026-09-10",
        "--questionnaire",
        "ten-factors",
        "--no-input",
        "--way",
    ]
    for group in ["frontline"] * 5:
        cls_check(
            "assess", *words, "one-after-another", "--perspective", group, "--new-person",
            typed="1 " * 50 + "\n\n",
        )  # fmt: skip
    (here / "codes.csv").write_text("perspective,cop-1\nfrontline,4\n")
    cls_check("questionnaire", "new", "own.yaml")
    subprocess.run(["git", "init", "-q"], cwd=here, check=True)
    return here


def ended(words: str, stream: TextIO, monkeypatch: pytest.MonkeyPatch) -> int:
    """The exit code of a command that prints to a stream."""
    monkeypatch.setattr(sys, "argv", ["cls-check", *words.split()])
    monkeypatch.setattr(sys, "stdout", stream)
    code = main()
    stream.close()  # what is left in it now leads to no error
    return code


@pytest.mark.parametrize("words", PRINTING)
def test_a_full_disk_is_told_in_a_sentence(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: str
) -> None:
    capsys.readouterr()
    full = os.fdopen(os.open("/dev/full", os.O_WRONLY), "w")
    code = ended(words, full, monkeypatch)
    told = capsys.readouterr().err
    assert (code, told.count("could not be printed: No space left on device.")) == (CANNOT, 1), told


@pytest.mark.parametrize("words", PRINTING)
def test_where_nobody_reads_it_ends_without_a_word(
    place: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    assert ended(words, os.fdopen(writing, "w"), monkeypatch) == NOBODY_READS


@pytest.mark.parametrize(
    ("words", "redirected", "code"),
    [
        ("score good.yaml", "> /dev/full", CANNOT),
        ("export good.yaml -o -", "> /dev/full", CANNOT),
        ("score good.yaml", "| true", 0),
        ("score good.yaml", ">&-", CANNOT),
        ("score good.yaml", "2>&-", 0),
        ("score nothing.yaml", "2> /dev/full", CANNOT),
        ("score nothing.yaml", "2>&-", CANNOT),
        ("diff - good.yaml", "< /dev/zero", CANNOT),
        ("diff - good.yaml", "<&-", CANNOT),
        ("edit good.yaml --factor co-production --because -", "< /dev/zero", CANNOT),
    ],
)
def test_the_real_program_under_a_shell(
    place: Path, words: str, redirected: str, code: int
) -> None:
    line = f"{sys.executable} -m cls_check {words} {redirected}"
    done = subprocess.run(
        ["sh", "-c", line], capture_output=True, text=True, timeout=60, check=False
    )
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception ignored" not in done.stderr
    assert done.returncode == code, done.stderr
