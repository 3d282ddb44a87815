"""The one way in which anything is read from a disk: a saved file, of a size that is known.

A device, a pipe or a link that goes round would be read for ever, or never end. Here is also said,
once, why the system refuses a path.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

LARGEST_FILE = 5_000_000
"""In bytes; a finished assessment of fifty statements has about 30,000."""

_LOOP = re.compile(r"Symlink loop from '(?P<path>.*)'", re.DOTALL)
"""How Python 3.11 and 3.12 tell of a link that goes round, in an error of no kind of its own."""
_NO_NAME = re.compile("embedded null (byte|character)")


def read_bytes(path: Path, name: str, most: int = LARGEST_FILE) -> bytes:
    """The bytes of a regular file of at most 5 MB, or as many as are named.

    Args:
        path: Where it is; a link is followed.
        name: How messages call it.
        most: The largest size, in bytes.

    Raises:
        BadFileError: there is no such file, it is something else, too large or out of reach.
    """
    try:
        with opened(path, name) as file:
            data = file.read(most + 1)  # some files of the system say that they are empty
    except OSError as error:
        raise unreadable(error, name, path) from error
    if len(data) > most:
        raise too_large(name, most)
    return data


def opened(path: Path, name: str) -> BinaryIO:
    """A regular file, open to be read, for those who need its beginning or its end alone.

    Raises:
        BadFileError: there is no such file, it is something else, or out of reach.
    """
    # Without O_NONBLOCK, opening a named pipe would wait for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        raise unreadable(error, name, path) from error
    kind = os.fstat(descriptor).st_mode
    if stat.S_ISREG(kind):
        return open(descriptor, "rb")  # noqa: PTH123 - of a descriptor, for who asked
    os.close(descriptor)
    raise unreadable(IsADirectoryError(), name) if stat.S_ISDIR(kind) else _not_a_file(name)


def too_large(name: str, most: int = LARGEST_FILE) -> BadFileError:
    """A file has more bytes than any of its kind."""
    size = f"{most // 1_000_000} MB" if most >= 1_000_000 else f"{most // 1000} kB"
    return BadFileError.of(
        f"This file is larger than {size}.",
        "No file of this kind is that large. Is it the right one?",
        Place(name),
    )


def _not_a_file(name: str) -> BadFileError:
    return BadFileError.of(
        "This is not an ordinary file.", "Give the name of a saved file.", Place(name)
    )


_REFUSED = {
    errno.ELOOP: ("This link points to itself.", "Give the name of the file itself."),
    errno.ENAMETOOLONG: ("This cannot be the name of a file.", "Look at the spelling."),
}


def unreadable(error: Exception, name: str, path: Path | None = None) -> BadFileError:
    """Why the system refuses to read a path, in words."""
    number = getattr(error, "errno", None)
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        fact, hint = "There is no such file.", "Look at the spelling, and at the folder you are in."
    elif isinstance(error, IsADirectoryError) or (path is not None and is_folder(path)):
        fact, hint = "This is a folder, not a file.", _way_out_of_folder(name)
    elif isinstance(error, PermissionError):
        fact, hint = "You may not read this file.", "Ask its owner to let you read it."
    elif number in (errno.ENXIO, errno.ENODEV):
        return _not_a_file(name)
    elif isinstance(error, RuntimeError):
        fact, hint = _REFUSED[errno.ELOOP]
    elif isinstance(error, ValueError):
        fact, hint = _REFUSED[errno.ENAMETOOLONG]
    else:
        # What the system says is the best fact there is, for example "Input/output error".
        said = getattr(error, "strerror", None) or "unknown reason"
        other = f"This file could not be read: {said}.", "Copy it elsewhere, then try again."
        fact, hint = _REFUSED.get(number or 0, other)
    return BadFileError.of(fact, hint, Place(name))


def _way_out_of_folder(name: str) -> str:
    if name.rstrip("/\\").endswith(".open"):
        return f"A round is still being gathered in it. To close it: cls-check close {name}"
    return "Give the name of a file in it."


def refused(error: Exception) -> BadFileError | None:
    """The sentence for an error of the system about a path, wherever it came up; None for others.

    It is the last net: whoever asks of a path knows more of it, and says so first.
    """
    if isinstance(error, OSError) and error.filename is not None:
        return unreadable(error, one_line(os.fsdecode(error.filename)))
    if isinstance(error, UnicodeEncodeError) and error.reason == "surrogates not allowed":
        return unreadable(error, one_line(error.object))
    if isinstance(error, RuntimeError) and (loop := _LOOP.fullmatch(str(error))):
        return unreadable(error, one_line(loop["path"]))
    if isinstance(error, ValueError) and _NO_NAME.fullmatch(str(error)):
        return unreadable(error, "A path with U+0000 in it")
    return None


def is_folder(path: Path) -> bool:
    """Whether this is a folder, as far as can be told; asking may itself be forbidden."""
    return _is(path, stat.S_ISDIR)


def is_file(path: Path) -> bool:
    """Whether this is a saved file, or a link to one, as far as can be told."""
    return _is(path, stat.S_ISREG)


def is_there(path: Path) -> bool:
    """Whether there is anything behind this path, as far as can be told."""
    return _is(path, bool)


def _is(path: Path, kind: Callable[[int], bool]) -> bool:
    try:
        return kind(path.stat().st_mode)
    except (OSError, ValueError):
        return False
