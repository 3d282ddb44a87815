"""Whoever has two versions adds and subtracts their tallies: nobody who is hidden may be left alone.

Each shown tally is of some people: of perspectives, as they were the first time, and of those who
came since. All sums and differences of the tallies of a statement are tried. One of them leaves a
hidden perspective, or one or two people: then the pair must have been refused.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.closing import versions
from cls_check.domain.closing.closing import close
from cls_check.domain.closing.versions import too_close
from cls_check.domain.rounds.round import Voice
from tests.domain.rooms import a_round, questionnaire

PAIRS = 800
pytestmark = pytest.mark.slow
ASKED = questionnaire(statements=2, perspectives=4, positions=4)
Cells = dict[tuple[str, bool], int]
"""How many answered a statement on the scale: of a perspective, before or since."""


def voice(draw: random.Random, perspective: str) -> Voice:
    silence = draw.choice((0, 0, 0.3, 0.7))
    answers = {
        key: str(draw.randint(1, 4)) for key, _ in ASKED.statements() if draw.random() >= silence
    }
    return Voice.model_validate(
        {"cls-check-voice": 1, "perspective": perspective, "answers": answers}
    )


def a_pair(draw: random.Random) -> tuple[list[Voice], list[Voice]]:
    first, since = [], []
    for perspective in ASKED.perspectives:
        first += [voice(draw, perspective) for _ in range(draw.choice((0, 1, 2, 3, 5, 6, 8)))]
        since += [voice(draw, perspective) for _ in range(draw.choice((0, 0, 0, 1, 5, 6, 8)))]
    return first, since


def cells_of(first: list[Voice], since: list[Voice], statement: str) -> Cells:
    found: Cells = {}
    for voices, came_since in ((first, False), (since, True)):
        for each in voices:
            if statement in each.answers and each.perspective:
                cell = (each.perspective, came_since)
                found[cell] = found.get(cell, 0) + 1
    return found


def shown(
    assessment: Assessment, statement: str, cells: Cells, *, later: bool
) -> list[set[tuple[str, bool]]]:
    """Of which cells each shown tally of a statement is."""
    answers = assessment.factors["f"].statements[statement].answers
    there = {cell for cell in cells if later or not cell[1]}
    alone = {name for name in answers if name in ASKED.perspectives}
    found = [{cell for cell in there if cell[0] == name} for name in alone]
    if set(answers) - alone:
        found.append({cell for cell in there if cell[0] not in alone})
    return found


def leaves_somebody(old: Assessment, new: Assessment, cells: Cells, statement: str) -> bool:
    """Whether some sum of tallies is that of people whom no version shows by themselves."""
    tallies = [
        *shown(old, statement, cells, later=False),
        *shown(new, statement, cells, later=True),
    ]
    for signs in product((-1, 0, 1), repeat=len(tallies)):
        left = {
            cell: sum(sign for sign, tally in zip(signs, tallies, strict=True) if cell in tally)
            for cell in cells
        }
        if set(left.values()) <= {0, 1} and 1 in left.values():
            people = {cell for cell, taken in left.items() if taken}
            if people not in tallies and _is_hidden(people, cells, tallies):
                return True
    return False


def _is_hidden(
    people: set[tuple[str, bool]], cells: Cells, tallies: list[set[tuple[str, bool]]]
) -> bool:
    """One or two people; or those of one perspective at first, where no tally is of them alone."""
    if sum(cells[cell] for cell in people) < 3:
        return True
    (one, *others) = people
    alone = any(one in tally and {name for name, _ in tally} == {one[0]} for tally in tallies)
    return not others and not one[1] and not alone


def accepted_pairs() -> Iterator[bool]:
    """Whether a sum leaves somebody, for each pair of versions that is accepted."""
    draw = random.Random(8)
    for _ in range(PAIRS):
        first, since = a_pair(draw)
        if len(first) < 5:
            continue
        old = close(ASKED, a_round(), first)
        new = close(ASKED, a_round(), first + since)
        if not too_close(old, new):
            yield any(
                leaves_somebody(old, new, cells_of(first, since, statement), statement)
                for statement, _ in ASKED.statements()
            )


def test_no_accepted_pair_leaves_a_hidden_person_or_group() -> None:
    found = list(accepted_pairs())
    assert not any(found)
    assert len(found) > PAIRS / 20


def test_the_attack_finds_the_earlier_rule_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Until groups that come out of a joined one were refused, a few sums gave them away."""
    monkeypatch.setattr(versions, "_coming_out", lambda _one, _other: ())
    assert any(accepted_pairs())
