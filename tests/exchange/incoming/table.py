"""The six people of whom every sample in `samples/` tells, and how to read a sample."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from cls_check.exchange.incoming.response import Understanding
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from cls_check.files.questionnaires.reading import in_language
from cls_check.yaml.reader import read_yaml

SAMPLES = Path(__file__).parent / "samples"
DOCUMENT = read_yaml(SAMPLES / "questionnaire.yaml")
SPOKEN = tuple(in_language(DOCUMENT, language).questionnaire for language in ("en", "cy"))
SMALL = SPOKEN[0]
Row = tuple[str | None, frozenset[tuple[str, str]]]
"""A perspective, and a statement's id with each answer."""
STATEMENTS = ("cop-1", "cop-2", "tru-1", "tru-2")

# perspective        cop-1 cop-2 tru-1 tru-2
PEOPLE = """
frontline            4     5     3     dont-know
frontline            4     4     .     cannot-answer
carer                2     3     1     5
lived-experience     1     2     2     3
lived-experience     1     2     2     3
carer                5     5     5     4
"""


def people(table: str = PEOPLE) -> Counter[Row]:
    """How many people gave each row of answers."""
    rows = [line.split() for line in table.strip().splitlines()]
    return Counter((row[0], answers(row[1:])) for row in rows)


def answers(cells: list[str]) -> frozenset[tuple[str, str]]:
    return frozenset(pair for pair in zip(STATEMENTS, cells, strict=True) if pair[1] != ".")


def found(understood: Understanding) -> Counter[Row]:
    """The same of what was understood."""
    return Counter(
        (each.perspective, frozenset(each.answers.items())) for each in understood.responses
    )


def read(data: bytes | str, *, name: str = "answers.csv", **told: Any) -> Understanding:
    """Understand a file that answers the small questionnaire."""
    as_bytes = data.encode() if isinstance(data, str) else data
    return understand(name, as_bytes, SPOKEN, Told(**told))
