"""Edits that a group makes to its assessment after talking, each a value.

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
    from cls_check.domain.model import Model
    from cls_check.domain.terms import WhoseEvidence

M = TypeVar("M", bound="Model")
C = TypeVar("C", bound="Edit")

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
class EditEvidence:
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
class EditAction:
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


OnEvidence = AddEvidence | EditEvidence | RemoveEvidence
OnActions = AddAction | EditAction | MarkAction | RemoveAction
OnFactor = ChooseLevel | GiveReasons | OnEvidence | OnActions
Edit = OnFactor | SayOnReflection | VoteAgain


def words_in(edit: Edit) -> dict[str, str]:
    """What a person wrote, by the name of the field."""
    values = {field.name: getattr(edit, field.name) for field in fields(edit)}
    return {name: text for name, text in values.items() if name in WORDS and text is not None}


def with_words(edit: C, form: Callable[[str], str]) -> C:
    """The same edit, everything that a person wrote put through a function."""
    formed: dict[str, Any] = {name: form(text) for name, text in words_in(edit).items()}
    return replace(edit, **formed)


def with_edit(assessment: Assessment, edit: Edit) -> Assessment:
    """The assessment after an edit.

    The edit has to fit the assessment: see `edits_that_fit`.
    """
    if isinstance(edit, SayOnReflection):
        reflection = assessment.reflections[edit.reflection]
        said = {edit.reflection: reflection.model_copy(update={"said": edit.said})}
        return assessment.model_copy(update={"reflections": assessment.reflections | said})
    if isinstance(edit, VoteAgain):
        key = factor_of(assessment, edit.statement)
        update = {"statements": _voted(assessment.factors[key].statements, edit)}
    else:
        key = edit.factor
        update = _talked(assessment.factors[key], edit)
    factor = assessment.factors[key].model_copy(update=update)
    return assessment.model_copy(update={"factors": assessment.factors | {key: factor}})


def path_of(assessment: Assessment, edit: Edit) -> Path:
    """Where in a file stands what an edit is about."""
    if isinstance(edit, SayOnReflection):
        return ("reflections", edit.reflection)
    if isinstance(edit, VoteAgain):
        factor = factor_of(assessment, edit.statement)
        return ("factors", factor, "statements", edit.statement)
    return ("factors", edit.factor)


def factor_of(assessment: Assessment, statement_id: str) -> str:
    """The id of the factor that a statement stands in."""
    return next(key for key, one in assessment.factors.items() if statement_id in one.statements)


def _voted(
    statements: Mapping[str, AnsweredStatement], edit: VoteAgain
) -> dict[str, AnsweredStatement]:
    second = {answer: count for answer, count in edit.answers.items() if count}
    statement = statements[edit.statement].model_copy(update={"after_talking": second})
    return {**statements, edit.statement: statement}


def _talked(factor: AssessedFactor, edit: OnFactor) -> dict[str, Any]:
    """The fields of a factor that an edit gives another value."""
    match edit:
        case ChooseLevel():
            return {"level": edit.level}
        case GiveReasons():
            return {"because": edit.words}
        case AddEvidence() | EditEvidence() | RemoveEvidence():
            return {"evidence": _evidence(factor.evidence, edit)}
        case _:
            return {"actions": _actions(factor.actions, edit)}


def _evidence(evidence: tuple[Evidence, ...], edit: OnEvidence) -> tuple[Evidence, ...]:
    match edit:
        case AddEvidence():
            tree = {"from": edit.from_, "what": edit.what}
            return (*evidence, Evidence.model_validate(tree))
        case EditEvidence():
            return _with(evidence, edit.number, from_=edit.from_, what=edit.what)
        case RemoveEvidence():
            return _without(evidence, edit.number)


def _actions(actions: tuple[Action, ...], edit: OnActions) -> tuple[Action, ...]:
    match edit:
        case AddAction():
            return (*actions, Action.model_validate(words_in(edit)))
        case EditAction():
            words = {"who": edit.who, "by": edit.by, "sign": edit.sign}
            return _with(actions, edit.number, what=edit.what, **words)
        case MarkAction():
            return _with(actions, edit.number, done=edit.done)
        case RemoveAction():
            return _without(actions, edit.number)


def _with(items: tuple[M, ...], number: int, **fields: Any) -> tuple[M, ...]:
    """The items, one of them with other fields; notes of people's own in it stay."""
    there = items[number - 1].model_copy(update=fields)
    return (*items[: number - 1], there, *items[number:])


def _without(items: tuple[M, ...], number: int) -> tuple[M, ...]:
    return (*items[: number - 1], *items[number:])
