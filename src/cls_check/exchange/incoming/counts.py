"""A row for each count: statement, perspective, answer, how many people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK
from cls_check.exchange.incoming.long import Strange
from cls_check.exchange.incoming.no_person import NoPeople
from cls_check.exchange.incoming.response import Understanding
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.wide import MOST_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.response import Column
    from cls_check.exchange.incoming.rows import Reading

_COUNT = re.compile(r"([0-9]{1,5})(?:\.0+)?")
_ALL_OF_A_SHARE = 100
"""Counts of which each statement's come to this look like per cent."""
FEWEST_TO_LOOK_LIKE_SHARES = 2

Counts = dict[str, dict[str, dict[str, int]]]


def read_counts(reading: Reading) -> Understanding:
    """Read a sheet of counts.

    Raises:
        BadFileError: a column is missing.
    """
    statement, answer, count = reading.needed(
        ("which-statement", "answer", "count"),
        "A sheet of counts needs the columns statement, perspective, answer and count.",
        "Add the one that is missing.",
    )
    counts: Counts = {}
    strange, faults, rules = Strange(), list[Problem](), NoPeople(reading.layout)
    for number, row in reading.filled_rows():
        if len(faults) > MOST_PROBLEMS:
            break
        key_is_known = reading.headings.statement_id(row[statement.number]) is not None
        if strange.sees_nobody(reading, number, rules.of(number, row, says_who=key_is_known)):
            continue
        key = strange.see(reading, number, row, statement, answer)
        wrong = [*_wrong(reading, number, row, answer, count)]
        if key is not None and not wrong:
            wrong = _added(counts, reading, number, row, (key, answer, count))
        faults += wrong
    faults += _shares(reading, counts)
    return Understanding(
        reading.layout,
        counts=counts,
        problems=(*strange.problems(reading), *faults),
        doubts=tuple(strange.doubts(reading)),
        texts=reading.texts(),
    )


def _wrong(
    reading: Reading, number: int, row: Sequence[str], answer: Column, count: Column
) -> Iterator[Problem]:
    place = reading.layout.sheet.place
    if reading.answers[row[answer.number]] == BLANK:
        yield Problem(
            "It is not said which answer was counted.",
            reading.way_out(number),
            place(number, answer.number),
        )
    if not _COUNT.fullmatch(row[count.number].strip()):
        yield Problem(
            f"{short(row[count.number])} is not a number of people.",
            f"Write 0, 1, 2 and so on.\n{reading.way_out(number)}",
            place(number, count.number),
        )


def _added(
    counts: Counts,
    reading: Reading,
    number: int,
    row: Sequence[str],
    found: tuple[str, Column, Column],
) -> list[Problem]:
    """Add a row to the counts; gives what is wrong where it was counted before."""
    key, answer, count = found
    group = reading.perspective_of(row) or EVERYONE
    given = counts.setdefault(key, {}).setdefault(group, {})
    people = _COUNT.fullmatch(row[count.number].strip())
    meant = reading.answers[row[answer.number]]
    if meant in given:
        place = reading.layout.sheet.place(number)
        return [Problem("This was counted further up.", reading.way_out(number), place)]
    given[meant] = int(people[1]) if people else 0
    return []


def _shares(reading: Reading, counts: Counts) -> list[Problem]:
    """Counts that look like per cent: a hundred people may be twelve."""
    sums = [sum(given.values()) for groups in counts.values() for given in groups.values()]
    if len(sums) < FEWEST_TO_LOOK_LIKE_SHARES or set(sums) != {_ALL_OF_A_SHARE}:
        return []
    if any(reading.told.people):
        return []
    first = reading.layout.first_row
    rows = range(first, len(reading.layout.sheet.rows))
    return [
        Problem(
            "The counts of every statement come to 100. These may be per cent, and no people.",
            "Write how many people gave each answer. If it was 100 people each time: "
            f"{reading.option(rows, '--keep')}",
            reading.layout.sheet.place(first),
        )
    ]
