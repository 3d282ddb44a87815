"""Giving a result: to standard output, or into a file that cannot be anybody's answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note

if TYPE_CHECKING:
    from collections.abc import Mapping

ENDINGS: Mapping[str, tuple[str, ...]] = {
    "text": (".txt",),
    "markdown": (".md", ".markdown"),
    "json": (".json",),
    "html": (".html", ".htm"),
}
"""How the name of a file ends that holds each form. None is how an assessment ends."""


def check_ending(output: Path | None, form: str) -> None:
    """Go on only where nothing but an earlier result can be written over.

    Raises:
        ClsCheckError: the file's name ends as those of other files do.
    """
    from cls_check.errors import ClsCheckError
    from cls_check.messages import quoted

    if output is None or output.suffix.casefold() in ENDINGS[form]:
        return
    usual = ENDINGS[form][0]
    raise ClsCheckError.of(
        f"{quoted(str(output))} does not end in {usual}, so it may be another file.",
        f"Give it a name that does, such as {output.with_suffix(usual).name}.",
    )


def give(told: str, output: Path | None) -> None:
    """Print a result, or write it into a file."""
    if output is None:
        sys.stdout.write(told + "\n")
        return
    from cls_check.files.atomic import write_text

    write_text(output, told + "\n")
    note(f"Written to {output}.")
