"""One window at a time gathers a round: the second is told, so that nobody's answer is lost.

The system lets go of the lock when a program ends, however it ends; a file that is left behind
means nothing.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING

from cls_check.errors import RefusedError
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cls_check.files.records.folder import Record

NAME = ".lock"


@contextlib.contextmanager
def alone_in(record: Record) -> Iterator[None]:
    """Hold the record while this lasts.

    Raises:
        RefusedError: another window holds it.
    """
    path = record.folder / NAME
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        yield  # a disk that can only be read: whatever is written will say so
        return
    try:
        # The one that held it takes the file away; a lock on a file that is gone keeps nobody out.
        if not (_taken(descriptor) and _is_still_there(descriptor, path)):
            raise _in_use(record)
        try:
            yield
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


def _taken(descriptor: int) -> bool:
    """Whether the lock is ours now; also where the disk knows no locks, as some shares do."""
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _in_use(record: Record) -> RefusedError:
    folder = one_line(str(record.folder))
    return RefusedError.of(
        f"{folder} is open in another window.",
        "Go on there, or close that window first.\n"
        "For a second room, begin the same place and date in another folder:\n"
        "  cls-check assess --folder room-two\n"
        "Then close both together:\n"
        f"  cls-check close {folder} room-two/{one_line(record.folder.name)}",
    )
