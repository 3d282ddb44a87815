"""Writing a file whole or not at all, and never over a change that somebody else made."""

from __future__ import annotations

import contextlib
import enum
import errno
import os
import re
import secrets
import stat
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from cls_check.errors import ClsCheckError, Place, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


class _DoNotCare(enum.Enum):
    TOKEN = 0


WHATEVER: Final = _DoNotCare.TOKEN
"""Whatever stands there may be replaced."""

PRIVATE_FILE, PRIVATE_FOLDER = 0o600, 0o700

UNFINISHED = re.compile(r"\.cls-check-[0-9a-f]{16}\.tmp")
"""How a file is called while it is written."""
SURELY_LEFT = 3600
"""Seconds after which nobody is still writing a file: to write one takes milliseconds."""


def write_text(
    path: Path,
    text: str,
    *,
    replacing: bytes | Literal[_DoNotCare.TOKEN] | None = WHATEVER,
    private_since: float | None = None,
) -> bool:
    """Write a text as UTF-8, so that at any moment the old file or the new one is there, whole.

    Args:
        path: Where to; a symbolic link is followed.
        text: Written as it is.
        replacing: The bytes that were read before, None if no file may be there yet.
        private_since: For a file that nobody else may read: the time that it is to bear, so that
            the disk does not tell when it was written. Without it, a new file is as the user's
            umask says, and one that is replaced keeps its mode.

    Returns:
        Whether anything was written; identical content is left alone.

    Raises:
        RefusedError: the file is not what `replacing` says.
        ClsCheckError: the file cannot be written. Nothing on disk has changed.
    """
    data = text.encode("utf-8")
    return write_bytes(path, data, replacing=replacing, private_since=private_since)


def write_bytes(
    path: Path,
    data: bytes,
    *,
    replacing: bytes | Literal[_DoNotCare.TOKEN] | None = WHATEVER,
    private_since: float | None = None,
) -> bool:
    """The same for what is no text; see `write_text`."""
    try:
        target = Path(os.path.realpath(path))
        now = _what_is_there(target)
        if replacing is not WHATEVER and now != replacing:
            raise _changed(path, now, replacing)
        if now == data:
            return False
        _write(target, path, data, replacing=replacing, private_since=private_since)
    except (OSError, ValueError) as error:
        raise in_plain_words(error, path) from error
    if private_since is None:  # a record is swept by whoever holds it
        sweep_once(target.parent)
    return True


def _what_is_there(target: Path) -> bytes | None:
    return target.read_bytes() if check_is_a_file(target) else None


def check_is_a_file(target: Path) -> bool:
    """Whether something is there; goes on only if that is a file that may be written.

    Raises:
        OSError: it is something else, or read-only.
    """
    try:
        found = target.stat()
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, "folder")
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.ENXIO, "it is not an ordinary file")
    if not os.access(target, os.W_OK):
        # Replacing would get around the owner's wish to keep this file as it is.
        raise PermissionError(errno.EACCES, "read-only")
    return True


def _write(
    target: Path,
    path: Path,
    data: bytes,
    *,
    replacing: bytes | Literal[_DoNotCare.TOKEN] | None,
    private_since: float | None,
) -> None:
    beside = name_beside(target)
    try:
        with make_beside(beside, target, private=private_since is not None) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if beside.read_bytes() != data:
            raise OSError(errno.EIO, "what was read back is not what was written")
        if private_since is not None:
            give_time(beside, private_since)
        if replacing is None:
            _put_where_nothing_is(beside, target, path)
        elif replacing is WHATEVER:
            beside.replace(target)
        else:
            with _at_its_turn(target, path, replacing):
                beside.replace(target)
    finally:
        # Also after Ctrl-C; once it is in place there is nothing left to remove.
        with contextlib.suppress(OSError):
            beside.unlink()
    sync_folder(target.parent)


def name_beside(target: Path) -> Path:
    """How a file is called while it is written, in the folder that it is to be in."""
    # A name of fixed length: one made of a long name could be too long itself.
    return target.with_name(f".cls-check-{secrets.token_hex(8)}.tmp")


def make_beside(beside: Path, target: Path, *, private: bool = False) -> BinaryIO:
    """A new file that will take another's place: at no moment can more people read it than that."""
    mode = PRIVATE_FILE if private else _mode_of(target)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    # 0o666 lets the user's umask decide, as for any new file.
    descriptor = os.open(beside, flags, 0o666 if mode is None else PRIVATE_FILE)
    if mode is not None and hasattr(os, "fchmod"):
        # Not every disk knows modes. The umask may have taken away even what the owner needs.
        with contextlib.suppress(OSError):
            os.fchmod(descriptor, mode)
    return open(descriptor, "wb")  # noqa: PTH123 (a descriptor; whoever asks closes it)


def _mode_of(target: Path) -> int | None:
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        return None


def give_time(path: Path, time: float) -> None:
    """Let a file or a folder bear a time that does not tell when it was written, where that can be."""
    with contextlib.suppress(OSError, OverflowError, ValueError):  # a disk has years of its own
        os.utime(path, (time, time))


def _put_where_nothing_is(beside: Path, target: Path, path: Path) -> None:
    try:
        os.link(beside, target)
    except FileExistsError as error:
        raise _changed(path, b"", None) from error
    except (OSError, NotImplementedError, AttributeError):
        # No hard links here (FAT, some network drives): look once more, then move.
        if target.exists():
            raise _changed(path, b"", None) from None
        beside.replace(target)


@contextlib.contextmanager
def _at_its_turn(target: Path, path: Path, replacing: bytes) -> Iterator[None]:
    """Look again right before replacing, while no other run of ours can do the same.

    Writing and syncing can take a while, and two that both had looked would both replace.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(
            OSError, ImportError
        ):  # Windows has no such locks, nor some shares
            import fcntl

            old = held.enter_context(target.open("rb"))
            try:
                fcntl.flock(old, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise _changed(path, b"", replacing) from None
        # Whoever was first has put another file into the place of the one that is locked.
        now = _what_is_there(target)
        if now != replacing:
            raise _changed(path, now, replacing)
        yield


def sync_folder(folder: Path) -> None:
    """Have the disk remember which files are in a folder, where the system can."""
    # Windows cannot open folders, and some file systems cannot sync them; the file is safe then too.
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@cache
def sweep_once(folder: Path) -> None:
    """Take away what was cut off while it was written here; looked for once in each run.

    Only by our own names, only in this folder, and only what nobody can be writing any more.
    """
    with contextlib.suppress(OSError):
        # The disk's own clock: something was put in place here just now.
        sweep(folder, before=folder.stat().st_mtime - SURELY_LEFT)


def sweep(folder: Path, *, before: float | None = None) -> None:
    """Take away files of a folder that were cut off while they were written, where that can be.

    `before` is the time up to which they were written; without it, nobody else writes here.
    """
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if UNFINISHED.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if before is None or entry.stat(follow_symlinks=False).st_mtime < before:
                        os.unlink(entry.path)  # noqa: PTH108 (there is no Path yet)


def _changed(path: Path, now: bytes | None, expected: bytes | None) -> ClsCheckError:
    if expected is None:
        fact = "A file is there already."
    elif now is None:
        fact = "This file was there a moment ago and is gone now."
    else:
        fact = "This file changed on disk since it was read."
    return RefusedError.of(
        fact, "Nothing was written. Look at what is there now, then try again.", Place(str(path))
    )


_REASONS: dict[int, tuple[str, str]] = {
    errno.ENOENT: ("The folder for this file is not there.", "Make the folder, or choose another."),
    errno.ENOTDIR: ("Part of this path is a file.", "Files can only be in folders."),
    errno.EISDIR: ("This is a folder.", "Give the name of a file."),
    errno.EACCES: ("You may not write here.", "Choose a folder of your own."),
    errno.EPERM: ("You may not write here.", "Choose a folder of your own."),
    errno.EROFS: ("This disk can only be read.", "Choose a folder on another disk."),
    errno.ENOSPC: ("The disk is full.", "Make some room, then try again."),
    errno.EDQUOT: ("Your share of the disk is full.", "Make some room, then try again."),
    errno.EFBIG: ("The file is larger than may be written here.", "Choose another folder."),
    errno.ENAMETOOLONG: ("This name is too long.", "Choose a shorter one."),
    errno.ELOOP: ("This link points to itself.", "Give the name of a file."),
}
_OPEN_ELSEWHERE = 32
"""Windows: ERROR_SHARING_VIOLATION."""


def in_plain_words(error: OSError | ValueError, path: Path) -> ClsCheckError:
    """Why a file could not be written."""
    if getattr(error, "winerror", None) == _OPEN_ELSEWHERE:
        fact, hint = "Another program has this file open.", "Close it there, then try again."
    elif isinstance(error, OSError):
        said = f"This file could not be written: {error.strerror or 'unknown reason'}."
        fact, hint = _REASONS.get(error.errno or 0, (said, "Choose another folder."))
    else:
        fact, hint = "This cannot be the name of a file.", "Look at the spelling."
    return ClsCheckError.of(fact, f"Nothing was written. {hint}", Place(str(path)))


def make_folder(folder: Path) -> None:
    """Make a folder, and those it is in, unless it is there.

    Raises:
        ClsCheckError: the system does not let us.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ClsCheckError.of(
            f"The folder cannot be made: {getattr(error, 'strerror', None) or error}.",
            "Name another one, in a place that you may write to.",
            Place(str(folder)),
        ) from None


def make_private_folder(folder: Path) -> None:
    """Make a folder that nobody else may look into, in a folder that is there, unless it is there.

    Raises:
        OSError: the system does not let us.
    """
    with contextlib.suppress(FileExistsError):
        # On Windows, this very mode has Python leave the folder to its owner and to administrators.
        folder.mkdir(PRIVATE_FOLDER)
        with contextlib.suppress(OSError):  # the umask may take away even what the owner needs
            folder.chmod(PRIVATE_FOLDER)
