"""The view of a report, in which all that may not be shown is already gone.

Suppression, rounding and wording happen here and in what this calls; a renderer lays out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, get_args

from cls_check.reports.model.view import view

if TYPE_CHECKING:
    from cls_check.reports.model.look import Look
    from cls_check.reports.model.story import Story
    from cls_check.reports.model.view import View

Audience = Literal["steering-group", "summary", "participants"]
"""Who the report is for; each has a module in `cls_check.reports.audiences`."""
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

WITH_CONTENTS: frozenset[Audience] = frozenset({"steering-group"})
"""Reports that are long enough for a list of contents."""


def view_of(story: Story, audience: Audience = "steering-group", look: Look | None = None) -> View:
    """Everything that a report says to one audience, in order.

    Raises:
        ClsCheckError: there is no such report of such an assessment.
    """
    told = import_module(f"cls_check.reports.audiences.{audience.replace('-', '_')}")
    return view(
        audience,
        told.title(story),
        list(told.sections(story)),
        language=story.safe.language,
        foot=list(told.foot(story)),
        particulars=list(told.facts(story)),
        with_contents=audience in WITH_CONTENTS,
        look=look,
    )
