"""The pages as they come out of a printer: how many sheets of A4 paper they take.

Chromium prints them; where it is missing, that is said and nothing is tried.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from cls_check.files.questionnaires.reading import find
from cls_check.reports.paper.pack import Pack, Part
from cls_check.reports.paper.pages import page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        CHROMIUM is None, reason="NOTHING was printed: no Chromium (apt-get install chromium)"
    ),
]

SHORT, LONG = "ten-factors-short", "ten-factors"
MOST_PAGES = [
    (Part.ANSWER_SHEET, SHORT, 2),
    (Part.ANSWER_SHEET, LONG, 4),
    (Part.ANSWER_SHEET_LARGE_PRINT, SHORT, 8),
    (Part.ANSWER_SHEET_LARGE_PRINT, LONG, 16),
    (Part.EASY_ANSWER_SHEET, SHORT, 7),
    (Part.EASY_ANSWER_SHEET, LONG, 14),
    (Part.LEVEL_CARDS, SHORT, 6),
    (Part.LEVEL_CARDS_LARGE_PRINT, SHORT, 11),
    (Part.PRIVACY_NOTICE, LONG, 1),
    (Part.PRIVACY_NOTICE_LARGE_PRINT, LONG, 2),
    (Part.WHAT_TO_PRINT, LONG, 1),
]


def printed(html: str, folder: Path) -> bytes:
    """A page as a PDF."""
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(html, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    subprocess.run(
        [str(CHROMIUM), *FLAGS, profile, "--no-pdf-header-footer", f"--print-to-pdf={target}",
         source.as_uri()],
        capture_output=True, check=True, timeout=120,
    )  # fmt: skip
    return target.read_bytes()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in points."""
    boxes = re.findall(rb"/MediaBox *\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


@pytest.mark.parametrize(("part", "name", "most"), MOST_PAGES)
def test_how_many_pages_of_a4(part: Part, name: str, most: int, tmp_path: Path) -> None:
    place = "A Town With A Rather Long Name And Its Villages"
    pack = Pack(find(name).questionnaire, place=place, date="2026-09-10")
    found = sizes(printed(page(part, pack), tmp_path))
    assert 0 < len(found) <= most
    assert set(found) <= {(595, 842), (596, 842)}
