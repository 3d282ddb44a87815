"""A table of factors and statements made into the tree of a questionnaire's file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.tables.answers import scale_of, scale_tree
from cls_check.exchange.tables.columns import columns_of
from cls_check.exchange.tables.levels import are_levels, levels_tree
from cls_check.exchange.tables.names import slug
from cls_check.exchange.tables.rows import rows_of
from cls_check.exchange.tables.statements import factors_of
from cls_check.words.speech import large

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.tables.columns import Column, Role
    from cls_check.exchange.tables.rows import Row


ROWS_LOOKED_AT = 10
"""Headings stand in one of the first rows; above them there can be a title."""


@dataclass(frozen=True)
class Converted:
    """What came of a table: the tree of a questionnaire, and what a person should know of it."""

    tree: dict[str, Any]
    statements: int
    """0 for one in which a group picks a level for each factor."""
    left_out: tuple[str, ...]
    """The names of columns that were not understood."""
    taken: tuple[tuple[Role, str], ...] = ()
    """What each column that was understood was taken for: its role and its name."""
    usual_scale: bool = False
    """Whether the table has no answers, so that ours were taken."""


def converted(sheet: Sheet, name: str, language: str) -> Converted:
    """The questionnaire that a table holds.

    Args:
        sheet: The table; its first row names the columns.
        name: What the questionnaire is called.
        language: That of columns whose names say none.

    Raises:
        BadFileError: no column holds statements; or ids, answers or levels do not fit together.
    """
    head = _row_of_headings(sheet, language)
    headings = sheet.rows[head] if sheet.rows else ()
    columns = columns_of(headings, language, sheet.rows[head + 1 :])
    _check_has_statements(sheet, headings, columns)
    rows = rows_of(sheet, columns, head + 1)
    if not rows:
        raise BadFileError.of(
            "There is no statement in this table.", "Write one in each row.", Place(sheet.file)
        )
    languages = _languages(rows, columns)
    left_out, taken = _left_out(headings, columns), _taken(columns)
    title = large(" ".join(name.replace("-", " ").replace("_", " ").split())) or "Questionnaire"
    tree: dict[str, Any] = {
        "cls-check-questionnaire": 1,
        "id": slug(name, "questionnaire"),
        "version": "1",
        "title": title,
        "languages": list(languages),
    }
    if are_levels(rows):
        return Converted(tree | levels_tree(sheet, rows, columns, languages), 0, left_out, taken)
    scale = scale_of(sheet, rows, columns)
    tree["scale"] = scale_tree(scale, languages)
    tree["factors"] = factors_of(sheet, rows, title, languages)
    return Converted(tree, len(rows), left_out, taken, usual_scale=not scale)


def has_statements(sheet: Sheet, language: str) -> bool:
    """Whether a column of a table is named as one that holds statements."""
    return _names_statements(sheet, _row_of_headings(sheet, language), language)


def _row_of_headings(sheet: Sheet, language: str) -> int:
    """The first row that names a column of statements; a title may stand above it."""
    rows = range(min(ROWS_LOOKED_AT, len(sheet.rows)))
    return next((row for row in rows if _names_statements(sheet, row, language)), 0)


def _names_statements(sheet: Sheet, row: int, language: str) -> bool:
    names = sheet.rows[row] if row < len(sheet.rows) else ()
    return any(each.role == "statement" for each in columns_of(names, language))


def _check_has_statements(sheet: Sheet, headings: Sequence[str], columns: Sequence[Column]) -> None:
    if any(column.role == "statement" for column in columns):
        return
    named = ", ".join(short(name) for name in headings[:10] if name.strip()) or "none"
    raise BadFileError.of(
        "No column here is named as one that holds statements.",
        f"Name it statement. The names in the first row are: {named}.",
        Place(sheet.file),
    )


def _languages(rows: Sequence[Row], columns: Sequence[Column]) -> tuple[str, ...]:
    """The languages that statements are written in, in the order of the columns."""
    said = [column.language for column in columns if column.role == "statement"]
    return tuple(each for each in said if any(each in row.statement for row in rows))


def _taken(columns: Sequence[Column]) -> tuple[tuple[Role, str], ...]:
    return tuple((column.role, column.heading) for column in columns if column.role != "option")


def _left_out(headings: Sequence[str], columns: Sequence[Column]) -> tuple[str, ...]:
    understood = {column.place for column in columns}
    named = enumerate(headings)
    return tuple(name for place, name in named if place not in understood and name.strip())
