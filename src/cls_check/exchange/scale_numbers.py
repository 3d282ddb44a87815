"""What numbers mean in answers, in and out: places on the scale, its values, or its words."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.questionnaires.questionnaire import Scale

_NUMBER: Final = re.compile(r"'?([-+\u2212]?)([0-9]{0,6})(?:\.([0-9]{1,9})|,([0-9]{1,2}))?\s*(%?)")
_DIGITS: Final = re.compile("[0-9]+")
_OF: Final = re.compile(r"([0-9]{1,2})\s*/\s*([0-9]{1,2})")


class Number(NamedTuple):
    """A number as people write it: "4", "4.0", "0,25", "-2", "50%"."""

    value: Decimal
    unit: str


def number_in(text: str) -> Number | None:
    """The number that a text is, if it is nothing else; digits of any width, not of any script."""
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip())
    if found is None or not (found[2] or found[3] or found[4]):
        return None
    value = Decimal(f"{found[2] or '0'}.{found[3] or found[4] or '0'}")
    return Number((-value if found[1] in {"-", "\u2212"} else value).normalize(), found[5])


class Numbers:
    """What each number means on a scale, and why.

    Where the scale has values of its own, or an answer whose words are a number, no number is a
    place on the scale. Where words hold numbers that are not their place ("0 days", "1 day"), what
    a number means is not certain.
    """

    def __init__(self, scales: Sequence[Scale]) -> None:
        """Look at the scale in each of its languages."""
        self.why: Literal["place", "value", "words", "unsure", ""] = ""
        self.meaning: dict[Number, str] = {}
        self.of_two: set[Number] = set()
        """Numbers that could mean two answers."""
        self.places = len(scales[0].answers) if scales else 0
        if not scales:
            return
        labels = [(str(n), text) for each in scales for n, text in enumerate(each.answers, 1)]
        values = scales[0].own_values
        if values:
            self.why = "value"
            # Words can be numbers, too: "1" that is the words of another answer means neither.
            pairs = [*((str(n), text) for n, text in enumerate(values, 1)), *labels]
        elif any(number_in(text) for _, text in labels):
            self.why, pairs = "words", labels
        elif all(_first_digits(text) in {"", place} for place, text in labels):
            self.why = "place"
            pairs = [(str(n), str(n)) for n in range(1, self.places + 1)]
        else:
            self.why = "unsure"
            pairs = [(place, _first_digits(text)) for place, text in labels]
        self._learn(pairs)

    def _learn(self, pairs: Sequence[tuple[str, str]]) -> None:
        of_two = set()
        for place, text in pairs:
            number = number_in(text)
            if number and self.meaning.setdefault(number, place) != place:
                of_two.add(number)
        for number in of_two:
            del self.meaning[number]
        self.of_two |= of_two

    def of(self, text: str) -> str | None:
        """The answer that a number stands for; None where it is no number, or is not on the scale."""
        number = number_in(text)
        if number is not None:
            return self.meaning.get(number)
        parts = _OF.fullmatch(text.strip())  # "4/5" is four out of five
        if parts and self.why == "place" and int(parts[2]) == self.places:
            return self.meaning.get(Number(Decimal(parts[1]), ""))
        return None

    def of_code(self, digits: str) -> str | None:
        """The answer of a code such as A4: its place, where numbers are places."""
        return self.meaning.get(Number(Decimal(digits), "")) if self.why == "place" else None


OWN_CODE = "answer-"
"""How our forms write the place of an answer, where a number alone could mean something else."""


def in_forms(scales: Sequence[Scale]) -> dict[str, str]:
    """What our forms write for each place on a scale, so that it is read as what it was.

    Args:
        scales: The scale in each of its languages.
    """
    numbers, scale = Numbers(scales), scales[0]
    all_meant = len(numbers.meaning) >= numbers.places
    places = [str(place) for place in range(1, numbers.places + 1)]
    if numbers.why == "place":
        return dict(zip(places, places, strict=True))
    if numbers.why == "value" and all_meant:
        return dict(zip(places, scale.own_values, strict=True))
    words = [number_in(text) for text in scale.answers]
    is_alike = all(each.answers == scale.answers for each in scales)
    if is_alike and numbers.why == "words" and all(number and not number.unit for number in words):
        texts = (f"{number.value:f}" for number in words if number)
        return dict(zip(places, texts, strict=True))
    return {place: f"{OWN_CODE}{place}" for place in places}


def _first_digits(text: str) -> str:
    found = _DIGITS.search(unicodedata.normalize("NFKC", text))
    return str(int(found[0])) if found else ""
