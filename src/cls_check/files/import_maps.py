"""The file in which it is kept what the columns of a form mean: import-map.yaml."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cls_check.domain.rounds.import_map import NOTHING_TOLD, ImportMap
from cls_check.files.atomic import write_text
from cls_check.files.validation.kinds import validate_as
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.writer import to_yaml

if TYPE_CHECKING:
    from pathlib import Path

FILE = "import-map.yaml"


def file_for(folder: Path, questionnaire: str) -> Path:
    """The map of a questionnaire in a folder: the usual one, unless that is of another."""
    usual = folder / FILE
    if not os.path.lexists(usual):
        return usual
    written = validate_as(read_yaml(usual), ImportMap).questionnaire
    if written in {None, questionnaire}:
        return usual
    return folder / f"import-map-{questionnaire}.yaml"


def joined(written: ImportMap, said: ImportMap) -> ImportMap:
    """What is written in a map, with what was said since."""
    return written.model_copy(
        update={
            "columns": {**written.columns, **said.columns},
            "perspectives": {**written.perspectives, **said.perspectives},
            "answers": {**written.answers, **said.answers},
            "questionnaire": said.questionnaire or written.questionnaire,
        }
    )


def read_map(path: Path, *, must_be_there: bool) -> ImportMap:
    """What a map says; nothing, where there is none and none was named.

    Raises:
        BadFileError: it is not a map, or it is not there though it was named.
    """
    if not must_be_there and not os.path.lexists(path):
        return NOTHING_TOLD
    return validate_as(read_yaml(path), ImportMap)


def write_map(path: Path, told: ImportMap) -> bool:
    """Write a map, whole; gives whether it says anything new."""
    tree = {
        "cls-check-import-map": 1,
        "questionnaire": told.questionnaire,
        "columns": _numbered(told.columns),
        "perspectives": dict(told.perspectives),
        "answers": _numbered(told.answers),
        **told.own_notes,
    }
    return write_text(
        path, to_yaml({key: value for key, value in tree.items() if value not in ({}, None)})
    )


def _numbered(told: dict[str, str]) -> dict[str, str | int]:
    return {key: int(value) if value.isdigit() else value for key, value in told.items()}
