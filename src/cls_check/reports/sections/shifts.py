"""What two rounds say about each other, in words that claim no more than the numbers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.findings.measures import at_least
from cls_check.domain.terms import EVERYONE, NO_AGREED_LEVEL
from cls_check.reports.model.wording import level_name, one_decimal
from cls_check.words.speech import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.domain.comparison.shift import ShiftKind

MANY_PEOPLE = 20
"""From how many people in both rounds on it is not their number that leaves a shift unsure."""


def many_people(found: Comparison, group: str = EVERYONE) -> bool:
    """Whether so many people took part in both rounds that nobody could call them few."""
    both = (found.old, found.new)
    people = (each.people if group == EVERYONE else each.took_part.get(group) for each in both)
    return all(number is not None and number >= MANY_PEOPLE for number in people)


def shift_key(kind: ShiftKind, *, many: bool) -> str:
    """A shift as the sentences are called: a possible one has its own words for many people."""
    return f"{kind}.many" if many and kind in {"maybe-up", "maybe-down"} else kind


def shift_sentences(
    shift: FactorShift, *, together: bool = False, many: bool = False
) -> Iterator[str]:
    """What can be said of a factor since last time, for everyone.

    `together` is for a sentence that stands beside those of single perspectives, `many` for
    rounds of many people.
    """
    kind, own = shift.everyone.kind, shift.everyone
    if kind == "not-comparable":
        yield say(f"since.why.{own.why}")
    elif own.then is not None and own.now is not None:
        words = shift_key(kind, many=many)
        key = f"since.together.{words}" if together else f"since.{words}"
        yield say(key, then=one_decimal(own.then), now=one_decimal(own.now))
    if kind in {"down", "maybe-down"} and shift.evidence_added:
        yield say("since.learned")


def agreement_moved(shift: FactorShift) -> Iterator[str]:
    """Whether people's answers came closer together, or moved apart."""
    then, now = shift.agreement_then, shift.agreement_now
    if shift.everyone.kind == "not-comparable" or then is None or now is None:
        return
    if at_least(abs(now - then), shift.agreement_far):
        yield say("since.agree.more" if now > then else "since.agree.less")


def level_moved(shift: FactorShift, old: Assessment, new: Assessment) -> Iterator[str]:
    """What became of the level that was chosen."""
    then, now = shift.level_then, shift.level_now
    if not then and not now:
        return
    words = {
        "then": level_name(old, then) if then else "",
        "now": level_name(new, now) if now else "",
    }
    if NO_AGREED_LEVEL in {then, now}:
        whose = "one." if old.one_view or new.one_view else ""
        yield say(f"since.level.{whose}{_of_no_agreement(then, now)}", **words)
    elif then and now:
        yield say("since.level.same" if then == now else "since.level.moved", **words)
    else:
        yield say("since.level.gone" if then else "since.level.first", **words)


def _of_no_agreement(then: str | None, now: str | None) -> str:
    """What happened where people did not agree on a level in one of the rounds, or in both."""
    if then == now:
        return "still-open"
    if then == NO_AGREED_LEVEL:
        return "agreed" if now else "gone-not-agreed"
    return "not-agreed" if then else "first-not-agreed"
