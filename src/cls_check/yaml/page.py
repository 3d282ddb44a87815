"""A YAML file as somebody who edits it sees it: lines, columns, brackets and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.errors import ClsCheckError, Place
from cls_check.yaml.lines import end_of_line, line_break_of, next_line
from cls_check.yaml.text import place_at

if TYPE_CHECKING:
    from cls_check.yaml.comments import Comment
    from cls_check.yaml.places import Span, TreePath
    from cls_check.yaml.reader import Document

USUAL_STEP = 2
WIDEST_STEP = 9
"""How much further in a block can be told to stand."""

_BLOCK_SIGN = re.compile(r"[|>]([0-9+-]*)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*")


class Splice(NamedTuple):
    """What to write in place of a stretch of a text, and the comments that go with that stretch."""

    start: int
    end: int
    text: str
    gone: tuple[Comment, ...] = ()

    def into(self, text: str) -> str:
        """The text after it."""
        return text[: self.start] + self.text + text[self.end :]


@dataclass(frozen=True)
class Page:
    """A document to change."""

    document: Document

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def values(self) -> dict[TreePath, Span]:
        return self.document.spans

    @property
    def names(self) -> dict[TreePath, Span]:
        return self.document.key_spans

    @cached_property
    def comments(self) -> tuple[Comment, ...]:
        return self.document.comments()

    def comments_between(self, start: int, end: int) -> tuple[Comment, ...]:
        return tuple(one for one in self.comments if start <= one.start < end)

    def refuse_comments_between(self, start: int, end: int) -> None:
        """Go on only where no comment stands, for it would be lost.

        Raises:
            ClsCheckError: one stands there.
        """
        for comment in self.comments_between(start, end):
            raise ClsCheckError.of(
                "A comment stands inside what is to be changed, and it would be lost.",
                "Nothing was written. Put the comment on a line of its own above, outside the "
                "brackets, then try again. Or make the change by hand.",
                self.place(comment.start),
            )

    def place(self, index: int) -> Place:
        return place_at(self.document.name, self.text, index)

    def broken(self, lines: str) -> str:
        """Lines of ours with the line ends of this file."""
        return lines.replace("\n", line_break_of(self.text))

    def value(self, path: TreePath) -> Any:
        found = self.document.data
        for step in path:
            found = found[step]
        return found

    def children(self, path: TreePath) -> list[TreePath]:
        """The paths of what a group or list holds, in the order of the file."""
        value = self.value(path)
        steps = value if isinstance(value, dict) else range(len(value))
        return [(*path, step) for step in steps]

    def is_in_brackets(self, path: TreePath) -> bool:
        """Whether a group or list is written as `{...}` or `[...]`."""
        start = self.values[path].start
        return self.text[start : start + 1] in ("{", "[")

    def behind_colon(self, path: TreePath) -> int:
        return self.text.index(":", self.names[path].end) + 1

    def block_sign(self, path: TreePath) -> re.Match[str] | None:
        """The `|` or `>` and what belongs to it, where a value is a block."""
        return _BLOCK_SIGN.match(self.text, self.values[path].start)

    def reach(self, path: TreePath, column: int) -> int:
        """Where the line starts that does not belong to a value any more.

        Comments that are further in than the column belong to it, also after blank lines.
        """
        text = self.text
        index = next_line(text, self.values[path].end)
        sign = self.block_sign(self.last_inside(path))
        if sign and "+" in sign[1]:
            index = _end_of_blank_lines(text, index)
        reached = index
        while (start := _end_of_blank_lines(text, index)) < len(text):
            line = text[start : end_of_line(text, start)]
            indent = len(line) - len(line.lstrip(" "))
            if line[indent : indent + 1] != "#" or indent < column:
                break
            reached = index = next_line(text, start)
        return reached

    def end_of_gap(self, start: int, end: int) -> int:
        """Where a gap ends that is made from `start` on.

        Blank lines below would become part of a block above that keeps its last line ends.
        """
        above = [path for path, span in self.values.items() if span.start < start]
        sign = self.block_sign(max(above, key=lambda path: self.values[path].start))
        return _end_of_blank_lines(self.text, end) if sign and "+" in sign[1] else end

    def last_inside(self, path: TreePath) -> TreePath:
        """The text or number that a value ends with."""
        while isinstance(self.value(path), dict | list) and (inside := self.children(path)):
            path = inside[-1]
        return path

    def step(self, path: TreePath) -> int:
        """How much further in a group stands than its name, around here."""
        for length in range(len(path), 1, -1):
            inner, outer = self.names.get(path[:length]), self.names.get(path[: length - 1])
            if inner and outer and inner.line > outer.line and inner.column > outer.column:
                found = inner.column - outer.column
                return found if found <= WIDEST_STEP else USUAL_STEP
        return USUAL_STEP

    def step_to_dash(self, path: TreePath) -> int:
        """How much further in the dashes of a list stand than its name, around here."""
        lists = [other for other in self.names if self._is_list_of_lines(other)]
        if not lists:
            return self.step(path)
        nearest = max(lists, key=lambda other: _shared(other, path))
        return self.values[nearest].column - self.names[nearest].column

    def _is_list_of_lines(self, path: TreePath) -> bool:
        return (*path, 0) in self.values and not self.is_in_brackets(path)


def _end_of_blank_lines(text: str, index: int) -> int:
    found = _BLANK_LINES.match(text, index)
    return found.end() if found else index


def _shared(one: TreePath, other: TreePath) -> int:
    """How many steps two paths have in common."""
    together = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(together) if a != b), min(len(one), len(other)))
