"""Several large files: all of them or none, and nothing is touched that would be the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cls_check.errors import ClsCheckError
from cls_check.files.all_or_nothing import written_together


def write(paths: list[Path], *texts: str) -> None:
    with written_together(paths) as beside:
        for path, text in zip(beside, texts, strict=True):
            path.write_text(text)


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    return [tmp_path / "a.csv", tmp_path / "b.csv"]


def test_both_are_there_and_nothing_else(two: list[Path]) -> None:
    write(two, "one", "two")
    assert [path.read_text() for path in two] == ["one", "two"]
    assert sorted(two[0].parent.iterdir()) == two


def test_a_file_that_would_be_the_same_is_left_alone(two: list[Path]) -> None:
    write(two, "one", "two")
    os.utime(two[0], (1, 1))
    write(two, "one", "other")
    assert two[0].stat().st_mtime == 1
    assert two[1].read_text() == "other"


@pytest.mark.skipif(os.name != "posix", reason="links of this kind")
def test_a_link_is_followed(two: list[Path], tmp_path: Path) -> None:
    real = tmp_path / "real.csv"
    real.write_text("old")
    two[0].symlink_to(real)
    write(two, "new", "two")
    assert two[0].is_symlink()
    assert real.read_text() == "new"


@pytest.mark.parametrize("trouble", [KeyboardInterrupt, OSError(28, "full"), ValueError])
def test_where_anything_goes_wrong_nothing_changes(
    two: list[Path], trouble: OSError | type[KeyboardInterrupt | ValueError]
) -> None:
    two[0].write_text("old")
    with pytest.raises((ClsCheckError, KeyboardInterrupt, ValueError)):  # noqa: PT012, SIM117
        with written_together(two) as beside:
            beside[0].write_text("new")
            raise trouble
    assert two[0].read_text() == "old"
    assert list(two[0].parent.iterdir()) == [two[0]]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("no/such/b.csv", "The folder for this file is not there."),
        ("folder", "This is a folder."),
        ("b\0.csv", "This cannot be the name of a file."),
        ("n" * 300, "This name is too long."),
    ],
)
def test_a_path_that_cannot_be_written_stops_before_anything(
    two: list[Path], tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(ClsCheckError, match=told):
        write([two[0], tmp_path / name], "one", "two")
    assert not two[0].exists()


@pytest.mark.skipif(os.name != "posix", reason="Windows has other rules")
def test_nobody_can_read_more_than_before(tmp_path: Path) -> None:
    paths = [tmp_path / "new.csv", tmp_path / "mine.csv"]
    paths[1].write_text("old")
    paths[1].chmod(0o600)
    before = os.umask(0o022)
    try:
        with written_together(paths) as beside:
            for new in beside:
                new.write_text("new")
            assert [new.stat().st_mode & 0o777 for new in beside] == [0o644, 0o600]
    finally:
        os.umask(before)
    assert [path.stat().st_mode & 0o777 for path in paths] == [0o644, 0o600]
