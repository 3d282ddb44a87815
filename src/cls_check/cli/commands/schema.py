"""`cls-check schema`: what files and outputs look like, for editors and other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.console import note, say
from cls_check.words.speech import label

NAMED_IN_FILES = ("questionnaire", "assessment")
"""Schemas that files which we write may name in their first line."""


def schema(
    name: Annotated[
        str | None, typer.Argument(help="Which one. Without it, their names are listed.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="A file that ends in .json, or a folder. Without it, printed."
        ),
    ] = None,
) -> None:
    """Print a JSON Schema, for editors that complete and check, and for other programs."""
    from cls_check.exchange.schemas import schema_names, schema_text
    from cls_check.files.validation.schema_line import schema_file

    if name is None:
        say("\n".join(schema_names()))
        return
    _check_is_known(name, schema_names())
    text = schema_text(name)
    if output is None:
        say(text.rstrip("\n"))
    else:
        path = _written(name, text, output)
        say(str(path))
        if name in NAMED_IN_FILES and path.name == schema_file(name):
            note(label("schema.next", kind=name))


def _check_is_known(name: str, known: tuple[str, ...]) -> None:
    from cls_check.errors import UnknownNameError
    from cls_check.messages import did_you_mean, quoted

    if name not in known:
        raise UnknownNameError.of(
            f"There is no schema called {quoted(name)}.",
            did_you_mean(name, known) or f"The schemas are {', '.join(known)}.",
        )


def _written(name: str, text: str, output: Path) -> Path:
    """Write the schema; an older one may be replaced, anything else may not."""
    from cls_check.files.atomic import make_folder, write_text
    from cls_check.files.validation.schema_line import schema_file
    from cls_check.read_from_disk import is_file, read_bytes

    path = output if output.suffix == ".json" else output / schema_file(name)
    make_folder(path.parent)
    there = read_bytes(path, str(path)) if is_file(path) else None
    is_ours = there is not None and f'"urn:cls-check:{name}:'.encode() in there[:2000]
    write_text(path, text, replacing=there if is_ours else None)
    return path
