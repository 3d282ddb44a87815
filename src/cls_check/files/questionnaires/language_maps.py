"""The languages of a questionnaire's file, and texts in languages that it does not have."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from cls_check.domain.questionnaires.languages import GROUPS_OF_IDS
from cls_check.errors import Problem
from cls_check.messages import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.yaml.places import TreePath
    from cls_check.yaml.reader import Document

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def language_problems(document: Document, languages: Sequence[str]) -> Iterator[Problem]:
    """What is wrong with the list of languages, or with a text in one that is not in the list."""
    if document.data.get("languages") == []:
        yield Problem(
            "There is no language in this list.",
            "Name one or more, for example: languages: [en]",
            document.place(("languages",)),
        )
    for name, times in Counter(languages).items():
        if times > 1:
            yield Problem(
                f"The language {quoted(name)} stands in this list twice.",
                "Take one of the two out.",
                document.place(("languages",)),
            )
    for path, texts in _texts_in_languages(document.data):
        for name, text in texts.items():
            if name not in languages:
                yield Problem(
                    f"{quoted(name)} is not a language of this questionnaire.",
                    f"Its languages are {listed(languages)}. Add it to languages: or take it out.",
                    document.key_place((*path, name)),
                )
            elif not text:
                yield Problem(
                    f"The text in {quoted(name)} is empty.",
                    "Write it, or take it out; then the first language takes its place.",
                    document.place((*path, name)),
                )


def _texts_in_languages(
    tree: Any, path: TreePath = ()
) -> Iterator[tuple[TreePath, dict[str, Any]]]:
    """Each group of which all names look like languages, and all values are texts or nothing."""
    if isinstance(tree, dict):
        if path and path[-1] not in GROUPS_OF_IDS and _is_in_languages(tree):
            yield path, tree
            return
        inside = [(key, value) for key, value in tree.items() if not key.startswith("x-")]
    else:
        inside = list(enumerate(tree)) if isinstance(tree, list) else []
    for step, value in inside:
        yield from _texts_in_languages(value, (*path, step))


def _is_in_languages(tree: dict[str, Any]) -> bool:
    return bool(tree) and all(
        LANGUAGE.fullmatch(name) and (text is None or isinstance(text, str))
        for name, text in tree.items()
    )
