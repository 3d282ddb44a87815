"""`cls-check export`: the answers of one or many assessments as tables for other programs."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.screen.console import note, say
from cls_check.read_from_disk import is_file, is_folder, is_there
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.workflows.export import Exported

PIPE = "-"


class Form(StrEnum):
    """How the tables are written."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON = "json"
    PARQUET = "parquet"


Sources = Annotated[
    list[Path],
    # Typer would stop at a file that may not be read, and say so in words of its own.
    typer.Argument(
        help="Assessments: closed rounds. Or folders: all that are in them.", readable=False
    ),
]
To = Annotated[
    Form | None,
    typer.Option(
        "--to", help="What to write. Without it, what the name behind -o ends with, or CSV."
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        help="The file of the counts; others get a word more. A folder, or - to print CSV or JSON. "
        "Without it, beside the assessment.",
    ),
]


def export(
    sources: Sources,
    to: To = None,
    output: Output = None,
    skip_broken: Annotated[
        bool, typer.Option("--skip-broken", help="Leave files out that cannot be used.")
    ] = False,
) -> None:
    """Write the answers of one or many assessments as tables: counts, levels, and who took part.

    A row says how many people of one perspective gave one answer to one statement. What a report
    may not show is in no table. Exit code 2 where a file was broken, also if it was skipped.
    """
    form = _form(to, output)
    done = _print(sources, form, skip=skip_broken) if _is_pipe(output) else None
    if done is None:
        target = _target(sources, output, form)
        done = _export(sources, form, target, skip=skip_broken)
        note(label("exported", n=done.assessments))
        for path in done.written:
            say(str(path))
    _tell_of_others(done)


def _is_pipe(output: Path | None) -> bool:
    return str(output) == PIPE


def _form(to: Form | None, output: Path | None) -> Form:
    """The form that is asked for, or that the file's name ends with."""
    from cls_check.errors import ClsCheckError

    ending = "" if output is None else output.suffix.lower().removeprefix(".")
    named = Form(ending) if ending in set(Form) else None
    if to and named and to is not named:
        raise ClsCheckError.of(
            f"-o names a file of {named.value}, and --to asks for {to.value}.",
            "Leave one of the two out.",
        )
    return to or named or Form.CSV


def _target(sources: list[Path], output: Path | None, form: Form) -> Path:
    """The main file: as named; or of a usual name, in a folder that is named or fits."""
    from cls_check.files.settings import in_force

    if output is not None and not is_folder(output):
        _check_is_none_or_a_file(output)
        return output if output.suffix else output.with_suffix(f".{form.value}")
    first = sources[0]
    one = len(sources) == 1 and not is_folder(first)
    usual = first.parent if one or not is_folder(first) else first
    folder = output or in_force().output or usual
    return folder / f"{first.stem if one else label('exported.file')}.{form.value}"


def _check_is_none_or_a_file(output: Path) -> None:
    """A device or a pipe gets no tables beside it that nobody asked for.

    Raises:
        ClsCheckError: it is there, and is no ordinary file.
    """
    from cls_check.errors import ClsCheckError, Place

    if is_there(output) and not is_file(output):
        raise ClsCheckError.of(
            "This is not an ordinary file, and not a folder.",
            "Name a file or a folder. To print the answers: -o -",
            Place(str(output)),
        )


def _export(sources: list[Path], form: Form, target: Path, *, skip: bool) -> Exported:
    from cls_check.cli.screen.progress import Progress
    from cls_check.workflows.export import ExportRequest, export

    request = ExportRequest(tuple(sources), form.value, target, skip_broken=skip)
    return export(request, Progress("exported.progress"))


def _print(sources: list[Path], form: Form, *, skip: bool) -> Exported:
    """Print the counts, once all of them are known: half a table would be taken for a whole one."""
    from cls_check.errors import ClsCheckError

    if form not in {Form.CSV, Form.JSON}:
        raise ClsCheckError.of(
            f"{form.value} cannot be printed.", f"Name a file: -o answers.{form.value}"
        )
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"answers.{form.value}"
        done = _export(sources, form, target, skip=skip)
        with target.open(encoding="utf-8-sig", newline="\n") as file:
            for line in file:
                say(line.removesuffix("\n"))
    return done


def _tell_of_others(done: Exported) -> None:
    from cls_check.errors import ClsCheckError

    for first, other in done.twice:
        note(label("exported.twice", file=other, other=first))
    if done.one_views:
        note(label("exported.one-views", n=done.one_views))
    if done.problems:
        note(str(ClsCheckError(done.problems)))
        note(label("exported.skipped", n=done.skipped))
        raise typer.Exit(ClsCheckError.exit_code)
