"""YAML read into plain texts, lists and maps, fast and without harm.

It is for showing, not for using: nothing is checked but what could do harm or be lost. The reader
that checks everything is `cls_check.yaml.reader`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST, DEEPEST = 5_000_000, 32
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotOursError(Exception):
    """This is nothing that we can show in another form."""


def plain_tree(data: bytes) -> tuple[dict[str, Any], list[str]]:
    """A map of texts, and the lines that are comments.

    Raises:
        NotOursError: it is no map, it is broken, or it holds what no file of ours does.
    """
    if len(data) > LARGEST:
        raise NotOursError
    try:
        text = data.decode("utf-8-sig")
        events = yaml.parse(text, Loader=LOADER)
        builder = _Builder(events)
        tree = builder.document()
    except (yaml.YAMLError, UnicodeError) as error:
        raise NotOursError from error
    if not isinstance(tree, dict):
        raise NotOursError
    return tree, list(_comments(text, builder.in_words))


class _Builder:
    """Makes values of events; what could stand for millions of others is refused."""

    def __init__(self, events: Iterator[Any]) -> None:
        self._events = events
        self.in_words: set[int] = set()
        """The lines that belong to a text of several lines; # is no comment there."""

    def document(self) -> Any:
        """The one document of the stream."""
        next(self._events)  # the stream begins
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            raise NotOursError
        tree = self._value(next(self._events), 0)
        next(self._events)  # the document ends
        if not isinstance(next(self._events), yaml.StreamEndEvent):
            raise NotOursError
        return tree

    def _value(self, event: Any, depth: int) -> Any:
        if depth > DEEPEST or isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise NotOursError
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return list(self._items(depth))
        return self._map(depth)

    def _scalar(self, event: Any) -> str:
        self.in_words.update(range(event.start_mark.line + 1, event.end_mark.line))
        value: str = event.value
        return value

    def _items(self, depth: int) -> Iterator[Any]:
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._value(event, depth + 1)

    def _map(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._value(event, depth + 1)
            if not isinstance(key, str) or key in found:
                raise NotOursError
            found[key] = self._value(next(self._events), depth + 1)
        return found


def _comments(text: str, in_words: set[int]) -> Iterator[str]:
    for number, line in enumerate(text.splitlines()):
        if line.lstrip().startswith("#") and number not in in_words:
            yield line.strip()
