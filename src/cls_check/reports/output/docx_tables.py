"""Tables of a document, with rows of headings that come again on every page.

They are written as XML at once: cell by cell, python-docx takes seconds for our tables of numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cls_check.reports.model.blocks import Table

SMALL = 8
"""The size of letters where there are many columns, in points."""
HEAD_SHARE, FEW = 4, 3
"""How many times as wide as the others the first column is; half of it where there are few."""
TEXT_WIDTH = 9638
"""Of an A4 page with our margins, in twentieths of a point."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C8D2DB"/>'
    for side in ("top", "bottom", "insideH")
)


def add_table(document: Any, block: Table) -> None:
    """The caption, and under it the table."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document.add_paragraph(block.caption, style="Caption")
    body = "".join([_heading_row(block), *_rows(block)])
    widths = _widths(len(block.columns))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        '</w:tblBorders><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="00A0" w:firstRow="1" w:firstColumn="1"/>'
        f'<w:tblCaption w:val="{escape(block.caption, {chr(34): "&quot;"})}"/></w:tblPr>'
    )
    whole = f"<w:tbl {nsdecls('w')}>{properties}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    after = document.add_paragraph()
    after._p.addprevious(parse_xml(whole))  # noqa: SLF001 - python-docx has no other way in


def _widths(columns: int) -> list[int]:
    head = HEAD_SHARE if columns > FEW else HEAD_SHARE // 2
    share = TEXT_WIDTH // (head + columns - 1)
    return [share * head, *[share] * (columns - 1)]


def _heading_row(block: Table) -> str:
    cells = (_cell(column, block, place, bold=True) for place, column in enumerate(block.columns))
    return _row(cells, "<w:cantSplit/><w:tblHeader/>")


def _rows(block: Table) -> Iterable[str]:
    for group in block.groups:
        if group.heading:
            across = f'<w:gridSpan w:val="{len(block.columns)}"/>'
            yield _row([_cell(group.heading, block, 0, bold=True, more=across)])
        for row in group.rows:
            words = [row.head, *row.cells]
            yield _row(_cell(each, block, place) for place, each in enumerate(words))


def _row(cells: Iterable[str], properties: str = "<w:cantSplit/>") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(words: str, block: Table, place: int, *, bold: bool = False, more: str = "") -> str:
    """One cell; numbers stand on the right, as they are compared from their last digit."""
    right = '<w:jc w:val="right"/>' if block.numeric and place else ""
    size = f'<w:sz w:val="{2 * SMALL}"/>' if block.wide else ""
    letters = f"<w:rPr>{'<w:b/>' if bold else ''}{size}</w:rPr>"
    return (
        f'<w:tc><w:tcPr>{more}</w:tcPr><w:p><w:pPr><w:spacing w:after="40"/>{right}</w:pPr>'
        f'<w:r>{letters}<w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p></w:tc>'
    )
