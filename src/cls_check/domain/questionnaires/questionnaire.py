"""The questionnaire: factors, statements, the answer scale, perspectives and levels.

Nothing here knows the ten factors; a questionnaire about anything else is as welcome.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from cls_check.domain.model import A_VALUE, Id, Line, Model, Value, Words, problem
from cls_check.domain.terms import (
    FEWEST_ANSWERS,
    MOST_ANSWERS,
    NO_AGREED_LEVEL,
    RESERVED_PERSPECTIVES,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


MOST_THINGS = 100_000
"""That a file may hold; see `yaml.builder`."""
OTHER_THINGS = 1_000
"""Room for all that stands in an assessment beside its factors."""


EARLIER_VALUES = "x-values"
"""What `values` was called in files that earlier versions wrote."""


def _checked_value(value: object) -> str:
    if not re.fullmatch(A_VALUE, str(value)):
        raise problem("these are not all numbers", "Write numbers: 0, 0.25, 1.", (EARLIER_VALUES,))
    return str(value)


class Scale(Model):
    """The answers that can be given, lowest first, and the two that stand outside the scale."""

    question: Line = "How true is this here, right now?"
    answers: Annotated[
        tuple[Line, ...],
        Field(
            min_length=FEWEST_ANSWERS,
            max_length=MOST_ANSWERS,
            json_schema_extra={"uniqueItems": True},
        ),
    ]
    values: tuple[Value, ...] = ()
    """What each answer counts as in files of answers, where that is not 1, 2, 3 and so on."""
    dont_know: Line = "I do not know"
    cannot_answer: Line = "Not something I can answer"

    @model_validator(mode="after")
    def _answers_differ(self) -> Self:
        twice = [text for text, times in Counter(self.answers).items() if times > 1]
        if twice:
            raise problem(
                f'the answer "{twice[0]}" stands twice',
                "Give each answer its own words.",
                ("answers",),
            )
        return self

    @model_validator(mode="after")
    def _values_fit(self) -> Self:
        key = "values" if self.values else EARLIER_VALUES
        values = self.own_values
        different = len(set(map(Decimal, values)))
        if values and not len(values) == different == len(self.answers):
            raise problem(
                f"there are {len(self.answers)} answers, and as many different values are needed",
                "Give each answer a number of its own, in the order of the answers.",
                (key,),
            )
        return self

    @property
    def own_values(self) -> tuple[str, ...]:
        """The value of each answer; none where they count as 1, 2, 3 and so on."""
        if self.values:
            return self.values
        earlier = (self.model_extra or {}).get(EARLIER_VALUES)
        if not isinstance(earlier, list):
            return ()
        return tuple(map(_checked_value, earlier))


def _name_alone(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Perspective(Model):
    """The place that a person answers from today."""

    name: Line
    """How the people are called in the middle of a sentence: "unpaid carers"."""
    choose: Line | None = None
    """What a person picks: "I am a family member or unpaid carer"."""


class Statement(Model):
    """One line to answer."""

    text: Line
    core: bool = False
    seed: Line | None = None


class Reflection(Model):
    """A question to talk about that is not counted."""

    text: Line
    seed: Line | None = None


class Factor(Model):
    """One of the things that decide whether the change makes a difference."""

    title: Line
    meaning: Line | None = None
    seed: Line | None = None
    sensitive: bool = False
    """Whether answers could put people at risk where all of a group say the same."""
    early_on: Line | None = None
    """What to bear in mind when a place is only getting going."""
    statements: dict[
        Id,
        Annotated[Statement, BeforeValidator(_text_alone, json_schema_input_type=Line | Statement)],
    ] = {}
    levels: dict[Id, Line] = {}
    evidence: tuple[Line, ...] = ()
    conversation: tuple[Line, ...] = ()
    next_steps: tuple[Line, ...] = ()
    if_people_disagree: Line | None = None
    if_strong: Line | None = None


class Questionnaire(Model):
    """A questionnaire in one language (see `languages.spoken_in` for how it gets there)."""

    cls_check_questionnaire: Literal[1]
    id: Id
    version: Line
    title: Line
    languages: tuple[Id, ...] = ("en",)
    about: Words | None = None
    source: Line | None = None
    licence: Line | None = None
    we: Line | None = None
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    scale: Scale | None = None
    perspectives: dict[
        Id,
        Annotated[
            Perspective, BeforeValidator(_name_alone, json_schema_input_type=Line | Perspective)
        ],
    ] = {}
    levels: dict[Id, Line] = {}
    no_level: Line = "We do not agree"
    factors: Annotated[dict[Id, Factor], Field(min_length=1, max_length=200)]
    reflections: dict[
        Id,
        Annotated[
            Reflection, BeforeValidator(_text_alone, json_schema_input_type=Line | Reflection)
        ],
    ] = {}

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        self._check_size()
        self._check_statements()
        self._check_levels()
        for name in self.perspectives:
            if name in RESERVED_PERSPECTIVES:
                raise problem(
                    f'"{name}" cannot be the id of a perspective',
                    "The reports use that word themselves. Choose another.",
                    ("perspectives", name),
                )
        return self

    def _check_size(self) -> None:
        """Refuse, before anybody answers, what would make an assessment that nobody could read."""
        statements = sum(1 for _ in self.statements())
        given = 2 * (len(self.scale.answers) + 2) + 3 if self.scale else 0
        things = statements * (10 + max(1, len(self.perspectives)) * given)
        if things + 30 * len(self.factors) + OTHER_THINGS > MOST_THINGS:
            raise problem(
                f"{statements:,} statements for {len(self.perspectives)} perspectives are too many: "
                "the file of a closed round could not be read",
                "Take some out, or make two questionnaires.",
            )

    def _check_statements(self) -> None:
        times = Counter(statement_id for statement_id, _ in self.statements())
        twice = next((statement_id for statement_id, count in times.items() if count > 1), None)
        if twice is not None:
            last = [key for key, factor in self.factors.items() if twice in factor.statements][-1]
            raise problem(
                f'the statement id "{twice}" is used in more than one factor',
                "Give every statement an id of its own.",
                ("factors", last, "statements", twice),
            )
        if times and self.scale is None:
            raise problem("there are statements but no scale", "Add scale: with its answers.")
        if not times and not self.levels:
            raise problem(
                "there is nothing to answer", "Add statements to the factors, or add levels:."
            )

    def _check_levels(self) -> None:
        if NO_AGREED_LEVEL in self.levels:
            raise problem(
                f'"{NO_AGREED_LEVEL}" cannot be the id of a level',
                "Put its words under no-level:.",
                ("levels", NO_AGREED_LEVEL),
            )
        for factor_id, factor in self.factors.items():
            if factor.levels and factor.levels.keys() != self.levels.keys():
                raise problem(
                    f'the levels of "{factor_id}" are not those under levels:',
                    "Describe each of these once: " + (", ".join(self.levels) or "(none)") + ".",
                    ("factors", factor_id, "levels"),
                )

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Every statement with its id, in order."""
        for factor in self.factors.values():
            yield from factor.statements.items()
