"""What every chart here is: a strip of paths with a name, to be drawn as SVG beside words.

All geometry is computed in Python and written as text, so a template only lays it out, and the
same numbers give the same bytes. A strip shows no number more exactly than the words beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WIDTH, MARGIN = 240, 10
"""Units from side to side of a lane, and from a side to the first and last answer."""
RADIUS = 6


@dataclass(frozen=True, slots=True, eq=False)
class Path:
    """A path, and the name of the paint that the template gives it."""

    paint: str
    d: str


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """A picture.

    Without a title it is passed over by those who listen: the words beside it say as much.
    `box` is what can be seen of it. `ends` is for the names of the lowest and the highest answer
    under it, where they are not said elsewhere.
    """

    title: str
    box: str
    paths: Sequence[Path]
    ends: Sequence[str] = ()


def strip(title: str, box: Sequence[float], paths: Iterable[Path]) -> Strip:
    """A picture; `box` is what can be seen of it: left, top, width and height."""
    return Strip(title, " ".join(map(number, box)), list(paths))


def number(value: float) -> str:
    """A coordinate with one decimal at most, as short as it can be written."""
    written = f"{round(value, 1):.1f}".removesuffix(".0")
    return "0" if written == "-0" else written


def place_on(value: float, positions: int) -> int:
    """Where an answer from 1 to K stands on a lane, to the nearest unit: a tenth of an answer is more."""
    return round(MARGIN + (WIDTH - 2 * MARGIN) * (value - 1) / (positions - 1))


def grid(positions: int, height: float, y: float) -> Path:
    """The lane at `y`, and one upright line for each answer through the whole height."""
    places = (place_on(answer, positions) for answer in range(1, positions + 1))
    upright = (f"M{number(x)} 0v{number(height)}" for x in places)
    return Path("grid", f"M0 {number(y)}H{WIDTH}{''.join(upright)}")


def line(start: float, end: float, y: float, paint: str) -> Path:
    """A level line between two places."""
    return Path(paint, f"M{number(start)} {number(y)}H{number(end)}")


def circle(x: float, y: float, radius: float = RADIUS) -> str:
    """A circle as a path."""
    r, across = number(radius), number(2 * radius)
    return f"M{number(x - radius)} {number(y)}a{r} {r} 0 1 1 {across} 0a{r} {r} 0 1 1-{across} 0z"
