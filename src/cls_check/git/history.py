"""What git remembers of files: plumbing only, two processes whatever the length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.bounded import is_folder
from cls_check.git.plumbing import (
    NoGitError,
    NoRepositoryError,
    ask,
    ask_or_none,
    blobs,
    damaged,
    readable,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUBMODULE = "160000"
"""The mode of what is no file, whatever its name, but a commit of another repository."""
RAW = ("--raw", "-z", "--no-renames", "--no-abbrev")


class Version(NamedTuple):
    """A file as a commit left it; no blob where the commit took it away."""

    commit: str
    path: str
    blob: str


def versions_of(path: Path) -> Iterator[bytes]:
    """Every version of a file that any branch remembers; nothing where git does not know it.

    Raises:
        GitError: there is a repository, and git could not look into all of it.
    """
    whole = path.absolute()
    home = next(folder for folder in whole.parents if is_folder(folder))
    inside = whole.relative_to(home).as_posix()  # its folder may be gone by now, or not yet there
    try:
        log = ask(["log", "--all", "-m", "--format=", *RAW, "--", f":(literal){inside}"], home)
    except (NoGitError, NoRepositoryError):
        return
    found = dict.fromkeys(change.blob for change in _changes(log) if change.blob)
    for _, data in blobs(found, home) if found else ():
        if data is None:
            raise damaged(f"A version of {readable(path.name)}")
        yield data


def log_of(pathspecs: list[str], folder: Path) -> list[Version]:
    """What commits did to files, the newest first, from where the repository stands.

    A branch that was merged counts as the one change that its merge made.

    Args:
        pathspecs: Files or folders, as git takes them behind `--`.
        folder: A folder of the repository.

    Raises:
        ClsCheckError: there is no git, no repository or no commit.
    """
    command = ["log", "--first-parent", "-m", "--format=%x01%H", *RAW, "HEAD", "--"]
    return list(_changes(ask([*command, *pathspecs], folder)))


def is_shallow(folder: Path) -> bool:
    """Whether this clone has the last part of the history alone."""
    return ask_or_none(["rev-parse", "--is-shallow-repository"], folder) == b"true\n"


def _changes(log: bytes) -> Iterator[Version]:
    """The changes in `git log --raw -z`: `:modes old new status`, then the path."""
    commit = ""
    fields = iter(log.decode("utf-8", "surrogateescape").split("\0"))
    for field in fields:
        head = field.lstrip("\n")
        if head.startswith("\x01"):
            commit, _, head = head[1:].partition("\n")
            head = head.lstrip("\n")
        words = head.split(" ")
        if head.startswith(":") and len(words) >= 5:
            path = next(fields, "")
            if words[1] != SUBMODULE:
                yield Version(commit, path, words[3] if words[3].strip("0") else "")
