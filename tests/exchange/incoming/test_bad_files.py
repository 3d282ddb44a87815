"""Files that cannot be imported, each with the sentence that people get, and the place."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from cls_check.errors import BadFileError, ClsCheckError
from tests.exchange.incoming import hostile
from tests.exchange.incoming.hostile import GOOD, HEADINGS, ONE_PERSON, with_parts, workbook, zipped
from tests.exchange.incoming.table import found, people, read

CSV = "perspective,cop-1,cop-2,tru-1,tru-2\nfrontline,4,5,3,dont-know\n"
ONE = people("frontline 4 5 3 dont-know")


def formula(book: Any, sheet: Any) -> None:
    sheet.write_formula("C2", "=B2", None, 4)


def merged(book: Any, sheet: Any) -> None:
    sheet.merge_range("A2:A4", "frontline")
    sheet.write_row("B3", [1, 2, 3, 4])


REFUSED = {
    "a zip bomb": (hostile.zip_bomb, "unpacks to far more"),
    "a size that is a lie": (hostile.lying_about_its_size, "is damaged"),
    "1 GB of declared cells": (hostile.far_apart, "too many cells"),
    "declared where nobody looks": (hostile.far_apart_in_secret, "too many cells"),
    "16,384 columns": (lambda: workbook([["x"] * 16_384]), "too many cells"),
    "16,384 columns of CSV": (lambda: b"," * 16_383 + b"\n", "too many cells"),
    "an old workbook": (hostile.old_workbook, "an older Excel (.xls)"),
    "an encrypted workbook": (
        lambda: hostile.old_workbook("EncryptedPackage".encode("utf-16-le")),
        "locked with a password",
    ),
    "macros": (lambda: with_parts(GOOD, **{"xl__vbaProject.bin": b""}), "has macros in it"),
    "another file's values": (
        lambda: with_parts(GOOD, xl__externalLinks__externalLink1_xml=b""),
        "takes values from other files",
    ),
    "a formula": (
        lambda: workbook([HEADINGS, ONE_PERSON], then=formula),
        "answers, row 2, column C: A formula stands in this cell",
    ),
    "merged cells": (
        lambda: workbook([HEADINGS, ONE_PERSON], then=merged),
        "answers, row 2, column A: Cells are merged here",
    ),
    "two sheets of answers": (
        lambda: workbook([HEADINGS, ONE_PERSON], sheets=2),
        'The sheets "Sheet1" and "Sheet2" both look like answers',
    ),
    "a broken part": (
        lambda: with_parts(GOOD, xl__worksheets__sheet1_xml=b"<worksheet"),
        "is damaged",
    ),
    "LibreOffice": (lambda: zipped("mimetype", "content.xml"), "LibreOffice (.ods)"),
    "Numbers": (lambda: zipped("Index/Document.iwa"), "Apple's Numbers"),
    "a binary workbook": (lambda: zipped("xl/workbook.bin"), ".xlsb"),
    "a letter": (lambda: zipped("word/document.xml"), "a letter from a word processor"),
    "a zip file": (lambda: zipped("a.csv"), "This is a zip file"),
    "a PDF": (lambda: b"%PDF-1.7", "This is a PDF"),
    "a web page": (lambda: b"\n<!DOCTYPE html>", "This is a web page"),
    "nothing": (lambda: b"", "This file is empty"),
    "a byte order mark alone": (lambda: b"\xef\xbb\xbf", "This file is empty"),
    "bytes that are no text": (lambda: b"a,\x81\x8d\n", "no text that can be read"),
    "zeroes": (lambda: CSV.encode("utf-16-le"), "no text that can be read"),
    "a quote without a partner": (
        lambda: CSV.encode() + b'carer,"4,5\ncarer,1,1,1,1\n',
        "answers, row 3: The quotes around a cell do not fit",
    ),
    "JSON that is cut off": (lambda: b'[{"cop-1": 4}', "not JSON that can be read"),
    "JSON too deep": (lambda: b"[" * 200_000, "not JSON that can be read"),
    "JSON of other things": (lambda: b"[1, 2]", "no answers of people"),
    "a name twice in JSON": (
        lambda: b'[{"cop-1": 4, "cop-1": 5}]',
        '"cop-1" stands in it twice',
    ),
    "another questionnaire": (
        lambda: b'{"cls-check-answers": 1, "questionnaire": {"id": "b", "version": "2"}}',
        'answers to "b 2", and this round asks "small 1"',
    ),
    "something else": (lambda: b"a,b\n1,2\n", "No column here is about a statement"),
    "one statement twice": (
        lambda: b"perspective,cop-1,COP_1\ncarer,1,2\n",
        None,
    ),
    "a long sheet of nobody": (
        lambda: b"perspective,statement,answer\ncarer,cop-1,2\n",
        "No column here says whose answer",
    ),
    "counts without perspectives": (
        lambda: b"statement,answer,count\ncop-1,2,3\n",
        None,
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_it_is_said_what_is_wrong(kind: str) -> None:
    make, sentence = REFUSED[kind]
    if sentence is None:
        said = str(read(make(), name="answers").in_the_way[0])
        assert (
            "from which perspective" in said or "both about cop-1, and row 2 answers both" in said
        )
        return

    with pytest.raises(BadFileError) as error:
        read(make(), name="answers")

    assert sentence in str(error.value)
    assert str(error.value).startswith("answers")
    assert "\n  " in str(error.value)  # the way out


@pytest.mark.parametrize("data", [GOOD, CSV.encode(), b'[{"perspective": "carer", "cop-1": 4}]'])
def test_a_file_that_was_cut_off_never_ends_in_anything_else(data: bytes) -> None:
    for part in hostile.cut(data):
        try:
            read(part)
        except ClsCheckError:
            continue


def test_without_the_library_there_is_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "python_calamine", None)

    with pytest.raises(ClsCheckError) as error:
        read(GOOD)

    assert "CSV UTF-8" in str(error.value)
    assert "cls-check[xlsx]" in str(error.value)


ENCODINGS = {
    "UTF-8": CSV.encode(),
    "UTF-8 with its mark": CSV.encode("utf-8-sig"),
    "UTF-16": CSV.encode("utf-16"),
    "UTF-16, the other way round": b"\xfe\xff" + CSV.encode("utf-16-be"),
    "Windows": f"caf\u00e9,{CSV}".replace("\nfront", "\n\u00a32,front").encode("cp1252"),
    "semicolons": CSV.replace(",", ";").encode(),
    "tabs": CSV.replace(",", "\t").encode(),
    "told by Excel": b"sep=;\r\n" + CSV.replace(",", ";").encode(),
    "old Macs": CSV.replace("\n", "\r").encode(),
    "all in quotes": CSV.replace(",", '","').replace("\n", '"\n"')[:-1].join('""')[:-1].encode(),
}


@pytest.mark.parametrize("how", ENCODINGS)
def test_text_is_read_however_it_was_saved(how: str) -> None:
    assert found(read(ENCODINGS[how])) == ONE


def test_a_lost_letter_is_told_of() -> None:
    data = "perspective,cop-1,We ask what people n?ed.,tru-1,tru-2\nfrontline,4,5,3,dont-know\n"

    assert read(data).lost_letters == ("We ask what people n?ed.",)
    assert read(CSV).lost_letters == ()
