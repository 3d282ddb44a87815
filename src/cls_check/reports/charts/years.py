"""Years: the typical answer of one factor, round by round, from left to right.

Between two rounds a line says no more than the words: thick for a clear shift, dashed for a
possible one, thin where there is no clear change, and none where they cannot be compared.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cls_check.reports.charts.strips import WIDTH, Path, Strip, circle, number, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.comparison.shift import ShiftKind

HEIGHT, SIDE, EDGE, SIZE = 64, 14, 10, 4.5
LINES: dict[ShiftKind, str] = {
    "up": "shift",
    "down": "shift",
    "maybe-up": "maybe",
    "maybe-down": "maybe",
    "no-clear-change": "steady",
}


def years(
    title: str, typical: Sequence[float | None], kinds: Sequence[ShiftKind], positions: int
) -> Strip:
    """One factor over the rounds.

    Args:
        title: What the picture says, in words.
        typical: The typical answer of each round, 1 to K; None where there is none.
        kinds: How it moved to each round but the first.
        positions: How many answers the scale has.
    """
    places = [_place(number_, len(typical)) for number_ in range(len(typical))]
    points = [
        None if answer is None else (x, _height(answer, positions))
        for x, answer in zip(places, typical, strict=True)
    ]
    paths = [_levels(positions)]
    for (old, new), kind in zip(pairwise(points), kinds, strict=True):
        if old and new and kind in LINES:
            paths.append(_line(old, new, LINES[kind]))
    paths += [Path("now", circle(x, y, SIZE)) for x, y in filter(None, points)]
    return strip(title, (0, 0, WIDTH, HEIGHT), paths)


def _place(number_: int, rounds: int) -> float:
    if rounds == 1:
        return WIDTH / 2
    return SIDE + (WIDTH - 2 * SIDE) * number_ / (rounds - 1)


def _height(answer: float, positions: int) -> float:
    """Up is the highest answer."""
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (answer - 1) / (positions - 1)


def _levels(positions: int) -> Path:
    """One level line for each answer."""
    heights = (_height(answer, positions) for answer in range(1, positions + 1))
    return Path("grid", "".join(f"M0 {number(y)}H{WIDTH}" for y in heights))


def _line(old: tuple[float, float], new: tuple[float, float], paint: str) -> Path:
    (x, y), (to_x, to_y) = old, new
    return Path(paint, f"M{number(x)} {number(y)}L{number(to_x)} {number(to_y)}")
