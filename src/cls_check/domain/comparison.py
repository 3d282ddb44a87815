"""Two rounds of one place, and what can honestly be said about the difference.

Only statements with the same id, wording and scale are compared. A shift is called clear only
where it is larger than chance, larger than half a step, and seen among enough people.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, Literal

from cls_check.domain.findings import fewest_people
from cls_check.domain.privacy import protected
from cls_check.domain.rules import Setting, at_least, mean
from cls_check.domain.statistics import superiority
from cls_check.domain.tally import Tally
from cls_check.domain.terms import EVERYONE, NO_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessment import AnsweredStatement, AssessedFactor, Assessment

Shift = Literal["up", "down", "maybe-up", "maybe-down", "no-clear-change", "not-comparable"]
Why = Literal["", "other-scale", "nothing-shared", "too-few", "one-view"]
Status = Literal["same", "reworded", "reused-id", "moved", "new", "retired", "other-scale"]

CLEAR, POSSIBLE = 1.96, 1.64
SMALLEST_CLEAR_DISTANCE = 0.5
FEWEST_TO_COMPARE = 8
SHARE_THAT_MATTERS = 0.15
SIMILAR_WORDING = 0.6


@dataclass(frozen=True)
class Change:
    """How one group's answers to a factor differ: new minus old.

    `delta` runs from -1 (every new answer lower) to 1 (every new answer higher); beyond
    `threshold` it is more than chance.
    """

    shift: Shift
    delta: float | None = None
    threshold: float | None = None
    then: float | None = None
    now: float | None = None
    why: Why = ""
    """Why the two cannot be compared."""


@dataclass(frozen=True)
class StatementChange:
    """One statement in both rounds: whether it can be compared, and its delta for everyone."""

    id: str
    status: Status
    delta: float | None = None


@dataclass(frozen=True)
class FactorChange:
    """One factor in both rounds, for everyone and within each perspective shown in both."""

    id: str
    title: str
    everyone: Change
    by: Mapping[str, Change]
    statements: tuple[StatementChange, ...]
    level_then: str | None
    level_now: str | None
    evidence_added: int
    agreement_then: float | None = None
    agreement_now: float | None = None


@dataclass(frozen=True)
class Comparison:
    """Everything that can be said about two rounds, the older first."""

    old: Assessment
    new: Assessment
    room_changed: tuple[str, ...]
    """Perspectives whose share moved by 15 points or more, or that are in one round only."""
    factors: tuple[FactorChange, ...]
    retired: tuple[str, ...]
    """Factors of the old round that the new one does not have."""


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Compare two rounds factor by factor, in the order of the new one."""
    old, new = protected(old), protected(new)
    return Comparison(
        old=old,
        new=new,
        room_changed=tuple(_room_changed(old, new)),
        factors=tuple(_compared(old, new, key) for key in new.factors),
        retired=tuple(key for key in old.factors if key not in new.factors),
    )


def _room_changed(old: Assessment, new: Assessment) -> Iterator[str]:
    named = [name for name in new.groups() if name in new.took_part]
    named += [name for name in old.groups() if name in old.took_part and name not in named]
    for name in named:
        then, now = old.took_part.get(name), new.took_part.get(name)
        if name in NO_PERSPECTIVES or (then is None and now is None):
            continue
        if then is None or now is None or _share_moved(then / old.people, now / new.people):
            yield name


def _share_moved(then: float, now: float) -> bool:
    return at_least(abs(now - then), SHARE_THAT_MATTERS)


def _compared(old: Assessment, new: Assessment, factor_id: str) -> FactorChange:
    before, after = old.factors.get(factor_id), new.factors[factor_id]
    statements = tuple(_statement_changes(old, new, before, after))
    shared = [(before.statements[c.id], after.statements[c.id])
              for c in statements if before and c.status == "same"]  # fmt: skip
    groups = [name for name in new.groups() if name in old.took_part and name in new.took_part]
    return FactorChange(
        id=factor_id,
        title=after.title,
        everyone=_change(old, new, EVERYONE, shared),
        by={
            name: _change(old, new, name, shared) for name in groups if name not in NO_PERSPECTIVES
        },
        statements=statements,
        level_then=before.level if before else None,
        level_now=after.level,
        evidence_added=_evidence_added(before, after),
        agreement_then=_agreement(old, [pair[0] for pair in shared]),
        agreement_now=_agreement(new, [pair[1] for pair in shared]),
    )


def _evidence_added(before: AssessedFactor | None, after: AssessedFactor) -> int:
    known = [evidence.what for evidence in before.evidence] if before else []
    return sum(evidence.what not in known for evidence in after.evidence)


def _agreement(assessment: Assessment, statements: list[AnsweredStatement]) -> float | None:
    fewest = fewest_people(assessment, EVERYONE)
    tallies = [assessment.everyone(statement) for statement in statements]
    known = [a for t in tallies if t.n >= fewest and (a := t.agreement) is not None]
    return mean(known) if known else None


def _statement_changes(
    old: Assessment, new: Assessment, before: AssessedFactor | None, after: AssessedFactor
) -> Iterator[StatementChange]:
    everything_old, everything_new = dict(old.statements()), dict(new.statements())
    here_before = before.statements if before else {}
    for key, now in after.statements.items():
        then = everything_old.get(key)
        if then is None:
            yield StatementChange(key, "new")
            continue
        status = _status(old, new, then, now, same_factor=key in here_before)
        delta = (
            _delta(old.everyone(then), new.everyone(now)) if status in {"same", "moved"} else None
        )
        yield StatementChange(key, status, delta)
    for key in here_before:
        if key not in everything_new:
            yield StatementChange(key, "retired")


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

        similar = SequenceMatcher(None, then.text.casefold(), now.text.casefold()).ratio()
        return "reworded" if similar >= SIMILAR_WORDING else "reused-id"
    return "same" if same_factor else "moved"


def _delta(then: Tally, now: Tally) -> float | None:
    above = superiority(then.counts, now.counts)
    return None if above is None else 2 * above - 1


def _change(
    old: Assessment,
    new: Assessment,
    group: str,
    shared: list[tuple[AnsweredStatement, AnsweredStatement]],
) -> Change:
    if old.one_view or new.one_view:
        return Change("not-comparable", why="one-view")
    if not shared:
        return Change("not-comparable", why=_why_nothing_shared(old, new))
    fewest_old, fewest_new = fewest_people(old, group), fewest_people(new, group)
    pairs = [(_tally(old, then, group), _tally(new, now, group)) for then, now in shared]
    pairs = [(then, now) for then, now in pairs if then.n >= fewest_old and now.n >= fewest_new]
    if 2 * len(pairs) < len(shared) or not pairs:
        return Change("not-comparable", why="too-few")
    return _judged(pairs, len(new.scale))


def _why_nothing_shared(old: Assessment, new: Assessment) -> Why:
    return "other-scale" if old.scale and new.scale and old.scale != new.scale else "nothing-shared"


def _tally(assessment: Assessment, statement: AnsweredStatement, group: str) -> Tally:
    if group == EVERYONE:
        return assessment.everyone(statement)
    return assessment.tallies(statement).get(group, Tally.empty(len(assessment.scale)))


def _judged(pairs: list[tuple[Tally, Tally]], positions: int) -> Change:
    """What the difference comes to.

    Under no change, delta varies around 0 with a variance of (n1 + n2 + 1) / (3 n1 n2), that of
    the rank-sum statistic (H. Mann and D. Whitney, 1947) on delta's scale.
    """
    delta = mean([d for then, now in pairs if (d := _delta(then, now)) is not None])
    then = mean([t for tally, _ in pairs if (t := tally.typical_answer) is not None])
    now = mean([t for _, tally in pairs if (t := tally.typical_answer) is not None])
    n_old, n_new = min(t.n for t, _ in pairs), min(t.n for _, t in pairs)
    spread = sqrt((n_old + n_new + 1) / (3 * n_old * n_new))
    far = at_least(abs(now - then), Setting(positions).distance(SMALLEST_CLEAR_DISTANCE))
    comparable = far and min(n_old, n_new) >= FEWEST_TO_COMPARE and delta * (now - then) > 0
    shift: Shift = "no-clear-change"
    if comparable and abs(delta) >= CLEAR * spread:
        shift = "up" if delta > 0 else "down"
    elif comparable and abs(delta) >= POSSIBLE * spread:
        shift = "maybe-up" if delta > 0 else "maybe-down"
    return Change(shift, delta, CLEAR * spread, then, now)
