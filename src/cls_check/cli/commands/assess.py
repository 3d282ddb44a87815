"""`cls-check assess`: one guided command, from the first question to the closed file."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.shared import Organisations, Stage
from cls_check.cli.screen.console import is_plain, note
from cls_check.cli.screen.terminal import InputEndedError, StoppedError, Terminal
from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.files.records import Record


EXIT_CODES = {KeyboardInterrupt: 130, InputEndedError: 2, StoppedError: 0}


class Way(StrEnum):
    """How people answer."""

    ALONE = "alone"
    ONE_AFTER_ANOTHER = "one-after-another"
    HANDS = "hands"
    TOGETHER = "together"


class Entry(StrEnum):
    """How answers come in, one person after another."""

    LAPTOP = "laptop"
    PAPER = "paper"


Date = Annotated[str | None, typer.Option(help="The day, as 2026-09-10. Without it, today.")]
Questionnaire = Annotated[
    str | None, typer.Option(help="The id of a questionnaire, or the path of its file.")
]
RoundName = Annotated[
    str | None, typer.Option("--round", help='A name for this round, such as "Autumn 2026".')
]
SensitiveGroup = Annotated[
    int | None,
    typer.Option(
        min=3, max=1000,
        help="From how many people on a group is shown for a sensitive factor; twice the usual "
        "without it. Only when a round begins.",
    ),
]  # fmt: skip
RecordOption = Annotated[
    Path | None, typer.Option(help="Go on with this round: a folder NAME.open.")
]
EntryOption = Annotated[
    Entry | None,
    typer.Option(help="One after another: at the laptop, or typed in from paper."),
]
Perspective = Annotated[
    str | None, typer.Option(help="Whose answers come now; ends after this one person.")
]
GoOn = Annotated[
    bool | None,
    typer.Option(
        "--go-on/--new-person", help="Go on with answers that stopped part of the way, or not."
    ),
]
Present = Annotated[
    list[str] | None,
    typer.Option(help="People in the room, as frontline=7; once for each perspective."),
]
EveryoneAnswered = Annotated[
    bool | None,
    typer.Option(
        "--everyone-answered/--more-to-come", help="Go on to the results, or stop for now."
    ),
]
Close = Annotated[
    bool | None,
    typer.Option("--close/--keep-open", help="Close the round now, or leave it open."),
]
Look = Annotated[
    bool | None,
    typer.Option("--look/--later", help="Look at the results together now, or later."),
]
Quotes = Annotated[
    bool | None,
    typer.Option(
        "--ok-to-quote/--no-quotes", help="Write down reasons, evidence and actions, or not."
    ),
]
Erase = Annotated[
    bool | None,
    typer.Option("--erase/--keep", help="Delete the single answers at the end, or keep them."),
]
Plain = Annotated[bool | None, typer.Option("--plain", help="No colour, boxes or moving.")]
NoInput = Annotated[
    bool, typer.Option("--no-input", help="Ask for nothing but the answers themselves.")
]


def assess(
    way: Annotated[Way | None, typer.Option(help="How people answer.")] = None,
    place: Annotated[str | None, typer.Option(help="The place that it is about.")] = None,
    date: Date = None,
    questionnaire: Questionnaire = None,
    stage: Annotated[Stage | None, typer.Option(help="How far the change is here.")] = None,
    organisations: Organisations = None,
    round_name: RoundName = None,
    sensitive_group: SensitiveGroup = None,
    language: Annotated[str | None, typer.Option(help="The questionnaire's language.")] = None,
    record: RecordOption = None,
    folder: Annotated[Path | None, typer.Option(help="Where rounds are kept.")] = None,
    entry: EntryOption = None,
    perspective: Perspective = None,
    go_on: GoOn = None,
    present: Present = None,
    everyone_answered: EveryoneAnswered = None,
    close: Close = None,
    look: Look = None,
    quotes: Quotes = None,
    erase: Erase = None,
    plain: Plain = None,
    no_input: NoInput = False,
) -> None:
    """Run a round: gather answers, look at them together, write down what you agree.

    Answers come from one person, one after another, paper, or hands that you count. Every
    answer is saved at once: stop whenever you like and go on later.
    """
    from cls_check.cli.workshop.begin import settled

    known = settled(questionnaire=questionnaire, language=language, folder=folder, plain=plain)
    wishes = replace(
        known,
        way=way and way.value,
        place=place, date=date, stage=stage and stage.value,
        organisations=organisations,
        round_name=round_name,
        sensitive_group=sensitive_group,
        record=record,
        perspective=perspective,
        entry=entry and entry.value,
        present=_counted(present or []),
        go_on=go_on,
        everyone_answered=everyone_answered,
        close=close, look=look, quotes=quotes, erase=erase,
    )  # fmt: skip
    _run(Terminal(is_plain(wished=known.plain), no_input), wishes)


def _counted(given: list[str]) -> dict[str, int]:
    """The people of each perspective from options such as `frontline=7`."""
    counted = {}
    for one in given:
        group, _, number = one.partition("=")
        if not (group and number.isdecimal() and number.isascii() and len(number) < 5):
            raise ClsCheckError.of(
                f'--present needs a perspective and a number, not "{one[:60]}".',
                "For example --present frontline=7. Give it once for each perspective.",
            )
        counted[group] = int(number)
    return counted


def _run(terminal: Terminal, wishes: Wishes) -> None:
    """One sitting; however it ends, what was answered is safe, and how to go on is said."""
    from cls_check.cli.workshop.begin import closed_round, opened_record
    from cls_check.cli.workshop.sitting import go_on_talking, sit

    record = None
    try:
        closed = closed_round(wishes)
        if closed:
            go_on_talking(terminal, closed, wishes)
            return
        record = opened_record(terminal, wishes)
        sit(terminal, record, wishes)
    except (KeyboardInterrupt, InputEndedError, StoppedError) as stop:
        if record and record.round.way != Way.ALONE.value:
            terminal.clear()
        _tell_how_to_go_on(record)
        raise typer.Exit(EXIT_CODES[type(stop)]) from None


def _tell_how_to_go_on(record: Record | None) -> None:
    from cls_check.words.speech import label

    note()
    if record is None:
        note(label("assess.stopped-before"))
    elif record.folder.exists():
        note(label("assess.stopped", folder=record.folder))
        note(label("assess.to-go-on", folder=record.folder))
