"""Erasing a record so that it can always be finished, and what was left by a kill.

The first step is one change of a name: from then on the folder is no round any more, for nobody
could tell how much of it is left. Then the answers go, then the rest, and what says that this is a
record goes last. Cut off at any moment, the same command goes on with what is there.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, ClsCheckError, Place, RefusedError
from cls_check.files.atomic import PRIVATE_FOLDER, SURELY_LEFT, UNFINISHED, sync_folder
from cls_check.files.records.lock import held
from cls_check.files.records.ours import (
    ERASING,
    IGNORE,
    IGNORE_EVERYTHING,
    LOCK,
    QUESTIONNAIRE,
    ROUND,
    SUFFIX,
    UNFINISHED_IMPORT,
    UNFINISHED_RECORD,
    VOICES,
    Inside,
    inside,
)
from cls_check.messages import as_typed, listed, one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def answers_of(folder: Path) -> dict[str, bytes]:
    """What people said so far, as it stands on the disk, by random names."""
    try:
        return {path.name: path.read_bytes() for path in inside(folder).answers}
    except OSError:
        return {}


def erase(folder: Path, only: Mapping[str, bytes] | None = None) -> tuple[Path, ...]:
    """Delete what is ours in a record, and the folder; gives what is not ours, and stays.

    Args:
        folder: The folder of a record.
        only: What people had said when it was added up, if it was: see `answers_of`.

    Raises:
        RefusedError: another window holds it, or more was said since; nothing was erased.
        ClsCheckError: something cannot be deleted. It can be finished later.
    """
    place = Path(os.path.realpath(folder))
    try:
        with held(place):
            if only is not None and answers_of(place) != only:
                raise _more_was_said(folder)
            with contextlib.suppress(OSError):  # else the answers go first, and the rest after them
                _begin(place)
            found = inside(place)
            _delete(each for each in found.files if each.name not in (LOCK, ROUND, IGNORE))
            _delete_folders(found.folders)
            sync_folder(place)
        return tuple(_end(place))
    except OSError as error:
        raise _cannot_be_erased(folder, error) from None


def _more_was_said(folder: Path) -> RefusedError:
    return RefusedError.of(
        f"Somebody answered in {one_line(str(folder))} after it was closed.",
        "So it was not erased. What they said is in no file yet. If enough people came late, "
        f"close it again:\n  cls-check close {as_typed(folder)}",
    )


def begin_erasing(folder: Path) -> None:
    """The first step, for whoever holds the record: `erase` does the rest, once it is let go.

    Raises:
        ClsCheckError: the system does not let us.
    """
    try:
        _begin(Path(os.path.realpath(folder)))
    except OSError as error:
        raise _cannot_be_erased(folder, error) from None


def _begin(place: Path) -> None:
    """Make sure that nobody takes what is left for a round, from the first moment on."""
    if (place / ERASING).is_dir():
        return
    if (place / VOICES).is_dir() and not (place / VOICES).is_symlink():
        (place / VOICES).rename(place / ERASING)
    else:
        (place / ERASING).mkdir(PRIVATE_FOLDER)
    sync_folder(place)


def _delete(files: Iterable[Path]) -> None:
    for path in files:
        path.unlink(missing_ok=True)


def _delete_folders(folders: Iterable[Path]) -> None:
    for path in folders:
        sync_folder(path)
        with contextlib.suppress(OSError):  # what is not ours is in it
            path.rmdir()


def _end(place: Path) -> list[Path]:
    """The last steps, once nobody holds it any more: Windows keeps a file that is open."""
    found = _inside(place)
    _delete(each for each in found.files if each.name != IGNORE)
    if found.strange:
        return found.strange  # git is not to see it either
    _delete(each for each in found.files if each.name == IGNORE)
    place.rmdir()
    sync_folder(place.parent)
    return []


def _inside(place: Path) -> Inside:
    """What is in it, where a file for git that says something else is not ours."""
    found = inside(place)
    for each in [each for each in found.files if each.name == IGNORE]:
        if each.read_bytes() != IGNORE_EVERYTHING.encode():
            found.files.remove(each)
            found.strange.append(each)
    return found


def _cannot_be_erased(folder: Path, error: OSError) -> ClsCheckError:
    path = error.filename or folder
    return ClsCheckError.of(
        f"This could not be erased: {error.strerror or 'unknown reason'}.",
        f"Close other programs that have it open, then finish:\n  {_finish(folder)}",
        Place(one_line(str(path))),
    )


def _finish(folder: Path) -> str:
    return f"cls-check close {as_typed(folder)} --erase"


def was_being_erased(folder: Path) -> bool:
    """Whether a folder was a record, and erasing it was begun and not finished."""
    return _left(folder) is not None


def _left(folder: Path) -> Inside | None:
    """What is left in the folder of a record that was being erased; None where it is none."""
    place = Path(os.path.realpath(folder))
    try:
        is_marked = (place / ERASING).is_dir()
        if not is_marked and (place / ROUND).is_file() and (place / QUESTIONNAIRE).is_file():
            return None
        found = _inside(place)
    except (OSError, ValueError):
        return None
    return found if is_marked or _is_the_rest(found, place) else None


def _is_the_rest(found: Inside, place: Path) -> bool:
    """Whether erasing may have left this: here, or in earlier versions, which took it all at once."""
    if not place.name.endswith(SUFFIX):
        return False
    if found.has(ROUND):
        return not (found.has(QUESTIONNAIRE) or found.private)
    return bool(found.files or found.folders) or not found.strange


def left_of(folder: Path) -> BadFileError | None:
    """What is said of a record that was being erased; None of any other folder."""
    found = _left(folder)
    if found is None:
        return None
    name, hint = one_line(str(folder)), f"To finish: {_finish(folder)}"
    if found.private:
        several = f"{len(found.private)} private files are"
        several = "1 private file is" if len(found.private) == 1 else several
        fact = f"{name} was being erased, and {several} still in it."
        if not (found.has(ROUND) or found.has(ERASING)):
            hint += f"\nIf nobody was erasing it, put its {ROUND} back from a copy."
    else:
        fact = f"{name} was erased, and no answers that we know of are left in it."
    if found.strange:
        others = listed([str(path.relative_to(os.path.realpath(folder))) for path in found.strange])
        hint += f"\nNot from cls-check, and never touched by it: {others}"
    return BadFileError.of(fact, hint)


def sweep_in(folder: Path) -> None:
    """Take away what was cut off while it was written into a record, where nobody writes now."""
    with contextlib.suppress(OSError):
        found = inside(folder)
        _delete(path for path in found.files if _was_cut_off(path, folder))
        _delete_folders(path for path in found.folders if _was_cut_off(path, folder))


def _was_cut_off(path: Path, folder: Path) -> bool:
    first = path.relative_to(folder).parts[0]
    return bool(UNFINISHED.fullmatch(path.name) or UNFINISHED_IMPORT.fullmatch(first))


def erase_unfinished(folder: Path) -> None:
    """Take away a record whose making was cut off; nobody has answered in it."""
    with contextlib.suppress(OSError):
        found = inside(folder)
        _delete(found.files)
        _delete_folders((*found.folders, folder))


def sweep_beside(folder: Path) -> None:
    """Take away records beside this one whose making was cut off long ago, where that can be."""
    with contextlib.suppress(OSError):
        now = folder.stat().st_ctime  # the disk's own clock: it was touched a moment ago
        for path in folder.parent.iterdir():
            is_one = UNFINISHED_RECORD.fullmatch(path.name) and not path.is_symlink()
            if is_one and path.stat().st_mtime < now - SURELY_LEFT:
                erase_unfinished(path)
