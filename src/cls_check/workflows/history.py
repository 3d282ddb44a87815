"""Finding the rounds of places: in files, or in what git remembers of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.comparison.history import PlaceHistory, histories
from cls_check.errors import BadFileError, ClsCheckError, UnknownNameError
from cls_check.files.assessments.at_hand import ASSESSMENTS
from cls_check.files.assessments.reading import assessment_in, read_assessment
from cls_check.git.history import is_shallow, log_of
from cls_check.git.plumbing import blobs, readable
from cls_check.git.typed_versions import looks_like_ours
from cls_check.read_from_disk import is_file, is_folder, read_bytes
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.git.history import Version


_ON_ONE_LINE = rb"""\n%b: (?:[^"'|>\n][^\n]*|"[^"\n]*"\r?)\n(?=\S)"""
_SAYS_WHICH_ROUND = tuple(re.compile(_ON_ONE_LINE % name) for name in (b"place", b"date"))


class Unread(NamedTuple):
    """What could not be read, and why."""

    source: str
    why: str


@dataclass(frozen=True)
class LookedBack:
    """The rounds of each place, and what could not be read."""

    places: tuple[PlaceHistory[str], ...]
    unread: tuple[Unread, ...] = ()
    is_shallow: bool = False


def in_files(path: Path) -> LookedBack:
    """The rounds of the places in a folder; of a file, those of its place beside it.

    Raises:
        ClsCheckError: there is nothing of that name, or the file named is broken.
    """
    place = None if is_folder(path) else read_assessment(path).place
    unread: list[Unread] = []
    found = list(_read(_files(path if is_folder(path) else path.parent, unread), unread))
    if place is not None:
        found = [(name, each) for name, each in found if each.place == place]
    return LookedBack(_some(histories(reversed(found)), unread), tuple(unread))


def _files(folder: Path, unread: list[Unread]) -> Iterator[tuple[str, bytes]]:
    """The assessments of a folder, and of the folder for them inside it, by name."""
    for inside in (folder, folder / ASSESSMENTS):
        try:
            entries = sorted(inside.glob("*.yaml"))
        except OSError:
            continue
        for entry in entries:
            name = readable(entry.relative_to(folder).as_posix())
            if is_file(entry):
                try:
                    yield name, read_bytes(entry, name)
                except BadFileError as error:
                    unread.append(Unread(name, error.problems[0].fact))


def in_commits(path: Path) -> LookedBack:
    """The same from git: every round that a commit of a file, or of the files in a folder, held.

    Of each round the newest version counts. In a folder the older ones are not read any more; of
    a file all are, so that it is told of each of its versions where it cannot be read.

    Raises:
        ClsCheckError: there is no git, no repository, or nothing of it in there.
    """
    home = path if is_folder(path) else path.parent
    # Git names paths as they are from here; a name of its own could mean something to it.
    spec = "." if is_folder(path) else f":(literal){path.name}"
    versions = [v for v in log_of([spec], home) if v.blob and v.path.endswith((".yaml", ".yml"))]
    first: dict[str, Version] = {}
    for version in versions:
        first.setdefault(version.blob, version)
    unread: list[Unread] = []
    sources = _remembered(first, home, unread)
    found = _newest(sources, unread) if is_folder(path) else _read(sources, unread)
    return LookedBack(_some(histories(found), unread), tuple(unread), is_shallow(home))


def _remembered(
    first: dict[str, Version], home: Path, unread: list[Unread]
) -> Iterator[tuple[str, bytes]]:
    for blob, data in blobs(first, home):
        name = f"{readable(first[blob].path)} at {first[blob].commit[:7]}"
        if data is None:
            unread.append(Unread(name, "It is missing or damaged in this repository."))
        else:
            yield name, data


def _newest(
    sources: Iterable[tuple[str, bytes]], unread: list[Unread]
) -> Iterator[tuple[str, Assessment]]:
    """The same as `_read`, without versions of a round of which a newer one was read.

    They are known by two lines that are letter for letter those of the newer one: reading a
    version takes a hundred times as long as looking for these.
    """
    known: set[tuple[bytes, ...]] = set()
    for name, data in sources:
        which = _which_round(data)
        if which in known:
            continue
        for read in _read([(name, data)], unread):
            if which and not read[1].one_view:
                known.add(which)
            yield read


def _which_round(data: bytes) -> tuple[bytes, ...]:
    """The lines for the place and the date; nothing where they are not plainly there, once each."""
    found = [line.findall(data) for line in _SAYS_WHICH_ROUND]
    return tuple(lines[0] for lines in found) if all(len(lines) == 1 for lines in found) else ()


def _read(
    sources: Iterable[tuple[str, bytes]], unread: list[Unread]
) -> Iterator[tuple[str, Assessment]]:
    """What is an assessment; what tries to be one and is broken is kept with the reason."""
    for name, data in sources:
        if not looks_like_ours(data):
            continue
        try:
            assessment = assessment_in(parse_yaml(data, name))
        except ClsCheckError as error:
            unread.append(Unread(name, error.problems[0].fact))
        else:
            yield name, assessment


def _some(
    places: tuple[PlaceHistory[str], ...], unread: list[Unread]
) -> tuple[PlaceHistory[str], ...]:
    if not places and not unread:
        raise UnknownNameError.of(
            "No closed round was found here.", "Name the folder of a place, or one of its files."
        )
    return places
