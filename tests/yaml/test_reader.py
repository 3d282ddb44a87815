"""The strict reader: what is typed, where things stand, and what is said of a broken file."""

import contextlib
import gc
import os
import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from functools import cache, partial
from pathlib import Path

import pytest
from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import Event, ScalarEvent

import yaml
from cls_check.errors import BadFileError, Place, Problem
from cls_check.read_from_disk import LARGEST_FILE
from cls_check.yaml.reader import parse_yaml, read_yaml
from cls_check.yaml.trouble import explain

both_parsers = pytest.mark.parametrize(
    "quick",
    [
        pytest.param(
            True, marks=pytest.mark.skipif(not hasattr(yaml, "CLoader"), reason="no libyaml here")
        ),
        False,
    ],
    ids=["libyaml", "pure"],
)


def refused(data: str | bytes, *, quick: bool = True) -> Problem:
    """The one problem of a text: line, column, fact and hint."""
    with pytest.raises(BadFileError) as caught:
        parse_yaml(data if isinstance(data, bytes) else data.encode(), "f.yaml", quick=quick)
    (problem,) = caught.value.problems
    return problem


TYPED = [
    ("", None), ("~", None), ("null", None), ("true", True), ("false", False),
    ("0", 0), ("-7", -7), ("12", 12), ("9" * 18, 10**18 - 1),
    ("1.10", Decimal("1.10")), ("-0.5", Decimal("-0.5")),
]  # fmt: skip
TEXT = [
    *("No", "on", "y", "n", "Yes", "TRUE", "True", "Null", "NULL", "1e3", "1.5e3", "010",
    "0o14", "08", "12:30", "2026-01-31", "2026-13-45", "1_000", "=", "+1", ".5", "5.", "0x1F",
    ".inf", ".nan", "--", "1.2.3", "00", "-01", "٣", "<<"),
    "9" * 19, "9" * 100_000, "1." + "9" * 19,
]  # fmt: skip
QUOTED = [('"1"', "1"), ("'true'", "true"), ('""', ""), ("|-\n  12", "12"), ('"\\u202E"', "\u202e")]


@both_parsers
@pytest.mark.parametrize(("written", "value"), TYPED)
def test_what_is_typed(written: str, value: int | Decimal | None, quick: bool) -> None:
    read = parse_yaml(f"a: {written}\nb: [{written or '~'}]\n".encode(), "f", quick=quick).data
    assert read == {"a": value, "b": [value]}
    assert type(read["a"]) is type(value)
    assert str(read["a"]) == str(value)


@both_parsers
@pytest.mark.parametrize("written", TEXT)
def test_everything_else_is_text_as_written(written: str, quick: bool) -> None:
    assert parse_yaml(f"a: {written}\n".encode(), "f", quick=quick).data == {"a": written}


@both_parsers
@pytest.mark.parametrize(("written", "value"), QUOTED)
def test_quoted_texts_stay_text(written: str, value: str, quick: bool) -> None:
    assert parse_yaml(f"a: {written}\n".encode(), "f", quick=quick).data == {"a": value}


@both_parsers
def test_keys_are_text_as_written(quick: bool) -> None:
    data = b"1: a\n1.10: b\nno: c\n~: d\n010: {2: e}\n"
    assert parse_yaml(data, "f", quick=quick).data == {
        "1": "a", "1.10": "b", "no": "c", "~": "d", "010": {"2": "e"},
    }  # fmt: skip


TRAPS = [
    # text, line, column, words of the fact, words of the hint
    ("a: 1\nb:\n  c: 1\n  c: 2\n", 4, 3, '"c" stands here a second time.', "first in line 3"),
    ('a: 1\n"a": 2\n', 2, 1, '"a" stands here a second time.', "first in line 1"),
    ("l:\n  - {x: 1}\n  - {x: 1, x: 2}\n", 3, 12, '"x" stands here a second time.', "in line 3"),
    ("a: &b 1\n", 1, 4, 'starts with "&"', "double quotes"),
    ("a: &b {}\n", 1, 4, 'starts with "&"', "in full"),
    ("a: *b\n", 1, 4, 'starts with "*"', "in full"),
    ("a: *b c\n", 1, 4, 'starts with "*"', "double quotes"),
    ("a: * c\n", 1, 4, 'starts with "*"', "double quotes"),
    ("a:\n  <<: {b: 1}\n", 2, 3, 'The name "<<"', "in full"),
    ("a: !!str 1\n", 1, 4, 'starts with "!"', "Delete it"),
    ("a: ! 1\n", 1, 4, 'starts with "!"', "Delete it"),
    ("a: !x!y 1\n", 1, 4, 'starts with "!"', "Delete it"),
    ("!x\na: 1\n", 1, 1, 'starts with "!"', "Delete it"),
    ("%YAML 1.1\n---\na: 1\n", 1, 1, "start with %", "Delete the line"),
    ("# c\n%TAG ! x\n---\na: 1\n", 2, 1, "start with %", "Delete the line"),
    ("%FOO x\n---\na: 1\n", 1, 1, "start with %", "Delete the line"),
    ("a: 1\n---\nb: 1\n", 2, 1, "A second part starts here.", "one part"),
    ("a: 1\n...\nb: 1\n", 3, 1, "A second part starts here.", "one part"),
    ("--- a: b\n", 1, 6, "A second part starts here.", "one part"),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n", 2, 1, '"<<<<<<<"', "choose one version"),
    ("a: 1\n=======\nb: 1\n", 2, 1, '"======="', "choose one version"),
    ("a: 1\r\n||||||| base\r\n", 2, 1, '"|||||||"', "choose one version"),
    ("a: 1\n>>>>>>> theirs", 2, 1, '">>>>>>>"', "delete the marker lines"),
    ("a:\n\tb: 1\n", 2, 1, "A tab stands here.", "type spaces"),
    ("a: 1\n \tb: 2\n", 2, 2, "A tab stands here.", "type spaces"),
    ("a:\tb\n", 1, 3, "A tab stands here.", "type spaces"),
    ("a: " + "[" * 33 + "]" * 33, 1, 35, "more than 32 deep", "brackets"),
    ("? [a]\n: b\n", 1, 3, "stands where a name should be", "A name is one text"),
    ("{[a]: b}\n", 1, 2, "stands where a name should be", "A name is one text"),
    ("? a\n", 1, 3, 'no colon after "a"', "name: text"),
    ("a: {b}\n", 1, 5, 'no colon after "b"', "name: text"),
    ("a: {2:1}\n", 1, 5, 'no space after the colon in "2:1"', "name: text"),
    (": b\n", 1, 1, "no name before this colon", "Write one"),
    ('"": b\n', 1, 1, "no name before this colon", "Write one"),
    ("- a\n", 1, 1, "starts with a list", "title: Our place"),
    ("words\n", 1, 1, "no names with a colon", "title: Our place"),
    ("a:b\n", 1, 1, "no names with a colon", "title: Our place"),
    ("", 0, 0, "This file is empty.", "older copy"),
    ("# only this\n\n", 0, 0, "This file is empty.", "older copy"),
    ("---\n", 0, 0, "This file is empty.", "older copy"),
    ("a: b\x07c\n", 1, 5, "U+0007", "Delete it"),
    ("a: 1\nb: \x00\n", 2, 4, "U+0000", "Delete it"),
    ("a: \x9b31m\n", 1, 4, "U+009B", "Delete it"),
    ('a: "\\e[31m"\n', 1, 4, "U+001B", "backslash"),
    ('a: "\\ud800"\n', 1, 4, "U+D800", "backslash"),
    ('a: "\\UFFFFFFFF"\n', 1, 7, "not the number of a character", "Type the character"),
    ('a: "\\q"\n', 1, 6, "A backslash in double quotes", "Write two"),
    ("a: [1, 2\nb: 3\n", 1, 4, '"[" that opens here is not closed', '"]"'),
    ("a: {x: 1\nb: 3\n", 1, 4, '"{" that opens here is not closed', '"}"'),
    ("a: [b: c: d]\n", 1, 9, 'A comma or a closing "]"', "double quotes"),
    ("a: [b}\n", 1, 6, 'A comma or a closing "]"', "double quotes"),
    ("a: [Who?, What?]\n", 1, 8, 'A "?" cannot stand here', '"Who?"'),
    ("a: ? b\n", 1, 4, 'A "?" cannot stand here', '"Who?"'),
    ('a: "b\nc: d\n', 1, 4, 'The quote " that opens here is not closed.', 'Put "'),
    ("a: 'b\nc: d\n", 1, 4, "The quote ' that opens here is not closed.", "Put '"),
    ("a: 'it's'\n", 1, 8, "behind the closing quote", "double quotes"),
    ('a: "b" c\n', 1, 8, "behind the closing quote", "double quotes"),
    ("a: b: c\n", 1, 5, "a second colon in this line", 'name: "one: two"'),
    ("a: b\n c: d\n", 2, 3, "the line above already has its text", "Line it up"),
    ("k" * 1100 + ": 1\n", 1, 1101, "longer than 1,000 characters", "double quotes"),
    ("a: b\nc\nd: e\n", 2, 1, 'There is no colon after "c".', "name: text"),
    ("a: b\nc:d\ne: f\n", 2, 1, 'no space after the colon in "c:d"', "name: text"),
    ("a:\n  b: 1\n c: 2\n", 3, 2, "does not line up", "same column"),
    ("a:\n  - x\n - y\n", 3, 2, "does not line up", "same column"),
    ("a: - b\n", 1, 4, "A list cannot start here", "next line"),
    ("a: @b\n", 1, 4, 'cannot start with "@"', "double quotes"),
    ("a: `b`\n", 1, 4, 'cannot start with "`"', "double quotes"),
    ("a: %b\n", 1, 4, 'cannot start with "%"', "double quotes"),
    ("a: ]\n", 1, 4, '"]" stands where a text should start', "double quotes"),
    ("a: [b]]\n", 1, 7, '"]" closes a bracket that is not open', "Delete it"),
    ("a: {b: [}\n", 1, 9, '"}" stands where a text should start', "Delete it"),
    ("a: |x\n", 1, 5, '"x" stands behind | or >', "next line"),
    ("a: |#\n", 1, 5, '"#" stands behind | or >', "next line"),
    ('"a":b\n', 1, 4, "cannot be understood", "Compare"),
    ("a: \x85\u2028\ufeff!\nb: b: b\n", 2, 5, "a second colon", "double quotes"),
]
JARGON = (
    "mapping",
    "scalar",
    "sequence",
    "pars",
    "token",
    "codec",
    "block",
    "expected",
    "<",
    "\\x",
)


@both_parsers
@pytest.mark.parametrize(("text", "line", "column", "fact", "hint"), TRAPS)
def test_traps(text: str, line: int, column: int, fact: str, hint: str, quick: bool) -> None:
    problem = refused(text, quick=quick)
    assert problem.place == Place("f.yaml", line, column)
    assert fact in problem.fact
    assert hint in problem.hint
    said = f"{problem.fact} {problem.hint}".replace("<<<<<<<", "").replace("<<", "")
    assert not [word for word in JARGON if word in said]
    assert problem.fact.endswith(".")


@pytest.mark.parametrize("text", [text for text, *_ in TRAPS])
def test_both_parsers_say_the_same(text: str) -> None:
    assert refused(text, quick=True) == refused(text, quick=False)


ENCODINGS = [
    (b"\xff\xfea\0:\0", 0, 0, "UTF-16"),
    (b"\xfe\xff\0a\0:", 0, 0, "UTF-16"),
    (b"\xff\xfe\0\0a\0\0\0", 0, 0, "UTF-32"),
    (b"\0\0\xfe\xff\0\0\0a", 0, 0, "UTF-32"),
    (b"a\0:\0 \0b\0", 0, 0, "UTF-16"),
    (b"a: 1\r\nb: caf\xe9\n", 2, 7, "the byte E9"),
    (b"\xef\xbb\xbfa: \xff", 1, 4, "the byte FF"),
    (b"a: \xc3", 1, 4, "the byte C3"),
    (b"a: \xed\xa0\x80", 1, 4, "the byte ED"),
]


@pytest.mark.parametrize(("data", "line", "column", "fact"), ENCODINGS)
def test_other_encodings(data: bytes, line: int, column: int, fact: str) -> None:
    problem = refused(data)
    assert problem.place == Place("f.yaml", line, column)
    assert fact in problem.fact
    assert "UTF-8" in problem.hint


@both_parsers
@pytest.mark.parametrize(
    ("data", "tree"),
    [
        (b"\xef\xbb\xbfa: 1\n", {"a": 1}),
        (b"a: 1\r\nb: |\r\n  x\r\n  y\r\n", {"a": 1, "b": "x\ny\n"}),
        (b"---\na: 1\n...\n# end\n", {"a": 1}),
        (b"a: |\n  \tx\n  y\tz\n", {"a": "\tx\ny\tz\n"}),
        (b'a: "x\n\ty"\n', {"a": "x y"}),
        (b"a: 1 # with\ta tab\n", {"a": 1}),
        (
            "a: x\x85y\u2028z\ufeff\nk\u2029: 1\n".encode(),
            {"a": "x\x85y\u2028z\ufeff", "k\u2029": 1},
        ),
        (b"a: " + b"[" * 31 + b"]" * 31, None),
        (b"{}", {}),
        (b"? a\n: b\n", {"a": "b"}),
        (b"a: <<<<<<< x\n  =======\n", {"a": "<<<<<<< x ======="}),
        (b'"a": "<<"\n"<<": 1\n', {"a": "<<", "<<": 1}),
    ],
)
def test_what_is_fine(data: bytes, tree: dict[str, str | int], quick: bool) -> None:
    read = parse_yaml(data, "f", quick=quick).data
    assert read == tree or tree is None


PLACES = """\
# a comment
a: 1
b:
  - "x"
  -  y: |-
       one

       two
     z: {k: [1, 22]}

c:
# end
"""


@both_parsers
@pytest.mark.parametrize(
    ("path", "line", "column", "stands_there"),
    [
        ((), 2, 1, PLACES[PLACES.index("a: 1") : PLACES.index("\n# end")]),
        (("a",), 2, 4, "1"),
        (("b",), 4, 3, PLACES[PLACES.index('- "x"') : PLACES.index("\n\nc:")]),
        (("b", 0), 4, 5, '"x"'),
        (("b", 1), 5, 6, PLACES[PLACES.index("y: |-") : PLACES.index("\n\nc:")]),
        (("b", 1, "y"), 5, 9, "|-\n       one\n\n       two"),
        (("b", 1, "z"), 9, 9, "{k: [1, 22]}"),
        (("b", 1, "z", "k", 1), 9, 17, "22"),
        (("c",), 11, 3, ""),
    ],
)
def test_places(
    path: tuple[str | int, ...], line: int, column: int, stands_there: str, quick: bool
) -> None:
    document = parse_yaml(PLACES.encode(), "f", quick=quick)
    span = document.spans[path]
    assert document.place(path) == Place("f", line, column)
    assert document.text[span.start : span.end] == stands_there
    lines = stands_there.split("\n")
    assert span.end_line == line + len(lines) - 1
    assert span.end_column == len(lines[-1]) + (column if len(lines) == 1 else 1)


def test_places_of_keys_and_of_what_is_not_there() -> None:
    document = parse_yaml(PLACES.encode(), "f")
    assert document.key_place(("b", 1, "z")) == Place("f", 9, 6)
    assert document.key_place(("b", 1)) == Place("f", 5, 6)
    assert document.place(("b", 1, "z", "no", "such")) == Place("f", 9, 9)
    assert document.place(("b", 7)) == Place("f", 4, 3)
    assert document.place(("nothing",)) == Place("f", 2, 1)
    assert {document.text[s.start : s.end] for s in document.key_spans.values()} == set("abcyzk")


def test_long_and_hidden_quotes_are_made_safe() -> None:
    long_key = "k\u202e" + "x" * 100
    problem = refused(f"{long_key}: 1\n{long_key}: 2\n")
    assert problem.fact == f'"kU+202E{"x" * 57}…" stands here a second time.'


def test_a_file_on_disk(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a: 1\n")
    assert read_yaml(file).name == str(file)
    assert read_yaml(file, "shown.yaml").name == "shown.yaml"


def cannot_read(path: Path) -> str:
    with pytest.raises(BadFileError) as caught:
        read_yaml(path, "f.yaml")
    return str(caught.value).splitlines()[0]


def test_what_is_no_file(tmp_path: Path) -> None:
    assert cannot_read(tmp_path / "no.yaml") == "f.yaml: There is no such file."
    assert cannot_read(tmp_path) == "f.yaml: This is a folder, not a file."
    assert cannot_read(tmp_path / ("n" * 300)) == "f.yaml: This cannot be the name of a file."
    assert cannot_read(tmp_path / "a\0b") == "f.yaml: This cannot be the name of a file."
    (tmp_path / "f").write_text("a: 1")
    assert cannot_read(tmp_path / "f" / "g") == "f.yaml: There is no such file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_or_device_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert cannot_read(tmp_path / "pipe") == "f.yaml: This is not an ordinary file."
    assert cannot_read(tmp_path.__class__("/dev/zero")) == "f.yaml: This is not an ordinary file."


@pytest.mark.parametrize(
    ("error", "fact"),
    [
        (PermissionError(13, "x"), "You may not read this file."),
        (OSError(5, "Input/output error"), "This file could not be read: Input/output error."),
    ],
)
def test_other_trouble_with_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: PermissionError | OSError, fact: str
) -> None:
    def fail(*_: int | Path) -> None:
        raise error

    monkeypatch.setattr(os, "open", fail)
    assert cannot_read(tmp_path / "a.yaml") == f"f.yaml: {fact}"


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(LARGEST_FILE + 1)
    assert cannot_read(file) == "f.yaml: This file is larger than 5 MB."
    assert "larger than 5 MB" in refused(b"x" * (LARGEST_FILE + 1)).fact


def hostile(long: int) -> dict[str, str]:
    """Texts of about so many characters that make some parser slow."""
    return {
        "[": "[" * 100_000,
        "{": "{" * 100_000,
        "a: [": "a: " + "[" * long,
        "- - -": "- " * 50_000,
        "? ? ?": "? " * 50_000,
        "deep indent": "".join(" " * depth + "k:\n" for depth in range(440)),
        "one line": "a: " + "x " * (long // 2),
        "a: a: a:": "a: " * (long // 3),
        "same keys": "a: 1\n" * (long // 5),
        "open quote": 'a: "' + "x " * (long // 2),
        "keys": "".join(f"k{number}: 1\n" for number in range(long // 10)),
        "keys in a line": "a: {" + "".join(f"k{number}: 1, " for number in range(long // 10)) + "}",
        "items": "a: [" + "1," * (long // 2) + "]",
        "blank": "\n" * long,
        "returns": "\r" * long,
        "spaces": " " * long,
        "tabs": "\t" * long,
        "tabs in quotes": 'a: "' + "\t\n" * (long // 2) + '"',
        "comments": "# x\n" * (long // 4),
        "per cent": "%" * long,
        "number": "a: " + "9" * long,
        "decimal": "a: 1." + "9" * long,
        "anchor": "a: &" + "x" * long,
        "tag": "a: !<" + "%41" * (long // 3),
        "conflict": "=======x\n" * (long // 9),
    }


SHORT, LONG = 100_000, 500_000
MOST_TIMES = 60
"""Times the time for usual lines of the same length, on the same computer: 15 is the most that was
measured, and what looks back from every sign takes thousands."""


def usual(long: int) -> str:
    return "".join(f"key-{number}: some usual words\n" for number in range(long // 28))


def seconds(read: Callable[[str], object], text: str) -> float:
    start = time.process_time()
    with contextlib.suppress(BadFileError):
        read(text)
    return time.process_time() - start


def reading(text: str, *, quick: bool = True) -> None:
    parse_yaml(text.encode(), "f", quick=quick)


@cache
def too_long(long: int, *, quick: bool = True) -> float:
    """Seconds that no text of this length may take."""
    usually = min(seconds(partial(reading, quick=quick), usual(long)) for _ in range(3))
    return MOST_TIMES * usually


@pytest.mark.repeated
@both_parsers
@pytest.mark.parametrize("what", hostile(SHORT))
def test_hostile_texts_get_an_answer_in_good_time(what: str, quick: bool) -> None:
    taken = seconds(partial(reading, quick=quick), hostile(SHORT)[what])
    assert taken < too_long(SHORT, quick=quick)


@pytest.mark.slow
@pytest.mark.parametrize("what", hostile(LONG))
def test_longer_ones_too(what: str) -> None:
    """Here it would show that something is slow at C's speed; what is ours is in both parsers."""
    assert seconds(reading, hostile(LONG)[what]) < too_long(LONG)


@pytest.mark.parametrize(
    ("long", "quick", "look"),
    [
        (SHORT, False, lambda text, end: sum(1 for sign in text[:end])),
        (LONG, True, lambda text, end: text.count("\n", 0, end)),
    ],
    ids=["at Python's speed", "at C's speed"],
)
def test_a_reader_that_looks_back_from_every_line_would_take_too_long(
    long: int, quick: bool, look: Callable[[str, int], object]
) -> None:
    """Here it looks back from one line in 2,000, so all of them would take it 2,000 times that."""

    def looks_back(text: str) -> None:
        for place in range(0, len(text), 2000):
            look(text, place)

    assert seconds(looks_back, hostile(long)["blank"]) * 2000 > too_long(long, quick=quick)


def test_too_many_things_are_refused() -> None:
    text = "".join(f"k{number}: 1\n" for number in range(60_000))
    assert "more than 100,000 things" in refused(text).fact
    assert len(parse_yaml(text[: len(text) // 2].encode().rpartition(b"\n")[0], "f").data) > 25_000


def test_large_broken_files_are_explained_by_libyaml_alone() -> None:
    text = "a: " + "x " * 600_000 + "\nb: c: d\n"
    problem = refused(text)
    assert problem.place
    assert (problem.place.line, problem.place.column) == (2, 5)
    assert "a second colon" in problem.fact
    assert "second time" in refused("a: 1\n# " + "x" * 1_000_000 + "\na: 1\n").fact


@pytest.mark.parametrize(
    ("error", "place"),
    [
        (yaml.YAMLError("new words"), Place("f")),
        (
            yaml.MarkedYAMLError("c", None, "new words", yaml.Mark("f", 3, 0, 3, None, 0)),
            Place("f", 1, 4),
        ),
    ],
)
def test_what_no_page_of_advice_knows(error: YAMLError | MarkedYAMLError, place: Place) -> None:
    problem = explain("a: 1\n", "f", error)
    assert problem.place == place
    assert problem.fact == "From here on, the file cannot be understood."


def test_without_libyaml_everything_still_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CLoader", raising=False)
    assert parse_yaml(b"a: 1\n", "f").data == {"a": 1}


def test_the_reader_loads_neither_pydantic_nor_the_terminal() -> None:
    code = (
        "import sys, cls_check.yaml.reader; "
        "sys.exit(bool({'pydantic', 'rich', 'typer'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def events_in_memory() -> int:
    gc.collect()
    return sum(isinstance(each, Event) for each in gc.get_objects())


@both_parsers
def test_no_event_is_kept_and_places_are_found_all_the_same(quick: bool) -> None:
    """An assessment has some 3,000, and those of a thousand files would stay for nothing."""
    before = events_in_memory()
    document = parse_yaml("one: [1, 2]\n\u2028two: {a: b}\n".encode(), "a file", quick=quick)
    assert events_in_memory() == before
    assert document.place(("\u2028two", "a")) == Place("a file", 2, 11)
    scalars = [event.value for event in document.events() if isinstance(event, ScalarEvent)]
    assert scalars == ["one", "1", "2", "\u2028two", "a", "b"]


# From the YAML test suite (github.com/yaml/yaml-test-suite), by their names there: the seven of
# its 402 cases in which PyYAML's parsers do not do what YAML 1.2 says.
NOT_AS_1_2_SAYS = [
    pytest.param('key: "value"# invalid comment\n', 1, 13, "A # stands right behind a quote", id="SU5Z"),
    pytest.param("{ ?foo: bar,\nbar: 42\n}\n", 1, 4, 'A "?" cannot stand here', id="652Z"),
    pytest.param("foo: |\n  x\n   ", 3, 3, "holds nothing but spaces", id="L24T/01"),
    # others of their kinds
    pytest.param("key: 'value'#1\n", 1, 13, "A # stands right behind a quote", id="single quotes"),
    pytest.param("key: [a, b]# or c\n", 1, 12, "a bracket", id="behind a bracket"),
    pytest.param("key: {a: b}#\n", 1, 12, "a bracket", id="behind a brace"),
    pytest.param("key: [a,#b\n c]\n", 1, 9, "a comma", id="behind a comma"),
    pytest.param("key: [#b\n c]\n", 1, 7, "a bracket", id="behind an opening bracket"),
    pytest.param("a: [x, ?y]\n", 1, 9, 'A "?" cannot stand here', id="in a list"),
    pytest.param('a: {?"y": 1}\n', 1, 6, 'A "?" cannot stand here', id="before a quote"),
]  # fmt: skip


@both_parsers
@pytest.mark.parametrize(("text", "line", "column", "fact"), NOT_AS_1_2_SAYS)
def test_what_other_readers_would_read_otherwise_is_refused(
    text: str, line: int, column: int, fact: str, quick: bool
) -> None:
    problem = refused(text, quick=quick)
    assert fact in problem.fact
    assert problem.place == Place("f.yaml", line, column)
    assert problem.hint


AS_EVERYBODY_MEANS_IT: list[tuple[str, object]] = [
    ("---\nflow: [a,\nb,\nc]\n", {"flow": ["a", "b", "c"]}),  # 9C9N: too little indent
    ('---\nquoted: "a\nb\nc"\n', {"quoted": "a b c"}),  # QB6E: the same in quotes
    ('foo: "bar\n\tbaz"\n', {"foo": "bar baz"}),  # DK95/01: a tab as the indent in quotes
    ("empty block scalar: >\n \n  \n   \n # comment\n", {"empty block scalar": ""}),  # S98Z
]


@both_parsers
@pytest.mark.parametrize(("text", "data"), AS_EVERYBODY_MEANS_IT)
def test_wrong_indents_that_change_nothing_are_read(text: str, data: object, quick: bool) -> None:
    """YAML 1.2 refuses these; see docs/decisions/0003. Nobody could mean anything else by them."""
    assert parse_yaml(text.encode(), "f", quick=quick).data == data


@both_parsers
@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 'it''s, [#1]' # \"x\"# y\n", {"a": "it's, [#1]"}),
        ("a: b]#c\n", {"a": "b]#c"}),
        ('a: |\n  "x"#1\n  [#\n', {"a": '"x"#1\n[#\n'}),
        ("a: [b, c] # d,#e\n", {"a": ["b", "c"]}),
        ("# x,#y\na: b\n  ", {"a": "b"}),
        ("{ ? foo : bar, b: 'w?'}\n", {"foo": "bar", "b": "w?"}),
        ("?foo: bar\na: ?b\n", {"?foo": "bar", "a": "?b"}),
    ],
)
def test_what_only_looks_like_it_is_read(text: str, data: object, quick: bool) -> None:
    assert parse_yaml(text.encode(), "f", quick=quick).data == data
