"""`cls-check close --erase` goes on where it was cut off; `check` says what stands there, and how."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cls_check.files import records
from tests.cli.conftest import Run

ROUND, FILE = Path("northfield-2026-09-10.open"), Path("northfield-2026-09-10.yaml")
BEGIN = ("assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10",
         "--questionnaire", "ten-factors-short")  # fmt: skip
PAPER = (*BEGIN, "--way", "one-after-another", "--perspective", "frontline", "--new-person")


def answered(cls_check: Run, *more: str, people: int = 5) -> None:
    for _ in range(people):
        assert cls_check(*PAPER, *more, typed="4\n" * 20 + "\n").code == 0


def test_closing_says_that_git_could_not_be_asked(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(cls_check)
    (here / ".git").mkdir()
    monkeypatch.setenv("PATH", os.devnull)
    done = cls_check("close", ROUND, "--keep")
    assert done.code == 0
    assert "earlier versions in git were not looked at" in done.err
    assert f"type this where git is:\n  cls-check check {FILE}\n" in done.err


def test_check_gives_the_command_that_finishes(cls_check: Run, here: Path) -> None:
    answered(cls_check)
    cls_check("close", ROUND, "--keep")
    before = FILE.read_bytes()
    records.begin_erasing(ROUND)
    min((ROUND / ".erasing").iterdir()).unlink()

    checked = cls_check("check", ROUND)
    assert checked.code == 2
    assert (
        "was being erased, and 6 private files are still in it." in checked.err
    )  # 4, closed-1 and counted-1
    assert f"To finish: cls-check close {ROUND} --erase\n" in checked.err
    assert cls_check("close", ROUND).code == 2  # no file of the four that are left
    assert cls_check(*PAPER).code == 2
    assert cls_check("import", "--code", "--into", ROUND, typed="").code == 2

    done = cls_check("close", ROUND, "--erase")
    assert (done.code, done.out) == (0, "")
    assert done.err == "The answers of single people are erased.\n"
    assert not ROUND.exists()
    assert FILE.read_bytes() == before


def test_a_name_that_a_shell_would_take_apart(cls_check: Run, here: Path) -> None:
    folder = Path("our rounds") / ROUND
    answered(cls_check, "--folder", "our rounds", people=1)
    records.begin_erasing(folder)
    assert f"cls-check close '{folder}' --erase" in cls_check("check", folder).err


def test_what_is_not_ours_stays_and_is_named(cls_check: Run, here: Path) -> None:
    answered(cls_check)
    (ROUND / "photo of a sheet.jpg").write_bytes(b"x")
    for _ in range(2):  # and again, for it may be cut off after the last of ours was gone
        done = cls_check("close", ROUND, "--erase")
        assert done.code == 0
        assert "If they hold answers, delete them yourself:\n" in done.err
        assert f"  '{here.resolve() / ROUND}/photo of a sheet.jpg'\n" in done.err
    assert sorted(path.name for path in ROUND.iterdir()) == [".gitignore", "photo of a sheet.jpg"]
    checked = cls_check("check", ROUND)
    assert "was erased, and no answers that we know of are left in it." in checked.err
    assert "Not from cls-check, and never touched by it: photo of a sheet.jpg" in checked.err


def test_two_rooms_cut_off_after_the_first(cls_check: Run, here: Path) -> None:
    rooms = [Path(room) / ROUND for room in ("one", "two")]
    for room in rooms:
        answered(cls_check, "--folder", str(room.parent), people=3)
    assert cls_check("close", *rooms, "-o", ".", "--keep").code == 0
    records.erase(rooms[0])
    records.begin_erasing(rooms[1])
    assert cls_check("close", *rooms, "-o", ".", "--erase").code == 0
    assert not any(room.exists() for room in rooms)


def test_a_round_that_nobody_erased_is_not_erased_with_one_that_was(
    cls_check: Run, here: Path
) -> None:
    rooms = [Path(room) / ROUND for room in ("one", "two")]
    for room in rooms:
        answered(cls_check, "--folder", str(room.parent), people=3)
    records.begin_erasing(rooms[0])
    done = cls_check("close", *rooms, "-o", ".", "--erase")
    assert done.code == 2
    assert f"The others are erased, but not {rooms[1]}: nobody was erasing that." in done.err
    assert [room.exists() for room in rooms] == [False, True]
    assert len(records.voices(records.open_record(rooms[1]))) == 3


def test_an_import_that_waited_while_the_round_was_erased(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One window asks whether all is understood; in another, somebody closes and erases."""
    answered(cls_check)
    rows = "perspective,cop-1,other\nfrontline,4,x\n"
    Path("answers.csv").write_text(rows, encoding="utf-8")

    def meanwhile(*_: object, **__: object) -> bool:
        records.erase(ROUND)
        return True

    monkeypatch.setattr("cls_check.cli.workshop.importing._agreed", meanwhile)
    done = cls_check("import", "answers.csv", "--into", ROUND)
    assert done.code == 2
    assert f"{ROUND} is not there any more." in done.err
    assert not ROUND.exists()


@pytest.mark.parametrize("typed", ["4\n" * 20 + "\n", "q\n"])
def test_nobody_answers_alone_in_a_round_of_several(cls_check: Run, here: Path, typed: str) -> None:
    """They would see what somebody else said, and end by erasing what all the others said."""
    answered(cls_check)
    before = {path: path.read_bytes() for path in ROUND.rglob("*") if path.is_file()}
    for way in (("assess", "--record", ROUND, "--no-input"), BEGIN):
        done = cls_check(*way, "--way", "alone", typed=typed)
        assert done.code == 2
        assert f"{ROUND} is a round of several people." in done.err
        assert "4, Mostly true" not in done.out
    assert {path: path.read_bytes() for path in ROUND.rglob("*") if path.is_file()} == before


def test_one_person_alone_is_erased_at_the_end_and_not_before(cls_check: Run, here: Path) -> None:
    alone = (*BEGIN, "--way", "alone")
    cls_check(*alone, typed="4\n" * 7)
    assert cls_check(*alone, "--more-to-come").code == 0
    assert len(records.voices(records.open_record(ROUND))) == 1
    done = cls_check(*alone, typed="4\n" * 13 + "\n")
    assert done.code == 0
    assert "northfield-2026-09-10-one-view.yaml" in done.out
    assert not ROUND.exists()


@pytest.mark.parametrize("way", ["close", "assess"])
def test_who_answered_after_it_was_closed_is_not_erased(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """One window asks whether to erase, or a group talks; in another somebody comes late."""
    answered(cls_check)

    def meanwhile(*_: object) -> bool:
        record = records.open_record(ROUND)
        late = next(iter(records.voices(record).values()))
        with records.alone_in(record):
            records.save_voice(records.voice_file(record, "abc"), late)
        return True

    if way == "close":
        monkeypatch.setattr("cls_check.cli.commands.close._wants_erasing", meanwhile)
        done = cls_check("close", ROUND)
    else:
        monkeypatch.setattr("cls_check.cli.workshop.sitting.wants_erasing", meanwhile)
        ends = ("--everyone-answered", "--close", "--later")
        done = cls_check("assess", "--record", ROUND, "--no-input", *ends)

    assert done.code == 2
    assert f"Somebody answered in {ROUND} after it was closed." in done.err
    assert len(records.voices(records.open_record(ROUND))) == 6
    assert FILE.is_file()
