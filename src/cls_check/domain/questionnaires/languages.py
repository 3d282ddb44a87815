"""Texts in several languages: any text may be a map of language to text."""

from __future__ import annotations

from typing import Any


def languages_of(tree: Any) -> tuple[str, ...]:
    """The languages a questionnaire's tree says it is written in; the first is the one to fall back to."""
    named = tree.get("languages") if isinstance(tree, dict) else None
    if isinstance(named, list) and named and all(isinstance(name, str) for name in named):
        return tuple(named)
    return ("en",)


GROUPS_OF_IDS = frozenset({"factors", "statements", "perspectives", "levels", "reflections"})
"""Names whose values are maps of ids, which may look like languages: `perspectives: {en: …}`."""


def spoken_in(tree: Any, language: str, languages: tuple[str, ...], inside: str = "") -> Any:
    """The same tree with every map of languages replaced by its text in one language.

    A text that lacks the language is given in the first language that it has.
    """
    if isinstance(tree, dict):
        if inside not in GROUPS_OF_IDS and is_map_of_languages(tree, languages):
            return tree.get(language) or next(tree[name] for name in languages if tree.get(name))
        return {key: spoken_in(value, language, languages, key) for key, value in tree.items()}
    if isinstance(tree, list):
        return [spoken_in(item, language, languages) for item in tree]
    return tree


def is_map_of_languages(tree: dict[str, Any], languages: tuple[str, ...]) -> bool:
    """Whether every key is a known language and every value a text (and one is not empty)."""
    return bool(tree) and all(
        key in languages and isinstance(value, str) and value for key, value in tree.items()
    )
