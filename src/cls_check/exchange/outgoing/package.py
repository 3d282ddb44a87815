"""A Frictionless Data Package beside CSV files: their columns, keys and codebook for programs.

The form is that of Data Package and Table Schema, version 1 (Frictionless Data, 2017).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

from cls_check.exchange.outgoing.columns import KEYS, SCHEMA, TABLES, title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.exchange.outgoing.columns import Column, Kind, TableName

_TYPES: Final[dict[Kind, str]] = {
    "text": "string",
    "day": "date",
    "whole number": "integer",
    "number": "number",
}
_CONSTRAINTS: Final[dict[str, dict[str, Any]]] = {
    "count": {"minimum": 0},
    "people": {"minimum": 0},
    "scale_length": {"minimum": 3},
    "answer": {"pattern": "[0-9]+|dont-know|cannot-answer"},
}


def package(files: Mapping[TableName, str], encoding: str) -> bytes:
    """The text of a `datapackage.json`.

    Args:
        files: The name of each table's CSV file, in the same folder.
        encoding: How these are written.
    """
    described = {
        "profile": "tabular-data-package",
        "name": "cls-check-answers",
        "title": title("counts"),
        "cls-check": SCHEMA,
        "resources": [_resource(table, path, encoding) for table, path in files.items()],
    }
    return (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _resource(table: TableName, path: str, encoding: str) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": path,
        "title": title(table),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": encoding,
        "schema": table_schema(table),
    }


def table_schema(table: TableName) -> dict[str, Any]:
    """The Table Schema of a table."""
    return {
        "fields": [_field(column) for column in TABLES[table]],
        "missingValues": [""],
        "primaryKey": list(KEYS[table]),
    }


def _field(column: Column) -> dict[str, Any]:
    required: dict[str, Any] = {"required": True} if column.always else {}
    constraints = required | _CONSTRAINTS.get(column.name, {})
    field = {"name": column.name, "type": _TYPES[column.kind], "description": column.what}
    return field | ({"constraints": constraints} if constraints else {})
