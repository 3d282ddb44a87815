"""`cls-check git`: let git show assessments as sentences."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.screen.console import note, say
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.workflows.git_install import Edit

app = typer.Typer(
    help="Let git show assessments as sentences.",
    rich_markup_mode=None,
    add_completion=False,
    no_args_is_help=True,
)

NOT_SET_UP = 1

ForAll = Annotated[
    bool, typer.Option("--global", help="For all repositories of yours, not for this one alone.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would change, and change nothing.")
]


@app.command("install")
def install_it(for_all: ForAll = False, dry_run: DryRun = False) -> None:
    """Set it up, for the assessments in this folder."""
    from cls_check.workflows.git_install import ATTRIBUTES, has_program, install

    edits = install(Path(), for_all=for_all, dry_run=dry_run)
    changed = bool(edits) and not dry_run
    if changed:
        _name(edits)
    else:
        _tell(edits, "git.would-write", "git.already")
    if not has_program():
        note(label("git.program-no"))
    elif changed:
        note(label("git.now"))
    if changed and any(edit.file.name == ATTRIBUTES for edit in edits):
        note(label("git.commit-it", file=ATTRIBUTES))


@app.command("status")
def status_of_it(for_all: ForAll = False) -> None:
    """Say how far it is set up. Exit code 1 where something is missing."""
    from cls_check.workflows.git_install import status

    found = status(Path(), for_all=for_all)
    say(label(f"git.config-{found.config}", file=found.config_file))
    marked = "yes" if found.attributes else "no"
    say(label(f"git.attributes-{marked}", file=found.attributes_file))
    say(label(f"git.program-{'yes' if found.program else 'no'}"))
    if found.config != "yes" or not found.attributes or not found.program:
        raise typer.Exit(NOT_SET_UP)


@app.command("uninstall")
def uninstall_it(for_all: ForAll = False, dry_run: DryRun = False) -> None:
    """Take it out again. The files are then as they were."""
    from cls_check.workflows.git_install import uninstall

    edits = uninstall(Path(), for_all=for_all, dry_run=dry_run)
    if dry_run or not edits:
        _tell(edits, "git.would-lose", "git.nothing-there")
        return
    _name(edits)
    note(label("git.gone"))


def _name(edits: tuple[Edit, ...]) -> None:
    for edit in edits:
        say(label("git.wrote", file=edit.file))


def _tell(edits: tuple[Edit, ...], what: str, nothing: str) -> None:
    for edit in edits:
        say(label(what, file=edit.file))
        for line in edit.lines():
            say(f"  {line.expandtabs(4)}")
    if not edits:
        note(label(nothing))
