"""What is at hand in the folder of a place, told from the names of files alone: that is quick."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASSESSMENTS = "assessments"
"""The folder in the folder of a place where `init` has rounds and assessments kept."""

_RECORD = re.compile(r".*-(\d{4}-\d\d-\d\d)\.open")
_CLOSED = re.compile(r".*-(\d{4}-\d\d-\d\d)(?:-one-view(?:-\d+)?)?\.yaml")


def newest_record(home: Path) -> Path | None:
    """The round being gathered whose name has the latest day."""
    return _newest(home, _RECORD)


def newest_assessment(home: Path) -> Path | None:
    """The assessment whose name has the latest day."""
    return _newest(home, _CLOSED)


def assessments_at_hand(home: Path) -> list[Path]:
    """Every assessment of the folder of a place, by its name."""
    return [path for path in _entries(home) if _CLOSED.fullmatch(path.name)]


def _newest(home: Path, pattern: re.Pattern[str]) -> Path | None:
    dated = [
        (found[1], path.name, path)
        for path in _entries(home)
        if (found := pattern.fullmatch(path.name))
    ]
    return max(dated)[-1] if dated else None


def _entries(home: Path) -> Iterator[Path]:
    for folder in (home, home / ASSESSMENTS):
        try:
            yield from sorted(folder.iterdir())
        except OSError:
            continue  # not there, or not for us to see
