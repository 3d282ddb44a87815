"""Dumbbells: where the typical answer was, hollow, and where it is now, filled.

The line between them says no more than the words: thick for a clear shift, dashed for a possible
one, none where there is no clear change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.charts.strips import (
    RADIUS,
    WIDTH,
    Path,
    Strip,
    circle,
    grid,
    line,
    place_on,
    strip,
)

if TYPE_CHECKING:
    from cls_check.domain.comparison.shift import ShiftKind

HEIGHT = 22
OUTER, INNER = RADIUS + 1, RADIUS - 1
"""The filled circle stands inside the hollow one where nothing moved."""
LINES: dict[ShiftKind, str] = {
    "up": "shift",
    "down": "shift",
    "maybe-up": "maybe",
    "maybe-down": "maybe",
}


def dumbbell(title: str, then: float, now: float, kind: ShiftKind, positions: int) -> Strip:
    """One factor then and now, each a typical answer from 1 to K."""
    y = HEIGHT / 2
    before, after = place_on(then, positions), place_on(now, positions)
    paths = [grid(positions, HEIGHT, y)]
    if kind in LINES and abs(after - before) > OUTER + INNER:
        towards = 1 if after > before else -1
        paths.append(line(before + towards * OUTER, after, y, LINES[kind]))
    paths += [then_mark(before, y), now_mark(after, y)]
    return strip(title, (0, 0, WIDTH, HEIGHT), paths)


def then_mark(x: float, y: float) -> Path:
    """The hollow circle of the round before."""
    return Path("then", circle(x, y, OUTER))


def now_mark(x: float, y: float) -> Path:
    """The filled circle of this round."""
    return Path("now", circle(x, y, INNER))


def sample(*, now: bool) -> Strip:
    """One of the two circles alone, for the key."""
    return strip("", (0, 0, 16, 16), [now_mark(8, 8) if now else then_mark(8, 8)])
