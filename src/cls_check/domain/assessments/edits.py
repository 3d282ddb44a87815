"""Changes that a group makes to its assessment after talking, each a value.

Every number counts from 1, as people count. A text is kept as it is given here; the caller
brings it into the form that files hold.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, TypeVar

from cls_check.domain.assessments.talk import Action, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )
    from cls_check.domain.assessments.consistency import Path
    from cls_check.domain.assessments.talk import WhoseEvidence
    from cls_check.domain.model import Model

M = TypeVar("M", bound="Model")
C = TypeVar("C", bound="Change")

WORDS = frozenset({"words", "what", "who", "by", "sign", "said"})
"""The names of fields that hold what a person wrote."""


@dataclass(frozen=True)
class ChooseLevel:
    """A factor's level is this one, or none."""

    factor: str
    level: str | None


@dataclass(frozen=True)
class GiveReasons:
    """The reasons for a factor's level are these words, or none."""

    factor: str
    words: str | None


@dataclass(frozen=True)
class AddEvidence:
    """One more piece of evidence, after the others."""

    factor: str
    from_: WhoseEvidence
    what: str


@dataclass(frozen=True)
class ChangeEvidence:
    """A piece of evidence is this one now."""

    factor: str
    number: int
    from_: WhoseEvidence
    what: str


@dataclass(frozen=True)
class RemoveEvidence:
    """A piece of evidence is taken out."""

    factor: str
    number: int


@dataclass(frozen=True)
class AddAction:
    """One more action, after the others; it is still to be done."""

    factor: str
    what: str
    who: str | None = None
    by: str | None = None
    sign: str | None = None


@dataclass(frozen=True)
class ChangeAction:
    """An action has these words now; whether it is done stays as it was."""

    factor: str
    number: int
    what: str
    who: str | None = None
    by: str | None = None
    sign: str | None = None


@dataclass(frozen=True)
class MarkAction:
    """An action is done, or is not done."""

    factor: str
    number: int
    done: bool


@dataclass(frozen=True)
class RemoveAction:
    """An action is taken out."""

    factor: str
    number: int


@dataclass(frozen=True)
class SayOnReflection:
    """What was said on a reflection, or nothing."""

    reflection: str
    said: str | None


@dataclass(frozen=True)
class VoteAgain:
    """The second vote on a statement: how many of all in the room gave each answer; {} for none."""

    statement: str
    answers: Mapping[str, int]


OnEvidence = AddEvidence | ChangeEvidence | RemoveEvidence
OnActions = AddAction | ChangeAction | MarkAction | RemoveAction
OnFactor = ChooseLevel | GiveReasons | OnEvidence | OnActions
Change = OnFactor | SayOnReflection | VoteAgain


def words_in(change: Change) -> dict[str, str]:
    """What a person wrote, by the name of the field."""
    values = {field.name: getattr(change, field.name) for field in fields(change)}
    return {name: text for name, text in values.items() if name in WORDS and text is not None}


def with_words(change: C, form: Callable[[str], str]) -> C:
    """The same change, everything that a person wrote put through a function."""
    formed: dict[str, Any] = {name: form(text) for name, text in words_in(change).items()}
    return replace(change, **formed)


def changed(assessment: Assessment, change: Change) -> Assessment:
    """The assessment after a change.

    The change has to fit the assessment: see `fitting.misfit_of`.
    """
    if isinstance(change, SayOnReflection):
        reflection = assessment.reflections[change.reflection]
        said = {change.reflection: reflection.model_copy(update={"said": change.said})}
        return assessment.model_copy(update={"reflections": assessment.reflections | said})
    if isinstance(change, VoteAgain):
        key = factor_of(assessment, change.statement)
        update = {"statements": _voted(assessment.factors[key].statements, change)}
    else:
        key = change.factor
        update = _talked(assessment.factors[key], change)
    factor = assessment.factors[key].model_copy(update=update)
    return assessment.model_copy(update={"factors": assessment.factors | {key: factor}})


def path_of(assessment: Assessment, change: Change) -> Path:
    """Where in a file stands what a change is about."""
    if isinstance(change, SayOnReflection):
        return ("reflections", change.reflection)
    if isinstance(change, VoteAgain):
        factor = factor_of(assessment, change.statement)
        return ("factors", factor, "statements", change.statement)
    return ("factors", change.factor)


def factor_of(assessment: Assessment, statement_id: str) -> str:
    """The id of the factor that a statement stands in."""
    return next(key for key, one in assessment.factors.items() if statement_id in one.statements)


def _voted(
    statements: Mapping[str, AnsweredStatement], change: VoteAgain
) -> dict[str, AnsweredStatement]:
    second = {answer: count for answer, count in change.answers.items() if count}
    statement = statements[change.statement].model_copy(update={"after_talking": second})
    return {**statements, change.statement: statement}


def _talked(factor: AssessedFactor, change: OnFactor) -> dict[str, Any]:
    """The fields of a factor that a change gives another value."""
    match change:
        case ChooseLevel():
            return {"level": change.level}
        case GiveReasons():
            return {"because": change.words}
        case AddEvidence() | ChangeEvidence() | RemoveEvidence():
            return {"evidence": _evidence(factor.evidence, change)}
        case _:
            return {"actions": _actions(factor.actions, change)}


def _evidence(evidence: tuple[Evidence, ...], change: OnEvidence) -> tuple[Evidence, ...]:
    match change:
        case AddEvidence():
            tree = {"from": change.from_, "what": change.what}
            return (*evidence, Evidence.model_validate(tree))
        case ChangeEvidence():
            return _with(evidence, change.number, from_=change.from_, what=change.what)
        case RemoveEvidence():
            return _without(evidence, change.number)


def _actions(actions: tuple[Action, ...], change: OnActions) -> tuple[Action, ...]:
    match change:
        case AddAction():
            return (*actions, Action.model_validate(words_in(change)))
        case ChangeAction():
            words = {"who": change.who, "by": change.by, "sign": change.sign}
            return _with(actions, change.number, what=change.what, **words)
        case MarkAction():
            return _with(actions, change.number, done=change.done)
        case RemoveAction():
            return _without(actions, change.number)


def _with(items: tuple[M, ...], number: int, **fields: Any) -> tuple[M, ...]:
    """The items, one of them with other fields; notes of people's own in it stay."""
    there = items[number - 1].model_copy(update=fields)
    return (*items[: number - 1], there, *items[number:])


def _without(items: tuple[M, ...], number: int) -> tuple[M, ...]:
    return (*items[: number - 1], *items[number:])
