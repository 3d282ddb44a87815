"""What stands on the screen, kept in transcripts/ to be read: ours, and git's own.

To write them anew after a change: CLS_CHECK_WRITE=1 python -m pytest tests/git/test_transcripts.py
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from cls_check.cli.app import run
from tests.git.repository import AUTUMN, SPRING, Repository, new_repository

KEPT = Path(__file__).parent / "transcripts"
NAME = "northfield.yaml"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A place that writes one file anew: spring, autumn, and a talk after it."""
    monkeypatch.setenv("COLUMNS", "80")
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    spring, autumn = (file.read_text("utf-8") for file in (SPRING, AUTUMN))
    made.commit({NAME: spring}, "Spring")
    made.commit({NAME: autumn}, "Autumn")
    assert run(["git", "install"]) == 0
    assert run(["edit", NAME, "--factor", "co-production", "--level", "starting",
                "--because", "Since the summer people are asked late again."]) == 0  # fmt: skip
    made.git("add", "--all")
    made.git("commit", "--quiet", "-m", "After the talk")
    return made


OURS = {
    "since-last-time.txt": ["diff", "HEAD~2", "HEAD~1", "--", NAME],
    "since-last-time.md": ["diff", "HEAD~2", "HEAD~1", "--format", "markdown", "--", NAME],
    "after-the-talk.txt": ["diff", "HEAD~1..HEAD"],
    "history.txt": ["history", "--commits"],
}
GITS = {
    "git-show.txt": ["show", "--format=%s", "HEAD"],
    "git-log.txt": ["log", "-p", "--format=%s", "-1", "--", NAME],
}


@pytest.mark.parametrize("name", OURS)
def test_what_we_say(place: Repository, capsys: pytest.CaptureFixture[str], name: str) -> None:
    capsys.readouterr()
    assert run(OURS[name]) == 0
    same_as_kept(name, capsys.readouterr().out)


@pytest.mark.parametrize("name", GITS)
def test_what_git_says(place: Repository, name: str) -> None:
    same_as_kept(name, place.git(*GITS[name]))


def same_as_kept(name: str, told: str) -> None:
    """Commits have other names wherever a line end or a version differs, so they are left out."""
    usual = re.sub(r"\bindex [0-9a-f]{7,}\.\.[0-9a-f]{7,}", "index …", told)
    usual = re.sub(r"( at )[0-9a-f]{7}\b", r"\1…", usual)
    if os.environ.get("CLS_CHECK_WRITE"):
        KEPT.mkdir(exist_ok=True)
        (KEPT / name).write_text(usual, encoding="utf-8", newline="\n")
    assert usual == (KEPT / name).read_text(encoding="utf-8")
