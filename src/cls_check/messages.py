"""How pieces of a file are quoted in messages: short, on one line, with nothing hidden in them.

And how a path is typed behind a command that a message gives.
"""

from __future__ import annotations

import difflib
import os
import re
import shlex
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

LONGEST_QUOTE = 60
MOST_LISTED = 25
MOST_COMPARED = 100
LIKENESS = 0.7
"""How alike two words must be, 0 to 1, for one to be taken for the other misspelt."""

# Control characters could drive a terminal, marks of direction could turn a line around, and
# letters without a shape could make two names look the same.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


def code_point(character: str) -> str:
    """The name of a character that cannot be shown, like U+0007."""
    return f"U+{ord(character):04X}"


def shown(text: str) -> str:
    """A piece of a file, safe to show: hidden characters by name, about 60 characters."""
    return one_line(
        text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1].rstrip() + "…"
    )


def one_line(text: str) -> str:
    """A sentence that has pieces of a file in it, on one line and safe to show."""
    joined = re.sub(r"\r\n|\r|\n", " ", text)
    return _HIDDEN.sub(lambda found: code_point(found.group()), joined)


def quoted(text: str) -> str:
    """A piece of a file between double quotes, safe to show."""
    return f'"{shown(text)}"'


def listed(names: Collection[str]) -> str:
    """Names with commas between them; of very many, the first."""
    more = len(names) - MOST_LISTED
    first = ", ".join(shown(name) for name in islice(names, MOST_LISTED))
    return f"{first} and {more:,} more" if more > 0 else first


def nearest(word: str, known: Collection[str]) -> str:
    """The known word that somebody most likely meant, or ''; of very many none is guessed."""
    if len(known) > MOST_COMPARED:
        return ""
    by_lower_case = {name.lower(): name for name in known}
    short = word.lower()[:LONGEST_QUOTE]
    found = difflib.get_close_matches(short, by_lower_case, n=1, cutoff=LIKENESS)
    return by_lower_case[found[0]] if found else ""


def did_you_mean(word: str, known: Collection[str]) -> str:
    """A question such as 'Did you mean "title"?', or '' where nothing known comes near."""
    meant = nearest(word, known)
    return f"Did you mean {quoted(meant)}?" if meant else ""


def as_typed(path: Path | str) -> str:
    """A path as it is typed behind a command: quoted where a shell would take it apart."""
    text = str(path)
    if text.startswith("-"):
        text = os.path.join(os.curdir, text)  # noqa: PTH118 - Path would drop the dot again
    if os.name == "nt":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)
