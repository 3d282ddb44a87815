"""Reading a file of answers, whole: what each row says, and what in it cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place, Problem
from cls_check.exchange.incoming.answer_words import (
    CANNOT_ANSWER,
    DONT_KNOW,
    NO_ANSWER,
    Answers,
    OwnAnswers,
    Perspectives,
    lost_a_letter,
)
from cls_check.exchange.incoming.container import sheets_of
from cls_check.exchange.incoming.counts import read_counts
from cls_check.exchange.incoming.doubts import guessed_columns
from cls_check.exchange.incoming.headings import LEAVE_OUT, WORDS_OF_A_MAP, Headings
from cls_check.exchange.incoming.long import read_long
from cls_check.exchange.incoming.rows import Reading
from cls_check.exchange.incoming.shape import layout_of, texts_under
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.sources.table import CODES
from cls_check.exchange.incoming.wide import read_wide

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.exchange.incoming.response import Layout, Understanding
    from cls_check.exchange.incoming.rows import Told
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Row

MOST_ERRORS = 50
EXAMPLES = 5
"""So many texts of a column are shown where somebody has to say what it is."""

READERS: Mapping[Row, Callable[[Reading], Understanding]] = {
    "person": read_wide,
    "answer": read_long,
    "count": read_counts,
}


def understand(
    name: str,
    data: bytes,
    spoken: Sequence[Questionnaire],
    told: Told,
    words: Mapping[str, str] | None = None,
) -> Understanding:
    """Everything that a file says about the statements of a questionnaire.

    Args:
        name: The file, as messages call it.
        data: Its bytes.
        spoken: The questionnaire, once in each of its languages.
        told: What people said beforehand.
        words: Other words of the questionnaire for its answers.

    Raises:
        BadFileError: the file cannot be opened, or holds no answers to this questionnaire.
        ClsCheckError: a workbook, and what reads it is not installed.
    """
    headings = Headings(spoken, told.columns)
    perspectives = Perspectives(spoken, told.perspectives)
    first = Answers(spoken, told.answers, codes=CODES, words=words)
    _check_told(told, headings, perspectives, first)
    sheets = sheets_of(name, data)
    _check_form(sheets, spoken[0])
    layout = layout_of(sheets, headings, perspectives, first)
    _check_left_out(layout.sheet, told)
    source = layout.source
    kind = OwnAnswers if layout.sheet.form else Answers
    answers = kind(
        spoken,
        told.answers,
        not_asked=source.not_asked,
        codes=(source.code,) if source.code else (),
        words=words,
    )
    _check_merged(layout)
    _check_errors(layout, told)
    found = READERS[source.row](Reading(layout, headings, answers, perspectives, told))
    return _with_lost_letters(_with_guesses(found, headings), answers, perspectives)


def _with_guesses(found: Understanding, headings: Headings) -> Understanding:
    """What was understood, with the columns that were guessed as doubts."""
    examples = {
        column.number: texts_under(found.layout, column)[:EXAMPLES]
        for column in found.layout.columns
        if column.how in {"guessed", "open"}
    }
    guessed = guessed_columns(found.layout, headings, examples)
    return replace(found, doubts=(*guessed, *found.doubts))


def _check_told(
    told: Told, headings: Headings, perspectives: Perspectives, answers: Answers
) -> None:
    """Refuse a map that speaks of things which this questionnaire does not have, or denies it."""
    places = {*map(str, range(1, answers.positions + 1)), DONT_KNOW, CANNOT_ANSWER, NO_ANSWER}
    meant = {None, *perspectives.ids}
    strange = [
        *({*told.columns.values()} - {*WORDS_OF_A_MAP, *headings.statements}),
        *({*told.perspectives.values()} - meant),
        *({*told.answers.values()} - places),
    ]
    if told.perspective not in meant:
        raise BadFileError.of(
            f"{short(str(told.perspective))} is not one of the perspectives.",
            f"You can write: {', '.join(perspectives.ids)}.",
            Place("--perspective"),
        )
    if strange:
        raise BadFileError(
            Problem(
                f"The questionnaire of this round does not know {short(str(word))}.",
                "Look at its ids with: cls-check questionnaire show\n"
                "If the map is of another questionnaire, move it to another folder.",
                Place(told.where),
            )
            for word in strange
        )
    denied = [
        *_denied(told.columns, headings.written, {LEAVE_OUT}),
        *_denied(told.answers, answers.vocabulary.words.written, set()),
        *_denied(told.perspectives, perspectives.vocabulary.words.written, set()),
    ]
    if denied:
        raise BadFileError(
            Problem(
                f"{short(text)} is {meaning} in the questionnaire, and {other} is written here.",
                "Take this line out of the map.",
                Place(told.where),
            )
            for text, meaning, other in denied
        )


def _denied(
    told: Mapping[str, str], written: Callable[[str], str | None], may_be: AbstractSet[str]
) -> Iterator[tuple[str, str, str]]:
    """What stands word for word in the questionnaire, and is told to mean something else."""
    for text, meaning in told.items():
        found = written(text)
        if found is not None and found != meaning and meaning not in may_be:
            yield text, found, meaning


def _check_form(sheets: Sequence[Sheet], questionnaire: Questionnaire) -> None:
    for sheet in sheets:
        if sheet.form and sheet.form != f"{questionnaire.id} {questionnaire.version}":
            raise BadFileError.of(
                f"These are answers to {short(sheet.form)}, and this round asks "
                f"{short(f'{questionnaire.id} {questionnaire.version}')}.",
                "Import them into a round with that questionnaire.",
                Place(sheet.file),
            )


def _check_left_out(sheet: Sheet, told: Told) -> None:
    last = len(sheet.rows) - (1 if sheet.counts == "person" else 0)
    for option, rows in (("leave out", told.left_out), ("keep", told.people)):
        beyond = sorted(row for row in rows if row > last)
        if beyond:
            raise _no_such_row(sheet, beyond[0], option, last)
    both = sorted(told.left_out & told.people)
    if both:
        raise BadFileError.of(
            f"The {sheet.counts} {both[0]} is to be left out and to be kept.",
            "Say one of the two.",
            Place(sheet.file),
        )


def _no_such_row(sheet: Sheet, row: int, what: str, last: int) -> BadFileError:
    return BadFileError.of(
        f"There is no {sheet.counts} {row} to {what}. The last one is {last}.",
        "Look at the number once more.",
        Place(sheet.file),
    )


def _check_merged(layout: Layout) -> None:
    used = {column.number for column in layout.columns if column.meaning}
    problems = [
        Problem(
            "Cells are merged here, so that it is not clear whose answer this is.",
            'Select them in Excel, choose "Unmerge cells", and fill in each cell.',
            layout.sheet.place(first[0], first[1]),
        )
        for first, last in layout.sheet.merged
        if last[0] >= layout.first_row and used & set(range(first[1], last[1] + 1))
    ]
    if problems:
        raise BadFileError(problems)


def _check_errors(layout: Layout, told: Told) -> None:
    """Refuse cells that show an error of Excel, where an answer is to be read from them."""
    used = {column.number for column in layout.columns if column.meaning}
    found = [
        (row, column, text)
        for row, column, text in layout.sheet.errors
        if row >= layout.first_row and column in used and row + 1 not in told.left_out
    ]
    if found:
        raise BadFileError(
            Problem(
                f"This cell shows an error of Excel: {text}.",
                f"Mend it there, or leave this row out: --leave-out {row + 1}",
                layout.sheet.place(row, column),
            )
            for row, column, text in found[:MOST_ERRORS]
        )


def _with_lost_letters(
    found: Understanding, answers: Answers, perspectives: Perspectives
) -> Understanding:
    """What was understood, with the texts in which Excel lost a letter."""
    texts = [*(column.heading for column in found.layout.columns if column.meaning)]
    texts += [*answers, *perspectives]
    return replace(found, lost_letters=tuple(filter(lost_a_letter, texts)))
