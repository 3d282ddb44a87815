"""`cls-check report`: the readiness report of a closed round."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from cls_check.cli.arguments import AssessmentFile
from cls_check.cli.console import note, say

if TYPE_CHECKING:
    from cls_check.reports.rendering import Format as Kind


class Audience(StrEnum):
    """Who reads the report."""

    STEERING_GROUP = "steering-group"


class Format(StrEnum):
    """How the report is written."""

    HTML = "html"
    MARKDOWN = "markdown"


def report(
    file: AssessmentFile,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The folder to write into. Without it, the assessment's own."
        ),
    ] = None,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="What to write. Without it, both. Can be given twice."),
    ] = None,
    audience: Annotated[
        Audience, typer.Option("--for", help="Who reads it.")
    ] = Audience.STEERING_GROUP,
    templates: Annotated[
        Path | None,
        typer.Option("--template", help="A folder with templates of your own."),
    ] = None,
    since: Annotated[
        Path | None,
        typer.Option(help="The round before. Without it, the last one beside the assessment."),
    ] = None,
    open_it: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open the report in a browser.")
    ] = None,
) -> None:
    """Make the readiness report that a steering group reads."""
    from cls_check.files.settings import in_force
    from cls_check.workflows.reporting import ReportRequest, make_report

    settings = in_force(output=folder, template=templates, open=open_it)
    del audience  # there is one so far
    kinds = cast(
        "tuple[Kind, ...]", tuple(kind.value for kind in Format if kind in (formats or Format))
    )
    request = ReportRequest(file, settings.output or file.parent, kinds, settings.template, since)
    written = make_report(request)
    note("The readiness report is here:")
    for path in written:
        say(str(path))
    if settings.open:
        open_in_browser(written[0])


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
