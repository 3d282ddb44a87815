"""`cls-check config`: which settings are in force, and where each came from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cls_check.cli.screen.console import note, say
from cls_check.domain.terms import as_written
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.files.settings import Survey

NOT_RIGHT = 1


class Format(StrEnum):
    """How the settings are printed."""

    TABLE = "table"
    JSON = "json"


def config(
    kind: Annotated[
        Format, typer.Option("--format", help="A table to read, or JSON for programs.")
    ] = Format.TABLE,
) -> None:
    """Print each setting, its value, and where it came from.

    Exit code 0 where all is well, 1 where the settings file or a variable is not right.
    """
    from cls_check.files.settings import overlooked, survey

    found = survey()
    if kind is Format.JSON:
        say(_json(found))
    else:
        _print_table(found)
    for problem in (*found.problems, *overlooked(found)):
        note(str(problem))
    if found.problems:
        note(label("settings.others-stop"))
        raise typer.Exit(NOT_RIGHT)


def _print_table(found: Survey) -> None:
    from cls_check.cli.screen.tables import print_table

    heading = tuple(label(f"setting.{column}") for column in ("name", "value", "origin"))
    rows = [
        (as_written(name), _in_words(name, value, found), origin)
        for name, value, origin in _settings(found)
    ]
    print_table([heading, *rows], plain=found.in_force.plain)
    say()
    for line in _where_we_looked(found):
        say(line)


def _settings(found: Survey) -> Iterator[tuple[str, Any, str]]:
    """Each setting, its value, and where that came from."""
    from cls_check.cli.screen.settings import origin_in_words
    from cls_check.files.settings import NAMES

    for name in NAMES:
        value = None if name in found.unfit else getattr(found.in_force, name)
        origin = found.unfit.get(name) or found.in_force.origin(name)
        yield name, value, origin_in_words(origin)


def _in_words(name: str, value: Any, found: Survey) -> str:
    if name in found.unfit:
        return label("setting.unfit")
    if value is None:
        return label(f"unset.{name}")
    if isinstance(value, bool):
        return label("setting.yes" if value else "setting.no")
    return str(value)


def _where_we_looked(found: Survey) -> Iterator[str]:
    from cls_check.files.settings import FILE

    if found.file:
        key = "settings.file" if found.file_is_fit else "settings.file-unfit"
        yield label(key, file=found.file)
    elif found.looked_in:
        yield label("settings.no-file", file=FILE)
        yield from (f"  {folder}" for folder in found.looked_in)
    else:
        yield label("settings.no-folder")


def _json(found: Survey) -> str:
    import json

    document = {
        "schema": "cls-check/settings/1",
        "file": str(found.file) if found.file else None,
        "looked_in": [str(folder) for folder in found.looked_in],
        "settings": {
            as_written(name): {"value": _for_json(value), "from": origin}
            for name, value, origin in _settings(found)
        },
        "problems": [str(problem) for problem in found.problems],
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _for_json(value: Any) -> str | int | bool | None:
    return value if value is None or isinstance(value, bool | int) else str(value)
