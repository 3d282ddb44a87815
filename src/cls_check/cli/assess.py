"""`cls-check assess`: gather a round, alone or one after another."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.console import InputEndedError, StoppedError, Terminal, is_plain, note

if TYPE_CHECKING:
    from cls_check.files.records import Record


EXIT_CODES = {KeyboardInterrupt: 130, InputEndedError: 2, StoppedError: 0}


class Way(StrEnum):
    """How people answer."""

    ALONE = "alone"
    ONE_AFTER_ANOTHER = "one-after-another"


class Stage(StrEnum):
    """How far the change is in this place."""

    GETTING_GOING = "getting-going"
    UNDER_WAY = "under-way"
    ESTABLISHED = "established"


def assess(
    way: Annotated[Way | None, typer.Option(help="How people answer.")] = None,
    place: Annotated[str | None, typer.Option(help="The place that it is about.")] = None,
    date: Annotated[
        str | None, typer.Option(help="The day, as 2026-09-10. Without it, today.")
    ] = None,
    questionnaire: Annotated[
        str | None, typer.Option(help="The id of a questionnaire, or the path of its file.")
    ] = None,
    stage: Annotated[Stage | None, typer.Option(help="How far the change is here.")] = None,
    round_name: Annotated[
        str | None, typer.Option("--round", help='A name for this round, such as "Autumn 2026".')
    ] = None,
    perspective: Annotated[
        str | None, typer.Option(help="Whose answers come now; ends after this one person.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The questionnaire's language.")] = None,
    record: Annotated[
        Path | None, typer.Option(help="Go on with this round: a folder NAME.open.")
    ] = None,
    folder: Annotated[Path, typer.Option(help="Where rounds are kept.")] = Path(),
    plain: Annotated[bool, typer.Option("--plain", help="No colour, boxes or moving.")] = False,
    no_input: Annotated[
        bool, typer.Option("--no-input", help="Ask for nothing but the answers themselves.")
    ] = False,
) -> None:
    """Answer a questionnaire: alone, or one person after another on one laptop.

    Every answer is saved at once. Stop whenever you like and go on later.
    """
    from cls_check.cli.gathering import Wishes, gather, opened_record

    terminal = Terminal(is_plain(wished=plain), no_input)
    today = datetime.now(tz=UTC).astimezone().date().isoformat()
    wishes = Wishes(
        way and way.value,
        place,
        date,
        questionnaire,
        stage and stage.value,
        round_name,
        perspective,
        language,
        record,
        folder,
        today,
    )
    gathered = None
    try:
        gathered = opened_record(terminal, wishes)
        gather(terminal, gathered, wishes)
    except (KeyboardInterrupt, InputEndedError, StoppedError) as stop:
        if gathered and gathered.round.way != Way.ALONE.value:
            terminal.clear()
        _tell_how_to_go_on(gathered)
        raise typer.Exit(EXIT_CODES[type(stop)]) from None


def _tell_how_to_go_on(record: Record | None) -> None:
    from cls_check.words.speech import label

    note()
    if record is None:
        note("Stopped. Nothing was begun.")
    elif record.folder.exists():
        note(label("assess.stopped", folder=record.folder))
        note(label("assess.to-go-on", folder=record.folder))
