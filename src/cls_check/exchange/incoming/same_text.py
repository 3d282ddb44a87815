"""When two texts are the same to a person, though a form or Excel has changed them a little."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

LIKENESS = 0.6
"""How alike two texts must be, 0 to 1, before one is suggested for the other."""

LONGEST_COMPARED = 300
"""In letters; to compare takes the square of it, and no statement is longer."""

_NUMBERING = re.compile(r"^\s*(?:[a-z]{0,2}\d+(?:\.\d+)*[.):\s-]\s*)+(?=\S)")
_NO_LETTER = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The text without what does not matter: case, width of letters, punctuation, blanks.

    Unicode's compatibility form (NFKC) also turns non-breaking spaces into spaces.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NO_LETTER.sub(" ", folded.replace("'", "").replace("\u2019", "")).strip()


def without_number(text: str) -> str:
    """The text without the number of a question before it: "3. Yes", "Q3) Yes", "3.2 Yes"."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return plain(_NUMBERING.sub("", folded))


def squashed(text: str) -> str:
    """Letters and digits alone, so that `cop-1`, `cop_1` and `COP1` are one."""
    return plain(text).replace(" ", "")


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known text most like this one, if it is alike enough to be suggested."""
    wanted = plain(text[: LONGEST_COMPARED + 1])
    if len(wanted) > LONGEST_COMPARED:
        return None
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    best, most = None, LIKENESS
    for one in known:
        matcher.set_seq1(plain(one))
        if matcher.real_quick_ratio() >= most and matcher.quick_ratio() >= most:
            ratio = matcher.ratio()
            if ratio > most or (best is None and ratio >= most):
                best, most = one, ratio
    return best
