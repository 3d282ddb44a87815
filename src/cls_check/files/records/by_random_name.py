"""The private files of a record that hold one voice or one show of hands each, by random names."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place, Problem
from cls_check.files.records.ours import GONE, IMPORTING, RANDOM_NAME
from cls_check.messages import one_line
from cls_check.read_from_disk import is_there, read_bytes
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.text import bad_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TypeVar

    from cls_check.yaml.reader import Document

    T = TypeVar("T")


def new_id() -> str:
    """A name for a voice or a show of hands that says nothing about whose it is, or when it came."""
    return secrets.token_hex(16)


def read_all(record: Path, kind: str, read: Callable[[Document], T]) -> dict[str, T]:
    """Every file of a kind in a record by its random name, in the order of the names.

    Those on their way first: whatever is moved while this reads is seen in its old or new place.

    Raises:
        BadFileError: files that are broken, all of them named.
    """
    found: dict[str, T] = {}
    problems: list[Problem] = []
    gone = names_gone(record)
    folders = (record / IMPORTING / kind, record / kind)
    for path in (path for folder in folders for path in _files(folder)):
        if path.stem in gone:
            continue
        if not RANDOM_NAME.fullmatch(path.stem):
            problems.append(_not_a_name_of_ours(path))
            continue
        try:
            found[path.stem] = read(read_yaml(path))
        except BadFileError as error:
            problems += error.problems
    if problems:
        raise BadFileError(problems)
    return dict(sorted(found.items()))


def names_gone(record: Path) -> frozenset[str]:
    """The random names of those that an import on its way takes back; they count no more."""
    path = record / IMPORTING / GONE
    if not is_there(path):
        return frozenset()
    try:
        return frozenset(map(str, json.loads(read_bytes(path, one_line(str(path))))))
    except (ValueError, TypeError):
        raise BadFileError.of(
            "This file says who is taken back, and it is broken.",
            "Put back a copy of it. Or begin the round again, and import everything once more.",
            Place(one_line(str(path))),
        ) from None


def _not_a_name_of_ours(path: Path) -> Problem:
    return Problem(
        "cls-check gives no voice a name like this one. It could be a copy of another voice, and "
        "that person would count twice.",
        "If a program that keeps folders in step made it, compare the two and delete one.",
        Place(one_line(str(path))),
    )


def _files(folder: Path) -> list[Path]:
    # Not `glob`, which says of a folder that it may not read that nothing is in it. A Mac puts
    # a file of its own, such as ._1.yaml, beside each one that it copies to a memory stick.
    try:
        every = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except PermissionError:
        raise closed_folder(folder) from None
    return sorted(path for path in every if path.suffix == ".yaml" and path.name[0] != ".")


def closed_folder(folder: Path) -> BadFileError:
    """What is said of a folder that may not be looked into."""
    return bad_file(
        Place(one_line(str(folder))),
        "You may not look into this folder.",
        "Ask its owner to let you.",
    )
