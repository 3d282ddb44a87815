"""A row for each count: statement, perspective, answer, how many people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.long import statement_of, strange_statement
from cls_check.exchange.incoming.response import Understanding
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.wide import MOST_PROBLEMS, perspective_problems, strange_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.response import Column
    from cls_check.exchange.incoming.rows import Reading

_COUNT = re.compile(r"([0-9]{1,5})(?:\.0+)?")

Counts = dict[str, dict[str, dict[str, int]]]


def read_counts(reading: Reading) -> Understanding:
    """Read a sheet of counts.

    Raises:
        BadFileError: a column is missing.
    """
    columns = reading.needed(
        ("which-statement", "answer", "count"),
        "A sheet of counts needs the columns statement, perspective, answer and count.",
        "Add the one that is missing.",
    )
    counts: Counts = {}
    problems: list[Problem] = []
    for number, row in reading.filled_rows():
        if len(problems) > MOST_PROBLEMS:
            break
        here = [*_problems(reading, number, row, columns)]
        problems += here or _added(counts, reading, number, row, columns)
    return Understanding(
        reading.layout,
        counts=counts,
        problems=tuple(problems),
        guessed_perspectives=reading.perspectives.guessed,
    )


def _problems(
    reading: Reading, number: int, row: Sequence[str], columns: Sequence[Column]
) -> Iterator[Problem]:
    statement, answer, count = columns
    key = statement_of(reading, row[statement.number])
    if key is None:
        yield strange_statement(reading, number, statement, row[statement.number])
    elif reading.answers[row[answer.number]] in {BLANK, UNREADABLE}:
        yield strange_answer(reading, number, answer, row[answer.number], key)
    if not _COUNT.fullmatch(row[count.number].strip()):
        yield Problem(
            f"{short(row[count.number])} is not a number of people.",
            f"Write 0, 1, 2 and so on.\n{reading.way_out(number)}",
            reading.layout.sheet.place(number, count.number),
        )
    yield from perspective_problems(reading, number, row, reading.layout.of(PERSPECTIVE))


def _added(
    counts: Counts, reading: Reading, number: int, row: Sequence[str], columns: Sequence[Column]
) -> list[Problem]:
    """Add a row to the counts; gives what is wrong where it was counted before."""
    statement, answer, count = columns
    key = statement_of(reading, row[statement.number]) or ""
    group = reading.perspective_of(row) or EVERYONE
    given = counts.setdefault(key, {}).setdefault(group, {})
    found = _COUNT.fullmatch(row[count.number].strip())
    meant = reading.answers[row[answer.number]]
    if meant in given:
        place = reading.layout.sheet.place(number)
        return [Problem("This was counted further up.", reading.way_out(number), place)]
    given[meant] = int(found[1]) if found else 0
    return []
