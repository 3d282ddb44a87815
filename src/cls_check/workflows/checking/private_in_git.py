"""What single people said, kept by git: whoever has the repository can read it."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from cls_check.errors import Place, Problem
from cls_check.files import records
from cls_check.git.history import marked
from cls_check.git.plumbing import readable
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from cls_check.git.history import Version
    from cls_check.workflows.other_versions import InGit


EXAMPLE = "cls-check-example"
"""The attribute of files that are made up: nobody said what is in them."""


class PartsOfRecords:
    """The files in git that are parts of a record by what they say, found while they go by."""

    def __init__(self, known: InGit) -> None:
        """Begin with what git has of a work tree."""
        self._now = {(each.path, each.blob) for each in known.now}
        self.paths: dict[str, bool] = {}
        """Which files, and whether the next commit would hold such a part under that name."""

    def seen_in(self, versions: Iterable[tuple[Version, bytes]]) -> Iterator[tuple[Version, bytes]]:
        """The same versions, looked at on their way."""
        for version, data in versions:
            if records.is_part_of_a_record(data, version.path):
                is_tracked = (version.path, version.blob) in self._now
                self.paths[version.path] = self.paths.get(version.path, False) or is_tracked
            yield version, data


def others_in(known: InGit, folders: Collection[str]) -> list[Version]:
    """The files of some folders that no name tells to be ours, as the next commit would hold them.

    Args:
        known: What git has of a work tree.
        folders: As git writes them; "." is all of the work tree.
    """
    looked_at = {(each.path, each.blob) for each in known.versions}
    return [
        each
        for each in known.now
        if (each.path, each.blob) not in looked_at
        and not records.MARKDOWN.search(each.path)
        and any(folder == "." or each.path.startswith(f"{folder}/") for folder in folders)
    ]


def private_in_git(
    top: Path, known: InGit, given: Mapping[str, int], parts: Mapping[str, bool]
) -> Iterator[tuple[int | None, Problem]]:
    """The rounds being gathered, and parts of one, that git keeps or has kept.

    Args:
        top: The work tree.
        known: What git has of it.
        given: Which of the files that were given are private, by their names in the repository.
        parts: The files that are a part of a record, and whether the next commit would hold it.

    Raises:
        ClsCheckError: git could not look into it.

    Returns:
        Which of those it is, None where it is none of them, and what is wrong.
    """
    examples = marked(parts, EXAMPLE, top)
    parts = {path: is_now for path, is_now in parts.items() if path not in examples}
    together = Counter(_folder(path) for path in parts)
    now = {each.path for each in known.now}
    found: dict[str, bool] = {}
    for path in sorted(now | known.past | parts.keys()):
        name, is_tracked = _private(path, given), path in now
        if not name and path in parts:
            is_tracked, folder = parts[path], _folder(path)
            name = folder if folder and together[folder] > 1 else path
        if name:
            found[name] = found.get(name, False) or is_tracked
    for name in sorted(found, key=lambda each: not found[each]):
        yield given.get(name), _problem(top, name, is_tracked=found[name])


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


def _private(path: str, given: Mapping[str, int]) -> str:
    """The private thing that a file is, or is in; "" where it is none."""
    if path in given:
        return path
    for name in given:
        if path.startswith(f"{name}/"):
            return name
    return records.record_of(path)


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
