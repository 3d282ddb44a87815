"""Two versions of one round must not give away who came between."""

from __future__ import annotations

from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.closing.versions import TooFew, in_words, too_close
from tests.domain.rooms import assessment

SEVEN = {"staff": {4: 7}, "lived": {2: 6}}


def groups(old: Assessment, new: Assessment) -> tuple[str, ...]:
    """The groups of which few stand between two versions, whatever they answered."""
    return tuple(each.group for each in too_close(old, new) if not each.statement)


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (SEVEN, ()),  # nothing differs
        ({"staff": {4: 8}, "lived": {2: 6}}, ("everyone", "staff")),  # one person more
        ({"staff": {4: 11}, "lived": {2: 6}}, ("everyone", "staff")),  # four more
        ({"staff": {4: 12}, "lived": {2: 6}}, ()),  # five more
        ({"staff": {4: 6, 3: 1}, "lived": {2: 6}}, ("everyone", "staff")),  # an answer changed
        ({"staff": {4: 12}, "lived": {2: 7}}, ("lived",)),  # enough in all, one of a group
        ({"staff": {4: 7}, "lived": {2: 6}, "leader": {5: 5}}, ()),  # a whole group came
    ],
)
def test_everything_that_differs_has_five_people_behind_it(
    later: dict[str, dict[int, int]], found: tuple[Any, ...]
) -> None:
    assert groups(assessment(SEVEN), assessment(later)) == found
    assert groups(assessment(later), assessment(SEVEN)) == found


def test_a_shown_group_that_is_joined_later_gives_the_rest_away() -> None:
    """Eight staff stood alone; now they are eleven with three others: those are three people."""
    before = assessment({"staff": {4: 8}, "other-perspectives": {2: 6}})
    after = assessment({"lived": {3: 8}, "other-perspectives": {4: 11}})
    assert "staff" in groups(before, after)


def test_a_statement_that_was_joined_and_no_longer_is_gives_the_rest_away() -> None:
    """Both groups have as many people as before, but one statement is now split between them."""
    took_part = {"staff": 9, "lived": 9}
    before = assessment({"other-perspectives": {4: 8}}, took_part=took_part)
    after = assessment({"staff": {4: 5}, "lived": {4: 3}}, took_part=took_part)
    assert set(groups(before, after)) >= {"lived", "staff"}


# Who was joined stays joined


def few(old: Assessment, new: Assessment) -> set[tuple[str, str]]:
    assert set(too_close(old, new)) == set(too_close(new, old))
    return {(each.group, each.statement) for each in too_close(old, new)}


def test_a_group_that_comes_out_of_a_joined_one_leaves_the_others_behind() -> None:
    """Five leaders and two carers were joined; five more carers came, and both stand alone now.

    The old joined tally less the leaders' is what the first two carers said: {1: 1, 2: 1}.
    """
    old = assessment({"staff": {4: 8}, "other-perspectives": {1: 1, 2: 1, 4: 3, 5: 2}})
    new = assessment({"staff": {4: 8}, "leader": {4: 3, 5: 2}, "carer": {1: 3, 2: 4}})
    assert few(old, new) >= {("leader", ""), ("carer", ""), ("leader", "s-1"), ("carer", "s-1")}


def test_everyone_less_those_who_stand_alone_now_is_one_person() -> None:
    """Seven staff and one with lived experience; seven more of the latter came in another room."""
    old = assessment({"everyone": {1: 2, 2: 3, 3: 3}})
    new = assessment({"staff": {1: 1, 2: 3, 3: 3}, "lived": {1: 4, 2: 4}})
    assert few(old, new) >= {("staff", ""), ("lived", "")}


def test_where_each_joined_group_grew_their_answers_may_still_tell_them_apart() -> None:
    """Leaders answer 4 and 5 alone, and carers 1 to 3: so who was who in the old tally is plain."""
    old = assessment({"staff": {2: 8}, "other-perspectives": {1: 1, 2: 2, 4: 3, 5: 2}})
    new = assessment(
        {"staff": {2: 8}, "carer": {1: 3, 2: 4, 3: 1}, "leader": {4: 6, 5: 4}},
    )
    assert ("leader", "s-1") in few(old, new)


def test_where_the_same_groups_are_joined_enough_people_are_enough() -> None:
    old = assessment({"staff": {4: 8}, "other-perspectives": {1: 3, 2: 3}})
    new = assessment({"staff": {4: 8}, "other-perspectives": {1: 6, 2: 5}})
    assert few(old, new) == set()


def test_the_second_vote_is_compared_too() -> None:
    old, new = (
        assessment({"staff": {2: 6, 3: 6}}, factor=voted)
        for voted in (second_vote({"2": 5, "3": 6}), second_vote({"1": 1, "2": 5, "3": 6}))
    )
    assert few(old, new) == {("after-talking", "s-1")}


def second_vote(answers: dict[str, int]) -> dict[str, Any]:
    shown = {"text": "Statement 1.", "answers": {"staff": {"2": 6, "3": 6}}}
    return {"statements": {"s-1": shown | {"after-talking": answers}}}


@pytest.mark.parametrize("longer", [0, 1])
def test_another_id_or_a_longer_scale_hides_nothing(longer: int) -> None:
    scale = [f"Answer {n}" for n in range(1, 6 + longer)]
    old = assessment({"staff": {2: 6, 3: 6}})
    new = assessment({"staff": {1: 1, 2: 6, 3: 6}}, scale=scale, took_part={"staff": 17})
    statements = new.factors["f"].statements
    renamed = {"other": statements["s-1"]}
    factors = {"f": new.factors["f"].model_copy(update={"statements": renamed})}
    assert ("staff", "s-1") in few_in_new(old, new)
    assert ("staff", "other") in few_in_new(old, new.model_copy(update={"factors": factors}))


@pytest.mark.parametrize("words", ["statement 1", "STATEMENT  1!", "Statement\u00a01."])
def test_words_are_the_same_whatever_their_capitals_blanks_and_points(words: str) -> None:
    old = assessment({"staff": {2: 6, 3: 6}})
    new = under(assessment({"staff": {1: 1, 2: 6, 3: 6}}), {"other": words})
    assert few_in_new(old, new) == {("everyone", ""), ("staff", "")} | {
        (group, "other") for group in ("everyone", "staff")
    }


def test_two_statements_that_changed_places_are_still_themselves() -> None:
    """Five came, and one of them answered the first; by the ids alone, eleven and six differ."""
    old = assessment({"staff": {3: 12}}, {"staff": {1: 6, 2: 6}})
    new = assessment({"staff": {1: 11, 2: 6}}, {"staff": {1: 1, 3: 12}}, took_part={"staff": 17})
    swapped = under(new, {"s-1": "Statement 2.", "s-2": "Statement 1."})
    assert few_in_new(old, swapped) == {("staff", "s-2"), ("everyone", "s-2")}
    assert few_in_new(old, new) == set()  # with other words under the ids, it would be hidden


def test_numbering_anew_alone_is_no_difference() -> None:
    old = assessment({"staff": {3: 12}}, {"staff": {1: 6, 2: 6}})
    new = assessment({"staff": {1: 6, 2: 6}}, {"staff": {3: 12}})
    assert few_in_new(old, under(new, {"s-1": "Statement 2.", "s-2": "Statement 1."})) == set()


def test_two_questionnaires_that_share_nothing_are_no_versions_of_each_other() -> None:
    old, new = assessment({"staff": {3: 12}}), assessment({"staff": {2: 13}})
    assert few_in_new(old, under(new, {"z-1": "Another question."})) == set()


def under(made: Assessment, words: dict[str, str]) -> Assessment:
    """The same answers under other ids and words, in the same order."""
    statements = made.factors["f"].statements.values()
    named = {
        key: statement.model_copy(update={"text": text})
        for (key, text), statement in zip(words.items(), statements, strict=True)
    }
    return made.model_copy(
        update={"factors": {"f": made.factors["f"].model_copy(update={"statements": named})}}
    )


# A perspective under another id

STAFF_AND_LIVED = {"staff": {4: 8}, "lived": {2: 6}}


def test_a_perspective_with_another_id_and_the_same_name_is_the_same() -> None:
    """One more of the team, and five more with experience: everyone differs by six."""
    old = assessment(STAFF_AND_LIVED, perspectives={"staff": "Our team", "lived": "Lived it"})
    new = assessment(
        {"team": {4: 9}, "exp": {2: 11}}, perspectives={"team": "our team.", "exp": "lived it"}
    )
    assert few_in_new(old, new) == {("team", ""), ("team", "s-1")}
    assert few_in_new(new, old) == {("staff", ""), ("staff", "s-1")}


def test_another_id_alone_is_no_difference_even_beside_groups_that_are_joined() -> None:
    joined = {"other-perspectives": {1: 3, 2: 3}}
    old = assessment({"staff": {4: 8}} | joined, perspectives={"staff": "Staff"})
    new = assessment({"team": {4: 8}} | joined, perspectives={"team": "Staff"})
    assert few_in_new(old, new) == set()


def test_names_that_changed_places_are_compared_both_ways() -> None:
    """By the ids one more of staff came. By the names, nobody knows who is who."""
    old = assessment(STAFF_AND_LIVED, perspectives={"staff": "Staff", "lived": "Lived"})
    new = assessment(
        {"staff": {4: 9}, "lived": {2: 11}}, perspectives={"staff": "Lived", "lived": "Staff"}
    )
    assert ("staff", "") in few_in_new(old, new)


def few_in_new(old: Assessment, new: Assessment) -> set[tuple[str, str]]:
    return {(each.group, each.statement) for each in too_close(old, new)}


def test_levels_alone_have_no_answers_to_work_back() -> None:
    assert too_close(assessment(took_part={"staff": 7}), assessment(took_part={"staff": 8})) == ()


def test_one_persons_views_are_their_own() -> None:
    one = assessment({"everyone": {4: 1}}, one_view=True)
    other = assessment({"everyone": {3: 1}}, one_view=True)
    assert too_close(one, other) == ()


# Statement by statement


@pytest.mark.parametrize(
    ("then", "now", "is_told"),
    [
        ({1: 4, 3: 5}, {1: 5, 3: 5}, True),  # five came, and one of them answered this
        ({1: 4, 3: 5}, {1: 5, 3: 6}, True),
        ({1: 4, 3: 5}, {1: 5, 3: 7}, False),  # three people, and nobody knows which
        ({1: 4, 3: 5}, {1: 4, 3: 5}, False),
        ({1: 4, 3: 5}, {1: 4, 3: 5, "dont-know": 1}, True),
        ({1: 4, 3: 5}, {1: 4, 3: 7, "dont-know": 3}, True),  # two of the five on the scale
        ({1: 4, 3: 5}, {1: 4, 3: 5, "dont-know": 5}, False),
        ({1: 4, 3: 5}, {1: 3, 3: 6}, True),  # one person's answer is another one now
    ],
)
def test_no_answers_of_one_or_two_people_stand_between(
    then: dict[Any, int], now: dict[Any, int], is_told: bool
) -> None:
    """The round itself differs by five people of one group, as it may."""
    old = assessment({"front": then, "lived": {2: 6}}, took_part={"front": 9, "lived": 6})
    new = assessment({"front": now, "lived": {2: 6}}, took_part={"front": 14, "lived": 6})
    few = [TooFew("front", "s-1"), TooFew("everyone", "s-1")]
    assert list(too_close(old, new)) == (few if is_told else [])
    assert list(too_close(new, old)) == (few if is_told else [])


@pytest.mark.parametrize(
    ("then", "now", "is_told"),
    [
        ({1: 1, 3: 10}, {3: 13, 4: 3}, True),  # one was taken out, and six came
        ({1: 2, 3: 10}, {3: 13, 4: 3}, True),
        ({1: 3, 3: 10}, {3: 13, 4: 3}, False),  # three were, and nobody knows who said what
        ({1: 3, 3: 10}, {2: 1, 3: 10}, True),
        ({3: 10, "dont-know": 1}, {3: 16}, True),  # the one who did not know
    ],
)
def test_behind_those_who_came_those_who_went_are_seen(
    then: dict[Any, int], now: dict[Any, int], is_told: bool
) -> None:
    old = assessment({"front": then}, took_part={"front": 13})
    new = assessment({"front": now}, took_part={"front": 18})
    few = [TooFew("front", "s-1"), TooFew("everyone", "s-1")]
    assert list(too_close(old, new)) == (few if is_told else [])
    assert list(too_close(new, old)) == (few if is_told else [])


@pytest.mark.parametrize(
    ("came", "more", "is_told"),
    [
        ({1: 4, 2: 2}, {}, True),  # six carers: the second less the first is what they said
        ({1: 9}, {}, True),
        ({1: 4, 2: 6}, {}, False),  # ten, as many as a perspective needs to be shown
        ({1: 9, "dont-know": 1}, {}, True),  # nine of them on the scale
        ({1: 4, 2: 2}, {"sensitive-group": 6}, False),  # the file says six
        ({1: 4, 2: 2}, {"minimum-group": 3}, False),  # twice three
        ({}, {}, False),
    ],
)
def test_a_sensitive_factor_needs_as_many_as_a_perspective_that_is_shown(
    came: dict[Any, int], more: dict[str, int], is_told: bool
) -> None:
    joined = {1: 6, 2: 7}
    grown = {answer: joined.get(answer, 0) + came.get(answer, 0) for answer in {**joined, **came}}
    sizes = ({"staff": 12, "other-perspectives": size} for size in (13, 23))
    # The mark in one of them is enough.
    marks: tuple[dict[str, Any], ...] = ({"sensitive": True}, {})
    old, new = (
        assessment(
            {"staff": {3: 12}, "other-perspectives": answers}, took_part=size, factor=mark, **more
        )
        for answers, size, mark in zip((joined, grown), sizes, marks, strict=True)
    )
    few = [TooFew("other-perspectives", "s-1"), TooFew("everyone", "s-1")]
    assert list(too_close(old, new)) == (few if is_told else [])
    assert list(too_close(new, old)) == (few if is_told else [])


def test_what_is_left_of_a_statement_beside_the_groups_in_both_is_looked_at_too() -> None:
    """Carers stood alone and are joined now: with them, the others are one person more."""
    took_part = {"staff": 9, "carer": 6, "other-perspectives": 6}
    old = assessment(
        {"staff": {4: 9}, "carer": {2: 4}, "other-perspectives": {3: 5}}, took_part=took_part
    )
    new = assessment({"staff": {4: 9}, "other-perspectives": {2: 4, 3: 6}}, took_part=took_part)
    assert TooFew("other-perspectives", "s-1") in too_close(old, new)


def test_where_it_is_stands_in_words_the_first_few_by_name() -> None:
    found = [TooFew("everyone"), TooFew("front"), *(TooFew("front", f"s-{k}") for k in range(5))]
    assert in_words(found) == "everyone, front"
    assert in_words(found[2:4]) == "front in s-0, front in s-1"
    assert in_words(found[2:]) == "front in s-0, front in s-1, front in s-2 and 2 more"
