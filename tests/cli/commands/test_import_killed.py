"""Killed by signal 9 at any moment, an import is in whole or not at all: real processes, 40 times at most."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cls_check.files import records
from tests.exchange.incoming.table import SAMPLES

KILLS, PEOPLE, MOST_SECONDS = 40, 300, 60
IMPORT = [sys.executable, "-m", "cls_check", "import", "answers.csv", "--into", "n-2026-09-10.open"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signal 9 is for POSIX systems; Windows has none"),
]


def table(people: int) -> str:
    """So many people, of whom some answer the same."""
    rows = (f"carer,{n % 5 + 1},{n // 5 % 5 + 1},{n // 25 % 5 + 1},5\n" for n in range(people))
    return "perspective,cop-1,cop-2,tru-1,tru-2\n" + "".join(rows)


def voices(folder: Path) -> int:
    return len(records.voices(records.open_record(folder / "n-2026-09-10.open")))


def test_killed_at_any_moment_nobody_is_lost_or_there_twice(tmp_path: Path) -> None:
    chance = random.Random(6)
    shutil.copy(SAMPLES / "questionnaire.yaml", tmp_path / "small.yaml")
    (tmp_path / "answers.csv").write_text(table(1))
    new = ["--place", "N", "--date", "2026-09-10", "--questionnaire", "small.yaml", "--no-input"]
    subprocess.run([*IMPORT[:-2], *new], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    (tmp_path / "answers.csv").write_text(table(PEOPLE))
    seen, longest = set(), 0.8

    for _ in range(KILLS):
        began = time.monotonic()
        process = subprocess.Popen(
            IMPORT, cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(longest * chance.random())
        process.send_signal(signal.SIGKILL)
        process.wait(MOST_SECONDS)
        assert time.monotonic() - began < MOST_SECONDS
        seen.add(voices(tmp_path))
        assert seen <= {1, PEOPLE}
        if PEOPLE in seen:
            break
        longest *= 1.4  # this computer has other things to do

    done = subprocess.run(IMPORT, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert voices(tmp_path) == PEOPLE
    assert "added again" in done.stdout or "are new" in done.stdout
