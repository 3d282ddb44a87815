"""The second vote: kept beside the first, never in its place, and as private."""

from __future__ import annotations

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.consistency import misfits
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.closing.closing import with_words_of
from cls_check.domain.findings.findings import find
from cls_check.domain.findings.measures import StatementResult
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.assessments.writing import assessment_text
from cls_check.reports.model.wording import statement_sentence
from cls_check.yaml.reader import parse_yaml
from tests.reports.places import answers, factor, place


def voted_again(**second: int) -> Assessment:
    own = factor("Trust", {"everyone": answers(3, 2, 1)}, sensitive=second.pop("sensitive", False))
    own["statements"]["tru-1"]["after-talking"] = second
    return place({"everyone": 6}, factor=own)


def second(assessment: Assessment) -> StatementResult:
    result = find(assessment)[0].statements[0].after_talking
    assert result
    return result


def test_it_is_read_written_and_found_again() -> None:
    them = voted_again(**{"2": 1, "4": 5})
    text = assessment_text(them)
    assert "        after-talking: {2: 1, 4: 5}\n" in text
    assert assessment_in(parse_yaml(text.encode(), "a.yaml")) == them
    assert second(them).tally.counts == (0, 1, 0, 5, 0)
    assert second(them).typical_answer == 3.9  # 4 - 1/2 + (3 - 1) / 5


def test_findings_use_the_first_vote_alone() -> None:
    with_second, without = voted_again(**{"5": 6}), voted_again()
    assert find(with_second)[0].findings == find(without)[0].findings


@pytest.mark.parametrize(("people", "is_kept"), [(4, False), (5, True)])
def test_fewer_than_the_minimum_group_are_not_shown(people: int, is_kept: bool) -> None:
    them = voted_again(**{"4": people})
    kept = protected(them).factors["factor-1"].statements["tru-1"].after_talking
    assert bool(kept) == is_kept
    document = parse_yaml(assessment_text(them).encode(), "a.yaml")
    found = [str(problem) for problem in privacy_problems(them, document)]
    assert (not found) == is_kept
    assert is_kept or found[0].startswith("a.yaml, line ")


def test_a_second_vote_about_a_sensitive_factor_is_not_shown() -> None:
    own = factor("Trust", {"everyone": answers(2, 2, 2)}, sensitive=True)
    own["statements"]["tru-1"]["after-talking"] = {"1": 6}
    them = place({"everyone": 6}, factor=own)
    assert find(them)[0].statements[0].after_talking is None
    assert "After talking" not in statement_sentence(find(them)[0].statements[0], them)


def test_a_report_says_both_votes() -> None:
    them = voted_again(**{"2": 1, "4": 5})
    told = statement_sentence(find(them)[0].statements[0], them)
    assert told == (
        "0 of 6 people said “Mostly true” or “Very true”. "
        "After talking, 5 of 6 people said “Mostly true” or “Very true”."
    )


def test_more_people_than_came_and_answers_off_the_scale_do_not_fit() -> None:
    facts = [each.fact for each in misfits(voted_again(**{"6": 7}))]
    assert facts == [
        '"6" is not an answer to tru-1 after talking.',
        "7 people answered tru-1 after talking, but only 6 took part.",
    ]


def test_closing_again_keeps_it() -> None:
    new, old = voted_again(), voted_again(**{"4": 6})
    assert second(with_words_of(new, old)).tally.counts == (0, 0, 0, 6, 0)
