"""PDF and DOCX: the same headings, real tables, the same bytes, and a clear word where they lack."""

from __future__ import annotations

import builtins
import contextlib
import io
import re
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.comparison.comparison import Comparison
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.errors import ClsCheckError
from cls_check.reports.model.look import Look, accent_of, read_logo
from cls_check.reports.output.content import Form, content
from tests.reports.extras import need
from tests.reports.kinds import kinds
from tests.reports.model.test_look import PNG
from tests.reports.places import everyone_said, report, view_of
from tests.reports.reading import (
    WORD,
    document,
    document_headings,
    document_lines,
    headings,
    pdf_text,
    squeezed,
    tree,
)

THEM = everyone_said(0, 0, 2, 4, 4)


def made(
    form: Form,
    them: Assessment = THEM,
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
    **more: Any,
) -> bytes:
    need(form)
    return content(view_of(them, questionnaire, comparison, **more), form)


@pytest.fixture(params=kinds())
def kind(
    request: pytest.FixtureRequest,
) -> tuple[Assessment, Questionnaire | None, Comparison | None]:
    return kinds()[request.param]


# Both


@pytest.mark.parametrize("form", ["pdf", "docx"])
def test_the_same_view_has_the_same_bytes(form: Form) -> None:
    assert made(form) == made(form)


@pytest.mark.parametrize(("form", "package"), [("pdf", "weasyprint"), ("docx", "docx")])
def test_a_missing_extra_is_named(
    monkeypatch: pytest.MonkeyPatch, form: Form, package: str
) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == package:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ClsCheckError, match=re.escape(f'pip install "cls-check[{form}]"')):
        content(view_of(THEM), form)


# DOCX


def test_a_document_has_the_headings_of_the_page(
    kind: tuple[Assessment, Questionnaire | None, Comparison | None],
) -> None:
    page = headings(tree(report(kind[0], "html", *kind[1:])))
    assert document_headings(made("docx", *kind)) == page


def test_every_table_begins_with_a_row_that_comes_again_on_each_page() -> None:
    tables = list(document(made("docx", *kinds()["all at hand"])).iter(f"{WORD}tbl"))
    assert len(tables) > 10
    for table in tables:
        rows = list(table.iter(f"{WORD}tr"))
        heads = [row.find(f"{WORD}trPr/{WORD}tblHeader") is not None for row in rows]
        assert heads == [True] + [False] * (len(rows) - 1)
        caption = table.find(f"{WORD}tblPr/{WORD}tblCaption")
        assert caption is not None
        assert caption.get(f"{WORD}val")


def test_a_document_speaks_english_has_a_title_and_no_time() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx"))) as files:
        assert {entry.date_time[0] for entry in files.infolist()} == {1980}
        assert files.namelist()[0] == "[Content_Types].xml"
        styles, core = files.read("word/styles.xml"), files.read("docProps/core.xml").decode()
    assert re.findall(rb'<w:lang w:val="([^"]*)"', styles) == [b"en-GB"]
    assert "<dc:title>Readiness report: Northfield</dc:title>" in core
    assert "2000-01-01T00:00:00Z" in core


def test_large_print_has_letters_of_18_points() -> None:
    with zipfile.ZipFile(io.BytesIO(made("docx", look=Look(large_print=True)))) as files:
        styles = files.read("word/styles.xml").decode()
    normal = styles[styles.index('w:styleId="Normal"') :].split("</w:style>")[0]
    assert '<w:sz w:val="36"/>' in normal


def test_a_logo_and_an_accent_are_in_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG)
    look = Look(logo=read_logo(tmp_path / "a.png", "Our logo"), accent=accent_of("#803300"))
    with zipfile.ZipFile(io.BytesIO(made("docx", look=look))) as files:
        assert any(name.startswith("word/media/") for name in files.namelist())
        assert 'descr="Our logo"' in files.read("word/document.xml").decode()
        assert "803300" in files.read("word/styles.xml").decode()


def test_a_picture_that_is_cut_short_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(PNG[:20])
    with pytest.raises(ClsCheckError, match="cannot be read as a picture"):
        made("docx", look=Look(logo=read_logo(tmp_path / "a.png", "")))


# PDF


def inflated(data: bytes) -> bytes:
    """A PDF with its streams unpacked, as far as they are packed in the usual way."""
    whole = data
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            whole += zlib.decompressobj().decompress(stream)
    return whole


def test_a_pdf_is_tagged_and_has_title_and_language() -> None:
    data = made("pdf")
    whole = inflated(data)
    assert b"/Marked true" in whole
    assert re.search(rb"/Lang ?\(en\)", whole)
    assert whole.count(b"/S /H2") == len(view_of(THEM).sections)
    told = pdf_text(data)
    if told is not None:
        assert "Readiness report: Northfield" in squeezed(told)


def test_a_document_shows_numbers_as_the_page_does() -> None:
    lines = [words for _, words in document_lines(made("docx", *kinds()["all at hand"]))]
    assert "The typical answer is 4.6 (likely range 1.2 to 4.9), close to “Very true”." in " ".join(
        lines
    )
