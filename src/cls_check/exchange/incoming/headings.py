"""What a heading means: a statement, the perspective, something about the person, or neither."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.exchange.incoming.same_text import nearest, plain, squashed, without_number
from cls_check.exchange.incoming.sources.table import LEFT_OUT, PERSONAL, PERSONAL_STARTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

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
_ROLES_OF_LONG: Mapping[str, Role] = {
    "voice": "voice", "person": "voice", "participant": "voice", "respondent": "voice",
    "response": "voice", "form": "voice", "sheet": "voice", "who": "voice",
    "statement": "which-statement", "statement id": "which-statement",
    "question": "which-statement", "item": "which-statement",
    "answer": "answer", "value": "answer", "choice": "answer",
    "count": "count", "number": "count", "people": "count", "how many": "count", "n": "count",
    "number of people": "count",
}  # fmt: skip


@dataclass(frozen=True)
class Meaning:
    """What a heading is about; for a statement, which one."""

    role: Role
    statement: str = ""


UNKNOWN = Meaning("unknown")


def cleaned(heading: str) -> str:
    """A heading on one line, with plain blanks in place of non-breaking ones."""
    return " ".join(unicodedata.normalize("NFKC", heading).split())


class Headings:
    """The headings that a questionnaire leads one to expect, in all of its languages."""

    def __init__(self, spoken: Sequence[Questionnaire], known: Mapping[str, str]) -> None:
        """Get to know a questionnaire, and what somebody has said of columns (`known`)."""
        self.statements = {key: each.text for key, each in spoken[0].statements()}
        self.known = {cleaned(heading): meaning for heading, meaning in known.items()}
        self._ids = {key.casefold(): key for key in self.statements}
        self._texts = _one_each(
            (plain(each.text), key) for q in spoken for key, each in q.statements()
        )
        self._squashed = _one_each(_names(spoken[0]))

    def meaning(self, heading: str) -> Meaning:
        """What a heading means; nothing here is a guess."""
        text = cleaned(heading)
        if text in self.known:
            return self._as_told(self.known[text])
        if text.casefold() in self._ids:
            return Meaning("statement", self._ids[text.casefold()])
        return _by_its_kind(text) or self._statement(text) or UNKNOWN

    def _as_told(self, word: str) -> Meaning:
        role = WORDS_OF_A_MAP.get(word)
        return Meaning(role) if role else Meaning("statement", word)

    def nearly(self, heading: str) -> bool:
        """Whether a heading is nearly that of a statement."""
        return bool(heading) and nearest(heading, self.statements.values()) is not None

    def of_long(self, heading: str) -> Meaning:
        """What a heading of a sheet means that has an answer or a count in each row."""
        text = cleaned(heading)
        if text in self.known:
            return self._as_told(self.known[text])
        role = _ROLES_OF_LONG.get(plain(text))
        return Meaning(role) if role else _by_its_kind(text) or UNKNOWN

    def statement_id(self, text: str) -> str | None:
        """The statement that a cell names by its id or its text."""
        found = self._ids.get(cleaned(text).casefold())
        if found:
            return found
        meant = self._statement(cleaned(text))
        return meant.statement if meant else None

    def _statement(self, text: str) -> Meaning | None:
        row = re.fullmatch(r".*\[(.+?)\]\.?", text)
        for part in (row[1], text) if row else (text,):
            key = (
                self._texts.get(plain(part))
                or self._texts.get(without_number(part))
                or self._squashed.get(squashed(part))
                or self._texts.get(plain(part).rstrip("0123456789 "))
            )
            if key:
                return Meaning("statement", key)
        return self._behind_a_group(text)

    def _behind_a_group(self, text: str) -> Meaning | None:
        """A name behind that of its group: `factor_1/cop-1` of Kobo, `factor_1-cop-1` of ODK."""
        if " " in text:
            return None  # words of people, not names
        starts = [found.end() for found in re.finditer("[/-]", text)]
        keys = (self._squashed.get(squashed(text[start:])) for start in starts)
        found = next(filter(None, keys), None)
        return Meaning("statement", found) if found else None


def _by_its_kind(text: str) -> Meaning | None:
    name = plain(text)
    if name in _PERSPECTIVE_NAMES or name.split(" ")[-1:] == ["perspective"]:
        return Meaning("perspective")
    if name in _PERSONAL_NAMES or name.startswith(PERSONAL_STARTS):
        return Meaning("personal")
    if any(pattern.fullmatch(text.casefold()) for pattern in LEFT_OUT):
        return Meaning("left-out")
    return None


def _names(questionnaire: Questionnaire) -> Iterator[tuple[str, str]]:
    """The ids as forms can hold them, alone or behind the id of their factor."""
    for factor_id, factor in questionnaire.factors.items():
        for key in factor.statements:
            yield squashed(key), key
            yield squashed(f"{factor_id}{key}"), key


def _one_each(pairs: Iterator[tuple[str, str]]) -> dict[str, str]:
    """The pairs as a map, without those that could mean two things."""
    found: dict[str, str] = {}
    twice = set()
    for name, key in pairs:
        if found.setdefault(name, key) != key:
            twice.add(name)
    return {name: key for name, key in found.items() if name and name not in twice}
