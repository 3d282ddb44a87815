"""`cls-check import`: answers out of a spreadsheet or a form's file, into a round."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.shared import Organisations, Stage
from cls_check.cli.screen.console import is_plain
from cls_check.cli.screen.terminal import InputEndedError, NeededOptionError, StoppedError, Terminal
from cls_check.errors import BadFileError, ClsCheckError, RefusedError
from cls_check.messages import as_typed
from cls_check.read_from_disk import is_folder
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.exchange.incoming.response import Response
    from cls_check.files.records import Record
    from cls_check.workflows.import_answers import ImportRequest, Plan


MANY = 500
"""People whose answers take more than a second to be safe on the disk."""


Files = Annotated[
    list[Path] | None,
    typer.Argument(help="One or more .xlsx, .csv or .json files with answers.", readable=False),
]
Into = Annotated[
    Path | None, typer.Option(help="The round: a folder NAME.open. Without it, a new one.")
]
Date = Annotated[
    str | None, typer.Option(help="The day of a new round, as 2026-09-10. Else today.")
]
Questionnaire = Annotated[
    str | None, typer.Option(help="The questionnaire of a new round: its id or its file.")
]
RoundName = Annotated[str | None, typer.Option("--round", help="A name for a new round.")]
Map = Annotated[
    Path | None,
    typer.Option(
        "--map", help="What the columns mean. Without it, import-map.yaml beside the round."
    ),
]
Perspective = Annotated[
    str | None, typer.Option(help="Of everybody whose perspective is not in the file.")
]
LeaveOut = Annotated[
    list[int] | None,
    typer.Option(min=1, help="A row that is not to be imported; once for each."),
]
OtherPeople = Annotated[
    bool,
    typer.Option("--other-people", help="Nobody in it was in a file before, also if alike."),
]
Code = Annotated[
    bool,
    typer.Option("--code", help="Type in codes of our offline page, or read them from FILES."),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what would be imported, and write nothing.")
]
Plain = Annotated[bool | None, typer.Option("--plain", help="No colour, boxes or moving.")]
NoInput = Annotated[bool, typer.Option("--no-input", help="Ask for nothing; a guess is an error.")]


def import_answers(
    files: Files = None,
    into: Into = None,
    place: Annotated[str | None, typer.Option(help="The place of a new round.")] = None,
    date: Date = None,
    questionnaire: Questionnaire = None,
    stage: Annotated[Stage | None, typer.Option(help="How far the change is there.")] = None,
    organisations: Organisations = None,
    round_name: RoundName = None,
    language: Annotated[str | None, typer.Option(help="The questionnaire's language.")] = None,
    folder: Annotated[Path | None, typer.Option(help="Where rounds are kept.")] = None,
    mapping: Map = None,
    perspective: Perspective = None,
    leave_out: LeaveOut = None,
    other_people: OtherPeople = False,
    code: Code = False,
    dry_run: DryRun = False,
    plain: Plain = None,
    no_input: NoInput = False,
) -> None:
    """Import answers from a spreadsheet, or from the file of an online form.

    It knows the files of Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey, ODK and Kobo,
    and plain sheets. It says what it understood, and asks before it imports. Names, addresses
    and times are thrown away. The same file imported again adds nobody twice.
    """
    from cls_check.cli.workshop.begin import ONE_AFTER_ANOTHER, settled
    from cls_check.workflows.import_answers import ImportRequest, plan_import

    known = settled(questionnaire=questionnaire, language=language, folder=folder, plain=plain)
    terminal = Terminal(is_plain(wished=known.plain), no_input)
    wishes = replace(
        known,
        way=ONE_AFTER_ANOTHER,
        place=place,
        date=date,
        stage=stage and stage.value,
        organisations=organisations,
        asks_organisations=False,
        round_name=round_name,
        record=into,
    )
    given = _checked(files or [], code=code)
    record, is_new = _record(terminal, wishes)
    request = ImportRequest(
        given, record, mapping, perspective, frozenset(leave_out or ()), other_people
    )
    with _taken_back(record if is_new else None):
        plan = _codes(terminal, request) if code else plan_import(request)
        _imported(terminal, plan, dry_run=dry_run)


def _checked(files: list[Path], *, code: bool) -> tuple[Path, ...]:
    """The files that were named, seen to be there before anything is asked."""
    from cls_check.workflows.import_answers import check_file

    if not (files or code):
        raise ClsCheckError.of(
            "Which file has the answers?",
            "For example: cls-check import answers.xlsx --into NAME.open\n"
            "To type in codes: cls-check import --code --into NAME.open",
        )
    for file in files:
        check_file(file)
    return tuple(dict.fromkeys(files))


def _codes(terminal: Terminal, request: ImportRequest) -> Plan:
    """The people whose codes are typed, or stand in files, one a line."""
    from cls_check.workflows.import_codes import codes_in, plan_codes

    people = codes_in(request) if request.files else typed_codes(terminal, request)
    return plan_codes(request, people)


def _record(terminal: Terminal, wishes: Wishes) -> tuple[Record, bool]:
    """The round to import into, and whether it was begun for this."""
    from cls_check.cli.workshop.begin import opened_record
    from cls_check.files import records

    before = records.found_in(wishes.folder)
    if before and terminal.no_input and not (wishes.record or wishes.place):
        raise NeededOptionError("--into")
    try:
        record = opened_record(terminal, wishes)
    except InputEndedError:
        raise _nobody_there() from None
    except StoppedError:
        terminal.say(label("import.not-agreed"))
        raise typer.Exit from None
    return record, not wishes.record and record.folder not in before


def _nobody_there() -> ClsCheckError:
    return ClsCheckError.of(
        "Nobody was there to answer the question. Nothing was imported.",
        "To import without being asked, add --no-input. For a new round, add --place, --date and "
        "--questionnaire too.",
    )


def _imported(terminal: Terminal, plan: Plan, *, dry_run: bool) -> None:
    """Carry a plan out, if people agree to what was understood."""
    from cls_check.cli.screen.tell_import import tell_people, tell_understood
    from cls_check.workflows.import_answers import carry_out, keep_map

    tell_understood(terminal, plan)
    if plan.problems:
        raise BadFileError(plan.problems)
    tell_people(terminal, plan)
    if dry_run:
        terminal.say(label("import.dry-run"))
    elif plan.people and not _agreed(terminal, plan):
        terminal.say(label("import.not-agreed"))
        if keep_map(plan, agreed=False):
            terminal.say(label("import.map-to-mend", map=plan.request.map_path))
    else:
        if plan.people > MANY:
            terminal.say(label("import.writing", n=plan.people))
        people = carry_out(plan)  # also where nobody is new: one that was stopped is ended by it
        if plan.people:
            if keep_map(plan):
                terminal.say(label("import.map-kept", map=plan.request.map_path))
            _tell_done(terminal, plan, people)


def _agreed(terminal: Terminal, plan: Plan) -> bool:
    """Whether what was understood is right; where nothing was in doubt, nobody is asked."""
    if plan.guesses and terminal.no_input:
        raise BadFileError.of(
            "Something in this file is a guess, and --no-input says that nobody is to be asked.",
            f"Write what is meant into {plan.request.map_path}, or leave --no-input away once.",
            plan.request.place,
        )
    if plan.is_certain or terminal.no_input:
        return True
    return terminal.agrees(label("import.ask", folder=plan.request.record.folder), option="")


def _tell_done(terminal: Terminal, plan: Plan, people: int) -> None:
    folder = plan.request.record.folder
    terminal.say(label("import.done", n=people, folder=folder))
    files = plan.request.files
    if files:
        named = files[0] if len(files) == 1 else label("import.files", n=len(files))
        terminal.say(label("import.delete", n=len(files), files=named))
    terminal.say(label("import.next", folder=as_typed(folder)))


@contextmanager
def _taken_back(begun: Record | None) -> Iterator[None]:
    """Delete a round that was begun for an import, if that brings nobody."""
    from cls_check.files import records

    try:
        yield
    except InputEndedError:
        raise _nobody_there() from None
    finally:
        if (
            begun
            and is_folder(begun.folder)
            and not (records.voices(begun) or records.hands(begun))
        ):
            with suppress(RefusedError):  # another window goes on with it
                records.erase(begun.folder)


def typed_codes(terminal: Terminal, request: ImportRequest) -> tuple[Response, ...]:
    """The people whose codes are typed in; an empty line ends them."""
    from cls_check.workflows.import_codes import person_of

    people: list[Response] = []
    while code := _next(terminal):
        try:
            person = person_of(code, request)
        except ClsCheckError as error:
            terminal.say(str(error))
            continue
        if person in people:
            terminal.say(label("import.code-twice"))
        people.append(person)
        terminal.say(label("import.code-taken", n=len(people)))
    return tuple(people)


def _next(terminal: Terminal) -> str:
    try:
        return terminal.ask(label("import.code"))
    except InputEndedError:
        return ""
