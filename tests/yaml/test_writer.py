"""One way to write YAML, which every reader reads back as what was meant."""

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import yaml
from cls_check.errors import ClsCheckError
from cls_check.yaml.reader import parse_yaml
from cls_check.yaml.writer import Block, Flow, normalised, to_yaml


def test_the_shape_of_a_file() -> None:
    tree = {
        "cls-check": 1,
        "questionnaire": Flow({"id": "ten-factors", "version": "1.0"}),
        "date": "2026-09-10",
        "scale": Flow(["Not true yet", "A little true"]),
        "factors": {
            "co-production": {
                "title": "Working alongside people, with lived experience",
                "answers": {"frontline": Flow({1: 1, 2: 3, "dont-know": 1})},
                "because": Block("Two plans changed:\r\n\r\n  - one  \n# two\n\n"),
                "evidence": [{"from": "people", "what": Block("We heard it.")}, ["a", ["b"]], "c"],
                "actions": [],
                "done": False,
                "by": None,
            }
        },
        "share": Decimal("1.10"),
    }
    assert to_yaml(tree) == (
        "cls-check: 1\n"
        'questionnaire: {id: ten-factors, version: "1.0"}\n'
        'date: "2026-09-10"\n'
        "scale: [Not true yet, A little true]\n"
        "factors:\n"
        "  co-production:\n"
        "    title: Working alongside people, with lived experience\n"
        "    answers:\n"
        "      frontline: {1: 1, 2: 3, dont-know: 1}\n"
        "    because: |-\n"
        "      Two plans changed:\n"
        "\n"
        "        - one\n"
        "      # two\n"
        "    evidence:\n"
        "      - from: people\n"
        "        what: |-\n"
        "          We heard it.\n"
        "      - - a\n"
        "        - - b\n"
        "      - c\n"
        "    actions: []\n"
        "    done: false\n"
        "    by: null\n"
        "share: 1.10\n"
    )


QUOTED = [
    "NO", "no", "on", "Off", "y", "n", "Y", "N", "yes", "1e3", "1E3", "010", "0o14", "08",
    "12:30", "2026-01-31", "2026-13-45", "1_000", "=", "<<", "~", "1.10", ".inf", "-.INF",
    ".nan", "null", "Null", "NULL", "True", "FALSE", "0x1F", "0b1", "+1", "1.", ".5", "-", "--",
    "---", "...", "?", ":", ",", "[", "]", "{", "}", "#", "&", "*", "!", "|", ">", "'", '"',
    "%", "@", "`", "<<<<<<<", "a:", ":a", "-", "a:b:",
]  # fmt: skip
AWKWARD = [
    "",
    " a",
    "a: b",
    "a #b",
    "- a",
    "? a",
    "# a",
    "a\nb",
    "1 a",
    "🙂",
    "x\u202ey",
    "% a",
    "é: ",
]
BARE = ["a", "Northfield", "Autumn 2026", "it's", "a:b", "a#b", "no way", "Ångström", "e3", "n/a"]


@pytest.mark.parametrize("text", [*QUOTED, *AWKWARD])
def test_what_could_be_taken_for_something_else_is_quoted(text: str) -> None:
    written = to_yaml({"x": text})
    assert written.startswith('x: "')
    assert written.count("\n") == 1
    assert_read_back({"x": normalised(text)}, written)


@pytest.mark.parametrize("text", BARE)
def test_ordinary_words_stand_bare(text: str) -> None:
    assert to_yaml({"x": text}) == f"x: {text}\n"
    assert_read_back({"x": text}, f"x: {text}\n")


def test_keys_are_quoted_by_the_same_rule_and_numbers_stand_bare() -> None:
    assert to_yaml({1: 2, "y": 1, "2026-01-31": 1}) == '1: 2\n"y": 1\n"2026-01-31": 1\n'


def test_the_same_thing_twice_is_written_twice() -> None:
    twice = {"b": ["c"]}
    assert to_yaml({"x": twice, "z": twice}) == "x:\n  b:\n    - c\nz:\n  b:\n    - c\n"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\r\nb\rc\x85d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("a \nb  ", "a\nb"),
        ("e\u0301", "\u00e9"),
        ("bell\x07 esc\x1b[31m nul\x00 mark\ufeff half\ud800", "bell esc[31m nul mark half"),
        ("\u202edeliberate", "\u202edeliberate"),
    ],
)
def test_normalised(given: str, kept: str) -> None:
    assert normalised(given) == kept


@pytest.mark.parametrize(
    "text",
    ["  indented first", "# not a comment", "- a\n-b", "a\n\n\n  b", "---", "...", "key: x", "\u202ex",
     '"', "|-", "<<<<<<< x", "a\n    b\nc", "%", "=======", "trailing\\"],
)  # fmt: skip
@pytest.mark.parametrize("wrap", [lambda b: {"x": b}, lambda b: {"x": {"y": [{"z": b}, b, [b]]}}])
def test_blocks_come_back_as_they_were(text: str, wrap: Callable[[str], dict[str, Any]]) -> None:
    assert_read_back(wrap(text), to_yaml(wrap(Block(text))))


def test_an_empty_block_is_an_empty_text() -> None:
    assert to_yaml({"x": Block(" \n\n")}) == 'x: ""\n'


def test_a_block_on_one_line_is_a_quoted_text() -> None:
    assert to_yaml({"x": Flow([Block("a\nb")])}) == 'x: ["a\\nb"]\n'


@pytest.mark.parametrize("tree", [{1: 1, "1": 2}, {"e\u0301": 1, "\u00e9": 2}, {"k" * 1001: 1}])
def test_names_that_no_reader_would_take_are_refused(tree: dict[str | int, int]) -> None:
    with pytest.raises(ClsCheckError):
        to_yaml(tree)


@pytest.mark.parametrize("value", [1.5, b"x", Decimal("NaN"), {1}])
def test_other_types_have_no_place(value: float | Decimal | set[int]) -> None:
    with pytest.raises(TypeError, match="no place in a file"):
        to_yaml({"x": value})


def test_an_empty_file_and_large_numbers() -> None:
    assert to_yaml({}) == "{}\n"
    assert to_yaml({"x": Decimal("1E+3"), "z": 10**6}) == "x: 1000\nz: 1000000\n"


def as_read(tree: Any) -> Any:
    """What a file made of a tree holds: texts normalised, keys as text."""
    if isinstance(tree, Flow):
        return as_read(tree.value)
    if isinstance(tree, dict):
        return {normalised(str(key)): as_read(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [as_read(item) for item in tree]
    if isinstance(tree, Block):
        return normalised(tree).strip("\n")
    return normalised(tree) if isinstance(tree, str) else tree


def as_text_keys(tree: Any) -> Any:
    """PyYAML and ruamel give numbers as keys."""
    if isinstance(tree, dict):
        return {str(key): as_text_keys(value) for key, value in tree.items()}
    return [as_text_keys(item) for item in tree] if isinstance(tree, list) else tree


def assert_read_back(tree: dict[str, Any], written: str) -> None:
    for quick in (True, False):
        assert parse_yaml(written.encode(), "x", quick=quick).data == tree
    assert as_text_keys(yaml.safe_load(written)) == tree
    try:
        from ruamel.yaml import YAML
    except ImportError:
        return
    reader = YAML(typ="safe", pure=True)
    reader.version = (1, 2)
    assert as_text_keys(reader.load(written)) == tree


TEXTS = st.text(max_size=40) | st.text(
    "ab \t\n\r#:-?,[]{}\"'|>\\\x85\u2028\u202e\ufeffé0.", max_size=12
)
KEYS = TEXTS.filter(normalised) | st.integers(0, 99)
SCALARS = TEXTS | st.integers(-(10**17), 10**17) | st.booleans() | st.none()


def unlike_keys(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(
        st.tuples(KEYS, children), max_size=4, unique_by=lambda p: normalised(str(p[0]))
    ).map(dict)


ONE_LINE = st.recursive(SCALARS, lambda c: st.lists(c, max_size=3) | unlike_keys(c), max_leaves=5)
FLOWS = (st.lists(ONE_LINE, max_size=3) | unlike_keys(ONE_LINE)).map(Flow)
TREES = unlike_keys(
    st.recursive(
        SCALARS | TEXTS.map(Block) | FLOWS,
        lambda children: st.lists(children, max_size=3) | unlike_keys(children),
        max_leaves=8,
    )
)


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(TREES)
def test_every_tree_comes_back_under_every_reader(tree: dict[str | int, int]) -> None:
    written = to_yaml(tree)
    assert_read_back(as_read(tree), written)
    assert not any(line.endswith((" ", "\r")) for line in written.split("\n"))
    assert written.endswith("\n")
    assert not written.endswith("\n\n")


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


def test_the_writer_needs_no_parser() -> None:
    code = "import sys, cls_check.yaml.writer; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
