"""What is said beside pictures, and to those who cannot see them, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

CHARTS: Final[dict[str, Template]] = {
    # Words beside a picture, and what somebody hears who cannot see it.
    "lane.group": "{group}: {typical}.",
    "lane.ends": "From {low} ({lowest}) to {high} ({highest}).",
    "lane.between": "From {low} to {high}.",
    "lane.same": "All perspectives shown come to {typical}.",
    "lane.nothing": "There is no number to show for a perspective here.",
    "chart.blocks": "One block is one person, lowest answer on the left. "
    "The words count those in the stronger colour.",
    "chart.answers": "People who gave each answer, lowest first: {counts}.",
    "chart.then-and-now": "Then {then}, now {now}.",
    "chart.then": "Hollow: {date}.",
    "chart.now": "Filled: {date}.",
    "chart.line": "A thick line is a clear shift. A dashed line may be one. "
    "Without a line there is no clear change.",
}
