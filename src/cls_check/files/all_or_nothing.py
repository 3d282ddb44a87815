"""Writing several large files, all of them or none, without holding any of them in memory."""

from __future__ import annotations

import contextlib
import filecmp
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.files.atomic import (
    check_is_a_file,
    in_plain_words,
    make_beside,
    name_beside,
    sweep_once,
    sync_folder,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@contextlib.contextmanager
def written_together(paths: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Paths to write to while this lasts; at its end each file takes its place.

    Where anything goes wrong before, what was there stays as it is. A file that would be the same
    is left alone. What was written is not read back, as a small file is: it may be very large.

    Args:
        paths: Where the files are to stand; symbolic links are followed.

    Raises:
        ClsCheckError: one cannot be written.
    """
    targets = [_target(path) for path in paths]
    beside = tuple(map(name_beside, targets))
    try:
        for new, target in zip(beside, targets, strict=True):
            make_beside(new, target).close()  # whoever writes keeps the mode that it has now
        yield beside
        for new, target in zip(beside, targets, strict=True):
            _put_in_place(new, target)
    except OSError as error:
        raise in_plain_words(error, paths[0]) from error
    finally:
        # Also after Ctrl-C; once they are in place there is nothing left to remove.
        for new in beside:
            with contextlib.suppress(OSError):
                new.unlink()


def _target(path: Path) -> Path:
    """What is written in the end, where that is a file or nothing yet."""
    try:
        target = Path(os.path.realpath(path))
        check_is_a_file(target)
    except (OSError, ValueError) as error:
        raise in_plain_words(error, path) from error
    return target


def _put_in_place(new: Path, target: Path) -> None:
    if target.exists() and filecmp.cmp(new, target, shallow=False):
        return
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    new.replace(target)
    sync_folder(target.parent)
    sweep_once(target.parent)
