"""Running cls-check as its user would, in a folder of its own."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import pytest

from cls_check.cli.app import run


@dataclass(frozen=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str


class Run(Protocol):
    """The fixture `cls_check`: a command, and lines typed into it."""

    def __call__(self, *args: object, typed: str = "") -> Done: ...


def pages_opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that a browser is asked to open from here on, as they come."""
    pages: list[str] = []

    def opened(page: str) -> bool:
        pages.append(page)
        return True

    monkeypatch.setattr("webbrowser.open", opened)
    return pages


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that commands run in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("webbrowser.open", lambda _: False)
    # A disk takes its time, thousands of times here; that nothing is lost is tested by killing.
    monkeypatch.setattr("os.fsync", lambda _: None)
    return tmp_path


@pytest.fixture
def cls_check(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Run a command with lines typed into it; gives exit code and what was printed."""

    def run_it(*args: object, typed: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return run_it
