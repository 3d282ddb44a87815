"""The printable pack: its pages, what it is made for, and what all its pages share.

As for reports, a page is a plain dict of texts in which nothing hidden is left; a template lays
it out. Nothing on a page says who filled it in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from cls_check.domain.terms import USUAL_MINIMUM_GROUP
from cls_check.words.speech import label, spoken

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

PageView = dict[str, Any]
LARGE_PRINT = "-large-print"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
"""Languages that are written from right to left."""


class Part(StrEnum):
    """The pages of the pack; what a name ends in says if it is in large print."""

    WHAT_TO_PRINT = "what-to-print"
    ANSWER_SHEET = "answer-sheet"
    ANSWER_SHEET_LARGE_PRINT = "answer-sheet-large-print"
    EASY_ANSWER_SHEET = "easy-answer-sheet"
    LEVEL_CARDS = "level-cards"
    LEVEL_CARDS_LARGE_PRINT = "level-cards-large-print"
    PRIVACY_NOTICE = "privacy-notice"
    PRIVACY_NOTICE_LARGE_PRINT = "privacy-notice-large-print"

    @property
    def plain(self) -> str:
        """The name of the page, whatever the size of its print."""
        return self.removesuffix(LARGE_PRINT)

    @property
    def is_large(self) -> bool:
        """Whether its type has 18 points or more."""
        return self.endswith(LARGE_PRINT) or self is Part.EASY_ANSWER_SHEET

    def title(self, people: int = 0) -> str:
        """How the page is called."""
        return label(f"pack.{self}.title", n=people)


def chosen(named: Collection[Part], *, large_print: bool = False) -> tuple[Part, ...]:
    """The pages to make, in order: those named or all, of these those in large print if wished.

    A page that is named stands for its own large print.
    """
    if not large_print:
        return tuple(part for part in Part if not named or part in named)
    names = {part.plain for part in named}
    return tuple(part for part in Part if part.is_large and (not names or part.plain in names))


@dataclass(frozen=True)
class Pack:
    """What the pages are made for."""

    questionnaire: Questionnaire
    language: str = "en"
    """The questionnaire's; all other words are in the language that is spoken."""
    place: str | None = None
    date: str | None = None
    people: int = 24
    minimum_group: int = USUAL_MINIMUM_GROUP
    """The fewest people of a group that is shown."""

    @property
    def has_statements(self) -> bool:
        """Whether people have statements to answer one by one."""
        return any(True for _ in self.questionnaire.statements())


def why_not(part: Part, pack: Pack) -> str:
    """Why a questionnaire has no use for a page, in a sentence; '' where it has."""
    if part.plain.endswith("answer-sheet") and not pack.has_statements:
        return label("pack.left-out.statements")
    if part.plain == Part.LEVEL_CARDS and not pack.questionnaire.levels:
        return label("pack.left-out.levels")
    return ""


def frame(part: Part, pack: Pack) -> PageView:
    """What every page has: its names, its language, its size of type, and whom to credit."""
    title = pack.questionnaire.title
    return {
        "part": part.plain,
        "title": Part(part.plain).title(pack.people),
        "document": label("pack.document", page=part.title(pack.people), title=title),
        "questionnaire": title,
        "language": spoken(),
        "direction": direction(spoken()),
        "own_direction": direction(pack.language),
        # What stands around texts of the questionnaire, for whoever has the page read aloud.
        "own": {} if pack.language == spoken() else {"lang": pack.language},
        "large": part.is_large,
        "foot": list(_credit(pack.questionnaire)),
    }


def direction(language: str) -> str:
    """Which way a language is written: "ltr" or "rtl"."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


def _credit(questionnaire: Questionnaire) -> Iterator[str]:
    if questionnaire.source:
        yield label("pack.credit.source", source=questionnaire.source)
    if questionnaire.licence:
        yield label("pack.credit.licence", licence=questionnaire.licence)
    yield label("pack.credit.independent")


def lines(key: str, **fields: object) -> list[str]:
    """The points of a list, each a text of its own."""
    return label(key, **fields).split("\n")
