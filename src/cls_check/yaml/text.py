"""Bytes from outside, made into text: size, encoding and characters are checked before any reading."""

from __future__ import annotations

import re

from cls_check.errors import BadFileError, Place, Problem
from cls_check.messages import code_point
from cls_check.read_from_disk import LARGEST_FILE, too_large

# The characters that YAML does not allow. Named one by one: to compile all others takes long.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_CONFLICT = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)
_CONFLICT_SIGNS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")

# The longer marks come first, for UTF-32 begins like UTF-16.
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# How files of other programs begin; their editors cannot save them as we need them.
_OTHER_PROGRAMS = (
    (b"PK\x03\x04", "a file of Excel or Word, or a zip file"),
    (b"\xd0\xcf\x11\xe0", "a file of an older Excel or Word"),
    (b"{\\rtf", "a letter from a word processor"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
_SAVE_AS_UTF_8 = (
    'Open it in your editor, choose "Save as", pick the encoding UTF-8, and save it again.'
)


def bad_file(place: Place, fact: str, hint: str) -> BadFileError:
    """One problem of one file, ready to raise."""
    return BadFileError([Problem(fact, hint, place)])


def place_at(name: str, text: str, index: int) -> Place:
    """The line and column of a character of a text."""
    # A line ends at LF, CR or both together, for both parsers and for every editor.
    line = text.count("\n", 0, index) + text.count("\r", 0, index) - text.count("\r\n", 0, index)
    start = max(text.rfind("\n", 0, index), text.rfind("\r", 0, index)) + 1
    return Place(name, line + 1, index - start + 1)


def decode(data: bytes, name: str) -> str:
    """The text of a file, line breaks as they are, without a byte order mark.

    Raises:
        BadFileError: too large, not UTF-8, or with characters that cannot be seen.
    """
    if len(data) > LARGEST_FILE:
        raise too_large(name)
    _check_first_bytes(data, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        raise bad_file(
            place_at(name, before, len(before)),
            f"This file is not saved as UTF-8: the byte {data[error.start]:02X} stands here.",
            _SAVE_AS_UTF_8,
        ) from error
    text = text.removeprefix("\ufeff")
    _check_characters(text, name)
    return text


def _check_first_bytes(data: bytes, name: str) -> None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise _other_encoding(name, encoding)
    start = data[:10].lower()
    for beginning, what in _OTHER_PROGRAMS:
        if start.startswith(beginning.lower()):
            raise bad_file(
                Place(name),
                f"This is {what}, not a file of cls-check.",
                "Is it the right one? The files of cls-check are plain text.",
            )
    if data and not data.strip(b"\0"):
        raise bad_file(
            Place(name),
            "There is no text in this file.",
            "It may have been lost when a computer stopped while saving. Look for an older copy.",
        )
    if b"\0" in data[:4] and len(data) > 3 and any(data[:4]):
        raise _other_encoding(name, "UTF-16 or UTF-32")


def _other_encoding(name: str, encoding: str) -> BadFileError:
    return bad_file(Place(name), f"This file is saved as {encoding}, not as UTF-8.", _SAVE_AS_UTF_8)


def _check_characters(text: str, name: str) -> None:
    if hidden := FORBIDDEN.search(text):
        raise bad_file(
            place_at(name, text, hidden.start()),
            f"The character {code_point(hidden.group())} cannot be seen and has no use here.",
            "Delete it. If the file is full of them, it is not a text file.",
        )
    # Four quick looks first: the search itself takes longer than all the rest of this page.
    if any(sign in text for sign in _CONFLICT_SIGNS) and (found := _CONFLICT.search(text)):
        raise bad_file(
            place_at(name, text, found.start()),
            f'"{found.group()}" is a mark that git leaves where two people changed the same lines.',
            "Between <<<<<<< and >>>>>>> choose one version and delete the marker lines.",
        )
