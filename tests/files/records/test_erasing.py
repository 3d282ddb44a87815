"""Erasing a record takes our files alone, voices first, and can be gone on with from anywhere."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from cls_check.errors import BadFileError, ClsCheckError, RefusedError
from cls_check.files import atomic, records
from tests.files.records.test_private_file import voice

ABC, DEF = "voices/abc.yaml", "voices/def.yaml"


@pytest.fixture
def whole(record: records.Record) -> records.Record:
    """A record with two voices, a note, and all else that there can be."""
    for name in ("abc", "def"):
        records.save_voice(records.voice_file(record, name), voice(cop_1="4"))
    records.add_note(record, "cop-1", "Please explain.")
    records.remember_closed(record, "text", records.Counted({"voices/abc": 1}, 5))
    for name in ("talk.yaml", "imported.json", "hands/9.yaml", ".lock", "importing/voices/1.yaml",
                 "importing/again/2.yaml", "importing/imported.json", ".importing-0a1b2c3d/x",
                 ".importing-0a1b2c3d/hands/3.yaml", f"voices/.cls-check-{'0a' * 8}.tmp"):  # fmt: skip
        path = record.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    (record.folder / ".importing-0a1b2c3d/x").unlink()
    return record


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_all_that_is_ours_goes(whole: records.Record) -> None:
    assert records.erase(whole.folder) == ()
    assert not whole.folder.exists()


def test_voices_go_first_and_round_yaml_last(
    whole: records.Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[str] = []
    unlink = Path.unlink

    def noted(path: Path, missing_ok: bool = False) -> None:
        gone.append(str(path.relative_to(whole.folder)))
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", noted)
    records.erase(whole.folder)

    assert gone[0].startswith(".erasing/")
    answers = [name for name in gone if "/" in name]
    assert gone[: len(answers)] == answers
    assert gone[-4:] == ["questionnaire.yaml", ".lock", "round.yaml", ".gitignore"]


STRANGE = ("sheets.jpg", "voices/abc (1).yaml", "voices/._abc.yaml", "voices/Abc.yaml",
           "hands/deep/1.yaml", "closed-1.yaml.bak", ".cls-check-xyz.tmp", "importing/a/b.yaml",
           "round.yaml~", ".git/config")  # fmt: skip


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_not_ours_stays_and_is_told(whole: records.Record, name: str) -> None:
    theirs = whole.folder / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("theirs")

    [told] = records.erase(whole.folder)

    kept = str(told.relative_to(whole.folder))
    now = name.replace("voices/", ".erasing/")
    assert now.startswith(kept)
    assert left(whole.folder) == sorted([".gitignore", now])  # git does not see it
    with pytest.raises(BadFileError, match="was erased") as state:
        records.open_record(whole.folder)
    assert f"Not from cls-check, and never touched by it: {kept}" in str(state.value)
    assert records.erase(whole.folder) == (told,)  # again, and nothing more happens
    shutil.rmtree(told) if told.is_dir() else told.unlink()
    assert records.erase(whole.folder) == ()
    assert not whole.folder.exists()


def test_a_link_is_not_followed(whole: records.Record, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(whole.folder / "voices", elsewhere)
    shutil.rmtree(whole.folder / "voices")
    (whole.folder / "voices").symlink_to(elsewhere)
    (whole.folder / "notes.yaml").unlink()
    (whole.folder / "notes.yaml").symlink_to(elsewhere / "abc.yaml")

    told = records.erase(whole.folder)

    assert sorted(path.name for path in told) == ["notes.yaml", "voices"]
    assert len(list(elsewhere.iterdir())) == 3


def test_a_record_that_a_link_leads_to(whole: records.Record, tmp_path: Path) -> None:
    link = tmp_path / "link.open"
    link.symlink_to(whole.folder)
    assert records.erase(link) == ()
    assert not whole.folder.exists()


def test_a_file_for_git_that_says_something_else_is_theirs(whole: records.Record) -> None:
    (whole.folder / ".gitignore").write_text("*\n")
    assert [path.name for path in records.erase(whole.folder)] == [".gitignore"]


def test_a_window_that_is_open_keeps_it(whole: records.Record) -> None:
    before = left(whole.folder)
    with records.alone_in(whole):
        held = left(whole.folder)
        with pytest.raises(RefusedError, match="open in another window"):
            records.erase(whole.folder)
        assert left(whole.folder) == held
    assert set(before) - set(left(whole.folder)) == {
        ".lock", ".importing-0a1b2c3d/hands/3.yaml", f"voices/.cls-check-{'0a' * 8}.tmp",
    }  # fmt: skip


def test_what_cannot_be_deleted_is_told_and_can_be_finished(
    whole: records.Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refused(path: Path, missing_ok: bool = False) -> None:
        if path.name == "def.yaml":
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", refused)
        with pytest.raises(ClsCheckError) as told:
            records.erase(whole.folder)
    assert "def.yaml: This could not be erased: Permission denied." in str(told.value)
    assert f"cls-check close {whole.folder} --erase" in str(told.value)
    assert records.was_being_erased(whole.folder)
    assert records.erase(whole.folder) == ()


def test_a_full_disk_does_not_keep_answers(
    whole: records.Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    for name in ("open", "rename", "mkdir"):
        monkeypatch.setattr(os, name, full)
    assert records.erase(whole.folder) == ()


@pytest.mark.parametrize(
    "gone",
    [
        ("round.yaml",),
        ("round.yaml", "questionnaire.yaml", ".gitignore"),
        ("round.yaml", ABC, DEF),
        ("round.yaml", ABC, DEF, "notes.yaml", "talk.yaml", "closed-1.yaml", "hands/9.yaml"),
    ],
)  # fmt: skip
def test_what_the_version_before_left(whole: records.Record, gone: tuple[str, ...]) -> None:
    """It took the files in the order of the disk: its own check and close no longer saw the rest."""
    for name in gone:
        (whole.folder / name).unlink()
    with pytest.raises(BadFileError) as told:
        records.open_record(whole.folder)
    assert "private files are still in it" in str(told.value)
    assert f"To finish: cls-check close {whole.folder} --erase" in str(told.value)
    assert "put its round.yaml back from a copy" in str(told.value)
    assert records.erase(whole.folder) == ()
    assert not whole.folder.exists()


@pytest.mark.parametrize(
    "names",
    [(), ("notes.txt",), (".gitignore",), ("round.yaml",), ("voices/abc.yaml",)],
    ids=lambda names: "+".join(names) or "empty",
)
def test_a_folder_of_somebody_else_is_none_of_ours(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Without our ending, nothing but `.erasing` says that it was a record."""
    folder = tmp_path / "project"
    folder.mkdir()
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("theirs")
    assert not records.was_being_erased(folder)
    ours = tmp_path / "notes.open"
    ours.mkdir()
    (ours / "diary.txt").write_text("theirs")
    assert not records.was_being_erased(ours)


def test_it_is_no_round_from_the_first_step_on(whole: records.Record) -> None:
    records.begin_erasing(whole.folder)
    assert records.found_in(whole.folder.parent) == ()
    with pytest.raises(BadFileError, match=r"was being erased, and 1\d private files"):
        records.open_record(whole.folder)
    with pytest.raises(BadFileError, match="was being erased"), records.alone_in(whole):
        pass  # whoever opened it before waits no longer
    assert records.erase(whole.folder) == ()
    with pytest.raises(RefusedError, match="is not there any more"), records.alone_in(whole):
        pass


def test_a_record_whose_making_was_cut_off(record: records.Record, tmp_path: Path) -> None:
    """Long ago it is taken away; just now, another window may be making it."""
    long_ago, now, theirs = (
        tmp_path / name for name in (".a.open-01234567", ".b.open-89abcdef", ".c.open-nothex00")
    )
    for folder in (long_ago, now, theirs):
        shutil.copytree(record.folder, folder)
    (long_ago / f".cls-check-{'0a' * 8}.tmp").write_text("x")
    for folder in (long_ago, theirs):
        os.utime(folder, (1, 1))
    os.utime(now)
    with records.alone_in(record):
        assert [folder.exists() for folder in (long_ago, now, theirs)] == [False, True, True]


def test_what_was_cut_off_while_it_was_written_is_swept(tmp_path: Path) -> None:
    """By our own names, in this very folder, and only what nobody can be writing still."""
    left_over = tmp_path / f".cls-check-{'0a' * 8}.tmp"
    another = tmp_path / f".cls-check-{'0b' * 8}.tmp"
    names = [f".cls-check-{'0a' * 9}.tmp", ".cls-check-mine.tmp", f"cls-check-{'0a' * 8}.tmp",
             f"deep/.cls-check-{'0a' * 8}.tmp"]  # fmt: skip
    theirs = [tmp_path / name for name in names]
    folder = tmp_path / f".cls-check-{'0c' * 8}.tmp"
    folder.mkdir()
    (tmp_path / "deep").mkdir()
    for path in (left_over, another, *theirs):
        path.write_text("x")
        os.utime(path, (1, 1))
    os.utime(another)

    atomic.write_text(tmp_path / "file", "text")

    assert not left_over.exists()
    assert all(path.exists() for path in (another, folder, *theirs))


def test_what_another_window_is_writing_now_is_not_swept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync, first, seen = os.fsync, tmp_path / "first", []

    def slowly(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        atomic.sweep_once.cache_clear()  # as in a process of its own
        atomic.write_text(tmp_path / "second", "2")
        seen.append(sorted(path.suffix for path in tmp_path.iterdir()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", slowly)
    atomic.write_text(first, "1")
    assert seen == [["", ".tmp"]]
    assert first.read_text() == "1"
