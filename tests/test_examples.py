"""The finished places: made by the tool, safe to share, and one of each finding among them."""

from __future__ import annotations

import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.domain.findings.findings import FactorFindings, find, found_throughout
from cls_check.domain.terms import NO_AGREED_LEVEL, OTHER_PERSPECTIVES
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import (
    assessment_in,
    file_name,
    read_assessment,
)
from cls_check.files.assessments.writing import assessment_text
from cls_check.yaml.reader import read_yaml
from tests.wording import IDIOMS, found, grade, words_not_to_say

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
FILES = sorted(EXAMPLES.glob("*/*.yaml"))
NAMES = [path.stem for path in FILES]

SPRING, AUTUMN = "northfield-2026-03-12", "northfield-2026-09-10"
EASTMOOR, WESTHOPE = "eastmoor-2026-06-18", "westhope-2026-05-21"

# Each finding, and where a reader sees it.
HEADLINES = {
    "not-enough": (SPRING, "evidence-for-learning"),
    "cannot-say": (AUTUMN, "evidence-for-learning"),
    "perspectives-differ": (AUTUMN, "culture-of-trust"),
    "views-differ": (SPRING, "question-everything"),
    "strength": (AUTUMN, "give-it-time"),
    "growing-well": (AUTUMN, "question-everything"),
    "growing": (AUTUMN, "co-production"),
    "starting": (SPRING, "let-it-go"),
}
UNDER_A_HEADLINE = {
    "felt-not-shown": (AUTUMN, "build-on-strengths"),
    "shown-not-felt": (AUTUMN, "let-it-go"),
    "perspectives-may-differ": (WESTHOPE, "give-it-time"),
}
MARKED = {
    "two_camps": (AUTUMN, "whole-community"),
    "close_to_the_line": (AUTUMN, "collaboration"),
    "fragile": (AUTUMN, "collaboration"),
}

# Factor: what the two rounds of Northfield say of it, and whether more evidence was named.
SINCE_SPRING = {
    "co-production": ("up", True),
    "collaboration": ("maybe-up", True),
    "whole-system": ("down", True),  # people learned more, and answered lower
    "question-everything": ("no-clear-change", True),
    "culture-of-trust": ("no-clear-change", True),
    "give-it-time": ("no-clear-change", True),
    "build-on-strengths": ("no-clear-change", False),
    "evidence-for-learning": ("not-comparable", True),  # a page was missing in spring
    "whole-community": ("no-clear-change", True),
    "let-it-go": ("no-clear-change", True),
}

# Every word with a capital letter that does not start a sentence. A name would stand out here.
KNOWN_CAPITALS = {
    *("I", "January", "May", "June", "Monday", "Mondays", "Tuesday", "Tuesdays"),
    *("Saturdays", "Christmas", "October"),
}
WHO_SAID_IT = {
    *("People", "Partners", "Families", "Managers", "Others", "They", "Some", "One"),
    *("Somebody", "Someone", "Nobody", "Another", "We", "You"),
}
SAYING = "said|says|say|told|wrote|thinks|runs|leads|helps|led|asked"


def tool() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "tools" / "make_examples.py"))


def assessment(name: str) -> Assessment:
    return read_assessment(EXAMPLES / name.split("-", maxsplit=1)[0] / f"{name}.yaml")


def finding(name: str, factor_id: str) -> FactorFindings:
    return next(each for each in find(assessment(name)) if each.id == factor_id)


def rules(name: str, factor_id: str) -> list[str]:
    return [each.rule for each in finding(name, factor_id).findings]


def written(name: str) -> Iterator[tuple[str, str]]:
    """Everything that people wrote, with the key it stands under."""
    place = assessment(name)
    for factor in place.factors.values():
        yield "because", factor.because or ""
        for evidence in factor.evidence:
            yield "evidence", evidence.what
        for action in factor.actions:
            said = {"what": action.what, "who": action.who, "sign": action.sign, "by": action.by}
            yield from ((key, words) for key, words in said.items() if words)
    for reflection in place.reflections.values():
        yield "said", reflection.said or ""


def texts(name: str) -> list[str]:
    return [text for _, text in written(name)]


def test_the_files_are_what_the_tool_makes() -> None:
    made = tool()["made_examples"]()
    assert sorted(made) == FILES
    for path, text in made.items():
        assert path.read_bytes() == text.encode("utf-8"), path.name


def test_the_tool_says_which_file_is_not_what_it_makes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = tool()
    # The tool's own names live with its functions, so that is where the folder is changed.
    made["check"].__globals__["EXAMPLES"] = tmp_path / "examples"
    assert made["write"]() == made["check"]() == 0
    changed = tmp_path / "examples" / "eastmoor" / f"{EASTMOOR}.yaml"
    changed.write_text("changed", encoding="utf-8")
    assert made["check"]() == 1
    assert capsys.readouterr().out == (
        f"{changed.relative_to(tmp_path)} is not what this tool makes.\n"
    )


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_each_file_is_well_and_gives_nobody_away(path: Path) -> None:
    document = read_yaml(path)
    read = assessment_in(document)
    assert list(privacy_problems(read, document)) == []
    assert assessment_text(read) == path.read_text(encoding="utf-8")
    assert file_name(read) == path.name


@pytest.mark.parametrize(
    ("name", "people", "perspectives"), [(SPRING, 40, 5), (AUTUMN, 42, 5), (EASTMOOR, 15, 3)]
)
def test_who_took_part(name: str, people: int, perspectives: int) -> None:
    place = assessment(name)
    assert place.people == people
    assert len(place.took_part) == perspectives
    assert OTHER_PERSPECTIVES in place.took_part  # small groups were joined on closing


@pytest.mark.parametrize(("rule", "where"), HEADLINES.items(), ids=list(HEADLINES))
def test_one_of_each_headline(rule: str, where: tuple[str, str]) -> None:
    assert finding(*where).headline == rule


@pytest.mark.parametrize(("rule", "where"), UNDER_A_HEADLINE.items(), ids=list(UNDER_A_HEADLINE))
def test_one_of_each_finding_under_a_headline(rule: str, where: tuple[str, str]) -> None:
    assert rule in rules(*where)[1:]


@pytest.mark.parametrize(("mark", "where"), MARKED.items(), ids=list(MARKED))
def test_one_of_each_mark(mark: str, where: tuple[str, str]) -> None:
    assert any(getattr(each, mark) for each in finding(*where).findings)


def test_the_newest_round_has_all_headlines_but_one() -> None:
    seen = {each.headline for each in find(assessment(AUTUMN))}
    assert seen == set(HEADLINES) - {"not-enough"}


def test_the_perspectives_that_differ_are_named_lower_first() -> None:
    for name, factor_id in ((AUTUMN, "culture-of-trust"), (SPRING, "co-production")):
        gap = finding(name, factor_id).findings[0].gap
        assert gap
        assert (gap.lower, gap.higher) == (("lived-experience",), ("manager",))


def test_a_perspective_that_is_higher_throughout_is_told_once_in_one_place() -> None:
    assert found_throughout(find(assessment(AUTUMN)), 5) == ()
    (found,) = found_throughout(find(assessment(WESTHOPE)), 5)
    assert (found.group, found.by > 0) == ("manager", True)
    headlines = {each.headline for each in find(assessment(WESTHOPE))}
    assert "perspectives-differ" not in headlines


def test_an_action_that_is_late_stands_in_two_places() -> None:
    late = {
        name: [a.by for f in assessment(name).factors.values() for a in f.actions
               if a.is_late(assessment(name).date)]
        for name in (SPRING, AUTUMN, WESTHOPE)
    }  # fmt: skip
    assert late == {SPRING: [], AUTUMN: ["2026-07-31"], WESTHOPE: ["2026-04-30"]}


def test_large_perspectives_weigh_more_than_small_ones_in_one_factor() -> None:
    factor = finding(SPRING, "co-production")
    assert factor.weight_matters
    typical = factor.by["everyone"].typical_answer
    assert factor.balanced is not None
    assert typical is not None
    assert factor.balanced - typical == pytest.approx(0.5, abs=0.05)


def test_low_answers_are_expected_of_a_place_that_is_getting_going() -> None:
    place = assessment(SPRING)
    assert place.stage == "getting-going"
    assert place.factors["let-it-go"].early_on
    assert finding(SPRING, "let-it-go").headline == "starting"


def test_the_gap_on_trust_may_be_shown_because_three_groups_have_ten_people_each() -> None:
    autumn = assessment(AUTUMN)
    assert autumn.sensitive_minimum == 10
    assert {name for name, n in autumn.took_part.items() if n >= 10} == {
        "lived-experience", "frontline", "manager",
    }  # fmt: skip
    trust = finding(AUTUMN, "culture-of-trust")
    assert trust.headline == "perspectives-differ"
    shown = {name for each in trust.statements for name in each.by}
    assert shown == {"everyone", "lived-experience", "frontline", "manager", OTHER_PERSPECTIVES}


def test_a_perspective_is_joined_where_few_of_it_answered_a_statement() -> None:
    # One or two of the six family members and unpaid carers gave an answer on the scale.
    col_1 = assessment(AUTUMN).factors["collaboration"].statements["col-1"]
    assert "family-or-carer" not in col_1.answers
    assert sum(col_1.answers[OTHER_PERSPECTIVES].values()) > 8


def test_no_group_shows_a_single_person_who_does_not_know() -> None:
    for name in NAMES:
        for statement_id, statement in assessment(name).statements():
            for group, answers in statement.answers.items():
                assert sum(answers.values()) > 2, (name, statement_id, group)


def test_what_can_be_said_of_northfield_since_spring() -> None:
    compared = compare(assessment(SPRING), assessment(AUTUMN))
    assert compared.room_changed == ()
    rows = {each.id: (each.everyone.kind, each.evidence_added > 0) for each in compared.factors}
    assert rows == SINCE_SPRING


def test_there_are_few_actions_and_those_of_spring_come_back_done_or_open() -> None:
    def actions(name: str) -> dict[str, bool]:
        factors = assessment(name).factors.values()
        return {action.what: action.done for factor in factors for action in factor.actions}

    spring, autumn, eastmoor = actions(SPRING), actions(AUTUMN), actions(EASTMOOR)
    assert [len(spring), len(autumn), len(eastmoor)] == [3, 5, 3]
    assert [autumn[what] for what in spring] == [True, True, False]
    assert sum(not done for done in autumn.values()) == 3


@pytest.mark.parametrize("name", NAMES)
def test_every_factor_has_a_level_and_a_reason(name: str) -> None:
    factors = assessment(name).factors.values()
    assert all(factor.level and factor.because for factor in factors)
    assert 0 < sum(factor.level == NO_AGREED_LEVEL for factor in factors) <= 2
    assert all(reflection.said for reflection in assessment(name).reflections.values())


@pytest.mark.parametrize("name", NAMES)
def test_the_words_are_kind_and_plain(name: str) -> None:
    for text in texts(name):
        assert words_not_to_say(text) == [], text
        assert found(IDIOMS, text) == [], text
    grades = [grade(text) for key, text in written(name) if key in {"because", "evidence", "said"}]
    assert median(grades) <= 5
    assert max(grades) <= 8.5


@pytest.mark.parametrize("name", NAMES)
def test_nobody_is_named_and_nobody_can_be_rung_up(name: str) -> None:
    for text in texts(name):
        assert re.findall(r"@|www\.|://|\d{5,}|\d{3,} \d{3,}", text) == [], text
        assert re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Cllr|Councillor)\b", text) == [], text
        inside = re.findall(r"(?<=[\w,;] )[A-Z]\w*", text)
        assert set(inside) <= KNOWN_CAPITALS, text
        speakers = re.findall(rf"\b([A-Z]\w+) (?:{SAYING})\b", text)
        assert set(speakers) <= WHO_SAID_IT | KNOWN_CAPITALS, text
