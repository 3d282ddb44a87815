"""No report says two things of which one denies the other, of a factor or of the whole.

Which sentences exclude each other stands in docs/sentences.md. Places are drawn by lot: 1 to 30
factors, 3 to 11 answers, 0 to 6 perspectives with short and long names. CLS_CHECK_PLACES says how
many; 5,000 were looked at before this was written.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any, NamedTuple

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.findings import find
from cls_check.reports.audiences.view import AUDIENCES, view_of
from cls_check.reports.model.story import Story, story_of
from cls_check.reports.output.rendering import render

ROOT = Path(__file__).resolve().parents[2]
PLACES = int(os.environ.get("CLS_CHECK_PLACES", "250"))
NAMES = (
    "people with lived experience",
    "family members and unpaid carers",
    "fire and rescue, and those who teach and learn",
    "everybody who works in the community teams of the north and south of the county",
    "managers",
    "people who would rather not say",
)
IDS = ("lived-experience", "carer", "fire-and-rescue", "teams", "manager", "prefer-not-to-say")


class Rule(NamedTuple):
    said: str
    never: tuple[str, ...]
    of: str


def table() -> Iterator[Rule]:
    page = (ROOT / "docs/sentences.md").read_text("utf-8")
    part = page.partition("## What is never said together")[2].partition("<!--")[0]
    for row in re.findall(r"^\| `([^`]+)` \| (.+?) \| (factor|report) \|$", part, re.MULTILINE):
        yield Rule(row[0], tuple(re.findall(r"`([^`]+)`", row[1])), row[2])


RULES = list(table())


def a_place(draw: Random) -> Assessment:
    """People who lean, in camps or alike, with blanks, evidence, levels and actions as it comes."""
    positions = draw.choice((3, 4, 5, 5, 5, 7, 11))
    groups = list(zip(IDS, NAMES, strict=True))[: draw.choice((0, 1, 2, 2, 3, 4, 6))]
    sizes = {key: draw.choice((5, 6, 8, 12, 20)) for key, _ in groups} or {"everyone": 14}
    leaning = {key: draw.choice((0, 0, 0, 1, -1)) * positions / 6 for key in sizes}
    factors = {
        f"f-{n}": a_factor(draw, n, positions, sizes, leaning)
        for n in range(draw.choice((1, 1, 2, 3, 5, 10, 30)))
    }
    return Assessment.model_validate(
        {
            "cls-check": 1,
            "questionnaire": {"id": "drawn", "version": "1"},
            "place": "Nowhere and Somewhere",
            "date": "2026-09-10",
            "scale": [f"Answer {k}" for k in range(1, positions + 1)],
            "perspectives": dict(groups),
            "levels": {"low": "Low", "high": "High"},
            "took-part": sizes,
            "factors": factors,
        }
    )


def a_factor(
    draw: Random, n: int, positions: int, sizes: dict[str, int], leaning: dict[str, float]
) -> dict[str, Any]:
    centre, spread = (
        draw.uniform(0.5, positions + 0.5),
        draw.choice((0.2, 0.8, 1.2, 3)) * positions / 5,
    )
    apart = {key: draw.choice((0, 0, 0, 1.5, -1.5)) * positions / 5 for key in sizes}
    silent = draw.choice((0, 0, 0.1, 0.5, 0.9))
    statements = {}
    for s in range(draw.choice((1, 2, 5))):
        answers: dict[str, dict[str, int]] = {}
        for key, size in sizes.items():
            given: dict[str, int] = {}
            for _ in range(size):
                at = round(draw.gauss(centre + apart[key] + leaning[key], spread))
                answer = str(min(max(at, 1), positions))
                if draw.random() < silent:
                    answer = "dont-know"
                given[answer] = given.get(answer, 0) + 1
            answers[key] = given
        statements[f"s-{n}-{s}"] = {"text": f"We do thing {n} and {s}.", "answers": answers}
    return {
        "title": f"Factor {n}",
        "statements": statements,
        "level": draw.choice(("low", "high", None)),
        "evidence": [{"from": "people", "what": "A letter."}] if draw.random() < 0.4 else [],
        "actions": [
            {"what": "Ring back.", "by": draw.choice(("2026-08-01", "2026-12-01")),
             "done": draw.random() < 0.3}
            for _ in range(draw.choice((0, 0, 1)))
        ],
    }  # fmt: skip


def said_of(sentences: ModuleType, story: Story) -> dict[str, set[str]]:
    """The keys of all that each reader is told: what was made and stands in the text."""
    told: dict[str, set[str]] = {}
    for audience in AUDIENCES:
        heard: dict[str, str] = {}
        with sentences.listening_to(heard):
            view = view_of(story, audience)
        text = " ".join(render(view, "markdown").replace("\\", "").split())
        told[audience] = {key for key, words in heard.items() if words.strip() in text}
    return told


def broken(said: set[str], of: str) -> list[tuple[str, str]]:
    return [
        (rule.said, each)
        for rule in RULES
        if rule.of == of and rule.said in said
        for each in rule.never
        if each in said
    ]


def test_the_table_names_sentences_that_there_are() -> None:
    from cls_check.words.speech import is_said

    assert len(RULES) >= 20
    assert [key for rule in RULES for key in (rule.said, *rule.never) if not is_said(key)] == []


@pytest.mark.slow
def test_no_two_sentences_deny_each_other(sentences: ModuleType) -> None:
    draw, seen = Random(5), set()
    for number in range(PLACES):
        place = a_place(draw)
        story = story_of(place, find(place, fragility=number % 5 == 0))
        for reader, said in said_of(sentences, story).items():
            seen |= said
            assert broken(said, "report") == [], (number, reader)
        for factor in story.findings[:4]:
            alone = replace(story, findings=[factor])
            for reader, said in said_of(sentences, alone).items():
                assert broken(said, "factor") == [], (number, reader, factor.id)
    # Else the test would prove nothing: nearly every rule was there to be broken.
    assert len([rule for rule in RULES if rule.said in seen]) >= len(RULES) - 2


@pytest.mark.slow
def test_nothing_is_said_of_nobody_or_beyond_the_ends(sentences: ModuleType) -> None:
    draw = Random(6)
    for _ in range(PLACES // 2):
        place = a_place(draw)
        text = render(view_of(story_of(place, find(place, fragility=False))), "markdown")
        lowest, highest = place.scale[0], place.scale[-1]
        for never in (
            f"“{lowest}” or lower", f"“{highest}” or higher", "0 of 0", "by about 0.0",
            "None", "nan", "in about 0 of 10", "in about 10 of 10",
        ):  # fmt: skip
            assert never not in text, never


@pytest.mark.slow
def test_at_each_end_of_a_gap_lived_experience_comes_first_and_nobody_who_cannot_be_asked() -> None:
    draw, gaps = Random(7), 0
    for _ in range(PLACES):
        place = a_place(draw)
        order = list(place.perspectives)
        for factor in find(place, fragility=False):
            for gap in (each.gap for each in factor.findings if each.gap):
                gaps += 1
                for end in (gap.lower, gap.higher):
                    assert all(order.index(a) < order.index(b) for a, b in pairwise(end))
                    assert not {"prefer-not-to-say", "other-perspectives"} & set(end)
    assert gaps > 50
