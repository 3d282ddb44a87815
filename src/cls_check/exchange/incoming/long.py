"""A row for each answer: voice, perspective, statement, answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.domain.same_text import folded, nearest
from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.doubts import (
    Cell,
    astray,
    in_cells,
    nobodys_rows,
    strange_perspectives,
    strange_texts,
)
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.no_person import NoPeople, NoPerson
from cls_check.exchange.incoming.response import Response, Understanding
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.wide import MOST_PROBLEMS, no_perspective

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.exchange.incoming.response import Column, Doubt
    from cls_check.exchange.incoming.rows import Reading


@dataclass
class Strange:
    """What in the rows of a sheet cannot be read, each text once with all of its cells."""

    answers: dict[str, list[Cell]] = field(default_factory=dict)
    perspectives: dict[str, list[Cell]] = field(default_factory=dict)
    statements: dict[str, list[Cell]] = field(default_factory=dict)
    no_perspective: list[int] = field(default_factory=list)
    nobodys: dict[int, NoPerson] = field(default_factory=dict)

    def problems(self, reading: Reading) -> Iterator[Problem]:
        """What has to be mended in the file."""
        yield from astray(reading)
        for text, cells in self.statements.items():
            yield _strange_statement(reading, text, cells)
        if self.no_perspective:
            yield no_perspective(reading, self.no_perspective)

    def doubts(self, reading: Reading) -> Iterator[Doubt]:
        """What somebody has to be asked about."""
        yield from nobodys_rows(reading, self.nobodys)
        yield from strange_perspectives(reading, self.perspectives)
        yield from strange_texts(reading, self.answers)

    def see(
        self, reading: Reading, number: int, row: Sequence[str], statement: Column, answer: Column
    ) -> str | None:
        """The statement that a row is about; None where something in the row cannot be read."""
        key = reading.headings.statement_id(row[statement.number])
        is_right = True
        if key is None:
            cell = row[statement.number]
            self.statements.setdefault(cell, []).append((number, statement.number))
            is_right = False
        where = reading.layout.of(PERSPECTIVE)
        reading.see(number, row, [row[answer.number]], [answer.number], where)
        if reading.answers[row[answer.number]] == UNREADABLE:
            self.answers.setdefault(row[answer.number], []).append((number, answer.number))
            is_right = False
        return key if self._sees_perspective(reading, number, row) and is_right else None

    def _sees_perspective(self, reading: Reading, number: int, row: Sequence[str]) -> bool:
        where = reading.layout.of(PERSPECTIVE)
        said = reading.perspectives[row[where.number]] if where else BLANK
        if where and said == UNREADABLE:
            self.perspectives.setdefault(row[where.number], []).append((number, where.number))
            return False
        if said == BLANK and not reading.told.perspective and reading.perspectives.ids:
            self.no_perspective.append(number)
            return False
        return True

    def sees_nobody(self, reading: Reading, number: int, nobody: NoPerson | None) -> bool:
        """Whether a row may be nobody's, and nobody has said that it is a person's."""
        if nobody is None or reading.counted(number) in reading.told.people:
            return False
        self.nobodys[number] = nobody
        return True


@dataclass
class _Person:
    """One voice, put together from its rows; the name that the sheet gives it is not kept."""

    name: str
    perspective: str | None
    answers: dict[str, str] = field(default_factory=dict)


def read_long(reading: Reading) -> Understanding:
    """Read a sheet that has a row for each answer.

    Raises:
        BadFileError: no column says whose answer it is.
    """
    voice, statement, answer = reading.needed(
        ("voice", "which-statement", "answer"),
        "No column here says whose answer each row is.",
        "Add a column called voice, with a number for each person. It is not kept.",
    )
    people: dict[str, _Person] = {}
    strange, faults, rules = Strange(), list[Problem](), NoPeople(reading.layout)
    for number, row in reading.filled_rows():
        if len(faults) > MOST_PROBLEMS:
            break
        nobody = rules.of(number, row, says_who=bool(row[statement.number].strip()))
        if strange.sees_nobody(reading, number, nobody):
            continue
        key = strange.see(reading, number, row, statement, answer)
        name = row[voice.number].strip()
        if not name:
            faults.append(_nobody_named(reading, number, voice))
        elif key is not None:
            perspective = reading.perspective_of(row)
            person = people.setdefault(folded(name), _Person(name, perspective))
            given = reading.answers[row[answer.number]]
            fault = _fault(reading, number, person, _Person(name, perspective), key)
            if fault:
                faults.append(fault)
            elif given != BLANK:
                person.answers[key] = given
    found = [Response(each.perspective, each.answers) for each in people.values() if each.answers]
    return Understanding(
        reading.layout,
        found,
        problems=(*strange.problems(reading), *faults),
        doubts=tuple(strange.doubts(reading)),
        texts=reading.texts(),
        empty=len(people) - len(found),
    )


def _nobody_named(reading: Reading, number: int, voice: Column) -> Problem:
    return Problem(
        "It is not said whose answer this is.",
        reading.way_out(number),
        reading.layout.sheet.place(number, voice.number),
    )


def _strange_statement(reading: Reading, text: str, cells: Sequence[Cell]) -> Problem:
    """What is said of a statement that the questionnaire does not have."""
    texts: Mapping[str, str] = dict(reading.headings.texts)
    meant = nearest(text, [*texts, *texts.values()])
    hint = f"Did you mean {short(texts.get(meant, meant))}?\n" if meant else ""
    return Problem(
        f"{short(text)} is not a statement of this questionnaire.{in_cells(reading, cells)}",
        hint + reading.way_out(*(row for row, _ in cells)),
        reading.layout.sheet.place(*cells[0]),
    )


def _fault(
    reading: Reading, number: int, person: _Person, here: _Person, statement: str
) -> Problem | None:
    """What a row says that does not fit what rows before it said of the same person."""
    if person.name != here.name:
        fact = f"Are {short(person.name)} and {short(here.name)} one person? Write both alike."
    elif person.perspective != here.perspective:
        fact = "This person answers from another perspective further up."
    elif statement in person.answers:
        fact = f"This person has answered {statement} further up."
    else:
        return None
    return Problem(fact, reading.way_out(number), reading.layout.sheet.place(number))
