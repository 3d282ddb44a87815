"""Blocks: a column for each answer, and one block for each person who gave it.

A column is one line in dashes, a dash for each person: the browser counts the blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.charts.strips import Path, Strip, number, strip

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 10
"""From how many answers on there is a picture; below it, words are enough and less telling."""
TALLEST = 30
"""How many blocks stand above one another before nobody could count them."""
ACROSS, BLOCK, GAP = 100, 3, 1


def can_be_drawn(counts: Sequence[int]) -> bool:
    """Whether a picture says more than words, and a block can be one person."""
    return sum(counts) >= FEWEST and max(counts) <= TALLEST


def blocks(title: str, counts: Sequence[int]) -> Strip:
    """Columns from the lowest answer to the highest; those of the upper answers are darker."""
    upper = len(counts) // 2
    lower = len(counts) - upper
    paths = [
        _columns(counts[:lower], 0, len(counts), "lower"),
        _columns(counts[lower:], lower, len(counts), "upper"),
        Path("floor", f"M0 .5H{ACROSS}"),
    ]
    tallest = max(counts) * (BLOCK + GAP)
    box = (0, -tallest, ACROSS, tallest + 1)
    return strip(title, box, [path for path in paths if path.d])


def _columns(counts: Sequence[int], first: int, columns: int, paint: str) -> Path:
    """The columns of some answers as one path, each from the floor at 0 up."""
    across = ACROSS / columns
    middles = (across * (first + place + 0.5) for place in range(len(counts)))
    paint = paint if columns <= 5 else f"{paint}-narrow"
    return Path(
        paint,
        "".join(
            f"M{number(x)}-{GAP}v-{number(count * (BLOCK + GAP) - GAP)}"
            for x, count in zip(middles, counts, strict=True)
            if count
        ),
    )
