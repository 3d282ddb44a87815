"""`cls-check paper`: the printable pack of a questionnaire."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cls_check.cli.screen.pack import USUAL, make_pack
from cls_check.reports.paper.pack import Part

MOST_PEOPLE = 1000


Wanted = Annotated[
    str | None,
    typer.Argument(
        help=f"Its id, or the path of its file. Without it, the settings' own, or {USUAL}."
    ),
]
Output = Annotated[Path, typer.Option("--output", "-o", help="The folder to write into.")]
Only = Annotated[
    list[Part] | None,
    typer.Option(help="A page to make. Without it, all. Can be given several times."),
]
LargePrint = Annotated[
    bool, typer.Option("--large-print", help="Make the pages in large print alone.")
]
Place = Annotated[
    str | None, typer.Option(help="The place to print. Without it, a line to write it on.")
]
Day = Annotated[
    str | None,
    typer.Option(help="The day to print, as 2026-09-10. Without it, a line to write it on."),
]
People = Annotated[int, typer.Option(min=1, max=MOST_PEOPLE, help="For how many people to print.")]
Language = Annotated[
    str | None, typer.Option(help="The language, if the questionnaire has several.")
]
Open = Annotated[
    bool | None, typer.Option("--open/--no-open", help="Open the first page in a browser.")
]


def paper(
    questionnaire: Wanted = None,
    folder: Output = Path("cls-check-paper"),
    only: Only = None,
    large_print: LargePrint = False,
    place: Place = None,
    date: Day = None,
    people: People = 24,
    language: Language = None,
    open_it: Open = None,
) -> None:
    """Make the printable pack: answer sheets, level cards, a privacy notice.

    Each page is a file to open in a browser and print on A4 paper.
    """
    make_pack(
        questionnaire, folder, only=only or (), large_print=large_print, place=place, date=date,
        people=people, language=language, open_it=open_it,
    )  # fmt: skip
