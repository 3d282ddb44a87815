"""What the room looks at: the order, and the rows, with numbers to check by hand."""

from __future__ import annotations

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.findings import find
from cls_check.domain.findings.reveal_order import factor_rows, reveal_order, statement_rows
from tests.reports.places import factor, place

GROUPS = ("lived-experience", "frontline")
ALIKE = {"lived-experience": {"3": 6}, "frontline": {"3": 6}}
STRONG = {"lived-experience": {"5": 6}, "frontline": {"4": 6}}
CAMPS = {"lived-experience": {"1": 3, "5": 3}, "frontline": {"1": 3, "5": 3}}
APART = {"lived-experience": {"2": 6}, "frontline": {"4": 6}}
FEW = {"lived-experience": {"dont-know": 6}}
PEOPLE = {"lived-experience": 6, "frontline": 6}


def of(**factors: dict[str, dict[str, int]]) -> Assessment:
    return place(PEOPLE, factors=[factor(title, answers) for title, answers in factors.items()])


def test_most_mixed_first_then_strongest_then_those_with_few_answers() -> None:
    them = of(few=FEW, alike=ALIKE, apart=APART, strong=STRONG, camps=CAMPS)
    assert [each.factor.title for each in reveal_order(find(them))] == [
        "camps",  # agreement -1
        "apart",  # seen differently by perspectives
        "strong",
        "alike",
        "few",
    ]


def test_equals_keep_the_order_of_the_questionnaire() -> None:
    them = of(one=ALIKE, two=ALIKE)
    assert [each.factor.title for each in reveal_order(find(them))] == ["one", "two"]


def test_a_factor_row_adds_the_answers_to_its_statements() -> None:
    them = of(apart=APART)
    rows = list(factor_rows(find(them)[0], GROUPS))
    assert [(row.group, row.tally.counts, row.typical_answer) for row in rows] == [
        ("lived-experience", (0, 6, 0, 0, 0), 2.0),
        ("frontline", (0, 0, 0, 6, 0), 4.0),
        ("everyone", (0, 6, 0, 6, 0), 3.0),
    ]


def test_a_statement_row_is_people() -> None:
    them = of(camps=CAMPS)
    rows = list(statement_rows(find(them)[0].statements[0], GROUPS))
    assert [(row.group, row.tally.counts, row.agreement) for row in rows] == [
        ("lived-experience", (3, 0, 0, 0, 3), -1.0),
        ("frontline", (3, 0, 0, 0, 3), -1.0),
        ("everyone", (6, 0, 0, 0, 6), -1.0),
    ]


def test_too_few_answers_on_the_scale_are_not_counted() -> None:
    them = of(few={"lived-experience": {"2": 3, "dont-know": 3}})
    rows = list(statement_rows(find(them)[0].statements[0], GROUPS))
    assert rows == []  # everyone needs 5, and here one perspective is everyone
