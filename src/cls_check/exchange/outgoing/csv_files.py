"""CSV: one file for each table, whose cells no spreadsheet takes for a formula."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any, Final

from cls_check.domain.spreadsheet_cells import as_text
from cls_check.exchange.outgoing.columns import TABLES, names
from cls_check.read_from_disk import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Self

    from cls_check.exchange.outgoing.columns import Cell, Row, TableName

FOR_EXCEL: Final = "utf-8-sig"
"""Without the mark at the start, Excel reads UTF-8 as something else."""


class _Shown(dict["Cell", "Cell"]):
    """Each cell as it is written. Most stand in many rows, and are looked at once."""

    def __missing__(self, cell: Cell) -> Cell:
        shown = self[cell] = as_text(cell) if isinstance(cell, str) else cell
        return shown


class CsvFiles:
    """Open CSV files; used with `with`, and each closed at its end."""

    def __init__(self, paths: Mapping[TableName, Path], encoding: str = FOR_EXCEL) -> None:
        self._paths = paths
        self._encoding = encoding
        self._open = ExitStack()
        self._writers: dict[TableName, Any] = {}

    def __enter__(self) -> Self:
        for table, path in self._paths.items():
            file = path.open("w", encoding=self._encoding, newline="")
            self._writers[table] = csv.writer(self._open.enter_context(file), lineterminator="\n")
            self._writers[table].writerow(names(table))
        return self

    def add(self, table: TableName, rows: Iterable[Row]) -> None:
        """Write rows of a table, if there is a file for it."""
        if table in self._writers:
            shown = _Shown()  # of one assessment: those of a nation would fill the memory
            self._writers[table].writerows([shown[cell] for cell in row] for row in rows)

    def __exit__(self, *_: object) -> None:
        self._open.close()


def is_ours(path: Path) -> bool:
    """Whether a file begins as one that is written here."""
    headings = {",".join(names(table)).encode() for table in TABLES}
    with opened(path, path.name) as file:
        return file.readline(2000).removeprefix(b"\xef\xbb\xbf").strip() in headings
