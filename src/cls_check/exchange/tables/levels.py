"""Questions that each have answers of their own: factors, for which a group picks a level."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, Problem
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.tables.columns import options_among
from cls_check.exchange.tables.names import free, kept, slug
from cls_check.exchange.tables.texts import some, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.tables.columns import Column
    from cls_check.exchange.tables.rows import Row

Tree = dict[str, Any]


def are_levels(rows: Sequence[Row]) -> bool:
    """Whether the words of the answers differ from question to question."""
    described = {repr(row.options) for row in rows if any(map(some, row.options))}
    return len(described) > 1


def levels_tree(
    sheet: Sheet, rows: Sequence[Row], columns: Sequence[Column], languages: Sequence[str]
) -> Tree:
    """The levels, and a factor for each question that describes them all.

    Raises:
        BadFileError: a question lacks the description of a level.
    """
    options = options_among(columns)
    problems = list(_not_described(sheet, rows, options))
    if problems:
        raise BadFileError(problems)
    levels = {slug(_level_name(each), f"level-{n}"): each for n, each in enumerate(options, 1)}
    factors: dict[str, Tree] = {}
    for row in rows:
        key = free(kept(row.id, "") or slug(some(row.factor), "factor"), factors)
        described = zip(levels, row.options, strict=True)
        factors[key] = {
            "title": written(row.statement, languages),
            **({"meaning": written(row.factor, languages)} if row.factor else {}),
            "levels": {level: written(said, languages) for level, said in described},
        }
    named = {level: _level_name(column) for level, column in levels.items()}
    return {"levels": named, "factors": factors}


def _level_name(column: Column) -> str:
    """The heading of a level in words: "L1" is "Level 1"."""
    is_short = column.heading.lower() in {f"l{column.value}", column.value}
    return f"Level {column.value}" if is_short else column.heading


def _not_described(
    sheet: Sheet, rows: Sequence[Row], options: Sequence[Column]
) -> Iterator[Problem]:
    for row in rows:
        described = zip(options, row.options, strict=True)
        missing = [short(column.heading) for column, said in described if not some(said)]
        if missing:
            yield Problem(
                f"There is no description of {', '.join(missing)} here.",
                "Where each question has answers of its own, write all of them. "
                "Or take the row out.",
                sheet.place(row.number),
            )
