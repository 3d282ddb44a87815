"""The page for the room, as a facilitator makes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run, pages_opened

NORTHFIELD = "cls-check-demo/northfield/northfield-2026-09-10.yaml"


@pytest.fixture
def closed(cls_check: Run) -> Path:
    assert cls_check("demo", "--no-open").code == 0
    return Path(NORTHFIELD)


def test_the_page_is_written_beside_the_file(cls_check: Run, closed: Path) -> None:
    done = cls_check("reveal", closed)
    page = closed.with_name("northfield-2026-09-10-reveal.html")
    assert (done.code, done.out) == (0, f"{page}\n")
    assert "F11 fills the screen" in done.err
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>\n")


def test_it_goes_into_a_folder_that_is_made(cls_check: Run, closed: Path) -> None:
    assert cls_check("reveal", closed, "-o", "new/folder").code == 0
    assert [path.name for path in Path("new/folder").iterdir()] == [
        "northfield-2026-09-10-reveal.html"
    ]


def test_a_browser_is_opened_where_there_is_a_screen(
    cls_check: Run, closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = pages_opened(monkeypatch)
    monkeypatch.setattr("cls_check.cli.screen.browser.has_a_screen", lambda: True)
    assert cls_check("reveal", closed, "--open").code == 0
    assert pages == [closed.with_name("northfield-2026-09-10-reveal.html").resolve().as_uri()]


def test_a_style_of_ones_own(cls_check: Run, closed: Path) -> None:
    Path("mine").mkdir()
    Path("mine/reveal.css").write_text("body{color:black}", encoding="utf-8")
    done = cls_check("reveal", closed, "--template", "mine")
    page = Path(done.out.strip()).read_text(encoding="utf-8")
    assert "<style>body{color:black}</style>" in page


def test_a_template_that_does_not_work_is_named_and_nothing_is_written(
    cls_check: Run, closed: Path
) -> None:
    Path("mine").mkdir()
    Path("mine/reveal.html.jinja").write_text("one\n{{ view.nothing_like_it }}\n", encoding="utf-8")
    done = cls_check("reveal", closed, "-o", "out", "--template", "mine")
    assert done.code == 2
    assert "reveal.html.jinja, line 2" in done.err
    assert not Path("out").exists()


def test_results_are_shown_once_the_round_is_closed(cls_check: Run, here: Path) -> None:
    begin = ("assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10",
             "--way", "one-after-another", "--questionnaire", "ten-factors-short",
             "--perspective", "frontline")  # fmt: skip
    assert cls_check(*begin, typed="45\n31\n" * 5 + "\n").code == 0
    (record,) = here.glob("*.open")
    for named in (record, record.name, f"{record.name}/"):
        done = cls_check("reveal", named)
        assert (done.code, done.out) == (2, "")
        assert "still being gathered. Its results are shown once it is closed." in done.err
        assert f"cls-check close {Path(named)}" in done.err
    assert not list(here.rglob("*.html"))


@pytest.mark.parametrize("wrong", ["nowhere.yaml", "."])
def test_what_is_no_assessment_is_told_of(cls_check: Run, here: Path, wrong: str) -> None:
    done = cls_check("reveal", wrong)
    assert done.code == 2
    assert done.err
    assert not list(here.rglob("*.html"))


def test_the_name_of_a_file_is_no_folder(cls_check: Run, closed: Path) -> None:
    done = cls_check("reveal", closed, "-o", "out/page.html")
    assert (done.code, Path("out").exists()) == (2, False)
    assert "looks like a file" in done.err
