"""Each report is for its readers: what stands in it, what does not, and how long it is."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import compare
from cls_check.errors import ClsCheckError
from cls_check.reports.audiences.room import clipped, fitting, lines
from cls_check.reports.audiences.view import AUDIENCES, Audience
from cls_check.reports.model.view import View
from cls_check.reports.output.rendering import Format
from tests.reports.extras import need_programs
from tests.reports.kinds import kinds
from tests.reports.places import answers, factor, place, report, view_of
from tests.reports.reading import elements, headings, of_markdown, squeezed, text, tree
from tests.wording import sentences, words, words_not_to_say

OTHERS = ["summary", "participants"]
ONE_VIEW = [name for name, kind in kinds().items() if kind[0].one_view]
CASES = [
    (audience, name)
    for audience in OTHERS
    for name in kinds()
    if not (audience == "participants" and name in ONE_VIEW)
]
every_case = pytest.mark.parametrize(("audience", "name"), CASES)


def made(audience: Audience, name: str, form: Format = "markdown") -> str:
    return report(kinds()[name][0], form, *kinds()[name][1:], audience=audience)


def view(audience: Audience, name: str) -> View:
    return view_of(*kinds()[name], audience=audience)


def names(audience: Audience, name: str) -> list[str]:
    return [each.heading for each in view(audience, name).sections]


# All of them


@every_case
def test_both_forms_have_the_same_headings(audience: Audience, name: str) -> None:
    in_html = headings(tree(made(audience, name, "html")))
    assert in_html == headings(of_markdown(made(audience, name)))
    assert [tag for tag, _ in in_html].count("h1") == 1


@every_case
def test_every_sentence_is_plain(audience: Audience, name: str) -> None:
    page = tree(made(audience, name, "html"))
    told = squeezed(text(page.find("body")))
    assert words_not_to_say(told) == []
    assert "%" not in told
    for each in page.iter("p"):
        for sentence in sentences(squeezed(text(each))):
            assert len(words(sentence)) <= (40 if "Source of" in sentence else 25), sentence


@every_case
def test_no_picture_and_no_link_that_leads_nowhere(audience: Audience, name: str) -> None:
    page = tree(made(audience, name, "html"))
    assert not elements(page)["nav"]
    assert "<svg" not in made(audience, name, "html")
    ids = {each.get("id") for each in page.iter()}
    links = [link for each in page.iter() if (link := each.get("href"))]
    assert {link.removeprefix("#") for link in links} <= ids


def test_every_audience_has_its_own_title() -> None:
    titles = {report(kinds()["all at hand"][0], audience=each).split("\n")[0] for each in AUDIENCES}
    assert titles == {
        "# Readiness report: Northfield",
        "# On one page: Northfield",
        "# Thank you for taking part: Northfield",
    }


# The summary


def test_the_summary_in_order() -> None:
    assert names("summary", "all at hand") == [
        "What is strong",
        "Where people see this differently",
        "Where to put effort next",
        "Since last time",
        "All factors at a glance",
        "What we agreed to do",
    ]
    assert "Since last time" not in names("summary", "the file alone")


@pytest.mark.parametrize("name", kinds())
def test_the_summary_has_one_table(name: str) -> None:
    assert elements(tree(made("summary", name, "html")))["table"] == 1


def test_the_summary_says_who_gave_lower_answers() -> None:
    low, high = answers(0, 8), answers(0, 0, 0, 8)
    groups = {"leader": high, "lived-experience": low}
    them = place(dict.fromkeys(groups, 8), factor=factor("Trust", groups))
    told = report(them, audience="summary")
    assert "Answers from people with lived experience were lower than those from leaders." in told


@pytest.mark.parametrize(
    ("text_", "longest", "short"),
    [
        ("short", 9, "short"),
        ("exactly", 7, "exactly"),
        ("ten nice hats", 9, "ten nice…"),
        ("unbreakable", 6, "unbre…"),
        ("one\n\ntwo", 20, "one two"),
    ],
)
def test_a_text_is_cut_after_a_word(text_: str, longest: int, short: str) -> None:
    assert clipped(text_, longest) == short


def test_room_is_counted_in_usual_letters() -> None:
    assert lines("ten letter", 10) == 1
    assert lines("TEN LETTER", 10) == 2  # nine capitals of 1.4 and a blank
    assert lines("日本", 3) == 2
    assert (fitting([2, 2, 3], 4), fitting([5], 4), fitting([], 4)) == (2, 0, 0)


def crowded(word: str = "word ") -> Assessment:
    """Everything as long and as much as a file may hold."""
    long = (word * 500)[:480].strip()
    said = [answers(0, 0, 0, 0, 8), answers(8), answers(0, 8)]
    made = [
        factor(
            f"F{number:02} {long}",
            {"lived-experience": said[number % 3], "frontline": said[(number // 3) % 3]},
            level="not-yet",
            actions=[{"what": long * 4, "who": long, "by": long[:100], "sign": long}] * 3,
        )
        for number in range(40)
    ]
    more = {
        "place": long, "round": long, "levels": {"not-yet": long},
        "perspectives": {"lived-experience": long, "frontline": long},
        "questionnaire": {"id": "x", "version": "1", "title": long, "source": long},
    }  # fmt: skip
    return place({"lived-experience": 8, "frontline": 8}, factors=made, **more)


@pytest.mark.slow
@pytest.mark.parametrize("word", ["word ", "W", "a-b "])
def test_the_summary_is_one_page_of_a4_whatever_people_wrote(tmp_path: Path, word: str) -> None:
    need_programs("chromium", "pdfinfo")
    new = crowded(word)
    old = new.model_copy(update={"date": "2026-03-05"})
    pages = {
        "crowded": report(new, "html", comparison=compare(old, new), audience="summary"),
        "usual": made("summary", "all at hand", "html"),
    }
    for name, page in pages.items():
        (tmp_path / f"{name}.html").write_text(page, encoding="utf-8")
        pdf = tmp_path / f"{name}.pdf"
        options = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                   "--no-pdf-header-footer", f"--print-to-pdf={pdf}"]  # fmt: skip
        address = (tmp_path / f"{name}.html").as_uri()
        subprocess.run(["chromium", *options, address], check=True, capture_output=True)
        told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
        assert re.search(r"Pages: +1\n", told), name
        assert "(A4)" in told


# Those who took part


def test_what_goes_back_to_people_in_order() -> None:
    assert names("participants", "all at hand") == [
        "Thank you",
        "What you said is strong",
        "What you said is hard",
        "Where you saw things differently",
        "What many of you could not say",
        "Since last time",
        "What happens next",
        "How to correct this",
    ]


def test_what_goes_back_has_no_numbers_beyond_counts() -> None:
    told = made("participants", "all at hand")
    told = told.replace("version 1.0", "")
    assert not re.search(r"\d\.\d", told)
    assert "typical answer" not in told


def test_people_hear_what_they_gave() -> None:
    said = {"frontline": answers(0, 0, 9), "leader": answers(0, 0, 0, 4, dont_know=2)}
    evidence = [{"from": "people", "what": "A letter."}]
    made_ = factor("Trust", said, said, evidence=evidence)
    told = report(place({"frontline": 9, "leader": 6}, factor=made_), audience="participants")
    assert "15 people took part. Together you gave 26 answers to 2 statements." in told  # 2 * 13
    assert "You named 1 thing that shows how it is." in told
    assert "- Frontline staff: 9." in told


def test_of_too_few_people_nothing_is_told_back() -> None:
    told = made("participants", "everything hidden")
    assert "Fewer than 5 people took part, so no answers are shown." in told
    assert names("participants", "everything hidden") == [
        "Thank you",
        "What happens next",
        "How to correct this",
    ]


@pytest.mark.parametrize("name", ONE_VIEW)
def test_one_person_alone_is_nobody_to_write_to(name: str) -> None:
    with pytest.raises(ClsCheckError, match="one person's own picture"):
        view("participants", name)
