"""Looking at results: numbers, reports, the example places, a browser where there is one."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, pages_opened

NORTHFIELD = "cls-check-demo/northfield/northfield-2026-09-10.yaml"


@pytest.fixture
def demo(cls_check: Run) -> Path:
    assert cls_check("demo", "--no-open").code == 0
    return Path(NORTHFIELD)


def test_the_demo_copies_all_places_and_makes_a_report(cls_check: Run, here: Path) -> None:
    done = cls_check("demo", "--no-open")
    assert done.code == 0
    html, markdown = (Path(line) for line in done.out.splitlines())
    assert html.is_file()
    assert markdown.read_text(encoding="utf-8").startswith("# Readiness report: Northfield\n")
    assert f"cls-check score {Path(NORTHFIELD)}" in done.err
    assert len(list(here.glob("cls-check-demo/*/*.yaml"))) == 4


def test_the_demo_a_second_time_leaves_what_somebody_changed(cls_check: Run, demo: Path) -> None:
    text = demo.read_text(encoding="utf-8").replace("Autumn 2026", "Our autumn")
    demo.write_text(text, encoding="utf-8")
    assert cls_check("demo", "--no-open").code == 0
    assert "Our autumn" in demo.read_text(encoding="utf-8")


@pytest.mark.parametrize(("display", "opened"), [(":0", 1), ("", 0)])
def test_a_browser_is_opened_where_there_is_a_screen(
    cls_check: Run, monkeypatch: pytest.MonkeyPatch, display: str, opened: int
) -> None:
    pages = pages_opened(monkeypatch)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = cls_check("demo")
    assert len(pages) == opened
    assert ("Open the file yourself" in done.err) is not bool(opened)
    assert all(page.startswith("file:///") for page in pages)


def test_the_table_says_which_round_it_is(cls_check: Run, demo: Path) -> None:
    lines = cls_check("score", demo).out.splitlines()
    assert lines[0] == "Northfield, 10 September 2026, Autumn 2026. 42 people took part."
    assert lines[3].startswith("Working alongside people with lived experience")
    assert len(lines) == 13


def test_json_and_csv_are_the_same_numbers(cls_check: Run, demo: Path) -> None:
    document = json.loads(cls_check("score", demo, "--format", "json").out)
    rows = list(csv.DictReader(io.StringIO(cls_check("score", demo, "--format", "csv").out)))
    factors = {(r["factor"], r["group"]): r for r in rows if not r["statement"]}
    assert len(document["factors"]) == 10
    for factor in document["factors"]:
        for group, numbers in factor["by"].items():
            row = factors[factor["id"], group]
            typical = numbers["typical_answer"]
            assert row["typical_answer"] == ("" if typical is None else repr(typical))


def test_one_format_alone_into_a_folder_that_is_made(cls_check: Run, demo: Path) -> None:
    done = cls_check("report", demo, "-o", "new/folder", "--format", "markdown")
    assert done.code == 0
    assert [path.name for path in Path("new/folder").iterdir()] == [
        "northfield-2026-09-10-readiness-report.md"
    ]


def test_the_round_before_is_found_beside_the_file(cls_check: Run, demo: Path) -> None:
    cls_check("report", demo, "-o", "with")
    earlier = demo.with_name("northfield-2026-03-12.yaml")
    moved = Path("elsewhere.yaml")
    earlier.rename(moved)
    cls_check("report", demo, "-o", "without")
    cls_check("report", demo, "-o", "told", "--since", moved)
    told = {
        name: next(Path(name).glob("*.md")).read_text(encoding="utf-8")
        for name in ("with", "without", "told")
    }
    assert "## Since last time" in told["with"]
    assert "## Since last time" not in told["without"]
    assert told["told"] == told["with"]


def test_a_report_that_cannot_be_written_says_where(cls_check: Run, demo: Path) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    done = cls_check("report", demo, "-o", "taken")
    assert done.code == 2
    assert done.err.startswith("taken: The folder cannot be made")


def test_the_name_of_a_file_is_no_folder(cls_check: Run, demo: Path) -> None:
    done = cls_check("report", demo, "-o", "out/report.md")
    assert (done.code, Path("out").exists()) == (2, False)
    assert "looks like a file" in done.err


def test_a_broken_template_is_named_with_its_line(cls_check: Run, demo: Path) -> None:
    Path("mine").mkdir()
    Path("mine/report.md.jinja").write_text("one\n{{ view.nothing_like_it }}\n", encoding="utf-8")
    done = cls_check("report", demo, "-o", "out", "--template", "mine")
    assert done.code == 2
    assert "report.md.jinja, line 2" in done.err
    assert not Path("out").exists()
