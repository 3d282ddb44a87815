"""Killed by signal 9 at any moment, nothing but the keystroke is lost: real processes, 200 times."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Timer

import pytest

from cls_check.files import records

KILLS, AT_ONCE, MOST_SECONDS = 200, 4, 60
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signal 9 is for POSIX systems; Windows has none"),
]


def begin(folder: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "cls_check", "assess", "--no-input", "--place", "Northfield"]
    command += ["--date", "2026-09-10", "--questionnaire", "ten-factors", "--perspective"]
    command += ["frontline", "--way", "one-after-another"]
    return subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )


def wait_for(process: subprocess.Popen, *words: str) -> str:
    """Read what is printed until a line has one of the words; "" where the process has ended."""
    for line in process.stdout:
        for word in words:
            if word in line:
                return word
    return ""


def send(process: subprocess.Popen, line: str) -> None:
    process.stdin.write(line + "\n")
    process.stdin.flush()


def answer_until_killed(folder: Path, chance: random.Random) -> tuple[int, int]:
    """Answer some statements, then kill; gives how many were confirmed and how many were sent."""
    process = begin(folder)
    watchdog = Timer(MOST_SECONDS, process.kill)  # so that a mistake ends in a failure, not a wait
    watchdog.start()
    confirmed = sent = 0
    if chance.random() < 0.15:  # killed while it is still getting ready
        time.sleep(chance.random() * 0.5)
        return killed(process, watchdog, 0, 0)
    for _ in range(chance.randint(0, 4)):
        if wait_for(process, "Statement", "These are the answers") != "Statement":
            send(process, "")  # this voice is complete: finish it
            break
        send(process, chance.choice("12345dx"))
        sent += 1
        confirmed += wait_for(process, "Recorded") != ""
    else:
        if wait_for(process, "Statement", "These are the answers") == "Statement":
            send(process, chance.choice("12345"))  # one that is cut off on its way
            sent += 1
    time.sleep(chance.random() * 0.012)
    return killed(process, watchdog, confirmed, sent)


def killed(process: subprocess.Popen, watchdog: Timer, *counts: int) -> tuple[int, ...]:
    process.send_signal(signal.SIGKILL)
    process.communicate()
    watchdog.cancel()
    return counts


def answers_in(folder: Path) -> int:
    """How many answers are in the record, which must be whole."""
    found = records.found_in(folder)
    if not found:
        return 0
    voices = records.voices(records.open_record(found[0]))
    return sum(len(voice.answers) for voice in voices.values())


def killed_again_and_again(folder: Path, seed: int) -> int:
    chance, times = random.Random(seed), KILLS // AT_ONCE
    for _ in range(times):
        before = answers_in(folder)
        confirmed, sent = answer_until_killed(folder, chance)
        after = answers_in(folder)
        assert before + confirmed <= after <= before + sent
    return times


def test_killed_200_times_no_confirmed_answer_is_lost(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(AT_ONCE)]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        times = sum(pool.map(killed_again_and_again, folders, range(AT_ONCE)))
    assert times == KILLS
    assert all(answers_in(folder) > 50 for folder in folders)  # one voice after another was filled
