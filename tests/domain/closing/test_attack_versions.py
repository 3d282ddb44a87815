"""Whoever has two versions adds and subtracts their tallies: nobody who is hidden may be left alone.

Each shown tally is of some people: of perspectives, as they were the first time, and of those who
came since. All sums and differences of the tallies of a statement are tried. One of them leaves a
hidden perspective, or one or two people: then the pair must have been refused. So it must where the
statement is of a sensitive factor and a perspective of fewer people than that needs is left, and where
the answers of one or two people who were taken out are what is less in the second version.

Each rule is taken away once: without it, the same attack finds somebody.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.closing import versions
from cls_check.domain.closing.alike import Asked
from cls_check.domain.closing.closing import close
from cls_check.domain.closing.versions import too_close
from cls_check.domain.counts.tally import Tally
from cls_check.domain.rounds.round import Voice
from tests.domain.rooms import a_round, questionnaire

PAIRS = 800
pytestmark = pytest.mark.slow
ASKED = questionnaire(statements=2, perspectives=4, positions=4)
SENSITIVE = ASKED.model_copy(
    update={"factors": {"f": ASKED.factors["f"].model_copy(update={"sensitive": True})}}
)
SENSITIVE_MINIMUM = 10
Cells = dict[tuple[str, bool], int]
"""How many answered a statement on the scale: of a perspective, before or since."""


def voice(
    draw: random.Random, perspective: str, silent: tuple[float, ...] = (0, 0, 0.3, 0.7)
) -> Voice:
    silence = draw.choice(silent)
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


def leaves_somebody(
    old: Assessment, new: Assessment, cells: Cells, statement: str, fewest: int = 0, then: str = ""
) -> bool:
    """Whether some sum of tallies is that of people whom no version shows by themselves.

    `fewest` answers are needed of a perspective alone; `then` is the statement's id in the old one.
    """
    tallies = [
        *shown(old, then or statement, cells, later=False),
        *shown(new, statement, cells, later=True),
    ]
    for signs in product((-1, 0, 1), repeat=len(tallies)):
        left = {
            cell: sum(sign for sign, tally in zip(signs, tallies, strict=True) if cell in tally)
            for cell in cells
        }
        if set(left.values()) <= {0, 1} and 1 in left.values():
            people = {cell for cell, taken in left.items() if taken}
            if people not in tallies and _is_hidden(people, cells, tallies, fewest):
                return True
    return False


def _is_hidden(
    people: set[tuple[str, bool]], cells: Cells, tallies: list[set[tuple[str, bool]]], fewest: int
) -> bool:
    """One or two people; or those of one perspective at first, where no tally is of them alone.

    Of a sensitive factor also those of one perspective who came since, where they are too few.
    """
    answers = sum(cells[cell] for cell in people)
    if answers < 3:
        return True
    (one, *others) = people
    alone = any(one in tally and {name for name, _ in tally} == {one[0]} for tally in tallies)
    return not others and (answers < fewest or (not one[1] and not alone))


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


# A sensitive factor


def accepted_sensitive_pairs() -> Iterator[bool]:
    """The same of a factor that is sensitive, in rooms that are large enough to show some of it."""
    draw = random.Random(5)
    for _ in range(PAIRS):
        first = _people(draw, (0, 3, 5, 7, 12, 14))
        since = _people(draw, (0, 0, 0, 0, 6, 12), silent=(0, 0, 0, 0.3))
        if len(first) < 5 or not since:
            continue
        old = close(SENSITIVE, a_round(), first)
        new = close(SENSITIVE, a_round(), first + since)
        if not too_close(old, new):
            yield any(
                leaves_somebody(
                    old, new, cells_of(first, since, statement), statement, SENSITIVE_MINIMUM
                )
                for statement, _ in ASKED.statements()
            )


def _people(
    draw: random.Random, sizes: tuple[int, ...], silent: tuple[float, ...] = (0, 0, 0.3, 0.7)
) -> list[Voice]:
    return [
        voice(draw, perspective, silent)
        for perspective in ASKED.perspectives
        for _ in range(draw.choice(sizes))
    ]


def test_no_accepted_pair_leaves_too_few_of_a_perspective_where_it_is_sensitive() -> None:
    found = list(accepted_sensitive_pairs())
    assert not any(found)
    assert len(found) > PAIRS / 20


def test_until_sensitive_factors_needed_more_people_the_attack_found_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(versions, "_fewest", lambda *_: 3)
    assert any(accepted_sensitive_pairs())


# Somebody was taken out


def accepted_withdrawals() -> Iterator[bool]:
    """Whether what is less in the second version is what one person had said."""
    draw = random.Random(77)
    for _ in range(PAIRS):
        first = [*_people(draw, (5, 6, 8)), voice(draw, "p1")]
        gone, since = first[-1], _people(draw, (0, 5, 6, 8))
        old = close(ASKED, a_round(), first)
        new = close(ASKED, a_round(), first[:-1] + since)
        if not too_close(old, new):
            yield any(
                less(old, new, statement) == {answer: 1}
                for statement, answer in gone.answers.items()
            )


def less(old: Assessment, new: Assessment, statement: str) -> dict[str, int]:
    """The answers of p1 of which the second version has fewer, and how many fewer."""
    then, now = (each.factors["f"].statements[statement].answers["p1"] for each in (old, new))
    return {key: n - now.get(key, 0) for key, n in then.items() if n > now.get(key, 0)}


def test_no_accepted_withdrawal_shows_what_that_person_said() -> None:
    found = list(accepted_withdrawals())
    assert not any(found)
    assert len(found) > PAIRS / 20


def test_until_those_who_went_were_counted_by_themselves_the_attack_found_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def earlier(one: Tally, other: Tally, fewest: int) -> bool:
        pairs = list(zip(one.counts, other.counts, strict=True))
        return 0 < max(versions._gone_and_come(pairs)) < fewest

    monkeypatch.setattr(versions, "_few_differ", earlier)
    assert any(accepted_withdrawals())


# Two statements changed places


def accepted_swaps() -> Iterator[bool]:
    """Whether a sum leaves somebody, where s-1 and s-2 are the other way round in the second."""
    draw = random.Random(9)
    for _ in range(PAIRS):
        first = [voice(draw, "p1", silent=(0,)) for _ in range(40)]
        since = [voice(draw, "p1", silent=(0, 0.7)) for _ in range(6)]
        old = close(ASKED, a_round(), first)
        new = swapped(close(ASKED, a_round(), first + since))
        if not too_close(old, new):
            yield any(
                leaves_somebody(old, new, cells_of(first, since, then), now, then=then)
                for then, now in (("s-1", "s-2"), ("s-2", "s-1"))
            )


def swapped(of: Assessment) -> Assessment:
    one, other = of.factors["f"].statements.values()
    factor = of.factors["f"].model_copy(update={"statements": {"s-1": other, "s-2": one}})
    return of.model_copy(update={"factors": {"f": factor}})


def test_no_accepted_pair_leaves_anybody_where_statements_changed_places() -> None:
    found = list(accepted_swaps())
    assert not any(found)
    assert len(found) > PAIRS / 20


def test_until_ids_and_words_were_both_looked_at_the_attack_found_somebody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def by_id_alone(old: Assessment, new: Assessment) -> list[Asked]:
        then = dict(old.statements())
        return [Asked(key, then[key], now, sensitive=False) for key, now in new.statements()]

    monkeypatch.setattr(versions, "in_both", by_id_alone)
    assert any(accepted_swaps())
