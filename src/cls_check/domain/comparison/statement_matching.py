"""Which statements of two rounds are the same: matched by id and by wording, never by position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.comparison.shift import delta_of
from cls_check.domain.findings.findings import fewest_people
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

Status = Literal["same", "reworded", "reused-id", "moved", "new", "retired", "other-scale"]

SIMILAR_WORDING = 0.6
"""How alike two wordings are, 0 to 1 by difflib, to be one statement in other words."""


@dataclass(frozen=True)
class StatementChange:
    """One statement in two rounds: whether it can be compared, and its delta for everyone."""

    id: str
    status: Status
    delta: float | None = None


def statement_changes(
    old: Assessment, new: Assessment, before: AssessedFactor | None, after: AssessedFactor | None
) -> Iterator[StatementChange]:
    """Every statement of a factor as it is now, then those that are asked nowhere any more."""
    everything_old, everything_new = dict(old.statements()), dict(new.statements())
    here_before = before.statements if before else {}
    for key, now in (after.statements if after else {}).items():
        then = everything_old.get(key)
        if then is None:
            yield StatementChange(key, "new")
            continue
        status = _status(old, new, then, now, same_factor=key in here_before)
        delta = _delta(old, new, then, now) if status in {"same", "moved"} else None
        yield StatementChange(key, status, delta)
    for key in here_before:
        if key not in everything_new:
            yield StatementChange(key, "retired")


def _delta(
    old: Assessment, new: Assessment, then: AnsweredStatement, now: AnsweredStatement
) -> float | None:
    before, after = old.everyone(then), new.everyone(now)
    enough = before.n >= fewest_people(old, EVERYONE) and after.n >= fewest_people(new, EVERYONE)
    return delta_of(before, after) if enough else None


def _status(
    old: Assessment,
    new: Assessment,
    then: AnsweredStatement,
    now: AnsweredStatement,
    *,
    same_factor: bool,
) -> Status:
    if old.scale != new.scale:
        return "other-scale"
    if then.text != now.text:
        from difflib import SequenceMatcher

        # The matcher depends on which comes first; read backwards, a pair must have the same name.
        first, second = sorted((then.text.casefold(), now.text.casefold()))
        alike = SequenceMatcher(None, first, second).ratio() >= SIMILAR_WORDING
        return "reworded" if alike else "reused-id"
    return "same" if same_factor else "moved"
