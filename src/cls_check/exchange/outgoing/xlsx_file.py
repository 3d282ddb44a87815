"""XLSX: a sheet for each table and one for the codebook, written row by row; the extra `xlsx`."""

from __future__ import annotations

import tempfile
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from cls_check.errors import ClsCheckError
from cls_check.exchange.outgoing.columns import SCHEMA, TABLES, names
from cls_check.read_from_disk import opened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Self

    from cls_check.exchange.outgoing.columns import Row, TableName

MOST_ROWS: Final = 1_048_575
"""What a sheet holds below its heading."""
_MADE: Final = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""In place of today: the same assessments make the same bytes."""
_WIDTHS: Final = {
    "place": 18, "factor": 20, "factor_title": 40, "statement_text": 60, "perspective": 20,
    "perspective_name": 34, "answer_label": 20, "round": 16, "file": 34, "level_name": 22,
}  # fmt: skip
_WIDTH_OF_OTHERS: Final = 12
_OPTIONS: Final = {
    "constant_memory": True,  # one row of each sheet at a time
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


class XlsxFile:
    """A workbook; every text in it is a text, whatever it begins with."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = dict.fromkeys(TABLES, 0)

    def __enter__(self) -> Self:
        writer = _xlsxwriter()
        self._apart = tempfile.TemporaryDirectory()
        self._book = writer.Workbook(str(self._path), _OPTIONS | {"tmpdir": self._apart.name})
        self._book.set_properties({"created": _MADE, "comments": SCHEMA})
        self._bold = self._book.add_format({"bold": True})
        self._sheets = {table: self._sheet(table) for table in TABLES}
        self._add_codebook()
        return self

    def add(self, table: TableName, rows: Iterable[Row]) -> None:
        """Write rows of a table.

        Raises:
            ClsCheckError: they are more than a sheet holds.
        """
        for row in rows:
            self._rows[table] += 1
            if self._rows[table] > MOST_ROWS:
                raise ClsCheckError.of(
                    f"A sheet of Excel holds {MOST_ROWS:,} rows, and these are more.",
                    "Nothing was written. Take --to csv or --to parquet, or fewer assessments.",
                )
            _write(self._sheets[table], self._rows[table], row)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._apart:
            if kind is None:
                self._close()
            else:
                for sheet in self._book.worksheets():
                    sheet.row_data_fh.close()

    def _close(self) -> None:
        try:
            self._book.close()
        except _xlsxwriter().exceptions.FileCreateError as error:
            raise error.args[0] from error  # the OSError that it was made from

    def _sheet(self, table: TableName) -> Any:
        sheet = self._book.add_worksheet(table)
        for place, name in enumerate(names(table)):
            sheet.set_column(place, place, _WIDTHS.get(name, _WIDTH_OF_OTHERS))
        sheet.freeze_panes(1, 0)
        _write(sheet, 0, names(table), self._bold)
        return sheet

    def _add_codebook(self) -> None:
        sheet = self._book.add_worksheet("codebook")
        sheet.set_column(0, 0, 12)
        sheet.set_column(1, 1, 18)
        sheet.set_column(2, 2, 110)
        sheet.freeze_panes(1, 0)
        _write(sheet, 0, ("sheet", "column", "what it is"), self._bold)
        lines = [(table, each) for table, columns in TABLES.items() for each in columns]
        for number, (table, column) in enumerate(lines, start=1):
            _write(sheet, number, (table, column.name, column.what))


def _write(sheet: Any, number: int, row: Row, style: Any = None) -> None:
    for place, cell in enumerate(row):
        if isinstance(cell, int | float):
            sheet.write_number(number, place, cell, style)
        elif cell is not None:
            sheet.write_string(number, place, cell, style)


def _xlsxwriter() -> Any:
    try:
        import xlsxwriter
    except ImportError as error:
        raise ClsCheckError.of(
            "A file for Excel needs XlsxWriter, which is not installed.",
            'Type: pip install "cls-check[xlsx]"\nOr take --to csv, which Excel opens too.',
        ) from error
    return xlsxwriter


def is_ours(path: Path) -> bool:
    """Whether a file is a workbook that says that it was written here."""
    try:
        with opened(path, path.name) as file, zipfile.ZipFile(file) as book:
            return SCHEMA.encode() in book.read("docProps/core.xml")
    except (zipfile.BadZipFile, KeyError):
        return False
