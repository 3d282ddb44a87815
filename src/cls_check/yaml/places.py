"""Where each value and key of a YAML file stands, worked out from the parser's events.

This is a second walk, made only when somebody asks: most files are right, and need no places.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from yaml.events import (
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

TreePath = tuple[str | int, ...]

Event = Any
"""One of PyYAML's events; its stubs allow events without marks, its parsers make none."""

Mark = Any
"""PyYAML's own, or the one of its C parser, which is of another class."""


class Span(NamedTuple):
    """A stretch of text; lines and columns count from 1, `text[start:end]` is what stands there.

    A literal block starts at its `|` and ends with its last visible character; a value that is not
    there stands right behind its colon.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    start: int
    end: int


Spans = dict[TreePath, Span]


@dataclass(slots=True)
class _Open:
    """A group or list whose end has not come yet."""

    path: TreePath
    event: Event
    key: Event | None = None
    count: int = 0
    last: Span | None = None

    @property
    def wants_key(self) -> bool:
        return self.key is None and isinstance(self.event, MappingStartEvent)


def spans_of(events: Iterable[Event], text: str) -> tuple[Spans, Spans]:
    """The spans of all values, and those of all keys, by the path of the value."""
    values: Spans = {}
    keys: Spans = {}
    levels: list[_Open] = []
    for event in events:
        if isinstance(event, CollectionEndEvent):
            ended = levels.pop()
            _note(values, levels, ended.path, _whole(ended, event))
            continue
        if not isinstance(event, ScalarEvent | CollectionStartEvent):
            continue
        level = levels[-1] if levels else None
        if isinstance(event, ScalarEvent) and level and level.wants_key:
            level.key = event
            keys.setdefault((*level.path, event.value), _between(event.start_mark, event.end_mark))
            continue
        path = _path_of_next(level)
        if isinstance(event, CollectionStartEvent):
            values[path] = _between(event.start_mark, event.end_mark)
            levels.append(_Open(path, event))
        else:
            _note(values, levels, path, _of_scalar(event, level, text))
    return values, keys


def _note(values: Spans, levels: list[_Open], path: TreePath, span: Span) -> None:
    values[path] = span
    if levels:
        level = levels[-1]
        level.last, level.key, level.count = span, None, level.count + 1


def _path_of_next(level: _Open | None) -> TreePath:
    if level is None:
        return ()
    if isinstance(level.event, SequenceStartEvent):
        return (*level.path, level.count)
    return (*level.path, level.key.value) if level.key else level.path


def _between(start: Mark, end: Mark) -> Span:
    return Span(
        start.line + 1, start.column + 1, end.line + 1, end.column + 1, start.index, end.index
    )


def _whole(level: _Open, event: Event) -> Span:
    span = _between(level.event.start_mark, event.end_mark)
    if level.event.flow_style or level.last is None:
        return span
    # The parser ends a block where the next thing starts; its last line is meant.
    end = level.last
    return span._replace(end_line=end.end_line, end_column=end.end_column, end=end.end)


def _of_scalar(event: Event, level: _Open | None, text: str) -> Span:
    start = event.start_mark
    if event.style in ("|", ">"):
        end = start.index + len(text[start.index : event.end_mark.index].rstrip())
        line, column = _after(start, text[start.index : end])
        return Span(start.line + 1, start.column + 1, line, column, start.index, end)
    if start.index == event.end_mark.index and level and level.key:
        key_end = level.key.end_mark
        colon = text.find(":", key_end.index) + 1
        line, column = _after(key_end, text[key_end.index : colon])
        return Span(line, column, line, column, colon, colon)
    return _between(start, event.end_mark)


def _after(mark: Mark, passed: str) -> tuple[int, int]:
    """Line and column behind a stretch of text that starts at a mark."""
    lines = passed.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) == 1:
        return mark.line + 1, mark.column + 1 + len(passed)
    return mark.line + len(lines), len(lines[-1]) + 1
