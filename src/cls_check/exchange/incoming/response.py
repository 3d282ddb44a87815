"""What was understood of a file of answers, before anything of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.errors import Problem
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Source

How = Literal["matched", "guessed", "personal", "left-out", "unknown"]


class Response(NamedTuple):
    """What one person answered; nothing else about the person gets this far."""

    perspective: str | None
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """One column, what it was taken for, and how sure that is."""

    number: int
    heading: str
    how: How
    meaning: str = ""
    """The id of a statement, or the word of a map for anything else that is used."""


@dataclass(frozen=True)
class Layout:
    """Where things stand in a sheet: what made it, its first row of answers, its columns."""

    sheet: Sheet
    source: Source
    first_row: int
    columns: tuple[Column, ...]

    def of(self, meaning: str) -> Column | None:
        """The column that was taken for this, if there is one."""
        return next((each for each in self.columns if each.meaning == meaning), None)

    @property
    def statements(self) -> tuple[Column, ...]:
        """The columns with answers to one statement each."""
        return tuple(each for each in self.columns if each.how in _USED and not _is_word(each))


_USED = frozenset({"matched", "guessed"})
WORDS = frozenset({"perspective", "voice", "which-statement", "answer", "count", "leave-out"})


def _is_word(column: Column) -> bool:
    return column.meaning in WORDS


@dataclass(frozen=True)
class Understanding:
    """Everything that was understood of one file, and everything that was not."""

    layout: Layout
    responses: Sequence[Response] = ()
    counts: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Counted people by statement, perspective and answer, where nobody's own answers are told."""
    problems: tuple[Problem, ...] = ()
    guessed_perspectives: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    """The statements that no column is about."""
    empty: int = 0
    """Rows of people who opened the form and answered nothing."""
    lost_letters: tuple[str, ...] = ()
    """Texts in which a letter was lost on the way through Excel."""

    @property
    def guesses(self) -> bool:
        """Whether anything rests on a guess."""
        guessed = any(column.how == "guessed" for column in self.layout.columns)
        return guessed or bool(self.guessed_perspectives)

    @property
    def is_certain(self) -> bool:
        """Whether nothing is left to ask: all was matched, and nothing is unknown or missing."""
        unknown = any(column.how == "unknown" for column in self.layout.columns)
        return not (self.guesses or unknown or self.missing)
