"""Writing into a record: alone, and with all of it private and tidy before and after."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from cls_check.errors import RefusedError
from cls_check.files.records.erasing import left_of, sweep_beside, sweep_in
from cls_check.files.records.lock import held
from cls_check.files.records.ours import ROUND, keep_to_ourselves
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.files.records.folder import Record


@contextlib.contextmanager
def alone_in(record: Record) -> Iterator[None]:
    """Hold the record while this lasts.

    What a kill left in it is taken away. A record that was made by an earlier version, or copied
    from elsewhere, is closed to everybody else.

    Raises:
        RefusedError: another window holds it, or it was deleted since it was opened.
    """
    try:
        with held(record.folder) as is_sure:
            _check_is_there(record)
            if is_sure:
                sweep_in(record.folder)
            keep_to_ourselves(record.folder, record.round.date)
            sweep_beside(record.folder)
            yield
    finally:
        if record.folder.is_dir():
            keep_to_ourselves(record.folder, record.round.date)


def _check_is_there(record: Record) -> None:
    """Whoever opened it may have waited for a person while another window erased it."""
    if left := left_of(record.folder):
        raise left
    if not (record.folder / ROUND).is_file():
        raise RefusedError.of(
            f"{one_line(str(record.folder))} is not there any more.",
            "Nothing was written. Look for it, or begin the round again.",
        )
