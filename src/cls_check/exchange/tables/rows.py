"""The rows of a table of statements, each with the factor that it stands under."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Problem
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.tables.columns import options_among
from cls_check.exchange.tables.texts import some

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.tables.columns import Column, Role
    from cls_check.exchange.tables.texts import Texts

LONGEST_LINE = 500


@dataclass(frozen=True)
class Row:
    """One statement: where it stands, its words, and what belongs to it."""

    number: int
    """Counted from 0, as the sheet's rows."""
    factor: Texts
    factor_id: str
    meaning: Texts
    id: str
    statement: Texts
    scale: Texts
    options: tuple[Texts, ...]


def rows_of(sheet: Sheet, columns: Sequence[Column], first: int) -> tuple[Row, ...]:
    """Every row with a statement; what is empty there is as in the row above.

    Raises:
        BadFileError: a row names no factor, and none above does; or a text is too long.
    """
    above = Row(0, {}, "", {}, "", {}, {}, ())
    found: list[Row] = []
    problems: list[Problem] = []
    for number, cells in enumerate(sheet.rows[first:], start=first):
        row = _row(number, cells, columns)
        problems += _too_long(row, sheet)
        above = _below(above, row)
        if row.statement:
            found.append(above)
    if problems:
        raise BadFileError(problems)
    return tuple(found)


def _row(number: int, cells: Sequence[str], columns: Sequence[Column]) -> Row:
    def texts(role: Role) -> Texts:
        said = {each.language: _cell(cells, each) for each in columns if each.role == role}
        return {language: text for language, text in said.items() if text}

    return Row(
        number=number,
        factor=texts("factor"),
        factor_id=some(texts("factor-id")),
        meaning=texts("meaning"),
        id=some(texts("id")).rstrip("."),
        statement=texts("statement"),
        scale={each.language: _whole(cells, each) for each in columns if each.role == "scale"},
        options=_options(cells, columns),
    )


def _options(cells: Sequence[str], columns: Sequence[Column]) -> tuple[Texts, ...]:
    """The words of each answer that has columns of its own, by its language."""
    found: dict[str, Texts] = {column.value: {} for column in options_among(columns)}
    for column in columns:
        if column.role == "option" and (text := _cell(cells, column)):
            found[column.value][column.language] = text
    return tuple(found.values())


def _cell(cells: Sequence[str], column: Column) -> str:
    return " ".join(_whole(cells, column).split())


def _whole(cells: Sequence[str], column: Column) -> str:
    """A cell with the lines that are in it."""
    return cells[column.place].strip() if column.place < len(cells) else ""


def _below(above: Row, row: Row) -> Row:
    """A row with what it leaves open taken from the row above."""
    same = not (row.factor or row.factor_id) or row.factor == above.factor
    return replace(
        row,
        factor=row.factor or (above.factor if not row.factor_id else {}),
        factor_id=row.factor_id or (above.factor_id if same else ""),
        meaning=row.meaning or (above.meaning if same else {}),
    )


def _too_long(row: Row, sheet: Sheet) -> Iterator[Problem]:
    texts = [row.factor, row.meaning, row.statement, *row.options]
    for text in (text for said in texts for text in said.values()):
        if len(text) > LONGEST_LINE:
            yield Problem(
                f"This text has {len(text)} characters: {short(text)}.",
                f"At most {LONGEST_LINE} can be read on a screen. Make it shorter.",
                sheet.place(row.number),
            )
