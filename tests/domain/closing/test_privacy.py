"""Nobody can be found: small groups are joined, and nothing hidden can be worked back."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.closing.closing import close, safe_to_share, tallied
from cls_check.domain.closing.proof import Recovered, recovered
from cls_check.domain.counts.tally import Tally, total
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.domain.rounds.round import Talk, Voice
from cls_check.errors import RefusedError
from tests.domain.attacker import JOINED, follows, known_totals, splits
from tests.domain.rooms import a_round, assessment, questionnaire, random_voices

ROOMS = 5_000
NO_TALK = Talk.model_validate({"cls-check-talk": 1})


def single(asked: Questionnaire, voices: list[Voice], minimum: int = 5) -> Assessment:
    return tallied(asked, a_round(), voices, (), NO_TALK, minimum)


def tally_of(found: Assessment, group: str, statement: str = "s-1") -> dict[str, int]:
    return dict(found.statements())[statement].answers.get(group, {})


def test_small_perspectives_are_joined_and_the_next_smallest_with_them() -> None:
    """Two leaders alone are too few, so the four managers join: six people."""
    found = protected(assessment({"staff": {4: 9}, "leader": {2: 2}, "manager": {3: 4}}))
    assert found.took_part == {"staff": 9, "other-perspectives": 6}
    assert tally_of(found, "other-perspectives") == {"2": 2, "3": 4}


def test_one_small_perspective_takes_the_next_smallest_with_it() -> None:
    """Two leaders and nobody else is small: the smallest of the others, seven, must join."""
    found = protected(assessment({"staff": {4: 9}, "leader": {2: 2}, "manager": {3: 7}}))
    assert found.took_part == {"staff": 9, "other-perspectives": 9}


def test_where_everybody_is_joined_they_are_everyone() -> None:
    found = protected(assessment({"staff": {4: 7}, "leader": {2: 2}}))
    assert found.took_part == {"everyone": 9}
    assert tally_of(found, "everyone") == {"2": 2, "4": 7}


def test_of_equal_perspectives_the_later_one_in_the_questionnaire_joins() -> None:
    """So that people with lived experience, who come first, stay visible."""
    found = protected(assessment({"lived": {4: 6}, "staff": {3: 6}, "leader": {2: 2}}))
    assert found.took_part == {"lived": 6, "other-perspectives": 8}


def test_for_a_statement_that_few_answered_a_perspective_is_joined_there() -> None:
    """Both groups are large enough, but two of one answered: joined for this statement."""
    found = protected(
        assessment(
            {"staff": {4: 9}, "leader": {2: 2, "dont-know": 4}},
            {"staff": {4: 9}, "leader": {2: 6}},
            took_part={"staff": 9, "leader": 6},
        )
    )
    assert found.took_part == {"staff": 9, "leader": 6}
    assert dict(found.statements())["s-1"].answers == {
        "other-perspectives": {"2": 2, "4": 9, "dont-know": 4}
    }
    assert tally_of(found, "leader", "s-2") == {"2": 6}


def test_people_outside_the_scale_are_no_reason_to_join() -> None:
    found = protected(assessment({"staff": {4: 9}, "leader": {"dont-know": 5}}))
    assert tally_of(found, "leader") == {"dont-know": 5}


def test_a_statement_that_two_people_answered_shows_nothing() -> None:
    found = protected(assessment({"everyone": {4: 2, "dont-know": 1}}, took_part={"everyone": 9}))
    assert dict(found.statements())["s-1"].answers == {}


def test_too_few_people_show_nothing_but_how_many_they_are() -> None:
    found = protected(assessment({"staff": {4: 3}, "leader": {2: 1}}))
    assert found.took_part == {"everyone": 4}
    assert dict(found.statements())["s-1"].answers == {}


def test_one_person_may_show_their_own_view() -> None:
    own = assessment({"everyone": {4: 1}}, one_view=True)
    assert protected(own) == own


def test_closing_fewer_people_than_the_minimum_is_refused() -> None:
    voices = [Voice.model_validate({"cls-check-voice": 1, "perspective": "p1"})] * 4
    with pytest.raises(RefusedError, match="4 people took part"):
        close(questionnaire(), a_round(), voices)


@pytest.fixture(scope="module")
def rooms() -> list[tuple[Assessment, Assessment]]:
    """5,000 random rooms: as they were, and as they are shown."""
    chance = random.Random("rooms")
    found: list[tuple[Assessment, Assessment]] = []
    while len(found) < ROOMS:
        asked = questionnaire(chance.randint(1, 5), chance.randint(2, 7), chance.choice([3, 5, 7]))
        voices = random_voices(chance, asked)
        if len(voices) >= 5:
            raw = single(asked, voices)
            found.append((raw, close(asked, a_round(), voices)))
    return found


def must_hide(raw: Assessment, perspective: str, tally: Tally) -> bool:
    return tally.people > 0 and (raw.took_part[perspective] < 5 or 0 < tally.n < 3)


def hidden_in(raw: Assessment) -> list[tuple[str, str]]:
    return [
        (statement_id, name)
        for statement_id, statement in raw.statements()
        for name, tally in raw.tallies(statement).items()
        if must_hide(raw, name, tally)
    ]


@pytest.mark.slow
def test_in_5000_rooms_no_subtraction_gives_a_hidden_tally(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    attacked = 0
    for raw, shown in rooms:
        everybody = list(shown.perspectives)
        for statement_id, perspective in hidden_in(raw):
            totals = known_totals(shown, statement_id, set(raw.took_part))
            assert not follows(perspective, totals, everybody), (raw, statement_id, perspective)
            attacked += 1
    assert attacked > ROOMS  # there was plenty to attack


def test_in_5000_rooms_the_proof_finds_nothing_either(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for raw, shown in rooms:
        assert next(recovered(raw, shown), None) is None


def test_in_5000_rooms_every_shown_group_is_large_enough(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for raw, shown in rooms:
        assert all(count >= 5 for count in shown.took_part.values())
        assert shown.people == raw.people
        for _, statement in shown.statements():
            for tally in shown.tallies(statement).values():
                assert tally.n == 0 or tally.n >= 3


def test_in_5000_rooms_answers_are_kept_or_a_statement_shows_nothing_at_all(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    """Nothing is shown where one or two people answered, or where a join could not hide enough."""
    kept = hidden = 0
    for raw, shown in rooms:
        after = dict(shown.statements())
        for statement_id, statement in raw.statements():
            everyone = raw.everyone(statement)
            if after[statement_id].answers:
                assert shown.everyone(after[statement_id]) == everyone
                kept += 1
            else:
                hidden += everyone.n > 2
    assert hidden < kept / 1000


def test_in_5000_rooms_protecting_again_changes_nothing(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for _, shown in rooms:
        assert protected(shown) == shown


@pytest.mark.slow
def test_hiding_small_groups_beside_a_total_would_be_found_out(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    """The attack works: with a total beside them, hidden answers come out in many rooms."""
    given_away = 0
    for raw, _ in rooms[:500]:
        everybody = list(raw.perspectives)
        for statement_id, perspective in hidden_in(raw):
            tallies = raw.tallies(dict(raw.statements())[statement_id])
            shown = [n for n, tally in tallies.items() if not must_hide(raw, n, tally)]
            totals = {name: frozenset({name}) for name in shown} | {"total": frozenset(tallies)}
            if follows(perspective, totals, everybody):
                given_away += 1
                break
    assert given_away > 100


def naive(raw: Assessment) -> Assessment:
    """Small groups renamed to others, one by one: what a quick solution would do."""
    small = [name for name, count in raw.took_part.items() if count < 5]
    took_part = {n: c for n, c in raw.took_part.items() if n not in small}
    took_part["other-perspectives"] = sum(raw.took_part[n] for n in small)
    factors = {}
    for factor_id, factor in raw.factors.items():
        statements = {}
        for key, statement in factor.statements.items():
            tallies = raw.tallies(statement)
            joined = total((t for n, t in tallies.items() if n in small), len(raw.scale))
            answers = {n: t.written() for n, t in tallies.items() if n not in small}
            if joined.people:
                answers["other-perspectives"] = joined.written()
            statements[key] = statement.model_copy(update={"answers": answers})
        factors[factor_id] = factor.model_copy(update={"statements": statements})
    return raw.model_copy(update={"took_part": took_part, "factors": factors})


def test_the_proof_refuses_one_small_group_left_on_its_own() -> None:
    raw = assessment({"staff": {4: 9}, "manager": {3: 6}, "leader": {2: 2}})
    assert list(recovered(raw, naive(raw))) == [Recovered("s-1", "leader")]


def test_the_proof_refuses_a_statement_that_two_of_a_group_answered() -> None:
    raw = assessment({"staff": {4: 9}, "leader": {2: 2}}, took_part={"staff": 9, "leader": 6})
    assert list(recovered(raw, raw)) == [Recovered("s-1", "leader")]


def test_the_proof_refuses_a_joined_tally_that_can_be_shared_out_in_one_way() -> None:
    """Of 15 people 15 said 4, and 9 are staff: the two leaders among the six said 4 as well."""
    raw = assessment(
        {"staff": {4: 9}, "leader": {4: 2}, "manager": {4: 4}},
        took_part={"staff": 9, "leader": 2, "manager": 4},
    )
    forced = assessment(
        {"other-perspectives": {4: 15}},
        took_part={"staff": 9, "manager": 6},
        perspectives={"staff": "staff", "manager": "managers", "leader": "leaders"},
    )
    assert Recovered("s-1", "manager") in list(recovered(raw, forced))


def test_a_join_that_can_hide_nobody_takes_in_the_next_group() -> None:
    """Of five p two said 4, and so did all six r: eight answers, all 4, from at most five and six.

    Whoever knows the rules knows that one of them gave one or two answers, so p gave two.
    """
    asked = questionnaire(statements=1, perspectives=3)
    said = [("p1", "4")] * 2 + [("p1", "")] * 3 + [("p2", "3")] * 6 + [("p3", "4")] * 6
    voices = [
        Voice.model_validate(
            {"cls-check-voice": 1, "perspective": p, "answers": {"s-1": a} if a else {}}
        )
        for p, a in said
    ]
    closed = close(asked, a_round(), voices)
    assert closed.took_part == {"p1": 5, "p2": 6, "p3": 6}
    assert tally_of(closed, "other-perspectives") == {"3": 6, "4": 8}


def small_rooms(count: int) -> list[tuple[Assessment, Assessment]]:
    chance = random.Random("small rooms")
    asked = questionnaire(1, 3, 3)
    found: list[tuple[Assessment, Assessment]] = []
    while len(found) < count:
        voices = random_voices(chance, asked, most_people=6)
        raw = single(asked, voices)
        statement = dict(raw.statements())["s-1"]
        if raw.people >= 5 and hidden_in(raw) and raw.everyone(statement).people <= 12:
            found.append((raw, safe_to_share(raw)))
    return found


@pytest.mark.slow
def test_an_attacker_who_knows_the_rules_and_tries_every_room_is_left_in_doubt() -> None:
    """Every room that would show the same file is tried: a hidden group has several answers left.

    Left out are rooms of one mind: where everybody gives the same answer, so does everyone in it,
    whatever is shown. The attacker even knows how many people came from each hidden perspective.
    """
    tried = 0
    for raw, shown in small_rooms(200):
        statement = dict(shown.statements())["s-1"]
        joined = next((name for name in statement.answers if name in JOINED), None)
        if joined is None or sum(count > 0 for count in shown.everyone(statement).counts) == 1:
            continue
        members = [
            n for n in shown.perspectives if n not in statement.answers and n in raw.took_part
        ]
        tally = shown.tallies(statement)[joined]
        together = (*tally.counts, tally.dont_know, tally.cannot_answer)
        possible: dict[str, Counter[tuple[int, ...]]] = {name: Counter() for name in members}
        for parts in splits(together, len(members)):
            sizes = zip(members, parts, strict=True)
            if any(sum(part) > raw.took_part[name] for name, part in sizes):
                continue
            if same_file(raw, dict(zip(members, parts, strict=True)), shown):
                for name, part in zip(members, parts, strict=True):
                    possible[name][part] += 1
        for _, perspective in hidden_in(raw):
            assert len(possible[perspective]) > 1, (raw, shown, perspective)
            tried += 1
    assert tried > 150


def same_file(raw: Assessment, parts: dict[str, tuple[int, ...]], shown: Assessment) -> bool:
    """Whether a room in which the joined perspectives answered like this shows the same file."""
    statement = raw.factors["f"].statements["s-1"]
    answers = {n: a for n, a in statement.answers.items() if n not in parts}
    for name, part in parts.items():
        tally = Tally(part[:-2], part[-2], part[-1])
        if tally.people:
            answers[name] = tally.written()
    changed = statement.model_copy(update={"answers": answers})
    factor = raw.factors["f"].model_copy(update={"statements": {"s-1": changed}})
    other_room = raw.model_copy(update={"factors": {"f": factor}})
    return safe_to_share(other_room) == shown
