"""Somebody who has only the shared file, and wants to know what a small group answered.

Written from the outside, with no code of the closing it attacks: exact linear algebra over
fractions, and trying out every possible room.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from cls_check.domain.assessments.assessment import Assessment

JOINED = {"other-perspectives", "everyone"}
Vector = tuple[int, ...]


def known_totals(
    shown: Assessment, statement_id: str, in_the_room: set[str]
) -> dict[str, frozenset[str]]:
    """What each shown total of a statement is made of, for somebody who saw who was in the room."""
    answers = dict(shown.statements())[statement_id].answers
    alone = {name for name in answers if name not in JOINED}
    hidden = frozenset(in_the_room - alone)
    return {name: frozenset({name}) if name in alone else hidden for name in answers}


def follows(perspective: str, totals: dict[str, frozenset[str]], everybody: list[str]) -> bool:
    """Whether adding and subtracting multiples of the totals can leave one perspective alone."""
    rows = [[Fraction(name in members) for name in everybody] for members in totals.values()]
    goal = [Fraction(name == perspective) for name in everybody]
    return rank([*rows, goal]) == rank(rows)


def rank(rows: list[list[Fraction]]) -> int:
    """The rank of a matrix, by elimination."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((row for row in rows[found:] if row[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for row in rows[found + 1 :]:
            times = row[column] / pivot[column]
            row[:] = [value - times * base for value, base in zip(row, pivot, strict=True)]
        found += 1
    return found


def splits(total: Vector, parts: int) -> list[tuple[Vector, ...]]:
    """Every way to share out a joined tally among so many perspectives."""
    if parts == 1:
        return [(total,)]
    own = list(product(*(range(count + 1) for count in total)))
    return [
        (mine, *rest)
        for mine in own
        for rest in splits(tuple(t - m for t, m in zip(total, mine, strict=True)), parts - 1)
    ]
