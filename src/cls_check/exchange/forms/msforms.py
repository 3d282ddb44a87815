"""A text for the quick import of Microsoft Forms, and the map that `cls-check import` reads.

Questions are numbered and answers have letters: that is how the import tells them apart. The
numbers and letters do not stand in the form that comes of it.
"""

from __future__ import annotations

from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cls_check.domain.rounds.answer_form import AnswerForm

LONGEST_WORDS = 500
"""In characters; see `ImportMap`. Import finds longer ones by what they say."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def msforms(form: AnswerForm) -> str:
    """The text: what the form is about first, and a blank line between questions.

    Raises:
        ClsCheckError: the questionnaire has no statements.
    """
    first = form.language
    texts = (form.said(lambda each: each.title), form.said(lambda each: each.we), form.question())
    parts = ["\n".join(said[first] for said in texts if said[first])]
    numbers = count(1)
    if form.perspectives():
        choices = [said[first] for said in form.perspectives().values()]
        parts.append(_question(next(numbers), label("form.perspective"), choices))
    answers = [said[first] for said in form.answers().values()]
    titles = _titles(form, first).values()
    parts += [_question(next(numbers), title, answers) for title in titles]
    return "\n\n".join(parts) + "\n"


def import_map(form: AnswerForm) -> dict[str, Any]:
    """What the columns and words of such a form mean, in every language, as `import-map.yaml` has it."""
    columns = {label("form.perspective"): "perspective"} if form.perspectives() else {}
    for language in form.spoken:
        columns |= {title: key for key, title in _titles(form, language).items()}
    meant = {
        words: int(answer) if answer.isdigit() else answer
        for answer, said in form.answers().items()
        for words in said.values()
    }
    perspectives = {
        words: key for key, said in form.perspectives().items() for words in said.values()
    }
    told: Mapping[str, Mapping[str, Any]]
    told = {"columns": columns, "perspectives": perspectives, "answers": meant}
    kept = {name: _short_enough(pairs) for name, pairs in told.items() if pairs}
    return {"cls-check-import-map": 1, "questionnaire": form.first.id, **kept}


def _short_enough(pairs: Mapping[str, Any]) -> dict[str, Any]:
    """Those whose words a map can hold."""
    return {words: meaning for words, meaning in pairs.items() if len(words) <= LONGEST_WORDS}


def _titles(form: AnswerForm, language: str) -> dict[str, str]:
    """How each statement is asked; where two have the same words, with their ids behind them."""
    texts = {key: said[language] for key, said in form.statements().items()}
    times = Counter(texts.values())
    return {key: text if times[text] == 1 else f"{text} ({key})" for key, text in texts.items()}


def _question(number: int, title: str, choices: Iterable[str]) -> str:
    return "\n".join([f"{number}. {title}", *_lettered(choices)])


def _lettered(choices: Iterable[str]) -> Iterator[str]:
    for place, choice in enumerate(choices):
        turn, letter = divmod(place, len(LETTERS))
        yield f"{LETTERS[turn - 1] if turn else ''}{LETTERS[letter]}. {choice}"
