"""Arguments and options that several commands take, or that say much."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from cls_check.domain.terms import MOST_ORGANISATIONS


class Stage(StrEnum):
    """How far the change is in this place."""

    GETTING_GOING = "getting-going"
    UNDER_WAY = "under-way"
    ESTABLISHED = "established"


Organisations = Annotated[
    int | None,
    typer.Option(
        min=1, max=MOST_ORGANISATIONS, help="How many organisations and groups people come from."
    ),
]

AssessmentFile = Annotated[
    Path,
    # Typer would stop at a file that may not be read, and say so in words of its own.
    typer.Argument(help="An assessment: a closed round.", readable=False),
]

# Where pages go, and how they look

OutputFolder = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="The folder to write into. Without it, the assessment's own."
    ),
]
Templates = Annotated[
    Path | None, typer.Option("--template", help="A folder with templates of your own.")
]
LargePrint = Annotated[bool, typer.Option("--large-print", help="Write it in large letters.")]
Title = Annotated[str | None, typer.Option(help="A title in place of ours.")]
Logo = Annotated[Path | None, typer.Option(help="A PNG or JPEG to put at the top.", readable=False)]
LogoText = Annotated[
    str | None, typer.Option(help="What the logo says, for those who cannot see it.")
]
Accent = Annotated[
    str | None, typer.Option(help="A colour for headings and links, such as #12436d.")
]


def open_option(what: str) -> typer.models.OptionInfo:
    """Whether to open what was made in a browser."""
    option: typer.models.OptionInfo = typer.Option(
        "--open/--no-open", help=f"Open the {what} in a browser."
    )
    return option
