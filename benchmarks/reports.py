"""What the reports of a round cost: a whole command, a further report, and the size of the page."""

from __future__ import annotations

import gzip
import time
from statistics import median
from typing import TYPE_CHECKING

from cls_check.reports.audiences.view import view_of
from cls_check.reports.output.content import content
from cls_check.workflows.report import Wish, reports_of, round_before, told_of
from cls_check.workflows.score import score

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment

IMPORTS = "import typer, pydantic, yaml, jinja2\n"
MOST_MILLISECONDS, MOST_KILOBYTES, MOST_SQUEEZED = 60, 150, 20
LINE = "{:<44}{:>10}{:>30}"


def earlier(closed: Assessment) -> Assessment:
    """The same round as if it had been half a year before."""
    return closed.model_copy(update={"date": "2026-03-12"})


def told(path: Path, runs: int) -> list[str]:
    """Lines about a file with a round before it beside: a further report, and the page's size."""
    scored = score(path)
    before = round_before(path, scored.assessment)
    taken = [_time(lambda: reports_of(scored, before, path.stem, Wish())) for _ in range(runs + 1)]
    page = content(view_of(told_of(scored, before)), "html")
    squeezed = len(gzip.compress(page, 9)) / 1024
    return [
        _line("a further report, HTML and Markdown", median(taken[1:]), "ms", MOST_MILLISECONDS),
        _line("the page", len(page) / 1000, "kB", MOST_KILOBYTES),
        _line("the page, squeezed", squeezed, "KiB", MOST_SQUEEZED),
    ]


def _time(job: object) -> float:
    began = time.process_time()
    job()  # type: ignore[operator]
    return (time.process_time() - began) * 1000


def _line(what: str, seen: float, unit: str, most: float) -> str:
    mark = "" if seen <= most else " !"
    return LINE.format(what, f"{seen:.1f} {unit}", f"<= {most:g} {unit}{mark}")
