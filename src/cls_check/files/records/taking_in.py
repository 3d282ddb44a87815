"""Answers that came out of files: taken into a record all at once, and known again.

    importing/           answers on their way; they count from the moment it has this name
    importing/again/     those that were here before, to be written anew
    importing/gone.json  the names of those that are taken back
    imported.json        a keyed mark for what each person answered, and how many answered so

A mark is made of nothing but the perspective and the answers, under a key of this record. Names,
times and the order of rows are not in it. Marks are kept for each source, without an order, and
they are deleted with the record.

The disk remembers when a file was made. So all voices are written anew whenever some are added, in
the order of their random names: nobody can tell in which order people came, or who came later.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, ClsCheckError, Place
from cls_check.files.atomic import make_private_folder, sync_folder, write_bytes, write_text
from cls_check.files.records.by_random_name import names_gone, new_id
from cls_check.files.records.hands import hands_text
from cls_check.files.records.ours import (
    AGAIN,
    GONE,
    HANDS,
    IMPORTED,
    IMPORTING,
    VOICES,
    keep_to_ourselves,
)
from cls_check.files.records.voices import voice_text
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from pathlib import Path

    from cls_check.domain.rounds.round import Hands, Voice
    from cls_check.files.records.folder import Record

FORMAT = 1
Marks = Counter[str]


class Ledger:
    """What was imported into a record: for each source, how many people left each mark."""

    def __init__(self, key: str, sources: Sequence[Marks]) -> None:
        """Begin with the key of the record, and the sources that are known."""
        self.key = key
        self.sources = tuple(sources)

    def mark(self, content: object) -> str:
        """The mark of what somebody answered; nobody can work it out without the record's key."""
        data = json.dumps(content, sort_keys=True, separators=(",", ":")).encode("utf-8")
        return hashlib.blake2b(data, key=bytes.fromhex(self.key), digest_size=16).hexdigest()

    def mark_of(self, voice: Voice) -> str:
        """The mark of a voice."""
        return self.mark([voice.perspective, dict(voice.answers) or dict(voice.levels)])

    def text(self) -> str:
        """As a file holds it; sorted, so that no order of entry is left."""
        sources = [dict(sorted(source.items())) for source in self.sources]
        ordered = sorted(sources, key=lambda source: [*source])
        tree = {"cls-check-imported": FORMAT, "key": self.key, "sources": ordered}
        return json.dumps(tree, indent=0) + "\n"


def ledger_of(record: Record) -> Ledger:
    """What was imported into a record before.

    Raises:
        BadFileError: the file that keeps it is broken.
    """
    for folder in (record.folder / IMPORTING, record.folder):
        path = folder / IMPORTED
        if path.is_file():
            return _ledger(path)
    return Ledger(secrets.token_hex(32), ())


def _ledger(path: Path) -> Ledger:
    try:
        tree: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        sources = [Counter({str(k): int(n) for k, n in each.items()}) for each in tree["sources"]]
        found = Ledger(str(tree["key"]), sources)
        found.mark("")
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadFileError.of(
            "This file keeps what was imported before, and it is broken.",
            "Without it, people could be counted twice. Put back a copy of it. Or begin the round "
            "again in a new folder, and import everything once more.",
            Place(one_line(str(path))),
        ) from None
    return found


def take_in(
    record: Record,
    voices: Iterable[Voice],
    hands: Hands | None,
    ledger: Ledger,
    gone: Collection[str] = (),
) -> None:
    """Add answers to a record, all of them or none, and remember that they were added.

    Those of the random names in `gone` are taken out with the same change of a name.

    Everything is written beside the record's own files first. A change of one name makes it
    count; from then on every reader sees all of it, and moving it into place can be done again.

    Raises:
        ClsCheckError: it cannot be written. The record is as it was.
    """
    settle(record)
    beside = record.folder / f".importing-{secrets.token_hex(4)}"
    try:
        _write_all(beside, record, voices, gone)
        if hands:
            make_private_folder(beside / HANDS)
            path = beside / HANDS / f"{new_id()}.yaml"
            write_text(path, hands_text(hands), replacing=None, private_since=record.time)
        write_text(beside / IMPORTED, ledger.text(), private_since=record.time)
        beside.rename(record.folder / IMPORTING)
        sync_folder(record.folder)
    except OSError as error:
        raise _not_written(record, error) from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)  # nothing is there any more where all went well
    settle(record)


def _write_all(
    beside: Path, record: Record, voices: Iterable[Voice], gone: Collection[str]
) -> None:
    """Write the new voices, and those that are here once more, so that none is told from another."""
    new = {f"{new_id()}.yaml": voice_text(voice).encode("utf-8") for voice in voices}
    here = {path.name: path.read_bytes() for path in (record.folder / VOICES).glob("[!.]*.yaml")}
    here = {name: data for name, data in here.items() if name.removesuffix(".yaml") not in gone}
    for folder in (beside, beside / VOICES, beside / AGAIN):
        make_private_folder(folder)
    if gone:
        text = json.dumps(sorted(gone), indent=0) + "\n"
        write_text(beside / GONE, text, private_since=record.time)
    for name in sorted([*new, *here] if new else []):
        kind, data = (VOICES, new[name]) if name in new else (AGAIN, here[name])
        path = beside / kind / name
        write_bytes(path, data, replacing=None, private_since=record.time)


def settle(record: Record) -> None:
    """Move what is on its way into place; it can be stopped at any moment and done again."""
    arriving = record.folder / IMPORTING
    if not arriving.is_dir():
        return
    try:
        _moved_into_place(record, arriving)
    except OSError as error:
        raise _not_written(record, error) from None
    keep_to_ourselves(record.folder, record.round.date)


def _moved_into_place(record: Record, arriving: Path) -> None:
    for kind in (VOICES, HANDS):
        if (arriving / kind).is_dir():
            make_private_folder(record.folder / kind)
            for path in sorted((arriving / kind).iterdir()):
                path.replace(record.folder / kind / path.name)
    for path in sorted((arriving / AGAIN).glob("*.yaml")):
        now = record.folder / VOICES / path.name
        if now.is_file() and now.read_bytes() == path.read_bytes():  # else it was changed since
            path.replace(now)
    for name in names_gone(record.folder):
        for kind in (VOICES, HANDS):
            (record.folder / kind / f"{name}.yaml").unlink(missing_ok=True)
    if (arriving / IMPORTED).is_file():
        (arriving / IMPORTED).replace(record.folder / IMPORTED)
    sync_folder(record.folder)
    shutil.rmtree(arriving)


def _not_written(record: Record, error: OSError) -> ClsCheckError:
    return ClsCheckError.of(
        f"The answers could not be moved into the round: {error.strerror or 'unknown reason'}.",
        "Close other programs that have files of it open. Then type the same again: nobody is lost, "
        "and nobody is counted twice.",
        Place(one_line(str(record.folder))),
    )


def is_of_hands(source: Marks) -> bool:
    """Whether a source was a sheet of counts."""
    return any(mark.startswith(HANDS) for mark in source)


def mark_of_hands(hands: Hands, ledger: Ledger) -> str:
    """The mark of counted hands."""
    return f"{HANDS} {ledger.mark([hands.present, hands.answers])}"


def both_kept(marks: Marks, ledger: Ledger) -> Ledger:
    """The ledger with a file of which somebody says that it is about other people."""
    return Ledger(ledger.key, [*ledger.sources, marks])
