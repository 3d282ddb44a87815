"""The rows of a sheet that was understood, with all that is needed to read one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError
from cls_check.exchange.incoming.headings import PERSPECTIVE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.exchange.incoming.answer_words import Answers, Perspectives
    from cls_check.exchange.incoming.headings import Headings
    from cls_check.exchange.incoming.response import Column, Layout


@dataclass(frozen=True)
class Told:
    """What people said beforehand of the files that they import."""

    columns: Mapping[str, str] = field(default_factory=dict)
    perspectives: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    perspective: str | None = None
    """Of everybody whose perspective is not in the file."""
    left_out: frozenset[int] = frozenset()
    """The rows that are not to be imported, counted from 1 as in Excel."""


@dataclass(frozen=True)
class Reading:
    """What reading the rows of a sheet needs: where things are, and what words mean."""

    layout: Layout
    headings: Headings
    answers: Answers
    perspectives: Perspectives
    told: Told

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row of answers with its number, counted from 0; a short one is filled up."""
        sheet, wide = self.layout.sheet, 1 + max(each.number for each in self.layout.columns)
        for number in range(self.layout.first_row, len(sheet.rows)):
            row = sheet.rows[number]
            if self.told.left_out and self.counted(number) in self.told.left_out:
                continue
            if len(row) < wide:
                row = [*row, *([""] * (wide - len(row)))]
            yield number, row

    def filled_rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The same without rows in which nothing stands."""
        for number, row in self.rows():
            if any(cell.strip() for cell in row):
                yield number, row

    def needed(self, meanings: Sequence[str], fact: str, hint: str) -> list[Column]:
        """The columns of these meanings, in their order.

        Raises:
            BadFileError: one of them is missing, with this fact and this way out.
        """
        found = [column for meaning in meanings if (column := self.layout.of(meaning))]
        if len(found) < len(meanings):
            place = self.layout.sheet.place(self.layout.first_row - 1)
            raise BadFileError.of(fact, hint, place)
        return found

    def perspective_of(self, row: Sequence[str]) -> str | None:
        """Where a row's person answers from: as its cell says, else as was said for all."""
        where = self.layout.of(PERSPECTIVE)
        return (self.perspectives[row[where.number]] if where else "") or self.told.perspective

    def counted(self, number: int) -> int:
        """The number of a row as people see it; the headings of a file of persons are no row."""
        return number if self.layout.sheet.counts == "person" else number + 1

    def way_out(self, number: int) -> str:
        """What can be done about a row that cannot be read."""
        kind = self.layout.sheet.counts
        return f"Mend it there, or leave this {kind} out: --leave-out {self.counted(number)}"
