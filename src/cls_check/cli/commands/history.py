"""`cls-check history`: the rounds of a place, one after another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.output import Format, OutputFile, ResultFormat
from cls_check.cli.screen.console import note, safe_lines
from cls_check.cli.screen.give_result import check_ending, give
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.reports.model.view import View
    from cls_check.workflows.history import LookedBack

BROKEN = 2


def history(
    path: Annotated[
        Path | None,
        typer.Argument(
            help="The folder of a place, or one of its files. Without it, the folder you are in.",
            readable=False,
        ),
    ] = None,
    commits: Annotated[
        bool, typer.Option("--commits", help="Look at what git remembers, not at the files.")
    ] = False,
    kind: ResultFormat = Format.TEXT,
    output: OutputFile = None,
) -> None:
    """Show the rounds of a place one after another: what moved, and where it can be compared."""
    from cls_check.workflows.history import in_commits, in_files

    check_ending(output, kind.value)
    found = (in_commits if commits else in_files)(path or Path())
    if found.is_shallow:
        note(label("history.shallow"))
    for unread in found.unread:
        note(f"{unread.source}: {unread.why}")
    if not found.places:
        raise typer.Exit(BROKEN)
    give(safe_lines(FORMS[kind](found).rstrip("\n")), output)


def _lines(found: LookedBack) -> str:
    from cls_check.cli.screen.difference_as_text import width_of_lines
    from cls_check.reports.output.lines import lines

    told = [
        "\n".join(line.text for line in lines(view, width_of_lines())) for view in _views(found)
    ]
    return "\n\n\n".join(told)


def _markdown(found: LookedBack) -> str:
    from cls_check.reports.output.rendering import render

    return "\n".join(render(view, "markdown") for view in _views(found))


def _page(found: LookedBack) -> str:
    from cls_check.errors import ClsCheckError
    from cls_check.reports.output.rendering import render

    views = _views(found)
    if len(views) != 1:
        raise ClsCheckError.of(
            f"A page shows one place, and here are {len(views)}.",
            "Name one file of the place: cls-check history FILE --format html",
        )
    return render(views[0], "html")


def _json(found: LookedBack) -> str:
    import json

    from cls_check.reports.history.document import history_document

    document = history_document(found.places, found.unread)
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


FORMS = {
    Format.TEXT: _lines,
    Format.MARKDOWN: _markdown,
    Format.JSON: _json,
    Format.HTML: _page,
}


def _views(found: LookedBack) -> list[View]:
    from cls_check.reports.history.view import history_view

    unread = [f"{each.source}: {each.why}" for each in found.unread]
    return [history_view(place, unread) for place in found.places]
