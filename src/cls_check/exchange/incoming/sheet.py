"""A sheet of cells, all of them text, and how its places are named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.errors import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST_SHOWN = 60
MOST_COLUMNS, MOST_ROWS, MOST_CELLS = 2_000, 100_000, 5_000_000
"""Ten thousand people with fifty answers each are half a million cells."""


@dataclass(frozen=True)
class Sheet:
    """The cells of one sheet of a file, row by row; rows can be of different lengths."""

    file: str
    rows: Sequence[Sequence[str]]
    counts: str = "row"
    """What a row is called: of a file without rows, it is a person."""
    form: str = ""
    """The form of ours that the file comes from, where the file says so itself."""
    title: str = ""
    """The name of the sheet in its workbook."""
    is_hidden: bool = False
    """Whether the sheet is hidden in its workbook."""
    hidden_rows: frozenset[int] = frozenset()
    """Rows that are hidden or filtered away in the workbook, counted from 0."""
    errors: tuple[tuple[int, int, str], ...] = ()
    """Row, column and words of each cell that shows an error, such as #DIV/0!."""
    mended: bool = False
    """Whether text that was written in one encoding and read in another has been mended."""
    merged: tuple[tuple[tuple[int, int], tuple[int, int]], ...] = ()
    """Cells that were merged into one: the first and the last (row, column) of each group."""

    def place(self, row: int, column: int | None = None) -> Place:
        """How a cell is called where its row and column are counted from 0."""
        number = row if self.counts == "person" else row + 1
        where = f"{self.file}, {self.counts} {number}"
        if column is None:
            return Place(where)
        named = self.rows[0][column] if self.counts == "person" else f"column {letters(column)}"
        return Place(f"{where}, {named}")


def letters(column: int) -> str:
    """The letters over a column, counted from 0: A, B, ... Z, AA."""
    found = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def short(text: str) -> str:
    """A cell between quotes, on one line and not too long."""
    joined = " ".join(text.split())
    cut = joined if len(joined) <= LONGEST_SHOWN else joined[: LONGEST_SHOWN - 1].rstrip() + "…"
    return f'"{cut}"'
