"""Setting git up to show assessments as sentences, looking whether it is, and taking it out."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError
from cls_check.files.atomic import make_folder, write_bytes
from cls_check.git import install as lines
from cls_check.git.plumbing import ask, ask_or_none, found_on_path
from cls_check.messages import one_line
from cls_check.read_from_disk import is_file, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Change = Callable[[str | None], str | None]

ATTRIBUTES = ".gitattributes"
PROGRAM = "cls-check-git"


@dataclass(frozen=True)
class Edit:
    """What a file holds, and what it will hold; None where there is no file."""

    file: Path
    before: bytes | None
    after: bytes | None

    def lines(self) -> Iterator[str]:
        """The lines that come or go."""
        old, new = (_text(each).splitlines() for each in (self.before, self.after))
        more, fewer = (new, old) if len(new) >= len(old) else (old, new)
        yield from (line for line in more if line not in fewer)


@dataclass(frozen=True)
class Status:
    """How far it is set up."""

    config_file: Path
    config: lines.State
    attributes_file: Path
    attributes: bool
    program: bool


def install(folder: Path, *, for_all: bool = False, dry_run: bool = False) -> tuple[Edit, ...]:
    """Let git show the assessments of a folder as sentences; gives what changed, or would.

    Args:
        folder: The folder of a place.
        for_all: Whether every repository of this user knows how, and not this one alone.
        dry_run: Whether to leave all as it is.

    Raises:
        ClsCheckError: there is no git, no work tree, or a file cannot be written.
    """
    config = partial(lines.with_config, program=program())
    changes = (config, lines.with_attributes, lines.with_private)
    return _edited(folder, *changes, for_all=for_all, dry_run=dry_run)


def program() -> str:
    """The program that makes the sentences, as git finds it: by its name, else where we are.

    Whoever started with `start.py` has it in a folder that is not on the PATH.
    """
    beside = Path(sys.executable).with_name(PROGRAM + (".exe" if os.name == "nt" else ""))
    return str(beside) if not found_on_path(PROGRAM) and beside.is_file() else PROGRAM


def has_program() -> bool:
    """Whether git will find that program."""
    return bool(found_on_path(PROGRAM)) or is_file(Path(program()))


def uninstall(folder: Path, *, for_all: bool = False, dry_run: bool = False) -> tuple[Edit, ...]:
    """Take out what `install` put in; the files are byte for byte as they were.

    Raises:
        ClsCheckError: there is no git, no work tree, or a file cannot be written.
    """
    changes = (lines.without_config, lines.without_attributes, lines.without_private)
    return _edited(folder, *changes, for_all=for_all, dry_run=dry_run)


def status(folder: Path, *, for_all: bool = False) -> Status:
    """How far it is set up in a folder.

    Raises:
        ClsCheckError: there is no git or no repository.
    """
    config, attributes = _config_file(folder, for_all=for_all), _attributes_file(folder)
    known = lines.configured(_text(_read(config)), program())
    if known == "no" and not for_all:
        wide = _config_file(folder, for_all=True)
        if lines.configured(_text(_read(wide)), program()) != "no":
            config, known = wide, lines.configured(_text(_read(wide)), program())
    return Status(config, known, attributes, _is_marked(folder, attributes), has_program())


def _is_marked(folder: Path, attributes: Path) -> bool:
    """Whether git itself says so of an assessment in this folder."""
    asked = ask_or_none(["check-attr", "-z", "diff", "--", "northfield-2026-09-10.yaml"], folder)
    if asked is None:
        return lines.attributed(_text(_read(attributes)))
    return asked.split(b"\0")[2:3] == [b"cls-check"]


def _edited(
    folder: Path,
    config: Change,
    attributes: Change,
    private: Change,
    *,
    for_all: bool,
    dry_run: bool,
) -> tuple[Edit, ...]:
    edits = [_edit(_config_file(folder, for_all=for_all), config)]
    if _has_files(folder):
        edits.append(_edit(_attributes_file(folder), attributes))
        edits.append(_edit(_git_path(folder, "info/exclude"), private))
    elif not for_all:
        raise ClsCheckError.of(
            "This repository has no files here to show: it is a bare one, or you are inside .git.",
            "Go to the folder of your place. For all repositories: cls-check git install --global",
        )
    changed = tuple(edit for edit in edits if edit.before != edit.after)
    for edit in () if dry_run else changed:
        _write(edit)
    return changed


def _has_files(folder: Path) -> bool:
    return ask_or_none(["rev-parse", "--is-inside-work-tree"], folder) == b"true\n"


def _edit(file: Path, change: Change) -> Edit:
    before = _read(file)
    after = change(None if before is None else _text(before))
    return Edit(file, before, None if after is None else after.encode("utf-8", "surrogateescape"))


def _write(edit: Edit) -> None:
    if edit.after is None:
        edit.file.unlink()  # we made it, and nothing else is in it
        return
    make_folder(edit.file.parent)
    write_bytes(edit.file, edit.after, replacing=edit.before)


def _read(file: Path) -> bytes | None:
    return read_bytes(file, one_line(str(file))) if os.path.lexists(file) else None


def _text(data: bytes | None) -> str:
    """The same bytes as text, whatever they are."""
    return (data or b"").decode("utf-8", "surrogateescape")


def _attributes_file(folder: Path) -> Path:
    return folder / ATTRIBUTES


def _config_file(folder: Path, *, for_all: bool) -> Path:
    if for_all:
        return _config_of_the_user()
    return _git_path(folder, "config")


def _git_path(folder: Path, name: str) -> Path:
    """A file of this repository's git alone, in none of its versions."""
    named = ask(["rev-parse", "--git-path", name], folder)
    return folder / os.fsdecode(named.removesuffix(b"\n"))


def _config_of_the_user() -> Path:
    """The file that `git config --global` writes: see git-config(1), FILES."""
    if named := os.environ.get("GIT_CONFIG_GLOBAL"):
        return Path(named)
    usual = Path.home() / ".gitconfig"
    xdg = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "git" / "config"
    return xdg if is_file(xdg) and not os.path.lexists(usual) else usual
