"""How pieces of a file are quoted in messages: short, on one line, with nothing hidden in them."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LONGEST_QUOTE = 60

# Control characters could drive a terminal, marks of direction could turn a line around.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufffe\uffff]"
)


def code_point(character: str) -> str:
    """The name of a character that cannot be shown, like U+0007."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """A piece of a file, safe to show: hidden characters by name, about 60 characters."""
    short = text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
    one_line = re.sub(r"\r\n|\r|\n", " ", short)
    return _HIDDEN.sub(lambda found: code_point(found.group()), one_line)


def quoted(text: str) -> str:
    """A piece of a file between double quotes, safe to show."""
    return f'"{shown(text)}"'


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that somebody most likely meant, or ''."""
    by_lower_case = {name.lower(): name for name in known}
    found = difflib.get_close_matches(word.lower()[:LONGEST_QUOTE], by_lower_case, n=1, cutoff=0.6)
    return by_lower_case[found[0]] if found else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question such as 'Did you mean "title"?', or '' where nothing known comes near."""
    meant = nearest(word, known)
    return f"Did you mean {quoted(meant)}?" if meant else ""
