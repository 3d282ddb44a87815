"""From the parser's events to a tree of plain values, one event at a time, without recursion."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from cls_check.errors import BadFileError, Place
from cls_check.messages import code_point, quoted
from cls_check.yaml import trouble
from cls_check.yaml.places import TreePath, spans_of
from cls_check.yaml.text import FORBIDDEN, bad_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cls_check.yaml.parsers import Parser
    from cls_check.yaml.places import Event

DEEPEST = 32
MOST_THINGS = 100_000
"""Names, texts, numbers, lists and groups together; a finished assessment has about 2,000."""

LONGEST_NUMBER = 38
"""In characters, with at most 18 digits on each side of the point; longer ones stay text."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?")
_WORDS: dict[str, Any] = {"": None, "~": None, "null": None, "true": True, "false": False}


def typed(text: str) -> Any:
    """What an unquoted text stands for: nothing, yes or no, a number, or itself."""
    if len(text) > LONGEST_NUMBER:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in "-0123456789":
        return text
    number = _NUMBER.fullmatch(text)
    if not number:
        return text
    return Decimal(text) if number[1] else int(text)


class InDoubtError(Exception):
    """Here libyaml and PyYAML's own parser may differ, and PyYAML's own is to decide."""


class _Level(NamedTuple):
    holds: Any
    flow: bool


class Builder:
    """Builds the tree of one file.

    Attributes:
        data: The tree, once built.
        seen: How many events were looked at.
    """

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.data: Any = None
        self._careful = False
        self._clear()
        self._steps: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._start,
            SequenceStartEvent: self._start,
            MappingEndEvent: self._end,
            SequenceEndEvent: self._end,
            AliasEvent: self._alias,
            DocumentStartEvent: self._document,
            DocumentEndEvent: lambda _: None,
            StreamStartEvent: lambda _: None,
        }

    def _clear(self) -> None:
        self.seen = 0
        self._key: Event | None = None
        self._holds: Any = []
        self._levels = [_Level(self._holds, flow=False)]

    def careful(self) -> Builder:
        """Have the next `build` raise InDoubtError where the two parsers may differ."""
        self._careful = True
        return self

    def build(self, parser: Parser) -> Builder:
        """Look at all events, and keep none: they take up five times the room of the tree.

        Raises:
            BadFileError: something that has no place in a file of this kind.
            InDoubtError: see `careful`.
        """
        self._clear()
        self._parser = parser
        try:
            self._look_at(parser.events())
        finally:
            self._careful = False
        tree = self._levels[0].holds
        self.data = tree[0] if tree else None
        return self

    def _look_at(self, events: Iterator[Event]) -> None:
        steps = self._steps
        for event in islice(events, MOST_THINGS):
            kind = type(event)
            if kind is StreamEndEvent:
                return
            self.seen += 1
            steps[kind](event)
        raise self._wrong(event, trouble.TOO_MANY)

    def _wrong(self, event: Event, advice: tuple[str, str]) -> BadFileError:
        mark = event.start_mark
        return bad_file(Place(self.name, mark.line + 1, mark.column + 1), *advice)

    def _document(self, event: Event) -> None:
        if self.seen > 2:
            raise self._wrong(event, trouble.SECOND_DOCUMENT)
        if event.version or event.tags:
            raise self._wrong(event, trouble.DIRECTIVE)

    def _alias(self, event: Event) -> None:
        raise self._wrong(event, trouble.ALIAS)

    def _refuse_marks(self, event: Event) -> None:
        # Of `!!str &name x` the first that stands there is named.
        sign = self.text[event.start_mark.index : event.start_mark.index + 1]
        advice = trouble.ANCHOR if sign == "&" else trouble.TAG
        raise self._wrong(event, advice)

    def _scalar(self, event: Event) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)
        text = event.value
        plain = event.implicit[0]
        if not plain or "?" in text:
            self._look_closer(event)
        if self._levels[-1].flow and self.text[event.start_mark.index - 1] == "?":
            raise self._wrong(event, trouble.QUESTION_MARK)  # for YAML 1.1 it is a sign of its own
        key = self._key
        if type(self._holds) is list:
            self._holds.append(typed(text) if plain else text)
        elif key is None:
            self._take_key(event)
        else:
            if plain and not text:
                self._check_colon(key, event)
            self._holds[key.value] = typed(text) if plain else text
            self._key = None

    def _look_closer(self, event: Event) -> None:
        style = event.style
        if style == '"' and (hidden := FORBIDDEN.search(event.value)):
            fact = f"The character {code_point(hidden.group())} cannot be seen and has no use here."
            raise self._wrong(event, (fact, "Delete the backslash and what belongs to it."))
        if not self._careful:
            return
        if style in ("|", ">"):
            # libyaml takes `|#` for a comment, which wants a space before it.
            start = event.start_mark.index + 1
            if "#" in self.text[start : start + 3].split(" ")[0]:
                raise InDoubtError
        elif style != '"' and style != "'" and self._levels[-1].flow:
            # Inside brackets, a "?" ends a text for PyYAML and is part of it for libyaml.
            raise InDoubtError

    def _check_colon(self, key: Event, value: Event) -> None:
        between = self.text[key.end_mark.index : value.start_mark.index]
        if not between.lstrip().startswith(":"):
            raise self._wrong(key, trouble.no_colon(key.value))

    def _take_key(self, event: Event) -> None:
        text = event.value
        if not text:
            raise self._wrong(event, trouble.EMPTY_NAME)
        if text == "<<" and event.implicit[0]:
            raise self._wrong(event, trouble.MERGE)
        if text in self._holds:
            raise self._second(event)
        self._key = event

    def _second(self, event: Event) -> BadFileError:
        here = event.start_mark.index
        before = takewhile(lambda one: one.start_mark.index < here, self._parser.events())
        first = spans_of(before, self.text)[1][(*self._path(), event.value)]
        hint = f"It stands first in line {first.line}. Keep one of the two."
        return self._wrong(event, (f"{quoted(event.value)} stands here a second time.", hint))

    def _path(self) -> TreePath:
        """Where in the tree the group is that is being filled: always the latest of its parent."""
        holders = [level.holds for level in self._levels[1:-1]]
        return tuple(
            len(holds) - 1 if type(holds) is list else next(reversed(holds)) for holds in holders
        )

    def _start(self, event: Event) -> None:
        if event.tag is not None or event.anchor is not None:
            self._refuse_marks(event)
        if len(self._levels) > DEEPEST:
            raise self._wrong(event, trouble.TOO_DEEP)
        fresh: Any = {} if type(event) is MappingStartEvent else []
        if type(self._holds) is list:
            self._holds.append(fresh)
        elif self._key is None:
            raise self._wrong(event, trouble.LIST_AS_NAME)
        else:
            self._holds[self._key.value] = fresh
        self._levels.append(_Level(fresh, event.flow_style))
        self._holds, self._key = fresh, None

    def _end(self, _: Event) -> None:
        self._levels.pop()
        self._holds, self._key = self._levels[-1].holds, None
