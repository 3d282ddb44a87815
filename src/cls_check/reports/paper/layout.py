"""What fits on paper: whether answers stand in columns, and how full a circle is.

Widths are in millimetres on A4; a browser would know them, but a page has to be made without one.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.questionnaires.questionnaire import Scale

COLUMNS = {"narrow": 11, "medium": 13, "wide": 17}
"""How wide the columns of answers can be; the style has the same numbers."""
WIDEST_COLUMNS = 92
"""Of all answers together, so that there is room for the statements."""
WIDEST_OUTSIDE = 16
LONGEST_ANSWER = 32
"""In characters, at the head of a column."""

ANSWERS_BESIDE_EACH_OTHER = 3
LONGEST_BESIDE = 20
"""In characters, for an answer of the easy sheet that has others beside it."""

MOST_STATEMENTS_TOGETHER = 6
"""Of a factor; one with more may go over two pages, or most of a page could stay empty."""

SIZE = 9 * 25.4 / 72
"""The size of type at the head of a column: 9 points."""
GAP = 0.4
"""What keeps a word apart from the next column."""
NARROW_LETTERS, WIDE_LETTERS = "fijlrtI.,:;'!|()", "mwMW"
NOT_EUROPEAN = "\u0600"

RADIUS, MIDDLE = 9, 10
"""Of a circle in a picture of 20 by 20."""


def columns_for(scale: Scale) -> str:
    """The columns that the answers fit into: narrow, medium or wide; "list" where none does."""
    outside = (scale.dont_know, scale.cannot_answer)
    longest = max(map(len, (*scale.answers, *outside)))
    if longest > LONGEST_ANSWER or widest_word(outside) > WIDEST_OUTSIDE:
        return "list"
    needed = widest_word(scale.answers)
    room = WIDEST_COLUMNS / len(scale.answers)
    return next((name for name, width in COLUMNS.items() if needed <= width <= room), "list")


def beside_or_below(answers: Sequence[str]) -> str:
    """How the easy sheet's answers stand: three short ones in columns, all others in rows."""
    short = max(map(len, answers)) <= LONGEST_BESIDE and widest_word(answers) <= WIDEST_OUTSIDE
    return "columns" if short and len(answers) == ANSWERS_BESIDE_EACH_OTHER else "rows"


def widest_word(texts: Sequence[str]) -> float:
    """About how wide the widest word of these texts is at the head of a column."""
    return max(sum(map(_width, word)) * SIZE + GAP for text in texts for word in text.split())


def _width(letter: str) -> float:
    """About how wide a letter is in Arial, as a share of the size of type."""
    if letter in NARROW_LETTERS:
        return 0.28
    if letter in WIDE_LETTERS or letter > NOT_EUROPEAN:
        return 0.84
    return 0.67 if letter.isupper() else 0.56


def filled(share: float) -> str:
    """The outline of what is filled of a circle, 0 to 1 of its height, from the bottom up."""
    arc = f"A{RADIUS} {RADIUS} 0"
    if share == 0:
        return ""
    if share == 1:
        return f"M{MIDDLE} 1{arc} 1 0 {MIDDLE} 19{arc} 1 0 {MIDDLE} 1Z"
    level = RADIUS * (1 - 2 * share)  # of the surface, from the middle downwards
    half = sqrt(RADIUS**2 - level**2)
    height = f"{MIDDLE + level:.2f}"
    larger = int(share > 1 / 2)
    return f"M{MIDDLE - half:.2f} {height}{arc} {larger} 0 {MIDDLE + half:.2f} {height}Z"
