"""Other versions of closed rounds that git remembers, whatever their files were called then.

Whoever has the repository has all of them, and can subtract one from another.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.file_names import is_same_place
from cls_check.errors import ClsCheckError, RefusedError
from cls_check.files.assessments.lenient import day_in, is_ours, readings, said_to_be
from cls_check.files.assessments.reading import assessment_in
from cls_check.git.history import bytes_of, every_version, staged, work_tree_of
from cls_check.git.plumbing import NoGitError, NoRepositoryError, found_on_path, readable
from cls_check.messages import as_typed
from cls_check.read_from_disk import LARGEST_FILE, is_folder
from cls_check.yaml.lenient import plain_text
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.errors import Problem
    from cls_check.git.history import Version

NAMES = ("*.y*ml*", "*.open*/**", "imported*.json", "counted-*.json")
"""What may be ours, in letters of any size: also what an editor or a merge left, such as .yaml.orig."""

SHORT_ID = 7
MOST_BLANKS = 10**9
"""More than any line begins with: so an empty line belongs to whatever block is there, if one is."""
LONGEST_START = 400
"""So many bytes of a file are looked at to see whether it is in UTF-16."""

_MAY_BE_OURS = re.compile(r"\.ya?ml|(?:^|/)(?:imported|counted-)[^/]*\.json$", re.IGNORECASE)

_MAY_HOLD_NUMBERS = re.compile(
    rb"(?:.*[0-9{}\[\]].*|[ \t]*[?:].*|.*:[ \t]*(?:#.*)?|(?:place|one-view|[ \t]*text)\b.*)\r?"
)
"""A line with a count, with a statement or its name or that of a group, or that says which round it is."""

_BEGINS_WORDS = re.compile(rb"( *)(?:- )?(?!text:)[\w-]+: [|>][-+]?[ \t]*\r?")
"""The key of a block of text that people wrote: what is further in belongs to it."""

_OPEN_QUOTE = re.compile(rb"""(?:.*[-:,{\[?])?[ \t]*(?:"(?:[^"\\]|\\.)*\\?|'(?:[^']|'')*)\r?""")
"""A text in quotes that goes on in the next line: what looks like a key there is none."""

_DATED = re.compile(
    rb"""^["']?date["']?[ \t]*:[ \t]*["']?(\d{4}-\d\d-\d\d)["']?[ \t]*(?:#.*)?\r?$""",
    re.MULTILINE,
)
"""A line that says a day as it should: then the file is of no other."""


class Wanted(NamedTuple):
    """A closed round whose other versions are looked for."""

    path: str
    """Its file in the repository, as git writes it."""
    place: str
    date: str

    def is_version(self, path: str, other: Assessment) -> bool:
        """Whether another file is, or was, of this round; a name or a day may have been mended."""
        return self._is_of(path, other.place, other.date)

    def may_be_version(self, path: str, text: str) -> bool:
        """The same of a file that nobody can read: what it does not say may be as it is here."""
        place, day = said_to_be(text, "place"), day_in(said_to_be(text, "date"))
        if not place and not day:
            return path == self.path
        return self._is_of(path, place or self.place, day or self.date)

    def _is_of(self, path: str, place: str, date: str) -> bool:
        alike = (is_same_place(self.place, place), self.date == date)
        return all(alike) or (path == self.path and any(alike))


class Read(NamedTuple):
    """What a version says: in one way, or in several where it is broken and somebody may have both."""

    readings: tuple[Assessment, ...]
    trouble: Problem | None = None
    """Why it is not right; where it cannot be read at all, there are no readings."""


def path_in(top: Path, path: Path) -> str:
    """How git writes a file of a work tree, as somebody named it."""
    whole = os.path.join(os.path.realpath(path.parent), path.name)  # noqa: PTH118 - a link is itself
    return os.path.relpath(whole, os.path.realpath(top)).replace(os.sep, "/")


def nearest_folder(path: Path) -> Path:
    """The folder that a file is in, or the next one above it that is there."""
    return next(folder for folder in path.absolute().parents if is_folder(folder))


class InGit(NamedTuple):
    """What git has of a work tree."""

    now: tuple[Version, ...]
    """The files that the next commit would hold, as it would hold them."""
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
    return InGit(tuple(now), frozenset(each.path for each in before), tuple(versions.values()))


def remembered(path: Path, place: str, date: str) -> Iterator[Assessment]:
    """Every other version of one round that any branch remembers, or that is staged.

    Raises:
        GitError: there is a repository, and git could not look into all of it.
        RefusedError: one of them cannot be read.
    """
    top = work_tree_of(nearest_folder(path))
    if top is None:
        return
    wanted = Wanted(path_in(top, path), place, date)
    try:
        versions = in_git(top).versions
    except (NoGitError, NoRepositoryError):
        return
    for version, data in of_same_day(bytes_of(versions, top, LARGEST_FILE), [wanted]):
        found = read_version(data, version.path)
        if found and not found.readings and wanted.may_be_version(version.path, plain_text(data)):
            raise _nobody_knows(version, found.trouble)
        for other in found.readings if found else ():
            if wanted.is_version(version.path, other):
                yield other


def is_unseen(path: Path) -> bool:
    """Whether git keeps the folder of a file, and there is no git on this computer to be asked."""
    return not found_on_path("git") and work_tree_of(nearest_folder(path)) is not None


def _nobody_knows(version: Version, trouble: Problem | None) -> RefusedError:
    return RefusedError.of(
        f"{named(version, trouble)} may be a version of this round, and it cannot be read. "
        "So nobody knows whether it and this one give somebody away.",
        f"Look at it: {shown_by(version)}\nIf they do not, write the file into a folder outside of "
        "this repository: --output FOLDER. Nothing was written.",
    )


def named(version: Version, trouble: Problem | None = None) -> str:
    """Where in git a version is, and the line in which something is wrong with it."""
    which = f"commit {version.commit[:SHORT_ID]}" if version.commit else "staged"
    line = (
        f", line {trouble.place.line}" if trouble and trouble.place and trouble.place.line else ""
    )
    return f"What is in git as {readable(version.path)}, {which}{line},"


def shown_by(version: Version) -> str:
    """The command that shows a version as it is."""
    return f"git show {as_typed(f'{version.commit[:SHORT_ID]}:{readable(version.path)}')}"


def read_version(data: bytes, name: str) -> Read | None:
    """An assessment in these bytes, read as a person could read it; None where there is none."""
    try:
        return Read((assessment_in(parse_yaml(data, name)),))
    except ClsCheckError as error:
        trouble = error.problems[0]
    return Read(readings(data), trouble) if is_ours(plain_text(data)) else None


def of_same_day(
    versions: Iterable[tuple[Version, bytes]], wanted: Collection[Wanted]
) -> Iterator[tuple[Version, bytes]]:
    """What may be a version of these rounds: a file of the same name, or one that names the day.

    Or, if it says no day as it should, one that names the place.
    """
    paths = {each.path for each in wanted}
    days = re.compile(b"|".join(sorted({_loosely(each.date) for each in wanted}) or [b"(?!)"]))
    places = re.compile(
        b"|".join(sorted({re.escape(each.place.encode()) for each in wanted}) or [b"(?!)"]),
        re.IGNORECASE,
    )
    for version, data in versions:
        # Every other byte of a text in UTF-16 is 0.
        plain = data.replace(b"\0", b"") if b"\0" in data[:LONGEST_START] else data
        if version.path in paths or (
            b"cls-check" in plain
            and (
                days.search(plain)
                or (not days_of(plain) and (b"\\" in plain or places.search(plain)))
            )
        ):
            yield version, data


def days_of(data: bytes) -> list[bytes]:
    """The days that stand in these bytes as they should, so that they are of no others; or none."""
    # With a backslash a day can be written in ways that only the reader knows.
    return [] if b"\\" in data else _DATED.findall(data)


def _loosely(date: str) -> bytes:
    """A day in any way that a person may have written it, with or without its zeros."""
    year, month, day = date.encode().split(b"-")
    return rb"%s\D{1,2}0?%s\D{1,2}0?%s" % (year, month.lstrip(b"0"), day.lstrip(b"0"))


class _Line(NamedTuple):
    """What is to be known of a line, whatever stands around it."""

    indent: int
    is_words: bool
    """Whether it can belong to a block of text that begins further out."""
    begins_words: bool
    may_hold_numbers: bool
    has_open_quote: bool


@lru_cache(maxsize=2**16)
def _about(line: bytes) -> _Line:
    # From one version to the next, few lines of a file change.
    body = line.removesuffix(b"\r")
    return _Line(
        len(line) - len(line.lstrip(b" ")) if body else MOST_BLANKS,
        b"\r" not in body,
        _BEGINS_WORDS.fullmatch(line) is not None,
        _MAY_HOLD_NUMBERS.fullmatch(line) is not None,
        _OPEN_QUOTE.fullmatch(line) is not None,
    )


def numbers_in(data: bytes) -> bytes:
    """Alike for two versions of a file that differ in nothing but words and levels.

    Telling it from the lines is quick: a round that was edited a thousand times is read once.
    """
    lines = data.split(b"\n")
    every, kept = [], []
    block, is_whole = MOST_BLANKS, True
    for line in lines:
        about = _about(line)
        if about.may_hold_numbers:
            every.append(line)
        if about.indent > block and about.is_words:
            continue
        block = about.indent if about.begins_words else MOST_BLANKS
        if about.begins_words:
            continue
        is_whole = is_whole and not about.has_open_quote
        if about.may_hold_numbers:
            kept.append(line)
    return hashlib.sha256(b"\n".join(kept if is_whole else every)).digest()
