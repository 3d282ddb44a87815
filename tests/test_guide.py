"""The facilitator's guide: one text in two forms, in plain words, with facts that are true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cls_check import resources
from cls_check.domain.terms import USUAL_MINIMUM_GROUP
from cls_check.files.questionnaires.reading import bundled
from cls_check.workflows.guide import SOURCE, guide_text
from cls_check.yaml.reader import parse_yaml
from tests.reports.reading import elements, headings, of_markdown, squeezed, text, tree
from tests.wording import (
    ABBREVIATIONS,
    CONTRACTIONS,
    IDIOMS,
    found,
    grade,
    sentences,
    words,
    words_not_to_say,
)

pytestmark = pytest.mark.texts

PAGE = Path(__file__).resolve().parent.parent / "docs" / "guide-for-facilitators.md"
MARKDOWN = guide_text("markdown")
HTML = guide_text("html")
HARDEST = 4
"""School years; a reading age is about five more."""


def source() -> dict[str, Any]:
    data = resources.folder("templates").joinpath(SOURCE).read_bytes()
    tree: dict[str, Any] = parse_yaml(data, SOURCE).data
    return tree


def sections(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every section with those below it."""
    for part in parts:
        yield part
        yield from sections(part.get("sections", []))


PARTS = list(sections(source()["sections"]))


def blocks(kind: str, parts: list[dict[str, Any]] = PARTS) -> list[Any]:
    return [block[kind] for part in parts for block in part.get("blocks", []) if kind in block]


def texts(parts: list[dict[str, Any]] = PARTS) -> Iterator[str]:
    """Every sentence of some sections; headings and names of rows are not sentences."""
    yield from blocks("text", parts)
    for kind in ("points", "steps", "say"):
        for block in blocks(kind, parts):
            yield from block
    for table in blocks("table", parts):
        for row in table["rows"]:
            yield from row[1:]
    for pairs in blocks("words", parts):
        yield from (meaning for _, meaning in pairs)


def without_code(line: str) -> str:
    return re.sub(r"`[^`]*`", "it", line)


# One text


def test_the_page_in_docs_is_the_guide() -> None:
    assert PAGE.read_text(encoding="utf-8") == MARKDOWN, f"run: cls-check guide -o docs/{PAGE.name}"


def test_both_forms_say_the_same_in_the_same_order() -> None:
    page, same = tree(HTML), of_markdown(MARKDOWN)
    main = next(page.iter("main"))
    assert headings(main) == headings(same)[1:]
    kinds = ("li", "ol", "blockquote", "code", "tr", "td", "h2", "h3", "strong")
    counted = elements(main), elements(same)
    # The first cell of a row is a head in HTML, which Markdown has no way to say.
    rows = sum(len(table["rows"]) for table in blocks("table"))
    expected = [counted[1][kind] - (rows if kind == "td" else 0) for kind in kinds]
    assert [counted[0][kind] for kind in kinds] == expected
    for line in texts():
        plain = squeezed(line.replace("`", ""))
        assert plain in squeezed(text(main))
        assert plain in squeezed(text(same))


def test_no_text_could_mean_something_in_markdown() -> None:
    for line in texts():
        assert not re.search(r"[\\*_{}\[\]<>#|~$&^]|^[-+=:]|^\d+[.)]|://", without_code(line)), line
        assert line.count("`") % 2 == 0, line


def test_the_page_can_be_read_aloud() -> None:
    page = tree(HTML)
    assert page.get("lang") == "en"
    levels = [int(tag[1]) for tag, _ in headings(page)]
    assert levels.count(1) == 1
    for table in page.iter("table"):
        assert table[0].tag == "caption"
        assert all(each.get("scope") for each in table.iter("th"))
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    links = [each.attrib["href"] for each in page.iter("a")]
    assert {link.removeprefix("#") for link in links} <= set(ids)
    assert not list(page.iter("script"))


def test_tables_are_whole() -> None:
    for table in blocks("table"):
        assert {len(row) for row in table["rows"]} == {len(table["head"])}, table["caption"]


# Plain words


def test_it_says_what_it_should() -> None:
    for line in texts():
        plain = without_code(line)
        assert words_not_to_say(plain) == [], line
        assert found(f"{IDIOMS}|{CONTRACTIONS}|{ABBREVIATIONS}", plain) == [], line
        assert [each for each in sentences(plain) if len(words(each)) > 25] == []


@pytest.mark.parametrize("part", source()["sections"], ids=lambda part: part["id"])
def test_it_is_easy_to_read(part: dict[str, Any]) -> None:
    lines = [without_code(line) for line in texts(list(sections([part])))]
    assert grade(" ".join(f"{line.rstrip('.?')}." for line in lines)) <= HARDEST


# True facts


@pytest.mark.parametrize(("caption", "minutes"), [("The day in", 140), ("The short version", 40)])
def test_the_minutes_add_up(caption: str, minutes: int) -> None:
    (timetable,) = [table for table in blocks("table") if table["caption"].startswith(caption)]
    assert sum(int(row[1]) for row in timetable["rows"]) == minutes


def test_the_questionnaires_are_as_they_are() -> None:
    (table,) = [each for each in blocks("table") if "questionnaires" in each["caption"]]
    told = {row[0].strip("`"): (row[1], row[2]) for row in table["rows"]}
    assert told.keys() == {each.id for each in bundled()}
    for each in bundled():
        statements = sum(1 for _ in each.statements())
        assert told[each.id][1] == f"About {each.minutes} minutes"
        assert not statements or f"{statements} statements" in told[each.id][0]


def test_what_it_says_about_factors_and_groups_is_so() -> None:
    ten = next(each for each in bundled() if each.id == "ten-factors")
    (sensitive,) = [each for each in ten.factors.values() if each.sensitive]
    (care,) = [part for part in PARTS if part["id"] == "trust"]
    assert care["blocks"][0]["text"].startswith(sensitive.title)
    assert set(re.findall(r"`g ([a-z-]+)`", MARKDOWN)) <= ten.factors.keys()
    assert "Three minutes for each of the ten factors" in MARKDOWN
    assert len(ten.factors) == 10
    assert USUAL_MINIMUM_GROUP == 5
    assert "fewer than five people" in MARKDOWN


@pytest.mark.parametrize(
    "needed",
    [
        "two sentences", "at least five people", "Pay people", "Large print", "Read aloud",
        "A supporter", "Leaders speak last", "Nobody has to explain their answer",
        "in front of their managers", "practice statement", "up to three actions",
        "within two weeks", "before the steering group", "6 to 12 months", "easy read",
        "what people said and what you did",
    ],
)  # fmt: skip
def test_it_has_all_that_a_facilitator_needs(needed: str) -> None:
    assert needed in MARKDOWN
