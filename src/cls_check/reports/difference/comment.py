"""Differences as a comment on a pull request: marked, calling nobody, and never too long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.reports.output.rendering import render
from cls_check.words.speech import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cls_check.reports.model.view import View

MARKER = "<!-- cls-check diff -->"
"""The first line, by which a program finds its own comment again, to write it anew."""
LONGEST = 60_000
"""In characters; hosting sites take 65,536."""
_SECTION = re.compile(r"^(?=##? )", re.MULTILINE)


def comment(views: Iterable[View], before: str = "") -> str:
    """Views one under the other; what is too long is cut where a section begins, and says so."""
    made = "\n".join(filter(None, [before, *(render(view, "comment") for view in views)]))
    return f"{MARKER}\n{_cut(made, LONGEST - len(MARKER) - 1)}"


def _cut(made: str, longest: int) -> str:
    if len(made) <= longest:
        return made
    ending = f"\n{say('difference.cut')}\n"
    kept, left = "", longest - len(ending)
    for section in _SECTION.split(made):  # no text of a stranger can begin a heading
        if len(kept) + len(section) > left:
            break
        kept += section
    return kept + ending
