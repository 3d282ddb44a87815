"""What single people said, kept by git: whoever has the repository can read it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from cls_check.errors import Place, Problem
from cls_check.files.records import SUFFIX
from cls_check.files.validation.kinds import OF_A_ROUND
from cls_check.git.history import tracked_with
from cls_check.git.plumbing import readable
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from cls_check.workflows.other_versions import InGit

_RECORD = re.compile(
    rf"(?P<folder>(?:.*/)?[^/]+{re.escape(SUFFIX)}[^/]*)/.*", re.DOTALL | re.IGNORECASE
)
"""A record's folder; also as an unfinished or a saved copy of one is called."""
_OF_A_RECORD = f"^({'|'.join(sorted(OF_A_ROUND))}) *:"


def private_in_git(
    top: Path, known: InGit, given: Mapping[str, int], folders: Iterable[str]
) -> Iterator[tuple[int | None, Problem]]:
    """The rounds being gathered, and parts of one, that git keeps or has kept.

    Args:
        top: The work tree.
        known: What git has of it.
        given: Which of the files that were given are private, by their names in the repository.
        folders: Where parts of a record are looked for under any name.

    Returns:
        Which of those it is, None where it is none of them, and what is wrong.
    """
    parts = tracked_with(_OF_A_RECORD, folders, top)
    tracked = {
        name: None
        for path in sorted(known.names)
        if (name := _private(path, given) or (path if path in parts else ""))
    }
    past = (_private(path, given) for path in sorted(known.past))
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
