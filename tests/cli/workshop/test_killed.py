"""Killed by signal 9 at any moment, nothing but the keystroke is lost: real processes, 60 times.

At moments that nobody chose; `test_killed_at_calls` chooses them.
"""

from __future__ import annotations

import os
import random
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cls_check.files import records
from tests.cli.programs import Program

KILLS, AT_ONCE = 60, 4
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signal 9 is for POSIX systems; Windows has none"),
]


def begin(folder: Path, *, afresh: bool) -> Program:
    words = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10"]
    words += ["--questionnaire", "ten-factors", "--perspective", "frontline"]
    return Program(folder, [*words, "--way", "one-after-another"], afresh=afresh)


def wait_for(program: Program, *words: str) -> str:
    """Read what is printed until a line has one of the words; "" where the program has ended."""
    for line in program.stdout:
        for word in words:
            if word in line:
                return word
    return ""


def answer_until_killed(folder: Path, chance: random.Random) -> tuple[int, int]:
    """Answer some statements, then kill; gives how many were confirmed and how many were sent."""
    early, confirmed, sent = chance.random() < 0.15, 0, 0
    program = begin(folder, afresh=early or chance.random() < 0.1)
    if early:  # killed while it is still getting ready
        time.sleep(chance.random() * 0.5)
        program.kill()
        return 0, 0
    for _ in range(chance.randint(0, 4)):
        if wait_for(program, "Statement", "These are the answers") != "Statement":
            program.send("")  # this voice is complete: finish it
            break
        program.send(chance.choice("12345dx"))
        sent += 1
        confirmed += wait_for(program, "Recorded") != ""
    else:
        if wait_for(program, "Statement", "These are the answers") == "Statement":
            program.send(chance.choice("12345"))  # one that is cut off on its way
            sent += 1
    time.sleep(chance.random() * 0.012)
    program.kill()
    return confirmed, sent


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


def test_killed_60_times_no_confirmed_answer_is_lost(tmp_path: Path) -> None:
    folders = [tmp_path / str(number) for number in range(AT_ONCE)]
    for folder in folders:
        folder.mkdir()
    with ThreadPoolExecutor(AT_ONCE) as pool:
        times = sum(pool.map(killed_again_and_again, folders, range(AT_ONCE)))
    assert times == KILLS
    assert all(answers_in(folder) > 12 for folder in folders)  # a keystroke is not all there is
