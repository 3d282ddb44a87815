"""What git remembers of files: plumbing only, two processes whatever the length."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cls_check.git.plumbing import (
    GitError,
    NoRepositoryError,
    ask,
    ask_or_none,
    blobs,
    damaged,
    found_on_path,
    readable,
    sizes,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SUBMODULE = "160000"
"""The mode of what is no file, whatever its name, but a commit of another repository."""
RAW = ("--raw", "-z", "--no-renames", "--no-abbrev", "--no-color")
LOG = ("log", "-m", "--format=%x01%H", "--encoding=UTF-8", *RAW)


class Version(NamedTuple):
    """A file as a commit left it; no blob where the commit took it away."""

    commit: str
    path: str
    blob: str


def work_tree_of(folder: Path) -> Path | None:
    """The top of the work tree that a folder is in; None where it is in none.

    Told by names alone: to ask git about each of a thousand folders takes seconds.

    Raises:
        GitError: somebody says by GIT_DIR where the repository is, and git finds none there.
    """
    if "GIT_DIR" in os.environ and found_on_path("git"):
        try:
            return Path(os.fsdecode(ask(["rev-parse", "--show-toplevel"], folder)[:-1]))
        except NoRepositoryError:
            raise GitError.of(
                "GIT_DIR names a folder in which there is no repository.",
                "Mend it, or take it away: unset GIT_DIR",
            ) from None
    whole = Path(os.path.realpath(folder))
    return next((each for each in (whole, *whole.parents) if _has_git(each)), None)


@lru_cache(maxsize=4096)
def _has_git(folder: Path) -> bool:
    return os.path.lexists(folder / ".git")


def every_version(folder: Path, names: Iterable[str]) -> list[Version]:
    """Each version of each file with such a name that any branch remembers, the newest first.

    Args:
        folder: A folder of the repository.
        names: As in `.gitignore`, in letters of any size; in whatever folder they are.

    Raises:
        ClsCheckError: there is no git, no repository, or git could not look into all of it.
    """
    specs = [f":(top,glob,icase)**/{name}" for name in names]
    told = ask([*LOG, "--all", "--", *specs], folder)
    found = (change for change in _changes(told) if change.blob)
    # A merge, and each commit that a file goes through unchanged, is not another version.
    return list({(each.path, each.blob): each for each in found}.values())


def staged(folder: Path) -> list[Version]:
    """Each file that the next commit would hold, as it would hold it.

    Raises:
        ClsCheckError: there is no git, no repository, or git could not look into it.
    """
    listed = ask(["ls-files", "--stage", "-z", "--full-name", "--", ":/"], folder)
    entries = (
        entry.partition("\t") for entry in listed.decode("utf-8", "surrogateescape").split("\0")
    )
    split = ((about.split(" "), path) for about, _, path in entries if path)
    return [Version("", path, words[1]) for words, path in split if words[0] != SUBMODULE]


def ignored(names: Iterable[str], folder: Path) -> frozenset[str]:
    """Those of the files that git is told to leave alone, and does not keep all the same.

    Args:
        names: As git writes them.
        folder: The top of the work tree.

    Raises:
        ClsCheckError: there is no git, no repository, or git could not look into it.
    """
    asked = b"".join(name.encode("utf-8", "surrogateescape") + b"\0" for name in names)
    told = ask(["check-ignore", "-z", "--stdin"], folder, asked, fine=(0, 1))
    return frozenset(filter(None, told.decode("utf-8", "surrogateescape").split("\0")))


def marked(names: Iterable[str], attribute: str, folder: Path) -> frozenset[str]:
    """Those of the files to which a `.gitattributes` of the repository gives an attribute.

    Args:
        names: As git writes them.
        attribute: Its name.
        folder: The top of the work tree.

    Raises:
        ClsCheckError: there is no git, no repository, or git could not look into it.
    """
    asked = b"".join(name.encode("utf-8", "surrogateescape") + b"\0" for name in names)
    if not asked:
        return frozenset()
    # What a user says for all repositories is not what others see.
    alone = ["-c", f"core.attributesFile={os.devnull}", "check-attr", "-z", "--stdin", attribute]
    fields = ask(alone, folder, asked).decode("utf-8", "surrogateescape").split("\0")
    return frozenset(
        name for name, value in zip(fields[::3], fields[2::3], strict=False) if value == "set"
    )


def bytes_of(
    versions: Iterable[Version], folder: Path, most: int
) -> Iterator[tuple[Version, bytes]]:
    """What the versions hold, but those of more than so many bytes; each of them is asked for once.

    Raises:
        GitError: git knows of one and cannot give it.
    """
    by_blob: dict[str, list[Version]] = {}
    for version in versions:
        by_blob.setdefault(version.blob, []).append(version)
    small = [blob for blob, size in sizes(by_blob, folder) if size is None or size <= most]
    for blob, data in blobs(small, folder) if small else ():
        for version in by_blob[blob]:
            if data is None:
                raise damaged(f"A version of {readable(version.path)}")
            yield version, data


def log_of(pathspecs: list[str], folder: Path) -> list[Version]:
    """What commits did to files, the newest first, from where the repository stands.

    A branch that was merged counts as the one change that its merge made.

    Args:
        pathspecs: Files or folders, as git takes them behind `--`.
        folder: A folder of the repository.

    Raises:
        ClsCheckError: there is no git, no repository or no commit.
    """
    return list(_changes(ask([*LOG, "--first-parent", "HEAD", "--", *pathspecs], folder)))


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
