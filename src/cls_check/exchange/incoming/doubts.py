"""What could not be read, said once for all rows in which it stands, with the way out of each."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from cls_check.domain.same_text import folded
from cls_check.errors import Problem
from cls_check.exchange.incoming.response import Doubt
from cls_check.exchange.incoming.rows import in_ranges
from cls_check.exchange.incoming.sheet import letters, short

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.exchange.incoming.answer_words import Answers
    from cls_check.exchange.incoming.headings import Headings
    from cls_check.exchange.incoming.no_person import NoPerson
    from cls_check.exchange.incoming.response import Column, Layout, Why
    from cls_check.exchange.incoming.rows import Reading

Cell = tuple[int, int]
"""Row and column, counted from 0."""

MAP = "import-map.yaml"

_WHY: Mapping[Why, str] = {
    "worked-out": "This row begins with {word} and does not look like one person's answers.",
    "unfinished": "This form was not finished.",
    "test": "This was a test of the form: {word}.",
    "rejected": "This form was not approved: {word}.",
    "hidden": "This row is hidden or filtered away in the workbook.",
}


def line_of_a_map(part: str, text: str, meaning: str) -> str:
    """What to write into a map, so that a text means this."""
    shown = meaning if meaning.isdigit() or not meaning else json.dumps(meaning)
    return f"  {part}:\n    {json.dumps(text, ensure_ascii=False)}: {shown}"


def guessed_columns(
    layout: Layout, headings: Headings, examples: Mapping[int, Sequence[str]]
) -> Iterator[Doubt]:
    """The columns of which somebody has to say whether they are what they are most like."""
    for column in layout.columns:
        if column.how not in {"guessed", "open"}:
            continue
        problem = Problem(
            *_of_a_column(column, headings),
            layout.sheet.place(layout.first_row - 1, column.number),
        )
        shown = tuple(examples.get(column.number, ()))
        yield Doubt("column", column.heading, column.meaning, (), problem, examples=shown)


def _of_a_column(column: Column, headings: Headings) -> tuple[str, str]:
    """What is said of a column whose heading is only like something, or like nothing."""
    if column.how == "open":
        return (
            f"Answers stand under {short(column.heading)}, and it is about no statement that we know.",
            f"Write into {MAP} which statement it is about:\n"
            f"{line_of_a_map('columns', column.heading, next(iter(headings.statements)))}\n"
            "If it is about none, write leave-out in its place.",
        )
    text = headings.statements.get(column.meaning)
    is_like = f"{column.meaning}, {short(text)}" if text else f"the {column.meaning}"
    return (
        f"{short(column.heading)} is most like {is_like}. That is a guess.",
        f"If that is meant, write into {MAP}:\n"
        f"{line_of_a_map('columns', column.heading, column.meaning)}\n"
        "If it is not, write leave-out in its place.",
    )


def strange_texts(reading: Reading, strange: Mapping[str, Sequence[Cell]]) -> Iterator[Doubt]:
    """The texts under statements that are no answers."""
    meaning_of = {column.number: column.meaning for column in reading.layout.columns}
    for text, cells in alike(strange).items():
        under = meaning_of.get(cells[0][1], "")
        statement = f" to {under}" if under in reading.headings.statements else ""
        fact = f"{short(text)} is not an answer{statement}."
        yield _doubt("answer", reading, text, cells, fact, what_answers_are(reading.answers))


def strange_perspectives(
    reading: Reading, strange: Mapping[str, Sequence[Cell]]
) -> Iterator[Doubt]:
    """The texts in the column of perspectives that are none."""
    known = f"Those are {', '.join(reading.perspectives.ids)}."
    for text, cells in alike(strange).items():
        fact = f"{short(text)} is not a perspective of this questionnaire."
        yield _doubt("perspective", reading, text, cells, fact, known)


def alike(strange: Mapping[str, Sequence[Cell]]) -> dict[str, list[Cell]]:
    """The texts, those that differ by capitals alone together under the first of them."""
    first: dict[str, str] = {}
    found: dict[str, list[Cell]] = {}
    for text, cells in strange.items():
        found.setdefault(first.setdefault(folded(text), text), []).extend(cells)
    return found


def _doubt(
    kind: str, reading: Reading, text: str, cells: Sequence[Cell], fact: str, known: str
) -> Doubt:
    answers = kind == "answer"
    meant = (reading.answers if answers else reading.perspectives).guess(text)
    rows = [row for row, _ in cells]
    like = ""
    if meant:
        part = "answers" if answers else "perspectives"
        like = (
            f"It is most like {'the answer ' if answers else ''}{meant}. If that is meant, write "
            f"into {MAP}:\n{line_of_a_map(part, text, meant)}\n"
        )
    problem = Problem(
        fact + in_cells(reading, cells),
        f"{like}{known}\n{reading.way_out(*rows)}",
        reading.layout.sheet.place(*cells[0]),
    )
    counted = tuple(reading.counted(row) for row in rows)
    return Doubt("answer" if answers else "perspective", text, meant, counted, problem)


def in_cells(reading: Reading, cells: Sequence[Cell]) -> str:
    """Where else it stands: " It stands in 12 cells, in rows 3, 5-9."."""
    if len(cells) == 1:
        return ""
    kind = reading.layout.sheet.counts
    rows = sorted({reading.counted(row) for row, _ in cells})
    where = in_ranges(rows).replace(",", ", ")
    return f" It stands in {len(cells)} cells, in {kind}{'s' if len(rows) > 1 else ''} {where}."


def what_answers_are(answers: Answers) -> str:
    """Which answers there are: "Answers are 1 to 5, their words, dont-know or cannot-answer."."""
    numbers = answers.numbers
    first = {"place": f"1 to {answers.positions}, their words"}.get(
        numbers.why, "the words of the scale"
    )
    if numbers.why == "value":
        first = f"{', '.join(f'{each.value:f}' for each in numbers.meaning)}, their words"
    return f"Answers are {first}, dont-know or cannot-answer."


def nobodys_rows(reading: Reading, found: Mapping[int, NoPerson]) -> Iterator[Doubt]:
    """The rows that may be nobody's, together by what makes them doubtful."""
    by_why: dict[tuple[Why, str], list[int]] = {}
    for row, nobody in found.items():
        word = nobody.word if nobody.why != "worked-out" else ""
        by_why.setdefault((nobody.why, word), []).append(row)
    for (why, _), rows in by_why.items():
        word = found[rows[0]].word
        fact = _WHY[why].format(word=short(word))
        if len(rows) > 1:
            kind = reading.layout.sheet.counts
            fact += f" So it is with {kind}s {in_ranges(list(map(reading.counted, rows)))}."
        problem = Problem(
            fact,
            f"Leave it out: {reading.option(rows)}\n"
            f"If it is a person after all: {reading.option(rows, '--keep')}",
            reading.layout.sheet.place(rows[0]),
        )
        counted = tuple(map(reading.counted, rows))
        yield Doubt("rows", word, "leave-out", counted, problem, why)


def astray(reading: Reading) -> Iterator[Problem]:
    """The rows with more cells than there are headings: what stands in them may have moved."""
    if not reading.astray:
        return
    rows, sheet = reading.astray, reading.layout.sheet
    others = ""
    if len(rows) > 1:
        others = f" So it is with rows {in_ranges(list(map(reading.counted, rows)))}."
    yield Problem(
        f"This row has more cells than there are headings.{others}",
        "A comma in a cell without quotes moves all cells behind it. Mend it there. Or, if it is a "
        f"note, write a heading over it: column {letters(reading.layout.width)}.\n"
        f"Or leave it out: {reading.option(rows)}",
        sheet.place(rows[0]),
    )
