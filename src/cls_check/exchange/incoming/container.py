"""Which kind of file some bytes are, told from the bytes and not from the name of the file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError, Place
from cls_check.exchange.incoming.csv_text import LARGEST_CSV, sheet_of_csv
from cls_check.exchange.incoming.json_answers import sheet_of_json
from cls_check.exchange.incoming.workbook import LARGEST_WORKBOOK, sheets_of_workbook

if TYPE_CHECKING:
    from cls_check.exchange.incoming.sheet import Sheet

_ZIP, _OLD_OFFICE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_AS_XLSX = 'Open it, choose "Save as", pick "Excel Workbook (.xlsx)" or "CSV UTF-8". Import that.'
_OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"{\\rtf", "a letter from a word processor"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
_ZIPPED = (
    ("xl/workbook.bin", "a workbook in Excel's binary form (.xlsb)"),
    ("content.xml", "a spreadsheet of LibreOffice (.ods)"),
    ("Index/Document.iwa", "a spreadsheet of Apple's Numbers"),
    ("Index.zip", "a spreadsheet of Apple's Numbers"),
    ("word/document.xml", "a letter from a word processor"),
)


def sheets_of(name: str, data: bytes) -> list[Sheet]:
    """The sheets of a file of answers.

    Raises:
        BadFileError: it is not a kind of file that can be imported.
    """
    if data.startswith(_ZIP):
        _check_size(name, data, LARGEST_WORKBOOK)
        _check_is_workbook(name, data)
        return sheets_of_workbook(name, data)
    if data.startswith(_OLD_OFFICE):
        raise _old_or_locked(name, data)
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    for begins, what in _OTHERS:
        if start.lower().startswith(begins.lower()):
            raise _other(name, what)
    _check_size(name, data, LARGEST_CSV)
    if not start:
        raise BadFileError.of("This file is empty.", "Save it once more.", Place(name))
    return [(sheet_of_json if start[:1] in b"[{" else sheet_of_csv)(name, data)]


def _check_size(name: str, data: bytes, most: int) -> None:
    if len(data) > most:
        raise BadFileError.of(
            f"This file is larger than {most // 1_000_000} MB.",
            "Copy the answers alone into a new sheet, and import that.",
            Place(name),
        )


def _check_is_workbook(name: str, data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = set(packed.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        raise _other(name, "a damaged workbook, or a damaged zip file") from None
    if "xl/workbook.xml" not in parts:
        raise _other(name, next((what for part, what in _ZIPPED if part in parts), "a zip file"))


def _old_or_locked(name: str, data: bytes) -> BadFileError:
    if _ENCRYPTED in data:
        return BadFileError.of(
            "This workbook is locked with a password.",
            "Open it in Excel, save a copy without the password, and import that. "
            "Delete the copy afterwards.",
            Place(name),
        )
    return _other(name, "a workbook of an older Excel (.xls)")


def _other(name: str, what: str) -> BadFileError:
    return BadFileError.of(f"This is {what}, which cannot be imported.", _AS_XLSX, Place(name))
