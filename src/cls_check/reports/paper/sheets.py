"""Answer sheets: the statements in blocks, each of which is typed in as one line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.domain.questionnaires.questionnaire import Scale
from cls_check.domain.rounds.grammar import BLANK, OUTSIDE
from cls_check.domain.rounds.session import questions_of
from cls_check.reports.paper.layout import (
    MOST_STATEMENTS_TOGETHER,
    beside_or_below,
    columns_for,
    filled,
)
from cls_check.reports.paper.pack import lines
from cls_check.words.speech import day_in_words, label, large

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.reports.paper.pack import Pack, PageView

USUAL_QUESTION = Scale.model_fields["question"].default
"""What easy words are an answer to; with any other question the scale's own words are clearer."""
EASY_WORDS = ("pack.easy.answer.1", "pack.easy.answer.2", "pack.easy.answer.3")


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer to tick, what is typed in for it, and on the easy sheet how full its circle is."""

    sign: str
    text: str
    filled: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A statement or a perspective with its number."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class StatementBlock:
    """The statements of a factor: one line to type in."""

    title: str
    statements: Sequence[Numbered]


def answer_sheet(pack: Pack, *, large_print: bool = False) -> PageView:
    """The sheet with the questionnaire's own scale."""
    scale = _scale(pack.questionnaire)
    return {
        "intro": label("pack.about"),
        "we": pack.questionnaire.we,
        "how": lines("pack.how.text"),
        "layout": "list" if large_print else columns_for(scale),
        "long": MOST_STATEMENTS_TOGETHER,
        "statements": label("pack.statements"),
        "statement": label("pack.statement"),
        "typed": label("pack.typing.column"),
        "answers": [Answer(str(place), text) for place, text in enumerate(scale.answers, start=1)],
        "outside": _outside(scale),
        **_shared(pack, "pack"),
    }


def easy_answer_sheet(pack: Pack) -> PageView:
    """The sheet with fewer answers, larger type and one idea on each line."""
    scale = _scale(pack.questionnaire)
    answers = easy_answers(pack)
    return {
        "intro": lines("pack.easy.about"),
        "how": lines("pack.easy.how"),
        "tick": label("pack.easy.perspective.tick"),
        "practice": [label("pack.easy.practice"), *lines("pack.easy.practice.text")],
        "practice_statement": label("pack.easy.practice.statement"),
        "layout": beside_or_below([each.text for each in answers]),
        "answers": answers,
        "outside": [each for each in _outside(scale) if OUTSIDE[each.sign] == DONT_KNOW],
        **_shared(pack, "pack.easy"),
    }


def _shared(pack: Pack, words: str) -> PageView:
    """What both sheets have, in the words of the one or the other."""
    return {
        "question": _scale(pack.questionnaire).question,
        "here": label("pack.here", place=pack.place) if pack.place else None,
        "here_blank": label("pack.here-blank"),
        "day": label("pack.day", day=day_in_words(pack.date)) if pack.date else None,
        "day_blank": label("pack.day-blank"),
        "privacy": [
            label(f"{words}.privacy"),
            *lines(f"{words}.privacy.text", minimum=pack.minimum_group),
        ],
        "perspective": label(f"{words}.perspective"),
        "several": label("pack.perspective.several"),
        "perspectives": perspectives(pack.questionnaire),
        "blocks": blocks(pack.questionnaire),
        "typing": label("pack.typing"),
        "typing_how": label("pack.typing.how", **signs()),
        "own_words": label(f"{words}.own-words"),
        "names": label(f"{words}.own-words.names"),
        "quote": label(f"{words}.own-words.quote"),
        "thank_you": label(f"{words}.thank-you"),
    }


def perspectives(questionnaire: Questionnaire) -> list[Numbered]:
    """What people tick, with the number that is typed for it: the order of `assess`."""
    choices = (each.choose or large(each.name) for each in questionnaire.perspectives.values())
    return [Numbered(number, text) for number, text in enumerate(choices, start=1)]


def blocks(questionnaire: Questionnaire) -> list[StatementBlock]:
    """The statements of each factor, in the order and with the numbers in which `assess` asks."""
    numbered = enumerate(questions_of(questionnaire), start=1)
    return [
        StatementBlock(
            questionnaire.factors[factor].title,
            [Numbered(number, each.text) for number, each in group],
        )
        for factor, group in groupby(numbered, key=lambda pair: pair[1].factor)
    ]


def easy_answers(pack: Pack) -> list[Answer]:
    """The answers of the easy sheet, lowest first, each with what is typed in for it."""
    scale = _scale(pack.questionnaire)
    places = easy_places(len(scale.answers))
    steps = len(scale.answers) - 1
    return [
        Answer(str(place), text, filled((place - 1) / steps))
        for place, text in zip(places, _easy_words(scale, places), strict=True)
    ]


def easy_places(answers: int) -> tuple[int, ...]:
    """The lowest, the middle and the highest of 1 to `answers`; an even number has two middles.

    With one of the two middles gone, everybody in between would be moved to one side.
    """
    return tuple(sorted({1, (answers + 1) // 2, answers // 2 + 1, answers}))


def _easy_words(scale: Scale, places: tuple[int, ...]) -> list[str]:
    if scale.question == USUAL_QUESTION and len(places) == len(EASY_WORDS):
        return [label(key) for key in EASY_WORDS]
    return [scale.answers[place - 1] for place in places]


def _scale(questionnaire: Questionnaire) -> Scale:
    if questionnaire.scale is None:
        raise ValueError("a questionnaire with statements has a scale")
    return questionnaire.scale


def _outside(scale: Scale) -> list[Answer]:
    words = {DONT_KNOW: scale.dont_know, CANNOT_ANSWER: scale.cannot_answer}
    return [Answer(sign, words[meaning]) for sign, meaning in OUTSIDE.items()]


def signs() -> dict[str, str]:
    """What is typed for an answer that stands outside the scale, and for none."""
    return {meaning.replace("-", "_"): sign for sign, meaning in OUTSIDE.items()} | {"blank": BLANK}
