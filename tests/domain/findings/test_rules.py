"""Each finding by numbers that a reader can check by hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.findings.findings import FactorFindings, find
from cls_check.domain.findings.rules import BANDS, Setting
from tests.domain.rooms import Written, assessment

EVIDENCE = {"evidence": [{"from": "people", "what": "A story."}]}
TEN_SAY_FOUR = {"staff": {4: 10}}


def factor(*statements: Written, **more: Any) -> FactorFindings:
    return find(assessment(*statements, **more))[0]


def ends(found: FactorFindings) -> tuple[tuple[str, ...], tuple[str, ...]]:
    gap = found.findings[0].gap
    assert gap
    return gap.lower, gap.higher


def rules(found: FactorFindings) -> list[str]:
    return [finding.rule for finding in found.findings]


@pytest.mark.parametrize(
    ("answers", "typical", "headline"),
    [
        ({4: 10}, 4.0, "strength"),
        ({3: 5, 4: 5}, 3.5, "growing-well"),
        ({3: 10}, 3.0, "growing"),
        ({2: 5, 3: 5}, 2.5, "growing"),
        ({2: 10}, 2.0, "starting"),
        ({2: 6, 3: 4}, 2.3333333, "starting"),  # 2 - 1/2 + 5/6
        ({3: 6, 4: 4}, 3.3333333, "growing"),  # 3 - 1/2 + 5/6
        ({4: 9, 3: 1}, 3.9444444, "growing-well"),  # 4 - 1/2 + (5 - 1) / 9
    ],
)
def test_the_band_of_the_typical_answer(
    answers: dict[int, int], typical: float, headline: str
) -> None:
    found = factor({"staff": answers})
    assert found.by["everyone"].typical_answer == pytest.approx(typical)
    assert found.headline == headline


def test_four_people_are_not_enough() -> None:
    found = factor({"everyone": {4: 4}}, took_part={"everyone": 9})
    assert rules(found) == ["not-enough"]
    assert found.by["everyone"].typical_answer is None


def test_half_of_the_statements_must_have_enough_answers() -> None:
    """Of two statements one has nine answers, the other four: half is enough. Of three it is not."""
    nine, four = {"everyone": {4: 9}}, {"everyone": {4: 4}}
    assert factor(nine, four).headline == "strength"
    assert factor(nine, four, four).headline == "not-enough"


@pytest.mark.parametrize(("unsure", "expected"), [(5, False), (6, True)])
def test_more_than_a_third_could_not_say(unsure: int, expected: bool) -> None:
    """Ten answered; 5 of 15 is a third exactly, 6 of 16 is more."""
    found = factor({"staff": {4: 10, "dont-know": unsure}})
    assert ("cannot-say" in rules(found)) is expected


def test_people_who_cannot_answer_do_not_count_as_unsure() -> None:
    assert "cannot-say" not in rules(factor({"staff": {4: 10, "cannot-answer": 30}}))


def test_two_perspectives_a_step_apart() -> None:
    found = factor({"lived": {2: 6}, "staff": {3: 6}})
    assert found.headline == "perspectives-differ"
    assert ends(found) == (("lived",), ("staff",))  # the lower answer first


def test_less_than_a_step_apart_is_no_difference() -> None:
    """2 - 1/2 + 3/5 = 2.1 is nine tenths below 3."""
    assert "perspectives-differ" not in rules(factor({"lived": {2: 5, 3: 1}, "staff": {3: 6}}))


def test_four_people_are_too_few_to_be_compared() -> None:
    found = factor({"lived": {2: 4}, "staff": {4: 9}}, took_part={"lived": 6, "staff": 9})
    assert "perspectives-differ" not in rules(found)
    assert found.by["lived"].typical_answer == 2.0


def test_one_blank_in_a_group_of_five_does_not_silence_it() -> None:
    found = factor({"lived": {2: 5}, "staff": {4: 9}}, {"lived": {2: 4}, "staff": {4: 9}})
    assert found.headline == "perspectives-differ"


def test_joined_perspectives_are_not_told_as_one_view() -> None:
    found = factor({"other-perspectives": {1: 6}, "staff": {4: 9}})
    assert "perspectives-differ" not in rules(found)
    assert found.by["other-perspectives"].typical_answer == 1.0


def test_joined_perspectives_who_are_all_that_answered_need_five_people_too() -> None:
    found = factor({"other-perspectives": {4: 4}}, took_part={"staff": 9, "other-perspectives": 6})
    assert found.by["other-perspectives"].typical_answer is None


def test_the_two_furthest_apart_are_named() -> None:
    found = factor({"lived": {2: 5}, "staff": {3: 5}, "leader": {5: 5}})
    assert ends(found) == (("lived",), ("leader",))


def test_all_who_stand_at_an_end_are_named_in_the_order_of_the_questionnaire() -> None:
    found = factor({"lived": {2: 5}, "staff": {4: 5}, "leader": {4: 5}})
    assert ends(found) == (("lived",), ("staff", "leader"))
    other = factor({"lived": {2: 5}, "staff": {2: 5}, "leader": {4: 5}})
    assert ends(other) == (("lived", "staff"), ("leader",))


def test_who_asked_not_to_be_placed_is_no_side_of_a_difference() -> None:
    found = factor({"prefer-not-to-say": {1: 6}, "staff": {4: 9}})
    assert found.headline != "perspectives-differ"
    assert "perspectives-may-differ" not in rules(found)


def test_a_gap_that_chance_may_have_made_is_no_headline() -> None:
    """Five people each and one statement: a delta of 0.64 is needed; these are 0.88 and 0.56."""
    found = factor({"lived": {2: 2, 3: 3}, "staff": {3: 1, 4: 4}})
    again = factor({"lived": {2: 3, 3: 1, 5: 1}, "staff": {3: 1, 4: 4}})
    assert found.headline == "perspectives-differ"
    assert rules(again)[0] != "perspectives-differ"
    assert "perspectives-may-differ" in rules(again)


def test_mixed_views_of_eight_people() -> None:
    """Everybody on another answer is agreement 0, which is below 0.3 but no two camps."""
    found = factor({"staff": {1: 2, 2: 2, 3: 2, 4: 2, 5: 2}})
    assert found.headline == "views-differ"
    assert not found.findings[0].two_camps


def test_of_five_to_seven_people_only_two_camps_count_as_mixed() -> None:
    assert "views-differ" not in rules(factor({"staff": {1: 1, 2: 1, 3: 1, 4: 1, 5: 1}}))
    camps = factor({"staff": {1: 3, 5: 3}})
    assert camps.headline == "views-differ"
    assert camps.findings[0].two_camps


def test_felt_but_not_shown_and_shown_but_not_felt() -> None:
    assert rules(factor(TEN_SAY_FOUR)) == ["strength", "felt-not-shown"]
    assert rules(factor(TEN_SAY_FOUR, factor=EVIDENCE)) == ["strength"]
    assert rules(factor({"staff": {2: 10}}, factor=EVIDENCE)) == ["starting", "shown-not-felt"]
    assert rules(factor({"staff": {2: 10}})) == ["starting"]


@pytest.mark.parametrize(
    ("answers", "could_be"),
    [
        ({4: 10}, ["growing-well"]),  # 3.7 to 4.3
        ({4: 7, 5: 3}, ["growing-well"]),  # 4.21, and 3.80 to 4.62
        ({4: 10, 5: 30}, []),  # 4.83, and 4.64 to 5
        ({3: 10}, []),  # 2.7 to 3.3
        ({3: 8, 2: 2}, []),  # 2.88, and 2.52 to 3.23
        ({2: 6, 3: 4}, ["growing"]),  # 2.33, and 1.80 to 2.87
        ({1: 2, 2: 2, 3: 2, 4: 2, 5: 2}, ["starting", "growing-well", "strength"]),  # 1.57 to 4.43
    ],
)
def test_what_it_could_as_well_be(answers: dict[int, int], could_be: list[str]) -> None:
    band = next(each for each in factor({"staff": answers}).findings if each.rule in BANDS)
    assert list(band.could_be) == could_be
    assert band.close_to_the_line is bool(could_be)


def test_cut_points_move_with_the_scale() -> None:
    """On 7 answers 4.0 becomes 1 + 3 * 6 / 4 = 5.5; on 3 answers 1 + 3 * 2 / 4 = 2.5."""
    assert Setting(7).cut(4.0) == 5.5
    assert Setting(3).cut(4.0) == 2.5
    scale = [f"Answer {k}" for k in range(1, 8)]
    assert factor({"staff": {6: 9}}, scale=scale).headline == "strength"
    assert factor({"staff": {5: 9}}, scale=scale).headline == "growing-well"  # 4.75 to 5.5


def test_the_balanced_view_counts_each_perspective_once() -> None:
    """Twelve staff say 4, five people say 2: everyone is near 4, balanced is 3."""
    found = factor({"lived": {2: 5}, "staff": {4: 12}})
    assert found.balanced == 3.0
    assert found.by["everyone"].typical_answer == pytest.approx(4 - 0.5 + (8.5 - 5) / 12)
    assert found.weight_matters


def test_one_view_makes_no_finding_about_others() -> None:
    own = assessment({"everyone": {4: 1}}, {"everyone": {1: 1}}, one_view=True)
    found = find(own)[0]
    assert found.by["everyone"].typical_answer == 2.5
    assert rules(found) == ["growing"]


def test_a_factor_without_statements_has_no_headline() -> None:
    found = find(assessment(took_part={"everyone": 9}, factor={"level": "growing"}))[0]
    assert (found.headline, found.findings, found.balanced) == (None, (), None)


def test_a_headline_that_one_person_could_change_is_fragile() -> None:
    """Five and five: typical answer 3.5, growing well. One person lower makes it 3.33: growing."""
    assert factor({"staff": {3: 5, 4: 5}}).findings[0].fragile


def test_where_nobody_asks_all_but_that_is_found() -> None:
    asked = assessment({"staff": {3: 5, 4: 5}})
    (quick,) = find(asked, fragility=False)
    assert not quick.findings[0].fragile
    first = replace(quick.findings[0], fragile=True)
    assert replace(quick, findings=(first, *quick.findings[1:])) == find(asked)[0]


def test_a_headline_far_from_every_line_is_firm() -> None:
    """Twenty say 3: one of them a step away makes 3 - 1/2 + (10 - 1) / 19, which is 2.97."""
    assert not factor({"staff": {3: 20}}).findings[0].fragile


def test_a_difference_between_two_small_groups_can_hang_on_one_person() -> None:
    """Five say 2 and five say 3. One step up by one of the five who said 2 ends the whole step."""
    found = factor({"lived": {2: 5}, "staff": {3: 5}})
    assert (found.headline, found.findings[0].fragile) == ("perspectives-differ", True)


groups = st.dictionaries(
    st.sampled_from(["lived", "staff", "leader", "partner", "manager"]),
    st.dictionaries(st.sampled_from([1, 2, 3, 4, 5, "dont-know"]), st.integers(1, 9), min_size=1),
    min_size=1,
)


@pytest.mark.slow
@given(st.lists(groups, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_perspectives_and_keys_never_matters(
    statements: list[Written], chance: Random
) -> None:
    made = assessment(*statements)
    shuffled = made.model_copy(
        update={
            "took_part": shuffle(made.took_part, chance),
            "factors": {
                "f": made.factors["f"].model_copy(
                    update={
                        "statements": {
                            key: statement.model_copy(
                                update={
                                    "answers": {
                                        name: shuffle(given, chance)
                                        for name, given in shuffle(
                                            statement.answers, chance
                                        ).items()
                                    }
                                }
                            )
                            for key, statement in made.factors["f"].statements.items()
                        }
                    }
                )
            },
        }
    )
    here, there = find(made)[0], find(shuffled)[0]
    assert (here.by, here.balanced, here.findings) == (there.by, there.balanced, there.findings)


def shuffle(mapping: dict[str, Any], chance: Random) -> dict[str, Any]:
    keys = list(mapping)
    chance.shuffle(keys)
    return {key: mapping[key] for key in keys}


@given(st.lists(groups, min_size=1, max_size=4))
def test_no_group_that_is_too_small_has_a_result(
    statements: list[dict[str, dict[str | int, int]]],
) -> None:
    for found in find(assessment(*statements)):
        for statement in found.statements:
            for name, result in statement.by.items():
                fewest = 5 if name in {"everyone", "other-perspectives"} else 3
                assert result.tally.n == 0 or result.tally.n >= 3
                assert (result.typical_answer is None) == (result.tally.n < fewest)


@given(st.lists(groups, min_size=1, max_size=3))
def test_mirrored_answers_give_mirrored_numbers(
    statements: list[dict[str, dict[str | int, int]]],
) -> None:
    """Every answer k becomes 6 - k: the same agreement, the typical answer mirrored."""
    mirrored = [
        {
            name: {(6 - key if isinstance(key, int) else key): n for key, n in given.items()}
            for name, given in statement.items()
        }
        for statement in statements
    ]
    here = factor(*statements).by["everyone"]
    there = factor(*mirrored).by["everyone"]
    if here.typical_answer is None:
        assert there.typical_answer is None
    else:
        assert there.typical_answer == pytest.approx(6 - here.typical_answer)
        assert there.agreement == pytest.approx(here.agreement)
