"""Parquet: one file for each table, with the codebook in it, in groups of rows; the extra `parquet`."""

from __future__ import annotations

import os
from contextlib import ExitStack
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from cls_check.errors import ClsCheckError
from cls_check.exchange.outgoing.columns import SCHEMA, TABLES, title
from cls_check.read_from_disk import opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from typing import Self

    from cls_check.exchange.outgoing.columns import Cell, Row, TableName

ROWS_IN_A_GROUP: Final = 65_536
_MARK: Final = b"cls-check-schema"
_END: Final = 100_000
"""In bytes; what describes a file stands at its end."""


class ParquetFiles:
    """Open Parquet files; rows are kept until there are enough of them for a group."""

    def __init__(self, paths: Mapping[TableName, Path]) -> None:
        self._paths = paths
        self._open = ExitStack()
        self._waiting: dict[TableName, list[Row]] = {table: [] for table in paths}

    def __enter__(self) -> Self:
        self._arrow, parquet = _pyarrow()
        self._schemas = {table: _schema(self._arrow, table) for table in self._paths}
        self._writers = {
            table: self._open.enter_context(parquet.ParquetWriter(path, self._schemas[table]))
            for table, path in self._paths.items()
        }
        return self

    def add(self, table: TableName, rows: Iterable[Row]) -> None:
        """Write rows of a table."""
        waiting = self._waiting[table]
        waiting.extend(rows)
        while len(waiting) >= ROWS_IN_A_GROUP:
            self._write(table, waiting[:ROWS_IN_A_GROUP])
            del waiting[:ROWS_IN_A_GROUP]

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._open:
            if kind is None:
                for table, rows in self._waiting.items():
                    self._write(table, rows)

    def _write(self, table: TableName, rows: list[Row]) -> None:
        if not rows:
            return
        columns = zip(TABLES[table], zip(*rows, strict=True), strict=True)
        values = {
            column.name: list(map(_day, cells)) if column.kind == "day" else cells
            for column, cells in columns
        }
        self._writers[table].write_table(
            self._arrow.table(values, schema=self._schemas[table]), row_group_size=ROWS_IN_A_GROUP
        )


@cache
def _day(written: Cell) -> date:
    return date.fromisoformat(str(written))


def _schema(arrow: Any, table: TableName) -> Any:
    kinds = {"text": arrow.string(), "day": arrow.date32(), "whole number": arrow.int32(),
             "number": arrow.float64()}  # fmt: skip
    fields = [
        arrow.field(
            column.name,
            kinds[column.kind],
            nullable=not column.always,
            metadata={"description": column.what},
        )
        for column in TABLES[table]
    ]
    return arrow.schema(fields, metadata={_MARK: SCHEMA.encode(), b"title": title(table)})


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as arrow
        from pyarrow import parquet
    except ImportError as error:
        raise ClsCheckError.of(
            "Parquet needs PyArrow, which is not installed.",
            'Type: pip install "cls-check[parquet]"\nOr take --to csv.',
        ) from error
    return arrow, parquet


def is_ours(path: Path) -> bool:
    """Whether a file says at its end that it was written here."""
    with opened(path, path.name) as file:
        file.seek(max(0, file.seek(0, os.SEEK_END) - _END))
        return _MARK in file.read()
