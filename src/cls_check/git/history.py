"""What git remembers of files: plumbing only, two processes whatever the length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.git.plumbing import ask, ask_or_none, blobs

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RAW = ("--raw", "-z", "--no-renames", "--no-abbrev")


class Version(NamedTuple):
    """A file as a commit left it; no blob where the commit took it away."""

    commit: str
    path: str
    blob: str


def versions_of(path: Path) -> Iterator[bytes]:
    """Every version of a file that any branch remembers; nothing where git does not know it."""
    log = ask_or_none(
        ["log", "--all", "-m", "--format=", *RAW, "--end-of-options", "--",
         f":(literal){path.name}"],
        path.parent,
    )  # fmt: skip
    found = dict.fromkeys(change.blob for change in _changes(log or b"") if change.blob)
    if found:
        yield from (data for _, data in blobs(found, path.parent) if data is not None)


def log_of(pathspecs: list[str], folder: Path, *, all_parents: bool = False) -> list[Version]:
    """What commits did to files, the newest first, from where the repository stands.

    Args:
        pathspecs: Files or folders, as git takes them behind `--`.
        folder: A folder of the repository.
        all_parents: Whether to follow branches that were merged, too.

    Raises:
        ClsCheckError: there is no git, no repository or no commit.
    """
    parents = ["-m"] if all_parents else ["--first-parent", "-m"]
    command = ["log", *parents, "--format=%x01%H", *RAW, "--end-of-options", "HEAD", "--"]
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
            blob = words[3] if words[3].strip("0") else ""
            yield Version(commit, next(fields, ""), blob)
