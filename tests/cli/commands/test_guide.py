"""`cls-check guide`: on the screen or into a file, as text or as a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.reports.output.rendering import Format
from cls_check.workflows.guide import guide_text
from tests.cli.conftest import Run


def test_it_is_printed(cls_check: Run) -> None:
    done = cls_check("guide")
    assert (done.code, done.out, done.err) == (0, guide_text("markdown"), "")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        (["-o", "guide.html"], "html"),
        (["-o", "GUIDE.HTM"], "html"),
        (["-o", "guide.md"], "markdown"),
        (["-o", "guide.txt"], "markdown"),
        (["-o", "guide.txt", "--format", "html"], "html"),
        (["-o", "guide.html", "--format", "markdown"], "markdown"),
    ],
)
def test_a_file_is_written_as_its_name_or_the_option_says(
    cls_check: Run, here: Path, words: list[str], kind: Format
) -> None:
    done = cls_check("guide", *words)
    assert (done.code, done.out) == (0, f"{words[1]}\n")
    assert Path(words[1]).read_text(encoding="utf-8") == guide_text(kind)


def test_a_file_that_cannot_be_written_is_told(cls_check: Run, here: Path) -> None:
    done = cls_check("guide", "-o", "nowhere/guide.md")
    assert done.code == 2
    assert "The folder for this file is not there." in done.err
