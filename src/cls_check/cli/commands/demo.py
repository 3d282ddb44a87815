"""`cls-check demo`: a finished example place, to look at before the first workshop."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.console import note, say

EXAMPLE = "northfield"


def demo(
    folder: Annotated[Path, typer.Argument(help="Where to put the example places.")] = Path(
        "cls-check-demo"
    ),
    open_it: Annotated[
        bool | None, typer.Option("--open/--no-open", help="Open the report in a browser.")
    ] = None,
) -> None:
    """Copy the example places and make the readiness report of one of them."""
    from cls_check.cli.screen.browser import open_in_browser
    from cls_check.files.settings import in_force
    from cls_check.words.speech import label
    from cls_check.workflows.demo import copy_examples
    from cls_check.workflows.report import ReportRequest, make_report

    settings = in_force(open=open_it)
    copied = copy_examples(folder)
    rounds = sorted(path for path in copied if path.parent.name == EXAMPLE)
    written = make_report(ReportRequest(rounds[-1], rounds[-1].parent))
    note(label("demo.here", folder=folder))
    for path in written:
        say(str(path.resolve()))
    note(label("demo.next", file=rounds[-1]))
    if settings.open is not False:
        open_in_browser(written[0])
