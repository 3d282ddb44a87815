"""One organisation's own levels in a file: each factor is read as if it were a statement.

The levels are its answers, lowest first: by their names, their ids, what a factor says of them, or
their places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.questionnaires.questionnaire import Scale, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire


def read_as_statements(questionnaire: Questionnaire) -> Questionnaire:
    """The questionnaire with a statement for each factor, and its levels as the answers."""
    scale = Scale.model_construct(  # two levels are enough, and three answers are the fewest
        question=questionnaire.title,
        answers=tuple(questionnaire.levels.values()),
        values=(),
        dont_know=questionnaire.no_level,
        cannot_answer="cannot-answer",
    )
    factors = {
        key: factor.model_copy(update={"statements": {key: Statement(text=factor.title)}})
        for key, factor in questionnaire.factors.items()
    }
    return questionnaire.model_copy(update={"scale": scale, "factors": factors, "perspectives": {}})


def words_of_levels(spoken: Sequence[Questionnaire]) -> dict[str, str]:
    """Other words for levels, each with its place: ids, and what factors say of them.

    Words that stand for different levels in different factors stand for none.
    """
    found: dict[str, str] = {}
    of_two: set[str] = set()
    for questionnaire in spoken:
        for number, key in enumerate(questionnaire.levels, start=1):
            said = [factor.levels.get(key, "") for factor in questionnaire.factors.values()]
            for text in filter(None, [key, *said]):
                if found.setdefault(text, str(number)) != str(number):
                    of_two.add(text)
    return {text: place for text, place in found.items() if text not in of_two}


def levels_in(answers: Mapping[str, str], questionnaire: Questionnaire) -> dict[str, str]:
    """The level of each factor from answers that are places; one that nobody could say is none."""
    levels = list(questionnaire.levels)
    return {key: levels[int(each) - 1] for key, each in answers.items() if each.isdigit()}
