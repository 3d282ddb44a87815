"""Exporting the answers of one or of many assessments as tables, one assessment in memory at a time."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import BadFileError, ClsCheckError, Place, RefusedError
from cls_check.exchange.outgoing.forms import is_ours, opened, package_at, package_of, tables_at
from cls_check.exchange.outgoing.rows import rows_of
from cls_check.files.all_or_nothing import written_together
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.validation.kinds import key_of
from cls_check.messages import one_line
from cls_check.read_from_disk import is_file, is_folder
from cls_check.workflows.candidates import NO_ASSESSMENTS, candidates
from cls_check.yaml.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.errors import Problem
    from cls_check.exchange.outgoing.forms import FormName, Writer

ASSESSMENT = "cls-check"


@dataclass(frozen=True)
class ExportRequest:
    """Which assessments are exported, in which form and where to."""

    sources: tuple[Path, ...]
    form: FormName
    target: Path
    """The file of the counts; other files stand beside it with a word more in their names."""
    skip_broken: bool = False


@dataclass
class Exported:
    """What came of it: the files, how many assessments are in them, and what was left out."""

    written: tuple[Path, ...] = ()
    assessments: int = 0
    one_views: int = 0
    twice: list[tuple[str, str]] = field(default_factory=list)
    """Files that hold the same place, date, round and questionnaire as one before them."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with files that were left out."""
    skipped: int = 0


class Source(NamedTuple):
    """A file that could hold an assessment."""

    path: str
    name: str
    """What tells its rows from others': its path, from the nearest folder that holds all files."""
    was_named: bool
    """Whether somebody gave this very file, or it was found in a folder."""


def export(request: ExportRequest, progress: Callable[[int, int], None]) -> Exported:
    """Write the tables, all of them or none.

    Args:
        request: What is wanted.
        progress: Told how many of how many files were read, after each.

    Raises:
        BadFileError: files that cannot be used, unless they are to be skipped.
        RefusedError: a file in the way was not written by an export; or all that there is are
            one person's own views.
        ClsCheckError: nothing can be read, or written.
    """
    tables = tables_at(request.form, request.target)
    described = package_at(request.form, request.target)
    paths = (*tables.values(), *([described] if described else ()))
    for path in paths:
        _check_may_be_replaced(path, request.form)
    done = Exported(paths)
    with written_together(paths) as beside:
        with opened(request.form, dict(zip(tables, beside, strict=False))) as writer:
            _write_all(writer, request, done, progress)
            _check_is_whole(request, done)
        if described:
            beside[-1].write_bytes(package_of(tables))
    return done


def _write_all(
    writer: Writer, request: ExportRequest, done: Exported, progress: Callable[[int, int], None]
) -> None:
    sources = sources_in(request.sources)
    known: dict[tuple[str | None, ...], str] = {}
    for number, source in enumerate(sources, start=1):
        try:
            assessment = _read(source)
        except BadFileError as error:
            done.problems += error.problems
            done.skipped += 1
            continue
        if assessment:
            _write(writer, assessment, source, done, known)
        progress(number, len(sources))


def _write(
    writer: Writer,
    assessment: Assessment,
    source: Source,
    done: Exported,
    known: dict[tuple[str | None, ...], str],
) -> None:
    if assessment.one_view:
        done.one_views += 1
        return
    of_round = (assessment.place, assessment.date, assessment.round, assessment.questionnaire.id)
    first = known.setdefault(of_round, source.name)
    if first != source.name:
        done.twice.append((first, source.name))
    for table, rows in rows_of(assessment, source.name).items():
        writer.add(table, rows)
    done.assessments += 1


def _read(source: Source) -> Assessment | None:
    """The assessment in a file; None for a file of another kind that was found in a folder."""
    document = read_yaml(Path(source.path))
    if not source.was_named and key_of(document) != ASSESSMENT:
        return None
    return assessment_in(document)


def sources_in(paths: Sequence[Path]) -> list[Source]:
    """Every file that could be an assessment, once each, in the order of their names."""
    folders = {path for path in paths if _is_to_be_searched(path)}
    found = {str(path): path not in folders for path in paths if path not in folders}
    for folder in folders:
        for path in candidates(folder):
            found.setdefault(str(path), False)
    tops = [_absolute(path if path in folders else path.parent) for path in paths]
    top = _shared(tops)
    named = {os.path.realpath(path): (path, was_named) for path, was_named in found.items()}
    every = (Source(path, _name(path, top), named) for path, named in named.values())
    return sorted(every, key=lambda source: source.name)


def _is_to_be_searched(path: Path) -> bool:
    return is_folder(path) and not path.name.endswith(NO_ASSESSMENTS)


def _shared(folders: Sequence[str]) -> str:
    """The nearest folder that holds all of these; "" where they are on several disks."""
    try:
        return os.path.commonpath(folders)
    except ValueError:
        return ""


def _absolute(path: Path | str) -> str:
    """With the folder it is in, and links left as they are: their names are what people know."""
    return os.path.normpath(Path(path).absolute())


def _name(path: str, top: str) -> str:
    absolute = _absolute(path)
    return (os.path.relpath(absolute, top) if top else absolute).replace(os.sep, "/")


def _check_is_whole(request: ExportRequest, done: Exported) -> None:
    if done.problems and not request.skip_broken:
        raise BadFileError(done.problems)
    if done.assessments:
        return
    if done.one_views:
        raise RefusedError.of(
            "This is one person's own view, and no answers of a single person are exported."
            if done.one_views == 1
            else "These are one person's own views, and no answers of a single person are exported.",
            "Nothing was written. For its numbers: cls-check score FILE --format csv",
        )
    if done.problems:
        raise BadFileError(done.problems)
    where = ", ".join(one_line(str(path)) for path in request.sources)
    raise ClsCheckError.of(
        f"There is no assessment in {where}.",
        "Give the folder where cls-check close has written them.",
    )


def _check_may_be_replaced(path: Path, form: FormName) -> None:
    """Go on only if nothing is there, or an export wrote it.

    Raises:
        RefusedError: it is somebody's own.
    """
    try:
        if not is_file(path) or is_ours(form, path):
            return
    except (OSError, ValueError, BadFileError):
        return  # writing says what is wrong
    raise RefusedError.of(
        "A file is there already, and no export of cls-check has written it.",
        "Nothing was written. Move that file away, or name another one with -o.",
        Place(one_line(str(path))),
    )
