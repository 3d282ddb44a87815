"""Converting a table of statements into a questionnaire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.container import sheets_of
from cls_check.exchange.incoming.sheet import Sheet
from cls_check.exchange.tables.conversion import converted, has_statements
from cls_check.files.atomic import write_text
from cls_check.files.questionnaires.advice import advice
from cls_check.files.questionnaires.reading import in_each_language
from cls_check.files.validation.schema_line import schema_line
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.yaml.reader import parse_yaml
from cls_check.yaml.writer import to_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.errors import Problem
    from cls_check.exchange.tables.conversion import Converted

_OTHER_SHAPES = (".yaml", ".yml", ".json")


@dataclass(frozen=True)
class Conversion:
    """A questionnaire that was written, and what in it is worth another look."""

    path: Path
    made: Converted
    advice: tuple[Problem, ...]


def convert(table: Path, path: Path, language: str) -> Conversion:
    """Write the questionnaire that a table holds; nothing is ever written over.

    Raises:
        BadFileError: the table cannot be read, or makes no questionnaire.
        RefusedError: a file is there already.
    """
    name = one_line(str(table))
    data = read_bytes(table, name)
    _check_is_a_table(table, name)
    made = converted(_sheet(name, data, language), path.stem, language)
    text = schema_line("questionnaire", path) + to_yaml(made.tree)
    document = parse_yaml(text.encode(), one_line(str(path)))
    in_each_language(document)
    write_text(path, text, replacing=None)
    return Conversion(path, made, tuple(advice(document)))


def _check_is_a_table(table: Path, name: str) -> None:
    if table.suffix.lower() in _OTHER_SHAPES:
        raise BadFileError.of(
            "This is not a table, and every program has a shape of its own for such files.",
            "Make a table of it, with columns factor and statement, and save it as CSV or xlsx.\n"
            f"If it is a questionnaire of cls-check: cls-check questionnaire check {name}",
            Place(name),
        )


def _sheet(name: str, data: bytes, language: str) -> Sheet:
    """The table; of a workbook with several sheets, the first with a column of statements."""
    sheets = sheets_of(name, data) or [Sheet(name, ())]
    return next((each for each in sheets if has_statements(each, language)), sheets[0])
