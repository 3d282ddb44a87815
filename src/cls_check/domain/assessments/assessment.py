"""The assessment: a round closed, without a single person's answers, whole by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from cls_check.domain.assessments.talk import FactorTalk
from cls_check.domain.counts.tally import ANY_ANSWER, Tally, total
from cls_check.domain.dates import Day
from cls_check.domain.model import Count, Id, Line, MinimumGroup, Model, Organisations, Value, Words
from cls_check.domain.terms import (
    MOST_ANSWERS,
    NO_PERSPECTIVES,
    SENSITIVE_TIMES,
    USUAL_MINIMUM_GROUP,
    Stage,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Answers = Annotated[
    dict[str, Count], Field(json_schema_extra={"propertyNames": {"pattern": ANY_ANSWER}})
]
"""How many people gave each answer; which answers there are, the scale says."""


class QuestionnaireUsed(Model):
    """Which questionnaire was answered, and where it comes from."""

    id: Id
    version: Line
    title: Line | None = None
    source: Line | None = None


class AnsweredStatement(Model):
    """A statement as it was worded, and how many people of each perspective gave each answer."""

    text: Line
    answers: dict[Id, Answers] = {}
    after_talking: Answers = {}
    """A second vote by everyone in the room, kept beside the first and never in its place."""


class AssessedFactor(FactorTalk):
    """A factor: its statements' tallies and what the group agreed after talking."""

    title: Line
    sensitive: bool = False
    early_on: Line | None = None
    statements: dict[Id, AnsweredStatement] = {}


class Reflection(Model):
    """A question that was talked about, and what was said."""

    text: Line
    said: Words | None = None


class Assessment(Model):
    """A round closed: tallies, levels and words, made to be shared and kept for years."""

    cls_check: Literal[1]
    questionnaire: QuestionnaireUsed
    place: Line
    date: Day
    round: Line | None = None
    stage: Stage | None = None
    organisations: Organisations | None = None
    language: Id = "en"
    one_view: bool = False
    minimum_group: MinimumGroup = USUAL_MINIMUM_GROUP
    sensitive_group: MinimumGroup | None = None
    scale: Annotated[
        tuple[Line, ...], Field(max_length=MOST_ANSWERS, json_schema_extra={"uniqueItems": True})
    ] = ()
    values: Annotated[tuple[Value, ...], Field(max_length=MOST_ANSWERS)] = ()
    """What each answer counts as, where that is not 1, 2, 3 and so on; findings go by the places."""
    perspectives: dict[Id, Line] = {}
    levels: dict[Id, Line] = {}
    took_part: Annotated[dict[Id, Count], Field(min_length=1)]
    factors: Annotated[dict[Id, AssessedFactor], Field(min_length=1, max_length=200)]
    reflections: dict[Id, Reflection] = {}

    @property
    def people(self) -> int:
        """Everyone who took part."""
        return sum(self.took_part.values())

    @property
    def sensitive_minimum(self) -> int:
        """The fewest people of a perspective that is shown for a factor that is sensitive."""
        usual = SENSITIVE_TIMES * self.minimum_group
        return max(self.minimum_group, min(usual, self.sensitive_group or usual))

    def groups(self) -> tuple[str, ...]:
        """Every group that has people or answers, in the questionnaire's order, joined ones last."""
        seen = dict.fromkeys(self.took_part)
        for _, statement in self.statements():
            seen.update(dict.fromkeys(statement.answers))
        return in_order(seen, self.perspectives)

    def statements(self) -> Iterator[tuple[str, AnsweredStatement]]:
        """Every statement with its id, in order."""
        for factor in self.factors.values():
            yield from factor.statements.items()

    def tallies(self, statement: AnsweredStatement) -> dict[str, Tally]:
        """The tally of each group that is shown for a statement."""
        positions = len(self.scale)
        return {
            group: Tally.from_written(answers, positions)
            for group, answers in statement.answers.items()
        }

    def everyone(self, statement: AnsweredStatement) -> Tally:
        """All groups' answers to a statement together."""
        return total(self.tallies(statement).values(), len(self.scale))


def in_order(groups: Iterable[str], perspectives: Mapping[str, object]) -> tuple[str, ...]:
    """Groups in the order of the questionnaire's perspectives; unknown ones after, joined last."""
    places = {name: place for place, name in enumerate(perspectives)}
    last = len(places)

    def place(group: str) -> tuple[int, str]:
        if group in NO_PERSPECTIVES:
            return last + 1, group
        return places.get(group, last), "" if group in places else group

    return tuple(sorted(groups, key=place))
