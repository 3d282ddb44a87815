"""The one reader: saved files of a size, and nothing that has no end."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cls_check import read_from_disk
from cls_check.errors import BadFileError
from cls_check.read_from_disk import is_file, is_folder, is_there, read_bytes, refused


def test_a_file_of_the_largest_size_is_read_and_one_byte_more_is_not(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"12345")
    assert read_bytes(file, "file", 5) == b"12345"
    with pytest.raises(BadFileError, match="larger than 0 kB"):
        read_bytes(file, "file", 4)
    with pytest.raises(BadFileError, match="larger than 5 MB"):
        raise read_from_disk.too_large("file")


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="a file of Linux")
def test_a_file_that_says_it_is_empty_and_is_not_is_bounded_too() -> None:
    assert Path("/proc/self/maps").stat().st_size == 0
    with pytest.raises(BadFileError, match="larger than"):
        read_bytes(Path("/proc/self/maps"), "maps", 10)


@pytest.mark.skipif(os.name != "posix", reason="links and pipes of Unix")
def test_what_is_asked_of_a_path_has_an_answer_whatever_the_path(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "file").write_text("")
    os.mkfifo(tmp_path / "pipe")
    asked = {
        name: (is_file(tmp_path / name), is_folder(tmp_path / name), is_there(tmp_path / name))
        for name in (".", "file", "pipe", "loop", "x" * 300, "d/" * 3000, "nul\0", "lone\ud800")
    }
    nothing = (False, False, False)
    assert asked.pop(".") == (False, True, True)
    assert asked.pop("file") == (True, False, True)
    assert asked.pop("pipe") == (False, False, True)
    assert set(asked.values()) == {nothing}


def test_only_errors_about_paths_are_made_into_sentences(tmp_path: Path) -> None:
    """A mistake of ours must stay a traceback, or nobody would ever find it."""
    assert refused(OSError(28, "No space left on device")) is None
    assert refused(ValueError("not a number")) is None
    assert refused(RuntimeError("it went wrong")) is None
    assert refused(UnicodeEncodeError("ascii", "é", 0, 1, "ordinal not in range(128)")) is None


def test_the_sentence_names_the_path_as_it_can_be_shown() -> None:
    too_long = OSError(36, "File name too long", "a\x1bb")
    assert str(refused(too_long)).startswith("aU+001Bb: This cannot be the name of a file.")
    loop = RuntimeError("Symlink loop from '/home/me/loop'")
    assert str(refused(loop)).startswith("/home/me/loop: This link points to itself.")
