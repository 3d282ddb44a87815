"""The reveal: what the room sees of every kind of place, and what nobody sees."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.findings.findings import find
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.files.assessments.reading import read_assessment
from cls_check.files.questionnaires.reading import bundled, matching
from cls_check.reports.output.rendering import render_page
from cls_check.reports.reveal.page import reveal_view
from cls_check.reports.reveal.view import RevealView, ShownFactor, ShownRow
from tests.reports.places import LEVELS, SCALE, answers, factor, place, questionnaire_of
from tests.reports.reading import elements, headings, squeezed, text, tree
from tests.wording import words_not_to_say

ROOT = Path(__file__).resolve().parents[3]
LIVED, STAFF, LEADERS = "lived-experience", "frontline", "leader"
PEOPLE = {LIVED: 6, STAFF: 6}
ALIKE = {LIVED: answers(0, 0, 6), STAFF: answers(0, 0, 6)}
STRONG = {LIVED: answers(0, 0, 0, 3, 3), STAFF: answers(0, 0, 0, 3, 3)}
APART = {LIVED: answers(0, 6), STAFF: answers(0, 0, 0, 6)}
CAMPS = {LIVED: answers(3, 0, 0, 0, 3), STAFF: answers(3, 0, 0, 0, 3)}


def view_of(assessment: Assessment, questionnaire: Questionnaire | None = None) -> RevealView:
    return reveal_view(assessment, find(assessment), questionnaire)


def page_of(assessment: Assessment, questionnaire: Questionnaire | None = None) -> str:
    view = view_of(assessment, questionnaire)
    return render_page("reveal.html.jinja", view, "reveal.css")


def only_factor(
    *statements: dict[str, dict[str, int]],
    took_part: dict[str, int] = PEOPLE,
    asked: bool = False,
    **more: str | None,
) -> ShownFactor:
    them = place(took_part, factor=factor("Trust", *statements, **more))
    return view_of(them, questionnaire_of(them) if asked else None).factors[0]


def in_short(row: ShownRow) -> tuple[str, Sequence[int], str, str]:
    return row.name, row.counts, row.typical, row.words


def shown(page: str) -> str:
    """What people can read of a page: its style is no part of it."""
    body = tree(page).find("body")
    return squeezed(text(body))


def northfield() -> tuple[Assessment, Questionnaire]:
    newest = read_assessment(ROOT / "examples/northfield/northfield-2026-09-10.yaml")
    used = newest.questionnaire
    asked = matching(used.id, used.version, newest.language)
    assert asked
    return newest, asked


def one_view(**more: str | None) -> Assessment:
    made = [
        factor("Giving it time", {"everyone": answers(0, 0, 0, 1)}, {"everyone": answers(1)}),
        factor("Trust", {"everyone": answers(dont_know=1)}),
    ]
    return place({"everyone": 1}, factors=made, perspectives={}, **{"one-view": True} | more)


def levels_only() -> Assessment:
    made = [factor(f"Thing {n}", level=level) for n, level in enumerate([*LEVELS, None])]
    return place({"everyone": 9}, factors=made, scale=(), perspectives={})


def strangers(positions: int) -> Assessment:
    scale = [f"answer {letter}" for letter in "abcdefghijk"[:positions]]
    said = {"w": answers(*range(1, positions + 1)), "v": answers(*range(positions, 0, -1))}
    took_part = {name: sum(counts.values()) for name, counts in said.items()}
    return place(took_part, factor=factor("Our allotment", said, said), scale=scale,
                 perspectives={"w": "weeders", "v": "visitors"}, levels={})  # fmt: skip


def few() -> Assessment:
    said = {LIVED: answers(0, 2), STAFF: answers(0, 0, 0, 2)}
    return place({LIVED: 2, STAFF: 2}, factor=factor("Trust", said))


def voted_again(*more: dict[str, dict[str, int]]) -> Assessment:
    own = factor("Trust", {LIVED: answers(3, 0, 0, 0, 3), STAFF: answers(0, 6)}, *more)
    own["statements"]["tru-1"]["after-talking"] = {"2": 3, "4": 8, "dont-know": 1}
    return place(PEOPLE, factor=own)


KINDS: dict[str, Callable[[], Assessment]] = {
    "two perspectives": lambda: place(PEOPLE, factors=[factor("A", APART, CAMPS), factor("B", ALIKE)]),
    "one perspective": lambda: place({LIVED: 6}, factor=factor("A", {LIVED: answers(1, 2, 3)})),
    "one view": one_view,
    "levels only": levels_only,
    "three answers": lambda: strangers(3),
    "eleven answers": lambda: strangers(11),
    "too few": few,
    "sensitive": lambda: place(PEOPLE, factor=factor("A", {LIVED: answers(6)}, sensitive=True)),
    "voted again": voted_again,
    "nothing answered": lambda: place({"everyone": 6}, factor=factor("A", {}), perspectives={}),
}  # fmt: skip


# The order, and the rows


def test_the_most_mixed_comes_first_then_the_strongest() -> None:
    said = {"alike": ALIKE, "apart": APART, "strong": STRONG, "camps": CAMPS}
    them = place(PEOPLE, factors=[factor(title, each) for title, each in said.items()])
    view = view_of(them)
    assert [each.title for each in view.factors] == ["camps", "apart", "strong", "alike"]
    assert [each.place for each in view.factors][0::3] == ["1 of 4", "4 of 4"]
    assert "most differently" in view.order


def test_each_group_has_a_row_in_numbers_and_in_words_and_everyone_is_last() -> None:
    rows = only_factor(APART, APART).rows
    assert [in_short(row) for row in rows] == [
        ("People with lived experience", [0, 12, 0, 0, 0], "2.0", "close to “A little true”"),
        ("Frontline staff", [0, 0, 0, 12, 0], "4.0", "close to “Mostly true”"),
        ("Everyone", [0, 12, 0, 12, 0], "3.0", "close to “Partly true”"),
    ]
    assert [row.strip for row in rows] == ["M90 36V1", "M210 36V1", "M90 36V18M210 36V18"]


def test_a_row_of_several_statements_counts_answers_and_of_one_counts_people() -> None:
    several, one = only_factor(APART, APART), only_factor(APART)
    assert (several.counted, several.rows[0].people_or_answers) == (
        "Answers",
        "12 answers",
    )
    assert (one.counted, one.rows[0].people_or_answers) == ("People", "6 people")
    assert several.statements[0].rows[0].people_or_answers == "6 people"


def test_who_did_not_know_stands_beside_the_answers() -> None:
    row = only_factor({LIVED: answers(0, 4, 1, dont_know=1)}).rows[0]
    assert (row.counted, row.did_not_know) == (5, 1)


def test_where_one_group_is_everyone_its_answers_stand_there_once() -> None:
    rows = only_factor({LIVED: answers(1, 2, 3)}, took_part={LIVED: 6}).rows
    assert [row.name for row in rows] == ["People with lived experience"]


def test_a_number_that_cannot_be_given_is_said_in_words() -> None:
    own = only_factor({LIVED: answers(1, 2, 3)}, {}, {})  # answers to one statement of three
    assert [(row.typical, row.words) for row in own.rows] == [("", "too few to say")]


def test_that_numbers_count_answers_is_said_once_and_only_where_it_is_so() -> None:
    words = "count answers, not people"
    several = place(PEOPLE, factors=[factor("A", APART, APART), factor("B", ALIKE, ALIKE)])
    assert shown(page_of(several)).count(words) == 1
    assert words not in shown(page_of(place(PEOPLE, factor=factor("A", APART))))
    assert words not in shown(page_of(one_view()))


# Statement by statement


def test_every_statement_has_its_rows_and_how_far_people_agree() -> None:
    first, second = only_factor(CAMPS, ALIKE).statements
    assert [row.counts for row in first.rows][-1] == [6, 0, 0, 0, 6]
    assert (first.agreed, second.agreed) == ("Far apart", "Much the same")
    assert second.together
    assert second.together.counts == [0, 0, 12, 0, 0]


def test_the_second_vote_is_kept_apart_and_named() -> None:
    own = view_of(voted_again(ALIKE)).factors[0]
    assert own.after_talking is None  # a second vote is on one statement
    first, second = own.statements
    assert [row.name for row in first.rows][-1] == "Everyone"
    again = first.after_talking
    assert again
    assert in_short(again)[:2] == ("Everyone, after talking", [0, 3, 0, 8, 0])
    assert (again.people_or_answers, again.did_not_know) == ("11 people", 1)
    assert second.after_talking is None
    assert sum(row.counts[3] for row in own.rows) == 0  # nothing of it in the first vote


def test_a_single_statement_is_the_picture_with_its_second_vote() -> None:
    page = page_of(voted_again())
    assert elements(tree(page))["table"] == 1
    assert "Everyone, after talking" in shown(page)


# What to talk about, and the levels


def test_prompts_begin_with_the_finding_and_go_on_with_the_questionnaire() -> None:
    own = only_factor(APART, APART, asked=True)
    assert [each.label for each in own.prompts] == [
        "To talk about", "Where people see this differently",
    ]  # fmt: skip
    assert own.prompts[0].points == [
        "Ask each other for one example, and listen before answering.",
        "What went well?",
        "What else?",
    ]
    strong = only_factor(STRONG, asked=True)
    assert [each.label for each in strong.prompts] == ["To talk about", "Build on this"]


def test_without_the_questionnaire_there_is_still_something_to_ask() -> None:
    own = only_factor(STRONG)
    assert [each.points for each in own.prompts] == [
        ["Ask what made this possible, and who else could learn from it."]
    ]
    assert own.meaning == ""


@pytest.mark.parametrize(("level", "chosen"), [("growing", 3), ("we-do-not-agree", 5), (None, 0)])
def test_the_level_that_is_chosen_is_marked_in_words(level: str | None, chosen: int) -> None:
    levels = only_factor(ALIKE, asked=True, level=level).levels
    assert [each.name for each in levels] == [*LEVELS.values(), "We do not agree"]
    assert levels[2].description == "Growing looks like this."
    marked = [each.number for each in levels if each.chosen == "The group chose this."]
    assert marked == ([chosen] if chosen else [])


def test_the_questionnaire_names_what_it_is_not_to_agree() -> None:
    them = place(PEOPLE, factor=factor("Trust", ALIKE), levels={})
    asked = questionnaire_of(them, **{"no-level": "We are of two minds"})
    levels = view_of(them, asked).factors[0].levels
    assert [each.name for each in levels] == [*LEVELS.values(), "We are of two minds"]


def test_the_finding_comes_with_its_warning() -> None:
    fragile = {LIVED: answers(0, 5, 1), STAFF: answers(0, 0, 5, 1)}
    own = only_factor(fragile)
    assert own.say == "Perspectives see this differently. That is worth a conversation."
    assert own.notes == ["One person answering one step differently could change this finding."]


# What nobody sees


def test_about_a_sensitive_factor_small_groups_stand_in_nothing_that_is_made() -> None:
    """Seven of one group all said the lowest, and ten is the fewest: they are among 20 others."""
    own = factor("Trust", {LIVED: answers(7), STAFF: answers(0, 2, 5, 6)}, sensitive=True)
    own["statements"]["tru-1"]["after-talking"] = {"1": 7, "2": 2}
    (its,) = view_of(place({LIVED: 7, STAFF: 13}, factor=own)).factors
    assert [(row.group, row.counts) for row in its.rows] == [
        ("other-perspectives", [7, 2, 5, 6, 0])
    ]
    assert its.after_talking is None


def test_the_numbers_of_a_small_group_are_joined_with_others() -> None:
    said = {LIVED: answers(0, 0, 9, 9), STAFF: answers(0, 9, 9), LEADERS: answers(2),
            "community-or-partner": answers(0, 0, 0, 4)}  # fmt: skip
    took_part = {LIVED: 18, STAFF: 18, LEADERS: 2, "community-or-partner": 4}
    them = place(took_part, factor=factor("Trust", said, said))
    made = shown(page_of(them))
    assert "6 people from other perspectives" in made
    assert "smaller groups added together" in made
    assert "eaders " not in made.replace("Leaders speak last.", "")
    rows = view_of(them).factors[0].statements[0].rows
    assert [2, 0, 0, 4, 0] in [row.counts for row in rows]


def test_fewer_people_than_may_be_shown_are_not_shown() -> None:
    made = page_of(few())
    assert "Fewer than 5 people took part, so no answers are shown." in shown(made)
    assert "<table" not in made


def test_smaller_groups_than_usual_are_told_of() -> None:
    them = place({LIVED: 3, STAFF: 9}, factor=factor("Trust", ALIKE), **{"minimum-group": 3})
    assert any("take extra care" in note for note in view_of(them).start.notes)
    assert view_of(place(PEOPLE, factor=factor("Trust", ALIKE))).start.notes == []


# Other kinds of places


def test_one_person_reads_their_own_answers_in_words() -> None:
    view = view_of(one_view())
    assert view.title == "One person's picture: Northfield"
    assert (view.start.rules, view.end.then, view.end.thanks) == ([], [], "")
    first = view.factors[0]
    assert [(row.name, row.people_or_answers) for row in first.rows] == [("You", "2 answers")]
    assert [each.say for each in first.statements] == [
        "You said “Mostly true”.", "You said “Not true yet”.",
    ]  # fmt: skip


def test_levels_alone_keep_the_order_of_the_questionnaire() -> None:
    them = levels_only()
    view = view_of(them, questionnaire_of(them))
    assert (view.order, view.how_to_look) == ("", "")
    assert [each.title for each in view.factors] == [f"Thing {n}" for n in range(5)]
    made = page_of(them, questionnaire_of(them))
    assert "<table" not in made
    assert shown(made).count("Which of these fits best here, right now?") == 5


@pytest.mark.parametrize("positions", [3, 4, 7, 11])
def test_other_answers_and_other_people(positions: int) -> None:
    them = strangers(positions)
    made = page_of(them)
    page = tree(made)
    for row in page.iter("tr"):
        heads = [squeezed(text(cell)) for cell in row.iter("th")]
        if heads[0] in {"Who answered", "Statement"}:
            assert heads[1 : positions + 1] == list(them.scale)
        else:
            assert len(list(row.iter("td"))) == positions + 3
    assert all(f"k{positions}" in each.attrib["class"].split() for each in page.iter("table"))
    assert "Weeders" in shown(made)
    assert not any(answer in shown(made) for answer in SCALE)


# The page


@pytest.fixture(params=KINDS)
def page(request: pytest.FixtureRequest) -> str:
    them = KINDS[request.param]()
    return page_of(them, questionnaire_of(them))


def test_every_link_leads_somewhere_and_every_place_has_one_name(page: str) -> None:
    root = tree(page)
    names = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(names) == len(set(names))
    links = [each.attrib["href"] for each in root.iter("a")]
    assert links
    assert {link.removeprefix("#") for link in links} <= set(names)
    labels = [each.get("aria-labelledby") for each in root.iter() if each.get("aria-labelledby")]
    assert set(labels) <= set(names)


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    root = tree(page)
    tags = set(elements(root))
    assert not {"script", "link", "img", "iframe", "form", "object", "input", "button"} & tags
    for each in root.iter():
        assert not [name for name in each.attrib if name.startswith("on") or name == "style"]
    assert "url(" not in page
    assert "@import" not in page
    assert "Content-Security-Policy" in page


def test_the_headings_can_be_walked(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in headings(tree(page))]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_can_be_read_aloud_and_pictures_are_left_out_of_it(page: str) -> None:
    root = tree(page)
    for table in root.iter("table"):
        assert table[0].tag == "caption"
        assert squeezed(text(table[0]))
        assert all(each.get("scope") in {"row", "col"} for each in table.iter("th"))
    assert all(each.get("role") == "none" for each in root.iter("svg"))
    assert all(not squeezed(text(each)) for each in root.iter("svg"))


def test_a_column_is_drawn_for_each_number_above_nothing(page: str) -> None:
    for row in tree(page).iter("tr"):
        cells = list(row.iter("td"))
        strips = list(row.iter("path"))
        if strips:
            counts = [int(squeezed(text(cell))) for cell in cells[:-3]]
            drawn = len(re.findall("V", strips[0].attrib["d"]))
            assert drawn == sum(1 for count in counts if count)


def test_nothing_that_judges_and_no_percentage(page: str) -> None:
    assert words_not_to_say(shown(page)) == []
    assert "%" not in shown(page)


def test_ten_factors_and_fifty_statements_are_small_and_whole() -> None:
    them, asked = northfield()
    made = page_of(them, asked)
    assert sum(len(each.statements) for each in them.factors.values()) == 50
    assert len(made.encode()) < 160_000
    found = elements(tree(made))
    # Ten factors with a picture and a table of their statements, and 50 statements.
    assert found["table"] == 10 + 10 + 50


def test_the_room_is_thanked_and_sees_what_it_agreed() -> None:
    them, asked = northfield()
    last = shown(page_of(them, asked)).split("What we agreed to do")[1]
    assert "Everyone who gives their time hears back within four weeks" in last
    assert last.index("Thank you for your time") < last.index("What happens next")
    assert "independent of NDTi" in last
    assert "Jenny Pitts" in last


@pytest.mark.parametrize("asked", list(bundled()), ids=lambda asked: asked.id)
def test_every_questionnaire_of_ours_makes_a_page(asked: Questionnaire) -> None:
    factors = {
        key: {"title": each.title, "sensitive": each.sensitive,
              "statements": {name: {"text": one.text, "answers": APART}
                             for name, one in each.statements.items()}}
        for key, each in asked.factors.items()
    }  # fmt: skip
    them = place(PEOPLE, factors=list(factors.values()), scale=SCALE if asked.scale else ())
    them = them.model_copy(
        update={"factors": dict(zip(factors, them.factors.values(), strict=True))}
    )
    made = shown(page_of(them, asked))
    for each in asked.factors.values():
        assert all(
            words and words in made for words in (each.title, each.meaning, *each.levels.values())
        )


HOSTILE = [
    "<script>alert(1)</script>",
    "</table></section><h1>Mine</h1>",
    '" onmouseover="alert(1)',
    "<!-- hidden --> <img src=x onerror=alert(1)>",
    "{{ 7*7 }} {% for x in y %} {# gone #}",
    "&lt;b&gt; &amp; &#35;",
    "a\u202eb\u2066c",
    "العمل معًا كشركاء",
    "x" * 300,
]


def written_by_a_stranger(words: str) -> Assessment:
    said = {"w": answers(3, 3, 3), "v": answers(0, 9)}
    statements = {"a": {"text": words, "answers": said}, "b": {"text": words, "answers": said}}
    own = {"title": words, "statements": statements, "level": "one", "because": words,
           "actions": [{"what": words, "who": words, "by": "Easter", "sign": words}]}  # fmt: skip
    return place({"w": 9, "v": 9}, factor=own, place=words, round=words, scale=[words, "b", "c"],
                 perspectives={"w": words, "v": "v"}, levels={"one": words})  # fmt: skip


@pytest.mark.parametrize("words", HOSTILE)
def test_whatever_people_wrote_is_words(words: str) -> None:
    made = page_of(written_by_a_stranger(words))
    assert elements(tree(made)) == elements(tree(page_of(written_by_a_stranger("words"))))
    as_shown = re.sub("[\u202e\u2066]", lambda mark: f"U+{ord(mark[0]):04X}", words)
    assert squeezed(as_shown) in shown(made)
    assert not {"\u202e", "\u2066"} & set(made)


@pytest.mark.slow
def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    code = (
        "from tests.reports.reveal.test_reveal import *; import sys\n"
        "sys.stdout.buffer.write(page_of(*northfield()).encode())"
    )
    expected = page_of(*northfield()).encode()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Tokyo")):
        more = {
            "PYTHONHASHSEED": seed,
            "TZ": zone,
            "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}",
        }
        done = subprocess.run(
            [sys.executable, "-c", code],
            cwd=tmp_path, env=os.environ | more, capture_output=True, check=True,
        )  # fmt: skip
        assert done.stdout == expected
