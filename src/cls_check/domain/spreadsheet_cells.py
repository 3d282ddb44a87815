"""Words in a cell of a CSV file that no spreadsheet takes for a formula."""

from __future__ import annotations

from typing import Final

_FORMULA: Final = tuple("=+-@\t\r|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05")
"""Signs that a formula, a command or a link to another program begins with, and their wide forms."""


def as_text(words: str) -> str:
    """The words as a spreadsheet shows them: before a sign of a formula comes a quote."""
    return f"'{words}" if words.startswith(_FORMULA) else words
