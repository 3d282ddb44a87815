"""What is said of rooms in which nothing differs, and how often what does differ is found.

    python tools/simulate_findings.py [ROOMS]

Prints the tables of docs/decisions/0012. Every room is closed answers of invented people, read by the
tool's own `find`. A person's answer is where the statement lies, plus what the person is like over
all factors (`LEAN_OVER_ALL` of the spread, squared), over this factor (to `ALIKE` in all), and over
this statement. One step is the distance between two answers of a scale of five.
"""

from __future__ import annotations

import random
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import product
from math import sqrt
from typing import TYPE_CHECKING

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.chance import share_by_chance
from cls_check.domain.findings.findings import FactorFindings, find, found_throughout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ALIKE, LEAN_OVER_ALL = 0.45, 0.15
SPREADS = (1.0, 1.25)
NAMES = ("lived-experience", "family-or-carer", "frontline", "manager", "leader", "partner")
LOWEST, HIGHEST, BETWEEN_STATEMENTS = 2.2, 4.0, 0.3
"""Where factors lie, and how far statements of one factor lie from each other."""


@dataclass(frozen=True)
class Rooms:
    """Rooms of one kind."""

    sizes: tuple[int, ...]
    spread: float = 1.0
    factors: int = 10
    statements: int = 5
    positions: int = 5
    alike: float = ALIKE
    over_all: float = LEAN_OVER_ALL
    higher: float = 0.0
    """How many steps higher the last group's answers lie, on everything."""
    apart: float = 0.0
    """How many steps higher they lie on the first factor alone."""

    def centres(self, chance: random.Random) -> list[list[float]]:
        """Where each statement of each factor lies, in steps of this scale."""
        steps = (self.positions - 1) / 4
        made = []
        for _ in range(self.factors):
            factor = chance.uniform(LOWEST, HIGHEST)
            own = [factor + chance.gauss(0, BETWEEN_STATEMENTS) for _ in range(self.statements)]
            made.append([1 + (centre - 1) * steps for centre in own])
        return made

    def room(self, chance: random.Random, centres: list[list[float]]) -> Assessment:
        """One of them, closed."""
        names = NAMES[: len(self.sizes)]
        answers: list[list[dict[str, dict[str, int]]]] = [
            [{name: {} for name in names} for _ in factor] for factor in centres
        ]
        for name, size in zip(names, self.sizes, strict=True):
            more = self.higher if name == names[-1] else 0.0
            far = self.apart if name == names[-1] else 0.0
            for _ in range(size):
                self._answer(chance, centres, answers, name, more, far)
        return _closed(answers, dict(zip(names, self.sizes, strict=True)), self.positions)

    def _answer(
        self,
        chance: random.Random,
        centres: list[list[float]],
        answers: list[list[dict[str, dict[str, int]]]],
        name: str,
        more: float,
        far: float,
    ) -> None:
        """Add one person's answers."""
        steps = (self.positions - 1) / 4
        over_all = chance.gauss(0, sqrt(self.over_all))
        for place, factor in enumerate(centres):
            here = over_all + chance.gauss(0, sqrt(max(self.alike - self.over_all, 0)))
            shift = more + (0 if place else far)
            for centre, given in zip(factor, answers[place], strict=True):
                own = here + chance.gauss(0, sqrt(1 - max(self.alike, self.over_all)))
                at = centre + steps * (shift + self.spread * own)
                answer = str(min(max(round(at), 1), self.positions))
                given[name][answer] = given[name].get(answer, 0) + 1


def _closed(
    answers: list[list[dict[str, dict[str, int]]]], sizes: dict[str, int], positions: int
) -> Assessment:
    factors = {
        f"f-{f}": {
            "title": f"Factor {f}",
            "statements": {
                f"s-{f}-{s}": {"text": f"Statement {s}.", "answers": each}
                for s, each in enumerate(factor)
            },
        }
        for f, factor in enumerate(answers)
    }
    return Assessment.model_validate(
        {
            "cls-check": 1,
            "questionnaire": {"id": "simulated", "version": "1"},
            "place": "Nowhere",
            "date": "2026-09-10",
            "scale": [f"Answer {k}" for k in range(1, positions + 1)],
            "perspectives": {name: name for name in sizes},
            "took-part": sizes,
            "factors": factors,
        }
    )


def share(rooms: Rooms, seed: int, many: int, holds: Callable[[Found], bool]) -> float:
    """In which share of so many rooms something holds."""
    return sum(holds(found) for found in looked_at(rooms, seed, many)) / many


Found = tuple[FactorFindings, ...]


def looked_at(rooms: Rooms, seed: int, many: int) -> Iterator[Found]:
    """What the tool finds in so many of them."""
    chance = random.Random(seed)
    for _ in range(many):
        yield find(rooms.room(chance, rooms.centres(chance)), fragility=False)


def has(rule: str) -> Callable[[Found], bool]:
    """Whether any factor has such a finding."""
    return lambda found: any(each.rule == rule for factor in found for each in factor.findings)


def any_gap(found: Found) -> bool:
    """Whether two perspectives are a step apart on any factor, clear or not."""
    return has("perspectives-differ")(found) or has("perspectives-may-differ")(found)


def first_is_clear(found: Found) -> bool:
    """Whether the first factor is told as clearly different."""
    return found[0].headline == "perspectives-differ"


def runs_through(found: Found) -> bool:
    """Whether a perspective is told as higher or lower on nearly everything."""
    return bool(found_throughout(found, 5))


def held(rooms: Rooms, seed: int, many: int) -> float:
    """How often the typical answer of another such room lies in the likely range of the first."""
    chance, inside, looked = random.Random(seed), 0, 0
    for _ in range(many):
        centres = rooms.centres(chance)
        one, other = (find(rooms.room(chance, centres), fragility=False) for _ in range(2))
        for here, there in zip(one, other, strict=True):
            likely, typical = here.by["everyone"].likely_range, there.by["everyone"].typical_answer
            if likely and typical is not None:
                looked += 1
                inside += likely[0] - 1e-9 <= typical <= likely[1] + 1e-9
    return inside / looked


def beside(rooms: Rooms, seed: int, many: int) -> float:
    """Which share of factors is told as different, clear or not, where something runs through."""
    named = looked = 0
    for found in looked_at(rooms, seed, many):
        if runs_through(found):
            looked += len(found)
            named += sum(any_gap((factor,)) for factor in found)
    return named / max(looked, 1)


SIZES = ((5, 5), (8, 8), (12, 12), (12, 5), (6, 6, 6, 6), (12, 12, 12), (5,) * 6, (8,) * 6)
ALIKE_TO_DEGREES = ((ALIKE, LEAN_OVER_ALL), (ALIKE, ALIKE), (0.8, 0.4))


def _percent(number: float) -> str:
    return f"{100 * number:.0f}"


def _ranges(many: int) -> Iterator[str]:
    yield "| people | spread | alike 0.45 | 0.45, over all factors | 0.8 |\n|---|---|---|---|---|"
    for people, spread in product((5, 8, 12, 20, 40), SPREADS):
        kinds = [Rooms((people,), spread, alike=a, over_all=o) for a, o in ALIKE_TO_DEGREES]
        cells = [_percent(held(rooms, 1, max(many // 4, 1))) for rooms in kinds]
        yield f"| {people} | {spread} | {' | '.join(cells)} |"


def _gaps(many: int) -> Iterator[str]:
    yield (
        "| groups | spread | clear, nothing differs | over all | alike 0.8 | a gap, nothing differs "
        "| as told | real 1 step | 1.5 | 2 |\n|---|---|---|---|---|---|---|---|---|---|"
    )
    for sizes, spread in product(SIZES, SPREADS):
        rooms = Rooms(sizes, spread)
        others = [replace(rooms, alike=a, over_all=o) for a, o in ALIKE_TO_DEGREES[1:]]
        clear = [share(each, 2, many, has("perspectives-differ")) for each in (rooms, *others)]
        told = share_by_chance(sizes, 5, 10, 1.0)
        real = [
            share(replace(rooms, apart=step), 3, many // 2, first_is_clear) for step in (1, 1.5, 2)
        ]
        cells = [*clear, share(rooms, 4, many, any_gap), told, *real]
        groups = " ".join(map(str, sizes))
        yield f"| {groups} | {spread} | {' | '.join(map(_percent, cells))} |"


def _through(many: int) -> Iterator[str]:
    yield (
        "| groups | spread | told, nothing runs through | over all 0.3 | 0.6 higher: told | 0.9 "
        "| 1.2 | factors named beside it (0.9) |\n|---|---|---|---|---|---|---|---|"
    )
    for sizes, spread in product(SIZES, SPREADS):
        rooms = Rooms(sizes, spread)
        leaning = replace(rooms, over_all=0.3)
        none = [share(each, 5, many, runs_through) for each in (rooms, leaning)]
        real = [
            share(replace(rooms, higher=h), 6, many // 2, runs_through) for h in (0.6, 0.9, 1.2)
        ]
        cells = [*none, *real, beside(replace(rooms, higher=0.9), 7, many // 2)]
        groups = " ".join(map(str, sizes))
        yield f"| {groups} | {spread} | {' | '.join(map(_percent, cells))} |"


def _views(many: int) -> Iterator[str]:
    yield "| people | spread | a factor told as mixed | as two groups |\n|---|---|---|---|"
    for people, spread in product((8, 12, 20, 40), (*SPREADS, 1.5, 6.0)):
        mixed = camps = looked = 0
        for found in looked_at(Rooms((people,), spread), 8, max(many // 4, 1)):
            told = [e for factor in found for e in factor.findings if e.rule == "views-differ"]
            looked, mixed = looked + len(found), mixed + len(told)
            camps += sum(each.two_camps for each in told)
        yield f"| {people} | {spread} | {_percent(mixed / looked)} | {_percent(camps / looked)} |"


TABLES: dict[str, Callable[[int], Iterator[str]]] = {
    "Likely ranges: how often they hold, of 100": _ranges,
    "Perspectives that differ, of 100 reports": _gaps,
    "Throughout, of 100 reports": _through,
    "Mixed views, of 100 factors": _views,
}


def _table(name: str, many: int) -> str:
    return "\n".join([f"\n## {name}\n", *TABLES[name](many)])


def main() -> None:
    """Print every table."""
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with ProcessPoolExecutor() as pool:
        for table in pool.map(_table, TABLES, [many] * len(TABLES)):
            print(table)


if __name__ == "__main__":
    main()
