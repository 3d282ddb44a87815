"""The view model of a report: plain data in which all that may not be shown is already gone.

Suppression, rounding and wording happen here and in what this calls; a renderer lays out.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, get_args

from cls_check.domain.assessments.privacy import protected
from cls_check.reports.model.look import Look
from cls_check.reports.model.shown import all_visible
from cls_check.reports.model.story import Story
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.questionnaires.questionnaire import Questionnaire

Audience = Literal["steering-group", "summary", "participants"]
"""Who the report is for; each has a module in `cls_check.reports.audiences`."""
AUDIENCES: tuple[Audience, ...] = get_args(Audience)

WITH_CONTENTS: frozenset[Audience] = frozenset({"steering-group"})
"""Reports that are long enough for a list of contents."""


def view_of(
    assessment: Assessment,
    findings: Sequence[FactorFindings],
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
    audience: Audience = "steering-group",
    look: Look | None = None,
) -> dict[str, Any]:
    """Everything that a report says, in order, as plain dicts, lists and texts.

    Raises:
        ClsCheckError: there is no such report of such an assessment.
    """
    story = Story(protected(assessment), findings, questionnaire, comparison)
    own = look or Look()
    told = import_module(f"cls_check.reports.audiences.{audience.replace('-', '_')}")
    title = told.title(story)
    view = {
        "audience": audience,
        "language": story.safe.language,
        "title": own.title or title,
        "particulars": list(told.facts(story)),
        "contents": label("contents") if audience in WITH_CONTENTS else "",
        "skip": label("skip"),
        "sections": list(told.sections(story)),
        "foot": list(told.foot(story)),
    }
    shown: dict[str, Any] = all_visible(view)
    return shown | {"look": own.as_plain_data()}
