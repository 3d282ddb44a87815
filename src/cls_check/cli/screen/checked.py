"""What came of checking files, and the exit code that says it to programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from cls_check.cli.screen.console import note, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.workflows.checking.one_file import Checked

BROKEN, UNSAFE = 2, 1


def tell_all(checked: Sequence[Checked]) -> None:
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
