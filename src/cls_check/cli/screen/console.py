"""Printing: results to standard output, talk to standard error; nothing in it drives a terminal."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from contextlib import suppress

from cls_check.messages import code_point

DRIVES_A_TERMINAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters but the line feed, and marks that turn the direction of a line around."""

LOOK_ALIKES = {
    "“": '"', "”": '"', "\u2018": "'", "\u2019": "'", "\u2013": "-", "—": "-", "…": "...",
    "▁": "_", "▂": "_", "▃": "-", "▄": "-", "▅": "=", "▆": "=", "▇": "#", "█": "#",
}  # fmt: skip
"""What is printed where a terminal's alphabet lacks a character of ours."""


def safe_lines(text: str) -> str:
    """A text that cannot drive the terminal: such characters are shown by their names."""
    return DRIVES_A_TERMINAL.sub(lambda found: code_point(found.group()), text)


def say(text: str = "") -> None:
    """A result, to standard output; nothing in it can drive the terminal."""
    sys.stdout.write(safe_lines(text) + "\n")


WIDEST = 100
"""Columns beyond which lines get hard to follow."""
TALK = 2
"""What is said is set in by two blanks at most; deeper stands what is to be copied."""


def note(text: str = "") -> None:
    """Talk beside the result, to standard error; where that leads nowhere, the result counts."""
    with suppress(OSError):
        shown = fitting(safe_lines(text), sys.stderr.encoding)
        sys.stderr.write((in_window(shown) if sys.stderr.isatty() else shown) + "\n")


def in_window(text: str) -> str:
    """The text in lines as wide as the window, each set in as far as the one that it comes from.

    What is to be typed or copied stays on its line: commands, and lines that are set in deeper.
    """
    from shutil import get_terminal_size
    from textwrap import wrap

    room = min(get_terminal_size().columns, WIDEST)
    lines: list[str] = []
    for line in text.split("\n"):
        indent = line[: len(line) - len(line.lstrip(" "))]
        is_copied = len(indent) > TALK or line.lstrip().startswith("cls-check")
        broken = (
            []
            if is_copied
            else wrap(
                line, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            )
        )
        lines += broken or [line]
    return "\n".join(lines)


def fitting(text: str, encoding: str | None) -> str:
    """The same words in the alphabet of a terminal, as far as it goes.

    What has no look-alike stays, and is printed as its code: no word is lost.
    """
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return "".join(_in_alphabet(character, encoding or "utf-8") for character in text)
    except LookupError:
        pass
    return text


def _in_alphabet(character: str, encoding: str) -> str:
    plain = "".join(
        part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)
    )
    for candidate in (character, LOOK_ALIKES.get(character, character), plain):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return character


def is_plain(*, wished: bool = False) -> bool:
    """Whether to print without colour and boxes: by wish, or where nobody could see them."""
    environment = os.environ
    return bool(
        wished
        or environment.get("ACCESSIBLE")
        or environment.get("TERM") == "dumb"
        or not sys.stdout.isatty()
    )
