"""How groups and levels are called: in the assessment's own words, or in ours for those it lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.terms import NO_AGREED_LEVEL, NO_PERSPECTIVES
from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import Assessment


def group_name(assessment: Assessment, group: str) -> str:
    """How a group is called in the middle of a sentence."""
    if group in NO_PERSPECTIVES:
        return label(f"group.{group}")
    return assessment.perspectives.get(group) or group.replace("-", " ").replace("_", " ")


def level_name(assessment: Assessment, level: str) -> str:
    """A level's words; its id where the file does not carry them."""
    if level == NO_AGREED_LEVEL:
        return label("level.we-do-not-agree")
    return assessment.levels.get(level) or large(level.replace("-", " ").replace("_", " "))
