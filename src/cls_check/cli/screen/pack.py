"""Making the printable pack, for both commands that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.browser import open_in_browser
from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.settings import tell_of_another_language
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cls_check.files.settings import InForce
    from cls_check.reports.paper.pack import Part
    from cls_check.workflows.paper import Papers

USUAL = "ten-factors-short"
"""The questionnaire of a pack where nobody says which."""


def make_pack(
    questionnaire: str | None,
    folder: Path,
    *,
    only: Sequence[Part] = (),
    large_print: bool = False,
    place: str | None = None,
    date: str | None = None,
    people: int = 24,
    language: str | None = None,
    open_it: bool | None = None,
) -> None:
    """Make the pages of a pack, and say what was made and what was left out."""
    from cls_check.files.settings import in_force
    from cls_check.workflows.paper import PaperRequest, make_papers

    settings = in_force(questionnaire=questionnaire, language=language, place=place, open=open_it)
    request = PaperRequest(
        settings.questionnaire or USUAL,
        folder,
        only=tuple(only),
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
