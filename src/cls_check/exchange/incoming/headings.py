"""What a heading means: a statement, the perspective, something about the person, or neither."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.same_text import (
    as_written,
    nearest,
    plain,
    squashed,
    without_number,
)
from cls_check.exchange.incoming.sources.table import LEFT_OUT, PERSONAL, PERSONAL_LOOKS
from cls_check.exchange.incoming.vocabulary import Vocabulary, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.exchange.incoming.vocabulary import How

Role = Literal[
    "statement", "perspective", "voice", "which-statement", "answer", "count", "personal",
    "left-out", "unknown",
]  # fmt: skip
PERSPECTIVE, LEAVE_OUT = "perspective", "leave-out"
WORDS_OF_A_MAP: Mapping[str, Role] = {
    PERSPECTIVE: "perspective",
    LEAVE_OUT: "left-out",
    "voice": "voice",
    "which-statement": "which-statement",
    "answer": "answer",
    "count": "count",
}
"""What a map can say of a column beside the id of a statement."""

_PERSONAL_NAMES = PERSONAL | {
    "id", "response id", "respondent", "start time", "start date", "end date", "date", "time",
    "name", "full name", "first name", "last name", "surname", "forename", "your name", "email",
    "e mail", "email address", "e mail address", "your email", "your email address", "user name",
    "ip", "phone", "phone number", "telephone", "mobile", "address", "postcode", "post code",
    "zip code", "date of birth", "dob", "age", "language", "nhs number", "job title",
    "response number", "network id", "last name first name",
}  # fmt: skip
"""What people ask in a form of their own, beside what each program adds."""
_PERSPECTIVE_NAMES = frozenset(
    {
        "perspective", "your perspective", "perspektive", "where do you answer from today",
        "where do you answer from today tick one", "which one is most like you",
        "where do you answer from", "which place do you answer from today",
    }
)  # fmt: skip
_WHO_SOMEBODY_IS = re.compile(
    r"(my |your |the )?(role|group|position)|who|i am( a| an)?|about (you|yourself|me)|"
    r".*\b(describes? you|(who|what|which|where)\b.*\bare you|you are|your (role|group|position)|"
    r"you answer(ing)? (from|as)|about yourself|tell us about you)\b.*|"
    r"pwy (ydych chi|wyt ti)|eich (rôl|rol)|wer (sind sie|bist du)|qui êtes vous|quién (es|eres)|chi sei|"
    r"kim (jesteś|pan pani jest)|wie bent u|wie ben je"
)
"""In plain form: a heading over what people are, so that perspectives may stand under it."""
_ROLES_OF_LONG: Mapping[str, Role] = {
    "voice": "voice", "person": "voice", "participant": "voice", "respondent": "voice",
    "response": "voice", "form": "voice", "sheet": "voice", "who": "voice",
    "statement": "which-statement", "statement id": "which-statement",
    "question": "which-statement", "item": "which-statement",
    "answer": "answer", "value": "answer", "choice": "answer",
    "count": "count", "number": "count", "people": "count", "how many": "count", "n": "count",
    "number of people": "count", "votes": "count", "responses": "count",
}  # fmt: skip
_IN_BRACKETS = re.compile(r".*\[(.+?)\]\.?", re.DOTALL)
_BEFORE_A_ROW = (" - ", " \u2013 ", " > ", " | ", ": ", "? ", "/", ".", "\n")
"""What stands between a question and the row of a grid below it."""


@dataclass(frozen=True)
class Meaning:
    """What a heading is about; for a statement, which one, and by what that is known."""

    role: Role
    statement: str = ""
    how: How = "alike"


UNKNOWN = Meaning("unknown", how="unknown")


def cleaned(heading: str) -> str:
    """A heading on one line, with plain blanks in place of non-breaking ones."""
    return " ".join(unicodedata.normalize("NFKC", heading).split())


class Headings:
    """The headings that a questionnaire leads one to expect, in all of its languages."""

    def __init__(self, spoken: Sequence[Questionnaire], told: Mapping[str, str]) -> None:
        """Get to know a questionnaire, and what somebody has said of columns (`told`)."""
        self.statements = {key: each.text for key, each in spoken[0].statements()}
        self.texts = tuple((each.text, key) for one in spoken for key, each in one.statements())
        """Every statement in every language, with its id."""
        self._ids = {key.casefold(): key for key in self.statements}
        self._squashed = Words()
        self.vocabulary = Vocabulary(told)
        for one in spoken:
            for key, each in one.statements():
                self.vocabulary.words.learn(each.text, key)
        for name, key in _names(spoken[0]):
            self._squashed.learn(name, key)

    def written(self, text: str) -> str | None:
        """The statement that is written here, word for word or by its id.

        None for words that are one statement in one language and another in another.
        """
        if self.vocabulary.words.means_two(text):
            return None
        found = self.vocabulary.words.written(text)
        return found or self._ids.get(as_written(text).casefold())

    def meaning(self, heading: str) -> Meaning:
        """What a heading means; nothing here is a guess.

        The whole heading is looked at before any part of it, so that a statement which begins like
        something else is a statement.
        """
        told = self.vocabulary.told.of(heading)
        if told:
            return _as_told(told)
        if written := self.written(heading):
            return Meaning("statement", written, "written")
        if self.vocabulary.words.means_two(heading):
            return UNKNOWN  # in one language it is one statement, in another language another
        text = cleaned(heading)
        return (
            self._statement(text)
            or _by_its_kind(text)
            or self._row_of_a_question(heading)
            or self._behind_a_group(text)
            or UNKNOWN
        )

    def means_two(self, heading: str) -> bool:
        """Whether a heading is one statement in one language, and another in another."""
        return self.vocabulary.words.means_two(heading)

    def asks_who_somebody_is(self, heading: str) -> bool:
        """Whether a heading is about the person, and not about somebody else."""
        return _WHO_SOMEBODY_IS.fullmatch(plain(heading)) is not None

    def is_nearly(self, heading: str) -> bool:
        """Whether a heading is nearly that of a statement."""
        return bool(heading) and nearest(heading, (text for text, _ in self.texts)) is not None

    def of_long(self, heading: str) -> Meaning:
        """What a heading of a sheet means that has an answer or a count in each row."""
        told = self.vocabulary.told.of(heading)
        if told:
            return _as_told(told)
        text = cleaned(heading)
        role = _ROLES_OF_LONG.get(plain(text))
        return Meaning(role) if role else _by_its_kind(text) or UNKNOWN

    def statement_id(self, text: str) -> str | None:
        """The statement that a cell names by its id or its text."""
        if written := self.written(text):
            return written
        if self.vocabulary.words.means_two(text):
            return None
        found = self._statement(cleaned(text)) or self._row_of_a_question(text)
        return found.statement if found else None

    def _statement(self, text: str) -> Meaning | None:
        """The statement that a text is, but for its case, its numbering and how ids are written."""
        alike = self.vocabulary.alike(text)
        key = (
            (alike.meaning if alike else None)
            or self.vocabulary.words.alike(without_number(text))
            or self._squashed.of(squashed(text))
        )
        return Meaning("statement", key) if key else None

    def _row_of_a_question(self, text: str) -> Meaning | None:
        """The statement of a row: "How true? [Row]" of Google, "How true? - Row" of others."""
        row = _IN_BRACKETS.fullmatch(cleaned(text))
        if row and (found := self._statement(row[1])):
            return found
        for between in _BEFORE_A_ROW:
            rest = text
            while between in rest:
                rest = rest.partition(between)[2]
                key = self.written(rest) if " " in rest.strip() else None
                if key:
                    return Meaning("statement", key)
        return None

    def _behind_a_group(self, text: str) -> Meaning | None:
        """A name behind that of its group: `factor_1/cop-1` of Kobo, `factor_1-cop-1` of ODK."""
        if " " in text:
            return None  # words of people, not names
        names = (text[found.end() :] for found in re.finditer("[/-]", text))
        keys = (self._squashed.of(squashed(name)) for name in names if not name.isdigit())
        found = next(filter(None, keys), None)
        return Meaning("statement", found) if found else None


def _as_told(word: str) -> Meaning:
    role = WORDS_OF_A_MAP.get(word)
    return Meaning(role, how="told") if role else Meaning("statement", word, "told")


def _by_its_kind(text: str) -> Meaning | None:
    name = plain(text)
    if name in _PERSPECTIVE_NAMES:
        return Meaning("perspective")
    lower = text.casefold()
    if name in _PERSONAL_NAMES or any(look.fullmatch(lower) for look in PERSONAL_LOOKS):
        return Meaning("personal")
    if any(look.fullmatch(lower) for look in LEFT_OUT):
        return Meaning("left-out")
    return None


def _names(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """The ids as forms can hold them, alone or behind the id of their factor."""
    for factor_id, factor in questionnaire.factors.items():
        for key in factor.statements:
            yield squashed(key), key
            yield squashed(f"{factor_id}{key}"), key
