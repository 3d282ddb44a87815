"""Assessments and rooms for the tests, made from plain numbers."""

from __future__ import annotations

import random
from typing import Any

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.domain.rounds.round import Round, Voice
from cls_check.domain.rounds.session import Session

SCALE = ["Not true yet", "A little true", "Partly true", "Mostly true", "Very true"]
Written = dict[str, dict[Any, int]]
"""What each group answered: {"frontline": {4: 3, "dont-know": 1}}."""


def assessment(*statements: Written, **more: Any) -> Assessment:
    """One factor "f" with statements s-1, s-2 …; who took part follows from the answers."""
    took_part = more.pop("took_part", None) or people_in(statements)
    factor = more.pop("factor", {})
    tree = {
        "cls-check": 1,
        "questionnaire": {"id": "test", "version": "1"},
        "place": "Northfield",
        "date": "2026-09-10",
        "scale": SCALE,
        "perspectives": {name: name.replace("-", " ") for name in took_part},
        "took-part": took_part,
        "factors": {
            "f": {
                "title": "Factor",
                "statements": {
                    f"s-{number}": {"text": f"Statement {number}.", "answers": text_keys(answers)}
                    for number, answers in enumerate(statements, start=1)
                },
                **factor,
            }
        },
    }
    return Assessment.model_validate(tree | {k.replace("_", "-"): v for k, v in more.items()})


def text_keys(answers: Written) -> dict[str, dict[str, int]]:
    """The same with every answer written as text, as the reader gives it."""
    return {group: {str(key): n for key, n in given.items()} for group, given in answers.items()}


def people_in(statements: tuple[Written, ...]) -> dict[str, int]:
    """The fewest people of each group that the answers can come from."""
    most: dict[str, int] = {}
    for answers in statements:
        for group, given in answers.items():
            most[group] = max(most.get(group, 0), sum(given.values()))
    return most


def questionnaire(
    statements: int = 5, perspectives: int = 7, positions: int = 5, factors: int = 1
) -> Questionnaire:
    """A questionnaire with perspectives p1, p2 …, of factor f; of f-1, f-2 … where it has several."""
    each = statements // factors
    tree: dict[str, Any] = {
        "cls-check-questionnaire": 1,
        "id": "test",
        "version": "1",
        "title": "Test",
        "scale": {"answers": [f"Answer {k}" for k in range(1, positions + 1)]},
        "perspectives": {f"p{k}": f"people {k}" for k in range(1, perspectives + 1)},
        "factors": {
            "f" if factors == 1 else f"f-{factor + 1}": {
                "title": "Factor",
                "statements": {
                    f"s-{k}": f"Statement {k}."
                    for k in range(factor * each + 1, (factor + 1) * each + 1)
                },
            }
            for factor in range(factors)
        },
    }
    return Questionnaire.model_validate(tree)


def asked_now(session: Session) -> str:
    """The id of the question to ask now."""
    assert session.current
    return session.current.id


def a_round(**more: Any) -> Round:
    tree = {"cls-check-round": 1, "place": "Northfield", "date": "2026-09-10"}
    return Round.model_validate(tree | more)


def random_voices(
    chance: random.Random, asked: Questionnaire, most_people: int = 12
) -> list[Voice]:
    """A room as rooms are: groups of all sizes, some opinions shared, some answers left out."""
    assert asked.scale
    positions = len(asked.scale.answers)
    answers = [*map(str, range(1, positions + 1)), "dont-know", "cannot-answer", None]
    voices = []
    for perspective in asked.perspectives:
        leaning = chance.choice([None, str(chance.randint(1, positions))])
        silence = chance.choice([0, 0, 0.3, 0.8])
        for _ in range(chance.choice([0, 1, 2, 3, 4, 5, chance.randint(0, most_people)])):
            given = {}
            for statement_id, _ in asked.statements():
                answer = leaning if leaning and chance.random() < 0.6 else chance.choice(answers)
                if answer and chance.random() >= silence:
                    given[statement_id] = answer
            voices.append(
                Voice.model_validate(
                    {"cls-check-voice": 1, "perspective": perspective, "answers": given}
                )
            )
    return voices
