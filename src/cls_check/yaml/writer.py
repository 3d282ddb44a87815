"""The one way in which YAML is written, so that a diff of two files shows what people changed.

PyYAML's emitter was measured and left: its C form cannot indent lists under their key, its Python
form takes 12 ms for a file of fifty statements (this one about 1 ms), and both leave `1e3`,
`0o14`, `08` and `y` unquoted and fall back to quoted one-liners for what people write.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cls_check.errors import ClsCheckError
from cls_check.messages import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

LONGEST_NAME = 1000
"""In characters as written; YAML looks no further than 1,024 for the colon."""


@dataclass(frozen=True)
class Flow:
    """A group or list that is written on one line: `{1: 4, dont-know: 1}`."""

    value: Mapping[Any, Any] | Sequence[Any]


class Block(str):
    """What people write: always a literal block, its lines never wrapped again."""

    __slots__ = ()


_BREAK = re.compile("\r\n|[\r\x85\u2028\u2029]")
# No reader of YAML takes these: control characters, halves of pairs, byte order marks.
_NEVER = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_TRAILING = re.compile(" +$", re.MULTILINE)

# A text may stand bare if it starts with a letter, so it is no number, date, time or sign.
_BARE = re.compile(r"[^\W\d_][^\n\u202a-\u202e\u2066-\u2069]*")
_BARE_IN_FLOW = re.compile(r"[^\W\d_][^\n\u202a-\u202e\u2066-\u2069,\[\]{}?:\"']*")
_NEEDS_QUOTES = re.compile(r":(?: |$)| #")
_TAKEN_FOR_A_VALUE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})

# Marks that turn the direction of writing could make a line look like another one.
_ESCAPED = re.compile('[\\\\"\n\u202a-\u202e\u2066-\u2069]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n"}


def normalised(text: str) -> str:
    """The text as every file holds it.

    Composed (NFC), lines ended by LF, no control characters, no blanks at line ends. A tab becomes
    one space: it comes from pasted tables, where it parts words, and four spaces at the start of a
    line would turn it into a block of code in Markdown.
    """
    if text.isascii() and text.isprintable():
        return text.rstrip(" ")
    text = _BREAK.sub("\n", text).replace("\t", " ")
    text = unicodedata.normalize("NFC", _NEVER.sub("", text))
    return _TRAILING.sub("", text)


def to_yaml(tree: Mapping[Any, Any]) -> str:
    """The canonical text of a tree of dict, list, str, int, bool, None, Decimal, Flow and Block."""
    if not tree:
        return "{}\n"
    return "\n".join(_group(tree, "")) + "\n"


def _lines(node: Any, indent: str) -> Iterator[str]:
    """The lines of a group or list that is not empty."""
    return _group(node, indent) if isinstance(node, dict) else _list(node, indent)


def _group(group: Mapping[Any, Any], indent: str) -> Iterator[str]:
    for name, value in _named(group):
        head = f"{indent}{name}:"
        if _is_spread_out(value):
            yield head
            yield from _lines(value, indent + "  ")
        else:
            yield f"{head} {beside_its_name(value, indent + '  ')}"


def _list(items: Sequence[Any], indent: str) -> Iterator[str]:
    inner = indent + "  "
    for item in items:
        if _is_spread_out(item):
            lines = _lines(item, inner)
            yield f"{indent}- {next(lines)[len(inner) :]}"
            yield from lines
        else:
            yield f"{indent}- {beside_its_name(item, inner)}"


def _is_spread_out(value: Any) -> bool:
    return bool(value) and isinstance(value, dict | list | tuple)


def _named(group: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    taken = set()
    for key, value in group.items():
        known_as = normalised(str(key))
        if known_as in taken:
            raise ClsCheckError.of(f"Two things in one group have the name {quoted(known_as)}.")
        taken.add(known_as)
        name = known_as if type(key) is int else _text(known_as, flow=True)
        if len(name) > LONGEST_NAME:
            raise ClsCheckError.of(f"The name {quoted(known_as)} is too long.", "Make it shorter.")
        yield name, value


def beside_its_name(value: Any, indent: str, step: int = 2) -> str:
    """A value as it starts on the line of its name.

    Args:
        value: Anything but a group or list that is spread out over lines.
        indent: What stands before each line of a block.
        step: How much further in that is than the name.
    """
    if isinstance(value, Block):
        return _block(value, indent, step)
    if isinstance(value, str):
        return _text(value, flow=False)
    return in_flow(value)


def as_in_a_block(text: str) -> str:
    """What a file gives back of a text that was written into it as a block."""
    return normalised(text).strip("\n")


def _block(value: Block, indent: str, step: int) -> str:
    text = as_in_a_block(value)
    if not text:
        return '""'
    # Where the first line is indented itself, YAML has to be told how deep the block stands.
    head = f"|{step}-" if text.startswith(" ") else "|-"
    return "\n".join([head, *(indent + line if line else "" for line in text.split("\n"))])


def in_flow(value: Any) -> str:
    """A value inside brackets, or a whole group or list in brackets, on one line."""
    if isinstance(value, Flow):
        return in_flow(value.value)
    if isinstance(value, str):
        return _text(value, flow=True)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {in_flow(one)}" for name, one in _named(value)) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(in_flow, value)) + "]"
    return _number_or_word(value)


def _number_or_word(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    raise TypeError(f"{type(value).__name__} has no place in a file")


def _text(text: str, *, flow: bool) -> str:
    text = normalised(text)
    bare = _BARE_IN_FLOW if flow else _BARE
    if (
        bare.fullmatch(text)
        and not _NEEDS_QUOTES.search(text)
        and text.lower() not in _TAKEN_FOR_A_VALUE
    ):
        return text
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    return _ESCAPES.get(found.group()) or f"\\u{ord(found.group()):04X}"
