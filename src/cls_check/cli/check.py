"""`cls-check check`: is a file right, and does it give nobody away?"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.console import note, say

if TYPE_CHECKING:
    from cls_check.files.checking import Checked

BROKEN, UNSAFE = 2, 1


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
    from cls_check.files.checking import check as check_file

    tell_all([check_file(path) for path in files])


def tell_all(checked: list[Checked]) -> None:
    """Say what came of each file, and end with the exit code of the worst."""
    for one in checked:
        _tell(one)
    code = max(map(_code, checked))
    if code:
        raise typer.Exit(code)


def _code(checked: Checked) -> int:
    return BROKEN if checked.is_broken else UNSAFE if checked.problems else 0


def _tell(checked: Checked) -> None:
    from cls_check.errors import ClsCheckError

    if checked.problems:
        note(str(ClsCheckError(checked.problems)))
    else:
        say(f"{checked.name}: all is well. It is {checked.what}.")
