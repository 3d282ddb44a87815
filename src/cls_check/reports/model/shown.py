"""Text as a report may show it: with nothing hidden in it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar

Plain = TypeVar("Plain")

# Controls could drive a terminal, marks of direction could turn a page around, and half a
# character cannot be written. The joiners that some scripts and emoji need stay as they are.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufeff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES = re.compile(r"\n\s*\n")


def visible(text: str) -> str:
    """A text on one line with hidden characters by name, such as U+202E."""
    if text.isprintable():  # as almost every text is: it has no line end and nothing hidden
        return text.strip()
    one_line = " ".join(part.strip() for part in _LINE_END.split(text) if part.strip())
    return _named(one_line.replace("\t", " "))


def paragraphs(words: str) -> list[list[str]]:
    """What a person wrote: paragraphs of lines, with hidden characters by name."""
    whole = _LINE_END.sub("\n", words).replace("\t", " ").strip()
    parted = (paragraph.split("\n") for paragraph in _BLANK_LINES.split(whole))
    return [[_named(line.strip()) for line in lines if line.strip()] for lines in parted]


def _named(text: str) -> str:
    return _HIDDEN.sub(lambda found: f"U+{ord(found.group()):04X}", text)


def all_visible(value: Plain) -> Plain:
    """The same value with every text in it made visible, however deep it stands."""
    shown: Plain = _all_visible(value)
    return shown


def _all_visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, list | tuple):
        return [_all_visible(item) for item in value]
    if isinstance(value, dict):
        return {key: _all_visible(item) for key, item in value.items()}
    kind: Any = type(value)
    names = _fields_of(kind)
    return kind(*[_all_visible(getattr(value, name)) for name in names]) if names else value


@lru_cache(maxsize=64)  # a report has thousands of values of a dozen classes
def _fields_of(kind: Any) -> tuple[str, ...]:
    """What values of a class of ours hold; nothing for any other class."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
