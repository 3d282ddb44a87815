"""A form for SurveyJS, as the JSON that its library survey-core reads: a page for each factor.

What comes back is `survey.data`: {"perspective": "frontline", "cop-1": 4, "cop-2": "dont-know"}.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cls_check.domain.rounds.answer_form import scale_of
from cls_check.exchange.scale_numbers import in_forms, number_in
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.rounds.answer_form import AnswerForm, FormFactor, Said

Tree = dict[str, Any]
USUAL_LANGUAGE = "en"
"""What SurveyJS calls "default"."""


def surveyjs(form: AnswerForm) -> str:
    """The form as JSON: the same text for the same questionnaire.

    Raises:
        ClsCheckError: the questionnaire has no statements.
    """
    tree = {
        "title": _text(form, form.said(lambda each: each.title)),
        "description": _text(form, form.said(lambda each: each.we)),
        "locale": form.language,
        "showProgressBar": True,
        "pages": list(_pages(form)),
    }
    return json.dumps(_without_gaps(tree), ensure_ascii=False, indent=1) + "\n"


def _pages(form: AnswerForm) -> Iterator[Tree]:
    if form.first.perspectives:
        yield {"name": "page-0", "elements": [_perspective(form)]}
    for number, factor in enumerate(form.factors(), start=1):
        page = {
            "name": f"page-{number}",
            "title": _text(form, factor.title),
            "description": _text(form, factor.meaning),
            "elements": list(_questions(form, factor)),
        }
        yield _without_gaps(page)


def _perspective(form: AnswerForm) -> Tree:
    return {
        "type": "radiogroup",
        "name": "perspective",
        "title": label("form.perspective"),
        "isRequired": True,
        "choices": [
            {"value": key, "text": _text(form, said)} for key, said in form.perspectives().items()
        ],
    }


def _questions(form: AnswerForm, factor: FormFactor) -> Iterator[Tree]:
    written = in_forms([scale_of(each) for each in form.spoken.values()])
    choices = [
        {"value": _number(written.get(answer, answer)), "text": _text(form, said)}
        for answer, said in form.answers().items()
    ]
    for key, said in factor.statements.items():
        yield {
            "type": "radiogroup",
            "name": key,
            "title": _text(form, said),
            "description": _text(form, form.question()),
            "showClearButton": True,
            "choices": choices,
        }


def _number(text: str) -> int | float | str:
    number = number_in(text)
    if number is None:
        return text
    return int(number.value) if number.value == int(number.value) else float(number.value)


def _text(form: AnswerForm, said: Said) -> str | Said:
    """A text as SurveyJS has it: alone, or by language with the usual one as "default"."""
    if len(set(said.values())) == 1:
        return said[form.language]
    usual = said.get(USUAL_LANGUAGE, said[form.language])
    others = {language: text for language, text in said.items() if language != USUAL_LANGUAGE}
    return {"default": usual, **others}


def _without_gaps(tree: Tree) -> Tree:
    return {key: value for key, value in tree.items() if value}
