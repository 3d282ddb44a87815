"""The page that a person fills in without the internet: one file, the only one with a script.

One long page, not one screen for each factor: nothing moves under a screen reader, the browser's
own search, zoom and print work, and people can go back by scrolling. All texts of the questionnaire
stand in it in its first language; the script puts in those of another. Our own words are in the
language that is spoken, and are marked with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.domain.rounds.answer_form import scale_of
from cls_check.reports.model.shown import paragraphs
from cls_check.reports.output.rendering import render_page
from cls_check.reports.paper.pack import direction, lines
from cls_check.words.languages import language_name
from cls_check.words.speech import label, spoken

if TYPE_CHECKING:
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.answer_form import AnswerForm, Said

TEMPLATE, STYLE, SCRIPT = "answer-form.html.jinja", "answer-form.css", "answer-form.js"

TOLD_BY_THE_SCRIPT = ("saved", "code", "no-perspective", "nothing", "erase.sure", "erased", "clear")
SIGNS = (
    "skip", "language", "kept", "no-script", "how", "perspective", "perspective.several", "end",
    "save", "show", "print", "erase", "ways", "your-code", "shared",
)  # fmt: skip


def answer_form(form: AnswerForm, seal: int) -> str:
    """The page in HTML: the same text for the same questionnaire.

    Args:
        form: The questionnaire, with nothing hidden in its texts.
        seal: The remainder that its codes leave; see `exchange.forms.code.seal`.

    Raises:
        ClsCheckError: the questionnaire has no statements.
    """
    return render_page(TEMPLATE, form_view(form, seal), STYLE, script=SCRIPT)


def form_view(form: AnswerForm, seal: int) -> dict[str, Any]:
    """Everything that the page says, as plain dicts and lists; `data` is for the script."""
    texts = _texts(form)
    return {
        "language": form.language,
        "direction": direction(form.language),
        "ours": {"lang": spoken(), "dir": direction(spoken())},
        "signs": {
            sign.replace("-", "_").replace(".", "_"): label(f"form.{sign}") for sign in SIGNS
        },
        "kept": lines("form.kept.text"),
        "how": lines("form.how.text"),
        "languages": {language: language_name(language) for language in form.spoken},
        "texts": {key: said[form.language] for key, said in texts.items() if any(said.values())},
        "perspectives": list(form.first.perspectives),
        "answers": _places(form),
        "factors": list(_factors(form)),
        "progress": _progress(form, "0"),
        "foot": [label("pack.credit.independent")],
        "data": _data(form, texts, seal),
    }


def _texts(form: AnswerForm) -> dict[str, Said]:
    """The texts of the questionnaire by the marks that stand in the page, each in every language."""
    about = {
        "title": form.said(lambda each: each.title),
        "about": {language: _about(each) for language, each in form.spoken.items()},
        "we": form.said(lambda each: each.we),
        "source": form.said(lambda each: each.source),
        "licence": form.said(lambda each: each.licence),
        "q": form.question(),
    }
    numbered = {
        "p": form.perspectives().values(),
        "a": form.answers().values(),
        "f": [factor.title for factor in form.factors()],
        "m": [factor.meaning for factor in form.factors()],
        "s": form.statements().values(),
    }
    return about | {
        f"{mark}{place}": said for mark, each in numbered.items() for place, said in enumerate(each)
    }


def _about(questionnaire: Questionnaire) -> str:
    """What the questionnaire is for, its paragraphs parted by a blank line."""
    return "\n\n".join("\n".join(each) for each in paragraphs(questionnaire.about or ""))


def _places(form: AnswerForm) -> dict[str, list[tuple[int, str]]]:
    """The answers on the scale and those outside it, each with its place among all of them."""
    every = list(enumerate(form.answers()))
    steps = len(scale_of(form.first).answers)
    return {"scale": every[:steps], "outside": every[steps:]}


def _factors(form: AnswerForm) -> list[list[int]]:
    """The places of the statements of each factor."""
    found, first = [], 0
    for factor in form.factors():
        found.append(list(range(first, first + len(factor.statements))))
        first = found[-1][-1] + 1
    return found


def _progress(form: AnswerForm, done: str) -> str:
    return label("form.progress", n=len(form.statements()), done=done)


def _data(form: AnswerForm, texts: dict[str, Said], seal: int) -> dict[str, Any]:
    """What the script needs to save the answers, to make the code and to change the language."""
    told = {sign: label(f"form.{sign}", file="{file}") for sign in TOLD_BY_THE_SCRIPT}
    return {
        "id": form.first.id,
        "version": form.first.version,
        "seal": seal,
        "perspectives": list(form.first.perspectives),
        "answers": list(form.answers()),
        "statements": list(form.statements()),
        "told": told | {"progress": _progress(form, "{done}")},
        "spoken": {
            language: {
                "direction": direction(language),
                "texts": {key: said[language] for key, said in texts.items() if said[language]},
            }
            for language in form.spoken
            if language != form.language  # the page itself is in that one
        },
    }
