"""A document for Word and LibreOffice, made by python-docx, which comes with the extra `docx`.

Headings, lists, quotes and tables are real ones, so a screen reader can move by them and people
can change the text. The same view gives the same bytes.
"""

from __future__ import annotations

from base64 import b64decode
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any, assert_never

from cls_check.errors import ClsCheckError
from cls_check.reports.model.blocks import Actions, Finding, Points, Quote, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cls_check.reports.model.blocks import Block, Section, Written
    from cls_check.reports.model.look import ShownLogo
    from cls_check.reports.model.view import View

FONT = "Arial"
USUAL_SIZE, LARGE_SIZE, SMALL_SIZE = 11, 18, 10
"""In points; headings grow with it. The small one is for what has to be one page."""
NO_TIME = datetime(2000, 1, 1)  # noqa: DTZ001 - stands in a file as a date without a zone
LOGO_WIDTH_MM = 50
LANGUAGES = {"en": "en-GB"}


def docx(view: View) -> bytes:
    """The report as a document with the same headings as the page.

    Raises:
        ClsCheckError: python-docx is not installed.
    """
    document = _new_document(view)
    _logo(document, view.look.logo)
    document.add_heading(view.title, 1)
    for fact in view.particulars:
        _labelled(document.add_paragraph(), fact.label, fact.value)
    for part in view.sections:
        _section(document, part, 2)
    for line in view.foot:
        document.add_paragraph(line)
    return _same_bytes(document)


def _new_document(view: View) -> Any:
    try:
        from docx import Document
    except ImportError as error:
        raise ClsCheckError.of(
            "A DOCX needs python-docx, which is not installed.",
            'Type: pip install "cls-check[docx]"',
        ) from error
    from cls_check.reports.output.docx_style import dress

    document = Document()
    one_page = view.audience == "summary"
    size = SMALL_SIZE if one_page else USUAL_SIZE
    if view.look.large_print:
        size = LARGE_SIZE
    language = LANGUAGES.get(view.language, view.language)
    dress(document, FONT, size, language, view.look.accent, tight=one_page)
    properties = document.core_properties
    properties.title, properties.language = view.title[:255], language
    properties.author = properties.last_modified_by = "cls-check"
    properties.created = properties.modified = NO_TIME
    properties.comments = ""
    return document


def _logo(document: Any, logo: ShownLogo | None) -> None:
    if not logo:
        return
    from docx.image import exceptions
    from docx.shared import Mm

    data = b64decode(logo.source.partition(",")[2])
    try:
        shape = document.add_picture(BytesIO(data), width=Mm(LOGO_WIDTH_MM))
    except (
        exceptions.InvalidImageStreamError,
        exceptions.UnexpectedEndOfFileError,
        exceptions.UnrecognizedImageError,
        ValueError,
        ZeroDivisionError,
    ) as error:
        raise ClsCheckError.of(
            "The logo cannot be read as a picture.", "Save it as PNG once more."
        ) from error
    shape._inline.docPr.set("descr", logo.alt)  # noqa: SLF001 - python-docx has no other way


def _section(document: Any, part: Section, level: int) -> None:
    document.add_heading(part.heading, level)
    for block in part.blocks:
        _block(document, block)
    for below in part.sections:
        _section(document, below, level + 1)


def _block(document: Any, block: Block) -> None:
    match block:
        case Text():
            _text(document, block)
        case Points():
            _list(document, block)
        case Finding():
            _finding(document, block)
        case Quote():
            _quote(document, block)
        case Table():
            _table(document, block)
        case Actions():
            _actions(document, block)
        case _:
            assert_never(block)


def _text(document: Any, block: Text) -> None:
    run = document.add_paragraph().add_run(block.text)
    run.italic = block.role == "note" or None


def _list(document: Any, block: Points) -> None:
    if not block.items:
        return
    if block.label:
        _label(document, block.label)
    for item in block.items:
        paragraph = document.add_paragraph(style="List Bullet")
        if item.lead:
            paragraph.add_run(item.lead).bold = True
        if item.lead and item.text:
            if block.role == "lines":
                paragraph.add_run(". ")
            else:
                paragraph.add_run().add_break()
        paragraph.add_run(item.text)
        _quotes(document, item.quotes)


def _finding(document: Any, block: Finding) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(block.say).bold = True
    for sentence in block.numbers:
        paragraph.add_run(f" {sentence}")
    for note in block.notes:
        paragraph.add_run(f" {note}").italic = True
    if block.next:
        paragraph.add_run(f" {block.next}")


def _quote(document: Any, block: Quote) -> None:
    _label(document, block.label)
    _quotes(document, block.quotes)


def _quotes(document: Any, quotes: Iterable[Written]) -> None:
    """What people wrote: one paragraph of the style Quote for each of theirs, in their lines."""
    for words in quotes:
        for lines in words:
            paragraph = document.add_paragraph(style="Quote")
            for place, line in enumerate(lines):
                if place:
                    paragraph.add_run().add_break()
                paragraph.add_run(line)


def _actions(document: Any, block: Actions) -> None:
    for item in block.items:
        document.add_paragraph(style="List Bullet").add_run(item.state).bold = True
        _quotes(document, [item.what])
        for fact in item.facts:
            _labelled(document.add_paragraph(style="List Bullet 2"), fact.label, fact.value)


def _table(document: Any, block: Table) -> None:
    from cls_check.reports.output.docx_tables import add_table

    add_table(document, block)


def _label(document: Any, words: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = True
    paragraph.paragraph_format.keep_with_next = True


def _labelled(paragraph: Any, name: str, value: str) -> None:
    paragraph.add_run(f"{name}: ").bold = True
    paragraph.add_run(value)


def _same_bytes(document: Any) -> bytes:
    """The file with fixed times in its zip."""
    from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

    made, again = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as before, ZipFile(again, "w", ZIP_DEFLATED) as after:
        for entry in sorted(before.namelist(), key=_package_order):
            after.writestr(ZipInfo(entry), before.read(entry), ZIP_DEFLATED)
    return again.getvalue()


def _package_order(entry: str) -> tuple[bool, str]:
    """The list of contents first, as readers expect; the rest by name."""
    return entry != "[Content_Types].xml", entry
