"""A place's own title, logo and colour: embedded, readable, and nothing that could do harm."""

from __future__ import annotations

import re
from base64 import b64decode
from pathlib import Path

import pytest

from cls_check.errors import ClsCheckError
from cls_check.reports.model.look import (
    DARK_PAPERS,
    LARGEST_LOGO,
    LIGHT_PAPERS,
    Look,
    accent_of,
    checked_title,
    contrast,
    read_logo,
)
from tests.reports.charts.test_charts import tokens
from tests.reports.places import everyone_said, report
from tests.reports.reading import tree

THEM = everyone_said(0, 0, 2, 4, 4)
PNG = b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.mark.parametrize(
    ("one", "two", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, two: str, ratio: float) -> None:
    assert contrast(one, two) == pytest.approx(ratio, abs=0.005)


@pytest.mark.parametrize("colour", ["#ffcc00", "#000", "fff", "#12436d", "#F46A25", "808080"])
def test_an_accent_can_be_read_on_every_paper(colour: str) -> None:
    made = accent_of(colour)
    assert all(contrast(made.light, paper) >= 4.5 for paper in LIGHT_PAPERS)
    assert all(contrast(made.dark, paper) >= 4.5 for paper in DARK_PAPERS)


def test_an_accent_that_can_be_read_stays_as_it_is() -> None:
    assert accent_of("#12436D").light == "#12436d"
    assert accent_of("#12436d").dark != "#12436d"
    assert accent_of("#fc0").dark == "#ffcc00"
    assert accent_of("#fc0").was_changed


@pytest.mark.parametrize("colour", ["", "red", "#12", "#12345g", "#fff;}", "url(x)", "#١٢٣"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ClsCheckError, match="is not a colour"):
        accent_of(colour)


def test_the_papers_are_those_of_the_style() -> None:
    light, dark = tokens()
    assert (light["paper"], light["panel"]) == LIGHT_PAPERS
    assert (dark["paper"], dark["panel"]) == DARK_PAPERS


def test_the_accent_stands_in_the_style_that_the_page_allows() -> None:
    page = report(THEM, "html", look=Look(accent=accent_of("#803300")))
    (style,) = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    assert ":root{--accent:#803300}" in style
    assert "style=" not in page.replace("style-src", "")


def test_a_logo_is_embedded_with_its_words(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    logo = read_logo(tmp_path / "a.png", '"><script>')
    page = tree(report(THEM, "html", look=Look(logo=logo)))
    (image,) = page.iter("img")
    assert image.attrib["src"].startswith("data:image/png;base64,iVBOR")
    assert image.get("alt") == '"><script>'


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG or JPEG"),
        (b"GIF89a", "not a PNG or JPEG"),
        (b"", "not a PNG or JPEG"),
        (PNG + b"0" * LARGEST_LOGO, "larger than 500 kB"),
        (None, "There is no such file"),
    ],
)
def test_a_logo_that_cannot_be_used_is_told_of(
    tmp_path: Path, data: bytes | None, told: str
) -> None:
    if data is not None:
        (tmp_path / "logo").write_bytes(data)
    with pytest.raises(ClsCheckError, match=told):
        read_logo(tmp_path / "logo", "")


def test_a_title_of_ones_own_is_shown_as_it_is() -> None:
    made = report(THEM, "html", look=Look(title="Us & <them>"))
    assert "<h1>Us &amp; &lt;them&gt;</h1>" in made
    assert "<title>Us &amp; &lt;them&gt;</title>" in made


@pytest.mark.parametrize("title", ["", "  ", "x" * 201])
def test_a_title_that_cannot_be_used_is_told_of(title: str) -> None:
    with pytest.raises(ClsCheckError, match="title"):
        checked_title(title)


def test_large_print_is_said_to_the_style() -> None:
    assert tree(report(THEM, "html", look=Look(large_print=True))).get("class") == "large-print"
    assert tree(report(THEM, "html")).get("class") is None
