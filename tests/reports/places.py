"""Places for the tests: small builders of assessments from counts that a reader can follow."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import Comparison
from cls_check.domain.findings.findings import find
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.reports.audiences import view as views
from cls_check.reports.audiences.view import Audience
from cls_check.reports.model.look import Look
from cls_check.reports.model.story import story_of
from cls_check.reports.model.view import View
from cls_check.reports.output.rendering import Format, render

SCALE = ("Not true yet", "A little true", "Partly true", "Mostly true", "Very true")
PERSPECTIVES = {
    "lived-experience": "people with lived experience",
    "frontline": "frontline staff",
    "leader": "leaders",
    "community-or-partner": "community groups and partners",
}
LEVELS = {
    "not-yet": "Not yet",
    "starting": "Starting",
    "growing": "Growing",
    "part-of-how-we-work": "Part of how we work",
}


def answers(*counts: int, dont_know: int = 0, cannot_answer: int = 0) -> dict[str, int]:
    """A group's answers as in a file: how many people gave each answer, lowest first."""
    written = {str(place): count for place, count in enumerate(counts, start=1) if count}
    outside = {"dont-know": dont_know, "cannot-answer": cannot_answer}
    return written | {name: count for name, count in outside.items() if count}


def factor(title: str = "Giving it time", *statements: Any, **more: Any) -> dict[str, Any]:
    """A factor whose statements are given as maps of group to answers."""
    worded = {
        f"{title[:3].strip('=').lower()}-{place}": {
            "text": f"We do thing {place} together.",
            "answers": each,
        }
        for place, each in enumerate(statements, start=1)
    }
    return {"title": title, "statements": worded} | more


def place(took_part: Mapping[str, int], **more: Any) -> Assessment:
    """An assessment; factors are given by `factors=[...]` or as one `factor=...`."""
    factors = more.pop("factors", None) or [more.pop("factor")]
    tree = {
        "cls-check": 1,
        "questionnaire": {"id": "ten-factors", "version": "1.0"},
        "place": "Northfield",
        "date": "2026-09-10",
        "scale": SCALE,
        "perspectives": PERSPECTIVES,
        "levels": LEVELS,
        "took-part": took_part,
        "factors": {f"factor-{place}": each for place, each in enumerate(factors, start=1)},
    }
    return Assessment.model_validate(tree | more)


def everyone_said(*counts: int, minimum: int = 5, **more: Any) -> Assessment:
    """One factor with one statement that everyone answered, without perspectives."""
    people = max(minimum, sum(counts) + more.get("dont_know", 0))
    outside = {name: more.pop(name) for name in ("dont_know", "cannot_answer") if name in more}
    return place(
        {"everyone": people},
        factor=factor("Giving it time", {"everyone": answers(*counts, **outside)}),
        **({"perspectives": {}} | more),
    )


def view_of(
    assessment: Assessment,
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
    audience: Audience = "steering-group",
    look: Look | None = None,
) -> View:
    story = story_of(assessment, find(assessment), questionnaire, comparison)
    return views.view_of(story, audience, look)


def report(
    assessment: Assessment,
    form: Format = "markdown",
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
    **more: Any,
) -> str:
    return render(view_of(assessment, questionnaire, comparison, **more), form)


def questionnaire_of(assessment: Assessment, **more: Any) -> Questionnaire:
    """A questionnaire that fits an assessment, with prompts for every factor."""
    factors = {
        key: {
            "title": each.title,
            "meaning": f"What {each.title.lower()} means.",
            "levels": {level: f"{name} looks like this." for level, name in LEVELS.items()},
            "conversation": ["What went well?", "What else?"],
            "next-steps": ["Try one thing.", "Try another."],
            "if-people-disagree": "Listen to each other first.",
            "if-strong": "Write down how you did it.",
        }
        for key, each in assessment.factors.items()
    }
    tree = {
        "cls-check-questionnaire": 1,
        "id": assessment.questionnaire.id,
        "version": "1.0",
        "title": "Ten things",
        "levels": LEVELS,
        "factors": factors,
    }
    return Questionnaire.model_validate(tree | more)
