"""What is called something else now: a small file that lets an old round be compared with a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from cls_check.domain.model import Id, Line, Model
from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

Value = TypeVar("Value")


class Renames(Model):
    """Old names and the new ones: of the place, of factors, of statements, of perspectives.

    It says that two names mean one thing. It does not say that two wordings do: a statement that
    was worded differently is still not compared.
    """

    cls_check_renames: Literal[1]
    places: dict[Line, Line] = {}
    factors: dict[Id, Id] = {}
    statements: dict[Id, Id] = {}
    perspectives: dict[Id, Id] = {}


def renamed(old: Assessment, renames: Renames) -> Assessment:
    """An earlier round under the names of today.

    Raises:
        ClsCheckError: a new name is in use already in the earlier round.
    """
    known = dict.fromkeys(key for key, _ in old.statements())
    _check("statement", renames.statements, known)
    _check("factor", renames.factors, old.factors)
    _check("perspective", renames.perspectives, dict.fromkeys(old.groups()))
    factors = {
        renames.factors.get(key, key): _factor(factor, renames)
        for key, factor in old.factors.items()
    }
    return old.model_copy(
        update={
            "place": renames.places.get(old.place, old.place),
            "took_part": _renamed_keys(old.took_part, renames.perspectives),
            "perspectives": _renamed_keys(old.perspectives, renames.perspectives),
            "factors": factors,
        }
    )


def _factor(factor: AssessedFactor, renames: Renames) -> AssessedFactor:
    statements = {
        renames.statements.get(key, key): _statement(statement, renames)
        for key, statement in factor.statements.items()
    }
    return factor.model_copy(update={"statements": statements})


def _statement(statement: AnsweredStatement, renames: Renames) -> AnsweredStatement:
    answers = _renamed_keys(statement.answers, renames.perspectives)
    return statement.model_copy(update={"answers": answers})


def _renamed_keys(named: Mapping[str, Value], names: Mapping[str, str]) -> dict[str, Value]:
    return {names.get(key, key): value for key, value in named.items()}


def _check(kind: str, names: Mapping[str, str], known: Iterable[str]) -> None:
    """Two things may not end up under one name: one of them would be lost."""
    left = [key for key in known if key not in names]
    taken = [new for old, new in names.items() if old in known and new in left]
    twice = [new for new in names.values() if list(names.values()).count(new) > 1]
    for name in (*taken, *twice):
        raise ClsCheckError.of(
            f'Two names of a {kind} would become "{name}".',
            "Take one of them out of the file of new names.",
        )
