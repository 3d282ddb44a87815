"""Which files of a folder could be assessments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.read_from_disk import is_file, is_folder

if TYPE_CHECKING:
    from pathlib import Path

SUFFIXES = (".yaml", ".yml")
NO_ASSESSMENTS = (".open",)
"""How folders end that hold private answers: nothing in them is shown."""
SETTINGS = "cls-check.yaml"


def holds_assessments(source: Path) -> bool:
    """Whether it is a folder to look through; of a round being gathered its reader has more to say."""
    return is_folder(source) and source.suffix not in NO_ASSESSMENTS


def candidates(source: Path) -> list[Path]:
    """Every YAML file that could be an assessment, by name."""
    return sorted(
        path
        for path in source.rglob("*")
        if path.suffix in SUFFIXES
        and path.name != SETTINGS
        and is_file(path)
        and not any(_is_private(part) for part in path.relative_to(source).parts)
    )


def _is_private(part: str) -> bool:
    return part.startswith(".") or part.endswith(NO_ASSESSMENTS)
