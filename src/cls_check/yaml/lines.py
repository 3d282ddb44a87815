"""Lines of a text whose line ends are LF, CR or both together, as people's editors leave them."""

from __future__ import annotations

import re

_BREAK = re.compile(r"\r\n|\r|\n")


def line_break_of(text: str) -> str:
    """How the lines of a text end: as its first one does, or with LF."""
    found = _BREAK.search(text)
    return found.group() if found else "\n"


def start_of_line(text: str, index: int) -> int:
    """Where the line of this character starts."""
    return max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1


def end_of_line(text: str, index: int) -> int:
    """Where the line break stands that ends the line of this character, or the text ends."""
    found = _BREAK.search(text, index)
    return found.start() if found else len(text)


def next_line(text: str, index: int) -> int:
    """Where the line after that of this character starts, or the text ends."""
    found = _BREAK.search(text, index)
    return found.end() if found else len(text)


def lines_of(text: str) -> list[str]:
    """The lines without their ends; nothing but LF, CR and both together ends one."""
    return _BREAK.split(text)
