"""What git remembers of one file: plumbing only, two processes whatever the length."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DROPPED = ("GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS")


def versions_of(path: Path) -> Iterator[bytes]:
    """Every version of a file that any branch remembers; nothing where git does not know it."""
    top = _run(["rev-parse", "--show-toplevel"], path.parent)
    if top is None:
        return
    log = _run(
        ["log", "--all", "-m", "--format=", "--raw", "-z", "--no-renames", "--no-abbrev", "--end-of-options",
         "--", f":(literal){path.name}"],
        path.parent,
    )  # fmt: skip
    blobs = dict.fromkeys(_blobs(log or b""))
    if blobs:
        yield from _contents(list(blobs), path.parent)


def _blobs(log: bytes) -> Iterator[str]:
    """The blob of each change in `git log --raw -z`: `:modes old new status`, then the path."""
    for field in log.decode("utf-8", "replace").split("\0"):
        words = field.lstrip("\n").split(" ")
        if field.lstrip("\n").startswith(":") and len(words) >= 4 and words[3].strip("0"):
            yield words[3]


def _contents(blobs: list[str], folder: Path) -> Iterator[bytes]:
    batch = _run(["cat-file", "--batch"], folder, "\n".join([*blobs, ""]).encode())
    rest = batch or b""
    while rest:
        header, _, rest = rest.partition(b"\n")
        words = header.split(b" ")
        if words[-1] == b"missing":
            continue
        size = int(words[-1])
        yield rest[:size]
        rest = rest[size + 1 :]


def _run(command: list[str], folder: Path, stdin: bytes = b"") -> bytes | None:
    """What a git command prints; None where there is no git, no repository, or it fails."""
    environment = {key: value for key, value in os.environ.items() if key not in DROPPED}
    environment["LC_ALL"] = "C"
    try:
        done = subprocess.run(
            ["git", "-c", "core.quotePath=off", *command],
            cwd=folder, input=stdin, capture_output=True, check=False, env=environment,
        )  # fmt: skip
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
