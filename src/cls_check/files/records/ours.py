"""What in the folder of a record is ours, by name alone, and how it is kept from everybody else.

Only these names are ever tightened, swept or erased. Whatever else somebody put into the folder is
theirs, and nothing is looked for through a link.

All that is ours bears one time: the day of the round, at midnight. It stands in `round.yaml` anyway,
so it tells nothing. The time of the last answer would tell who was last, and that of the first
file when people began to come.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cls_check.files.atomic import PRIVATE_FILE, PRIVATE_FOLDER, UNFINISHED, give_time

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SUFFIX = ".open"
ROUND, QUESTIONNAIRE, VOICES, HANDS = "round.yaml", "questionnaire.yaml", "voices", "hands"
NOTES, TALK, IMPORTED, LOCK = "notes.yaml", "talk.yaml", "imported.json", ".lock"
CLOSED, COUNTED = "closed", "counted"
IMPORTING, AGAIN, GONE = "importing", "again", "gone.json"
"""Where answers out of files are until they are in place; they count (see `imports`)."""
ERASING = ".erasing"
"""What the folder of voices is called from the moment that a record is being erased."""
IGNORE, IGNORE_EVERYTHING = (
    ".gitignore",
    ("# Answers of single people: private. They never go into git.\n*\n"),
)

RANDOM_NAME = re.compile("[0-9a-f]+")
UNFINISHED_IMPORT = re.compile(r"\.importing-[0-9a-f]{8}")
UNFINISHED_RECORD = re.compile(r"\..+\.open-[0-9a-f]{8}")

_FILES = re.compile(rf"{CLOSED}-[0-9]+\.yaml|{COUNTED}-[0-9]+\.json|" + "|".join(
    map(re.escape, (NOTES, TALK, IMPORTED, GONE, QUESTIONNAIRE, LOCK, IGNORE, ROUND))))  # fmt: skip
_FOLDERS = (ERASING, VOICES, HANDS, IMPORTING)
_ANSWERS = re.compile(r"[0-9a-f]+\.yaml")
_LAST = (QUESTIONNAIRE, LOCK, ROUND, IGNORE)
"""What is erased last. Without a file of particulars nobody would know what the rest was."""


@dataclass(frozen=True)
class Inside:
    """What is in the folder of a record, each in the order in which it is erased."""

    files: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    strange: list[Path] = field(default_factory=list)
    """What is not ours: never touched."""

    def has(self, name: str) -> bool:
        """Whether something of ours has this name, in the folder itself."""
        return any(path.name == name for path in (*self.files, *self.folders))

    @property
    def answers(self) -> list[Path]:
        """The files of voices and of shows of hands."""
        return [path for path in self.files if _ANSWERS.fullmatch(path.name)]

    @property
    def private(self) -> list[Path]:
        """The files that nobody else may see: all but those that say what the folder is."""
        return [path for path in self.files if path.name not in _LAST]


def inside(folder: Path) -> Inside:
    """What is in a folder. Where it cannot be looked into, nothing.

    Raises:
        OSError: a folder in it may not be looked into.
    """
    found = Inside()
    _look(folder, found, _FILES, _FOLDERS)
    found.files.sort(key=lambda path: (path.parent == folder, _when(path.name)))
    return found


def is_name_inside(parts: Sequence[str]) -> bool:
    """Whether something of ours has this name in the folder of a record, or is in such a folder."""
    name = parts[0].casefold()
    if len(parts) > 1:
        return name in _FOLDERS or UNFINISHED_IMPORT.fullmatch(name) is not None
    return name != IGNORE and _FILES.fullmatch(name) is not None


def _when(name: str) -> int:
    return _LAST.index(name) if name in _LAST else -1


def _look(folder: Path, found: Inside, files: re.Pattern[str], folders: tuple[str, ...]) -> None:
    for path in sorted(folder.iterdir()):
        mode = path.lstat().st_mode  # a link leads elsewhere: it is not ours
        if stat.S_ISDIR(mode) and (path.name in folders or _is_import(path)):
            deeper = (VOICES, HANDS, AGAIN) if "importing" in path.name else ()
            _look(path, found, _FILES if deeper else _ANSWERS, deeper)
            found.folders.append(path)
        elif stat.S_ISREG(mode) and (files.fullmatch(path.name) or UNFINISHED.fullmatch(path.name)):
            found.files.append(path)
        else:
            found.strange.append(path)


def _is_import(path: Path) -> bool:
    return UNFINISHED_IMPORT.fullmatch(path.name) is not None


def time_of(date: str) -> float:
    """The time that everything in a record bears: its day, at midnight, Greenwich time."""
    return datetime.fromisoformat(date).replace(tzinfo=UTC).timestamp()


def keep_to_ourselves(folder: Path, date: str) -> None:
    """Let nobody else read a record, and let no time in it tell who came when, where that can be.

    Everything is touched at once, in the order of random names: so what the disk notes down
    by itself, when a file was read or changed, is about the same for all, too.
    """
    with contextlib.suppress(OSError):
        found = inside(folder)
        for path in found.files:
            _tighten(path, PRIVATE_FILE)
            give_time(path, time_of(date))
        for path in (*found.folders, folder):
            _tighten(path, PRIVATE_FOLDER)
            give_time(path, time_of(date))


def _tighten(path: Path, mode: int) -> None:
    """Take away what others may do; what the owner does not want to do either stays so."""
    with contextlib.suppress(OSError):
        now = stat.S_IMODE(path.stat().st_mode)
        if os.name != "nt" and now & ~mode:
            path.chmod(now & mode)
