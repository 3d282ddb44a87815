"""Nobody can be found: small groups are joined, and nothing hidden can be worked back."""

from __future__ import annotations

import random

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.closing.closing import close, tallied
from cls_check.domain.closing.proof import Recovered, recovered
from cls_check.domain.counts.tally import Tally, total
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.domain.rounds.round import Talk, Voice
from cls_check.errors import RefusedError
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


def test_about_a_sensitive_factor_a_perspective_needs_twice_as_many() -> None:
    """Ten staff stay; the seven leaders are fewer than ten, so the six carers cannot stay either."""
    said = {"staff": {4: 12}, "leader": {2: 7}, "carer": {3: 10}}
    found = protected(assessment(said, factor={"sensitive": True}))
    assert found.took_part == {"staff": 12, "leader": 7, "carer": 10}
    assert dict(found.statements())["s-1"].answers == {
        "staff": {"4": 12},
        "other-perspectives": {"2": 7, "3": 10},
    }


def test_it_was_lowered_before_anybody_answered() -> None:
    """Seven leaders are enough where seven was chosen; with a minimum of eight they are not."""
    said = {"staff": {4: 12}, "leader": {2: 7}}
    lowered = assessment(said, factor={"sensitive": True}, sensitive_group=7)
    assert protected(lowered) == lowered
    assert lowered.sensitive_minimum == 7
    assert assessment(said, minimum_group=8, sensitive_group=7).sensitive_minimum == 8


def test_which_answers_they_gave_decides_nothing() -> None:
    """The seven others are of one mind, and everybody else stands as ever."""
    said = {"guest": {1: 2, 3: 4}, "helper": {1: 2, 3: 6}, "driver": {2: 3}, "cook": {2: 4}}
    found = protected(assessment(said))
    assert dict(found.statements())["s-1"].answers == {
        "guest": {"1": 2, "3": 4},
        "helper": {"1": 2, "3": 6},
        "other-perspectives": {"2": 7},
    }


def test_what_an_earlier_rule_joined_for_its_answers_is_joined_wholly_on_reading() -> None:
    """All six guests and all seven others answered, so nobody was joined for being few."""
    earlier = assessment(
        {"helper": {1: 2, 3: 6}, "other-perspectives": {1: 2, 2: 7, 3: 4}},
        took_part={"guest": 6, "helper": 8, "other-perspectives": 7},
    )
    now = protected(earlier)
    assert dict(now.statements())["s-1"].answers == {
        "other-perspectives": {"1": 4, "2": 7, "3": 10}
    }
    assert protected(now) == now


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


@pytest.mark.slow
def test_in_5000_rooms_the_proof_finds_nothing_either(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for raw, shown in rooms:
        assert next(recovered(raw, shown), None) is None


@pytest.mark.slow
def test_in_5000_rooms_every_shown_group_is_large_enough(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for raw, shown in rooms:
        assert all(count >= 5 for count in shown.took_part.values())
        assert shown.people == raw.people
        for _, statement in shown.statements():
            for tally in shown.tallies(statement).values():
                assert tally.n == 0 or tally.n >= 3


@pytest.mark.slow
def test_in_5000_rooms_answers_are_kept_where_three_answered_on_the_scale(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for raw, shown in rooms:
        after = dict(shown.statements())
        for statement_id, statement in raw.statements():
            was, now = raw.everyone(statement), shown.everyone(after[statement_id])
            assert now == (Tally.empty(len(was.counts)) if was.n in {1, 2} else was)


@pytest.mark.slow
def test_in_5000_rooms_protecting_again_changes_nothing(
    rooms: list[tuple[Assessment, Assessment]],
) -> None:
    for _, shown in rooms:
        assert protected(shown) == shown


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
