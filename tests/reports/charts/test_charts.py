"""Pictures: geometry that a reader can check by hand, and when words are enough."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from cls_check.domain.comparison.comparison import compare
from cls_check.domain.comparison.shift import ShiftKind
from cls_check.reports.charts.blocks import blocks, can_be_drawn
from cls_check.reports.charts.dumbbells import dumbbell
from cls_check.reports.charts.lanes import JOINED, lane, mark
from cls_check.reports.charts.strips import Strip, number, place_on
from cls_check.reports.model.blocks import Points
from cls_check.reports.model.view import View
from tests.reports.places import answers, factor, place, report, view_of
from tests.reports.reading import squeezed, text, tree

TEMPLATES = Path(__file__).resolve().parents[3] / "templates"
SVG = "{http://www.w3.org/2000/svg}svg"


def paints(strip: Strip) -> list[str]:
    return [path.paint for path in strip.paths]


def path(strip: Strip, paint: str) -> str:
    return next(each.d for each in strip.paths if each.paint == paint)


# Geometry


@pytest.mark.parametrize(
    ("value", "written"),
    [(1.0, "1"), (0.25, "0.2"), (-0.04, "0"), (-5.3, "-5.3"), (10.0, "10"), (0, "0")],
)
def test_a_coordinate_is_as_short_as_it_can_be(value: float, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize(
    ("value", "positions", "x"),
    [(1, 5, 10), (3, 5, 120), (5, 5, 230), (2.5, 5, 92), (4, 7, 120), (11, 11, 230)],
)
def test_an_answer_has_its_place_on_the_lane(value: float, positions: int, x: int) -> None:
    # 240 units with 10 to spare at either side: 1 stands at 10, the highest answer at 230
    assert place_on(value, positions) == x


def test_marks_far_from_each_other_stand_on_the_line() -> None:
    made = lane("", {0: 2.0, 1: 4.0}, 5)
    assert paints(made) == ["grid", "spread", "series-1", "series-2"]
    assert made.box == "0 0 240 26"
    assert path(made, "spread") == "M65 13H175"
    assert path(made, "series-1").startswith("M59 13a6 6")  # a circle around 65, 13


def test_marks_that_would_cover_each_other_stand_above_one_another() -> None:
    made = lane("", {0: 3.0, 1: 3.0, 2: 3.1, JOINED: 4.6}, 5)
    assert made.box == "0 0 240 54"  # 26 and two levels of 14
    assert path(made, "series-1").startswith("M114 27")
    assert path(made, "series-2").startswith("M120 13")
    assert path(made, "series-3").startswith("M126 41")
    assert path(made, "joined").startswith("M203 27")  # 208 less its radius of 5: on the line again


def test_everyones_likely_range_is_a_quiet_line_below_the_marks() -> None:
    made = lane("", {0: 2.0, 1: 4.0}, 5, (2.6, 3.4))
    assert paints(made) == ["grid", "range", "spread", "series-1", "series-2"]
    assert made.box == "0 0 240 32"
    assert path(made, "range") == "M98 29H142"  # 10 + 220 * 1.6 / 4, and 10 + 220 * 2.4 / 4


def test_one_mark_has_no_spread() -> None:
    assert "spread" not in paints(lane("", {0: 3.0}, 5))


def test_the_first_perspectives_differ_in_shape_and_colour_and_none_is_like_the_joined() -> None:
    drawn = [mark(series, 8, 8) for series in range(12)]
    assert len({each.d for each in drawn[:6]}) == 6
    assert len({each.paint for each in drawn[:4]}) == 4
    assert len(set(drawn)) == 12
    assert mark(JOINED, 8, 8).paint == "joined"


def test_a_column_is_as_many_blocks_as_people() -> None:
    made = blocks("", (1, 0, 2, 4, 3))
    assert made.box == "0 -16 100 17"  # four blocks of 3 and a gap of 1 each, and the floor
    assert path(made, "lower") == "M10-1v-3M50-1v-7"
    assert path(made, "upper") == "M70-1v-15M90-1v-11"


def test_more_than_five_answers_have_narrow_columns() -> None:
    assert paints(blocks("", (2, 2, 2, 2, 2, 2, 2))) == ["lower-narrow", "upper-narrow", "floor"]


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [((0, 0, 9), False), ((0, 0, 10), True), ((1, 4, 5), True), ((0, 0, 30), True),
     ((0, 5, 31), False)],
)  # fmt: skip
def test_when_a_picture_says_more_than_words(counts: tuple[int, int, int], drawn: bool) -> None:
    assert can_be_drawn(counts) is drawn


@pytest.mark.parametrize(
    ("shift", "line"),
    [("up", "shift"), ("maybe-up", "maybe"), ("no-clear-change", None)],
)
def test_the_line_says_no_more_than_the_words(shift: ShiftKind, line: str | None) -> None:
    made = dumbbell("", 2.0, 3.0, shift, 5)
    assert paints(made) == ["grid", *([line] if line else []), "then", "now"]
    if line:
        assert path(made, line) == "M72 11H120"  # from the edge of the hollow circle


def test_a_fall_is_drawn_from_right_to_left() -> None:
    assert path(dumbbell("", 4.0, 2.0, "down", 5), "shift") == "M168 11H65"


# Where they stand in the report


def lanes_in(view: View) -> list[Points]:
    """The lists with a lane for each factor, in the section on what each perspective sees."""
    blocks = next(each for each in view.sections if each.id == "sees").blocks
    return [each for each in blocks if isinstance(each, Points) and each.role == "lanes"]


def test_lived_experience_is_first_in_the_key_and_the_words_name_both_ends() -> None:
    groups = {"leader": answers(0, 0, 0, 8), "lived-experience": answers(0, 8)}
    them = place({"leader": 8, "lived-experience": 8}, factor=factor("Trust", groups))
    (lanes,) = lanes_in(view_of(them))
    assert [each.text for each in lanes.key] == [
        "People with lived experience", "Leaders", "Likely range of everyone",
    ]  # fmt: skip
    (item,) = lanes.items
    assert item.text == "From 2.0 (people with lived experience) to 4.0 (leaders)."
    assert lanes.ends == ["Not true yet", "Very true"]


@pytest.mark.parametrize(
    ("groups", "told"),
    [
        ({"leader": answers(0, 8), "frontline": answers(0, 8)},
         "All perspectives shown come to 2.0."),
        ({"leader": answers(0, 8), "frontline": answers(0, 8),
          "lived-experience": answers(0, 0, 8)},
         "From 2.0 (frontline staff, leaders) to 3.0 (people with lived experience)."),
        ({"leader": answers(0, 8), "frontline": answers(0, 8),
          "community-or-partner": answers(0, 8), "lived-experience": answers(0, 0, 8)},
         "From 2.0 to 3.0."),
        ({"frontline": answers(0, 8)}, "Frontline staff: 2.0."),
    ],
)  # fmt: skip
def test_all_perspectives_at_an_end_are_named_or_none(
    groups: dict[str, dict[str, int]], told: str
) -> None:
    them = place(dict.fromkeys(groups, 8), factor=factor("Trust", groups))
    (lanes,) = lanes_in(view_of(them))
    assert [each.text for each in lanes.items] == [told]


def test_under_ten_answers_there_are_words_alone() -> None:
    def pictures(people: int) -> list[Element]:
        said = {"frontline": answers(0, 0, people)}
        page = tree(report(place({"frontline": people}, factor=factor("Trust", said)), "html"))
        return [each for each in page.iter(SVG) if each.attrib["viewBox"].startswith("0 -")]

    assert len(pictures(9)) == 0
    assert len(pictures(10)) == 1


def test_every_picture_has_a_name_or_is_hidden() -> None:
    said = {"frontline": answers(0, 0, 12), "leader": answers(0, 4, 6)}
    old = place({"frontline": 12, "leader": 10}, factor=factor("Trust", said), date="2026-03-05")
    new = old.model_copy(update={"date": "2026-09-10"})
    page = tree(report(new, "html", comparison=compare(old, new)))
    pictures = list(page.iter(SVG))
    assert len(pictures) == 3 + 1 + 1 + 2 + 1  # keys of three and two, a lane, columns, a dumbbell
    for each in pictures:
        named = each.get("role") == "img" and squeezed(text(each))
        assert named or each.get("aria-hidden") == "true"


def test_the_numbers_behind_the_dumbbells_stand_in_a_table() -> None:
    said = {"frontline": answers(0, 0, 12)}
    old = place({"frontline": 12}, factor=factor("Trust", said), date="2026-03-05")
    made = report(old.model_copy(update={"date": "2026-09-10"}), comparison=compare(old, old))
    assert "| Trust | 3.0 (2.7 to 3.3) | 3.0 (2.7 to 3.3) |" in made


# Colours


def tokens() -> list[dict[str, str]]:
    """The colours of the style: those for light, then those for dark."""
    style = (TEMPLATES / "style.css").read_text("utf-8")
    blocks = re.findall(r":root \{([^}]*)\}", style)
    return [dict(re.findall(r"--([\w-]+): (#\w{6})", block)) for block in blocks[:2]]


def test_the_paints_of_a_pdf_are_those_of_light_paper() -> None:
    light = tokens()[0]
    painted = (TEMPLATES / "charts.html.jinja").read_text("utf-8")
    for name in ("series-1", "series-2", "series-3", "series-4"):
        assert f'"{name}": \'fill="{light[name]}"\'' in painted
    named = set(re.findall(r'^  "([\w-]+)":', painted, re.MULTILINE))
    assert named >= set(re.findall(r"path\.([\w-]+)", (TEMPLATES / "style.css").read_text("utf-8")))
