"""The one strict reader of YAML: a tree of plain values, and the place of every one of them.

It is built on PyYAML's events, not on `safe_load`, which guesses types (`No` becomes false), keeps
the last of two equal keys, follows aliases without end and recurses as deep as the file wants.
Only null, true, false, whole numbers and plain decimals are typed here; all else is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from yaml.events import ScalarEvent

import yaml
from cls_check.errors import BadFileError, Place
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.yaml import trouble
from cls_check.yaml.builder import Builder, InDoubtError
from cls_check.yaml.comments import Comment, comments_in
from cls_check.yaml.parsers import Parser, parsers
from cls_check.yaml.places import Span, TreePath, spans_of
from cls_check.yaml.text import bad_file, decode, place_at

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cls_check.yaml.places import Event

# PyYAML's own parser needs a second or more for each million characters, or 50,000 events. In files
# beyond these, what libyaml says is believed; its places differ only where two things are wrong.
MOST_CHARACTERS_READ_TWICE = 1_000_000
MOST_EVENTS_READ_TWICE = 20_000

_HASH_WITHOUT_BLANK = re.compile(r"""[]}"',[{]#""")
_BLANKS_AT_THE_END = re.compile(r"[\r\n][ \t]+\Z")
_FIRST_LINE = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """A file that was read: its tree, and where everything stands in it."""

    name: str
    """As the user gave it, for messages."""
    text: str
    data: Any
    """Groups are dicts with text as keys; else list, str, int, Decimal, bool or None."""
    parser: Parser = field(repr=False, compare=False)
    """Reads the text once more when somebody asks for places."""

    def events(self) -> Iterator[Event]:
        """What the parser says of the text; nothing of it is kept."""
        return self.parser.events()

    def comments(self) -> tuple[Comment, ...]:
        """Every comment, in the order of the file."""
        return comments_in(self.text, self.events())

    @cached_property
    def _all_spans(self) -> tuple[dict[TreePath, Span], dict[TreePath, Span]]:
        return spans_of(self.events(), self.text)

    @property
    def spans(self) -> dict[TreePath, Span]:
        """Where each value stands, by its path."""
        return self._all_spans[0]

    @property
    def key_spans(self) -> dict[TreePath, Span]:
        """Where each key stands, by the path of its value."""
        return self._all_spans[1]

    def place(self, path: TreePath) -> Place:
        """The place of a value, or of the nearest thing around it that is there."""
        while path and path not in self.spans:
            path = path[:-1]
        return self._at(self.spans.get(path))

    def key_place(self, path: TreePath) -> Place:
        """The place of a key, or of the nearest thing around it that is there."""
        while path and path not in self.key_spans and path not in self.spans:
            path = path[:-1]
        return self._at(self.key_spans.get(path) or self.spans.get(path))

    def _at(self, span: Span | None) -> Place:
        return Place(self.name, span.line, span.column) if span else Place(self.name)


def read_yaml(path: Path, name: str | None = None) -> Document:
    """Read a file.

    Raises:
        BadFileError: it cannot be read, or it is not a file of this kind.
    """
    shown_as = one_line(str(path) if name is None else name)
    return parse_yaml(read_bytes(path, shown_as), shown_as)


def parse_yaml(data: bytes, name: str, *, quick: bool = True) -> Document:
    """Read the bytes of a file, from disk, from git or from a pipe.

    Args:
        data: What was read.
        name: What messages call it.
        quick: Use libyaml's parser if it is there. It is 25 times as fast as PyYAML's own, which
            decides wherever the two could differ, so that every machine reads the same.

    Raises:
        BadFileError: this is not a file of this kind.
    """
    text = decode(data, name)
    _check_start(text, name)
    builder = Builder(text, name)
    parser = _read(builder, *parsers(text, name, quick=quick))
    if not isinstance(builder.data, dict):
        raise _no_names(builder, parser)
    document = Document(name, text, builder.data, parser)
    _check_is_the_same_in_1_2(document)
    return document


def _check_is_the_same_in_1_2(document: Document) -> None:
    """Refuse what PyYAML passes over in silence, and a reader of YAML 1.2 does not."""
    text = document.text
    in_doubt = _HASH_WITHOUT_BLANK.search(text)
    for comment in document.comments() if in_doubt else ():
        if _HASH_WITHOUT_BLANK.match(text, comment.start - 1):
            place = place_at(document.name, text, comment.start)
            raise bad_file(place, *trouble.NO_BLANK_BEFORE_HASH)
    if blanks := _BLANKS_AT_THE_END.search(text):
        *_, last = (event for event in document.events() if isinstance(event, ScalarEvent))
        if last.style in ("|", ">"):
            place = place_at(document.name, text, blanks.end() - 1)
            raise bad_file(place, *trouble.BLANKS_AT_THE_END)


def _read(builder: Builder, libyaml: Parser | None, own: Parser) -> Parser:
    """Have the tree built, and say by which of the parsers."""
    if libyaml:
        try:
            builder.careful().build(libyaml)
        except InDoubtError:
            pass
        except (yaml.YAMLError, BadFileError) as error:
            if (
                len(own.source) > MOST_CHARACTERS_READ_TWICE
                or builder.seen > MOST_EVENTS_READ_TWICE
            ):
                raise _explained(builder, error) from error
        else:
            return libyaml
    try:
        builder.build(own)
    except yaml.YAMLError as error:
        raise _explained(builder, error) from error
    return own


def _explained(builder: Builder, error: yaml.YAMLError | BadFileError) -> BadFileError:
    if isinstance(error, BadFileError):
        return error
    return BadFileError([trouble.explain(builder.text, builder.name, error)])


def _check_start(text: str, name: str) -> None:
    # Asking the parser is too late: it passes over some of these lines without a word.
    if "%" in text and (first := _FIRST_LINE.search(text)) and first.group() == "%":
        raise bad_file(place_at(name, text, first.start()), *trouble.DIRECTIVE)


def _no_names(builder: Builder, parser: Parser) -> BadFileError:
    if builder.data is None:
        return bad_file(Place(builder.name), *trouble.EMPTY_FILE)
    hint = trouble.HOW_A_FILE_STARTS
    span = spans_of(parser.events(), builder.text)[0][()]
    place = Place(builder.name, span.line, span.column)
    if isinstance(builder.data, list):
        return bad_file(place, "This file starts with a list.", hint)
    return bad_file(place, "This file has no names with a colon and a space behind them.", hint)
