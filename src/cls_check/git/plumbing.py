"""Asking git, by commands that are made for programs, so that no setting of a user changes them.

What a person typed never stands where git could take it for an option. Git may lie in a folder that
somebody sent: no program is run that the settings of a repository name.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import threading
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError, Place
from cls_check.read_from_disk import is_file, is_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from typing import IO

DROPPED = (
    "GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_PAGER", "GIT_TRACE", "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS",
)  # fmt: skip
"""Variables that would change what git finds or prints. Those that say where a repository is stay."""

SETTINGS = (
    "core.quotePath=off", "log.showRoot=true", "log.diffMerges=separate", "log.follow=false",
    "diff.relative=false", "diff.orderFile=/dev/null",
)  # fmt: skip
"""A user may have others: without the first commit, say, a version would be forgotten."""

NOTHING_IS_RUN = (
    "core.fsmonitor=", f"core.hooksPath={os.devnull}", "log.showSignature=false",
)  # fmt: skip
"""These name programs that git would run while it only looks. Filters and text converters are run
for files of a work tree and for diffs, which nothing here asks git to read."""

HISTORY_AS_OTHERS_HAVE_IT = {
    # A replacement or a graft is of this computer alone: a clone shows what it hides.
    "GIT_NO_REPLACE_OBJECTS": "1",
    # Nothing can be inside a device. The device itself would make git talk of grafts.
    "GIT_GRAFT_FILE": os.path.join(os.devnull, "none"),  # noqa: PTH118 - it is no path of ours
}

WHERE = (
    "GIT_DIR", "GIT_COMMON_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY",
)  # fmt: skip
"""Variables that say where a repository is: from the folder that we were started in."""

QUIET = {
    "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0",
    # Where an object is missing, git would fetch it, by a program that the repository names.
    "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none",
}  # fmt: skip
OPTIONS = ("--no-pager", *(word for each in (*SETTINGS, *NOTHING_IS_RUN) for word in ("-c", each)))


class NoGitError(ClsCheckError):
    """There is no git on this computer."""


class GitError(ClsCheckError):
    """Git could not do what was asked."""


class NoRepositoryError(GitError):
    """The folder is in no repository."""


def ask(
    command: Sequence[str], folder: Path, stdin: bytes = b"", *, fine: Collection[int] = (0,)
) -> bytes:
    """What a git command prints, where it ends with a code that is `fine`.

    Raises:
        NoGitError: there is no git.
        GitError: git could not do it; with git's own first line.
    """
    try:
        done = subprocess.run(
            [*_git(folder), *command], cwd=folder, input=stdin, capture_output=True, check=False,
            env=environment(),
        )  # fmt: skip
    except (OSError, ValueError) as error:
        raise _no_git(error, folder) from error
    if done.returncode not in fine:
        raise _trouble(done.stderr)
    return done.stdout


def found_on_path(name: str) -> str:
    """The full path of a program; "" where it is not on the PATH.

    Windows would look into the current folder first, and a PATH may name that one too: what lies
    there may be anybody's.
    """
    return _found(name, os.environ.get("PATH", os.defpath))


@lru_cache(maxsize=8)
def _found(name: str, folders: str) -> str:
    names = [name + ending for ending in (".exe", "")] if os.name == "nt" else [name]
    absolute = [path for path in map(Path, folders.split(os.pathsep)) if path.is_absolute()]
    there = (folder / each for folder in absolute for each in names)
    return next((str(path) for path in there if is_file(path) and os.access(path, os.X_OK)), "")


def _git(folder: Path) -> tuple[str, ...]:
    """How every question to git begins.

    Raises:
        NoGitError: there is no git.
    """
    git = found_on_path("git")
    if not git:
        raise _no_git(FileNotFoundError(), folder)
    return (git, *OPTIONS)


def ask_or_none(command: Sequence[str], folder: Path) -> bytes | None:
    """What a git command prints; None where there is no git, no repository, or it says no."""
    try:
        return ask(command, folder)
    except (NoGitError, GitError):
        return None


def environment() -> dict[str, str]:
    """Our own variables without what would change git's answers."""
    here = os.getcwd()  # noqa: PTH109 - a name, not a path
    kept = {key: value for key, value in os.environ.items() if key not in DROPPED}
    # Whole paths: git is asked from other folders than the one that they start in.
    whole = {key: os.path.join(here, kept[key]) for key in WHERE if kept.get(key)}  # noqa: PTH118
    known = kept | whole | QUIET | HISTORY_AS_OTHERS_HAVE_IT
    if "GIT_DIR" in whole and "GIT_WORK_TREE" not in kept:
        known |= _work_tree(whole["GIT_DIR"], here)
    return known


@lru_cache(maxsize=8)
def _work_tree(repository: str, here: str) -> dict[str, str]:
    """Where git takes the files to be, if only GIT_DIR is set: it depends on where we were started."""
    git = found_on_path("git")
    if not git:
        return {}
    told = subprocess.run(
        [git, *OPTIONS, "rev-parse", "--show-toplevel"], cwd=here, capture_output=True, check=False,
        env=os.environ | QUIET | {"GIT_DIR": repository},
    )  # fmt: skip
    return {"GIT_WORK_TREE": os.fsdecode(told.stdout[:-1])} if not told.returncode else {}


def sizes(ids: Iterable[str], folder: Path) -> list[tuple[str, int | None]]:
    """How many bytes many objects have, in their order, by one process; None for a missing one.

    Raises:
        ClsCheckError: there is no git, or no repository.
    """
    wanted = list(ids)
    if not wanted:
        return []
    asked = "\n".join([*wanted, ""]).encode()
    told = ask(["cat-file", "--batch-check=%(objectsize)"], folder, asked).splitlines()
    numbers = (int(line) if line.isdigit() else None for line in told)
    return list(zip(wanted, numbers, strict=True))


def blobs(ids: Iterable[str], folder: Path) -> Iterator[tuple[str, bytes | None]]:
    """The bytes of many objects by their ids, in their order, by one process; None for a missing one.

    Raises:
        NoGitError: there is no git.
    """
    wanted = list(ids)
    try:
        process = subprocess.Popen(
            [*_git(folder), "cat-file", "--batch", "--buffer"], cwd=folder, env=environment(),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError as error:
        raise _no_git(error, folder) from error
    with process:
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        # Both ends of the pipe are small: who writes it all before reading would wait for ever.
        feeder = threading.Thread(target=_feed, args=(process.stdin, wanted), daemon=True)
        feeder.start()
        for blob in wanted:
            yield blob, _next_object(process.stdout)


def _feed(pipe: IO[bytes], ids: Sequence[str]) -> None:
    # Where nobody reads on, closing writes once more what is left, and fails once more.
    with contextlib.suppress(BrokenPipeError), pipe:
        pipe.write("\n".join([*ids, ""]).encode())


def _next_object(pipe: IO[bytes]) -> bytes | None:
    words = pipe.readline().split()
    if len(words) != 3:
        return None  # "missing", or nothing more comes
    data = pipe.read(int(words[2]))
    pipe.read(1)
    return data


def damaged(what: str) -> GitError:
    """Git knows of an object and cannot give it. Nobody may take that for "there is none"."""
    return GitError.of(
        f"{what} is missing or damaged in this repository.",
        "Get it from a copy of the repository: git fetch. To see what else is: git fsck",
    )


def readable(name: str) -> str:
    """A file's name as it can be shown: on one line, what is no letter by its code, as git does."""
    letters = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in letters
    )


def _no_git(error: Exception, folder: Path) -> ClsCheckError:
    if not is_folder(folder):
        return GitError.of("This folder is not there.", "Check the name.", Place(str(folder)))
    if isinstance(error, FileNotFoundError):
        return NoGitError.of(
            "Git is not on this computer.",
            "Two files can be compared without it: cls-check diff OLD NEW",
        )
    return GitError.of(f"Git could not be asked: {error}.")


def _trouble(told: bytes) -> GitError:
    first = told.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
    if "not a git repository" in first:
        return NoRepositoryError.of(
            "This folder is not in a git repository.",
            "Two files can be compared without one: cls-check diff OLD NEW",
        )
    if "bad revision 'HEAD'" in first or "Needed a single revision" in first:
        return GitError.of("There is no commit in this repository yet.", "To make one: git commit")
    if "dubious ownership" in first:
        return GitError.of(
            "Git does not trust this folder, as somebody else owns it.",
            "If you trust it, type what `git status` tells you to.",
        )
    return GitError.of(f"Git says: {first}." if first else "Git could not do it.")
