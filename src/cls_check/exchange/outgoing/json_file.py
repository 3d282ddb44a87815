"""JSON: one object with the codebook and the rows of all tables, a row a line."""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING, Any, Final

from cls_check.exchange.outgoing.columns import SCHEMA, TABLES, names, title
from cls_check.read_from_disk import opened

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Self

    from cls_check.exchange.outgoing.columns import Row, TableName

_START: Final = f'{{"schema": "{SCHEMA}",\n'


class JsonFile:
    """A JSON file; its tables are gathered apart, and put behind each other at the end."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = ExitStack()
        self._parts: dict[TableName, IO[str]] = {}

    def __enter__(self) -> Self:
        for table in TABLES:
            part = tempfile.TemporaryFile("w+", encoding="utf-8", newline="")
            self._parts[table] = self._open.enter_context(part)
        return self

    def add(self, table: TableName, rows: Iterable[Row]) -> None:
        """Write rows of a table."""
        part, columns = self._parts[table], names(table)
        for row in rows:
            comma = ",\n" if part.tell() else ""
            part.write(f"{comma}  {_compact(dict(zip(columns, row, strict=True)))}")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._open:
            if kind is None:
                self._put_together()

    def _put_together(self) -> None:
        with self._path.open("w", encoding="utf-8", newline="") as file:
            file.write(f'{_START}"codebook": {_compact(codebook())}')
            for table, part in self._parts.items():
                file.write(f',\n"{table}": [\n')
                part.seek(0)
                shutil.copyfileobj(part, file)
                file.write("\n]")
            file.write("}\n")


def _compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def codebook() -> dict[str, Any]:
    """What each table and each column holds."""
    return {
        table: {"row": title(table), "columns": {column.name: column.what for column in columns}}
        for table, columns in TABLES.items()
    }


def is_ours(path: Path) -> bool:
    """Whether a file begins as one that is written here."""
    with opened(path, path.name) as file:
        return file.read(len(_START)) == _START.encode()
