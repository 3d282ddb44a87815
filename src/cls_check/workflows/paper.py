"""Making the printable pack of a questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.dates import is_day
from cls_check.domain.terms import USUAL_MINIMUM_GROUP
from cls_check.errors import ClsCheckError
from cls_check.files.atomic import make_folder, write_text
from cls_check.files.questionnaires.reading import find_wished
from cls_check.messages import quoted
from cls_check.reports.paper.cards import left_out
from cls_check.reports.paper.pack import Pack, chosen, why_not
from cls_check.reports.paper.pages import page
from cls_check.words.speech import speak

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.reports.paper.pack import Part


@dataclass(frozen=True)
class PaperRequest:
    """Which pages are wanted, for what, and where."""

    questionnaire: str
    folder: Path
    only: tuple[Part, ...] = ()
    """The pages to make; none named means all that make sense."""
    large_print: bool = False
    language: str | None = None
    strict: bool = True
    """Whether a questionnaire that is not written in that language is an error."""
    place: str | None = None
    date: str | None = None
    people: int = 24
    minimum_group: int = USUAL_MINIMUM_GROUP


@dataclass(frozen=True)
class Papers:
    """What was made, and what could not be made and why."""

    questionnaire: Questionnaire
    written: tuple[Path, ...]
    left_out: tuple[str, ...]


def make_papers(request: PaperRequest) -> Papers:
    """Write the pages of the printable pack into a folder.

    Raises:
        UnknownNameError: there is no such questionnaire, or not in that language.
        ClsCheckError: none of the pages that were asked for can be made.
    """
    pack = _pack(request)
    wanted = chosen(request.only, large_print=request.large_print)
    missing = tuple(left_out(wanted, pack))
    made = [part for part in wanted if not why_not(part, pack)]
    if not made:
        raise ClsCheckError.of(
            " ".join(missing) or "That page is not made in large print.",
            "To make all pages that can be made, leave --only and --large-print away.",
        )
    pages = {request.folder / f"{part}.html": page(part, pack) for part in made}
    make_folder(request.folder)
    for path, text in pages.items():
        write_text(path, text)
    return Papers(pack.questionnaire, tuple(pages), missing)


def _pack(request: PaperRequest) -> Pack:
    if request.date is not None and not is_day(request.date):
        raise ClsCheckError.of(
            f"{quoted(request.date)} is not a day.",
            'Write year-month-day, for example "2026-09-10".',
        )
    found = find_wished(request.questionnaire, request.language, strict=request.strict)
    known = found.questionnaire.languages
    language = request.language if request.language in known else known[0]
    speak(language)
    place = " ".join((request.place or "").split()) or None
    return Pack(
        found.questionnaire, language, place, request.date, request.people, request.minimum_group
    )
