"""One window at a time writes into a record: the second is told, so that nobody's answer is lost.

The system lets go of the lock when a program ends, however it ends; a file that is left behind
means nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Literal

from cls_check.errors import RefusedError
from cls_check.files.atomic import PRIVATE_FILE
from cls_check.files.records.ours import LOCK
from cls_check.messages import as_typed, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    Taken = Literal["ours", "theirs", "unknown"]


@contextlib.contextmanager
def held(folder: Path) -> Iterator[bool]:
    """Hold the folder of a record while this lasts; gives whether it is sure that nobody else does.

    Raises:
        RefusedError: another window holds it.
    """
    path = folder / LOCK
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    except OSError:
        yield False  # a disk that can only be read: whatever is written will say so
        return
    with contextlib.suppress(OSError, AttributeError):  # the umask may have taken away too much
        os.fchmod(descriptor, PRIVATE_FILE)
    try:
        taken = _taken(descriptor)
        # The one that held it takes the file away; a lock on a file that is gone keeps nobody out.
        if taken == "theirs" or not _is_still_there(descriptor, path):
            raise _in_use(folder)
        try:
            yield taken == "ours"
        finally:
            with contextlib.suppress(OSError):  # Windows keeps a file that is open
                path.unlink()
    finally:
        os.close(descriptor)


def _is_still_there(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except OSError:
        return False


def _taken(descriptor: int) -> Taken:
    """Whose the lock is now; unknown where the disk knows no locks, as some shares do."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return "theirs"
        return "ours"
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return "theirs"
    except OSError:
        return "unknown"
    return "ours"


def _in_use(folder: Path) -> RefusedError:
    return RefusedError.of(
        f"{one_line(str(folder))} is open in another window.",
        "Go on there, or close that window first.\n"
        "For a second room, begin the same place and date in another folder:\n"
        "  cls-check assess --folder room-two\n"
        "Then close both together:\n"
        f"  cls-check close {as_typed(folder)} {as_typed(f'room-two/{folder.name}')}",
    )
