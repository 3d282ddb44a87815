"""`cls-check check`: is a file right, and does it give nobody away?"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.checked import tell_all
from cls_check.cli.screen.console import note
from cls_check.messages import quoted

FEWEST_DIGITS = 7


def check(
    files: Annotated[
        list[Path],
        # Typer would stop at the first that may not be read, and say so in words of its own.
        typer.Argument(
            help="Assessments, questionnaires, or folders of rounds being gathered.",
            readable=False,
        ),
    ],
    git: Annotated[
        bool,
        typer.Option(
            "--git/--no-git", help="Look at what git has of them too, in all of its history."
        ),
    ] = True,
    looked_at: Annotated[
        list[str] | None,
        typer.Option(
            "--looked-at",
            metavar="COMMIT",
            help="Leave out a version that is in git and broken, after you looked at it; once for "
            "each commit.",
        ),
    ] = None,
) -> None:
    """Check files: whether they can be used, and whether they give anybody away.

    Files of one place and day are looked at together, and so are other versions that git has.

    Exit code 0 where all is well, 1 where a file shows groups that are too small, 2 where one
    cannot be used.
    """
    from cls_check.workflows.checking.many_files import check_all

    commits = [_a_commit(each) for each in looked_at or ()]
    found = check_all(files, git=git, looked_at=commits)
    for folder in found.shallow:
        note(
            f"{folder} has the last part of its history alone, and no more was looked at. "
            "To get the rest: git fetch --unshallow"
        )
    for folder in found.not_asked:
        note(
            f"{folder} is kept by git, and git is not on this computer. "
            "What else git has of it was not looked at."
        )
    tell_all(found.files)


def _a_commit(word: str) -> str:
    if not re.fullmatch(rf"[0-9a-f]{{{FEWEST_DIGITS},64}}", word.lower()):
        raise typer.BadParameter(
            f"{quoted(word)} is not the id of a commit, or fewer than {FEWEST_DIGITS} digits of it.",
            param_hint="--looked-at",
        )
    return word.lower()
