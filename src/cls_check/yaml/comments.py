"""The comments of a YAML file, which no parser tells of: what `#` begins outside of all texts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml.events import ScalarEvent

from cls_check.yaml.lines import end_of_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cls_check.yaml.places import Event

_COMMENT = re.compile(r"#[^\r\n]*")


class Comment(NamedTuple):
    """A comment from its `#` to the last visible character of its line."""

    start: int
    text: str


def comments_in(text: str, events: Iterable[Event]) -> tuple[Comment, ...]:
    """Every comment of a text of which these are the events, in the order of the file."""
    return tuple(_comments(text, [one for one in events if isinstance(one, ScalarEvent)]))


def _comments(text: str, scalars: Iterable[Event]) -> Iterator[Comment]:
    done = 0
    for event in scalars:
        start, end = event.start_mark.index, event.end_mark.index
        yield from _between(text, done, start)
        done = max(done, end)
        if event.style in ("|", ">"):
            # Behind the sign there is room for a comment; below it everything is text.
            yield from _between(text, start, end_of_line(text, start))
    yield from _between(text, done, len(text))


def _between(text: str, start: int, end: int) -> Iterator[Comment]:
    for found in _COMMENT.finditer(text, start, end):
        yield Comment(found.start(), found.group().rstrip(" \t"))
