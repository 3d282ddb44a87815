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
    from cls_check.api import Reports
    from cls_check.files.settings import InForce
    from cls_check.reports.audiences.view import Audience as Reader
    from cls_check.reports.model.look import Look
    from cls_check.reports.output.content import Form


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
    from cls_check import api
    from cls_check.files.settings import in_force
    from cls_check.workflows.candidates import holds_assessments

    settings = in_force(
        output=folder, template=templates, open=open_it,
        title=title, logo=logo, logo_text=logo_text, accent=accent,
    )  # fmt: skip
    look = _look(settings, large_print=large_print)
    readers = cast("tuple[Reader, ...]", _values(Audience, audiences or [Audience.STEERING_GROUP]))
    forms = cast("tuple[Form, ...]", _values(Format, formats or [Format.HTML, Format.MARKDOWN]))
    _check_large_print(look, readers)
    is_folder = holds_assessments(source)
    if is_folder:
        _check_no_round(since)
    made = api.report_all(
        source, settings.output, audiences=readers, forms=forms, since=since,
        look=look, templates=settings.template, progress=Progress(),
    )  # fmt: skip
    note(label("made.many") if is_folder else label("made.reports", n=len(readers)))
    _tell(made, open_it=bool(settings.open))


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


def _check_no_round(since: Path | None) -> None:
    from cls_check.errors import ClsCheckError

    if since:
        raise ClsCheckError.of(
            "--since names one round, and a folder may hold several places.",
            "Leave it out: each report is compared with the round before it.",
        )


def _tell(made: Reports, *, open_it: bool) -> None:
    from cls_check.errors import ClsCheckError

    for path in made.written:
        say(str(path))
    for trouble in made.troubles:
        note(str(trouble))
    if open_it and made.written:
        indexes = [path for path in made.written if path.stem == "index"]
        open_in_browser(indexes[-1] if indexes else made.written[0])
    if made.troubles:
        raise typer.Exit(ClsCheckError.exit_code)
