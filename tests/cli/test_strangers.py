"""Questionnaires that somebody else wrote, about anything, all the way to a report."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import yaml
from cls_check.files.records import found_in
from tests.cli.conftest import Run


def stranger(answers: int, perspectives: bool, levels: bool = False, **more: Any) -> dict[str, Any]:
    """A questionnaire about bicycles, with as many answers as wanted."""
    tree: dict[str, Any] = {
        "cls-check-questionnaire": 1,
        "id": "bicycles",
        "version": "2.10",
        "title": "Bicycles in our town",
        "scale": {
            "question": "How often?",
            "answers": [f"{k} days a week" for k in range(answers)],
        },
        "factors": {
            "roads": {
                "title": "Roads",
                "statements": {"r.1": "I feel safe on main roads.", "r.2": "Cars leave room."},
            },
            "parking": {"title": "Parking", "statements": {"p_1": {"text": "I find a stand."}}},
        },
    }
    if perspectives:
        tree["perspectives"] = {"young": "young riders", "old": {"name": "older riders"}}
    if levels:
        tree["levels"] = {"no": "No", "some": "Some", "yes": "Yes"}
    return tree | more


SHAPES = [
    pytest.param(stranger(7, perspectives=True), id="7 answers, other perspectives"),
    pytest.param(stranger(3, perspectives=True), id="3 answers"),
    pytest.param(stranger(7, perspectives=False), id="no perspectives"),
    pytest.param(stranger(11, perspectives=True), id="11 answers"),
    pytest.param(stranger(5, perspectives=True, levels=True), id="levels without descriptions"),
]


def gather(cls_check: Run, tree: dict[str, Any], people: int = 6) -> Path:
    """People answer the highest, the middle and the lowest; then the round is closed."""
    Path("bicycles.yaml").write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
    top = len(tree["scale"]["answers"])
    for person in range(people):
        for group in tree.get("perspectives", {"everyone": ""}):
            lines = f"{top} {(top + 1) // 2} {1 + person % 2}\n\n"
            done = cls_check(
                "assess", "--no-input", "--place", "Our town", "--date", "2026-05-01", "--way",
                "one-after-another", "--questionnaire", "bicycles.yaml", "--perspective", group,
                typed=lines,
            )  # fmt: skip
            assert done.code == 0, done.err
    closed = cls_check("close", found_in(Path())[0], "--erase")
    assert closed.code == 0, closed.err
    return Path(closed.out.strip())


@pytest.mark.parametrize("tree", SHAPES)
def test_it_goes_all_the_way_to_a_report(cls_check: Run, tree: dict[str, Any]) -> None:
    file = gather(cls_check, tree)
    assert cls_check("check", file).code == 0
    numbers = json.loads(cls_check("score", file, "--format", "json").out)
    assert numbers["questionnaire"] == {"id": "bicycles", "version": "2.10"}
    roads = numbers["factors"][0]
    top = len(tree["scale"]["answers"])
    # Everybody gave the highest answer to one statement and the middle one to the other.
    assert roads["by"]["everyone"]["typical_answer"] == (top + (top + 1) // 2) / 2
    assert cls_check("report", file, "-o", "out").code == 0
    report = Path("out/our-town-2026-05-01-readiness-report.md").read_text(encoding="utf-8")
    assert report.startswith("# Readiness report: Our town\n")
    assert "I feel safe on main roads." in report
    if "perspectives" in tree:
        assert "Young riders" in report


def test_the_file_needs_no_questionnaire_to_be_read(cls_check: Run) -> None:
    file = gather(cls_check, stranger(7, perspectives=True))
    Path("bicycles.yaml").unlink()
    assert cls_check("report", file).code == 0
    assert "7 days" not in file.read_text(encoding="utf-8")
    assert "6 days a week" in file.read_text(encoding="utf-8")


def test_levels_alone_end_in_a_report(cls_check: Run) -> None:
    tree = stranger(5, perspectives=True, levels=True)
    del tree["scale"]
    for factor in tree["factors"].values():
        del factor["statements"]
    Path("bicycles.yaml").write_text(yaml.safe_dump(tree, sort_keys=False), encoding="utf-8")
    done = cls_check(
        "assess", "--no-input", "--place", "Our town", "--date", "2026-05-01", "--way", "alone",
        "--questionnaire", "bicycles.yaml", typed="3\n1\n\n",
    )  # fmt: skip
    assert done.code == 0, done.err
    report = Path(done.out.splitlines()[-1]).read_text(encoding="utf-8")
    assert "Yes" in report


def test_a_questionnaire_in_two_languages_is_answered_in_either(cls_check: Run) -> None:
    tree = stranger(3, perspectives=False, languages=["en", "cy"])
    tree["title"] = {"en": "Bicycles", "cy": "Beiciau"}
    tree["scale"]["answers"] = [{"en": "No", "cy": "Nac ydw"}, "Maybe", {"cy": "Ydw", "en": "Yes"}]
    Path("bicycles.yaml").write_text(
        yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8"
    )
    begin = ["assess", "--no-input", "--place", "Ein tref", "--way", "alone", "--questionnaire",
             "bicycles.yaml", "--language"]  # fmt: skip
    welsh = cls_check(*begin, "cy", "--date", "2026-05-01", typed="1\n3\n2\n\n")
    assert "Beiciau" in welsh.out
    assert "Recorded 1, Nac ydw." in welsh.out
    english = cls_check(*begin, "en", "--date", "2026-05-02", typed="1\n3\n2\n\n")
    assert "Recorded 3, Yes." in english.out
    file = yaml.safe_load(Path("ein-tref-2026-05-01-one-view.yaml").read_text(encoding="utf-8"))
    assert file["scale"] == ["Nac ydw", "Maybe", "Ydw"]
    assert file["language"] == "cy"


def test_ids_that_look_like_languages_stay_ids(cls_check: Run) -> None:
    tree = stranger(3, perspectives=False, languages=["en", "cy"])
    tree["perspectives"] = {"en": "English speakers", "cy": "Welsh speakers"}
    file = gather(cls_check, tree)
    took_part = yaml.safe_load(file.read_text(encoding="utf-8"))["took-part"]
    assert took_part == {"en": 6, "cy": 6}


def test_a_new_questionnaire_works_at_once(cls_check: Run) -> None:
    assert cls_check("questionnaire", "new", "ours.yaml").code == 0
    assert cls_check("questionnaire", "check", "ours.yaml").code == 0
    again = cls_check("questionnaire", "new", "ours.yaml")
    assert again.code == 2  # nobody's words are written over
    shown = cls_check("questionnaire", "show", "ours.yaml")
    assert "People are asked what matters to them." in shown.out


def test_the_bundled_questionnaires_are_listed_and_shown(cls_check: Run) -> None:
    listed = cls_check("questionnaire", "list").out
    assert [line for line in listed.splitlines() if not line.startswith(" ")] == [
        "ten-factors", "ten-factors-levels", "ten-factors-short",
    ]  # fmt: skip
    shown = cls_check("questionnaire", "show", "ten-factors").out
    assert "not an afterthought" not in shown  # what a text rests on is never shown
    assert "Jenny Pitts" in shown
    assert "Not yet: " in cls_check("questionnaire", "show", "ten-factors-levels").out


def test_a_bundled_questionnaire_can_be_checked_by_its_id_or_file(cls_check: Run) -> None:
    assert cls_check("questionnaire", "show", "ten-factor").code == 2
    assert 'Did you mean "ten-factors"?' in cls_check("questionnaire", "show", "ten-factor").err
