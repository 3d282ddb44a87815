"""Looking at a record as a neighbour on the same computer would."""

from __future__ import annotations

import os
import stat
from pathlib import Path

MIDNIGHT = 1788998400.0
"""2026-09-10, 00:00 Greenwich time."""


def loose(folder: Path) -> list[str]:
    """What in a record somebody else could read, and how: "voices 755"; the folder itself, too."""
    return [
        f"{path.relative_to(folder)} {mode:o}"
        for path in (folder, *sorted(folder.rglob("*")))
        if (mode := stat.S_IMODE(path.lstat().st_mode)) != (0o700 if path.is_dir() else 0o600)
    ]


def loose_anywhere(here: Path) -> list[str]:
    """The same of all records in a folder, also of one that is still being made."""
    folders = [path for path in here.iterdir() if ".open" in path.name and path.is_dir()]
    return [each for folder in folders for each in loose(folder)]


def telling(folder: Path) -> list[str]:
    """What in a record bears another time than the day of the round, read or written."""
    return [
        str(path.relative_to(folder))
        for path in (folder, *sorted(folder.rglob("*")))
        if path.lstat().st_mtime != MIDNIGHT
    ]


def loosened(folder: Path) -> None:
    """A record as version 0.1.0 before this one left it."""
    for number, path in enumerate((folder, *sorted(folder.rglob("*")))):
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (1_790_000_000 + number, 1_790_000_000 + number))
