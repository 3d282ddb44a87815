"""`cls-check init`: a folder for a place, ready to be kept in git."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.terminal import InputEndedError, Terminal
from cls_check.messages import as_typed
from cls_check.words.speech import label

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.workflows.init import Begun


def init(
    folder: Annotated[str, typer.Argument(help="Its name, or . for the folder you are in.")] = "",
    place: Annotated[str | None, typer.Option(help="The place that rounds will be about.")] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be made, and make nothing.")
    ] = False,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask for nothing.")] = False,
) -> None:
    """Make a folder for your own place, ready to be kept in git.

    What is in the folder already stays as it is.
    """
    from cls_check.workflows.init import begin_folder, folder_named

    home = folder_named(folder)
    if not (place or dry_run or no_input):
        place = _asked_place(home)
    begun = begin_folder(home, place, dry_run=dry_run)
    _tell(begun, dry_run=dry_run)
    _tell_of_what_stays(begun, place)
    if not dry_run:
        _tell_what_is_next(home)


def _asked_place(folder: Path) -> str | None:
    from cls_check.files.settings import FILE
    from cls_check.workflows.init import is_free

    if not is_free(folder, FILE):
        return None  # the answer would have nowhere to go
    try:
        return Terminal().ask(label("init.place")) or None
    except InputEndedError:
        return None


def _tell(begun: Begun, *, dry_run: bool) -> None:
    if not begun.new:
        note(label("init.nothing-to-make", folder=begun.folder))
        return
    note(label("init.would-make" if dry_run else "init.made", folder=begun.folder))
    for name in begun.new:
        say(str(begun.folder / name))


def _tell_of_what_stays(begun: Begun, place: str | None) -> None:
    from cls_check.files.settings import FILE
    from cls_check.workflows.init import PRIVATE

    if begun.new and begun.stays:
        note(label("init.stays", n=len(begun.stays), names=", ".join(begun.stays)))
    if place and FILE in begun.stays:
        note(label("init.place-not-written", file=FILE))
    if not begun.keeps_private:
        note(label("init.not-ignored", file=".gitignore", line=PRIVATE))


def _tell_what_is_next(folder: Path) -> None:
    commands = ["cls-check assess"]
    if folder.name:
        commands.insert(0, f"cd {as_typed(folder)}")
    note("\n".join([f"\n{label('init.next')}", *(f"  {command}" for command in commands)]))
