"""Columns: how each group's answers are spread, as a strip of columns for each group.

Numbers in, lines of an SVG out. Nothing is drawn that is not counted, and nothing is written: the
counts stand in words beside the strips.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 300
HEIGHTS = {4: 36, 5: 28}
"""How high the strips of so many groups are: the fewer there are, the more room each has."""
LEAST_HEIGHT = 20


@dataclass(frozen=True)
class Strips:
    """A path for each group, and the room that each of them needs."""

    height: int
    paths: tuple[str, ...]

    @property
    def view_box(self) -> str:
        """The same for every strip, however many answers there are, so that it keeps its shape."""
        return f"0 0 {WIDTH} {self.height}"


def strips(groups: Sequence[Sequence[int]]) -> Strips:
    """Every group's counts as columns, all to the same measure.

    A column is a line upwards in the middle of its answer. Its height is the part of the group
    that gave this answer, and the largest part of all groups is as high as a strip but one: so
    groups of different sizes can be laid side by side.

    Args:
        groups: For each group, how many gave each answer, lowest answer first.
    """
    height = next((high for most, high in HEIGHTS.items() if len(groups) <= most), LEAST_HEIGHT)
    parts = [(count, sum(counts)) for counts in groups for count in counts if count]
    largest = max(parts, key=lambda part: part[0] / part[1], default=(1, 1))
    return Strips(height, tuple(_path(counts, largest, height) for counts in groups))


def _path(counts: Sequence[int], largest: tuple[int, int], height: int) -> str:
    everyone, positions = sum(counts), len(counts)
    return "".join(
        f"M{(2 * place + 1) * WIDTH // (2 * positions)} {height}"
        f"V{height - _up(height - 1, count * largest[1], everyone * largest[0])}"
        for place, count in enumerate(counts)
        if count
    )


def _up(most: int, part: int, whole: int) -> int:
    """So much of the most, in whole numbers with halves up: never nothing, the same everywhere."""
    return max(1, (2 * most * part + whole) // (2 * whole))
