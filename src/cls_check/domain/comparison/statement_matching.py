"""Which statements of two rounds are the same: matched by id and by wording, never by position."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.comparison.shift import delta_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )
    from cls_check.domain.comparison.counted import Counted

Status = Literal[
    "same", "reworded", "reused-id", "other-id", "moved", "new", "retired", "other-scale"
]
"""Of a statement: `other-id` has the words of one that had another id last time."""

SIMILAR_WORDING = 0.6
"""How alike two wordings are, 0 to 1 by difflib, to be one statement in other words."""


@dataclass(frozen=True)
class MatchedStatement:
    """One statement in two rounds: whether it can be compared, and its delta for everyone."""

    id: str
    status: Status
    delta: float | None = None
    was: str = ""
    """The id that the same words had last time, where it was another."""


def matched_statements(
    old: Counted, new: Counted, before: AssessedFactor | None, after: AssessedFactor | None
) -> Iterator[MatchedStatement]:
    """Every statement of a factor as it is now, then those that are asked nowhere any more."""
    here_before = before.statements if before else {}
    was, has_become = _other_ids(old, new)
    for key, now in (after.statements if after else {}).items():
        if key in was:
            yield MatchedStatement(key, "other-id", was=was[key])
            continue
        then = old.statements.get(key)
        if then is None or key in has_become:
            yield MatchedStatement(key, "new")
            continue
        status = _status(old.round, new.round, then, now, same_factor=key in here_before)
        delta = _delta(old, new, then, now) if status in {"same", "moved"} else None
        yield MatchedStatement(key, status, delta)
    for key in here_before:
        # An id that was taken over by other words of last time leaves its own behind.
        if (key not in new.statements or key in was) and key not in has_become:
            yield MatchedStatement(key, "retired")


def _other_ids(old: Counted, new: Counted) -> tuple[dict[str, str], set[str]]:
    """The old id of each statement whose words had another one, and the old ids themselves.

    Words that stand twice in one of the two rounds say nothing.
    """
    before = old.by_words
    was = {
        key: before[words]
        for words, key in new.by_words.items()
        if words in before and before[words] != key
    }
    return was, set(was.values())


def _delta(
    old: Counted, new: Counted, then: AnsweredStatement, now: AnsweredStatement
) -> float | None:
    before, after = old.tally(then), new.tally(now)
    enough = before.n >= old.fewest() and after.n >= new.fewest()
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
