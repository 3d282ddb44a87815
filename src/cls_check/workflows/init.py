"""Beginning a folder for a place: what is put into it, and what is left as it is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cls_check import resources
from cls_check.domain.file_names import unfit
from cls_check.errors import BadFileError, ClsCheckError, Place
from cls_check.files.atomic import make_folder, write_text
from cls_check.files.settings import FILE, value_of
from cls_check.messages import one_line, quoted
from cls_check.read_from_disk import is_folder, read_bytes
from cls_check.yaml.writer import normalised, to_yaml

FILES = {
    "README.md": "README.md",
    ".gitignore": "gitignore",
    ".gitattributes": "gitattributes",
    FILE: "cls-check.yaml",
    "assessments/README.md": "assessments/README.md",
}
"""What a new folder holds, and where it is copied from. Git would obey files with dots there."""

PRIVATE = "*.open/"
"""The line of `.gitignore` that keeps rounds being gathered out of git."""

_RECORD = ".open"
_EXAMPLE_OF_A_PLACE = "# place: Northfield\n"


@dataclass(frozen=True)
class Begun:
    """What beginning a folder did, or would do; names are those within the folder."""

    folder: Path
    new: tuple[str, ...]
    stays: tuple[str, ...]
    keeps_private: bool
    """Whether its `.gitignore` leaves rounds being gathered out, as far as can be seen."""


def folder_named(name: str) -> Path:
    """The folder that somebody names, if it can be one.

    Raises:
        ClsCheckError: it cannot, and the message says why.
    """
    if not name.strip():
        raise ClsCheckError.of(
            "Which folder?",
            "Give it a name, for example: cls-check init northfield\n"
            "For the folder you are in: cls-check init .",
        )
    folder = Path(name)
    if folder.name == "..":
        raise _no_folder(name, "Go to that folder, and type: cls-check init .")
    for part in (folder, *folder.parents):
        if not os.path.lexists(part) and (why := unfit(part.name)):
            raise _no_folder(part.name, why)
    if os.path.lexists(folder) and not is_folder(folder):
        raise _no_folder(name, "Something else has that name already. Choose another name.")
    if _is_in_a_record(folder):
        raise _no_folder(name, f"A name that ends in {_RECORD} is for a round being gathered.")
    return folder


def _is_in_a_record(folder: Path) -> bool:
    try:
        return any(part.endswith(_RECORD) for part in Path(os.path.realpath(folder)).parts)
    except OSError:
        return False  # the current folder is gone: writing will say so


def _no_folder(name: str, hint: str) -> ClsCheckError:
    return ClsCheckError.of(f"{quoted(name)} cannot be the folder of a place.", hint)


def is_free(folder: Path, name: str) -> bool:
    """Whether a file of this name can be put into the folder without touching what is there."""
    path = folder / name
    inside = path.parent
    # A link would lead the file to some other place.
    blocked = inside != folder and os.path.lexists(inside) and not _is_folder_itself(inside)
    return not (blocked or os.path.lexists(path))


def _is_folder_itself(path: Path) -> bool:
    return is_folder(path) and not path.is_symlink()


def begin_folder(folder: Path, place: str | None, *, dry_run: bool = False) -> Begun:
    """Put what is missing into the folder of a place; nothing that is there is changed.

    Raises:
        ClsCheckError: the place cannot be used, or something cannot be written.
    """
    new = {name: _text(source) for name, source in FILES.items() if is_free(folder, name)}
    if place and FILE in new:
        new[FILE] = _with_place(new[FILE], place)
    for name, text in () if dry_run else new.items():
        make_folder((folder / name).parent)
        write_text(folder / name, text, replacing=None)
    stays = tuple(name for name in FILES if name not in new)
    keeps_private = ".gitignore" in new or _leaves_records_out(folder / ".gitignore")
    return Begun(folder, tuple(new), stays, keeps_private)


def _text(source: str) -> str:
    return resources.folder("starter").joinpath(*source.split("/")).read_text(encoding="utf-8")


def _with_place(settings: str, place: str) -> str:
    line = to_yaml({"place": value_of("place", normalised(place), Place("--place"))})
    return settings.replace(_EXAMPLE_OF_A_PLACE, line)


def _leaves_records_out(gitignore: Path) -> bool:
    try:
        lines = read_bytes(gitignore, one_line(str(gitignore))).split()
    except BadFileError:
        return False
    return PRIVATE.encode() in lines
