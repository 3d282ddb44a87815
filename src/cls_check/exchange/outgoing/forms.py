"""The forms in which tables are written: which files each makes, who writes them, and whose they are."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol

from cls_check.exchange.outgoing.columns import SCHEMA, TABLES
from cls_check.exchange.outgoing.package import package
from cls_check.read_from_disk import opened as opened_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from cls_check.exchange.outgoing.columns import Row, TableName

FormName = Literal["csv", "xlsx", "json", "parquet"]
MAIN: Final[TableName] = "counts"
"""The table that has the name that was asked for; the others have theirs behind it."""


class Writer(Protocol):
    """What tables are written with, one assessment after the other."""

    def add(self, table: TableName, rows: Iterable[Row]) -> None:
        """Write rows of a table."""


class Form(NamedTuple):
    """A form: the module and the class that write it, and whether each table is a file of its own."""

    module: str
    writer: str
    apart: bool
    is_text: bool


FORMS: Final[dict[FormName, Form]] = {
    "csv": Form("csv_files", "CsvFiles", apart=True, is_text=True),
    "xlsx": Form("xlsx_file", "XlsxFile", apart=False, is_text=False),
    "json": Form("json_file", "JsonFile", apart=False, is_text=True),
    "parquet": Form("parquet_files", "ParquetFiles", apart=True, is_text=False),
}


def tables_at(form: FormName, path: Path) -> dict[TableName, Path]:
    """Where the tables go if the main one goes to this path; those of one file go to one path."""
    if not FORMS[form].apart:
        return {MAIN: path}
    beside = {table: path.with_stem(f"{path.stem}-{table}") for table in TABLES if table != MAIN}
    return {MAIN: path} | beside


def package_at(form: FormName, path: Path) -> Path | None:
    """Where the description for programs goes; None for forms that hold it themselves."""
    return path.with_name(f"{path.stem}-datapackage.json") if form == "csv" else None


def package_of(tables: Mapping[TableName, Path]) -> bytes:
    """The description of CSV files that stand beside it."""
    return package({table: path.name for table, path in tables.items()}, "utf-8")


def opened(form: FormName, paths: Mapping[TableName, Path]) -> AbstractContextManager[Writer]:
    """What writes a form into these files."""
    found = FORMS[form]
    writer = getattr(_module(form), found.writer)
    made: AbstractContextManager[Writer] = writer(paths if found.apart else paths[MAIN])
    return made


def is_ours(form: FormName, path: Path) -> bool:
    """Whether a file that is there was made by an export, and so may be made again."""
    if path.name.endswith("-datapackage.json"):
        with opened_file(path, path.name) as file:
            return f'"{SCHEMA}"'.encode() in file.read(2000)
    found: bool = _module(form).is_ours(path)
    return found


def _module(form: FormName) -> Any:
    return import_module(f"cls_check.exchange.outgoing.{FORMS[form].module}")
