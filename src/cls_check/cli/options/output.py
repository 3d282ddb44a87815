"""How a comparison or a history is told, and where it goes."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    pass


class Format(StrEnum):
    """How a comparison or a history is told."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"
    HTML = "html"


ResultFormat = Annotated[Format, typer.Option("--format", help="How it is told.")]
OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", help="A file to write into. Without it, it is printed."),
]
