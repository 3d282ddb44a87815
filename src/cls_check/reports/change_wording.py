"""What two rounds say about each other, in words that claim no more than the numbers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.reports.wording import level_name, one_decimal, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessment import Assessment
    from cls_check.domain.comparison import FactorChange

AGREEMENT_MOVED = 0.3
"""From which difference in agreement (-1 to 1) on the report says so."""


def shift_sentences(change: FactorChange, *, together: bool = False) -> Iterator[str]:
    """What can be said of a factor since last time, for everyone.

    `together` is for a sentence that stands after those of single perspectives.
    """
    shift, own = change.everyone.shift, change.everyone
    if shift == "not-comparable":
        yield say(f"since.why.{own.why}")
    elif own.then is None or own.now is None:
        yield say("since.withheld")
    else:
        key = f"since.together.{shift}" if together else f"since.{shift}"
        yield say(key, then=one_decimal(own.then), now=one_decimal(own.now))
    if shift in {"down", "maybe-down"} and change.evidence_added:
        yield say("since.learned")


def agreement_moved(change: FactorChange) -> Iterator[str]:
    """Whether people's answers came closer together, or moved apart."""
    then, now = change.agreement_then, change.agreement_now
    if change.everyone.shift == "not-comparable" or then is None or now is None:
        return
    if round(abs(now - then) - AGREEMENT_MOVED, 9) >= 0:
        yield say("since.agree.more" if now > then else "since.agree.less")


def level_moved(change: FactorChange, old: Assessment, new: Assessment) -> Iterator[str]:
    """What became of the level that was chosen."""
    then, now = change.level_then, change.level_now
    words = {
        "then": level_name(old, then) if then else "",
        "now": level_name(new, now) if now else "",
    }
    if then == now == NO_AGREED_LEVEL:
        yield say("since.level.still-open")
    elif then and now:
        yield say("since.level.same" if then == now else "since.level.moved", **words)
    elif then or now:
        yield say("since.level.gone" if then else "since.level.first", **words)
