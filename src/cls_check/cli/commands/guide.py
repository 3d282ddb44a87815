"""`cls-check guide`: the facilitator's guide."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.console import note, say

PAGES = {".html", ".htm"}


class Format(StrEnum):
    """How the guide is written."""

    MARKDOWN = "markdown"
    HTML = "html"


def guide(
    file: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file to write. Without it, the guide is printed."),
    ] = None,
    wanted: Annotated[
        Format | None,
        typer.Option(
            "--format", help="How to write it. Without it, as the file's name says, or Markdown."
        ),
    ] = None,
) -> None:
    """Print the guide for facilitators: before the day, on the day, after it."""
    from cls_check.workflows.guide import guide_text

    named = Format.HTML if file and file.suffix.casefold() in PAGES else Format.MARKDOWN
    text = guide_text((wanted or named).value)
    if file is None:
        say(text.removesuffix("\n"))
        return
    from cls_check.files.atomic import write_text
    from cls_check.words.speech import label

    write_text(file, text)
    note(label("guide.made"))
    say(str(file))
