"""Reading a file of answers, whole: what each row says, and what in it cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place, Problem
from cls_check.exchange.incoming.answer_words import Answers, Perspectives, lost_a_letter
from cls_check.exchange.incoming.container import sheets_of
from cls_check.exchange.incoming.counts import read_counts
from cls_check.exchange.incoming.headings import WORDS_OF_A_MAP, Headings
from cls_check.exchange.incoming.long import read_long
from cls_check.exchange.incoming.rows import Reading
from cls_check.exchange.incoming.shape import layout_of
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.sources.table import CODES
from cls_check.exchange.incoming.wide import read_wide

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.exchange.incoming.response import Layout, Understanding
    from cls_check.exchange.incoming.rows import Told
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Row

READERS: Mapping[Row, Callable[[Reading], Understanding]] = {
    "person": read_wide,
    "answer": read_long,
    "count": read_counts,
}


def understand(
    name: str, data: bytes, spoken: Sequence[Questionnaire], told: Told
) -> Understanding:
    """Everything that a file says about the statements of a questionnaire.

    Args:
        name: The file, as messages call it.
        data: Its bytes.
        spoken: The questionnaire, once in each of its languages.
        told: What people said beforehand.

    Raises:
        BadFileError: the file cannot be opened, or holds no answers to this questionnaire.
        ClsCheckError: a workbook, and what reads it is not installed.
    """
    headings = Headings(spoken, told.columns)
    perspectives = Perspectives(spoken, told.perspectives)
    _check_told(told, headings, spoken[0])
    sheets = sheets_of(name, data)
    _check_form(sheets, spoken[0])
    layout = layout_of(sheets, headings, perspectives, Answers(spoken, told.answers, codes=CODES))
    _check_left_out(layout.sheet, told)
    source = layout.source
    answers = Answers(
        spoken,
        told.answers,
        not_asked=source.not_asked,
        codes=(source.code,) if source.code else (),
    )
    _check_merged(layout)
    found = READERS[source.row](Reading(layout, headings, answers, perspectives, told))
    return _with_lost_letters(found, answers, perspectives)


def _check_told(told: Told, headings: Headings, questionnaire: Questionnaire) -> None:
    """Refuse a map that speaks of things which this questionnaire does not have."""
    positions = len(questionnaire.scale.answers) if questionnaire.scale else 0
    answers = {*map(str, range(1, positions + 1)), "dont-know", "cannot-answer"}
    strange = [
        *(
            word
            for word in told.columns.values()
            if word not in {*WORDS_OF_A_MAP, *headings.statements}
        ),
        *(word for word in told.perspectives.values() if word not in questionnaire.perspectives),
        *(word for word in told.answers.values() if word not in answers),
        *(
            [told.perspective]
            if told.perspective not in {None, *questionnaire.perspectives}
            else []
        ),
    ]
    if strange:
        raise BadFileError(
            Problem(
                f"The questionnaire of this round does not know {short(str(word))}.",
                "Look at its ids with: cls-check questionnaire show",
                Place("What you said of the file"),
            )
            for word in strange
        )


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
    beyond = [row for row in told.left_out if row > last]
    if beyond:
        raise BadFileError.of(
            f"There is no {sheet.counts} {beyond[0]} to leave out. The last one is {last}.",
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


def _with_lost_letters(
    found: Understanding, answers: Answers, perspectives: Perspectives
) -> Understanding:
    texts = [*(column.heading for column in found.layout.columns if column.meaning)]
    texts += [*answers, *perspectives]
    return replace(found, lost_letters=tuple(filter(lost_a_letter, texts)))
