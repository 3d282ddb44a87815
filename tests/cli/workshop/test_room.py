"""What a room does to a program: keys, windows, disks and other programs, in a real terminal."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cls_check.files import records

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="NOTHING is tried: no pseudo-terminal here"),
]
if sys.platform != "win32":
    from tests.cli.workshop.terminal import Window

RECORD = "northfield-2026-09-10.open"
BEGIN = ("assess", "--place", "Northfield", "--date", "2026-09-10", "--stage", "under-way",
         "--organisations", "3", "--questionnaire", "ten-factors-short", "--way", "one-after-another", "--entry",
         "laptop")  # fmt: skip


def begin(folder: Path, **more: object) -> Window:
    """One person with lived experience has given seven answers."""
    window = Window(folder, *BEGIN, **more)  # type: ignore[arg-type]
    window.answer("Who answers", "1").answer("> ", "4435221")
    return window.wait("Recorded 7 answers.").wait("> ")


def answers(folder: Path) -> list[int]:
    """How many answers each voice has, the fewest first."""
    voices = records.voices(records.open_record(folder / RECORD))
    return sorted(len(voice.answers) for voice in voices.values())


def test_ctrl_c_says_what_is_saved_and_how_to_go_on(tmp_path: Path) -> None:
    window = begin(tmp_path).press("c")
    assert window.end() == 130
    assert f"Every answer up to here is saved in {RECORD}." in window.squeezed
    assert f"cls-check assess --record {RECORD}" in window.squeezed
    assert "Traceback" not in window.raw
    assert answers(tmp_path) == [7]


def test_ctrl_d_is_the_end_of_typing(tmp_path: Path) -> None:
    window = begin(tmp_path).press("d")
    assert window.end() == 2
    assert f"Every answer up to here is saved in {RECORD}." in window.squeezed
    assert answers(tmp_path) == [7]


def test_ctrl_z_and_back(tmp_path: Path) -> None:
    """A shell stops and continues the program; the line that was begun is still there."""
    window = begin(tmp_path)
    window.process.send("5")
    assert window.process.pid
    os.kill(window.process.pid, signal.SIGTSTP)
    time.sleep(0.3)
    os.kill(window.process.pid, signal.SIGCONT)
    time.sleep(0.3)
    window.type_at_once("").wait("Recorded 5, Very true.").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]


def test_the_window_is_closed(tmp_path: Path) -> None:
    window = begin(tmp_path)
    window.process.close(force=True)
    assert answers(tmp_path) == [7]


def test_arrow_keys_edit_the_line_and_never_show_what_the_one_before_typed(tmp_path: Path) -> None:
    window = begin(tmp_path).type("\x1b[A\x1b[A").wait("Left blank.")
    window.answer("> ", "12\x1b[D\x1b[D3").wait("Recorded 3 answers.").answer("> ", "q")
    assert window.end() == 0
    voices = records.voices(records.open_record(tmp_path / RECORD))
    assert list(*(voice.answers.values() for voice in voices.values()))[7:] == ["3", "1", "2"]


def test_the_record_is_deleted_meanwhile(tmp_path: Path) -> None:
    window = begin(tmp_path)
    shutil.rmtree(tmp_path / RECORD)
    window.type("5").wait("The folder of this round was gone.").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]


def test_a_voice_is_cut_in_half_meanwhile(tmp_path: Path) -> None:
    window = begin(tmp_path)
    [voice] = (tmp_path / RECORD / "voices").iterdir()
    voice.write_bytes(voice.read_bytes()[:40])
    window.type("5").wait("was broken. It is written again").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]


def test_a_voice_is_changed_meanwhile(tmp_path: Path) -> None:
    window = begin(tmp_path)
    [voice] = (tmp_path / RECORD / "voices").iterdir()
    voice.write_text(voice.read_text().replace("cop-1: 4", "cop-1: 1"))
    window.type("5").wait("Another program has changed these answers.")
    window.answer("> ", "5").wait("Recorded 5, Very true.").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]
    assert "cop-1: 1" in voice.read_text()


def test_a_full_disk_records_nothing_and_takes_it_once_there_is_room(tmp_path: Path) -> None:
    """A limit on the size of files stands for the full disk; then it is taken away."""
    window = begin(tmp_path)
    pid = str(window.process.pid)
    subprocess.run(["prlimit", "--pid", pid, "--fsize=10:unlimited"], check=True)
    window.type("5").wait("Nothing was recorded.").wait("> ")
    subprocess.run(["prlimit", "--pid", pid, "--fsize=unlimited"], check=True)
    assert answers(tmp_path) == [7]
    window.type("5").wait("Recorded 5, Very true.").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]
    assert [
        path.name for path in (tmp_path / RECORD / "voices").iterdir() if "tmp" in path.name
    ] == []


def test_the_second_window_is_told_and_the_first_goes_on(tmp_path: Path) -> None:
    window = begin(tmp_path)
    second = Window(tmp_path, "assess", "--record", RECORD)
    assert second.end() == 2
    assert f"{RECORD} is open in another window." in second.squeezed
    closing = Window(tmp_path, "close", RECORD, "--erase")
    assert closing.end() == 2
    window.type("5").wait("Recorded 5, Very true.").answer("> ", "q")
    assert window.end() == 0
    assert answers(tmp_path) == [8]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_broken_inside_a_word(tmp_path: Path, columns: int) -> None:
    window = begin(tmp_path, columns=columns).answer("", "?", "r")
    window.answer("Enter to finish", "q")
    assert window.end() == 0
    longest = max(map(len, window.shown.splitlines()))
    assert longest <= min(columns, 100)
    broken = re.sub(r"\s+", " ", window.shown)
    for words in ("Not something I can answer", "People with lived experience help to plan changes",
                  "look through all answers", "Enter to finish, g ID to change one"):  # fmt: skip
        assert words in broken


def test_a_resize_in_the_middle(tmp_path: Path) -> None:
    window = begin(tmp_path, columns=100).resize(40)
    window.type_at_once("5").wait("Recorded 5, Very true.").wait("> ")
    window.columns = 40
    assert max(map(len, window.shown.rpartition("Recorded 5")[2].splitlines())) <= 40
    window.type("q")
    assert window.end() == 0


@pytest.mark.parametrize("setting", [{"NO_COLOR": "1"}, {"ACCESSIBLE": "1"}, {"TERM": "dumb"}])
def test_where_colour_is_not_wanted_there_is_none(tmp_path: Path, setting: dict[str, str]) -> None:
    window = begin(tmp_path, **setting).type("q")
    assert window.end() == 0
    assert re.findall(r"\x1b\[(?:\d+;)*[349]\dm", window.raw) == []


def test_elsewhere_there_is_colour(tmp_path: Path) -> None:
    window = begin(tmp_path).type("q")
    assert window.end() == 0
    assert re.findall(r"\x1b\[(?:\d+;)*[349]\dm", window.raw)


def test_plain_moves_nothing(tmp_path: Path) -> None:
    window = Window(tmp_path, *BEGIN, "--plain")
    window.answer("Who answers", "1").answer("> ", "4", "q")
    assert window.end() == 0
    assert "\x1b" not in window.raw
    assert "Statement 2 of 20." in window.squeezed
    assert "Recorded 4, Mostly true." in window.squeezed


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_other_alphabets_lose_no_words(tmp_path: Path, encoding: str) -> None:
    window = begin(tmp_path, PYTHONIOENCODING=encoding).type("q")
    assert window.end() == 0
    assert "'We' means everyone" in window.squeezed
    assert "\\u" not in window.raw


def test_letters_of_another_alphabet_are_asked_for_again(tmp_path: Path) -> None:
    window = Window(tmp_path, "assess", "--plain").wait("Which place")
    os.write(window.process.child_fd, b"Caf\xe9\n")  # as an older terminal sends it
    window.wait("cannot be read here").answer("Which place", "Café")
    window.answer("Which day", "").wait("Which questionnaire?").press("c")
    assert window.end() == 130


def test_a_pipe_in_another_alphabet_is_refused(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cls_check", "assess"]
    done = subprocess.run(
        command, cwd=tmp_path, input=b"Caf\xe9\n", capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"Save what you pipe in as UTF-8." in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_pipe_that_nobody_reads_is_no_trouble(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cls_check", "questionnaire", "show", "ten-factors"]
    writing, talking = subprocess.PIPE, subprocess.PIPE
    shown = subprocess.Popen(command, cwd=tmp_path, stdout=writing, stderr=talking)
    first = subprocess.run(["head", "-n", "1"], stdin=shown.stdout, capture_output=True, check=True)
    assert shown.stdout is not None
    shown.stdout.close()
    assert (first.stdout.count(b"\n"), shown.communicate()[1]) == (1, b"")
