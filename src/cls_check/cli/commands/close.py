"""`cls-check close`: from a record to an assessment that gives nobody away."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.screen.console import is_plain, note, say
from cls_check.cli.screen.terminal import Terminal
from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES, USUAL_MINIMUM_GROUP

if TYPE_CHECKING:
    from cls_check.api import Closed
    from cls_check.files.settings import InForce


MinimumGroup = Annotated[
    int | None, typer.Option(min=3, max=1000, help="The fewest people a shown group may have.")
]
SmallerGroups = Annotated[
    bool, typer.Option("--accept-smaller-groups", help="Needed for a minimum of 3 or 4.")
]
Now = Annotated[
    bool, typer.Option("--now", help="Close without a question, whatever there is to know.")
]


def close(
    records: Annotated[
        list[Path],
        typer.Argument(help="One or more folders NAME.open of the same round.", readable=False),
    ],
    folder: Annotated[
        Path | None, typer.Option("--output", "-o", help="The folder to write the assessment into.")
    ] = None,
    minimum_group: MinimumGroup = None,
    accept_smaller_groups: SmallerGroups = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Write new numbers into a file that is there.")
    ] = False,
    now: Now = False,
    erase: Annotated[
        bool | None,
        typer.Option("--erase/--keep", help="Delete the single answers afterwards, or keep them."),
    ] = None,
) -> None:
    """Close a round: add up the answers, join groups that are too small, write one file."""
    from cls_check import api
    from cls_check.cli.workshop.finish import tell_erased
    from cls_check.files.settings import in_force
    from cls_check.words.speech import label
    from cls_check.workflows.close import erase_records, finish_erasing, said_in

    if erase and (strange := finish_erasing(records)) is not None:
        tell_erased(strange)
        return
    settings = in_force(folder=folder, minimum_group=minimum_group)
    _check_minimum(settings, accepted=accept_smaller_groups)
    into = settings.folder or beside(records[0])
    if not _go_on(records, settings.minimum_group, now=now):
        note(label("close.waits"))
        raise typer.Exit(1)
    said = said_in(records)
    closed = api.close(
        records,
        into,
        minimum_group=settings.minimum_group,
        accept_smaller_groups=accept_smaller_groups,
        replace=replace,
    )
    _tell(closed)
    if _wants_erasing(erase):
        tell_erased(erase_records(records, said))
    else:
        note(label("close.kept", n=len(records)))


def _go_on(records: list[Path], minimum_group: int, *, now: bool) -> bool:
    """Say what closing will do; whether to go on is asked where somebody is there to answer."""
    from cls_check.cli.screen.tell_foresight import foretold
    from cls_check.words.speech import label, speak
    from cls_check.workflows.close import foreseen
    from cls_check.workflows.join_rooms import gathered

    everything = gathered(records)
    speak(everything.round.language)
    found = foreseen(everything, minimum_group)
    known = {key: each.name for key, each in everything.questionnaire.perspectives.items()}
    named = {group: known.get(group, label("group.everyone")) for group in everything.sizes}
    for sentence in foretold(found, named):
        note(sentence)
    if now or not found.is_worth_waiting or not somebody_can_answer():
        return True
    return Terminal(is_plain()).agrees(label("close.now"), option="--now")


def somebody_can_answer() -> bool:
    """Whether a person sits at the terminal, and not a program."""
    return sys.stdin.isatty()


def beside(record: Path) -> Path:
    """The folder that a record is in, as short as it was typed."""
    return record.parent if record.name else record.resolve().parent


def _check_minimum(settings: InForce, *, accepted: bool) -> None:
    from cls_check.cli.screen.settings import origin_in_words
    from cls_check.errors import RefusedError

    if settings.minimum_group < USUAL_MINIMUM_GROUP and not accepted:
        origin = origin_in_words(settings.origin("minimum_group"))
        raise RefusedError.of(
            f"In groups of fewer than {USUAL_MINIMUM_GROUP} people, answers can often be guessed.",
            "If everybody has agreed to it, add --accept-smaller-groups. The report will say so.\n"
            f"The smallest group is set to {settings.minimum_group} here: {origin}.",
        )


def _tell(closed: Closed) -> None:
    from cls_check.words.speech import label, speak
    from cls_check.workflows.other_versions import is_unseen

    assessment = closed.assessment
    speak(assessment.language)
    note(label("end.who-came", n=assessment.people))
    if OTHER_PERSPECTIVES in assessment.took_part:
        note(label("close.joined", n=assessment.took_part[OTHER_PERSPECTIVES]))
    elif EVERYONE in assessment.took_part and assessment.perspectives:
        note(label("close.all-joined"))
    if closed.unfinished:
        note(label("end.unfinished", n=closed.unfinished))
    note(label("close.here" if closed.written else "close.nothing-new"))
    say(str(closed.path))
    if is_unseen(closed.path):
        note(label("close.no-git", file=closed.path))
    note(label("close.next", file=closed.path))


def _wants_erasing(erase: bool | None) -> bool:
    from cls_check.words.speech import label

    if erase is not None:
        return erase
    if not somebody_can_answer():
        return False
    return Terminal(is_plain()).agrees(label("end.erase"), option="--erase or --keep")
