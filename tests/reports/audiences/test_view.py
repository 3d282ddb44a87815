"""What stands in the report, and that both forms say the same of every kind of place."""

from __future__ import annotations

import gzip
import re
from dataclasses import fields, is_dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.findings.findings import find
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.reports.model.blocks import Actions
from cls_check.reports.model.numbers import findings_document
from tests.reports.kinds import alone, hidden, kinds, levels_only, strangers
from tests.reports.places import (
    SCALE,
    answers,
    everyone_said,
    factor,
    place,
    questionnaire_of,
    report,
    view_of,
)
from tests.reports.reading import headings, of_markdown, squeezed, text, tree
from tests.wording import words_not_to_say

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=kinds())
def kind(
    request: pytest.FixtureRequest,
) -> tuple[Assessment, Questionnaire | None, Comparison | None]:
    return kinds()[request.param]


# Every kind of place


def test_both_forms_have_the_same_headings(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    in_html = headings(tree(report(kind[0], "html", *kind[1:])))
    assert in_html == headings(of_markdown(report(kind[0], "markdown", *kind[1:])))


def test_one_h1_and_no_level_is_skipped(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    levels = [int(tag[1]) for tag, _ in headings(tree(report(kind[0], "html", *kind[1:])))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_no_word_that_nobody_should_read(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    page = tree(report(kind[0], "html", *kind[1:]))
    assert words_not_to_say(squeezed(text(page.find("body")))) == []
    assert words_not_to_say(report(kind[0], "markdown", *kind[1:])) == []


def test_no_percentages(kind: tuple[Assessment, Questionnaire | None, Comparison | None]) -> None:
    assert "%" not in report(kind[0], "markdown", *kind[1:])


def test_both_forms_end_with_one_line_end(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    for form in ("html", "markdown"):
        made = report(kind[0], form, *kind[1:])
        assert made.endswith("\n")
        assert not made.endswith("\n\n")
        assert "\r" not in made


def test_every_link_leads_somewhere_in_the_page(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    page = tree(report(kind[0], "html", *kind[1:]))
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    for each in page.iter():
        if each.get("href"):
            assert each.attrib["href"].removeprefix("#") in ids
        for name in (each.get("aria-labelledby") or "").split():
            assert name in ids


def test_the_view_is_plain_data(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    """Frozen values down to texts, so that nothing can be changed or worked out on the way."""

    def plain(value: object) -> bool:
        if is_dataclass(value):
            frozen: bool = vars(type(value))["__dataclass_params__"].frozen
            return frozen and all(plain(getattr(value, each.name)) for each in fields(value))
        if isinstance(value, list | tuple):
            return all(map(plain, value))
        return value is None or type(value) in {str, bool}

    assert plain(view_of(*kind))


# What stands in it


def names(
    assessment: Assessment,
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
) -> list[str]:
    return [each.heading for each in view_of(assessment, questionnaire, comparison).sections]


def test_the_sections_in_order() -> None:
    assert names(*kinds()["all at hand"]) == [
        "In short",
        "Who took part, and who did not",
        "Where each perspective sees us",
        "What is strong",
        "Where people see this differently",
        "Where many could not say",
        "Where to put effort next",
        "Factor by factor",
        "What we agreed to do",
        "Since last time",
        "Keeping it going",
        "How to read this report",
        "All the numbers",
    ]


def test_one_view_makes_no_claims_about_others() -> None:
    made = report(alone())
    assert made.startswith("# One person's picture: Northfield\n")
    assert "Where people see this differently" not in made
    assert "You did not know." in made
    assert "people said" not in made
    assert "Agreement" not in made


def test_two_own_pictures_are_put_side_by_side() -> None:
    then = alone(date="2026-03-05")
    made = report(alone(), comparison=compare(then, alone()))
    assert "| We do thing 1 together. | Very true | Very true |" in made
    assert "has moved" not in made


def test_levels_only_speaks_of_levels() -> None:
    made = report(levels_only(), questionnaire=questionnaire_of(levels_only()))
    assert "The group agreed on the level “Growing”. What this level means: " in made
    assert "The group did not agree on a level." in made
    assert "All the numbers" not in made


def test_too_few_people() -> None:
    made = report(hidden())
    assert "Fewer than 5 people took part, so no answers are shown." in made
    assert "Not enough answers to say. That does not mean there is nothing to say." in made


def test_nobody_can_tell_who_did_not_come_from_who_was_too_few() -> None:
    def told(took_part: dict[str, int]) -> list[str]:
        them = place(took_part, factor=factor("Trust", {"frontline": answers(0, 0, 9)}))
        return [each for each in report(them).splitlines() if each.startswith("- ")]

    few = {"frontline": 9, "leader": 2, "lived-experience": 3}
    none = {"frontline": 9, "other-perspectives": 5}
    assert told(few) == told(none)


def test_a_minimum_below_five_is_said() -> None:
    assert "The usual least is 5" in report(everyone_said(0, 0, 5, **{"minimum-group": 3}))
    assert "The usual least is 5" not in report(everyone_said(0, 0, 5))


def test_the_source_and_the_independence_are_said() -> None:
    used = {"id": "ten-factors", "version": "1.0", "source": "A blog by Jenny Pitts, NDTi"}
    made = report(everyone_said(0, 0, 5, questionnaire=used))
    assert "Source of the questionnaire: A blog by Jenny Pitts, NDTi." in made
    assert "cls-check, which is independent of NDTi." in report(everyone_said(0, 0, 5))


def test_prompts_come_with_the_questionnaire() -> None:
    them = everyone_said(0, 0, 0, 0, 8)
    with_prompts, without = report(them, questionnaire=questionnaire_of(them)), report(them)
    for words in ("What giving it time means.", "What went well?", "Write down how you did it."):
        assert words in with_prompts
        assert words not in without


def test_if_people_disagree_is_said_where_they_do() -> None:
    them = everyone_said(2, 2, 2, 2, 2)
    assert "Listen to each other first." in report(them, questionnaire=questionnaire_of(them))


def test_actions_of_last_time_are_done_or_open() -> None:
    def with_actions(*actions: dict[str, str | bool], **more: str) -> Assessment:
        made = factor("Trust", {"everyone": answers(0, 0, 8)}, actions=list(actions))
        return place({"everyone": 8}, factor=made, perspectives={}, **more)

    old = with_actions({"what": "Call back"}, {"what": "Move the bus stop"}, date="2026-03-05")
    new = with_actions({"what": "Call back", "done": True}, {"what": "Ask the library"})
    view = view_of(new, None, compare(old, new))
    then, now = next(each for each in view.sections if each.id == "actions").sections
    old_ones, new_ones = then.blocks[0], now.blocks[0]
    assert isinstance(old_ones, Actions)
    assert isinstance(new_ones, Actions)
    told = [(item.what, item.state) for item in old_ones.items]
    assert told == [([["Call back"]], "Done"), ([["Move the bus stop"]], "Open")]
    assert [item.what for item in new_ones.items] == [[["Ask the library"]]]
    assert "1 of 2 actions from last time is done." in report(new, comparison=compare(old, new))


def test_a_room_that_changed_is_said_before_anything_that_moved() -> None:
    of_old = {"frontline": answers(0, 9)}
    of_new = {"lived-experience": answers(0, 0, 0, 9), "frontline": answers(0, 9)}
    old = place({"frontline": 9}, factor=factor("Trust", of_old), date="2026-03-05")
    new = place({"frontline": 9, "lived-experience": 9}, factor=factor("Trust", of_new))
    made = report(new, comparison=compare(old, new))
    since = made[made.index("## Since last time") :]
    assert since.index("Different people answered this time") < since.index("All together")
    assert "Within each perspective shown both times, there is no clear change." in since


def test_dates_are_in_words() -> None:
    assert "10 September 2026" in report(everyone_said(0, 0, 5))


# Size and words of the templates


def test_ten_factors_fit_in_150_kilobytes_and_20_when_squeezed() -> None:
    new, asked, comparison = kinds()["all at hand"]
    made = report(new, "html", asked, comparison).encode()
    assert len(made) < 150_000
    assert len(gzip.compress(made, 9)) < 20 * 1024


def test_templates_say_nothing_that_nobody_should_read() -> None:
    for path in (ROOT / "templates").glob("*.*"):
        read = re.sub(r"\.target\b", "", path.read_text("utf-8"))  # a word of JavaScript's own
        assert words_not_to_say(read) == [], path.name


# What must stay hidden


MARK = 7123  # a number that stands nowhere else


def planted() -> Assessment:
    """Small groups with a number of answers that nothing else could come to."""
    groups = {
        "lived-experience": answers(0, 0, 10, 10),
        "frontline": answers(0, 12, 5),
        "leader": answers(2),
        "community-or-partner": answers(0, 0, 0, 4),
    }
    took_part = {"lived-experience": 20, "frontline": 17, "leader": 2, "community-or-partner": 4}
    return place(took_part, factor=factor("Trust", groups))


def everything_shown(assessment: Assessment) -> list[str]:
    found = find(assessment)
    return [
        report(assessment, "html"),
        report(assessment, "markdown"),
        repr(findings_document(assessment, found)),
    ]


def test_no_row_is_of_a_group_that_is_too_small() -> None:
    for shown in everything_shown(planted()):
        body = re.sub(r"These perspectives are not shown on their own:.*?missing", "", shown,
                      flags=re.DOTALL)  # fmt: skip
        for name in ("Leaders", "leader'", "Community groups and partners", "community-or"):
            assert name not in body


def test_the_numbers_of_a_small_group_are_in_no_output() -> None:
    them = planted()
    (own,) = findings_document(them, find(them))["factors"]
    groups = own["statements"][0]["by"]
    assert list(groups) == ["everyone", "lived-experience", "frontline", "other-perspectives"] or (
        "other-perspectives" in groups
    )
    assert all(each["n"] >= 3 for each in groups.values())
    assert [2, 0, 0, 0, 0] not in [each["counts"] for each in groups.values()]


def test_about_a_sensitive_factor_a_small_group_is_counted_with_others() -> None:
    """Seven all said the lowest. Ten are needed to stand alone, and ten came of nobody else."""
    groups = {"lived-experience": answers(7), "frontline": answers(0, 2, 5, 2)}
    took_part = {"lived-experience": 7, "frontline": 9}
    for sensitive, told in ((False, True), (True, False)):
        made = report(place(took_part, factor=factor("Trust", groups, sensitive=sensitive)))
        assert ("7 | 0 | 0 | 0 | 0" in made) == told
        assert ("typical answer of 1.0" in made) == told
        assert "7 | 2 | 5 | 2 | 0" in made


def test_what_a_sentence_withholds_stands_in_no_table_beside_it() -> None:
    """Four of five staff answered on the scale. Alone, staff are everyone, and that takes five."""
    said = {"frontline": answers(0, 1, 2, 1, dont_know=1)}
    made = report(place({"frontline": 5}, factor=factor("Trust", said)))
    assert "Too few people answered to show this" in made
    assert "| Frontline staff | — | — | — | — | — | 1 | 0 |" in made
    assert "0 | 1 | 2 | 1 | 0" not in made


def test_nothing_of_four_people_is_shown() -> None:
    for shown in everything_shown(hidden()):
        assert "of 4 people" not in shown
        assert "All the numbers" not in shown


def test_scale_words_of_the_stranger_are_used() -> None:
    made = report(strangers())
    assert "6 of 12 people said “often” or higher." in made
    assert all(answer not in made for answer in SCALE)
