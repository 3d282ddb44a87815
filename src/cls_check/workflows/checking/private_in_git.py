"""What single people said, kept by git: whoever has the repository can read it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from cls_check.errors import Place, Problem
from cls_check.files.records import SUFFIX
from cls_check.git.plumbing import readable
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cls_check.workflows.other_versions import InGit

_RECORD = re.compile(rf"(?P<folder>(?:.*/)?[^/]+{re.escape(SUFFIX)})/.*", re.DOTALL)


def private_in_git(
    top: Path, known: InGit, given: Mapping[str, int]
) -> Iterator[tuple[int | None, Problem]]:
    """The rounds being gathered, and parts of one, that git keeps or has kept.

    Args:
        top: The work tree.
        known: What git has of it.
        given: Which of the files that were given are private, by their names in the repository.

    Returns:
        Which of those it is, None where it is none of them, and what is wrong.
    """
    tracked = dict.fromkeys(filter(None, (_private(name, given) for name in sorted(known.names))))
    past = (_private(version.path, given) for version in known.versions)
    for name in dict.fromkeys((*tracked, *filter(None, past))):
        yield given.get(name), _problem(top, name, is_tracked=name in tracked)


def _private(path: str, given: Mapping[str, int]) -> str:
    """The private thing that a file is, or is in; "" where it is none."""
    if path in given:
        return path
    for name in given:
        if path.startswith(f"{name}/"):
            return name
    record = _RECORD.fullmatch(path)
    return record["folder"] if record else ""


def _problem(top: Path, name: str, *, is_tracked: bool) -> Problem:
    where = one_line(readable(os.path.relpath(top / name)))
    history = (
        "Git's history still holds it. Others who have the repository can read what single people "
        "said: tell those people, and take it out of the history."
    )
    if not is_tracked:
        return Problem("This is private, and was in git.", history, Place(where), "privacy")
    return Problem(
        "This is private, and git keeps it.",
        f"Take it out: git rm -r --cached {where}\n"
        "If it was committed, git's history still holds it. If others have that, they can read what "
        "single people said: tell those people.",
        Place(where),
        "privacy",
    )
