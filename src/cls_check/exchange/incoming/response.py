"""What was understood of a file of answers, before anything of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.errors import Problem
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Source
    from cls_check.exchange.incoming.vocabulary import How

HowTaken = Literal["matched", "guessed", "open", "personal", "left-out", "unknown"]
"""`open` holds answers, and no heading says to which statement."""
Kind = Literal["column", "answer", "perspective", "rows"]
Why = Literal["worked-out", "unfinished", "test", "rejected", "hidden"]
"""Why a row may be nobody's."""


class Response(NamedTuple):
    """What one person answered; nothing else about the person gets this far."""

    perspective: str | None
    answers: Mapping[str, str]


@dataclass(frozen=True)
class Column:
    """One column, what it was taken for, and how sure that is."""

    number: int
    heading: str
    how: HowTaken
    meaning: str = ""
    """The id of a statement, or the word of a map for anything else that is used."""


@dataclass(frozen=True)
class Layout:
    """Where things stand in a sheet: what made it, its first row of answers, its columns."""

    sheet: Sheet
    source: Source
    first_row: int
    columns: tuple[Column, ...]
    width: int = 0
    """So many columns have a heading, or stand before one that has; cells behind them are astray."""

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


class Text(NamedTuple):
    """One text that stood in cells, what it is taken for, and how often it came."""

    kind: Literal["answer", "perspective"]
    text: str
    meaning: str
    """An answer, a perspective, "" for an empty cell, or "?" where it could not be read."""
    how: How
    times: int
    row: int
    """The first in which it stood, as people count rows."""
    column: str
    """The letters over the first column in which it stood."""


@dataclass(frozen=True)
class Doubt:
    """Something that only a person can settle; told once, however often it stands in the file."""

    kind: Kind
    text: str
    """The heading, or what stands in the cells; of rows, the word that made them doubtful."""
    meant: str
    """What it is most like; nothing, where that is open."""
    rows: tuple[int, ...]
    """As people count them."""
    problem: Problem
    """What is said where nobody can be asked."""
    why: Why | None = None
    """Of rows: why they may be nobody's."""
    examples: tuple[str, ...] = ()
    """Of a column: the first different texts that stand in it."""


@dataclass(frozen=True)
class Understanding:
    """Everything that was understood of one file, and everything that was not."""

    layout: Layout
    responses: Sequence[Response] = ()
    counts: Mapping[str, Mapping[str, Mapping[str, int]]] = field(default_factory=dict)
    """Counted people by statement, perspective and answer, where nobody's own answers are told."""
    problems: tuple[Problem, ...] = ()
    """What has to be mended in the file."""
    doubts: tuple[Doubt, ...] = ()
    """What somebody has to be asked about."""
    texts: tuple[Text, ...] = ()
    """Each different text, and what it is taken for."""
    missing: tuple[str, ...] = ()
    """The statements that no column is about."""
    empty: int = 0
    """Rows of people who opened the form and answered nothing."""
    lost_letters: tuple[str, ...] = ()
    """Texts in which a letter was lost on the way through Excel."""

    @property
    def in_the_way(self) -> tuple[Problem, ...]:
        """Everything that stands in the way of importing without a question."""
        return (*self.problems, *(doubt.problem for doubt in self.doubts))

    @property
    def is_certain(self) -> bool:
        """Whether nothing is left to ask: all was matched, and nothing is unknown or missing."""
        unknown = any(column.how == "unknown" for column in self.layout.columns)
        return not (self.doubts or unknown or self.missing)
