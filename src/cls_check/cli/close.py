"""`cls-check close`: from a record to an assessment that gives nobody away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.console import note, say
from cls_check.cli.terminal import Terminal
from cls_check.domain.terms import USUAL_MINIMUM_GROUP

if TYPE_CHECKING:
    from cls_check.files.settings import InForce
    from cls_check.workflows.closing import Closed


def close(
    records: Annotated[
        list[Path],
        typer.Argument(help="One or more folders NAME.open of the same round.", readable=False),
    ],
    folder: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write the assessment into.")
    ] = None,
    minimum_group: Annotated[
        int | None,
        typer.Option(min=3, max=1000, help="The fewest people a shown group may have."),
    ] = None,
    accept_smaller_groups: Annotated[
        bool, typer.Option("--accept-smaller-groups", help="Needed for a minimum of 3 or 4.")
    ] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write new numbers into a file that is there.")
    ] = False,
    erase: Annotated[
        bool | None,
        typer.Option("--erase/--keep", help="Delete the single answers afterwards, or keep them."),
    ] = None,
) -> None:
    """Close a round: add up the answers, join groups that are too small, write one file."""
    from cls_check.files.settings import in_force
    from cls_check.workflows.closing import close_records, erase_records

    settings = in_force(folder=folder, minimum_group=minimum_group)
    _check_minimum(settings, accepted=accept_smaller_groups)
    into = settings.folder or beside(records[0])
    closed = close_records(records, into, minimum_group=settings.minimum_group, replacing=replace)
    _tell(closed)
    if _wants_erasing(erase):
        erase_records(records)
        note("The answers of single people are erased.")
    else:
        note("The answers of single people are still in the folder. Keep it private.")


def beside(record: Path) -> Path:
    """The folder that a record is in, as short as it was typed."""
    return record.parent if record.name else record.resolve().parent


def _check_minimum(settings: InForce, *, accepted: bool) -> None:
    from cls_check.cli.origins import origin_in_words
    from cls_check.errors import RefusedError

    if settings.minimum_group < USUAL_MINIMUM_GROUP and not accepted:
        origin = origin_in_words(settings.origin("minimum_group"))
        raise RefusedError.of(
            f"In groups of fewer than {USUAL_MINIMUM_GROUP} people, answers can often be guessed.",
            "If everybody has agreed to it, add --accept-smaller-groups. The report will say so.\n"
            f"The smallest group is set to {settings.minimum_group} here: {origin}.",
        )


def _tell(closed: Closed) -> None:
    from cls_check.domain.tally import people_in_words

    assessment = closed.assessment
    took_part = assessment.took_part
    note(
        f"{assessment.people} people took part." if assessment.people > 1 else "1 person answered."
    )
    if "other-perspectives" in took_part:
        note(
            f"Groups that were too small to show are joined: other-perspectives, "
            f"{took_part['other-perspectives']} people."
        )
    elif "everyone" in took_part and assessment.perspectives:
        note("The groups are too small to show one by one. Only everyone together is shown.")
    if closed.unfinished:
        note(
            f"{people_in_words(closed.unfinished)} stopped part of the way. What they answered is counted."
        )
    note("The assessment is here:" if closed.written else "Nothing has changed since this file:")
    say(str(closed.path))
    note(f"Next: cls-check report {closed.path}")


def _wants_erasing(erase: bool | None) -> bool:
    if erase is not None:
        return erase
    if not sys.stdin.isatty():
        return False
    terminal = Terminal()
    return terminal.agrees("Erase the answers of single people now?", option="--erase or --keep")
