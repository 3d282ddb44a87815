"""The files of a work tree against those of a commit, without git looking at the files itself.

Git would clean them first, by whatever program the repository's own settings name. So git is asked
for names and ids alone, and whether a file still has its id is worked out here.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import BadFileError
from cls_check.git.plumbing import ask, blobs, damaged, readable
from cls_check.read_from_disk import is_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

SHA1_LENGTH = 40
NOT_CHECKED_OUT = "S"
"""How git marks a file that a sparse work tree leaves out."""


class Changed(NamedTuple):
    """A file as a commit has it and as it is now; None where it is not there."""

    path: str
    before: bytes | None
    now: bytes | None
    trouble: BadFileError | None = None
    """Why the file of now cannot be read."""


def changed_since(
    commit: str,
    pathspecs: Sequence[str],
    endings: tuple[str, ...],
    home: Path,
    read: Callable[[Path], bytes],
) -> Iterator[Changed]:
    """The files that git knows, or knew then, and that hold something else now.

    Another line end alone is no change: it is what git itself makes of a file on Windows.
    """
    top = Path(os.fsdecode(ask(["rev-parse", "--show-toplevel"], home)[:-1]))
    then = _ids(commit, home)
    found = []
    for path in _names(commit, pathspecs, home):
        if path.endswith(endings) and not is_folder(top / path):
            now = _now(top / path, path, read)
            if now.trouble or now.now is None or _id(now.now, then.get(path, "")) != then.get(path):
                found.append(now)
    wanted = dict.fromkeys(then[each.path] for each in found if each.path in then)
    known = dict(blobs(wanted, home)) if wanted else {}
    for each in found:
        before = known[then[each.path]] if each.path in then else None
        if each.path in then and before is None:
            raise damaged(f"A version of {readable(each.path)}")
        if _plain(before) != _plain(each.now) or each.trouble:
            yield each._replace(before=before)


def _names(commit: str, pathspecs: Sequence[str], home: Path) -> Iterator[str]:
    """The names in the index or in the commit; what is not checked out is as it was."""
    command = ["ls-files", "-z", "-t", "--full-name", f"--with-tree={commit}", "--"]
    listed = ask([*command, *pathspecs], home).decode("utf-8", "surrogateescape")
    for entry in dict.fromkeys(listed.split("\0")):
        mark, _, path = entry.partition(" ")
        if path and mark != NOT_CHECKED_OUT:
            yield path


def _ids(commit: str, home: Path) -> dict[str, str]:
    """The ids of all files of a commit, by their paths."""
    listed = ask(["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", commit], home)
    entries = (
        each.partition("\t") for each in listed.decode("utf-8", "surrogateescape").split("\0")
    )
    about = ((path, before.split(" ")) for before, _, path in entries if path)
    return {path: words[2] for path, words in about if words[1] == "blob"}


def _now(file: Path, path: str, read: Callable[[Path], bytes]) -> Changed:
    try:
        return Changed(path, None, read(file) if os.path.lexists(file) else None)
    except BadFileError as error:
        return Changed(path, None, None, error)


def _id(data: bytes, like: str) -> str:
    """The id that git gives to these bytes, in a repository whose ids are like this one."""
    return ids_of(data)[len(like) > SHA1_LENGTH]


def ids_of(data: bytes) -> tuple[str, str]:
    """The ids that git can give to these bytes: the usual one, and the longer one."""
    whole = b"blob %d\0" % len(data) + data
    usual = hashlib.sha1(whole, usedforsecurity=False)
    return usual.hexdigest(), hashlib.sha256(whole).hexdigest()


def _plain(data: bytes | None) -> bytes | None:
    return None if data is None else data.replace(b"\r\n", b"\n")
