"""`cls-check reveal`: the page that a room looks at together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.arguments import AssessmentFile
from cls_check.cli.console import note, say
from cls_check.words.speech import label


def reveal(
    file: AssessmentFile,
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", help="The folder to write into. Without it, the assessment's own."
        ),
    ] = None,
    templates: Annotated[
        Path | None,
        typer.Option("--template", help="A folder with templates of your own."),
    ] = None,
    open_it: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open the page in a browser.")
    ] = None,
) -> None:
    """Make a page to look at together: each factor in large type, for a projector."""
    from cls_check.cli.report import open_in_browser
    from cls_check.files.settings import in_force
    from cls_check.workflows.revealing import RevealRequest, make_reveal

    settings = in_force(output=folder, template=templates, open=open_it)
    written = make_reveal(RevealRequest(file, settings.output or file.parent, settings.template))
    note(label("reveal.here"))
    say(str(written))
    note(label("reveal.keys"))
    if settings.open:
        open_in_browser(written)
