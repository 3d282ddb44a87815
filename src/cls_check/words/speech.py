"""Saying something in the language that is spoken: whole sentences of one catalogue, fields filled in.

Everything that people read on a screen of a workshop, on a page or in a report is said here. A
catalogue is a map of key to template. Where words change with the number `n`, a template has a
form for each plural category of its language: a pair is (one, other), and a language with more of
them has a map such as `{"one": ..., "two": ..., "other": ...}` (see `plurals`). Nothing is glued
together from pieces, so that a translator can change the order of words. A key that a catalogue
lacks is said in English.

Messages about broken files are written where the fact is known, and are English alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.words.plurals import Category

    Template = str | tuple[str, str] | Mapping[Category, str]

LINES = "en-lines"
"""English, and of it the words for `git diff` alone."""
CATALOGUES = {"en": "cls_check.words.english.catalogue", LINES: "cls_check.words.english.lines"}
"""The module of each language that there is a catalogue for; its `CATALOGUE` is the map."""

USUAL = "en"
_spoken = [USUAL]


def speak(language: str) -> None:
    """From here on say everything in this language, or in English where there is no catalogue."""
    _spoken[0] = language if language in CATALOGUES else USUAL


def spoken() -> str:
    """The language that everything is said in now."""
    return _spoken[0]


def label(key: str, **fields: object) -> str:
    """A text of the catalogue with its fields filled in, as it stands."""
    language, template = _template(key)
    if not isinstance(template, str):
        template = _form(template, language, fields["n"])
    return template.format(**fields)


def say(key: str, **fields: object) -> str:
    """A sentence of the catalogue with its fields filled in and a large letter at its start."""
    return large(label(key, **fields))


def is_said(key: str) -> bool:
    """Whether there is a text of this key."""
    return key in _catalogue(USUAL)


def large(text: str) -> str:
    """The text with its first letter large, as at the start of a sentence."""
    return text[:1].upper() + text[1:]


def day_in_words(day: str) -> str:
    """A day such as "2026-09-10" as people write it: "10 September 2026"."""
    year, month, number = day.split("-")
    return label("day", day=int(number), month=label(f"month.{int(month)}"), year=int(year))


def month_in_words(day: str) -> str:
    """The month of a day such as "2026-09-10": "September 2026"."""
    year, month, _ = day.split("-")
    return label("month", month=label(f"month.{int(month)}"), year=int(year))


def _template(key: str) -> tuple[str, Template]:
    """A text of the catalogue, and the language that it is in."""
    language = _spoken[0] if key in _catalogue(_spoken[0]) else USUAL
    return language, _catalogue(language)[key]


def _form(template: tuple[str, str] | Mapping[Category, str], language: str, n: object) -> str:
    """The form that goes with a number; where a translator left one out, the one for any other."""
    from cls_check.words.plurals import category

    forms = {"one": template[0], "other": template[1]} if isinstance(template, tuple) else template
    return forms.get(category(language, n), forms["other"])


def _catalogue(language: str) -> Mapping[str, Template]:
    found: Mapping[str, Template] = import_module(CATALOGUES[language]).CATALOGUE
    return found
