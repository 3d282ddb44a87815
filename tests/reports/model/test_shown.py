"""Text that a report shows has nothing hidden in it, whatever characters there are."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from cls_check.reports.model.blocks import point, points, section, table, text
from cls_check.reports.model.shown import all_visible, visible

CONTROLS = {"Cc", "Cs"}
"""Controls of terminals, and halves of characters."""
DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
JOINERS = "\u200c\u200d"


@pytest.mark.slow
def test_every_character_is_shown_as_itself_as_a_blank_or_by_its_name() -> None:
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        seen = visible(f"a{character}b")
        hidden = unicodedata.category(character) in CONTROLS
        assert seen in ("a b", f"aU+{number:04X}b", "" if hidden else f"a{character}b"), hex(number)


@pytest.mark.parametrize("character", [*DIRECTION, "\x07", "\x1b", "\x9b", "\ufeff", "\U000e0041"])
def test_what_could_turn_a_page_or_drive_a_terminal_is_named(character: str) -> None:
    assert visible(f"a{character}b") == f"aU+{ord(character):04X}b"


@pytest.mark.parametrize("joiner", JOINERS)
def test_the_joiners_of_scripts_and_emoji_stay(joiner: str) -> None:
    assert visible(f"a{joiner}b") == f"a{joiner}b"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("  We listen. ", "We listen."),
        ("We\nlisten.", "We listen."),
        ("We\r\n\r\n listen.\t", "We listen."),
        ("We\u2028listen.", "We listen."),
        ("two  blanks", "two  blanks"),
        ("\u00a0hard\u00a0blank", "hard\u00a0blank"),
        ("Zoë: 日本語 العربية 👩🏽‍🦽", "Zoë: 日本語 العربية 👩🏽‍🦽"),
        ("", ""),
        (" ", ""),
    ],
)
def test_a_text_stands_on_one_line(text: str, seen: str) -> None:
    assert visible(text) == seen


def test_texts_are_made_visible_wherever_they_stand() -> None:
    assert all_visible({"a": ["x\u202ey", 3, None], "b": {"c": "\x1b[31m"}}) == {
        "a": ["xU+202Ey", 3, None],
        "b": {"c": "U+001B[31m"},
    }


def test_texts_are_made_visible_in_every_block() -> None:
    hidden = "x\u202ey"
    told = section(
        "a", hidden, [text(hidden), points([point(hidden, lead=hidden)], ends=(hidden,))]
    )
    heading = table("a", hidden, [hidden], {hidden: [[hidden, hidden]]})
    shown = repr(all_visible([told, heading]))
    assert shown.count("xU+202Ey") == 11
    assert "\\u202e" not in shown
