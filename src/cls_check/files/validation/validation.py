"""A tree against a model: every error in our words, at its line in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from cls_check.domain.model import OWN_KEY
from cls_check.errors import BadFileError, Problem
from cls_check.files.validation.allowed_keys import keys_at
from cls_check.files.validation.explanations import in_words, where
from cls_check.messages import did_you_mean, nearest, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from cls_check.errors import Place
    from cls_check.yaml.places import TreePath
    from cls_check.yaml.reader import Document

__all__ = ["did_you_mean", "validate"]

M = TypeVar("M", bound=BaseModel)

MOST_KEYS_LISTED = 25

HOW_TO_ADD = {
    "place": "Add a line such as place: Northfield",
    "date": 'Add a line such as date: "2026-09-10"',
    "version": 'Add it, for example version: "1.0"',
    "questionnaire": 'Add a line such as questionnaire: {id: ten-factors, version: "1.0"}',
    "took-part": "Add a line took-part: and under it, further in, how many came: staff: 9",
    "factors": "If they were there, the end of the file was lost. Look for an older copy.",
}


class _Found(NamedTuple):
    """An error of Pydantic, and the part of the tree that it is about."""

    kind: str
    path: TreePath
    value: Any
    details: ErrorDetails


def validate(document: Document, model: type[M]) -> M:
    """The document's tree as a value of the model.

    Raises:
        BadFileError: with a problem for each thing that is wrong, in the order of lines.
    """
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        found = [_located(details, document.data) for details in error.errors(include_url=False)]
        raise BadFileError(_problems(found, document, model)) from error


def problems_of(error: ValidationError, tree: Any, place: Place) -> list[Problem]:
    """What is wrong with values that stand in no file, all of it at one place."""
    found = [_located(details, tree) for details in error.errors(include_url=False)]
    return [Problem(*in_words(one.kind, one.path, one.value, one.details), place) for one in found]


def _located(details: ErrorDetails, tree: Any) -> _Found:
    """What an error is about: the steps of its `loc` that are in the tree.

    The others name a member of a union, a function or "[key]".
    """
    kind, loc = details["type"], details["loc"]
    missing = loc[-1:] if kind == "missing" else ()
    path: TreePath = ()
    value = tree
    for step in loc[: len(loc) - len(missing)]:
        if isinstance(value, dict) and step in value:
            value = value[str(step)]
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            continue
        path = (*path, step)
    if kind == "union_tag_not_found":
        # The key that says which member of a union this is; its name comes in quotes.
        kind, missing = "missing", (str(details["ctx"]["discriminator"]).strip("'"),)
    elif kind == "string_pattern_mismatch" and details.get("ctx", {}).get("pattern") == OWN_KEY:
        kind = "unknown_key"
    elif loc and loc[-1] == "[key]":
        kind = f"key_{kind}"
    if kind == "in_our_words" and details["ctx"]["at"]:
        kind, path = "key_in_our_words", (*path, *details["ctx"]["at"])
    return _Found(kind, (*path, *missing), value, details)


def _problems(found: list[_Found], document: Document, model: type[BaseModel]) -> list[Problem]:
    problems = []
    explained = set()
    for one in found:
        if one.kind == "unknown_key":
            problem, meant = _unknown_key(one, document, model)
            problems.append(problem)
            explained.add((*one.path[:-1], meant))
    for one in found:
        if one.kind == "missing" and one.path not in explained:
            problems.append(_missing(one, document))
        elif one.kind not in ("missing", "unknown_key"):
            fact, hint = in_words(one.kind, one.path, one.value, one.details)
            at_key = one.kind.startswith("key_")
            place = document.key_place(one.path) if at_key else document.place(one.path)
            problems.append(Problem(fact, hint, place))
    # Members of a union may complain of the same thing one by one.
    return sorted(dict.fromkeys(problems), key=_line_and_column)


def _line_and_column(problem: Problem) -> tuple[int, int]:
    return (problem.place.line, problem.place.column) if problem.place else (0, 0)


def _unknown_key(one: _Found, document: Document, model: type[BaseModel]) -> tuple[Problem, str]:
    *around, key = one.path
    group = _value_at(document.data, tuple(around))
    known = keys_at(model, tuple(around))
    free = [name for name in known if name not in group]
    hints = [did_you_mean(str(key), free)]
    if len(known) <= MOST_KEYS_LISTED and known:
        hints.append(f"These can stand here: {', '.join(known)}.")
    hints.append("Start it with x- to keep a note of your own.")
    fact = f"{quoted(str(key))} is not a name that belongs here."
    hint = "\n".join(hint for hint in hints if hint)
    return Problem(fact, hint, document.key_place(one.path)), nearest(str(key), free)


def _missing(one: _Found, document: Document) -> Problem:
    *around, key = one.path
    inside = f" in {where(tuple(around))}" if around else ""
    hint = HOW_TO_ADD.get(str(key), f"Add a line {key}: with what belongs there.")
    return Problem(f'"{key}" is missing{inside}.', hint, document.place(tuple(around)))


def _value_at(tree: Any, path: TreePath) -> Any:
    for step in path:
        tree = tree[step]
    return tree
