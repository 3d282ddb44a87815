"""Every command with every path that a system refuses: one sentence, exit code 2, nothing else."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import pytest

from cls_check.cli.app import COMMANDS
from tests.cli.conftest import Run

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="devices, pipes and links of Unix"),
]

EXAMPLE = Path(__file__).parents[2] / "examples/northfield/northfield-2026-09-10.yaml"
MOST_SECONDS = 10
FILE, RECORD, SHEET = "good.yaml", "north-2026-09-10.open", "sheet.csv"

READ = (
    "check BAD", "close BAD", f"close {RECORD} BAD", "edit BAD --factor x --because y", "edit BAD",
    "score BAD", "report BAD", f"report {FILE} --since BAD", f"report {FILE} --logo BAD",
    f"report {FILE} --template BAD", f"diff BAD {FILE}", f"diff {FILE} BAD",
    f"diff {FILE} {FILE} --renames BAD", "history BAD", "history BAD --commits", "export BAD",
    f"export {FILE} BAD", "export BAD -o -", f"import BAD --into {RECORD}",
    "import BAD --place P --date 2026-01-01 --questionnaire ten-factors --no-input",
    f"import {SHEET} --into BAD", f"import {SHEET} --into {RECORD} --map BAD --no-input",
    f"import --code BAD --into {RECORD}", f"import --code {SHEET} --into BAD",
    "assess --record BAD", "assess --place P --date 2026-01-02 --questionnaire BAD --no-input",
    "paper BAD", "questionnaire show BAD", "questionnaire check BAD", "questionnaire convert BAD",
    "questionnaire export BAD --to html", "reveal BAD", f"reveal {FILE} --template BAD",
)  # fmt: skip
"""Where something is read."""

WRITTEN = (
    f"close {RECORD} -o BAD", f"report {FILE} --format markdown -o BAD",
    "report folder --format markdown -o BAD", f"reveal {FILE} -o BAD",
    f"diff {FILE} {FILE} -o BAD.txt", "history folder -o BAD.txt", f"export {FILE} -o BAD.csv",
    f"export {FILE} -o BAD.json", "guide -o BAD", "guide -o BAD.html",
    "paper --only level-cards -o BAD", "schema assessment -o BAD", "schema assessment -o BAD.json",
    "questionnaire new BAD", f"questionnaire convert {SHEET} -o BAD",
    "questionnaire export ten-factors --to surveyjs -o BAD.json", "demo BAD", "init BAD --no-input",
    f"import {SHEET} --folder BAD --place P --date 2026-01-01 --questionnaire ten-factors --no-input",
    "assess --folder BAD --place P --date 2026-01-01 --questionnaire ten-factors --no-input "
    "--way one-after-another --perspective frontline",
)  # fmt: skip
"""Where something is written."""

NO_PATHS = {"git", "config"}
"""Commands that take none."""

OUTRIGHT = (
    "x" * 300, "d/" * 3000, "loop", "pipe", "/dev/zero", "/dev/null", "/proc/self/mem", "",
    "nul\0nul", "lone\udc80\ud800", "file.yaml/below", "/proc/nothing/there", "loop/below",
)  # fmt: skip
"""Nothing can be read from these, and nothing written to them."""

NO_SUCH_NAME = (
    "x" * 300, "d/" * 3000 + "file", "nul\0nul", "lone\ud800", "loop", "pipe", "file.yaml/below",
    "loop/below", "/proc/nothing/there",
)  # fmt: skip
"""The same with an ending behind, for commands that ask for one."""

ONLY_READ = (*OUTRIGHT, "not-there", "two\nlines\x1b[31m", "dangling")
"""Nothing can be read from these, though something may be written to them."""


@pytest.fixture
def place(here: Path, cls_check: Run) -> Iterator[Path]:
    """A folder with one of each kind of good file, and of bad ones; nothing waits for ever in it."""
    (here / "folder").mkdir()
    for copy in (FILE, "file.yaml", f"folder/{EXAMPLE.name}"):
        shutil.copy(EXAMPLE, here / copy)
    (here / SHEET).write_text("factor,statement\nOne,We are heard.\nOne,We are seen.\n")
    (here / "dangling").symlink_to("nowhere/at/all")
    for ending in ("", ".txt", ".html", ".csv", ".json"):
        (here / f"loop{ending}").symlink_to(f"loop{ending}")
        os.mkfifo(here / f"pipe{ending}")
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
    cls_check("assess", *words, "one-after-another", "--perspective", "frontline", typed="1 2\n")
    assert (here / RECORD).is_dir()

    def enough(number: int, frame: FrameType | None) -> None:
        raise AssertionError("it waits for ever")

    before = signal.signal(signal.SIGALRM, enough)
    yield here
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def told_badly(cls_check: Run, words: str, bad: str) -> str:
    """What is wrong with how a command refuses a path; "" where it is right."""
    signal.alarm(MOST_SECONDS)
    try:
        done = cls_check(*(word.replace("BAD", bad) for word in words.split()))
    except (Exception, AssertionError) as error:  # noqa: BLE001 - each of them is a traceback
        return f"{type(error).__name__}: {error}"
    if done.code != 2:
        return f"exit code {done.code}: {(done.out + done.err)[:200]}"
    if "\x1b" in done.out + done.err:
        return "it drives the terminal"
    return "" if done.err.strip() else "it says nothing"


@pytest.mark.parametrize("words", READ)
def test_what_cannot_be_read_is_told_in_a_sentence(place: Path, cls_check: Run, words: str) -> None:
    before = sorted(str(path) for path in place.rglob("*"))
    found = {bad: told_badly(cls_check, words, bad) for bad in ONLY_READ}
    assert {bad: why for bad, why in found.items() if why} == {}
    assert sorted(str(path) for path in place.rglob("*")) == before


@pytest.mark.parametrize("words", WRITTEN)
def test_what_cannot_be_written_is_told_in_a_sentence(
    place: Path, cls_check: Run, words: str
) -> None:
    paths = NO_SUCH_NAME if "BAD." in words else OUTRIGHT
    found = {bad: told_badly(cls_check, words, bad) for bad in paths}
    assert {bad: why for bad, why in found.items() if why} == {}
    left = [path.name for path in place.rglob("*.tmp")]
    assert left == []


SETTINGS = (
    ("logo", f"report {FILE}"), ("template", f"report {FILE}"), ("template", f"reveal {FILE}"),
    ("output", f"report {FILE} --format markdown"), ("folder", f"close {RECORD}"),
    ("questionnaire", "paper"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "words"), SETTINGS)
def test_a_path_out_of_a_variable_is_refused_as_well(
    place: Path, cls_check: Run, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    for bad in ("x" * 300, "loop", "pipe", "/dev/zero", "lone\udc80", "file.yaml/below"):
        monkeypatch.setenv(f"CLS_CHECK_{name.upper()}", bad)
        assert told_badly(cls_check, words, "") == ""


@pytest.mark.parametrize("bad", ["loop", "pipe", "folder"])
def test_a_settings_file_that_is_none_is_refused(place: Path, cls_check: Run, bad: str) -> None:
    (place / bad).rename(place / "cls-check.yaml")
    if bad == "loop":
        (place / "cls-check.yaml").unlink()
        (place / "cls-check.yaml").symlink_to("cls-check.yaml")
    assert told_badly(cls_check, f"report {FILE}", "") == ""


@pytest.mark.parametrize("bad", ["loop", "pipe", "dangling"])
def test_a_map_beside_the_round_that_is_none_is_refused(
    place: Path, cls_check: Run, bad: str
) -> None:
    link = "import-map.yaml" if bad == "loop" else bad
    (place / "import-map.yaml").symlink_to(link)
    assert told_badly(cls_check, f"import {SHEET} --into {RECORD} --no-input", "") == ""


@pytest.mark.parametrize("words", [*READ, *WRITTEN])
def test_what_one_may_not_touch_is_told_in_a_sentence(
    place: Path, cls_check: Run, words: str
) -> None:
    closed = place / "closed"
    closed.mkdir(mode=0o000)
    if os.access(closed, os.X_OK):
        pytest.skip("who may do everything sees no refusal")
    try:
        assert told_badly(cls_check, words, "closed/inside") == ""
    finally:
        closed.chmod(0o700)


def test_every_command_is_in_the_tables() -> None:
    tried = {words.split()[0] for words in (*READ, *WRITTEN)}
    assert tried | NO_PATHS == set(COMMANDS)
