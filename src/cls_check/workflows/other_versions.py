"""Other versions of closed rounds that git remembers, whatever their files were called then.

Whoever has the repository has all of them, and can subtract one from another.
"""

from __future__ import annotations

import hashlib
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.file_names import is_same_place
from cls_check.errors import ClsCheckError
from cls_check.files.assessments.reading import assessment_in
from cls_check.git.history import bytes_of, every_version, staged, work_tree_of
from cls_check.git.plumbing import NoGitError, NoRepositoryError
from cls_check.read_from_disk import is_folder
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.git.history import Version

NAMES = ("*.y*ml*", "*.open*/**")
"""What may be ours, in letters of any size: also what an editor or a merge left, such as .yaml.orig."""

_MAY_BE_OURS = re.compile(r"\.ya?ml", re.IGNORECASE)

_MAY_HOLD_NUMBERS = re.compile(
    rb"^(?:.*[0-9{}\[\]].*|[ \t]*[?:].*|.*:[ \t]*(?:#.*)?|(?:place|one-view)\b.*)\r?$", re.MULTILINE
)
"""Lines with a count, with the name of a group or of a statement, or that say which round it is."""

_WRITTEN = re.compile(
    rb"^( *)(?:- )?[\w-]+: [|>][-+]?[ \t]*\r?\n(?:(?:\1 +[^\r\n]*)?\r?\n)*", re.MULTILINE
)
"""What people wrote: a block of text behind its key."""

_OPEN_QUOTE = re.compile(
    rb"""(?:^|[-:,{\[?])[ \t]*(?:"(?:[^"\\\n]|\\.)*\\?|'(?:[^'\n]|'')*)\r?$""", re.MULTILINE
)
"""A text in quotes that goes on in the next line: what looks like a key there is none."""


class Wanted(NamedTuple):
    """A closed round whose other versions are looked for."""

    path: str
    """Its file in the repository, as git writes it."""
    place: str
    date: str

    def is_version(self, path: str, other: Assessment) -> bool:
        """Whether another file is, or was, of this round; a name or a day may have been mended."""
        alike = (is_same_place(self.place, other.place), self.date == other.date)
        return all(alike) or (path == self.path and any(alike))


def path_in(top: Path, path: Path) -> str:
    """How git writes a file of a work tree, as somebody named it."""
    whole = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 - a link is itself
    return os.path.relpath(whole, os.path.realpath(top)).replace(os.sep, "/")


def nearest_folder(path: Path) -> Path:
    """The folder that a file is in, or the next one above it that is there."""
    return next(folder for folder in path.absolute().parents if is_folder(folder))


class InGit(NamedTuple):
    """What git has of a work tree."""

    names: frozenset[str]
    """The files that the next commit would hold."""
    past: frozenset[str]
    """The files that any branch remembers, of those whose names may be of interest."""
    versions: tuple[Version, ...]
    """Each version of each YAML file; what is staged and in no commit comes first, without one."""


def in_git(top: Path) -> InGit:
    """What git has of a work tree.

    Raises:
        ClsCheckError: git could not look into all of it.
    """
    now = staged(top)
    before = every_version(top, NAMES)
    found = (each for each in (*now, *before) if _MAY_BE_OURS.search(each.path))
    versions = {(each.path, each.blob): each for each in found}
    names, past = (frozenset(each.path for each in some) for some in (now, before))
    return InGit(names, past, tuple(versions.values()))


def remembered(path: Path, place: str, date: str) -> Iterator[bytes]:
    """Every other version of one round that any branch remembers, or that is staged.

    Raises:
        GitError: there is a repository, and git could not look into all of it.
    """
    top = work_tree_of(nearest_folder(path))
    if top is None:
        return
    wanted = Wanted(path_in(top, path), place, date)
    try:
        versions = in_git(top).versions
    except (NoGitError, NoRepositoryError):
        return
    for version, data in of_same_day(top, versions, [wanted]):
        other = read_or_none(data, version.path)
        if other and wanted.is_version(version.path, other):
            yield data


def read_or_none(data: bytes, name: str) -> Assessment | None:
    """The assessment in these bytes; None where there is none that can be read."""
    try:
        return assessment_in(parse_yaml(data, name))
    except ClsCheckError:
        return None


def of_same_day(
    top: Path, versions: Iterable[Version], wanted: Collection[Wanted]
) -> Iterator[tuple[Version, bytes]]:
    """What may be a version of these rounds: a file of the same name, or one that names the day.

    Raises:
        GitError: git knows of one and cannot give it.
    """
    paths = {each.path for each in wanted}
    # With a backslash a day can be written in ways that only the reader knows.
    days = re.compile(b"|".join([rb"\\", *sorted({each.date.encode() for each in wanted})]))
    for version, data in bytes_of(versions, top):
        if version.path in paths or (b"cls-check" in data and days.search(data)):
            yield version, data


def numbers_in(data: bytes) -> bytes:
    """Alike for two versions of a file that differ in nothing but words and levels.

    Telling it from the lines is quick: a round that was edited a thousand times is read once.
    """
    kept = _WRITTEN.sub(b"", data)
    lines = _MAY_HOLD_NUMBERS.findall(data if _OPEN_QUOTE.search(kept) else kept)
    return hashlib.sha256(b"\n".join(lines)).digest()
