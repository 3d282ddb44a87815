"""How far one group's answers to a factor moved between two rounds, and whether that is clear."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.counts.statistics import superiority
from cls_check.domain.findings.chance import rank_sum_error
from cls_check.domain.findings.measures import Scale, at_least, mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.counts.tally import Tally

ShiftKind = Literal["up", "down", "maybe-up", "maybe-down", "no-clear-change", "not-comparable"]
Why = Literal[
    "",
    "other-place",
    "same-round",
    "one-view",
    "other-scale",
    "nothing-shared",
    "new",
    "retired",
    "too-few",
]
"""Why answers cannot be compared; empty where they can."""

CLEAR, POSSIBLE = 1.96, 1.64
SMALLEST_CLEAR_DISTANCE = 0.5
FEWEST_TO_COMPARE = 8


@dataclass(frozen=True)
class Shift:
    """How one group's answers to a factor differ: new minus old.

    `delta` runs from -1 (every new answer lower) to 1 (every new answer higher); beyond
    `threshold` it is more than chance. `then` and `now` are typical answers, 1 to K.
    """

    kind: ShiftKind
    delta: float | None = None
    threshold: float | None = None
    then: float | None = None
    now: float | None = None
    why: Why = ""


def not_comparable(why: Why) -> Shift:
    """No claim at all, and the reason."""
    return Shift("not-comparable", why=why)


def delta_of(then: Tally, now: Tally) -> float | None:
    """2 PS - 1 for two tallies, from -1 to 1; None where one of them has no answers."""
    above = superiority(then.counts, now.counts)
    return None if above is None else 2 * above - 1


def judged(pairs: Sequence[tuple[Tally, Tally]], positions: int) -> Shift:
    """What the difference over a factor's statements comes to; each pair has answers on both sides.

    Under no change, delta varies around 0 with a variance of (n1 + n2 + 1) / (3 n1 n2), that of
    the rank-sum statistic (H. Mann and D. Whitney, 1947) on delta's scale.
    """
    delta = mean([d for then, now in pairs if (d := delta_of(then, now)) is not None])
    then = mean([t for tally, _ in pairs if (t := tally.typical_answer) is not None])
    now = mean([t for _, tally in pairs if (t := tally.typical_answer) is not None])
    n_old, n_new = min(t.n for t, _ in pairs), min(t.n for _, t in pairs)
    spread = rank_sum_error(n_old, n_new)
    far = at_least(abs(now - then), Scale(positions).distance(SMALLEST_CLEAR_DISTANCE))
    worth_naming = far and min(n_old, n_new) >= FEWEST_TO_COMPARE and delta * (now - then) > 0
    kind: ShiftKind = "no-clear-change"
    if worth_naming and abs(delta) >= CLEAR * spread:
        kind = "up" if delta > 0 else "down"
    elif worth_naming and abs(delta) >= POSSIBLE * spread:
        kind = "maybe-up" if delta > 0 else "maybe-down"
    return Shift(kind, delta, CLEAR * spread, then, now)
