"""`cls-check paper`: pages in a folder, and what cannot be made told with why."""

from __future__ import annotations

from pathlib import Path

import pytest

import yaml
from tests.cli.conftest import Done, Run, pages_opened
from tests.cli.test_strangers import stranger
from tests.reports.reading import tree

ALL = ["what-to-print", "answer-sheet", "answer-sheet-large-print", "easy-answer-sheet",
       "level-cards", "level-cards-large-print", "privacy-notice",
       "privacy-notice-large-print"]  # fmt: skip
LARGE = ["answer-sheet-large-print", "easy-answer-sheet", "level-cards-large-print",
         "privacy-notice-large-print"]  # fmt: skip


def made(done: Done) -> list[str]:
    assert done.code == 0, done.err
    paths = [Path(line) for line in done.out.splitlines()]
    assert all(path.is_file() and path.suffix == ".html" for path in paths)
    return [path.stem for path in paths]


def test_without_a_word_the_whole_pack_of_the_short_form_is_made(
    cls_check: Run, here: Path
) -> None:
    done = cls_check("paper")
    assert made(done) == ALL
    assert sorted(path.stem for path in (here / "cls-check-paper").iterdir()) == sorted(ALL)
    assert (
        "These pages are for Ten things that help strengths-based change succeed, short form."
        in (done.err)
    )
    assert "cls-check paper ten-factors" in done.err


@pytest.mark.parametrize(
    ("options", "parts"),
    [
        (["--only", "privacy-notice"], ["privacy-notice"]),
        (
            ["--only", "privacy-notice", "--only", "answer-sheet"],
            ["answer-sheet", "privacy-notice"],
        ),
        (["--large-print"], LARGE),
        (["--large-print", "--only", "level-cards"], ["level-cards-large-print"]),
    ],
)
def test_some_pages_alone(cls_check: Run, here: Path, options: list[str], parts: list[str]) -> None:
    assert made(cls_check("paper", "ten-factors", *options, "-o", "to/here")) == parts
    assert sorted(path.stem for path in Path("to/here").iterdir()) == sorted(parts)


def test_a_second_time_other_files_stay(cls_check: Run, here: Path) -> None:
    folder = here / "paper"
    folder.mkdir()
    (folder / "index.html").write_text("mine", encoding="utf-8")
    first = made(cls_check("paper", "-o", folder))
    before = {path: path.read_bytes() for path in folder.iterdir()}
    assert made(cls_check("paper", "-o", folder)) == first
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_of_levels_alone_no_answer_sheet_is_made_and_it_says_so(cls_check: Run, here: Path) -> None:
    done = cls_check("paper", "ten-factors-levels")
    assert made(done) == [part for part in ALL if "answer-sheet" not in part]
    assert "Not made: Answer sheet, Answer sheet in large print, Easy answer sheet." in done.err

    done = cls_check("paper", "ten-factors-levels", "--only", "answer-sheet", "-o", "none")
    assert (done.code, done.out) == (2, "")
    assert "This questionnaire has no statements." in done.err
    assert not Path("none").exists()


def test_of_another_scale_and_language(cls_check: Run, here: Path) -> None:
    bicycles = stranger(11, perspectives=False, languages=["en", "cy"])
    bicycles["title"] = {"en": "Bicycles", "cy": "Beiciau"}
    Path("bicycles.yaml").write_text(yaml.safe_dump(bicycles), encoding="utf-8")
    done = cls_check("paper", "bicycles.yaml", "--language", "cy", "--only", "answer-sheet")
    assert made(done) == ["answer-sheet"]
    assert "These pages are for Beiciau." in done.err
    page = tree(Path(done.out.strip()).read_text(encoding="utf-8"))
    assert page.get("lang") == "en"
    assert "Beiciau" in [each.text for each in page.iter() if each.get("lang") == "cy"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["ten-factor"], 'Did you mean "ten-factors"?'),
        (["ten-factors", "--date", "2026-13-45"], '"2026-13-45" is not a day.'),
        (["ten-factors", "--language", "cy"], 'is not written in "cy"'),
        (["ten-factors", "--only", "poster"], "poster"),
        (["ten-factors", "--people", "0"], "--people"),
        (["--large-print", "--only", "what-to-print"], "not made in large print"),
        (["ten-factors", "-o", "taken"], "taken: The folder cannot be made"),
    ],
)
def test_what_cannot_be_done_is_told(
    cls_check: Run, here: Path, words: list[str], told: str
) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    done = cls_check("paper", *words)
    assert done.code == 2
    assert told in done.err
    assert [path.name for path in here.iterdir()] == ["taken"]


def test_the_first_page_is_opened(
    cls_check: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = pages_opened(monkeypatch)
    monkeypatch.setenv("DISPLAY", ":0")
    cls_check("paper", "--open")
    assert [page.rsplit("/", 1)[1] for page in pages] == ["what-to-print.html"]


def test_settings_give_what_was_not_said(cls_check: Run, here: Path) -> None:
    Path("cls-check.yaml").write_text(
        "cls-check-settings: 1\nplace: Our Town\nquestionnaire: ten-factors-levels\n"
        "language: cy\nminimum-group: 7\n",
        encoding="utf-8",
    )
    done = cls_check("paper", "--only", "privacy-notice")
    assert made(done) == ["privacy-notice"]
    assert "levels only is not written in cy" in done.err
    page = Path(done.out.strip()).read_text(encoding="utf-8")
    assert "Groups of fewer than 7 people are never shown alone." in page
    done = cls_check("paper", "ten-factors", "--only", "answer-sheet", "-o", "sheets")
    assert "“Here” means Our Town." in Path(done.out.strip()).read_text(encoding="utf-8")
