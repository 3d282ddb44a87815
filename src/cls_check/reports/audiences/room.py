"""How much room a text takes on the one page of the summary, before anything is laid out.

The estimates are on the safe side: a page that a browser would fill is taken for full earlier.
"""

from __future__ import annotations

import unicodedata
from math import ceil
from typing import TYPE_CHECKING

from cls_check.reports.model.shown import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WIDEST, WIDE, LARGE = 2.4, 1.6, 1.4
"""How many usual letters wide some signs are: an M or one of East Asia, an m, other capitals."""
OF_THE_WIDEST, OF_THE_WIDE = frozenset("MW@%—…"), frozenset("mw&")


def clipped(words: str, longest: int) -> str:
    """A text cut after a whole word, with dots, where it takes the room of more letters than that."""
    whole = visible(words)
    if room(whole) <= longest:
        return whole
    kept = _beginning(whole, longest - 1)
    word_end = kept.rfind(" ")
    return f"{kept[:word_end] if word_end > len(kept) // 2 else kept}…"


def _beginning(whole: str, longest: float) -> str:
    taken = 0.0
    for place, sign in enumerate(whole):
        taken += room(sign)
        if taken > longest:
            return whole[:place]
    return whole


def room(words: str) -> float:
    """How many usual letters a text is wide."""
    return sum(map(_width, words))


def _width(sign: str) -> float:
    if sign in OF_THE_WIDEST or unicodedata.east_asian_width(sign) in "WF":
        return WIDEST
    if sign in OF_THE_WIDE:
        return WIDE
    return LARGE if sign.isupper() else 1.0


def lines(words: str, across: int) -> int:
    """In how many lines a text stands where so many letters fit into one."""
    return max(1, ceil(room(words) / across))


def fitting(heights: Iterable[int], most: int) -> int:
    """How many of them, from the first on, fit into so many lines."""
    return sum(1 for total in _running(heights) if total <= most)


def _running(heights: Iterable[int]) -> Iterator[int]:
    total = 0
    for height in heights:
        total += height
        yield total
