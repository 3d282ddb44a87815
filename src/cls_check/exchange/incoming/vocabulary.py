"""The one rule for reading words: as they are written, then as was told, then nearly as written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from cls_check.domain.same_text import as_written, folded, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

How = Literal["written", "told", "number", "value", "code", "alike", "usual", "guess", "unknown"]
"""By what a text was understood.

`written`: it is word for word in the questionnaire. `told`: a map says so. `number`, `value`,
`code`: a number or a code stands for an answer. `alike`: but for case, numbering and punctuation it
is in the questionnaire. `usual`: what people and programs everywhere write. `guess`: it is only
like something, so that somebody has to be asked.
"""


class Found(NamedTuple):
    """What a text means, and by what that is known."""

    meaning: str
    how: How


_FORMS: tuple[Callable[[str], str], ...] = (as_written, folded, plain)
"""From the strictest; the signs of `Good` and `Good+` are in all but the last."""

_BETWEEN_LANGUAGES = (" / ", " | ", "\n", "/", "|", " \u2013 ", " - ")
"""What stands between two languages in one heading or cell."""


class Words:
    """Texts, each with one meaning; what could mean two things means nothing."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        """Get to know some texts."""
        self._by_form: tuple[dict[str, str], ...] = tuple({} for _ in _FORMS)
        self._of_two: tuple[set[str], ...] = tuple(set() for _ in _FORMS)
        for text, meaning in (texts or {}).items():
            self.learn(text, meaning)

    def learn(self, text: str, meaning: str) -> None:
        """Take a text in; where another one looks the same and means something else, it is dropped."""
        for form, known, of_two in zip(_FORMS, self._by_form, self._of_two, strict=True):
            key = form(text)
            if key and known.setdefault(key, meaning) != meaning:
                of_two.add(key)

    def written(self, text: str) -> str | None:
        """The meaning of a text that is here word for word."""
        return self._in_form(0, text)

    def alike(self, text: str) -> str | None:
        """The meaning of a text that is here but for case, width of letters and punctuation.

        Where there is no letter, signs are all there is: 1 is neither -1 nor 1%.
        """
        found = self._in_form(1, text)
        if found is None and any(map(str.isalpha, text)):
            return self._in_form(2, text)
        return found

    def of(self, text: str) -> str | None:
        """The meaning of a text that is here in any of these ways."""
        found = self.written(text)
        return self.alike(text) if found is None else found

    def means_two(self, text: str) -> bool:
        """Whether a text is here word for word, and could mean two things."""
        return _FORMS[0](text) in self._of_two[0]

    def told_apart(self) -> dict[str, str]:
        """Every text with its meaning, but for those that look like another without their signs."""
        known, of_two = self._by_form[-1], self._of_two[-1]
        return {text: meaning for text, meaning in known.items() if text not in of_two}

    def _in_form(self, place: int, text: str) -> str | None:
        key = _FORMS[place](text)
        return None if key in self._of_two[place] else self._by_form[place].get(key)


class Vocabulary:
    """The words of a questionnaire, and what people told of others; in this order they are read."""

    def __init__(self, told: Mapping[str, str]) -> None:
        """Begin with what was told; the words of the questionnaire are learned after."""
        self.words = Words()
        self.told = Words(told)

    def sure(self, text: str) -> Found | None:
        """What a text means word for word, or as was told."""
        written = self.words.written(text)
        if written is not None:
            return Found(written, "written")
        told = self.told.of(text)
        return None if told is None else Found(told, "told")

    def alike(self, text: str) -> Found | None:
        """What a text means but for case and punctuation, or in two languages at once."""
        alike = self.words.alike(text)
        if alike is None:
            alike = self._in_two_languages(text)
        return None if alike is None else Found(alike, "alike")

    def _in_two_languages(self, text: str) -> str | None:
        """What all parts of a text mean, where they mean the same: *Yes / Ydw*."""
        for between in _BETWEEN_LANGUAGES:
            parts = text.split(between)
            if len(parts) > 1:
                meanings = {self.words.of(part) if part.strip() else None for part in parts}
                if len(meanings) == 1 and None not in meanings:
                    return meanings.pop()
        return None
