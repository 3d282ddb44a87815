"""Making the readiness report of an assessment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.comparison import compare
from cls_check.errors import ClsCheckError
from cls_check.files.assessments import read_assessment, slug
from cls_check.files.atomic import make_folder, write_text
from cls_check.files.questionnaires import matching
from cls_check.reports.rendering import render
from cls_check.reports.view import steering_group_view
from cls_check.workflows.scoring import score

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.assessment import Assessment
    from cls_check.domain.comparison import Comparison
    from cls_check.reports.rendering import Format


@dataclass(frozen=True)
class ReportRequest:
    """Which report is wanted, and where."""

    assessment: Path
    folder: Path
    formats: tuple[Format, ...] = ("html", "markdown")
    templates: Path | None = None
    since: Path | None = None


ENDINGS: dict[Format, str] = {"html": ".html", "markdown": ".md"}


def make_report(request: ReportRequest) -> tuple[Path, ...]:
    """Write the readiness report for the steering group; gives the files' paths."""
    check_is_no_file(request.folder)
    scored = score(request.assessment)
    used = scored.assessment.questionnaire
    view = steering_group_view(
        scored.assessment,
        scored.findings,
        matching(used.id, used.version, scored.assessment.language),
        since_last_time(request, scored.assessment),
    )
    texts = {kind: render(view, kind, request.templates) for kind in request.formats}
    make_folder(request.folder)
    written = []
    for kind, text in texts.items():
        path = request.folder / f"{request.assessment.stem}-readiness-report{ENDINGS[kind]}"
        write_text(path, text)
        written.append(path)
    return tuple(written)


def check_is_no_file(folder: Path) -> None:
    """Say so where somebody names a file to write into.

    Raises:
        ClsCheckError: the path looks like a file.
    """
    if folder.suffix in ENDINGS.values() and not folder.is_dir():
        raise ClsCheckError.of(
            f"{folder} looks like a file, and a folder is needed here.",
            f"The report gets a name of its own. Try -o {folder.parent}.",
        )


def since_last_time(request: ReportRequest, now: Assessment) -> Comparison | None:
    """The comparison with the round before, if there is one."""
    if now.one_view:
        return None
    before = (
        read_assessment(request.since) if request.since else round_before(request.assessment, now)
    )
    if before is None:
        return None
    return compare(before, now)


def round_before(path: Path, now: Assessment) -> Assessment | None:
    """The last round of the same place before this one, from the files beside it."""
    earlier = []
    for beside in sorted(path.parent.glob(f"{slug(now.place)}-*.yaml")):
        try:
            found = read_assessment(beside)
        except ClsCheckError:
            continue
        if found.place == now.place and found.date < now.date and not found.one_view:
            earlier.append(found)
    return max(earlier, key=lambda found: found.date, default=None)
