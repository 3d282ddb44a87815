"""Which files of a folder could be assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
NO_ASSESSMENTS = (".open",)
"""How folders end that hold private answers: nothing in them is shown."""
SETTINGS = "cls-check.yaml"


def holds_assessments(source: Path) -> bool:
    """Whether it is a folder to look through; of a round being gathered its reader has more to say."""
    try:
        return source.is_dir() and source.suffix not in NO_ASSESSMENTS
    except (OSError, ValueError):  # a name that no file can have
        return False


def candidates(source: Path) -> list[Path]:
    """Every YAML file that could be an assessment, by name."""
    return sorted(
        path
        for path in source.rglob("*")
        if path.suffix in SUFFIXES
        and path.name != SETTINGS
        and path.is_file()
        and not any(_is_private(part) for part in path.relative_to(source).parts)
    )


def _is_private(part: str) -> bool:
    return part.startswith(".") or part.endswith(NO_ASSESSMENTS)
