"""Files that should not be trusted, made when they are needed: nothing dangerous lies in the folder."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import xlsxwriter

HEADINGS = ["perspective", "cop-1", "cop-2", "tru-1", "tru-2"]
ONE_PERSON = ["frontline", 4, 5, 3, "dont-know"]


def workbook(
    rows: list[list[Any]], *, sheets: int = 1, then: Callable[[Any, Any], None] | None = None
) -> bytes:
    """A workbook with these rows, and whatever `then` does to it."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    for _ in range(sheets):
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    if then:
        then(book, sheet)
    book.close()
    return target.getvalue()


def with_parts(data: bytes, **parts: bytes) -> bytes:
    """The workbook with parts replaced or added; `__` in a name stands for a slash."""
    changed = {
        name.replace("__", "/").replace("_xml", ".xml"): each for name, each in parts.items()
    }
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", 8) as new:
        for name in [*old.namelist(), *(each for each in changed if each not in old.namelist())]:
            new.writestr(name, changed[name] if name in changed else old.read(name))
    return target.getvalue()


GOOD = workbook([HEADINGS, ONE_PERSON])
SHEET = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/'
    b'2006/main"><dimension ref="A1:XFD1048576"/><sheetData>%b</sheetData></worksheet>'
)


def far_apart() -> bytes:
    """Two cells in opposite corners: 17 thousand million cells between them."""
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    cells += b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return with_parts(GOOD, xl__worksheets__sheet1_xml=SHEET % cells)


def far_apart_in_secret() -> bytes:
    """The same with a row that says it is the first."""
    cells = b"<row r='1'><c r='A1'><v>1</v></c><c r='XFD1048576'><v>1</v></c></row>"
    return with_parts(GOOD, xl__worksheets__sheet1_xml=SHEET % cells)


def zip_bomb() -> bytes:
    """A quarter of a gigabyte of blanks, packed very small."""
    target = io.BytesIO(GOOD)
    with (
        zipfile.ZipFile(target, "a", 8, compresslevel=1) as packed,
        packed.open("xl/media/a", "w") as part,
    ):
        for _ in range(256):
            part.write(b" " * (1 << 20))
    return target.getvalue()


def lying_about_its_size() -> bytes:
    """A part that unpacks to more than the zip says."""
    data = with_parts(GOOD, xl__media__a=b" " * (8 << 20))
    size = (8 << 20).to_bytes(4, "little")
    return data.replace(size, (10).to_bytes(4, "little"))


def old_workbook(inside: bytes = b"Workbook") -> bytes:
    """How files of an older Excel, and encrypted ones, begin."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + inside + bytes(512)


def zipped(*names: str) -> bytes:
    """A zip file with these empty parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name in names:
            packed.writestr(name, b"")
    return target.getvalue()


def cut(data: bytes) -> list[bytes]:
    """The file cut off at some places."""
    places = range(0, len(data), max(1, len(data) // 40))
    return [data[:end] for _, end in pairwise(places)]
