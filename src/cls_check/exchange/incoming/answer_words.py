"""What a cell says: an answer on the scale, one of the two beside it, a perspective, or nothing.

Each vocabulary is a dict that learns: a text is worked out once, and looked up from then on. Ten
thousand people give the same few texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cls_check.exchange.incoming.same_text import nearest, plain, without_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

BLANK, UNREADABLE = "", "?"
DONT_KNOW, CANNOT_ANSWER = "dont-know", "cannot-answer"

MOST_GUESSED = 200
"""Texts; a column with more that are not known is no scale, and no list of perspectives."""

_DONT_KNOW = ("dont know", "dk", "i dont know", "do not know", "i do not know", "weiß nicht")
_CANNOT_ANSWER = (
    "na", "n a", "not applicable", "cannot answer", "i cannot answer", "cant answer",
    "not something i can answer", "not my place to say", "cannot say",
)  # fmt: skip
_NUMBER: Final = re.compile(r"([0-9]{1,2})(?:\.0+)?")
_NUMBER_AND_WORDS: Final = re.compile(r"\(?([0-9]{1,2})\s*[-\u2013\u2014.:=)]\s*(.*\S)")
_WORDS_AND_NUMBER: Final = re.compile(r"(.*\S)\s*\(([0-9]{1,2})\)")
_LOST_LETTER: Final = re.compile(r"[^\W\d_]\?[^\W\d_]|\ufffd")


def lost_a_letter(text: str) -> bool:
    """Whether a `?` stands inside a word, as Excel leaves it for a letter it has no place for."""
    return "://" not in text and bool(_LOST_LETTER.search(text))


class Answers(dict[str, str]):
    """Every text that stood in a cell, with its answer: "1" to the top, a word, or UNREADABLE."""

    def __init__(
        self,
        spoken: Sequence[Questionnaire],
        known: Mapping[str, str],
        *,
        not_asked: Sequence[str] = (),
        codes: Sequence[re.Pattern[str]] = (),
    ) -> None:
        """Get to know the words of a questionnaire in all of its languages.

        Args:
            spoken: The questionnaire, once in each of its languages.
            known: Texts that somebody has said the meaning of.
            not_asked: What a program writes for a statement that was not put to a person.
            codes: How a program writes the number of an answer, such as A1 to A5.
        """
        super().__init__({"": BLANK})
        self.positions = len(spoken[0].scale.answers) if spoken[0].scale else 0
        self.labels: dict[str, str] = {}
        self.hints: dict[str, str] = {}
        self.codes = codes
        self._learn(_DONT_KNOW, DONT_KNOW)
        self._learn(_CANNOT_ANSWER, CANNOT_ANSWER)
        self._learn(not_asked, BLANK)
        for one in spoken:
            if one.scale:
                self._learn([one.scale.dont_know], DONT_KNOW)
                self._learn([one.scale.cannot_answer], CANNOT_ANSWER)
                for number, text in enumerate(one.scale.answers, start=1):
                    self._learn([text], str(number))
        for text, answer in known.items():
            self._learn([text], answer)

    def _learn(self, texts: Sequence[str], answer: str) -> None:
        self.labels |= {plain(text): answer for text in texts}

    def __missing__(self, cell: str) -> str:
        """Work a text out that has not been seen before."""
        found = self._meaning(cell)
        self[cell] = found
        return found

    def _meaning(self, cell: str) -> str:
        text = cell.strip().removesuffix(";").strip()  # Microsoft Forms ends a list of one so
        if not text:
            return BLANK
        number = _NUMBER.fullmatch(text)
        if number:
            return self._on_scale(number[1])
        for pattern in self.codes:
            if code := pattern.fullmatch(text):
                return self._on_scale(code[1])
        found = self.labels.get(plain(text))
        return found if found is not None else self._both(text) or UNREADABLE

    def _on_scale(self, digits: str) -> str:
        number = int(digits)
        return str(number) if 1 <= number <= self.positions else UNREADABLE

    def _both(self, text: str) -> str | None:
        """A number and a label together, where they say the same."""
        before, behind = _NUMBER_AND_WORDS.fullmatch(text), _WORDS_AND_NUMBER.fullmatch(text)
        number, words = (before[1], before[2]) if before else ("", "")
        if behind:
            words, number = behind[1], behind[2]
        meant = self.labels.get(plain(words)) if words else None
        return meant if meant and meant == self._on_scale(number) else None

    def hint(self, cell: str) -> str:
        """What somebody may have meant; never taken without being asked for."""
        if cell not in self.hints and len(self.hints) < MOST_GUESSED:
            self.hints[cell] = self.labels.get(nearest(cell, self.labels) or "", "")
        return self.hints.get(cell, "")


class Perspectives(dict[str, str]):
    """Every text that stood in a cell, with the perspective that it names, or UNREADABLE."""

    def __init__(self, spoken: Sequence[Questionnaire], known: Mapping[str, str]) -> None:
        """Get to know the perspectives of a questionnaire in all of its languages."""
        super().__init__({"": BLANK})
        self.labels: dict[str, str] = {}
        self.guessed: dict[str, str] = {}
        for one in spoken:
            for key, perspective in one.perspectives.items():
                for text in (key, perspective.name, perspective.choose):
                    if text:
                        self.labels[plain(text)] = key
        self.labels |= {plain(text): key for text, key in known.items()}

    def __missing__(self, cell: str) -> str:
        """Work a text out that has not been seen before; one that is nearly known is a guess."""
        found = self.exactly(cell)
        if found == UNREADABLE and len(self) < MOST_GUESSED:
            meant = nearest(cell, self.labels)
            if meant:
                found = self.guessed[cell] = self.labels[meant]
        self[cell] = found
        return found

    def exactly(self, cell: str) -> str:
        """The perspective that a text names word for word."""
        text = plain(cell)
        if not text:
            return BLANK
        return self.labels.get(text) or self.labels.get(without_number(cell)) or UNREADABLE
