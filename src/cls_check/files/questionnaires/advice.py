"""What is worth another look in a questionnaire that can be used: wording, languages, the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.domain.questionnaires.languages import (
    GROUPS_OF_IDS,
    is_map_of_languages,
    languages_of,
    spoken_in,
)
from cls_check.domain.questionnaires.plain_words import (
    MOST_WORDS,
    count_words,
    joined_by,
    not_to_say,
)
from cls_check.domain.questionnaires.scale_direction import direction
from cls_check.errors import Place, Problem
from cls_check.files.questionnaires.reading_back import hard_to_read_back
from cls_check.messages import listed, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.yaml.places import TreePath
    from cls_check.yaml.reader import Document

CHECKED = "x-checked"
"""Beside the text of a statement: a person has looked, and it is meant as it is."""
_NOT_READ = {"cls-check-questionnaire", "id", "version", "languages", "seed", "source", "licence"}
_FALSE_ELSEWHERE = {"no", "off", "n"}
_TRUE_ELSEWHERE = {"yes", "on", "y"}


class Text(NamedTuple):
    """A text that people read: where it stands, and its words in each language that it has."""

    path: TreePath
    said: dict[str, str]
    in_all: bool
    """Whether it is written once, for all languages."""


def advice(document: Document) -> list[Problem]:
    """Everything worth another look, in the order of the file."""
    languages = languages_of(document.data)
    texts = list(texts_of(document.data, languages))
    found = [
        *_unquoted(document),
        *_of_the_scale(document, languages),
        *hard_to_read_back(document, languages),
        *_not_translated(document, texts, languages),
        *(problem for text in texts for problem in _of_text(document, text)),
    ]
    return sorted(found, key=_line)


def _line(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _advice(fact: str, hint: str, place: Place) -> Problem:
    return Problem(fact, hint, place, "advice")


def texts_of(tree: Any, languages: Sequence[str], path: TreePath = ()) -> Iterator[Text]:
    """Every text of a questionnaire that people read, in the order of the file."""
    if isinstance(tree, str):
        yield Text(path, {languages[0]: tree}, in_all=True)
    elif isinstance(tree, list):
        for place, item in enumerate(tree):
            yield from texts_of(item, languages, (*path, place))
    elif isinstance(tree, dict):
        in_group = bool(path) and path[-1] in GROUPS_OF_IDS
        if not in_group and is_map_of_languages(tree, tuple(languages)):
            yield Text(path, tree, in_all=False)
            return
        for key, value in tree.items():
            if in_group or not (key in _NOT_READ or key.startswith("x-")):
                yield from texts_of(value, languages, (*path, key))


def _not_translated(
    document: Document, texts: Sequence[Text], languages: Sequence[str]
) -> Iterator[Problem]:
    """All texts that lack a language, told together."""
    for language in languages:
        missing = [document.place(text.path) for text in texts if language not in text.said]
        if missing:
            lines = dict.fromkeys(str(place.line) for place in missing)
            many = f"{len(missing)} texts are" if len(missing) > 1 else "1 text is"
            yield _advice(
                f"{many} not written in {quoted(language)}.",
                f"Add them. Until then people read another language there.\n"
                f"Lines: {listed(lines)}.",
                missing[0],
            )


def _of_text(document: Document, text: Text) -> Iterator[Problem]:
    if _was_looked_at(document.data, text.path):
        return
    for language, words in text.said.items():
        path = text.path if text.in_all else (*text.path, language)
        yield from _of_words(document, words, language, path)


def _of_words(document: Document, words: str, language: str, path: TreePath) -> Iterator[Problem]:
    place = document.place(path)
    is_english = language.partition("-")[0] == "en"
    if _is_statement(path):
        count = count_words(words)
        if count > MOST_WORDS:
            yield _advice(
                f"This statement has {count} words.",
                f"At most {MOST_WORDS} can be taken in while answering. Say less, or make two.",
                place,
            )
        if is_english and (join := joined_by(words)):
            yield _advice(
                f"This statement may hold two ideas: {quoted(join)} joins them.",
                "Who agrees with one of them alone cannot answer. Make two statements.\n"
                f"If it is one idea, write {CHECKED}: true beside its text:.",
                place,
            )
    if is_english:
        for word, instead in not_to_say(words):
            hint = f"Perhaps: {instead}." if instead else "Leave it out."
            yield _advice(f"{quoted(word)} judges a place, or people in it.", hint, place)


def _is_statement(path: TreePath) -> bool:
    return "statements" in path[2:3]


def _was_looked_at(tree: Any, path: TreePath) -> bool:
    if not _is_statement(path):
        return False
    for step in path[:4]:
        tree = tree[step]
    return isinstance(tree, dict) and tree.get(CHECKED) is True


def _of_the_scale(document: Document, languages: Sequence[str]) -> Iterator[Problem]:
    scale = document.data.get("scale") or {}
    runs = {
        language: direction(spoken_in(scale["answers"], language, tuple(languages)), language)
        for language in languages
        if scale
    }
    up = [language for language, way in runs.items() if way == "up"]
    down = [language for language, way in runs.items() if way == "down"]
    place = document.place(("scale", "answers"))
    if up and down:
        yield _advice(
            f"The answers seem to run up in {listed(up)}, and down in {listed(down)}.",
            "Each answer is to mean the same in every language. Compare them one by one.",
            place,
        )
    elif down:
        yield _advice(
            "The answers seem to run from high to low.",
            "The first answer counts as 1, the lowest. Turn them around.",
            place,
        )


def _unquoted(document: Document) -> Iterator[Problem]:
    """Words that we take for text, and other readers of YAML for yes or no."""
    for event in document.events():
        word = getattr(event, "value", "")
        if not getattr(event, "implicit", None) or getattr(event, "style", None) in ("'", '"'):
            continue
        taken_for = _taken_for(word) if isinstance(word, str) else ""
        if taken_for:
            mark = event.start_mark
            yield _advice(
                f"Other programs take {word} without quotes for {taken_for}.",
                f'Write "{word}" in quotes.',
                Place(document.name, mark.line + 1, mark.column + 1),
            )


def _taken_for(word: str) -> str:
    lower = word.lower()
    return "false" if lower in _FALSE_ELSEWHERE else "true" if lower in _TRUE_ELSEWHERE else ""
