"""`cls-check report`: the reports of a closed round, or of all in a folder."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cls_check.cli.options.shared import (
    Accent,
    LargePrint,
    Logo,
    LogoText,
    OutputFolder,
    Templates,
    Title,
    open_option,
)
from cls_check.cli.screen.browser import open_in_browser
from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.progress import Progress
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.files.settings import InForce
    from cls_check.reports.audiences.view import Audience as Reader
    from cls_check.reports.model.look import Look
    from cls_check.reports.output.files import Form
    from cls_check.workflows.report import Wish


class Audience(StrEnum):
    """Who reads the report."""

    STEERING_GROUP = "steering-group"
    SUMMARY = "summary"
    PARTICIPANTS = "participants"


class Format(StrEnum):
    """How the report is written."""

    HTML = "html"
    MARKDOWN = "markdown"
    PDF = "pdf"
    DOCX = "docx"


Readers = Annotated[
    list[Audience] | None,
    typer.Option("--for", help="Who reads it. Can be given more than once."),
]
Formats = Annotated[
    list[Format] | None,
    typer.Option(
        "--format", help="What to write. Without it, HTML and Markdown. Can be given again."
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(help="The round before. Without it, the last one beside the assessment."),
]


def report(
    source: Annotated[
        Path,
        # Typer would stop at a file that may not be read, and say so in words of its own.
        typer.Argument(
            help="An assessment: a closed round. Or a folder: all that are in it.", readable=False
        ),
    ],
    folder: OutputFolder = None,
    audiences: Readers = None,
    formats: Formats = None,
    since: Since = None,
    large_print: LargePrint = False,
    title: Title = None,
    logo: Logo = None,
    logo_text: LogoText = None,
    accent: Accent = None,
    templates: Templates = None,
    open_it: Annotated[bool | None, open_option("report")] = None,
) -> None:
    """Make the readiness report that a steering group reads, and those for others.

    The summary is one page of A4. The report for participants goes back to those who took part.
    """
    from cls_check.files.settings import in_force
    from cls_check.workflows.report import Wish

    settings = in_force(
        output=folder, template=templates, open=open_it,
        title=title, logo=logo, logo_text=logo_text, accent=accent,
    )  # fmt: skip
    look = _look(settings, large_print=large_print)
    readers = cast("tuple[Reader, ...]", _values(Audience, audiences or [Audience.STEERING_GROUP]))
    forms = cast("tuple[Form, ...]", _values(Format, formats or [Format.HTML, Format.MARKDOWN]))
    _check_large_print(look, readers)
    wish = Wish(forms, readers, settings.template, look)
    shown = bool(settings.open)
    if _holds_assessments(source):
        _report_all(source, settings.output or source, since, wish, open_it=shown)
    else:
        _report_one(source, settings.output or source.parent, since, wish, open_it=shown)


def _holds_assessments(source: Path) -> bool:
    """Whether it is a folder to look through; of a round being gathered its reader has more to say."""
    try:
        return source.is_dir() and source.suffix != ".open"
    except (OSError, ValueError):  # a name that no file can have
        return False


def _values(kind: type[StrEnum], wanted: list[Audience] | list[Format]) -> tuple[str, ...]:
    """What is wanted, once each, in the order in which it is listed."""
    return tuple(each.value for each in kind if each in wanted)


def _look(settings: InForce, *, large_print: bool) -> Look:
    from cls_check.reports.model.look import Look, accent_of, checked_title, read_logo

    colour = accent_of(settings.accent) if settings.accent is not None else None
    if colour and colour.was_changed:
        shades = {"light": colour.light, "dark": colour.dark}
        note(label("made.accent", colour=colour.wished, **shades))
    spoken = settings.logo_text or label("logo.alt")
    return Look(
        title="" if settings.title is None else checked_title(settings.title),
        logo=read_logo(settings.logo, spoken) if settings.logo else None,
        accent=colour,
        large_print=large_print,
    )


def _check_large_print(look: Look, readers: tuple[Reader, ...]) -> None:
    from cls_check.errors import ClsCheckError

    if look.large_print and "summary" in readers:
        raise ClsCheckError.of(
            "In large print the summary would not be one page.",
            "Leave out --large-print, or choose --for steering-group or --for participants.",
        )


def _report_one(file: Path, folder: Path, since: Path | None, wish: Wish, *, open_it: bool) -> None:
    from cls_check.workflows.report import ReportRequest, make_report

    written = make_report(ReportRequest(file, folder, since, wish))
    note(label("made.reports", n=len(wish.audiences)))
    for path in written:
        say(str(path))
    if open_it:
        open_in_browser(written[0])


def _report_all(
    source: Path, folder: Path, since: Path | None, wish: Wish, *, open_it: bool
) -> None:
    from cls_check.errors import ClsCheckError
    from cls_check.workflows.report_folder import make_reports

    if since:
        raise ClsCheckError.of(
            "--since names one round, and a folder may hold several places.",
            "Leave it out: each report is compared with the round before it.",
        )
    many = make_reports(source, folder, wish, Progress())
    note(label("made.many"))
    for path in many.written:
        say(str(path))
    for trouble in many.troubles:
        note(str(trouble))
    if open_it and many.written:
        open_in_browser(next(path for path in reversed(many.written) if path.stem == "index"))
    if many.troubles:
        raise typer.Exit(ClsCheckError.exit_code)
