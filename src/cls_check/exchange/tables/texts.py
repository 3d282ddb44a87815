"""Texts of a table in one language or in several, as a questionnaire's file has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Texts = dict[str, str]
"""A text in each language that it is written in."""


def written(said: Texts, languages: Sequence[str]) -> str | Texts:
    """A text as it is written: alone in one language, by its language in several.

    One that is in none of them, such as a section that is named once for all, stands for each.
    """
    known = {language: said[language] for language in languages if language in said}
    return known if known and len(languages) > 1 else some(known or said)


def some(said: Texts) -> str:
    """The text in the first language that it has; "" where it has none."""
    return next(iter(said.values()), "")
