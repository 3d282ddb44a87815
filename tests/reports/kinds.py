"""Kinds of places that every report must be able to tell of, whatever their numbers."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from tests.reports.places import answers, everyone_said, factor, place, questionnaire_of

ROOT = Path(__file__).resolve().parents[2]


def whole(
    took_part: dict[str, int] | None = None, shift: int = 0, **more: Any
) -> tuple[Assessment, Questionnaire]:
    """The ten factors as they are worded, with every finding among them."""
    written = yaml.safe_load((ROOT / "questionnaires/ten-factors.yaml").read_text("utf-8"))
    asked = Questionnaire.model_validate(written)
    lived, staff = "lived-experience", "frontline"
    patterns = [
        {lived: answers(0, 6, 2), staff: answers(0, 0, 0, 8, 1)},
        {lived: answers(0, 0, 0, 4, 4), staff: answers(0, 0, 0, 3, 6)},
        {lived: answers(0, 0, 2, 6), staff: answers(0, 0, 4, 5)},
        {lived: answers(2, 2, 2, 1, 1), staff: answers(2, 2, 1, 2, 2)},
        {lived: answers(8), staff: answers(0, 3, 6)},
        {lived: answers(0, 5, 3), staff: answers(2, 6, 1)},
        {lived: answers(4, 0, 0, 0, 4), staff: answers(4, 0, 0, 0, 5)},
        {lived: answers(0, 1, 2, dont_know=5), staff: answers(0, 0, 3, dont_know=6)},
        {lived: answers(0, 2, 4, 2), staff: answers(0, 0, 2 + shift, 7 - shift)},
        {lived: answers(3, 3, 2), staff: answers(4, 4, 1)},
    ]
    factors = {
        key: {
            "title": each.title,
            "sensitive": each.sensitive,
            "early-on": each.early_on,
            "statements": {
                name: {"text": statement.text, "answers": pattern}
                for name, statement in each.statements.items()
            },
            "level": list(asked.levels)[number % 4],
            "because": "We heard it twice.",
            "evidence": [{"from": "people", "what": "A letter."}] if number % 2 else [],
            "actions": [{"what": f"Do thing {number}.", "by": "2026-12-01", "done": number == 1}],
        }
        for number, ((key, each), pattern) in enumerate(
            zip(asked.factors.items(), patterns, strict=True)
        )
    }
    tree_ = {
        "perspectives": {key: each.name for key, each in asked.perspectives.items()},
        "stage": "getting-going",
        "round": "Autumn 2026",
        "reflections": {
            key: {"text": each.text, "said": "The Thursday tables." if key == "values" else None}
            for key, each in asked.reflections.items()
        },
    }
    made = place(took_part or {lived: 8, staff: 9}, factors=list(factors.values()), **tree_ | more)
    named = dict(zip(factors, made.factors.values(), strict=True))
    return made.model_copy(update={"factors": named}), asked


def alone(**more: Any) -> Assessment:
    made = [
        factor("Giving it time", {"everyone": answers(0, 0, 0, 0, 1)}, level="growing"),
        factor("Trust", {"everyone": answers(1)}, {"everyone": answers(dont_know=1)}, {}),
        factor("Letting go", {"everyone": answers(dont_know=1)}),
    ]
    return place({"everyone": 1}, factors=made, perspectives={}, **{"one-view": True} | more)


def levels_only(**more: Any) -> Assessment:
    levels = ["growing", "not-yet", "we-do-not-agree", "part-of-how-we-work", None]
    made = [factor(f"Thing {number}", level=level) for number, level in enumerate(levels)]
    return place({"everyone": 9}, factors=made, scale=(), perspectives={}, **more)


def strangers() -> Assessment:
    """Seven answers, no perspectives, nothing of ours."""
    scale = ("never", "hardly ever", "seldom", "at times", "often", "mostly", "always")
    made = factor("Our allotment", {"everyone": answers(0, 1, 2, 3, 4, 1, 1)})
    used = {"id": "allotment", "version": "3", "title": "How is the allotment?"}
    return place(
        {"everyone": 12}, factor=made, scale=scale, perspectives={}, levels={}, questionnaire=used
    )


def hidden() -> Assessment:
    """Four people: too few to show anything of."""
    of_all = {"lived-experience": answers(0, 2), "frontline": answers(0, 0, 0, 2)}
    return place({"lived-experience": 2, "frontline": 2}, factor=factor("Trust", of_all))


def no_answers() -> Assessment:
    return place({"everyone": 6}, factor=factor("Trust", {}), perspectives={})


@cache
def kinds() -> dict[str, tuple[Assessment, Questionnaire | None, Comparison | None]]:
    new, asked = whole()
    old, _ = whole({"lived-experience": 8, "frontline": 9}, shift=2, date="2026-03-05")
    return {
        "all at hand": (new, asked, compare(old, new)),
        "the file alone": (new, None, None),
        "one view": (alone(), None, None),
        "one view, twice": (alone(), None, compare(alone(), alone())),
        "one view after a group": (alone(), None, compare(everyone_said(0, 5), alone())),
        "levels only": (levels_only(), None, None),
        "levels only, twice": (levels_only(), None, compare(levels_only(), levels_only())),
        "levels only, with prompts": (levels_only(), questionnaire_of(levels_only()), None),
        "a stranger's": (strangers(), None, None),
        "everything hidden": (hidden(), None, None),
        "no answers": (no_answers(), None, None),
    }
