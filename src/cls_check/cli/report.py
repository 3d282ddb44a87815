"""`cls-check report`: the reports of a closed round, or of all in a folder."""

from __future__ import annotations

import os
import sys
import time
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cls_check.cli.console import note, say
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.reports.files import Form
    from cls_check.reports.look import Look
    from cls_check.reports.view import Audience as Reader
    from cls_check.workflows.reporting import Wish

LONG = 1.0
"""From how many seconds of work on it is said how far it is."""


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


def report(
    source: Annotated[
        Path,
        # Typer would stop at a file that may not be read, and say so in words of its own.
        typer.Argument(
            help="An assessment: a closed round. Or a folder: all that are in it.", readable=False
        ),
    ],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The folder to write into. Without it, the assessment's own."
        ),
    ] = None,
    audiences: Annotated[
        list[Audience] | None,
        typer.Option("--for", help="Who reads it. Can be given more than once."),
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option(
            "--format", help="What to write. Without it, HTML and Markdown. Can be given again."
        ),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(help="The round before. Without it, the last one beside the assessment."),
    ] = None,
    large_print: Annotated[
        bool, typer.Option("--large-print", help="Write it in large letters.")
    ] = False,
    title: Annotated[str | None, typer.Option(help="A title in place of ours.")] = None,
    logo: Annotated[
        Path | None, typer.Option(help="A PNG or JPEG to put at the top.", readable=False)
    ] = None,
    logo_text: Annotated[
        str | None, typer.Option(help="What the logo says, for those who cannot see it.")
    ] = None,
    accent: Annotated[
        str | None, typer.Option(help="A colour for headings and links, such as #12436d.")
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option("--template", help="A folder with templates of your own."),
    ] = None,
    open_it: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open the report in a browser.")
    ] = None,
) -> None:
    """Make the readiness report that a steering group reads, and those for others.

    The summary is one page of A4. The report for participants goes back to those who took part.
    """
    from cls_check.files.settings import in_force
    from cls_check.workflows.reporting import Wish

    settings = in_force(output=folder, template=templates, open=open_it)
    look = _look(title, logo, logo_text, accent, large_print=large_print)
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


def _look(
    title: str | None,
    logo: Path | None,
    logo_text: str | None,
    accent: str | None,
    *,
    large_print: bool,
) -> Look:
    from cls_check.reports.look import Look, accent_of, checked_title, read_logo

    colour = accent_of(accent) if accent is not None else None
    if colour and colour.was_changed:
        shades = {"light": colour.light, "dark": colour.dark}
        note(label("made.accent", colour=colour.wished, **shades))
    return Look(
        title="" if title is None else checked_title(title),
        logo=read_logo(logo, logo_text or label("logo.alt")) if logo else None,
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
    from cls_check.workflows.reporting import ReportRequest, make_report

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
    from cls_check.workflows.many_reports import make_reports

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


class Progress:
    """Says how far the work is, from one second of it on and once a second."""

    def __init__(self) -> None:
        self._next = time.monotonic() + LONG

    def __call__(self, done: int, of_all: int) -> None:
        """Tell of the work that is done, if it is time to."""
        now = time.monotonic()
        if now >= self._next and done < of_all:
            self._next = now + LONG
            note(label("made.progress", done=done, all=of_all))


def open_in_browser(path: Path) -> None:
    """Open a page where there is a browser; elsewhere its path was printed, which is enough."""
    import webbrowser

    if not (has_a_screen() and webbrowser.open(path.resolve().as_uri())):
        note("No browser could be opened. Open the file yourself.")


def has_a_screen() -> bool:
    """Whether a window can be shown; elsewhere a text browser would take the terminal over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
