"""What in a questionnaire makes files of answers hard to read, or easy to read wrongly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.domain.questionnaires.languages import spoken_in
from cls_check.domain.same_text import plain
from cls_check.errors import Problem
from cls_check.messages import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.yaml.places import TreePath
    from cls_check.yaml.reader import Document

MOST_NAMED = 3

_NUMBER = re.compile(r"[-+]?[0-9]+([.,][0-9]+)?")
_CODE = re.compile(r"ao?[0-9]{1,2}")
_LIKE_ANSWERS = frozenset((
    "yes", "no", "na", "n/a", "dk", "y", "n", "true", "false", "dont-know", "cannot-answer",
    "none", "other", "ja", "nein", "oui", "non",
))  # fmt: skip


def hard_to_read_back(document: Document, languages: Sequence[str]) -> list[Problem]:
    """Answers that become one, numbers that are not their place, statements twice, ids like answers."""
    scale = document.data.get("scale") or {}
    statements = list(_statements(document))
    found: list[Problem | None] = [*_of_ids(document, [path for path, _ in statements])]
    for language in languages:
        answers = spoken_in(scale.get("answers") or [], language, tuple(languages))
        texts = [_words(said, language, tuple(languages)) for _, said in statements]
        found += [
            _alike(document, answers),
            _numbers(document, scale, answers),
            _twice(document, [path for path, _ in statements], texts),
        ]
    once = {(each.fact, each.place): each for each in found if each}
    return list(once.values())


def _alike(document: Document, answers: Sequence[str]) -> Problem | None:
    same = _first_alike(answers)
    if not same:
        return None
    words = listed([quoted(answers[place]) for place in same])
    return Problem(
        f"{words} differ by signs or capitals alone.",
        "Forms and spreadsheets change such signs. Give each answer words of its own. Else a file of "
        "answers has to have them sign for sign.",
        document.place(("scale", "answers", same[1])),
        "advice",
    )


def _numbers(
    document: Document, scale: dict[str, object], answers: Sequence[str]
) -> Problem | None:
    """Answers whose words are numbers, but not those of their places; values say what they are."""
    if "values" in scale or "x-values" in scale:
        return None
    for place, text in enumerate(answers):
        if _NUMBER.fullmatch(text.strip()) and text.strip() != str(place + 1):
            return Problem(
                f"The words of answer {place + 1} are the number {text.strip()}.",
                "A number in a file of answers is then read as these words, and never as a place. If "
                "that is meant, it is right. Else give the answers words, and write the numbers "
                "under values:.",
                document.place(("scale", "answers", place)),
                "advice",
            )
    return None


def _statements(document: Document) -> Iterator[tuple[TreePath, object]]:
    for factor, tree in (document.data.get("factors") or {}).items():
        for key, said in (tree.get("statements") or {}).items():
            yield ("factors", factor, "statements", key), said


def _of_ids(document: Document, paths: Sequence[TreePath]) -> Iterator[Problem]:
    """Ids that could be taken for something else, those of one kind together."""
    kinds: dict[str, list[TreePath]] = {}
    for path in paths:
        if kind := _looks_like(str(path[-1])):
            kinds.setdefault(kind, []).append(path)
    for kind, alike in kinds.items():
        first = ", ".join(quoted(str(path[-1])) for path in alike[:MOST_NAMED])
        more = f" and {len(alike) - MOST_NAMED} more" if len(alike) > MOST_NAMED else ""
        yield Problem(
            f"Statements have ids that look like {kind}: {first}{more}.",
            "In a file of answers they can be taken for some. A word and a number is safer: trust-1.",
            document.key_place(alike[0]),
            "advice",
        )


def _twice(document: Document, paths: Sequence[TreePath], texts: Sequence[str]) -> Problem | None:
    same = _first_alike(texts)
    if not same:
        return None
    return Problem(
        f"The same statement stands here more than once: {listed([str(paths[n][-1]) for n in same])}.",
        "People would answer it twice, and a heading with its words fits both. Keep one, or word "
        "them differently.",
        document.place(paths[same[1]]),
        "advice",
    )


def _words(said: object, language: str, languages: tuple[str, ...]) -> str:
    spoken = spoken_in(said, language, languages)
    text = spoken.get("text", "") if isinstance(spoken, dict) else spoken
    return text if isinstance(text, str) else ""


def _looks_like(key: str) -> str:
    if key.isdigit():
        return "numbers"
    if key.casefold() in _LIKE_ANSWERS:
        return "answers"
    letters = "".join(letter for letter in key.casefold() if letter.isalnum())
    return "codes of answers" if _CODE.fullmatch(letters) else ""


def _first_alike(texts: Sequence[str]) -> list[int]:
    """The places of the first texts that are one but for signs and capitals; none where all differ."""
    places: dict[str, list[int]] = {}
    for place, text in enumerate(texts):
        if text:
            places.setdefault(plain(text), []).append(place)
    return next((group for group in places.values() if len(group) > 1), [])
