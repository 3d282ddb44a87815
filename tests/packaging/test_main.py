"""The command itself: how it answers at once, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import version

import pytest

from cls_check import __main__ as command
from cls_check import __version__

STAND_IN = """
import sys, types
app = types.ModuleType("cls_check.cli.app")
{definition}
sys.modules["cls_check.cli.app"] = app
from cls_check.__main__ import main
sys.exit(main())
"""


def with_run(definition: str, **settings: str) -> subprocess.Popen[bytes]:
    """The command in a process of its own, with a stand-in for everything behind it."""
    return subprocess.Popen(
        [sys.executable, "-c", STAND_IN.format(definition=definition)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, **settings},
    )


@pytest.mark.parametrize("word", ["--version", "-V"])
def test_the_version_is_answered_at_once(
    word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["cls-check", word])

    assert command.main() == 0
    assert capsys.readouterr().out == f"cls-check {__version__}\n"


def test_the_version_is_that_of_the_package() -> None:
    assert version("cls-check") == __version__


@pytest.mark.parametrize("code", [0, 1, 2])
def test_the_exit_code_is_passed_on(code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["cls-check", "check"])
    monkeypatch.setattr("cls_check.cli.app.run", lambda: code)

    assert command.main() == code


def test_an_interruption_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted() -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "argv", ["cls-check", "assess"])
    monkeypatch.setattr("cls_check.cli.app.run", interrupted)

    assert command.main() == 130
    assert capsys.readouterr() == ("", "\nStopped.\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end in another way there")
@pytest.mark.parametrize(
    "words", [["--version"], ["--help"], ["questionnaire", "show", "ten-factors"]], ids=" ".join
)
def test_a_reader_that_goes_away_ends_it_quietly(words: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "cls_check", *words]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)

    assert (done.returncode, done.stderr) == (141, b"")


def test_nothing_is_lost_on_a_terminal_with_few_letters() -> None:
    told = 'def run():\n    print(\'{"place": "Łódź, Llŷn"}\')\n    return 0\napp.run = run'
    with with_run(told, PYTHONIOENCODING="cp1252", PYTHONUTF8="0") as process:
        out, err = process.communicate()

    assert (process.returncode, err) == (0, b"")
    assert json.loads(out.decode("cp1252")) == {"place": "Łódź, Llŷn"}
