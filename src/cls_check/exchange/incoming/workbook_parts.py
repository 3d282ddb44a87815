"""What stands in the parts of a workbook that its reader does not tell of.

Rows that are hidden or filtered away, cells that show an error, numbers that are shown as per cent.
The XML is searched and never parsed, so that nothing in it can be made to grow.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import zipfile

LARGEST_PART = 5_000_000
"""In bytes; the list of sheets and the styles are far smaller."""

_SHEET = re.compile(rb"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(rb"([\w:]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\s([^>]*)>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*)>")
_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=[\"']e[\"'][^>]*)>(?:<(?:\w+:)?v>([^<]*))?")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_PER_CENT = {"9", "10"}
"""The numbers of the two formats for per cent that every workbook has."""


class Named(NamedTuple):
    """A sheet of a workbook: the part that holds it, and whether it is hidden."""

    part: str
    is_hidden: bool


@dataclass
class Marks:
    """What was seen in one sheet; rows and columns are counted from 0."""

    hidden_rows: set[int] = field(default_factory=set)
    errors: list[tuple[int, int, str]] = field(default_factory=list)
    per_cent: set[tuple[int, int]] = field(default_factory=set)

    def look_at(self, xml: bytes, styles_of_per_cent: frozenset[str]) -> None:
        """Look at a piece of a sheet that ends before a tag begins."""
        if b"hidden=" in xml:
            for tag in _ROW.findall(xml):
                found = _attributes(tag)
                if found.get("hidden") in {"1", "true"} and found.get("r", "").isdigit():
                    self.hidden_rows.add(int(found["r"]) - 1)
        if b't="e"' in xml or b"t='e'" in xml:
            for tag, text in _ERROR.findall(xml):
                if at := _place(_attributes(tag).get("r", "")):
                    self.errors.append((*at, text.decode("utf-8", "replace") or "an error"))
        if styles_of_per_cent:
            for tag in _CELL.findall(xml):
                found = _attributes(tag)
                at = _place(found.get("r", ""))
                if at and found.get("s") in styles_of_per_cent and found.get("t", "n") == "n":
                    self.per_cent.add(at)


def sheets_named_in(packed: zipfile.ZipFile) -> dict[str, Named]:
    """Each sheet of a workbook by the name that people see."""
    targets = {
        found.get("Id", ""): found.get("Target", "")
        for found in map(
            _attributes, _RELATION.findall(_part(packed, "xl/_rels/workbook.xml.rels"))
        )
    }
    named = {}
    for tag in _SHEET.findall(_part(packed, "xl/workbook.xml")):
        found = _attributes(tag)
        target = targets.get(found.get("r:id") or found.get("id") or "", "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        is_hidden = found.get("state", "visible") != "visible"
        named[found.get("name", "")] = Named(posixpath.normpath(part), is_hidden)
    return named


def styles_of_per_cent(packed: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the styles in which a number is shown as per cent."""
    xml = _part(packed, "xl/styles.xml")
    formats = _PER_CENT | {
        found.get("numFmtId", "")
        for found in map(_attributes, _FORMAT.findall(xml))
        if "%" in found.get("formatCode", "")
    }
    block = _STYLES.search(xml)
    styles = _STYLE.findall(block[0]) if block else []
    return frozenset(
        str(number)
        for number, tag in enumerate(styles)
        if _attributes(tag).get("numFmtId") in formats
    )


def _part(packed: zipfile.ZipFile, name: str) -> bytes:
    if name not in packed.namelist():
        return b""
    with packed.open(name) as file:
        return file.read(LARGEST_PART)


def _attributes(tag: bytes) -> dict[str, str]:
    return {
        name.decode("utf-8", "replace"): unescape((one or other).decode("utf-8", "replace"))
        for name, one, other in _ATTRIBUTE.findall(tag)
    }


def _place(reference: str) -> tuple[int, int] | None:
    """The row and the column of a reference such as B3, counted from 0."""
    found = _REFERENCE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
