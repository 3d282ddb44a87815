"""Killed right before any call that changes something: nothing confirmed is lost, nothing is half.

Every command that writes, at a few of its calls each. With CLS_CHECK_EVERY_KILL=1 at every call:
that takes some minutes.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from cls_check.errors import ClsCheckError
from cls_check.workflows.checking.one_file import check
from tests.cli.deeds import DEEDS, ROUND, Deed, answers_in, files_of, left_in, people_in
from tests.cli.kills import Call, calls_of, run_in

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signal 9 is for POSIX systems; Windows has none"),
]
EVERY = os.environ.get("CLS_CHECK_EVERY_KILL") == "1"
LONG_AGO = 1_000_000_000


def some_of(calls: list[Call], most: int) -> Iterator[Call]:
    """Calls from the first to the last, in equal steps; all where all are asked for."""
    if EVERY or most >= len(calls):
        yield from calls
        return
    for number in range(most):
        yield calls[(2 * number + 1) * len(calls) // (2 * most)]


@pytest.mark.parametrize("name", DEEDS)
def test_killed(tmp_path: Path, name: str) -> None:
    deed = DEEDS[name]
    start, whole = tmp_path / "start" / "N", tmp_path / "whole" / "N"
    start.mkdir(parents=True)
    deed.begin(start)
    shutil.copytree(start, whole)
    calls = calls_of(whole, deed.words, deed.typed)
    assert len(calls) > 2
    before, after = files_of(start), files_of(whole)
    here, then = people_in(start), people_in(whole)

    for number, call in enumerate(some_of(calls, deed.kills)):
        folder = tmp_path / str(number) / "N"
        shutil.copytree(start, folder)
        ended = run_in(folder, deed.words, deed.typed, call)
        assert ended.code == -9, (call, ended)
        check_nothing_is_half(folder, before, after, erasing=name == "close --erase")
        if deed.in_words:
            safe = ended.out.count(f"\n{deed.in_words}") * (4 if "paper" in name else 1)
            assert answers_in(start) + safe <= answers_in(folder), call
        elif name == "close --erase":
            check_it_can_be_finished(folder, call)
        else:
            # A round that was begun for an import may be there with nobody in it.
            assert people_in(folder) in (here, then, *([[]] if here is None else [])), call
        check_again(folder, deed, after, call)
        if not deed.in_words:
            assert people_in(folder) == then, call
            # What columns mean is written last, and not again where everybody is in the round.
            assert files_of(folder) in (after, without(after, "import-map.yaml")), call
        shutil.rmtree(folder)


def without(files: dict[str, bytes], name: str) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path != name}


def check_nothing_is_half(
    folder: Path, before: dict[str, bytes], after: dict[str, bytes], *, erasing: bool
) -> None:
    for path, data in files_of(folder).items():
        if not (erasing and path.startswith(ROUND)):
            assert data in (before.get(path), after.get(path)), path


def check_it_can_be_finished(folder: Path, call: Call) -> None:
    """Either all answers are there, or they are going, and `check` gives the command."""
    if not (folder / ROUND).is_dir():
        return
    told = check(folder / ROUND)
    if told.is_broken:
        assert f"cls-check close {folder / ROUND} --erase" in str(ClsCheckError(told.problems)), (
            call
        )
        assert (folder / "n-2026-09-10.yaml").is_file(), call
    else:
        assert "with 6 voices" in told.what, call


def check_again(folder: Path, deed: Deed, after: dict[str, bytes], call: Call) -> None:
    """The same once more, an hour later: it is done, and nothing private is left lying about."""
    typed = deed.typed
    if deed.in_words and (folder / ROUND).is_dir():
        typed = "0 1 2 2 2\n" * 40 if "hands" in deed.words else "4\n" * 20 + "q\n"
    if "--erase" in deed.words and not (folder / ROUND).exists():
        return
    for path in left_in(folder):
        os.utime(path, (LONG_AGO, LONG_AGO))
    ended = run_in(folder, deed.again or deed.words, typed)
    refused = deed.makes and files_of(folder).get(deed.makes) == after[deed.makes]
    assert ended.code in ((0, 2) if refused or deed.in_words else (0,)), (call, ended)
    assert "Traceback" not in ended.err, (call, ended)
    left = left_in(folder)
    assert not [path for path in left if ROUND in path.parts], (call, left)
    assert len(left) <= 1, (call, left)  # one, where there was nothing more to write beside it
