"""Columns: how each group's answers are spread, as a strip of columns for each group.

Numbers in, lines of an SVG out. Nothing is drawn that is not counted, and nothing is written: the
counts stand in words beside the strips.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH, HEIGHT, TALLEST = 300, 20, 19
VIEW_BOX = f"0 0 {WIDTH} {HEIGHT}"
"""The room of every strip, however many answers there are: it keeps its shape at any size."""


def strips(groups: Sequence[Sequence[int]]) -> list[str]:
    """A path for each group's counts, all to the same measure.

    A column is a line upwards in the middle of its answer. Its height, 1 to 19, is the part of
    the group that gave this answer, and the largest part of all groups is the tallest: so groups
    of different sizes can be laid side by side.

    Args:
        groups: For each group, how many gave each answer, lowest answer first.
    """
    parts = [(count, sum(counts)) for counts in groups for count in counts if count]
    largest = max(parts, key=lambda part: part[0] / part[1], default=(1, 1))
    return [_strip(counts, largest) for counts in groups]


def _strip(counts: Sequence[int], largest: tuple[int, int]) -> str:
    everyone, positions = sum(counts), len(counts)
    return "".join(
        f"M{(2 * place + 1) * WIDTH // (2 * positions)} {HEIGHT}"
        f"V{HEIGHT - _height(count, everyone, largest)}"
        for place, count in enumerate(counts)
        if count
    )


def _height(count: int, everyone: int, largest: tuple[int, int]) -> int:
    """In whole numbers, halves up, so that it is the same on every machine; never nothing."""
    part, whole = count * largest[1], everyone * largest[0]
    return max(1, (2 * TALLEST * part + whole) // (2 * whole))
