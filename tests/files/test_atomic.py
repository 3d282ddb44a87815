"""A file is there whole, old or new, whatever happens while it is written."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from cls_check.errors import ClsCheckError, RefusedError
from cls_check.files import atomic
from cls_check.files.atomic import write_text

on_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has other rules")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_written_as_utf_8_as_it_is(tmp_path: Path) -> None:
    assert write_text(tmp_path / "a.yaml", "é\r\n")
    assert (tmp_path / "a.yaml").read_bytes() == "é\r\n".encode()
    assert names(tmp_path) == ["a.yaml"]


def test_the_same_content_is_not_written(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_text(file, "x")
    os.utime(file, (1, 1))
    assert not write_text(file, "x")
    assert file.stat().st_mtime == 1
    assert write_text(file, "y")


def test_what_changed_since_it_was_read_stays(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("old")
    assert write_text(file, "new", replacing=b"old")
    with pytest.raises(RefusedError, match="changed on disk since it was read"):
        write_text(file, "newer", replacing=b"old")
    file.unlink()
    with pytest.raises(RefusedError, match="is gone now"):
        write_text(file, "newer", replacing=b"new")
    assert names(tmp_path) == []


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert write_text(file, "1", replacing=None)
    with pytest.raises(RefusedError, match="A file is there already"):
        write_text(file, "2", replacing=None)
    assert file.read_text() == "1"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("has_links", [True, False])
def test_somebody_else_made_the_file_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    file = tmp_path / "a"
    sync = os.fsync

    def sync_slowly(descriptor: int) -> None:
        file.write_text("theirs")
        sync(descriptor)

    def no_link(*_: Path) -> None:
        raise OSError(errno.EOPNOTSUPP, "no links here")

    monkeypatch.setattr(os, "fsync", sync_slowly)
    if not has_links:
        monkeypatch.setattr(os, "link", no_link)
    with pytest.raises(RefusedError, match="A file is there already"):
        write_text(file, "ours", replacing=None)
    file.write_text("read")
    with pytest.raises(RefusedError, match="changed on disk"):
        write_text(file, "ours", replacing=b"read")
    assert file.read_text() == "theirs"
    assert names(tmp_path) == ["a"]


def test_a_new_file_where_links_cannot_be_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "link")
    assert write_text(tmp_path / "a", "1", replacing=None)
    assert names(tmp_path) == ["a"]


@on_posix
def test_modes(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_text(tmp_path / "new", "x")
        (tmp_path / "old").write_text("x")
        (tmp_path / "old").chmod(0o604)
        write_text(tmp_path / "old", "y")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640
    assert stat.S_IMODE((tmp_path / "old").stat().st_mode) == 0o604


@on_posix
def test_at_no_moment_can_more_people_read_it_than_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever opened the new file before it was closed to them could read it to its end."""
    file = tmp_path / "old"
    file.write_text("x")
    file.chmod(0o600)
    opened: list[int] = []
    real = os.open

    def noted(path: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(path, flags, mode)
        opened.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    monkeypatch.setattr(os, "open", noted)
    before = os.umask(0)
    try:
        write_text(file, "y")
    finally:
        os.umask(before)
    assert opened[0] == 0o600


@on_posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to(Path("real") / "file")
    write_text(link, "x")
    assert link.is_symlink()
    assert (tmp_path / "real" / "file").read_text() == "x"
    assert names(tmp_path / "real") == ["file"]


def said(path: Path, text: str = "x") -> str:
    with pytest.raises(ClsCheckError) as caught:
        write_text(path, text)
    (problem,) = caught.value.problems
    assert str(problem.place) == str(path)
    assert problem.hint.startswith("Nothing was written.")
    return problem.fact


def test_places_where_nothing_can_be_written(tmp_path: Path) -> None:
    assert said(tmp_path / "no" / "a") == "The folder for this file is not there."
    assert said(tmp_path) == "This is a folder."
    assert said(tmp_path / ("n" * 300)) == "This name is too long."
    assert said(tmp_path / "a\0b") == "This cannot be the name of a file."
    (tmp_path / "f").write_text("x")
    assert said(tmp_path / "f" / "g") == "Part of this path is a file."
    assert names(tmp_path) == ["f"]


@on_posix
def test_links_in_a_circle_and_pipes(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "a")
    assert said(tmp_path / "a") == "This link points to itself."
    os.mkfifo(tmp_path / "p")
    assert said(tmp_path / "p") == "This file could not be written: it is not an ordinary file."


def test_a_read_only_file_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert said(tmp_path / "a") == "You may not write here."
    assert (tmp_path / "a").read_text() == "old"


@pytest.mark.parametrize(
    ("code", "fact"),
    [
        (errno.ENOSPC, "The disk is full."),
        (errno.EFBIG, "The file is larger than may be written here."),
        (errno.EROFS, "This disk can only be read."),
        (errno.EACCES, "You may not write here."),
        (errno.EIO, "This file could not be written: oh."),
    ],
)
@pytest.mark.parametrize("where", ["open", "fsync", "replace"])
def test_trouble_on_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, fact: str, where: str
) -> None:
    (tmp_path / "a").write_text("old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(code, "oh")

    with monkeypatch.context() as patch:
        if where == "replace":
            patch.setattr(Path, "replace", fail)
        else:
            patch.setattr(os, where, fail)
        assert said(tmp_path / "a") == fact
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_file_open_elsewhere_on_windows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Path) -> None:
        error = PermissionError(errno.EACCES, "sharing violation")
        vars(error)["winerror"] = 32  # an attribute that only Windows has
        raise error

    monkeypatch.setattr(Path, "replace", fail)
    assert said(tmp_path / "a") == "Another program has this file open."


def test_what_was_read_back_is_something_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: b"?")
    assert "read back" in said(tmp_path / "a")
    assert names(tmp_path) == []


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a", "x")
    assert names(tmp_path) == []


def test_the_folder_is_synced_where_that_can_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: synced.append(os.fstat(descriptor).st_mode))
    write_text(tmp_path / "a", "x")
    assert [stat.S_ISDIR(mode) for mode in synced] == [False, True]


def test_a_folder_that_cannot_be_opened_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really_open = os.open

    def open_files_only(path: Path, flags: int, *mode: int) -> int:
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Windows")
        return really_open(path, flags, *mode)

    monkeypatch.setattr(os, "open", open_files_only)
    assert write_text(tmp_path / "a", "x")
    assert atomic.WHATEVER is not None


@on_posix
def test_a_real_limit_of_size(tmp_path: Path) -> None:
    code = (
        "import resource, sys, pathlib\n"
        "from cls_check.files.atomic import write_text\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "write_text(pathlib.Path(sys.argv[1]), 'x' * 5000)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "a"], capture_output=True, text=True, check=False
    )
    assert "The file is larger than may be written here." in done.stderr
    assert names(tmp_path) == []
