"""The one scale of a table of statements, from a column of its own or from one for each answer."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from cls_check.domain.terms import FEWEST_ANSWERS, MOST_ANSWERS
from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.tables.columns import options_among
from cls_check.exchange.tables.texts import some, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.tables.columns import Column
    from cls_check.exchange.tables.rows import Row


class Option(NamedTuple):
    """An answer of a scale, and the number that stood for it; None where there was none."""

    label: str
    value: Decimal | None


Scale = dict[str, tuple[Option, ...]]
"""The answers in each language, lowest first."""

USUAL: Final = ("Not true yet", "A little true", "Partly true", "Mostly true", "Very true")


def scale_of(sheet: Sheet, rows: Sequence[Row], columns: Sequence[Column]) -> Scale:
    """The answers in each language; empty where the table has none.

    Raises:
        BadFileError: there are several scales, or their answers are too few, too many, or not as
            many in each language.
    """
    if any(some(said) for row in rows for said in row.options):
        return _checked(sheet, _from_options(rows, columns))
    return _checked(sheet, _from_cells(sheet, rows))


def _from_cells(sheet: Sheet, rows: Sequence[Row]) -> Scale:
    found: Scale = {}
    first: dict[str, int] = {}
    filled = (
        (row.number, language, cell) for row in rows for language, cell in row.scale.items() if cell
    )
    for number, language, cell in filled:
        options = options_in(cell)
        first.setdefault(language, number)
        if found.setdefault(language, options) != options:
            raise BadFileError.of(
                f"The answers here are not those of row {first[language] + 1}.",
                "A questionnaire has one scale. Put statements with other answers into a table of "
                "their own.",
                sheet.place(number),
            )
    return found


def _from_options(rows: Sequence[Row], columns: Sequence[Column]) -> Scale:
    """The words of each answer stand in its column, the same in every row, or are its name."""
    values = [column.value for column in options_among(columns)]
    found: Scale = {}
    for column in (column for column in columns if column.role == "option"):
        place = values.index(column.value)
        labels = (row.options[place].get(column.language) for row in rows)
        label = next(filter(None, labels), column.heading)
        option = Option(label, Decimal(column.value))
        found[column.language] = (*found.get(column.language, ()), option)
    return {language: in_order(options) for language, options in found.items()}


def _checked(sheet: Sheet, scale: Scale) -> Scale:
    for language, options in scale.items():
        count, others = len(options), len(next(iter(scale.values())))
        if not FEWEST_ANSWERS <= count <= MOST_ANSWERS:
            labels = ", ".join(short(option.label) for option in options[:MOST_ANSWERS])
            raise BadFileError.of(
                f"A scale needs {FEWEST_ANSWERS} to {MOST_ANSWERS} answers. Here it has {count}: "
                f"{labels}.",
                "Write all of them into one cell, with ; between them.",
                Place(sheet.file),
            )
        if count != others:
            raise BadFileError.of(
                f"The scale has {count} answers in {short(language)}, and {others} in another "
                "language.",
                "Write the same answers in each language, in the same order.",
                Place(sheet.file),
            )
    return scale


def scale_tree(scale: Scale, languages: Sequence[str]) -> dict[str, Any]:
    """The scale as it is written; where the table has none, the usual one."""
    if not scale:
        return {"answers": list(USUAL)}
    of_each = [
        {language: option.label for language, option in zip(scale, options, strict=True)}
        for options in zip(*scale.values(), strict=True)
    ]
    values = own_values(next(iter(scale.values())))
    answers = {"answers": [written(said, languages) for said in of_each]}
    return answers | ({"values": values} if values else {})


_PARTS: Final = ("\n", "|", ";", ",")
"""What parts the answers in a cell; the first that is there."""
_VALUED: Final = re.compile(
    r"(?P<value>-?\d*\.?\d+)(?:\s*[=:)\u2013-]\s*|\.\s+)(?P<label>.*\S)", re.DOTALL
)
_NUMBER: Final = re.compile(r"-?\d*\.?\d+")


def options_in(cell: str) -> tuple[Option, ...]:
    """The answers in a cell, lowest first where numbers say so, else as they stand."""
    mark = next((part for part in _PARTS if part in cell.strip()), None)
    parts = cell.strip().split(mark) if mark else [cell]
    return in_order(tuple(_option(part.strip()) for part in parts if part.strip()))


def _option(part: str) -> Option:
    if _NUMBER.fullmatch(part):
        return Option(part, Decimal(part))
    found = _VALUED.fullmatch(part)
    return Option(found["label"], Decimal(found["value"])) if found else Option(part, None)


def in_order(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The answers from low to high, if each has a number."""
    if any(option.value is None for option in options):
        return options
    return tuple(sorted(options, key=lambda option: option.value or Decimal(0)))


def own_values(options: tuple[Option, ...]) -> list[str]:
    """The numbers of a scale that is not simply 1, 2, 3 …; else none."""
    values = [option.value for option in options]
    if None in values or values == [Decimal(place) for place in range(1, len(values) + 1)]:
        return []
    return [str(value) for value in values]
