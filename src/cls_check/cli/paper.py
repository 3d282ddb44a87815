"""`cls-check paper`: the printable pack of a questionnaire."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.console import note, say
from cls_check.reports.paper import Part

if TYPE_CHECKING:
    from cls_check.files.settings import InForce
    from cls_check.workflows.papers import Papers

USUAL = "ten-factors-short"
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
    from cls_check.files.settings import in_force
    from cls_check.workflows.papers import PaperRequest, make_papers

    settings = in_force(questionnaire=questionnaire, language=language, place=place, open=open_it)
    request = PaperRequest(
        settings.questionnaire or USUAL,
        folder,
        only=tuple(only or ()),
        large_print=large_print,
        language=settings.language,
        strict=settings.origin("language").kind == "option",
        place=settings.place,
        date=date,
        people=people,
        minimum_group=settings.minimum_group,
    )
    _tell(make_papers(request), settings)


def _tell(made: Papers, settings: InForce) -> None:
    from cls_check.cli.questionnaire import tell_of_another_language
    from cls_check.cli.report import open_in_browser
    from cls_check.words.speech import label

    tell_of_another_language(made.questionnaire, settings)
    for reason in made.left_out:
        note(reason)
    note(label("pack.made", title=made.questionnaire.title))
    for path in made.written:
        say(str(path))
    if settings.questionnaire is None:
        note(label("pack.other"))
    if settings.open:
        open_in_browser(made.written[0])
