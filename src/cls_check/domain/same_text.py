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
_NO_MATTER = ("P", "Z", "C")
"""Punctuation, blanks and what cannot be seen, as Unicode calls them."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0e\ufe0f\ufeff]")

_NOT = frozenset((
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "cannot",
    "cant", "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "wouldnt",
    "shouldnt", "havent", "hasnt", "hadnt", "ddim", "dim", "nid", "nad", "ni", "nicht",
    "nichts", "kein", "keine", "keinen", "nie", "niemand", "ohne", "ne", "pas", "jamais",
    "aucun", "rien", "sans", "non", "nunca", "nadie", "nada", "sin", "mai", "niente", "senza",
    "niet", "geen", "nooit", "bez", "żaden", "nem", "nu", "fără", "ikke", "inte", "ej", "ei",
))  # fmt: skip
_OPPOSITES = (
    ("more", "less"), ("most", "least"), ("high", "low"), ("higher", "lower"), ("good", "bad"),
    ("better", "worse"), ("best", "worst"), ("always", "seldom"), ("many", "few"), ("all", "some"),
    ("often", "rarely"), ("strong", "weak"), ("easy", "hard"), ("before", "after"), ("yes", "no"),
    ("very", "rather"), ("very", "partly"), ("mostly", "partly"),
)  # fmt: skip
_TURNS = ("un", "dis", "in", "im", "il", "ir", "non", "mis")
"""What turns a word round at its beginning: unlikely, disagree, inactive."""


def as_written(text: str) -> str:
    """The same words and signs, whatever blanks, line breaks and unseen marks stand between them."""
    return " ".join(_UNSEEN.sub("", unicodedata.normalize("NFC", text)).split())


def folded(text: str) -> str:
    """The text without what case and the width of letters are; every sign stays."""
    return " ".join(unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).casefold().split())


def plain(text: str) -> str:
    """The text without what does not matter: case, width of letters, punctuation, blanks.

    Unicode's compatibility form (NFKC) also turns non-breaking spaces into spaces.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    return _NO_LETTER.sub(" ", text.replace("'", "").replace("\u2019", "")).strip()


def without_number(text: str) -> str:
    """The text without the number of a question before it: "3. Yes", "Q3) Yes", "3.2 Yes"."""
    text = unicodedata.normalize("NFKC", text).casefold()
    return plain(_NUMBERING.sub("", text))


def squashed(text: str) -> str:
    """Letters and digits alone, so that `cop-1`, `cop_1` and `COP1` are one."""
    return plain(text).replace(" ", "")


def without_signs(text: str) -> str:
    """Equal for words that differ in capital letters, punctuation and blanks alone.

    Unlike `squashed`, it keeps symbols and the marks on letters: nothing that could be a word.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    return "".join(each for each in text if not unicodedata.category(each).startswith(_NO_MATTER))


def are_opposite(one: str, other: str) -> bool:
    """Whether one text may turn the other round: a *not*, *un-* or *less* stands in one of them."""
    ours, theirs = plain(one).split(), plain(other).split()
    if sum(word in _NOT for word in ours) != sum(word in _NOT for word in theirs):
        return True
    mine, yours = set(ours) - set(theirs), set(theirs) - set(ours)
    return _turned(mine, yours) or _turned(yours, mine)


def _turned(some: set[str], others: set[str]) -> bool:
    beginnings = {f"{start}{word}" for word in others for start in _TURNS}
    if some & beginnings:
        return True
    return any(a in some and b in others for a, b in _OPPOSITES)


def nearest(text: str, known: Iterable[str], likeness: float = LIKENESS) -> str | None:
    """The known text most like this one, if it is alike enough to be asked about.

    Never one that may mean the opposite.
    """
    wanted = plain(text[: LONGEST_COMPARED + 1])
    if not wanted or len(wanted) > LONGEST_COMPARED:
        return None
    matcher = SequenceMatcher(None, "", wanted, autojunk=False)
    best, most = None, likeness
    for one in known:
        matcher.set_seq1(plain(one))
        if matcher.real_quick_ratio() >= most and matcher.quick_ratio() >= most:
            ratio = matcher.ratio()
            if (ratio > most or (best is None and ratio >= most)) and not are_opposite(text, one):
                best, most = one, ratio
    return best
