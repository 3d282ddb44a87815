"""Bytes from outside, made into text: size, encoding and characters are checked before any reading."""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place, Problem
from cls_check.files.wording import code_point

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 5_000_000
"""In bytes; a finished assessment of fifty statements has about 30,000."""

# The characters that YAML allows, without those that it allows only as line breaks of its own.
FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

# The longer marks come first, for UTF-32 begins like UTF-16.
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAVE_AS_UTF_8 = (
    'Open it in your editor, choose "Save as", pick the encoding UTF-8, and save it again.'
)


def bad_file(place: Place, fact: str, hint: str) -> BadFileError:
    """One problem of one file, ready to raise."""
    return BadFileError([Problem(fact, hint, place)])


def place_at(name: str, text: str, index: int) -> Place:
    """The line and column of a character of a text."""
    # A line ends at LF, CR or both together, for both parsers and for every editor.
    line = text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index)
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return Place(name, line + 1, index - start + 1)


def read_bytes(path: Path, name: str) -> bytes:
    """The bytes of a regular file of at most 5 MB.

    Raises:
        BadFileError: there is no such file, it is something else, too large or out of reach.
    """
    # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 (a descriptor, not a path)
            found = os.fstat(file.fileno())
            if stat.S_ISDIR(found.st_mode):
                raise IsADirectoryError(errno.EISDIR, "folder")
            if not stat.S_ISREG(found.st_mode):
                raise _not_a_file(name)
            if found.st_size > LARGEST_FILE:
                raise _too_large(name)
            return file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(path, name, error) from error


def _not_a_file(name: str) -> BadFileError:
    return bad_file(Place(name), "This is not an ordinary file.", "Give the name of a saved file.")


def _too_large(name: str) -> BadFileError:
    return bad_file(
        Place(name),
        "This file is larger than 5 MB.",
        "No file of this kind is that large. Is it the right one?",
    )


def _unreadable(path: Path, name: str, error: Exception) -> BadFileError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        fact, hint = "There is no such file.", "Look at the spelling, and at the folder you are in."
    elif isinstance(error, IsADirectoryError) or _is_folder(path):
        fact, hint = "This is a folder, not a file.", "Give the name of a file in it."
    elif isinstance(error, PermissionError):
        fact, hint = "You may not read this file.", "Ask its owner to let you read it."
    elif isinstance(error, OSError) and error.errno in (errno.ENXIO, errno.ENODEV):
        return _not_a_file(name)
    elif isinstance(error, ValueError) or getattr(error, "errno", 0) == errno.ENAMETOOLONG:
        fact, hint = "This cannot be the name of a file.", "Look at the spelling."
    else:
        # What the system says is the best fact there is, for example "Input/output error".
        said = getattr(error, "strerror", None) or "unknown reason"
        fact, hint = f"This file could not be read: {said}.", "Copy it elsewhere, then try again."
    return bad_file(Place(name), fact, hint)


def _is_folder(path: Path) -> bool:
    # Windows says "no permission" of a folder; asking may itself be impossible.
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def decode(data: bytes, name: str) -> str:
    """The text of a file, line breaks as they are, without a byte order mark.

    Raises:
        BadFileError: too large, not UTF-8, or with characters that cannot be seen.
    """
    if len(data) > LARGEST_FILE:
        raise _too_large(name)
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise _other_encoding(name, encoding)
    if b"\0" in data[:4] and len(data) > 3 and any(data[:4]):
        raise _other_encoding(name, "UTF-16 or UTF-32")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise bad_file(
            place_at(name, before, len(before)),
            f"The byte {data[error.start]:02X} is not UTF-8 text.",
            _SAVE_AS_UTF_8,
        ) from error
    text = text.removeprefix("\ufeff")
    _check_characters(text, name)
    return text


def _other_encoding(name: str, encoding: str) -> BadFileError:
    return bad_file(Place(name), f"This file is saved as {encoding}, not as UTF-8.", _SAVE_AS_UTF_8)


def _check_characters(text: str, name: str) -> None:
    if hidden := FORBIDDEN.search(text):
        raise bad_file(
            place_at(name, text, hidden.start()),
            f"The character {code_point(hidden.group())} cannot be seen and has no use here.",
            "Delete it. If the file is full of them, it is not a text file.",
        )
    # Four quick looks first: the search itself takes longer than all the rest of this page.
    if any(sign in text for sign in _CONFLICT_SIGNS) and (found := _CONFLICT.search(text)):
        raise bad_file(
            place_at(name, text, found.start()),
            f'"{found.group()}" marks a place that two people changed.',
            "Two people changed this place; choose one version and delete the marker lines.",
        )
