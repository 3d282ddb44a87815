"""A row for each person, and a column for each statement."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.response import Response, Understanding
from cls_check.exchange.incoming.same_text import plain
from cls_check.exchange.incoming.sheet import short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.response import Column
    from cls_check.exchange.incoming.rows import Reading

FOOTERS = frozenset({"total", "totals", "sum", "average", "averages", "mean", "median", "count"})
"""What stands at the start of a row under the answers that somebody worked out."""

LONGEST_FOOTER = 40

MOST_PROBLEMS = 1_000
"""More are not looked for: people see the first of them, and mend those."""

FEWEST_OF_NO_PERSON = 3
"""From so many cells on, a row of which none can be read is told of as a whole."""


def read_wide(reading: Reading) -> Understanding:
    """Read a sheet that has a row for each person."""
    layout = reading.layout
    columns = layout.statements
    found: list[Response] = []
    problems: list[Problem] = []
    empty = 0
    keys = [column.meaning for column in columns]
    # itemgetter of one column gives no tuple; the first is asked for twice and left again.
    pick = itemgetter(columns[0].number, *(column.number for column in columns))
    look = reading.answers
    where = layout.of(PERSPECTIVE)
    for number, row in reading.rows():
        _, *answers = [look[cell] for cell in pick(row)]
        if not any(answers) and _is_empty(row):
            continue
        here = [*_problems(reading, number, row, answers, where)]
        if here:
            problems += here
            if len(problems) > MOST_PROBLEMS:
                break
        elif any(answers):
            perspective = reading.perspectives[row[where.number]] if where else BLANK
            given = {key: answer for key, answer in zip(keys, answers, strict=True) if answer}
            found.append(Response(perspective or reading.told.perspective, given))
        else:
            empty += 1
    missing = tuple(key for key in reading.headings.statements if key not in set(keys))
    return Understanding(
        layout,
        found,
        problems=tuple(problems),
        guessed_perspectives=reading.perspectives.guessed,
        missing=missing,
        empty=empty,
    )


def _is_empty(row: Sequence[str]) -> bool:
    return not any(cell.strip() for cell in row)


def _problems(
    reading: Reading, number: int, row: Sequence[str], answers: Sequence[str], where: Column | None
) -> Iterator[Problem]:
    is_footer = _is_footer(reading, row, where)
    if UNREADABLE in answers or is_footer:
        strange = [
            column
            for column, answer in zip(reading.layout.statements, answers, strict=True)
            if answer == UNREADABLE
        ]
        readable = sum(answer not in {BLANK, UNREADABLE} for answer in answers)
        if is_footer or (not readable and len(strange) >= FEWEST_OF_NO_PERSON):
            yield _no_person(reading, number, row, () if is_footer else strange)
            return
        for column in strange:
            yield strange_answer(reading, number, column, row[column.number], column.meaning)
    if any(answers):
        yield from perspective_problems(reading, number, row, where)


def _is_footer(reading: Reading, row: Sequence[str], where: Column | None) -> bool:
    """Whether a row begins with a word of a footer; somebody with a perspective is a person."""
    first = next((cell for cell in row if cell and not cell.isspace()), "")
    if len(first) >= LONGEST_FOOTER or plain(first).split(" ")[0] not in FOOTERS:
        return False
    return where is None or reading.perspectives[row[where.number]] in {BLANK, UNREADABLE}


def _no_person(
    reading: Reading, number: int, row: Sequence[str], strange: Sequence[Column]
) -> Problem:
    first = short(next(cell for cell in row if cell.strip()))
    fact = f"This row begins with {first} and does not look like one person's answers."
    if strange:
        fact = (
            f"None of the answers in this row can be read. The first is "
            f"{short(row[strange[0].number])}, under {strange[0].meaning}."
        )
    return Problem(
        fact,
        f"Answers are 1 to {reading.answers.positions}, their words, dont-know or cannot-answer.\n"
        f"If it is a second heading or a total, leave it out: --leave-out {reading.counted(number)}",
        reading.layout.sheet.place(number),
    )


def strange_answer(
    reading: Reading, number: int, column: Column, cell: str, statement: str
) -> Problem:
    """What is said of an answer that cannot be read."""
    meant = reading.answers.hint(cell)
    hint = (
        f'It is most like the answer {meant}. If that is meant, write {short(cell)}: "{meant}" '
        "under answers: in import-map.yaml.\n"
        if meant
        else ""
    )
    return Problem(
        f"{short(cell)} is not an answer to {statement}.",
        f"{hint}Answers are 1 to {reading.answers.positions}, their words, dont-know or "
        f"cannot-answer.\n{reading.way_out(number)}",
        reading.layout.sheet.place(number, column.number),
    )


def perspective_problems(
    reading: Reading, number: int, row: Sequence[str], where: Column | None
) -> Iterator[Problem]:
    """What is wrong with the perspective of a row, where the questionnaire has perspectives."""
    if not reading.perspectives.labels or (where is None and reading.told.perspective):
        return
    if where is None:
        yield Problem(
            "This file does not say from which perspective people answer.",
            "If all of them answer from one, add for example --perspective frontline. "
            "Or add a column to the sheet.",
            reading.layout.sheet.place(number),
        )
        return
    cell = row[where.number]
    place = reading.layout.sheet.place(number, where.number)
    told = reading.perspectives[cell]
    if told == UNREADABLE:
        known = ", ".join(dict.fromkeys(reading.perspectives.labels.values()))
        yield Problem(
            f"{short(cell)} is not a perspective of this questionnaire.",
            f"Those are {known}.\n{reading.way_out(number)}",
            place,
        )
    elif told == BLANK and not reading.told.perspective:
        yield Problem(
            "This person's perspective is missing.",
            f"{reading.way_out(number)}\nOr say where everybody stands who left it open, with "
            "--perspective.",
            place,
        )
