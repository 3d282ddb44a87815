"""`cls-check check`: is a file right, and does it give nobody away?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.checked import tell_all


def check(
    files: Annotated[
        list[Path],
        # Typer would stop at the first that may not be read, and say so in words of its own.
        typer.Argument(
            help="Assessments, questionnaires, or folders of rounds being gathered.",
            readable=False,
        ),
    ],
) -> None:
    """Check files: whether they can be used, and whether they give anybody away.

    Exit code 0 where all is well, 1 where a file shows groups that are too small, 2 where one
    cannot be used.
    """
    from cls_check.workflows.check import check as check_file

    tell_all([check_file(path) for path in files])
