"""CSV as other programs write it: in several encodings, parted by comma, semicolon or tab."""

from __future__ import annotations

import codecs
import csv
import io
import re
from itertools import islice
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.sheet import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_CSV = 50_000_000
"""In bytes; ten thousand people with fifty answers in words take about 8,000,000."""

_READ_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
                         "\u02c6\u02dc\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]")  # fmt: skip
"""What a letter beyond ASCII looks like where UTF-8 is read as Windows writes text."""
_MEAN_NOTHING = {0x81, 0x8D, 0x8F, 0x90, 0x9D}

DELIMITERS = (",", ";", "\t")
_SAVE_AGAIN = 'Open it in Excel, choose "Save as", pick "CSV UTF-8", and save it again.'


def sheet_of_csv(name: str, data: bytes) -> Sheet:
    """The cells of a CSV file.

    Raises:
        BadFileError: it is no text, or its quotes do not fit, or it is far too large.
    """
    text = _decoded(name, data)
    mended = read_twice(text)
    text, delimiter = _delimiter(mended or text)
    return Sheet(name, list(_rows(name, text, delimiter)), mended=mended is not None)


def read_twice(text: str) -> str | None:
    """The text as it was, where UTF-8 was read as Windows writes it and saved so: `Ã©` for `é`.

    None where that is not certain: every sign of the text has to fit.
    """
    if not _READ_TWICE.search(text):
        return None
    try:
        return _as_windows(text.removeprefix("\ufeff")).decode("utf-8")
    except UnicodeError:
        return None


def _as_windows(text: str) -> bytes:
    """The bytes that Windows reads as this text; it reads the five that mean nothing as themselves."""
    return b"".join(
        bytes([ord(sign)]) if ord(sign) in _MEAN_NOTHING else sign.encode("cp1252") for sign in text
    )


def _decoded(name: str, data: bytes) -> str:
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            text = data.decode("utf-16")
        else:
            text = _utf_8_or_windows(data)
    except UnicodeDecodeError:
        raise _no_text(name) from None
    if "\0" in text:
        raise _no_text(name)
    return text


def _utf_8_or_windows(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")  # what Excel in Britain writes as plain "CSV"


def _no_text(name: str) -> BadFileError:
    return BadFileError.of("This file holds no text that can be read.", _SAVE_AGAIN, Place(name))


def _delimiter(text: str) -> tuple[str, str]:
    """The text without a first line `sep=;`, which Excel knows, and what parts its cells."""
    first, _, rest = text.partition("\n")
    told = first.strip().strip('"')
    if told.startswith("sep=") and told[4:5] in DELIMITERS:
        return rest, told[4]
    head = text[:200_000]
    return text, max(DELIMITERS, key=lambda each: _widths(head, each))


def _widths(head: str, delimiter: str) -> tuple[int, int]:
    """How many cells the first row has, and then the widest: other rows may have lists in cells."""
    try:
        rows = csv.reader(io.StringIO(head, newline=""), delimiter=delimiter)
        widths = [len(row) for row in islice(rows, 5)]
    except csv.Error:
        return 0, 0
    return (widths[0], max(widths)) if widths else (0, 0)


def _rows(name: str, text: str, delimiter: str) -> Iterator[list[str]]:
    # Strict: a quote that is never closed would swallow all rows behind it without a word.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    cells = 0
    number = 0
    try:
        for number, row in enumerate(reader, start=1):
            cells += len(row)
            if len(row) > MOST_COLUMNS or number > MOST_ROWS or cells > MOST_CELLS:
                raise too_many_cells(name)
            yield row
    except csv.Error as error:
        if str(error).startswith("field larger than"):
            raise _too_long(f"{name}, row {number + 1}") from None
        raise BadFileError.of(
            "The quotes around a cell do not fit, so cells after it cannot be told apart.",
            "Look at this row for a quote that has no partner. Or open the file in Excel and save "
            "it again.",
            Place(f"{name}, row {number + 1}"),
        ) from None


def _too_long(where: str) -> BadFileError:
    most = csv.field_size_limit()
    return BadFileError.of(
        f"A cell of this row holds more than {most:,} characters.",
        "Shorten it. If it holds several rows, look for a quote that has no partner.",
        Place(where),
    )


def too_many_cells(name: str) -> BadFileError:
    """What is said of a sheet that is larger than any round."""
    return BadFileError.of(
        "This sheet has too many cells to be answers of one round. "
        f"The most are {MOST_ROWS:,} rows and {MOST_COLUMNS:,} columns, "
        f"and {MOST_CELLS:,} cells in all.",
        "Copy the answers alone into a new sheet, and import that.",
        Place(name),
    )
