"""Answers that forms save as JSON: those of SurveyJS, and of our own page that works offline.

{"perspective": "frontline", "cop-1": 4, "cop-2": "dont-know"}       one person, or a list
{"cls-check-answers": 1, "questionnaire": {"id": ..., "version": ...},
 "perspective": "frontline", "answers": {"cop-1": 4}}                the offline page
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.csv_text import too_many_cells
from cls_check.exchange.incoming.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, short

if TYPE_CHECKING:
    from collections.abc import Iterator

OURS = "cls-check-answers"
DEEPEST = 4


def sheet_of_json(name: str, data: bytes) -> Sheet:
    """One row for each person of a JSON file, under one heading for each name in it.

    Raises:
        BadFileError: it is not JSON, or not answers of people.
    """
    people = _people(name, data)
    forms = {form for person in people if (form := _form(person))}
    if len(forms) > 1:
        raise BadFileError.of(
            "This file holds answers to more than one questionnaire.",
            "Import the answers to each of them from a file of their own.",
            Place(name),
        )
    flat = [dict(_flat(name, person)) for person in people]
    headings = list(dict.fromkeys(key for person in flat for key in person))
    if len(headings) > MOST_COLUMNS or len(flat) > MOST_ROWS:
        raise too_many_cells(name)
    rows = [headings, *([person.get(key, "") for key in headings] for person in flat)]
    return Sheet(name, rows, counts="person", form=next(iter(forms), ""))


def _people(name: str, data: bytes) -> list[dict[str, Any]]:
    try:
        tree = json.loads(data.decode("utf-8-sig"), object_pairs_hook=_no_name_twice)
    except (ValueError, RecursionError) as error:
        fact = "This file is not JSON that can be read."
        if isinstance(error, _TwiceError):
            fact = f"{short(error.args[0])} stands in it twice for one person."
        raise BadFileError.of(fact, "Save it once more from the form.", Place(name)) from None
    people = tree if isinstance(tree, list) else [tree]
    if not people or not all(isinstance(person, dict) for person in people):
        raise BadFileError.of(
            "This file holds no answers of people.",
            'It should be a list such as [{"perspective": "frontline", "cop-1": 4}].',
            Place(name),
        )
    return people


class _TwiceError(ValueError):
    """A name stands twice; JSON would silently keep the last."""


def _no_name_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(key)
        found[key] = value
    return found


def _form(person: dict[str, Any]) -> str:
    """The id and the version of the questionnaire, where a file of ours names them."""
    asked = person.get("questionnaire")
    if OURS not in person or not isinstance(asked, dict):
        return ""
    return f"{asked.get('id', '')} {asked.get('version', '')}"


def _flat(name: str, tree: dict[str, Any], prefix: str = "", depth: int = 1) -> Iterator[Any]:
    """The answers of one person; those of a matrix stand a level deeper."""
    for key, value in tree.items():
        if OURS in tree and key in {OURS, "questionnaire"}:
            continue
        heading = key if not prefix or prefix == "answers" else f"{prefix}/{key}"
        if isinstance(value, dict) and depth < DEEPEST:
            yield from _flat(name, value, heading, depth + 1)
        elif isinstance(value, list | dict):
            yield heading, json.dumps(value)
        else:
            yield heading, "" if value is None else str(value)
