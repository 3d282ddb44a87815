"""The form that works offline, filled in with the keyboard alone in a real browser on a small screen."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from cls_check.domain.rounds.answer_form import FilledIn, answers_of
from cls_check.exchange.forms.code import decode
from cls_check.files.questionnaires.reading import find
from tests.browser.gate import HERE, browser
from tests.browser.pages import answer_form, strangers_form
from tests.reports.reading import squeezed, text, tree

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

MOST_BYTES = 60_000


def fill_in(page: Path, **plan: Any) -> dict[str, Any]:
    """What came of filling in a page; places count from 0, None is left blank."""
    command = [shutil.which("node") or "node", "fill_form.mjs", browser() or "", str(page)]
    done = subprocess.run(
        [*command, json.dumps(plan)], cwd=HERE, capture_output=True, encoding="utf-8", check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def given(asked: Questionnaire, perspective: int | None, places: list[int | None]) -> FilledIn:
    """The same as `fill_in` is told, in the words of files."""
    choices = list(answers_of(asked))
    statements = [key for key, _ in asked.statements()]
    pairs = zip(statements, places, strict=True)
    who = None if perspective is None else list(asked.perspectives)[perspective]
    return FilledIn(who, {key: choices[place] for key, place in pairs if place is not None})


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize("wanted", ["ten-factors", "ten-factors-short"])
def test_the_file_and_the_code_hold_what_was_chosen(tmp_path: Path, wanted: str) -> None:
    (page,) = answer_form(tmp_path, wanted)
    asked = find(wanted).questionnaire
    many = sum(1 for _ in asked.statements())
    places = [None if place % 5 == 4 else place % 7 for place in range(many)]
    expected = given(asked, 2, places)

    found = fill_in(page, perspective=2, answers=places)

    assert found["heard"] == []
    saved = found["saved"]
    assert list(saved) == ["cls-check-answers", "questionnaire", "perspective", "answers"]
    assert saved["questionnaire"] == {"id": wanted, "version": "1.0"}
    assert saved["perspective"] == "frontline"
    assert {key: str(each) for key, each in saved["answers"].items()} == expected.answers
    assert {type(each) for each in saved["answers"].values()} == {int, str}
    assert decode(found["code"], asked) == expected
    assert found["codeIsSeen"]
    assert re.fullmatch(rf"{wanted}-answers-[0-9a-f]{{8}}\.json", found["name"])
    assert found["name"] in found["told"]
    done = len(expected.answers)
    assert found["progress"] == f"You have answered {done} of {many} statements."


@pytest.mark.browser
@pytest.mark.usefixtures("gate")
def test_nothing_is_left_behind_once_it_is_erased(tmp_path: Path) -> None:
    (page,) = strangers_form(tmp_path, answers=3)
    found = fill_in(page, perspective=1, answers=[0, 4, None])
    assert (found["leftOver"], found["codeLeftOver"], found["stored"]) == (0, "", 0)


@pytest.mark.browser
@pytest.mark.usefixtures("gate")
def test_another_language_is_chosen_and_the_answers_are_the_same(tmp_path: Path) -> None:
    (page,) = strangers_form(tmp_path, answers=11)
    asked = find(str(tmp_path / "bicycles.yaml")).questionnaire
    found = fill_in(page, perspective=0, answers=[12, None, 10], language="en")
    assert (found["language"], found["title"]) == ("en", "Bicycles")
    assert found["legend"] == "1. I feel safe on main roads."
    assert found["saved"]["answers"] == {"r.1": "cannot-answer", "p_1": 11}
    assert decode(found["code"], asked) == given(asked, 0, [12, None, 10])


@pytest.mark.browser
@pytest.mark.usefixtures("gate")
@pytest.mark.parametrize(
    ("perspective", "answers", "told", "focus"),
    [
        (None, [0, 1, 2], "Please choose first where you answer from today.", "perspective"),
        (0, [None] * 3, "You have not answered anything yet.", "save"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_saved(
    tmp_path: Path, perspective: int | None, answers: list[int | None], told: str, focus: str
) -> None:
    (page,) = strangers_form(tmp_path, answers=3)
    found = fill_in(page, perspective=perspective, answers=answers)
    assert (found["saved"], found["told"], found["focus"]) == (None, told, focus)


def test_fifty_statements_in_two_languages_are_under_60_kb(tmp_path: Path) -> None:
    (page,) = answer_form(tmp_path, "ten-factors")
    alone = page.stat().st_size
    (again,) = answer_form(tmp_path, str(in_two_languages(tmp_path)))
    assert alone < again.stat().st_size < MOST_BYTES


def in_two_languages(folder: Path) -> Path:
    """The long questionnaire, with other words of the same length for all that a form shows."""
    import yaml
    from cls_check.resources import folder as bundled

    tree = yaml.safe_load((bundled("questionnaires") / "ten-factors.yaml").read_text("utf-8"))
    tree["languages"] = ["en", "cy"]

    def both(text: str) -> dict[str, str]:
        return {"en": text, "cy": text.swapcase()}

    tree |= {key: both(tree[key]) for key in ("title", "about", "we")}
    tree["scale"]["answers"] = [both(each) for each in tree["scale"]["answers"]]
    for each in tree["perspectives"].values():
        each["choose"] = both(each["choose"])
    for factor in tree["factors"].values():
        factor |= {key: both(factor[key]) for key in ("title", "meaning")}
        for statement in factor["statements"].values():
            statement["text"] = both(statement["text"])
    file = folder / "both.yaml"
    file.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return file


def test_nothing_of_strangers_becomes_markup_or_script(tmp_path: Path) -> None:
    hostile = '</script><script>alert(1)</script><!--"\u2028'
    (page,) = strangers_form(
        tmp_path, 3, factors={"one": {"title": hostile, "statements": {"h-1": hostile}}}
    )
    text = page.read_text(encoding="utf-8")
    assert text.count("<script") == 2  # the data and the page's own
    assert text.count("</script>") == 2
    assert "alert(1)</script>" not in text


def test_without_scripts_the_page_says_so_and_shows_no_button(tmp_path: Path) -> None:
    (page,) = answer_form(tmp_path, "ten-factors-short")
    found = tree(page.read_text(encoding="utf-8"))
    said = [squeezed(text(each)) for each in found.iter("noscript")]
    assert len(said) == 2  # where it is told what happens to the answers, and at the end
    assert all("You can still choose your answers and print the page." in each for each in said)
    hidden = [button for each in found.iter("div") if "hidden" in each.attrib
              for button in each.iter("button")]  # fmt: skip
    assert hidden
    assert hidden == list(found.iter("button"))


def test_the_same_questionnaire_gives_the_same_page(tmp_path: Path) -> None:
    (page,) = answer_form(tmp_path, "ten-factors-short")
    first = page.read_bytes()
    answer_form(tmp_path, "ten-factors-short")
    assert page.read_bytes() == first
