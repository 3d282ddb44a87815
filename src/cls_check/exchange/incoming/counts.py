"""A row for each count: statement, perspective, answer, how many people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.errors import BadFileError, Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.long import statement_of, strange_statement
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.understanding import Understanding
from cls_check.exchange.incoming.wide import MOST_PROBLEMS, perspective_problems, strange_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.rows import Reading
    from cls_check.exchange.incoming.understanding import Column

_COUNT = re.compile(r"([0-9]{1,5})(?:\.0+)?")

Counts = dict[str, dict[str, dict[str, int]]]


def read_counts(reading: Reading) -> Understanding:
    """Read a sheet of counts.

    Raises:
        BadFileError: a column is missing.
    """
    counts: Counts = {}
    problems: list[Problem] = []
    for number, row in reading.rows():
        if len(problems) > MOST_PROBLEMS:
            break
        if not any(cell.strip() for cell in row):
            continue
        here = [*_problems(reading, number, row)]
        problems += here or _added(counts, reading, number, row)
    return Understanding(
        reading.layout,
        counts=counts,
        problems=tuple(problems),
        guessed_perspectives=reading.perspectives.guessed,
    )


def _columns(reading: Reading) -> tuple[Column, Column, Column]:
    statement, answer, count = map(reading.layout.of, ("which-statement", "answer", "count"))
    if statement is None or answer is None or count is None:
        raise BadFileError.of(
            "A sheet of counts needs the columns statement, perspective, answer and count.",
            "Add the one that is missing.",
            reading.layout.sheet.place(reading.layout.first_row - 1),
        )
    return statement, answer, count


def _problems(reading: Reading, number: int, row: Sequence[str]) -> Iterator[Problem]:
    statement, answer, count = _columns(reading)
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


def _added(counts: Counts, reading: Reading, number: int, row: Sequence[str]) -> list[Problem]:
    """Add a row to the counts; gives what is wrong where it was counted before."""
    statement, answer, count = _columns(reading)
    key = statement_of(reading, row[statement.number]) or ""
    where = reading.layout.of(PERSPECTIVE)
    told = (reading.perspectives[row[where.number]] if where else "") or reading.told.perspective
    given = counts.setdefault(key, {}).setdefault(told or EVERYONE, {})
    found = _COUNT.fullmatch(row[count.number].strip())
    meant = reading.answers[row[answer.number]]
    if meant in given:
        place = reading.layout.sheet.place(number)
        return [Problem("This was counted further up.", reading.way_out(number), place)]
    given[meant] = int(found[1]) if found else 0
    return []
