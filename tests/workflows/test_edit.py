"""Edits are on the disk when they are made, or nothing has changed there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    Edit,
    GiveReasons,
    MarkAction,
    RemoveEvidence,
)
from cls_check.errors import BadFileError, ClsCheckError, RefusedError
from cls_check.files.assessments.reading import read_assessment
from cls_check.workflows.edit import edit, opened, with_edit

NORTHFIELD = Path(__file__).parents[2] / "examples" / "northfield" / "northfield-2026-09-10.yaml"
KEY = "co-production"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(NORTHFIELD, tmp_path / "northfield.yaml"))


def test_several_changes_are_written_once(file: Path) -> None:
    edits: list[Edit] = [
        ChooseLevel(KEY, "starting"),
        AddAction(KEY, "Ring back"),
        MarkAction(KEY, 2, True),
    ]
    done = edit(file, edits)
    assert done.made == tuple(edits)
    factor = read_assessment(file).factors[KEY]
    assert (factor.level, factor.actions[-1].what, factor.actions[-1].done) == (
        "starting",
        "Ring back",
        True,
    )
    assert file.read_bytes() == done.after.data
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_nothing_is_written_where_one_of_several_does_not_fit(file: Path) -> None:
    with pytest.raises(ClsCheckError):
        edit(file, [ChooseLevel(KEY, "starting"), MarkAction(KEY, 9, True)])
    assert file.read_bytes() == NORTHFIELD.read_bytes()


def test_a_file_that_says_so_already_is_left_alone(file: Path) -> None:
    before = file.stat()
    level = read_assessment(file).factors[KEY].level
    assert edit(file, [ChooseLevel(KEY, level)]).made == ()
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_each_change_is_on_the_disk_before_the_next(file: Path) -> None:
    there = opened(file)
    for number, level in enumerate(["starting", "growing", "not-yet"], start=1):
        there = with_edit(there, ChooseLevel(KEY, level)).after
        assert file.read_bytes() == there.data
        there = with_edit(there, AddEvidence(KEY, "people", f"Letter {number}")).after
        factor = read_assessment(file).factors[KEY]
        assert (factor.level, factor.evidence[-1].what) == (level, f"Letter {number}")
        assert there == opened(file)


def test_a_change_that_does_not_fit_leaves_the_file_open_for_the_next(file: Path) -> None:
    there = opened(file)
    with pytest.raises(ClsCheckError):
        with_edit(there, GiveReasons(KEY, " "))
    with_edit(there, GiveReasons(KEY, "We talked."))
    assert read_assessment(file).factors[KEY].because == "We talked."


def test_a_file_that_somebody_else_changed_is_not_written_over(file: Path) -> None:
    there = opened(file)
    theirs = file.read_bytes() + b"# somebody else\n"
    file.write_bytes(theirs)
    with pytest.raises(RefusedError, match="changed on disk since it was read"):
        with_edit(there, ChooseLevel(KEY, "starting"))
    assert file.read_bytes() == theirs
    with_edit(opened(file), ChooseLevel(KEY, "starting"))
    assert file.read_bytes().endswith(b"# somebody else\n")


def test_a_mark_before_the_first_letter_and_other_line_ends_stay(file: Path) -> None:
    """Some editors on Windows save like that; a diff should show the line that changed, no other."""
    file.write_bytes(b"\xef\xbb\xbf" + NORTHFIELD.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes().split(b"\r\n")
    edit(file, [ChooseLevel(KEY, "starting")])
    after = file.read_bytes().split(b"\r\n")
    assert [pair for pair in zip(before, after, strict=True) if pair[0] != pair[1]] == [
        (b"    level: growing", b"    level: starting")
    ]
    assert opened(file).data == b"\r\n".join(after)


def test_comments_that_go_are_told_over_all_changes(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- from: staff-and-leaders", "- from: people  # one", 1), "utf-8")
    done = edit(file, [RemoveEvidence(KEY, 1), ChooseLevel(KEY, "starting")])
    assert done.comments_gone == ("# one",)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "q.yaml"
    file.write_text("cls-check-questionnaire: 1\nid: q\n", encoding="utf-8")
    with pytest.raises(BadFileError, match="holds a questionnaire, not an assessment"):
        edit(file, [ChooseLevel(KEY, None)])
