"""Arguments that several commands take."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AssessmentFile = Annotated[
    Path,
    # Typer would stop at a file that may not be read, and say so in words of its own.
    typer.Argument(help="An assessment: a closed round.", readable=False),
]
