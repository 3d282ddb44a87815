"""Workbooks of Excel: looked through before a byte of them is trusted, then read by calamine."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.errors import BadFileError, ClsCheckError, Place
from cls_check.exchange.incoming.csv_text import too_many_cells
from cls_check.exchange.incoming.sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet
from cls_check.exchange.incoming.workbook_parts import (
    Marks,
    Named,
    sheets_named_in,
    styles_of_per_cent,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_WORKBOOK = 25_000_000
LARGEST_UNPACKED = 120_000_000
"""In bytes; ten thousand people with fifty answers take about 2,500,000 and 20,000,000."""
MOST_PARTS = 2_000
A_BITE = 1 << 20

# A literal start keeps these fast: there can be half a million cells.
_CELL = re.compile(rb"r=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_COLUMN = re.compile(rb"r=[\"']([A-Z]{1,3})[0-9]")
_ROW = re.compile(rb"r=[\"'][A-Z]{0,3}([0-9]{1,7})[\"']")
_FORMULAS = (b"<f>", b"<f ", b"<f/", b":f>", b":f ", b":f/")
_SAVE_VALUES = (
    'In Excel: copy everything, choose "Paste special", then "Values", in a new workbook. Or save '
    'the sheet as "CSV UTF-8". Then import that.'
)


def sheets_of_workbook(name: str, data: bytes) -> list[Sheet]:
    """The sheets of an .xlsx that have anything in them.

    Raises:
        BadFileError: it is not safe to open, or it holds what we cannot vouch for.
        ClsCheckError: the library that reads workbooks is not installed.
    """
    seen = _look_through(name, data)
    found = [sheet for sheet in _read(name, data, seen) if sheet.rows]
    if not found:
        raise BadFileError.of(
            "There is nothing in this workbook.", "Is it the right file?", Place(name)
        )
    return found


class _Seen(NamedTuple):
    """What was seen on the way through the parts of a workbook."""

    sheets: dict[str, Named]
    marks: dict[str, Marks]
    """By the part that holds a sheet."""


def _look_through(name: str, data: bytes) -> _Seen:
    """Unpack everything once, bite by bite: the sizes that a zip declares can lie."""
    seen = _Seen({}, {})
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            _check_sizes(name, parts)
            _check_parts(name, {part.filename for part in parts})
            seen.sheets.update(sheets_named_in(packed))
            per_cent = styles_of_per_cent(packed)
            for part in parts:
                with packed.open(part) as file:
                    marks = seen.marks.setdefault(part.filename, Marks())
                    _look_at_part(name, part.filename, file, marks, per_cent)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise _broken(name) from None
    return seen


def _check_sizes(name: str, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise BadFileError.of(
            "This workbook unpacks to far more than answers of one round need.",
            "Copy the answers alone into a new workbook, and import that.",
            Place(name),
        )


def _check_parts(name: str, parts: set[str]) -> None:
    if any(part.endswith("vbaProject.bin") for part in parts):
        raise BadFileError.of(
            "This workbook has macros in it, which are programs.",
            'Save it in Excel as "Excel Workbook (.xlsx)", which leaves them out. '
            "Then import that.",
            Place(name),
        )
    if any(part.startswith("xl/externalLinks/") for part in parts):
        raise BadFileError.of(
            "This workbook takes values from other files, which may have changed.",
            _SAVE_VALUES,
            Place(name),
        )


def _look_at_part(name: str, part: str, file: Any, marks: Marks, per_cent: frozenset[str]) -> None:
    is_sheet = part.startswith("xl/worksheets/") and part.endswith(".xml")
    rows = columns = 0
    rest = b""
    while bite := file.read(A_BITE):
        if not is_sheet:
            continue
        whole = rest + bite
        cut = whole.rfind(b"<")
        whole, rest = whole[:cut], whole[cut:]
        _check_formulas(name, whole)
        marks.look_at(whole, per_cent)
        columns = max(columns, *map(_number, set(_COLUMN.findall(whole))), 0)
        rows = max(rows, *map(int, set(_ROW.findall(whole))), 0)
    if columns > MOST_COLUMNS or rows > MOST_ROWS or columns * rows > MOST_CELLS:
        raise too_many_cells(name)


def _number(column: bytes) -> int:
    """The number of a column from its letters, counted from 1."""
    number = 0
    for letter in column:
        number = number * 26 + letter - 64
    return number


def _check_formulas(name: str, xml: bytes) -> None:
    starts = [start for sign in _FORMULAS if (start := xml.find(sign)) >= 0]
    if not starts:
        return
    cells = _CELL.findall(xml[: min(starts)])
    column, row = cells[-1] if cells else (b"A", b"1")
    raise BadFileError.of(
        "A formula stands in this cell. What it came to may be out of date.",
        _SAVE_VALUES,
        Place(f"{name}, row {row.decode()}, column {column.decode()}"),
    )


def _broken(name: str) -> BadFileError:
    return BadFileError.of(
        "This workbook is damaged, or a part of it is missing.",
        "Get it once more from where it came. Or open it in Excel and save it again.",
        Place(name),
    )


def _read(name: str, data: bytes, seen: _Seen) -> Iterator[Sheet]:
    try:
        import python_calamine as calamine
    except ImportError:
        raise ClsCheckError.of(
            "Workbooks of Excel need one more part, which is not installed.",
            'Save the sheet as "CSV UTF-8" and import that.\n'
            'Or install the part. Type: pip install "cls-check[xlsx]"',
            Place(name),
        ) from None
    try:
        with calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for title in book.sheet_names:
                sheet = book.get_sheet_by_name(title)
                named = seen.sheets.get(title, Named("", is_hidden=False))
                marks = seen.marks.get(named.part, Marks())
                cells = sheet.to_python(skip_empty_area=False)
                yield Sheet(
                    name,
                    _texts(cells, marks.per_cent),
                    title=title,
                    is_hidden=named.is_hidden,
                    hidden_rows=frozenset(marks.hidden_rows),
                    errors=tuple(marks.errors),
                    merged=tuple(sheet.merged_cell_ranges or ()),
                )
    except (calamine.CalamineError, calamine.ZipError, calamine.XmlError, OSError, ValueError):
        raise _broken(name) from None


def _texts(cells: list[list[Any]], per_cent: set[tuple[int, int]]) -> list[list[str]]:
    """The cells as they read in Excel, row by row."""
    rows = [_row(row) for row in cells]
    for row, column in per_cent:
        value = cells[row][column] if row < len(cells) and column < len(cells[row]) else ""
        if isinstance(value, int | float):
            rows[row][column] = f"{round(value * 100, 6):g}%"
    return rows


def _row(cells: list[Any]) -> list[str]:
    return [cell if type(cell) is str else _text(cell) for cell in cells]


def _text(cell: object) -> str:
    """A cell as it reads in Excel: whole numbers without a point, days as year-month-day."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        return cell.isoformat()
    return str(cell)
