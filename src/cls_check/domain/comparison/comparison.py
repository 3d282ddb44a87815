"""Two rounds of one place, and what can honestly be said about the difference.

Only statements with the same id, wording and scale are compared. A shift is called clear only
where it is larger than chance, larger than half a step, and seen among enough people.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt
from typing import TYPE_CHECKING

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.comparison.counted import Counted
from cls_check.domain.comparison.shift import Shift, Why, judged, not_comparable
from cls_check.domain.comparison.statement_matching import MatchedStatement, matched_statements
from cls_check.domain.counts.statistics import LIKELY
from cls_check.domain.findings.chance import REPORTS_MISLED, normal_quantile
from cls_check.domain.findings.measures import at_least, mean
from cls_check.domain.findings.rules import SPREAD_OF_AGREEMENT
from cls_check.domain.terms import EVERYONE, NO_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

SHARE_THAT_MATTERS = 0.15
AGREEMENT_MOVED = 0.3
"""The least difference in agreement (-1 to 1) that is said, however many people answered."""


@dataclass(frozen=True)
class FactorShift:
    """One factor in both rounds, for everyone and within each perspective shown in both."""

    id: str
    title: str
    everyone: Shift
    by: Mapping[str, Shift]
    statements: tuple[MatchedStatement, ...]
    level_then: str | None
    level_now: str | None
    evidence_added: int
    agreement_then: float | None = None
    agreement_now: float | None = None
    agreement_far: float = AGREEMENT_MOVED
    """From which difference in agreement on it is more than chance, over all factors."""


@dataclass(frozen=True)
class Comparison:
    """Everything that can be said about two rounds, the older first."""

    old: Assessment
    new: Assessment
    why_not: Why
    """Why the rounds cannot be compared at all; empty where they can, factor by factor."""
    room_changed: tuple[str, ...]
    """Perspectives whose share moved by 15 points or more, or that are in one round only."""
    factors: tuple[FactorShift, ...]
    retired: tuple[str, ...]
    """Factors of the old round that the new one does not have."""

    @cached_property
    def shifts(self) -> tuple[FactorShift, ...]:
        """The factors of the new round, then those of the old one that it does not have."""
        old, new = Counted(self.old), Counted(self.new)
        return (*self.factors, *(_compared(old, new, key, "") for key in self.retired))


def compare(old: Assessment, new: Assessment) -> Comparison:
    """Compare two rounds factor by factor, in the order of the new one."""
    return compare_counted(Counted(protected(old)), Counted(protected(new)))


def compare_counted(old: Counted, new: Counted) -> Comparison:
    """The same of two rounds in which no group is too small to be shown."""
    why_not = _why_not(old.round, new.round)
    return Comparison(
        old=old.round,
        new=new.round,
        why_not=why_not,
        room_changed=tuple(_room_changed(old, new)),
        factors=tuple(_compared(old, new, key, why_not) for key in new.round.factors),
        retired=tuple(key for key in old.round.factors if key not in new.round.factors),
    )


def comes_before(earlier: Assessment, now: Assessment) -> bool:
    """Whether one is an earlier round of the other's place."""
    return earlier.place == now.place and earlier.date < now.date and not earlier.one_view


def _why_not(old: Assessment, new: Assessment) -> Why:
    if old.one_view or new.one_view:
        return "one-view"
    if old.place.casefold() != new.place.casefold():
        return "other-place"
    return "same-round" if old.date == new.date else ""


def _room_changed(old: Counted, new: Counted) -> Iterator[str]:
    before, after = old.round, new.round
    named = [name for name in new.groups if name in after.took_part]
    named += [name for name in old.groups if name in before.took_part and name not in named]
    for name in named:
        then, now = before.took_part.get(name), after.took_part.get(name)
        if name in NO_PERSPECTIVES or (then is None and now is None):
            continue
        if then is None or now is None or _share_moved(then / before.people, now / after.people):
            yield name


def _share_moved(then: float, now: float) -> bool:
    return at_least(abs(now - then), SHARE_THAT_MATTERS)


def _compared(old: Counted, new: Counted, factor_id: str, why_not: Why) -> FactorShift:
    before, after = old.round.factors.get(factor_id), new.round.factors.get(factor_id)
    statements = tuple(matched_statements(old, new, before, after))
    shared = [(before.statements[c.id], after.statements[c.id])
              for c in statements if before and after and c.status == "same"]  # fmt: skip
    in_both = old.round.took_part.keys() & new.round.took_part.keys() - NO_PERSPECTIVES
    groups = [EVERYONE, *(name for name in new.groups if name in in_both)]
    reason = why_not or _why_nothing_shared(old.round, new.round, factor_id, shared)
    shifts = {
        name: not_comparable(reason) if reason else _change(old, new, name, shared)
        for name in groups
    }
    named = after or before
    return FactorShift(
        id=factor_id,
        title=named.title if named else factor_id,
        everyone=shifts.pop(EVERYONE),
        by=shifts,
        statements=tuple(replace(each, delta=None) for each in statements)
        if why_not
        else statements,
        level_then=before.level if before else None,
        level_now=after.level if after else None,
        evidence_added=_evidence_added(before, after),
        agreement_then=_agreement(old, [pair[0] for pair in shared]),
        agreement_now=_agreement(new, [pair[1] for pair in shared]),
        agreement_far=_too_far_for_agreement(old, new, shared),
    )


def _too_far_for_agreement(
    old: Counted, new: Counted, shared: list[tuple[AnsweredStatement, AnsweredStatement]]
) -> float:
    """From which difference in agreement on it is said, so that 1 comparison in 20 says it by chance.

    `SPREAD_OF_AGREEMENT` holds 8 of 10 cases; two samples differ, and all factors are looked at.
    """
    sizes = [min((counted.tally(each[place]).n for each in shared), default=0)
             for place, counted in enumerate((old, new))]  # fmt: skip
    if not all(sizes):
        return AGREEMENT_MOVED
    looks = max(len(new.round.factors), 1)
    wide = normal_quantile(REPORTS_MISLED / (2 * looks)) / LIKELY
    spread = SPREAD_OF_AGREEMENT * sqrt(sum(1 / size for size in sizes))
    return max(AGREEMENT_MOVED, wide * spread)


def _why_nothing_shared(
    old: Assessment,
    new: Assessment,
    factor_id: str,
    shared: list[tuple[AnsweredStatement, AnsweredStatement]],
) -> Why:
    if factor_id not in old.factors:
        return "new"
    if factor_id not in new.factors:
        return "retired"
    if shared:
        return ""
    return "other-scale" if old.scale and new.scale and old.scale != new.scale else "nothing-shared"


def _evidence_added(before: AssessedFactor | None, after: AssessedFactor | None) -> int:
    known = [evidence.what for evidence in before.evidence] if before else []
    return sum(evidence.what not in known for evidence in (after.evidence if after else ()))


def _agreement(counted: Counted, statements: list[AnsweredStatement]) -> float | None:
    fewest = counted.fewest()
    tallies = [counted.tally(statement) for statement in statements]
    known = [a for t in tallies if t.n >= fewest and (a := t.agreement) is not None]
    return mean(known) if known else None


def _change(
    old: Counted,
    new: Counted,
    group: str,
    shared: list[tuple[AnsweredStatement, AnsweredStatement]],
) -> Shift:
    fewest_old, fewest_new = old.fewest(group), new.fewest(group)
    pairs = [(old.tally(then, group), new.tally(now, group)) for then, now in shared]
    pairs = [(then, now) for then, now in pairs if then.n >= fewest_old and now.n >= fewest_new]
    if 2 * len(pairs) < len(shared) or not pairs:
        return not_comparable("too-few")
    return judged(pairs, len(new.round.scale))
