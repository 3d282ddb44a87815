"""What a cell says: an answer on the scale, one of the two beside it, a perspective, or nothing.

Each vocabulary is a dict that learns: a text is worked out once, and looked up from then on. Ten
thousand people give the same few texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cls_check.domain.same_text import folded, nearest, plain, without_number
from cls_check.exchange.incoming.vocabulary import Found, How, Vocabulary, Words
from cls_check.exchange.scale_numbers import OWN_CODE, Numbers, number_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

BLANK, UNREADABLE = "", "?"
DONT_KNOW, CANNOT_ANSWER = "dont-know", "cannot-answer"
NO_ANSWER = "no-answer"
"""What a map says of a text that stands for an empty cell."""

MOST_GUESSED = 200
"""Texts; a column with more that are not known is no scale, and no list of perspectives."""

_USUAL: Final = {
    "NA": BLANK,  # how R writes an empty cell; "n/a" is what people write
    "<NA>": BLANK,
    "NaN": BLANK,
    **dict.fromkeys(("dont-know", "don't know", "dk", "i don't know", "do not know",
                     "i do not know", "weiß nicht"), DONT_KNOW),
    **dict.fromkeys(("cannot-answer", "n/a", "not applicable", "i cannot answer", "can't answer",
                     "not something i can answer", "not my place to say", "cannot say"),
                    CANNOT_ANSWER),
}  # fmt: skip
"""What programs and people everywhere write, where the questionnaire has no such words itself."""

_PERHAPS: Final = {
    **dict.fromkeys(("not sure", "unsure", "i am not sure", "im not sure", "not certain", "no idea",
                     "no opinion", "unknown", "hard to say", "dunno", "dont know not sure",
                     "keine ahnung", "je ne sais pas", "no se", "non lo so", "weet niet",
                     "nie wiem", "ddim yn gwybod", "ddim yn siwr"), DONT_KNOW),
    **dict.fromkeys(("prefer not to say", "rather not say", "does not apply", "no answer",
                     "not relevant", "ddim yn berthnasol"), CANNOT_ANSWER),
}  # fmt: skip
"""In plain form: what is like one of the two beside the scale, and is asked about."""

_NUMBER_AND_WORDS: Final = re.compile(
    r"[\[(]?([a-z]{0,2}?)([0-9]{1,2})[\])]?\s*[-\u2013\u2014.:=)]?\s+(.*\S)", re.IGNORECASE
)
_NUMBER_CLOSE_TO_WORDS: Final = re.compile(
    r"[\[(]?([a-z]{0,2}?)([0-9]{1,2})\s*[\])\-\u2013\u2014.:=]\s*(.*\S)", re.IGNORECASE
)
_WORDS_AND_NUMBER: Final = re.compile(
    r"(.*\S)\s*(?:[-\u2013\u2014:=]\s*|\s)[\[(]?([0-9]{1,2})[\])]?|(.*\S)[\[(]([0-9]{1,2})[\])]"
)
_LOST_LETTER: Final = re.compile(r"[^\W\d_]\?[^\W\d_]|\ufffd")


def lost_a_letter(text: str) -> bool:
    """Whether a `?` stands inside a word, as Excel leaves it for a letter it has no place for."""
    return "://" not in text and bool(_LOST_LETTER.search(text))


class Cells(dict[str, str]):
    """Every text that stood in a cell, with its meaning; how it was understood is kept beside."""

    def __init__(self) -> None:
        """Know the empty cell alone."""
        super().__init__({"": BLANK})
        self.how: dict[str, How] = {}
        self.guessed: dict[str, str] = {}
        """What a text may mean that could not be read; never taken without being asked for."""

    def __missing__(self, cell: str) -> str:
        """Work a text out that has not been seen before."""
        found = self._found(cell)
        if found is None:
            self[cell] = UNREADABLE
            return UNREADABLE
        meaning = BLANK if found.meaning == NO_ANSWER else found.meaning
        self[cell], self.how[cell] = meaning, found.how
        return meaning

    def guess(self, cell: str) -> str:
        """What somebody may have meant by a text that cannot be read; nothing, where that is open."""
        if cell not in self.guessed and len(self.guessed) < MOST_GUESSED:
            self.guessed[cell] = self._guess(cell)
        return self.guessed.get(cell, "")

    def _found(self, cell: str) -> Found | None:
        raise NotImplementedError

    def _guess(self, cell: str) -> str:
        raise NotImplementedError


class Answers(Cells):
    """Every text that stood under a statement, with its answer: "1" to the top, or a word."""

    def __init__(
        self,
        spoken: Sequence[Questionnaire],
        told: Mapping[str, str],
        *,
        not_asked: Sequence[str] = (),
        codes: Sequence[re.Pattern[str]] = (),
        words: Mapping[str, str] | None = None,
    ) -> None:
        """Get to know the words of a questionnaire in all of its languages.

        Args:
            spoken: The questionnaire, once in each of its languages.
            told: Texts that somebody has said the meaning of.
            not_asked: What a program writes for a statement that was not put to a person.
            codes: How a program writes the number of an answer, such as A1 to A5.
            words: Other words of the questionnaire for its answers.
        """
        super().__init__()
        scales = [each.scale for each in spoken if each.scale]
        self.codes = codes
        self.numbers = Numbers(scales)
        self.positions = self.numbers.places
        self.places = frozenset(map(str, range(1, self.positions + 1)))
        self.usual = Words({**_USUAL, **dict.fromkeys(not_asked, BLANK)})
        self.vocabulary = Vocabulary(told)
        for word in (DONT_KNOW, CANNOT_ANSWER):  # as files and forms of ours write them
            self.vocabulary.words.learn(word, word)
        for scale in scales:
            for number, text in enumerate(scale.answers, start=1):
                self.vocabulary.words.learn(text, str(number))
                self.vocabulary.words.learn(f"{OWN_CODE}{number}", str(number))
            self.vocabulary.words.learn(scale.dont_know, DONT_KNOW)
            self.vocabulary.words.learn(scale.cannot_answer, CANNOT_ANSWER)
        for text, answer in (words or {}).items():
            self.vocabulary.words.learn(text, answer)
        self._told_numbers = {n: meant for text, meant in told.items() if (n := number_in(text))}
        self._numbers_are_told = any(
            meant.isdigit() and self.numbers.meaning.get(number) != meant
            for number, meant in self._told_numbers.items()
        )
        self._codes_are_told = any(
            code and self.numbers.of_code(code[1]) != meant
            for text, meant in told.items()
            for code in (pattern.fullmatch(text.strip()) for pattern in codes)
        )

    def _found(self, cell: str) -> Found | None:
        text = cell.strip().removesuffix(";").strip()  # Microsoft Forms ends a list of one so
        if not text:
            return Found(BLANK, "written")
        sure = self.vocabulary.sure(cell) or self.vocabulary.sure(text)
        if self._means_two(text, sure):
            return None  # the questionnaire has these words twice; nothing else can tell which
        return (
            sure
            or self._number(text)
            or self._code(text)
            or self.vocabulary.alike(text)
            or self._number_and_words(text)
            or self._usual(text)
        )

    def _means_two(self, text: str, sure: Found | None) -> bool:
        """Whether the questionnaire itself has a text for two answers, and nobody said which."""
        if sure and sure.how == "told":
            return False
        number = number_in(text)
        told = number in self._told_numbers
        return not told and (number in self.numbers.of_two or self.vocabulary.words.means_two(text))

    def _number(self, text: str) -> Found | None:
        number = number_in(text)
        if number in self._told_numbers:
            return Found(self._told_numbers[number], "told")
        if self._numbers_are_told or self.numbers.why == "unsure":
            return None  # what some numbers mean was told; the others are not what they would be
        meant = self.numbers.of(text)
        return Found(meant, "value" if self.numbers.why == "value" else "number") if meant else None

    def _code(self, text: str) -> Found | None:
        if self._codes_are_told or self._numbers_are_told:
            return None
        for pattern in self.codes:
            code = pattern.fullmatch(text)
            meant = self.numbers.of_code(code[1]) if code else None
            if meant:
                return Found(meant, "code")
        return None

    def _number_and_words(self, text: str) -> Found | None:
        """A number or a code beside an answer's words, where they say the same."""
        for number, words in _apart(text):
            sure = self.vocabulary.sure(words) or self.vocabulary.alike(words)
            place = self.numbers.of(number)
            if sure and place and sure.meaning == place:
                return Found(place, "alike")
        return None

    def _usual(self, text: str) -> Found | None:
        meant = self.usual.written(text)
        if meant is None:
            meant = None if folded(text) == "na" else self.usual.alike(text)
        return None if meant is None else Found(meant, "usual")

    def _guess(self, cell: str) -> str:
        text = cell.strip()
        if self.numbers.why == "unsure" and not self._numbers_are_told:
            meant = self.numbers.of(text)
            if meant:
                return meant
        perhaps = _PERHAPS.get(plain(text))
        if perhaps or folded(text) == "na":
            return perhaps or CANNOT_ANSWER
        known = self.vocabulary.words.told_apart()
        meant = nearest(text, known)
        return known[meant] if meant else ""


class OwnAnswers(Answers):
    """The answers of our own page, which names its questionnaire: it writes places and no words."""

    def _found(self, cell: str) -> Found | None:
        if cell in self.places or cell in {DONT_KNOW, CANNOT_ANSWER}:
            return Found(cell, "written")
        return None if cell.strip() else Found(BLANK, "written")


def _apart(text: str) -> list[tuple[str, str]]:
    """A text as a number and the words beside it, each way in which it can be parted."""
    before = (pattern.fullmatch(text) for pattern in (_NUMBER_AND_WORDS, _NUMBER_CLOSE_TO_WORDS))
    found = [(each[2], each[3]) for each in before if each]
    if behind := _WORDS_AND_NUMBER.fullmatch(text):
        found.append((behind[2] or behind[4], behind[1] or behind[3]))
    return found


class Perspectives(Cells):
    """Every text that stood in a column of perspectives, with the perspective that it names."""

    def __init__(self, spoken: Sequence[Questionnaire], told: Mapping[str, str]) -> None:
        """Get to know the perspectives of a questionnaire in all of its languages."""
        super().__init__()
        self.vocabulary = Vocabulary(told)
        self.ids = tuple(spoken[0].perspectives)
        for one in spoken:
            for key, perspective in one.perspectives.items():
                for text in (key, perspective.name, perspective.choose):
                    if text:
                        self.vocabulary.words.learn(text, key)

    def _found(self, cell: str) -> Found | None:
        text = cell.strip().removesuffix(";").strip()
        if not text or text in {"NA", "<NA>"}:
            return self.vocabulary.sure(text) or Found(BLANK, "usual")
        found = self.vocabulary.sure(text) or self.vocabulary.alike(text)
        return found or self.vocabulary.alike(without_number(text))

    def _guess(self, cell: str) -> str:
        known = self.vocabulary.words.told_apart()
        meant = nearest(cell, known)
        return known[meant] if meant else ""
