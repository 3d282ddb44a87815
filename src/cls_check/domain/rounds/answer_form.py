"""A questionnaire as a form to fill in: in all its languages, and what one person gave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import possible_answers
from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cls_check.domain.questionnaires.questionnaire import Perspective, Questionnaire, Scale

Said = dict[str, str]
"""A text by language."""


@dataclass(frozen=True)
class FilledIn:
    """What one person gave: where they answer from, and an answer to each statement but the blank.

    Answers are written as in files: "1" to K, `dont-know` or `cannot-answer`.
    """

    perspective: str | None
    answers: Mapping[str, str]


@dataclass(frozen=True)
class AnswerForm:
    """A questionnaire with statements, in each of its languages; the first is shown first."""

    spoken: Mapping[str, Questionnaire]
    shown: Callable[[str], str] = str
    """How a text is shown, for texts come from anybody: with nothing hidden in it."""

    @property
    def language(self) -> str:
        """The language that is shown first."""
        return next(iter(self.spoken))

    @property
    def first(self) -> Questionnaire:
        """The questionnaire in the language that is shown first."""
        return self.spoken[self.language]

    def said(self, words: Callable[[Questionnaire], str | None]) -> Said:
        """A text in each language, '' where the questionnaire has none."""
        return {language: self.shown(words(each) or "") for language, each in self.spoken.items()}

    def factors(self) -> list[FormFactor]:
        """The factors that have statements."""
        every = self.statements()
        return [
            self._factor(key, {each: every[each] for each in factor.statements})
            for key, factor in self.first.factors.items()
            if factor.statements
        ]

    def _factor(self, key: str, statements: Mapping[str, Said]) -> FormFactor:
        title = self.said(lambda each: each.factors[key].title)
        return FormFactor(key, title, self.said(lambda each: each.factors[key].meaning), statements)

    def question(self) -> Said:
        """What the scale asks of each statement."""
        return self.said(lambda each: scale_of(each).question)

    def statements(self) -> dict[str, Said]:
        """The statements by their ids."""
        return self._by_id(lambda each: {key: one.text for key, one in each.statements()})

    def answers(self) -> dict[str, Said]:
        """Every answer as written in files, lowest first, then the two outside the scale."""
        return self._by_id(answers_of)

    def perspectives(self) -> dict[str, Said]:
        """What people pick, by the ids of perspectives."""
        return self._by_id(
            lambda each: {key: _chosen_as(one) for key, one in each.perspectives.items()}
        )

    def reflections(self) -> dict[str, Said]:
        """What to talk about together at the end, by their ids."""
        return self._by_id(lambda each: {key: one.text for key, one in each.reflections.items()})

    def _by_id(self, words: Callable[[Questionnaire], Mapping[str, str]]) -> dict[str, Said]:
        known = {language: words(each) for language, each in self.spoken.items()}
        return {
            key: {language: self.shown(texts[key]) for language, texts in known.items()}
            for key in known[self.language]
        }


@dataclass(frozen=True)
class FormFactor:
    """A factor of a form, with its statements by their ids."""

    id: str
    title: Said
    meaning: Said
    statements: Mapping[str, Said]


def scale_of(questionnaire: Questionnaire) -> Scale:
    """The scale of a questionnaire that has statements.

    Raises:
        ClsCheckError: it has none, so that there is nothing to answer alone.
    """
    if questionnaire.scale is None or not any(True for _ in questionnaire.statements()):
        raise ClsCheckError.of(
            f"{questionnaire.title} has no statements, so there is no form to fill in alone.",
            "Its levels are chosen together. "
            f"To print its cards, type: cls-check paper {questionnaire.id}",
        )
    return questionnaire.scale


def answers_of(questionnaire: Questionnaire) -> dict[str, str]:
    """Every answer that can be given, as written in files, with its words; the scale comes first."""
    scale = scale_of(questionnaire)
    words = (*scale.answers, scale.dont_know, scale.cannot_answer)
    return dict(zip(possible_answers(len(scale.answers)), words, strict=True))


def _chosen_as(perspective: Perspective) -> str:
    """What a person picks."""
    name = perspective.name
    return perspective.choose or name[:1].upper() + name[1:]
