"""Making the reports of every assessment in a folder, and a page that leads to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.comparison.comparison import comes_before
from cls_check.domain.findings.findings import find
from cls_check.errors import ClsCheckError, Place
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.atomic import make_folder, write_bytes
from cls_check.files.validation.kinds import key_of
from cls_check.reports.audiences.index import Reported, index_view
from cls_check.reports.output.content import ENDINGS, USUAL_FORMS, content
from cls_check.workflows.candidates import SUFFIXES, candidates
from cls_check.workflows.report import check_is_no_file, reports_of
from cls_check.workflows.score import Scored
from cls_check.yaml.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.workflows.report import Made, Wish


@dataclass(frozen=True)
class Reports:
    """What came of it: the files that were written, the index of a folder last, and what went wrong."""

    written: tuple[Path, ...]
    troubles: tuple[ClsCheckError, ...]


def make_reports(
    source: Path, folder: Path, wish: Wish, progress: Callable[[int, int], None] | None = None
) -> Reports:
    """Write the reports of all assessments in a folder and in those below it.

    A file that cannot be used is a trouble to tell of; the others are made all the same. Reports
    stand in the same folders below `folder` as the assessments below `source`.

    Args:
        source: Where the assessments are.
        folder: Where the reports go.
        wish: What is wanted of every report.
        progress: Told how many of how many are done, after each.

    Raises:
        ClsCheckError: there is no assessment at all, or nothing can be written.
    """
    check_is_no_file(folder)
    troubles: list[ClsCheckError] = []
    found = dict(_readable(source, troubles))
    if not found and not troubles:
        raise ClsCheckError.of(
            f"There is no assessment in {source}.",
            "Give the folder where cls-check close has written them.",
        )
    written: list[Path] = []
    reported: list[Reported] = []
    for number, (path, assessment) in enumerate(found.items(), start=1):
        below = path.relative_to(source).parent
        try:
            made = _made(path, assessment, found.values(), wish)
        except ClsCheckError as error:
            troubles.append(_about(path, error))
            continue
        written += _write(folder / below, made)
        links = {(below / each.name).as_posix(): each.told for each in made}
        reported.append(Reported(assessment, links))
        if progress:
            progress(number, len(found))
    written += _index(folder, reported, wish)
    return Reports(tuple(written), tuple(troubles))


def _made(path: Path, now: Assessment, known: Iterable[Assessment], wish: Wish) -> list[Made]:
    """The reports of one, with the last round of the same place before it."""
    earlier = (each for each in known if comes_before(each, now))
    before = None if now.one_view else max(earlier, key=lambda each: each.date, default=None)
    stem = path.stem if path.suffix == SUFFIXES[0] else path.name
    return reports_of(Scored(now, find(now)), before, stem, wish)


def _about(path: Path, error: ClsCheckError) -> ClsCheckError:
    """The same error with its place, where it names none."""
    place = Place(str(path))
    return ClsCheckError(each if each.place else each.at(place) for each in error.problems)


def _write(folder: Path, made: Iterable[Made]) -> Iterator[Path]:
    make_folder(folder)
    for each in made:
        write_bytes(folder / each.name, each.data)
        yield folder / each.name


def _index(folder: Path, reported: Sequence[Reported], wish: Wish) -> Iterator[Path]:
    """The page that leads to them; in the forms that can hold links, or else as a page."""
    view = index_view(reported, wish.look)
    make_folder(folder)
    for form in [form for form in wish.forms if form in USUAL_FORMS] or USUAL_FORMS[:1]:
        path = folder / f"index{ENDINGS[form]}"
        write_bytes(path, content(view, form, wish.templates))
        yield path


def _readable(source: Path, troubles: list[ClsCheckError]) -> Iterator[tuple[Path, Assessment]]:
    for path in candidates(source):
        try:
            document = read_yaml(path)
            if key_of(document) == "cls-check":
                yield path, assessment_in(document)
        except ClsCheckError as error:
            troubles.append(error)
