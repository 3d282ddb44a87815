"""A form for ODK and Kobo: an XLSForm, made by XlsxWriter, which comes with the extra `xlsx`.

Names are the ids of the questionnaire, so that what comes back needs no map. Every text is written
as text, never as a formula. The same questionnaire gives the same bytes.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from cls_check.domain.rounds.answer_form import scale_of
from cls_check.errors import ClsCheckError
from cls_check.exchange.scale_numbers import in_forms
from cls_check.words.languages import language_name
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from cls_check.domain.rounds.answer_form import AnswerForm, FormFactor, Said


Row = dict[str, str]
NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - stands in a file as a date without a zone
ANSWERS, PERSPECTIVES = "answers", "perspectives"


def xlsform(form: AnswerForm) -> bytes:
    """The workbook with its sheets survey, choices and settings.

    Raises:
        ClsCheckError: XlsxWriter is not installed, or the questionnaire has no statements.
    """
    sheets = {
        "survey": list(_survey(form)),
        "choices": list(_choices(form)),
        "settings": [_settings(form)],
    }
    return _workbook(sheets)


def _survey(form: AnswerForm) -> Iterator[Row]:
    if form.first.we:
        name = name_of_note("we", form.statements())
        yield _row("note", name, form.said(lambda each: each.we))
    if form.first.perspectives:
        asked = dict.fromkeys(form.spoken, label("form.perspective"))
        yield _row(f"select_one {PERSPECTIVES}", PERSPECTIVE, asked) | {"required": "yes"}
    hints = _in_columns("hint", form.question())
    meaning = name_of_note("meaning", form.statements())
    for factor in form.factors():
        yield from _group(factor, meaning, hints)
    yield from _reflections(form)


def _group(factor: FormFactor, meaning: str, hints: Row) -> Iterator[Row]:
    """A factor's statements: what comes back has the names of both, `co-production-cop-1`."""
    yield _row("begin_group", xml_name(factor.id), factor.title)
    if any(factor.meaning.values()):
        yield _row("note", meaning, factor.meaning)
    for key, said in factor.statements.items():
        yield _row(f"select_one {ANSWERS}", xml_name(key), said) | hints
    yield {"type": "end_group"}


def _reflections(form: AnswerForm) -> Iterator[Row]:
    """What to talk about together is shown and not asked: one person's words would stand alone."""
    if not form.reflections():
        return
    yield _row("begin_group", REFLECTIONS, dict.fromkeys(form.spoken, label("form.reflections")))
    for number, said in enumerate(form.reflections().values(), start=1):
        yield _row("note", name_of_note(f"reflection_{number}", form.statements()), said)
    yield {"type": "end_group"}


def _choices(form: AnswerForm) -> Iterator[Row]:
    lists = {PERSPECTIVES: form.perspectives(), ANSWERS: form.answers()}
    written = in_forms([scale_of(each) for each in form.spoken.values()])
    for name, choices in lists.items():
        for key, said in choices.items():
            value = written.get(key, key) if name == ANSWERS else key
            yield {"list_name": name, "name": value} | _in_columns("label", said)


def _settings(form: AnswerForm) -> Row:
    return {
        "form_title": _text(form.said(lambda each: each.title)[form.language]),
        "form_id": xml_name(form.first.id),
        "version": form.shown(form.first.version),
        "default_language": _language(form.language),
    }


def _row(kind: str, name: str, said: Said) -> Row:
    return {"type": kind, "name": name} | _in_columns("label", said)


def _in_columns(column: str, said: Said) -> Row:
    return {f"{column}::{_language(language)}": _text(text) for language, text in said.items()}


def _language(language: str) -> str:
    """As XLSForm names one: "English (en)"."""
    return f"{language_name(language)} ({language})"


def _text(text: str) -> str:
    """A text that asks for no other question's answer, which XLSForm would read into `${…}`."""
    return text.replace("${", "$ {")


def _workbook(sheets: Mapping[str, Sequence[Row]]) -> bytes:
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise ClsCheckError.of(
            "An XLSForm needs XlsxWriter, which is not installed.",
            'Type: pip install "cls-check[xlsx]"',
        ) from error
    made = BytesIO()
    with Workbook(made, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": NO_TIME})
        bold = workbook.add_format({"bold": True})
        for name, rows in sheets.items():
            _fill(workbook.add_worksheet(name), rows, bold)
    return made.getvalue()


def _fill(sheet: Any, rows: Sequence[Row], bold: Any) -> None:
    columns = list(dict.fromkeys(column for row in rows for column in row))
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column, bold)
        sheet.set_column(place, place, 60 if "::" in column else 24)
    for number, row in enumerate(rows, start=1):
        for place, column in enumerate(columns):
            if row.get(column):
                sheet.write_string(number, place, row[column])


PERSPECTIVE, REFLECTIONS = "perspective", "reflections"
KEPT_NAMES = frozenset({"meta", PERSPECTIVE, REFLECTIONS})
"""What XForms use themselves, and what ours use beside the ids of a questionnaire."""

_SIGNS = re.compile(r"[^a-z0-9]")


def xml_name(name: str) -> str:
    """An id as an XForm takes it: with a line below before a digit, or before a name it keeps."""
    return f"_{name}" if name[0].isdigit() or name.lower() in KEPT_NAMES else name


def name_of_note(wanted: str, statements: Collection[str]) -> str:
    """A name that nobody takes for a statement, not even without its signs: notes are columns too."""
    taken = {_SIGNS.sub("", key.lower()) for key in statements}
    while _SIGNS.sub("", wanted) in taken:
        wanted += "_note"
    return wanted
