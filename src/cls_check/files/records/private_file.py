"""One private file that is written again and again while somebody answers.

It knows what stands on the disk. A file that is gone or broken is written again from what was
confirmed; one that was changed by somebody is never written over.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.errors import ClsCheckError, Place, RefusedError
from cls_check.files.atomic import WHATEVER, in_plain_words, make_private_folder, write_text
from cls_check.files.records.folder import made_again
from cls_check.files.records.ours import keep_to_ourselves
from cls_check.messages import one_line
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cls_check.files.records.folder import Record
    from cls_check.yaml.reader import Document

Outcome = Literal["saved", "file-was-gone", "folder-was-gone", "file-was-broken"]


class ChangedMeanwhileError(RefusedError):
    """Somebody else changed the file; what stands in it now is to be read first."""


@dataclass
class Kept:
    """A file of a record, and the bytes that we know to be in it; None where it is not there yet."""

    record: Record
    path: Path
    read: Callable[[Document], object]
    """Reads such a file, to tell a change from a file that was cut off."""
    known: bytes | None = None

    @classmethod
    def at(cls, record: Record, path: Path, read: Callable[[Document], object]) -> Kept:
        """The file at a path, with what stands in it now."""
        return cls(record, path, read, path.read_bytes() if path.exists() else None)

    def save(self, text: str) -> Outcome:
        """Write it, whole; when this returns, it is safe on the disk.

        Raises:
            ChangedMeanwhileError: it has other words in it now, which can be read.
            ClsCheckError: it cannot be written. What was there is there.
        """
        outcome = self._meanwhile()
        if outcome == "folder-was-gone":
            made_again(self.record)
        self._make_folder()
        replacing = self.known if outcome == "saved" else WHATEVER
        write_text(self.path, text, replacing=replacing, private_since=self.record.time)
        self.known = text.encode()
        keep_to_ourselves(self.record.folder, self.record.round.date)
        return outcome

    def _make_folder(self) -> None:
        try:
            make_private_folder(self.path.parent)
        except OSError as error:
            raise in_plain_words(error, self.path.parent) from None

    def _meanwhile(self) -> Outcome:
        """What has become of the file since it was written last."""
        if not self.record.folder.is_dir():
            return "folder-was-gone"
        try:
            now = self.path.read_bytes()
        except FileNotFoundError:
            return "saved" if self.known is None else "file-was-gone"
        except OSError:
            return "saved"  # writing will say what is wrong
        if now == self.known:
            return "saved"
        if self._is_whole(now):
            raise ChangedMeanwhileError.of(
                "This file was changed by another program in the meantime.",
                "Nothing was written over.",
                Place(one_line(str(self.path))),
            )
        return "file-was-broken"

    def _is_whole(self, data: bytes) -> bool:
        try:
            self.read(parse_yaml(data, self.path.name))
        except ClsCheckError:
            return False
        return True
