"""The tables that are exported and their columns: an interface, and the codebook that explains it."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from cls_check.words.speech import label

SCHEMA: Final = "cls-check/answers/1"

TableName = Literal["counts", "levels", "people"]
Kind = Literal["text", "day", "whole number", "number"]
Cell = str | int | float | None
Row = tuple[Cell, ...]


class Column(NamedTuple):
    """A column: its name, what kind of value it holds, and whether every row has one."""

    name: str
    kind: Kind = "text"
    always: bool = True

    @property
    def what(self) -> str:
        """What stands in it, in a sentence or two."""
        return label(f"codebook.{self.name}")


_ROUND: Final = (
    Column("file"),
    Column("place"),
    Column("date", "day"),
    Column("round", always=False),
    Column("stage", always=False),
    Column("questionnaire"),
    Column("version"),
    Column("language"),
)
_FACTOR: Final = (Column("factor"), Column("factor_title"))
_PERSPECTIVE: Final = (Column("perspective"), Column("perspective_name"))

TABLES: Final[dict[TableName, tuple[Column, ...]]] = {
    "counts": (
        *_ROUND,
        *_FACTOR,
        Column("statement"),
        Column("statement_text"),
        *_PERSPECTIVE,
        Column("scale_length", "whole number"),
        Column("answer"),
        Column("answer_label"),
        Column("answer_value", "number", always=False),
        Column("count", "whole number", always=False),
    ),
    "levels": (*_ROUND, *_FACTOR, Column("level"), Column("level_name")),
    "people": (*_ROUND, *_PERSPECTIVE, Column("people", "whole number")),
}

KEYS: Final[dict[TableName, tuple[str, ...]]] = {
    "counts": ("file", "statement", "perspective", "answer"),
    "levels": ("file", "factor"),
    "people": ("file", "perspective"),
}
"""The columns that together tell the rows of a table apart."""


def names(table: TableName) -> tuple[str, ...]:
    """The names of a table's columns, in order."""
    return tuple(column.name for column in TABLES[table])


def title(table: TableName) -> str:
    """What a row of a table is, in a sentence."""
    return label(f"codebook.table.{table}")
