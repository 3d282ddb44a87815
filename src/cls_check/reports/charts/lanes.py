"""Lane dots: one lane from the lowest to the highest answer, one mark for each perspective.

Shape and colour say the same, so neither is needed to tell the marks apart. Marks that would
cover each other stand above one another.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cls_check.reports.charts.strips import (
    RADIUS,
    WIDTH,
    Path,
    Strip,
    circle,
    grid,
    line,
    number,
    place_on,
    strip,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LEAST_HEIGHT = 26
LEVEL = 2 * RADIUS + 2
"""How far apart marks stand that would cover each other."""
BELOW = 6
"""The room below the marks for the line of everyone's likely range."""
COLOURS = 4


def _polygon(*corners: tuple[float, float]) -> str:
    """A shape of so many corners around 0, as moves from one corner to the next."""
    moves = [(x - a, y - b) for (a, b), (x, y) in pairwise(corners)]
    steps = "".join(f"l{number(x)} {number(y)}" for x, y in moves)
    return f"{{x}} {{y}}m{number(corners[0][0])} {number(corners[0][1])}{steps}z"


_POLYGONS = (
    _polygon((-5.3, -5.3), (5.3, -5.3), (5.3, 5.3), (-5.3, 5.3)),
    _polygon((0, -6.6), (6.6, 5), (-6.6, 5)),
    _polygon((0, -7.4), (7.4, 0), (0, 7.4), (-7.4, 0)),
    _polygon((-6.6, -5), (6.6, -5), (0, 6.6)),
    _polygon((-2.2, -6.4), (2.2, -6.4), (2.2, -2.2), (6.4, -2.2), (6.4, 2.2), (2.2, 2.2),
             (2.2, 6.4), (-2.2, 6.4), (-2.2, 2.2), (-6.4, 2.2), (-6.4, -2.2), (-2.2, -2.2)),
)  # fmt: skip
SHAPES = 1 + len(_POLYGONS)
JOINED = -1
"""The series of perspectives that are joined: hollow, and of no colour of its own."""


def mark(series: int, x: float, y: float) -> Path:
    """The mark of a perspective by its place in the list: circle, square, triangle, diamond, ..."""
    if series == JOINED:
        return Path("joined", circle(x, y, RADIUS - 1))
    paint = f"series-{series % COLOURS + 1}"
    shape = series % SHAPES
    if not shape:
        return Path(paint, circle(x, y))
    return Path(paint, "M" + _POLYGONS[shape - 1].format(x=number(x), y=number(y)))


def sample(series: int) -> Strip:
    """One mark alone, for the key."""
    return strip("", (0, 0, 16, 16), [mark(series, 8, 8)])


def range_sample() -> Strip:
    """The quiet line of a likely range alone, for the key."""
    return strip("", (0, 0, 16, 16), [line(0, 16, 8, "range")])


def lane(
    title: str,
    typical: Mapping[int, float],
    positions: int,
    likely: tuple[float, float] | None = None,
) -> Strip:
    """One lane: the typical answer of each series that may be shown, 1 to K; everyone's likely range."""
    places = {series: place_on(answer, positions) for series, answer in typical.items()}
    levels = _levels(list(places.values()))
    height = LEAST_HEIGHT + LEVEL * (max(levels, default=0) - min(levels, default=0))
    middle = LEAST_HEIGHT / 2 - LEVEL * min(levels, default=0)
    height += BELOW if likely else 0
    paths = [grid(positions, height, middle)]
    if likely:
        start, end = (place_on(end, positions) for end in likely)
        paths.append(line(start, end, height - BELOW / 2, "range"))
    if len(places) > 1:
        paths.append(line(min(places.values()), max(places.values()), middle, "spread"))
    paths += [
        mark(series, x, middle + LEVEL * level)
        for (series, x), level in zip(places.items(), levels, strict=True)
    ]
    return strip(title, (0, 0, WIDTH, height), paths)


def _levels(places: Sequence[float]) -> list[int]:
    """How many levels from the middle each mark stands so that none covers another."""
    taken: list[tuple[float, int]] = []
    for x in places:
        near = {level for other, level in taken if abs(other - x) < LEVEL}
        free = (level for far in range(len(places)) for level in (-far, far))
        taken.append((x, next(level for level in free if level not in near)))
    return [level for _, level in taken]
