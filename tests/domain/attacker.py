"""Somebody who has only the shared file, and wants to know what a small group answered.

Written from docs/files.md, with no code of the closing it attacks. The reader knows all rules and how many people
came from each perspective, and tries every room there can have been.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

Said = tuple[int, ...]
"""How many of a group gave each answer: the scale, then don't know."""
Said_by = Mapping[str, Said]
OTHERS = "other-perspectives"
EVERYONE = "everyone"
SHOWN_FROM = 3


@dataclass(frozen=True)
class Sizes:
    """What everybody may know: who came, in the order of the questionnaire, and the limits."""

    people: Mapping[str, int]
    minimum: int = 5
    of_this_factor: int = 5
    """The fewest people of a perspective that is shown; twice the minimum where it is sensitive."""


def file_of(said: Said_by, sizes: Sizes) -> dict[str, Said]:
    """What the file of a room shows for one statement."""
    people, said = dict(sizes.people), dict(said)
    for fewest in (sizes.minimum, sizes.of_this_factor):
        if len(people) == 1:
            break  # all are of one perspective, which is everyone
        small = [name for name, count in people.items() if count < fewest]
        joined = more(small, people, people, fewest)
        people, said = together(people, said, joined)
    answered = {name: sum(given[:-1]) for name, given in said.items()}
    if 0 < sum(answered.values()) < SHOWN_FROM:
        return {}
    few = [name for name, n in answered.items() if 0 < n < SHOWN_FROM]
    people, said = together(people, said, more(few, people, answered, SHOWN_FROM))
    return {name: given for name, given in said.items() if any(given)}


def more(
    small: list[str], people: Mapping[str, int], counted: Mapping[str, int], enough: int
) -> list[str]:
    """The small ones, and the next smallest of those who came, until they are two and enough."""
    joined = list(small)
    if not joined:
        return joined
    if OTHERS in people and OTHERS not in joined:
        joined.append(OTHERS)
    names = list(people)
    for name in sorted(people, key=lambda name: (people[name], -places(names)[name])):
        if len(joined) > 1 and sum(counted[each] for each in joined) >= enough:
            break
        if name not in joined:
            joined.append(name)
    return joined


def places(names: list[str]) -> dict[str, int]:
    """Where each group stands in the questionnaire; those that were joined stand last."""
    return {name: place if name != OTHERS else len(names) for place, name in enumerate(names)}


def together(
    people: dict[str, int], said: dict[str, Said], joined: list[str]
) -> tuple[dict[str, int], dict[str, Said]]:
    if not joined:
        return people, said
    own = tuple(map(sum, zip(*(said[name] for name in joined), strict=True)))
    count = sum(people[name] for name in joined)
    return (
        {name: n for name, n in people.items() if name not in joined} | {OTHERS: count},
        {name: given for name, given in said.items() if name not in joined} | {OTHERS: own},
    )


def every_room(shown: Mapping[str, Said], sizes: Sizes, scale: int) -> Iterator[dict[str, Said]]:
    """Every room of these people that gives the same file."""
    alone = {name: given for name, given in shown.items() if name in sizes.people}
    hidden = [count for name, count in sizes.people.items() if name not in alone]
    joined = shown.get(OTHERS, (0,) * (scale + 1))
    parts = shared_out(joined, hidden)
    for part in parts:
        own = iter(part)
        room = {name: alone[name] if name in alone else next(own) for name in sizes.people}
        if file_of(room, sizes) == shown:
            yield room


def shared_out(whole: Said, people: list[int]) -> Iterator[tuple[Said, ...]]:
    """Every way to share a joined tally out among groups of so many people."""
    if len(people) == 1:
        if sum(whole) <= people[0]:
            yield (whole,)
        return
    if sum(whole) > sum(people):
        return
    for mine in product(*(range(count + 1) for count in whole)):
        if sum(mine) <= people[0]:
            rest = tuple(t - m for t, m in zip(whole, mine, strict=True))
            for others in shared_out(rest, people[1:]):
                yield (mine, *others)


def known(possible: set[Said]) -> bool:
    """Whether all that a group can have answered is one tally, or one and the same answer."""
    if len(possible) == 1:
        return True
    answers = {tuple(place for place, n in enumerate(said) if n) for said in possible}
    return len(answers) == 1 and len(next(iter(answers))) == 1


def is_of_one_mind(shown: Said) -> bool:
    """Whether all that stand on the scale in a tally, or all in it, gave one answer.

    Nothing can hide that of any of them, and a group that was shown would say the same.
    """
    return 1 in {sum(n > 0 for n in shown), sum(n > 0 for n in shown[:-1])}


def given_away(room: Said_by, shown: Mapping[str, Said], sizes: Sizes) -> list[str]:
    """The hidden groups about which a reader of the file is in no doubt."""
    joined = shown.get(OTHERS)
    hidden = [name for name in sizes.people if name not in shown and any(room[name])]
    if joined is None or is_of_one_mind(joined):
        return []
    possible: dict[str, set[Said]] = {name: set() for name in hidden}
    for other in every_room(shown, sizes, len(joined) - 1):
        for name in hidden:
            possible[name].add(other[name])
        hidden = [name for name in hidden if known(possible[name])]
        if not hidden:
            break  # about each of them there is doubt by now
    return hidden
