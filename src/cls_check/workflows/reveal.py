"""Making the page that a room looks at together once a round is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError
from cls_check.files.atomic import make_folder, write_text
from cls_check.files.questionnaires.reading import matching
from cls_check.files.records.ours import ROUND
from cls_check.messages import one_line
from cls_check.read_from_disk import is_file
from cls_check.reports.output.rendering import render_page
from cls_check.reports.reveal.page import reveal_view
from cls_check.workflows.report import check_is_no_file
from cls_check.workflows.score import score

if TYPE_CHECKING:
    from pathlib import Path

TEMPLATE, STYLE = "reveal.html.jinja", "reveal.css"


@dataclass(frozen=True)
class RevealRequest:
    """Which page is wanted, and where."""

    assessment: Path
    folder: Path
    templates: Path | None = None


def make_reveal(request: RevealRequest) -> Path:
    """Write the page for the room; gives its path.

    Raises:
        ClsCheckError: the round is still being gathered, or a file cannot be used.
    """
    check_is_no_file(request.folder)
    _check_is_closed(request.assessment)
    scored = score(request.assessment)
    used = scored.assessment.questionnaire
    asked = matching(used.id, used.version, scored.assessment.language)
    view = reveal_view(scored.assessment, scored.findings, asked)
    page = render_page(TEMPLATE, view, STYLE, overrides=request.templates)
    path = request.folder / f"{request.assessment.stem}-reveal.html"
    make_folder(request.folder)
    write_text(path, page)
    return path


def _check_is_closed(path: Path) -> None:
    """Refuse a round that is still being gathered: nobody sees results before everyone answered."""
    if is_file(path / ROUND):
        shown = one_line(str(path))
        raise ClsCheckError.of(
            f"{shown} is a round that is still being gathered. "
            "Its results are shown once it is closed.",
            f"When everyone has answered, run: cls-check close {shown}\n"
            "Then run cls-check reveal with the file that it writes.",
        )
