"""A reader who knows all rules, and how many came from each perspective, is left in doubt.

Every room that can have given a file is tried. What a hidden group answered has to differ between
them, but where all who answered in its place gave the same answer.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.closing.closing import safe_to_share
from cls_check.domain.closing.proof import recovered
from tests.domain.attacker import (
    OTHERS,
    Said,
    Sizes,
    file_of,
    given_away,
    is_of_one_mind,
    together,
)
from tests.domain.rooms import assessment

ROOMS = 6_000
Room = tuple[Sizes, dict[str, Said]]
File = dict[str, Said]


def a_room(chance: random.Random) -> Room:
    """2 to 4 perspectives, 5 to 16 people, three answers; some do not know, some leave it blank."""
    while True:
        people = {f"p{k}": chance.randint(1, 8) for k in range(chance.randint(2, 4))}
        minimum = chance.randint(3, 6)
        if max(5, minimum) <= sum(people.values()) <= 16:
            break
    blank, unsure = chance.choice([0, 0, 0.1, 0.3, 0.6]), chance.choice([0, 0.1, 0.3, 0.6])
    leaning = [chance.random() ** 2 + 0.02 for _ in range(3)]

    def answer() -> int:
        if chance.random() < blank:
            return 4
        return 3 if chance.random() < unsure else chance.choices(range(3), leaning)[0]

    said = {}
    for name, count in people.items():
        given = [answer() for _ in range(count)]
        said[name] = tuple(given.count(place) for place in range(4))
    return Sizes(people, minimum, minimum * chance.choice([1, 1, 2])), said


def rooms(count: int, seed: str) -> Iterator[Room]:
    chance = random.Random(seed)
    for _ in range(count):
        yield a_room(chance)


def in_a_file(sizes: Sizes, said: Mapping[str, Said]) -> Assessment:
    """The room as it was, in the shape of a file."""
    answers = {name: as_written(given) for name, given in said.items() if any(given)}
    return assessment(
        answers,
        took_part=dict(sizes.people),
        scale=["No", "Partly", "Yes"],
        minimum_group=sizes.minimum,
        factor={"sensitive": sizes.of_this_factor > sizes.minimum},
    )


def as_written(given: Said) -> dict[object, int]:
    return {key: n for key, n in zip((1, 2, 3, "dont-know"), given, strict=True) if n}


def as_said(found: Assessment) -> File:
    """What a file shows for its one statement."""
    tallies = found.tallies(found.factors["f"].statements["s-1"])
    return {name: (*tally.counts, tally.dont_know) for name, tally in tallies.items()}


def as_one(file: File) -> File:
    """The name of a group in which everybody is joined does not matter here."""
    return {OTHERS if name == "everyone" else name: given for name, given in file.items()}


def test_the_reader_closes_rooms_as_the_tool_does() -> None:
    for sizes, said in rooms(ROOMS, "the same file"):
        shown = safe_to_share(in_a_file(sizes, said))
        assert as_one(as_said(shown)) == file_of(said, sizes), (sizes, said)
        assert protected(shown) == shown


def test_in_thousands_of_rooms_no_hidden_group_is_given_away() -> None:
    attacked = 0
    for sizes, said in rooms(ROOMS, "attacked"):
        shown = file_of(said, sizes)
        assert given_away(said, shown, sizes) == [], (sizes, said, shown)
        attacked += OTHERS in shown and not is_of_one_mind(shown[OTHERS])
    assert attacked > ROOMS / 2  # there was plenty to attack


def test_the_proof_never_refuses_such_a_room() -> None:
    for sizes, said in rooms(ROOMS, "the proof"):
        raw = in_a_file(sizes, said)
        assert list(recovered(raw, protected(raw))) == [], (sizes, said)


# The attack works: rules that one might think of, and one that there was, are found out.


def shown_by_size_alone(said: Mapping[str, Said], sizes: Sizes) -> File:
    """Every perspective that is too small, one by one under a name of their own."""
    small = [name for name, count in sizes.people.items() if count < sizes.minimum]
    _, joined = together(dict(sizes.people), dict(said), small)
    return {name: given for name, given in joined.items() if any(given)}


def with_the_extra_join(said: Mapping[str, Said], sizes: Sizes) -> File:
    """The earlier rule: where a joined group was of one mind, the next smallest joined it."""
    shown = file_of(said, sizes)
    while OTHERS in shown and len(shown) > 1 and is_of_one_mind(shown[OTHERS]):
        alone = [name for name in shown if name != OTHERS]
        next_one = min(alone, key=lambda name: (sum(shown[name][:-1]), -alone.index(name)))
        shown = together(dict.fromkeys(shown, 0), shown, [OTHERS, next_one])[1]
    return shown


@pytest.mark.parametrize(
    ("rule", "at_least"), [(shown_by_size_alone, 100), (with_the_extra_join, 8)]
)
def test_the_attack_finds_other_rules_out(
    monkeypatch: pytest.MonkeyPatch,
    rule: Callable[[Mapping[str, Said], Sizes], File],
    at_least: int,
) -> None:
    monkeypatch.setattr("tests.domain.attacker.file_of", rule)
    found = 0
    for sizes, said in rooms(2_000, "found out"):
        shown = rule(said, sizes)
        found += bool(given_away(said, shown, sizes))
    assert found > at_least


def test_the_room_by_which_the_earlier_rule_was_found_out() -> None:
    """Guests were joined, though all six of them answered: so the seven others all said 2."""
    sizes = Sizes({"guest": 6, "helper": 8, "driver": 3, "cook": 4})
    said = {
        "guest": (2, 0, 4, 0),
        "helper": (2, 0, 6, 0),
        "driver": (0, 3, 0, 0),
        "cook": (0, 4, 0, 0),
    }
    assert with_the_extra_join(said, sizes) == {"helper": (2, 0, 6, 0), OTHERS: (2, 7, 4, 0)}
    shown = as_said(safe_to_share(in_a_file(sizes, said)))
    assert shown == {"guest": (2, 0, 4, 0), "helper": (2, 0, 6, 0), OTHERS: (0, 7, 0, 0)}


# Whole rounds, by sums that can be done by hand.


def a_round(
    chance: random.Random, people: Mapping[str, int], unsure: float
) -> list[dict[str, Said]]:
    """50 statements on a scale of five; people lean alike, and some do not know."""
    leaning = {name: [chance.gauss(0, 0.7) for _ in range(count)] for name, count in people.items()}
    statements = []
    for _ in range(50):
        middle = chance.gauss(3, 0.7)
        said = {}
        for name, own in leaning.items():
            answers = [
                5 if chance.random() < unsure else min(4, max(0, round(middle + lean + chance.gauss(0, 0.8)) - 1))
                for lean in own
            ]  # fmt: skip
            said[name] = tuple(answers.count(place) for place in range(6))
        statements.append(said)
    return statements


def by_hand(file: File, sizes: Sizes, in_others: int) -> int | None:
    """Which answer all of the joined group gave, where a shown group joined it and all answered.

    All of both are on the scale, so none was joined for being few: it was because the others were
    of one mind. Just one answer has as many people as they are.
    """
    missing = [n for name, n in sizes.people.items() if name not in file and n >= sizes.minimum]
    others = file.get(OTHERS, (0,))
    if len(missing) != 1 or sum(others[:-1]) != missing[0] + in_others:
        return None
    enough = [place for place, n in enumerate(others[:-1]) if n >= in_others]
    return enough[0] if len(enough) == 1 else None


ROOMS_OF_THE_REVIEW = [
    {"lived": 7, "front": 8, "carer": 3, "lead": 2},
    {"lived": 7, "front": 9, "carer": 3, "lead": 3},
    {"lived": 8, "front": 9, "carer": 4, "lead": 4},
]


def told_by_hand(
    rule: Callable[[Mapping[str, Said], Sizes], File], people: dict[str, int], rounds: int
) -> int:
    """In how many rounds the sum tells something of at least one statement."""
    chance = random.Random("rounds")
    sizes = Sizes(people)
    in_others = sum(n for n in people.values() if n < sizes.minimum)
    told = 0
    for number in range(rounds):
        statements = a_round(chance, people, unsure=0.05 * (number % 2))
        found = [by_hand(rule(said, sizes), sizes, in_others) for said in statements]
        told += any(each is not None for each in found)
    return told


@pytest.mark.slow
@pytest.mark.parametrize("people", ROOMS_OF_THE_REVIEW)
def test_in_a_thousand_rounds_no_sum_by_hand_tells_what_the_others_said(
    people: dict[str, int],
) -> None:
    assert told_by_hand(file_of, people, 1_000) == 0


def test_such_a_sum_did_tell_by_the_earlier_rule() -> None:
    assert told_by_hand(with_the_extra_join, ROOMS_OF_THE_REVIEW[0], 200) > 20
