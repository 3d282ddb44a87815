"""What must stay hidden stays hidden: in every report, in every form."""

from __future__ import annotations

import json
import re

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.domain.findings.findings import find
from cls_check.reports.audiences.view import AUDIENCES, Audience
from cls_check.reports.model.numbers import findings_document, findings_rows
from cls_check.reports.output.content import FORMS, Form, content
from tests.reports.extras import need
from tests.reports.places import answers, factor, place, view_of
from tests.reports.reading import shown_in

MARKS = (613, 811)
"""Sizes of two groups that are joined into one of 1,424; no other number here is like them."""


def with_two_small_groups(leaders: dict[str, int], partners: dict[str, int]) -> Assessment:
    """A place where groups of fewer than 1,000 people are never shown alone."""
    groups = {
        "lived-experience": answers(0, 1001, 5),
        "frontline": answers(0, 0, 1002, 7),
        "leader": leaders,
        "community-or-partner": partners,
    }
    took_part = {
        "lived-experience": 1006, "frontline": 1009, "leader": sum(leaders.values()),
        "community-or-partner": sum(partners.values()),
    }  # fmt: skip
    made = factor("Trust", groups, level="growing")
    return place(took_part, factor=made, **{"minimum-group": 1000})


def marked() -> Assessment:
    return with_two_small_groups(answers(200, 413), answers(100, 0, 0, 300, 411))


def in_other_hands() -> Assessment:
    """The same answers in all, but given by others of the two groups that are joined."""
    return with_two_small_groups(answers(300, 0, 0, 300), answers(0, 413, 0, 0, 411))


def everything(them: Assessment, audience: Audience, form: Form) -> bytes:
    need(form)
    old = them.model_copy(update={"date": "2026-03-05"})
    return content(view_of(them, None, compare(old, them), audience), form)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_report_tells_two_places_apart_that_differ_in_what_is_hidden(
    audience: Audience, form: Form
) -> None:
    one, other = (everything(them, audience, form) for them in (marked(), in_other_hands()))
    assert one == other


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_hidden_number_stands_in_any_report(audience: Audience, form: Form) -> None:
    data = everything(marked(), audience, form)
    told = shown_in(form, data) + (data.decode() if form in {"html", "markdown"} else "")
    assert "Northfield" in told or form == "pdf"
    for mark in MARKS:
        assert not re.search(rf"(?<![\d.]){mark}(?!\d)", told)


def test_no_hidden_number_is_given_to_other_programs() -> None:
    them = marked()
    told = json.dumps(findings_document(them, find(them))) + repr(findings_rows(them, find(them)))
    assert "1424" in told
    for mark in MARKS:
        assert not re.search(rf"(?<![\d.]){mark}(?!\d)", told)
