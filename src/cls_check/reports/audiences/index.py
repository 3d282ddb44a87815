"""The page that leads to the reports of many assessments: places and dates, in plain order.

No ranking and no comparison: a place is not held against another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from cls_check.reports.model.blocks import Section, point, points, section, text
from cls_check.reports.model.view import view
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.reports.model.look import Look
    from cls_check.reports.model.view import View


class Reported(NamedTuple):
    """An assessment and the files of its reports: where each is from the index, and its name."""

    assessment: Assessment
    files: Mapping[str, str]


def index_view(reported: Sequence[Reported], look: Look | None = None) -> View:
    """The index as a view like that of a report, so that it comes in the same forms."""
    places = sorted({each.assessment.place for each in reported}, key=str.casefold)
    parts = [
        _place(name, number, [each for each in reported if each.assessment.place == name])
        for number, name in enumerate(places, start=1)
    ]
    nothing = [section("none", label("heading.none"), [text(say("nothing.yet"))])]
    foot = [say("index.no-comparison"), say("read.independent")]
    title = label("title.index")
    return view("index", title, parts or nothing, language="en", foot=foot, look=look)


def _place(name: str, number: int, reported: Sequence[Reported]) -> Section:
    by_date = sorted(reported, key=lambda each: each.assessment.date)
    blocks = [
        points(
            (point(lead=told, href=quote(where)) for where, told in each.files.items()),
            label=_when(each.assessment),
        )
        for each in by_date
    ]
    return section(f"place-{number}", name, blocks)


def _when(assessment: Assessment) -> str:
    day = day_in_words(assessment.date)
    return label("index.round", date=day, round=assessment.round) if assessment.round else day
