"""How often a shift is claimed where nothing changed, and how often a real one is found.

    python tools/simulate_shifts.py [ROOMS]

Prints the table of docs/decisions/0009. A room is made of people who lean one way (`ALIKE` of
the spread of an answer is the person, the rest is the statement), each of whom answers five
statements of a factor. All is drawn afresh in both rounds, as if other people came. One step is the distance between two answers of the scale.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from itertools import product
from math import sqrt
from typing import NamedTuple

from cls_check.domain.comparison.shift import ShiftKind, judged
from cls_check.domain.counts.tally import DONT_KNOW, Tally

STATEMENTS, POSITIONS = 5, 5
UNSURE = (0.0, 0.1)
"""The share of answers that are "I do not know"."""
PEOPLE = (8, 12, 20, 40)
ALIKE = (0.3, 0.5, 0.7)
LEANINGS = (0.0, 1.0)
"""Where a room stands, in steps from the middle of the scale."""
SPREAD = 1.0
"""How far answers spread about that, in steps (one standard deviation)."""


class Case(NamedTuple):
    """One line of the table."""

    people: int
    unsure: float
    moved: float
    rooms: int


def room(chance: random.Random, case: Case, leaning: float, alike: float) -> list[Tally]:
    """The tallies of one factor's statements."""
    answers: list[list[str]] = [[] for _ in range(STATEMENTS)]
    for _ in range(case.people):
        person = chance.gauss(0, sqrt(alike))
        for given in answers:
            place = leaning + SPREAD * (person + chance.gauss(0, sqrt(1 - alike)))
            step = min(max(round(place + (POSITIONS + 1) / 2), 1), POSITIONS)
            given.append(DONT_KNOW if chance.random() < case.unsure else str(step))
    return [Tally.of(given, POSITIONS) for given in answers]


def shift(chance: random.Random, case: Case, leaning: float, alike: float) -> ShiftKind:
    """What is said of two rooms; `moved` steps lie between them."""
    then = room(chance, case, leaning - case.moved, alike)
    now = room(chance, case, leaning, alike)
    return judged([pair for pair in zip(then, now, strict=True) if all(t.n for t in pair)], POSITIONS).kind  # fmt: skip


def simulated(case: Case) -> Counter[ShiftKind]:
    """How often each shift is claimed, over all kinds of rooms."""
    chance = random.Random(f"{case}")
    kinds = list(product(LEANINGS, ALIKE))
    return Counter(shift(chance, case, *kinds[k % len(kinds)]) for k in range(case.rooms))


def main() -> None:
    """Print the table."""
    rooms = int(sys.argv[1]) if len(sys.argv) > 1 else 12_000
    print(
        "| people | do not know | nothing changed: clear | possible | one step: clear | possible |"
    )
    print("|---|---|---|---|---|---|")
    for people, unsure in product(PEOPLE, UNSURE):
        cells = [str(people), f"{unsure:.0%}"]
        for moved in (0.0, 1.0):
            found = simulated(Case(people, unsure, moved, rooms))
            clear, possible = found["up"] + found["down"], found["maybe-up"] + found["maybe-down"]
            cells += [f"{100 * clear / rooms:.1f}", f"{100 * possible / rooms:.1f}"]
        print(f"| {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
