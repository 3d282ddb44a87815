"""What makes a statement hard to answer: two ideas in one, many words, words that judge people.

The lists of words are of English alone: in other languages people have to look themselves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_WORDS: Final = 16
"""In a statement; longer ones are lost by the time people get to the answers."""

# What not to say, as it may be written, and what to say in its place.
NOT_TO_SAY: Final = {
    # words that judge a place or the people in it
    r"performances?|(?:under|high)-?perform\w*": "how it is going; what we are learning",
    r"scor(?:es?|ed|ing)": "what people said",
    r"weakness(?:es)?": "needs care",
    r"failures?|fail(?:s|ed|ing)?": "did not go to plan",
    r"target(?:s|ed|ing)?": "what we hope to see",
    r"complian(?:ce|t)": "",
    r"maturity|maturing": "how far along",
    r"(?-i:RAG)": "",
    r"baselines?": "first picture",
    r"data collection|collect(?:s|ed|ing)? data": "what we ask and why",
    r"needs improvement|improvement needed": "where to put effort next",
    # words that turn people into something else
    r"stakeholders?": "partners and local people",
    r"service[ -]users?": "people with lived experience; people who draw on care and support",
    r"respondents?": "people who took part",
    r"clients?": "people",
    r"vulnerab(?:le|ility|ilities)": "people; say what makes it hard for them",
    r"hard[ -]to[ -]reach": "people we have not heard from yet",
    r"cases|case-?loads?": "people; examples",
}

_WORD: Final = re.compile(r"\w+(?:['\u2019-]\w+)*")
_JOINED: Final = re.compile(r";|\b(?:and/or|as well as|but|and)\b", re.IGNORECASE)
# An example or a list is one idea: "such as libraries and buses", "safe, legal and affordable".
_ONE_IDEA: Final = re.compile(
    r"\b(?:such as|for example|like)\b[^.;]*|\([^)]*\)|\w+(?:, \w+)+,? and \w+", re.IGNORECASE
)


class Unwelcome(NamedTuple):
    """A word that is better not said, and what could stand in its place; "" where nothing needs to."""

    word: str
    instead: str


def count_words(text: str) -> int:
    """How many words a text has; hyphens join, apostrophes belong to the word."""
    return len(_WORD.findall(text))


def joined_by(text: str) -> str:
    """What seems to join two ideas in an English statement, or ""."""
    found = _JOINED.search(_ONE_IDEA.sub("", text))
    return found[0].lower() if found else ""


def not_to_say(text: str) -> Iterator[Unwelcome]:
    """Every word of an English text that judges a place, or turns people into something else."""
    for pattern, instead in NOT_TO_SAY.items():
        whole_words = rf"(?<![\w-])(?:{pattern})(?![\w-])"
        for found in re.finditer(whole_words, text, re.IGNORECASE):
            yield Unwelcome(found[0], instead)
