"""`cls-check import`: answers out of a spreadsheet or a form's file, into a round."""

from __future__ import annotations

import re
from contextlib import contextmanager, suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.shared import Organisations, Stage
from cls_check.cli.screen.console import is_plain
from cls_check.cli.screen.terminal import InputEndedError, NeededOptionError, StoppedError, Terminal
from cls_check.errors import ClsCheckError, RefusedError
from cls_check.messages import quoted
from cls_check.read_from_disk import is_folder
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.files.records import Record
    from cls_check.workflows.importing.plan import Before, ImportRequest, Plan


class Form(StrEnum):
    """How it is told what was understood."""

    TEXT = "text"
    JSON = "json"


_ROWS = re.compile("([0-9]{1,6})(?:-([0-9]{1,6}))?")

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
    list[str] | None,
    typer.Option(metavar="ROWS", help="Rows that are not to be imported, as 3 or 3,5-9."),
]
Keep = Annotated[
    list[str] | None,
    typer.Option(metavar="ROWS", help="Rows that are people's, though they do not look so."),
]
Replace = Annotated[
    bool, typer.Option("--replace", help="Put it in the place of the earlier file of these people.")
]
AddNew = Annotated[
    bool, typer.Option("--add-new", help="Add only people who are in no earlier file.")
]
OneView = Annotated[
    bool,
    typer.Option("--one-view", help="One organisation's own answers or levels, in one row."),
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
FormatOption = Annotated[
    Form, typer.Option("--format", help="Say what was understood as text, or as JSON.")
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
    keep: Keep = None,
    replace_earlier: Replace = False,
    add_new: AddNew = False,
    other_people: OtherPeople = False,
    one_view: OneView = False,
    code: Code = False,
    dry_run: DryRun = False,
    output: FormatOption = Form.TEXT,
    plain: Plain = None,
    no_input: NoInput = False,
) -> None:
    """Import answers from a spreadsheet, or from the file of an online form.

    It knows the files of Microsoft Forms, Google Forms, LimeSurvey, SurveyMonkey, ODK and Kobo,
    and plain sheets. It says what it understood, and asks before it imports. Names, addresses
    and times are thrown away. The same file imported again adds nobody twice.
    """
    from cls_check.cli.workshop.begin import ALONE, ONE_AFTER_ANOTHER, settled
    from cls_check.workflows.importing.plan import ImportRequest

    known = settled(questionnaire=questionnaire, language=language, folder=folder, plain=plain)
    terminal = Terminal(is_plain(wished=known.plain), no_input or output is Form.JSON)
    wishes = replace(
        known, way=ALONE if one_view else ONE_AFTER_ANOTHER, place=place, date=date, stage=stage and stage.value,
        organisations=organisations, asks_organisations=False, round_name=round_name, record=into,
    )  # fmt: skip
    given = _checked(files or [], code=code)
    wishes = wishes if code else _fitting(terminal, given[0], wishes)
    record, is_new = _record(terminal, wishes)
    request = ImportRequest(
        given, record, mapping, perspective, *_rows(leave_out, keep), one_view=one_view,
        before=_before(replaces=replace_earlier, adds=add_new, others=other_people),
    )  # fmt: skip
    with _taken_back(record if is_new else None):
        _import(terminal, request, output, code=code, dry_run=dry_run)


def _import(
    terminal: Terminal, request: ImportRequest, output: Form, *, code: bool, dry_run: bool
) -> None:
    from cls_check.cli.workshop import importing

    if code:
        importing.take_in(terminal, _codes(terminal, request), dry_run=dry_run)
    elif output is Form.JSON:
        importing.told_as_json(request, dry_run=dry_run)
    else:
        importing.imported(terminal, request, dry_run=dry_run)


def _before(*, replaces: bool, adds: bool, others: bool) -> Before:
    """What is done where people of the file were imported before.

    Raises:
        ClsCheckError: more than one thing is to be done.
    """
    if replaces + adds + others > 1:
        raise ClsCheckError.of(
            "--replace, --add-new and --other-people cannot go together.", "Keep one of them."
        )
    if replaces:
        return "replace"
    if adds:
        return "add-new"
    return "other-people" if others else "stop"


def rows_in(given: list[str], option: str) -> frozenset[int]:
    """The numbers of rows from such as `3,5-9`.

    Raises:
        ClsCheckError: it is no list of rows.
    """
    found: set[int] = set()
    for part in ",".join(given).split(",") if given else ():
        ends = _ROWS.fullmatch(part.strip())
        if not ends or int(ends[2] or ends[1]) < int(ends[1]) or int(ends[1]) < 1:
            raise ClsCheckError.of(
                f"{option} needs numbers of rows, not {quoted(part)}.",
                f"For example {option} 3, or {option} 3,5-9.",
            )
        found.update(range(int(ends[1]), int(ends[2] or ends[1]) + 1))
    return frozenset(found)


def _fitting(terminal: Terminal, file: Path, wishes: Wishes) -> Wishes:
    """For a new round, the questionnaire that a file fits best, where none was named."""
    from cls_check.workflows.importing.fit import fits

    if wishes.record or wishes.questionnaire:
        return wishes
    found = fits(file, wishes.folder)
    if not found or (len(found) > 1 and not found[0].is_better_than(found[1])):
        return wishes
    best = found[0]
    words = {"name": best.name, "matched": best.matched, "all": best.statements}
    terminal.say(label("import.fits", **words))
    return replace(wishes, questionnaire=best.name)


def _rows(
    leave_out: list[str] | None, keep: list[str] | None
) -> tuple[frozenset[int], frozenset[int]]:
    """The rows to leave out, and those to count though they do not look like people's."""
    return rows_in(leave_out or [], "--leave-out"), rows_in(keep or [], "--keep")


def _checked(files: list[Path], *, code: bool) -> tuple[Path, ...]:
    """The files that were named, seen to be there before anything is asked."""
    from cls_check.workflows.importing.plan import check_file

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
    from cls_check.cli.workshop.importing import typed_codes
    from cls_check.workflows.importing.codes import codes_in, plan_codes

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
