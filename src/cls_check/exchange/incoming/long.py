"""A row for each answer: voice, perspective, statement, answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.errors import Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.response import Response, Understanding
from cls_check.exchange.incoming.same_text import nearest
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.wide import MOST_PROBLEMS, perspective_problems, strange_answer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.response import Column
    from cls_check.exchange.incoming.rows import Reading


@dataclass
class _Person:
    """One voice, put together from its rows; the name that the sheet gives it is not kept."""

    perspective: str | None
    answers: dict[str, str] = field(default_factory=dict)


def read_long(reading: Reading) -> Understanding:
    """Read a sheet that has a row for each answer.

    Raises:
        BadFileError: no column says whose answer it is.
    """
    columns = reading.needed(
        ("voice", "which-statement", "answer"),
        "No column here says whose answer each row is.",
        "Add a column called voice, with a number for each person. It is not kept.",
    )
    voice, statement, answer = columns
    people: dict[str, _Person] = {}
    problems: list[Problem] = []
    for number, row in reading.filled_rows():
        if len(problems) > MOST_PROBLEMS:
            break
        here = [*_problems(reading, number, row, columns)]
        key = statement_of(reading, row[statement.number])
        if here or key is None:
            problems += here
            continue
        perspective = reading.perspective_of(row)
        person = people.setdefault(row[voice.number].strip(), _Person(perspective))
        given = reading.answers[row[answer.number]]
        fault = _fault(reading, number, person, perspective, key)
        if fault:
            problems.append(fault)
        elif given != BLANK:
            person.answers[key] = given
    found = [Response(each.perspective, each.answers) for each in people.values() if each.answers]
    return Understanding(
        reading.layout,
        found,
        problems=tuple(problems),
        guessed_perspectives=reading.perspectives.guessed,
        empty=len(people) - len(found),
    )


def statement_of(reading: Reading, cell: str) -> str | None:
    """The statement that a cell names."""
    return reading.headings.statement_id(cell)


def _problems(
    reading: Reading, number: int, row: Sequence[str], columns: Sequence[Column]
) -> Iterator[Problem]:
    voice, statement, answer = columns
    if not row[voice.number].strip():
        yield Problem(
            "It is not said whose answer this is.",
            reading.way_out(number),
            reading.layout.sheet.place(number, voice.number),
        )
    key = statement_of(reading, row[statement.number])
    if key is None:
        yield strange_statement(reading, number, statement, row[statement.number])
    elif reading.answers[row[answer.number]] == UNREADABLE:
        yield strange_answer(reading, number, answer, row[answer.number], key)
    yield from perspective_problems(reading, number, row, reading.layout.of(PERSPECTIVE))


def strange_statement(reading: Reading, number: int, column: Column, cell: str) -> Problem:
    """What is said of a statement that the questionnaire does not have."""
    texts = {text: key for key, text in reading.headings.statements.items()}
    meant = nearest(cell, [*texts, *texts.values()])
    hint = f"Did you mean {short(texts.get(meant, meant))}?\n" if meant else ""
    return Problem(
        f"{short(cell)} is not a statement of this questionnaire.",
        hint + reading.way_out(number),
        reading.layout.sheet.place(number, column.number),
    )


def _fault(
    reading: Reading, number: int, person: _Person, perspective: str | None, statement: str
) -> Problem | None:
    """What a row says that does not fit what rows before it said of the same person."""
    if person.perspective != perspective:
        fact = "This person answers from another perspective further up."
    elif statement in person.answers:
        fact = f"This person has answered {statement} further up."
    else:
        return None
    return Problem(fact, reading.way_out(number), reading.layout.sheet.place(number))
