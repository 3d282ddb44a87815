"""A row for each person, and a column for each statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.doubts import (
    Cell,
    astray,
    nobodys_rows,
    strange_perspectives,
    strange_texts,
    what_answers_are,
)
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.no_person import NoPeople, NoPerson
from cls_check.exchange.incoming.response import Doubt, Response, Understanding
from cls_check.exchange.incoming.rows import in_ranges
from cls_check.exchange.incoming.sheet import short

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from cls_check.exchange.incoming.rows import Reading

MOST_PROBLEMS = 1_000
"""More are not looked for: people see the first of them, and mend those."""

FEWEST_OF_NO_PERSON = 3
"""From so many cells on, a row of which none can be read is told of as a whole."""


@dataclass
class _Found:
    """What the rows of a sheet come to, as they are read."""

    responses: list[Response] = field(default_factory=list)
    strange: dict[int, list[int]] = field(default_factory=dict)
    """Rows with answers that cannot be read, and the columns of those."""
    unread: set[int] = field(default_factory=set)
    """Those of them in which nothing can be read."""
    perspectives: dict[str, list[Cell]] = field(default_factory=dict)
    no_perspective: list[int] = field(default_factory=list)
    nobodys: dict[int, NoPerson] = field(default_factory=dict)
    both: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    """Two columns of one statement, and the rows in which both are answered, not alike."""
    again: list[int] = field(default_factory=list)
    """Rows that say the same as the headings, and can be read as answers."""
    empty: int = 0

    @property
    def troubles(self) -> int:
        """How many rows and words something is wrong with."""
        return len(self.strange) + len(self.perspectives) + len(self.no_perspective)


class _Rows:
    """The rows of a sheet, read one after the other; what is the same for all is looked up once."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.found = _Found()
        self.columns = reading.layout.statements
        self.at = [column.number for column in self.columns]
        self.keys = [column.meaning for column in self.columns]
        self.has_twins = len({*self.keys}) < len(self.keys)
        self.where = reading.layout.of(PERSPECTIVE)
        self.nobody = NoPeople(reading.layout)
        # itemgetter of one column gives no tuple; the first is asked for twice and left again.
        self.pick = itemgetter(self.at[0], *self.at)

    def read(self, number: int, row: Sequence[str]) -> None:
        """Take in what a row says."""
        reading, found = self.reading, self.found
        _, *cells = self.pick(row)
        answers = [reading.answers[cell] for cell in cells]
        if not any(answers) and not any(cell.strip() for cell in row):
            return
        said = reading.perspectives[row[self.where.number]] if self.where else BLANK
        if reading.counted(number) not in reading.told.people:
            why = self.nobody.of(number, row, says_who=said not in {BLANK, UNREADABLE})
            if why:
                found.nobodys[number] = why
                return
        reading.see(number, row, cells, self.at, self.where)
        if UNREADABLE in answers:
            pairs = zip(self.at, answers, strict=True)
            found.strange[number] = [column for column, given in pairs if given == UNREADABLE]
            if all(answer in {BLANK, UNREADABLE} for answer in answers):
                found.unread.add(number)
        elif _says_the_headings(reading, row):
            found.again.append(number)
        elif not any(answers):
            found.empty += 1
            return
        self._take(number, row, answers, said)

    def _take(self, number: int, row: Sequence[str], answers: Sequence[str], said: str) -> None:
        """Keep a person's answers, if all of the row could be read."""
        found, told = self.found, self.reading.told.perspective
        if said == UNREADABLE and self.where:
            column = self.where.number
            found.perspectives.setdefault(row[column], []).append((number, column))
        elif not (said or told) and self.reading.perspectives.ids and any(answers):
            found.no_perspective.append(number)
        elif number not in found.strange:
            found.responses.append(Response(said or told, self._given(number, answers)))

    def _given(self, number: int, answers: Sequence[str]) -> dict[str, str]:
        """Each statement's answer; where several columns are about it, from the one that is filled."""
        if not self.has_twins:
            return {key: each for key, each in zip(self.keys, answers, strict=True) if each}
        given: dict[str, str] = {}
        by: dict[str, int] = {}
        for key, column, answer in zip(self.keys, self.at, answers, strict=True):
            if answer:
                if given.setdefault(key, answer) != answer:
                    self.found.both.setdefault((by[key], column), []).append(number)
                by.setdefault(key, column)
        return given


def read_wide(reading: Reading) -> Understanding:
    """Read a sheet that has a row for each person."""
    rows = _Rows(reading)
    found = rows.found
    for number, row in reading.rows():
        rows.read(number, row)
        if found.troubles > MOST_PROBLEMS:
            break
    again = _headings_again(reading, found)
    unread = _rows_of_nobody(reading, found, again)
    whole = {*again, *unread}
    keys = set(rows.keys)
    return Understanding(
        reading.layout,
        found.responses,
        problems=(
            *astray(reading),
            *(_says_the_same(reading, number) for number in found.again),
            *(_second_headings(reading, number) for number in again),
            *(_nothing_read(reading, number, found.strange[number]) for number in unread),
            *(_both_answered(reading, *pair, rows) for pair, rows in found.both.items()),
            *_nowhere_said(reading, found.no_perspective),
        ),
        doubts=(
            *nobodys_rows(reading, found.nobodys),
            *_left_open(reading, found.no_perspective),
            *strange_perspectives(reading, _but_for(found.perspectives, whole)),
            *strange_texts(reading, _strange_cells(reading, found, whole)),
        ),
        texts=reading.texts(),
        missing=tuple(key for key in reading.headings.statements if key not in keys),
        empty=found.empty,
    )


def _says_the_headings(reading: Reading, row: Sequence[str]) -> bool:
    """Whether a row says the same as the headings, so that it may be no person's."""
    columns = reading.layout.columns
    return len(columns) > 1 and all(
        " ".join(row[each.number].split()) == each.heading for each in columns
    )


def _says_the_same(reading: Reading, number: int) -> Problem:
    return Problem(
        "This row says the same as the headings.",
        f"If it is no person, leave it out: {reading.option([number])}\n"
        "If it is one, add a column with a number for each person to the sheet.",
        reading.layout.sheet.place(number),
    )


def _nothing_read(reading: Reading, number: int, columns: Sequence[int]) -> Problem:
    first = reading.layout.sheet.rows[number][columns[0]]
    under = next(each.meaning for each in reading.layout.columns if each.number == columns[0])
    return Problem(
        f"None of the answers in this row can be read. The first is {short(first)}, under {under}.",
        f"{what_answers_are(reading.answers)}\n"
        f"If it is a second heading or a total, leave it out: {reading.option([number])}",
        reading.layout.sheet.place(number),
    )


def _headings_again(reading: Reading, found: _Found) -> list[int]:
    """Rows that cannot be read, for statements stand in them."""
    again = []
    for number, columns in found.strange.items():
        row = reading.layout.sheet.rows[number]
        named = sum(reading.headings.statement_id(row[column]) is not None for column in columns)
        if named * 2 > len(columns) or (number in found.unread and named * 2 == len(columns)):
            again.append(number)
    return again


def _second_headings(reading: Reading, number: int) -> Problem:
    return Problem(
        "Headings stand in this row, in the middle of the answers.",
        "If two files were copied under one another, import each of them by itself: their columns "
        f"may differ. If the columns are the same, leave it out: {reading.option([number])}",
        reading.layout.sheet.place(number),
    )


def _rows_of_nobody(reading: Reading, found: _Found, again: Sequence[int]) -> list[int]:
    """Rows of which nothing can be read, and whose words stand nowhere else."""
    times = reading.tally("answer").times
    rows = reading.layout.sheet.rows
    return [
        number
        for number in sorted(found.unread - {*again})
        if len(found.strange[number]) >= FEWEST_OF_NO_PERSON
        and all(times[rows[number][column]] == 1 for column in found.strange[number])
    ]


def _strange_cells(
    reading: Reading, found: _Found, told: AbstractSet[int]
) -> dict[str, list[Cell]]:
    """The texts that are no answers, but for those of rows that were told of as a whole."""
    cells: dict[str, list[Cell]] = {}
    for number, columns in found.strange.items():
        if number not in told:
            for column in columns:
                text = reading.layout.sheet.rows[number][column]
                cells.setdefault(text, []).append((number, column))
    return cells


def _but_for(found: Mapping[str, Sequence[Cell]], told: AbstractSet[int]) -> dict[str, list[Cell]]:
    """The same without the cells of rows that were told of as a whole."""
    left = {text: [cell for cell in cells if cell[0] not in told] for text, cells in found.items()}
    return {text: cells for text, cells in left.items() if cells}


def _both_answered(reading: Reading, one: int, other: int, rows: Sequence[int]) -> Problem:
    layout = reading.layout
    by_number = {column.number: column for column in layout.columns}
    about = by_number[other].meaning
    where = in_ranges([reading.counted(row) for row in rows])
    return Problem(
        f"This column and another one are both about {about}, and row {where} answers both.",
        "Take one of the two out of the sheet. Or write leave-out for it in import-map.yaml: "
        f"{short(by_number[one].heading)} or {short(by_number[other].heading)}.\n"
        "Excel also turns an id such as 1.10 into 1.1: then write the statement in its place.",
        layout.sheet.place(layout.first_row - 1, other),
    )


def _nowhere_said(reading: Reading, rows: Sequence[int]) -> list[Problem]:
    """That the file has no column of perspectives: that has to be mended or told for all."""
    return [no_perspective(reading, rows)] if rows and not reading.layout.of(PERSPECTIVE) else []


def _left_open(reading: Reading, rows: Sequence[int]) -> list[Doubt]:
    """The people who left their perspective open, where there is a column of it."""
    if not rows or not reading.layout.of(PERSPECTIVE):
        return []
    counted = tuple(map(reading.counted, rows))
    return [Doubt("perspective", "", "", counted, no_perspective(reading, rows))]


def no_perspective(reading: Reading, rows: Sequence[int]) -> Problem:
    """What is said of people of whom nobody knows from which perspective they answer."""
    where = reading.layout.of(PERSPECTIVE)
    sheet = reading.layout.sheet
    if where is None:
        return Problem(
            "This file does not say from which perspective people answer.",
            "If all of them answer from one, add for example --perspective frontline. "
            "Or add a column to the sheet.",
            sheet.place(rows[0]),
        )
    others = f" So it is with {sheet.counts}s {in_ranges(list(map(reading.counted, rows)))}."
    return Problem(
        f"This person's perspective is missing.{others if len(rows) > 1 else ''}",
        f"{reading.way_out(*rows)}\nOr say where everybody stands who left it open, with "
        "--perspective.",
        sheet.place(rows[0], where.number),
    )
