"""A disk that fails or takes nothing: one sentence, exit code 2, nothing half, nothing left behind."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from cls_check.domain.rounds.session import started
from cls_check.files import records
from tests.cli.conftest import Run
from tests.cli.deeds import (
    DEEDS,
    LAPTOP,
    ROUND,
    SHORT,
    answers_in,
    files_of,
    in_folder,
    left_in,
    people_in,
    rows,
    some,
)
from tests.cli.kills import calls_of, has_strace, run_in, with_small_files, without_privileges
from tests.files.records.private import loose, telling

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other disks and accounts")

WRITE_FILES = [name for name in DEEDS if name != "git uninstall"]
WRITE_LARGE_FILES = ["assess, a new round", "import, a new round", "close", "edit", "report",
                     "report of a folder", "export", "paper", "reveal", "questionnaire export",
                     "demo", "diff -o", "history -o"]  # fmt: skip
REASONS = {
    errno.EIO: "could not be written: Input/output error.",
    errno.ENOSPC: "The disk is full.",
}


@pytest.mark.parametrize("good", [0, 2])
@pytest.mark.parametrize("number", REASONS, ids=["EIO", "ENOSPC"])
@pytest.mark.parametrize("name", WRITE_FILES)
def test_the_disk_cannot_keep_a_file(
    cls_check: Run,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    number: int,
    good: int,
) -> None:
    """None from the beginning, or none after the first two."""
    deed, folder, kept = DEEDS[name], here / "N", []
    folder.mkdir()
    deed.begin(folder)
    before, people, answers = files_of(folder), people_in(folder), answers_in(folder)
    monkeypatch.chdir(folder)

    def failing(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            kept.append(descriptor)
            if len(kept) > good:
                raise OSError(number, os.strerror(number))

    with monkeypatch.context() as disk:
        disk.setattr(os, "fsync", failing)
        failed = cls_check(*deed.words, typed=deed.typed)

    assert left_in(folder) == []
    if not good:
        assert failed.code == 2
        assert files_of(folder) == before
        assert people_in(folder) == people
    if failed.code:
        assert failed.code == 2
        assert REASONS[number] in failed.err + failed.out
    if "--erase" not in deed.words:
        assert answers_in(folder) >= answers
    if "--erase" in deed.words and not Path(ROUND).exists():
        return
    again = cls_check(*(deed.again or deed.words), typed=deed.typed)
    assert again.code in ((0, 2) if deed.in_words or (good and deed.makes) else (0,)), again.err


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.skipif(not has_strace(), reason="only strace can make the system say EIO; install it")
@pytest.mark.parametrize("name", WRITE_FILES)
def test_the_disk_cannot_take_what_is_written(tmp_path: Path, name: str) -> None:
    """At the first bytes of a file, at some in the middle, and at the last."""
    deed, start, whole = DEEDS[name], tmp_path / "start" / "N", tmp_path / "whole" / "N"
    start.mkdir(parents=True)
    deed.begin(start)
    shutil.copytree(start, whole)
    writes = [call for call in calls_of(whole, deed.words, deed.typed) if call.name == "write"]
    before, after = files_of(start), files_of(whole)
    for call in {writes[0], writes[len(writes) // 2], writes[-1]}:
        folder = tmp_path / str(call.nth) / "N"
        shutil.copytree(start, folder)
        failed = run_in(folder, deed.words, deed.typed, call, happens="error=EIO")
        assert failed.code == 2, (call, failed)
        assert REASONS[errno.EIO] in failed.err + failed.out, (call, failed)
        assert "Traceback" not in failed.err, (call, failed)
        assert left_in(folder) == [], call
        for path, data in files_of(folder).items():
            assert data in (before.get(path), after.get(path)), (call, path)
        if "--erase" not in deed.words:
            assert answers_in(folder) >= answers_in(start), call


@pytest.mark.parametrize("name", WRITE_LARGE_FILES)
def test_no_file_may_be_so_large(tmp_path: Path, name: str) -> None:
    deed, folder = DEEDS[name], tmp_path / "N"
    folder.mkdir()
    deed.begin(folder)
    before, people = files_of(folder), people_in(folder)

    failed = run_in(folder, deed.words, deed.typed, first=with_small_files)

    assert failed.code == 2, failed
    assert "The file is larger than may be written here." in failed.err
    assert "Traceback" not in failed.err
    assert {path: data for path, data in files_of(folder).items() if len(data) > 3000} == {
        path: data for path, data in before.items() if len(data) > 3000
    }
    assert people_in(folder) == people
    assert left_in(folder) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="root gives up its rights as Linux knows them")
@pytest.mark.parametrize("name", DEEDS)
def test_a_folder_that_may_only_be_read(tmp_path: Path, name: str) -> None:
    deed, folder = DEEDS[name], tmp_path / "N"
    folder.mkdir()
    deed.begin(folder)
    before, people = files_of(folder), people_in(folder)
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for each in folders:
        each.chmod(0o500)

    failed = run_in(folder, deed.words, deed.typed, first=without_privileges)

    for each in folders:
        each.chmod(0o700)
    # Whoever types in forms at a terminal is asked once more, and may stop.
    assert failed.code == 2 or "Nothing was recorded." in failed.out, failed
    assert "Traceback" not in failed.err
    assert files_of(folder) == before
    assert people_in(folder) == people
    assert left_in(folder) == []


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root may mount")
@pytest.mark.parametrize("name", ["assess", "import", "close", "edit", "report", "export"])
def test_a_disk_that_is_really_full(tmp_path: Path, name: str) -> None:
    deed, folder = DEEDS[name], tmp_path / "N"
    folder.mkdir()
    mounted = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        deed.begin(folder)
        before, people = files_of(folder), people_in(folder)
        rest = os.open(folder / "all the rest", os.O_WRONLY | os.O_CREAT)
        with suppress(OSError):
            while os.write(rest, bytes(4096)):
                pass
        os.close(rest)

        failed = run_in(folder, deed.words, deed.typed)

        assert failed.code == 2
        assert "The disk is full." in failed.err or "No space left on device" in failed.err
        (folder / "all the rest").unlink()
        assert (files_of(folder), people_in(folder)) == (before, people)
        assert left_in(folder) == []
        again = run_in(folder, deed.again or deed.words, deed.typed)
        assert again.code == 0, again
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("typed", ["3", "n Please explain.\n3", "3\nb\n2"])
def test_the_round_is_deleted_while_somebody_answers(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    """It is made again, with this person in it: what others said cannot be had back."""
    cls_check(*LAPTOP, "--new-person", typed="4\n" * 20 + "\n")

    def deleted(*given: Any, **named: Any) -> Any:
        shutil.rmtree(ROUND)
        return started(*given, **named)

    monkeypatch.setattr("cls_check.cli.workshop.gather.started", deleted)
    done = cls_check(*LAPTOP, "--new-person", typed=f"{typed}\nq\n")

    assert done.code == 0, done.err
    record = records.open_record(Path(ROUND))
    [voice] = records.voices(record).values()
    assert list(voice.answers.values()) == [typed[-1]]
    assert bool(records.notes(record).about) == typed.startswith("n")
    assert loose(Path(ROUND)) == []


def test_a_clock_that_jumps_back(cls_check: Run, here: Path) -> None:
    """What was written in days to come is no trouble, and what may be being written stays."""
    some(here)
    ahead = here / f".cls-check-{'0a' * 8}.tmp"
    ahead.write_text("x")
    for path in (ahead, *here.rglob("*")):
        os.utime(path, (4_000_000_000, 4_000_000_000))

    assert cls_check(*LAPTOP, "--new-person", typed="4\n" * 20 + "\n").code == 0
    assert cls_check("close", ROUND, "--keep").code == 0
    assert cls_check("report", "n-2026-09-10.yaml").code == 0

    assert ahead.exists()
    assert telling(Path(ROUND)) == []
    assert len(people_in(here) or []) == 7


@pytest.mark.slow
def test_an_edit_and_a_closing_at_once(tmp_path: Path) -> None:
    """Both are in the file, or one was refused and told so; never is one lost without a word."""
    start = tmp_path / "start"
    start.mkdir()
    some(start, people=6)
    in_folder(start, "close", ROUND, "--keep")
    (start / "answers.csv").write_text(rows(20))
    in_folder(start, "import", "answers.csv", *SHORT)
    closing = ("close", ROUND, "--replace", "--keep")
    editing = ("edit", "n-2026-09-10.yaml", "--factor", "co-production", "--level", "growing")
    seen = set()
    for number in range(6):
        folder = tmp_path / str(number) / "N"
        shutil.copytree(start, folder)
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(run_in, folder, words, "") for words in (closing, editing)]
            closed, edited = (each.result() for each in both)

        text = (folder / "n-2026-09-10.yaml").read_text()
        for done, its in ((closed, "frontline: 20\n"), (edited, "    level: growing\n")):
            assert done.code in (0, 2), done
            assert (its in text) == (done.code == 0), (closed, edited)
            assert done.code == 0 or "changed on disk since it was read" in done.err
        assert left_in(folder) == []
        seen.add((closed.code, edited.code))
    assert (2, 2) not in seen
