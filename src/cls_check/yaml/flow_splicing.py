"""Changing one thing inside brackets, on the line where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.yaml.lines import end_of_line, start_of_line
from cls_check.yaml.page import Page, Splice
from cls_check.yaml.writer import in_flow

if TYPE_CHECKING:
    from cls_check.yaml.places import TreePath


def put(page: Page, path: TreePath, value: Any, before: TreePath | None) -> Splice:
    """Write a value behind a name, which may be there; a new one comes after `before`."""
    if path in page.names:
        span = page.values[path]
        page.refuse_comments_between(span.start, span.end)
        blank = " " if span.start == span.end else ""
        return Splice(span.start, span.end, blank + in_flow(value))
    return _inserted(page, path[:-1], f"{path[-1]}: {in_flow(value)}", before)


def add(page: Page, path: TreePath, item: Any) -> Splice:
    """Write an item behind the last one of a list."""
    inside = page.children(path)
    return _inserted(page, path, in_flow(item), inside[-1] if inside else None)


def take(page: Page, path: TreePath) -> Splice:
    """Take an entry out, and the comma beside it."""
    beside = page.children(path[:-1])
    here = beside.index(path)
    if here + 1 < len(beside):
        start, end = _start(page, path), _start(page, beside[here + 1])
    else:
        start, end = _start(page, path), page.values[path].end
        if here:
            start = page.values[beside[here - 1]].end
    page.refuse_comments_between(start, end)
    return Splice(start, end, "")


def _start(page: Page, path: TreePath) -> int:
    return (page.names.get(path) or page.values[path]).start


def _inserted(page: Page, around: TreePath, entry: str, before: TreePath | None) -> Splice:
    if before is None:
        inside = page.children(around)
        at = _start(page, inside[0]) if inside else page.values[around].start + 1
        return Splice(at, at, f"{entry}, " if inside else entry)
    at = page.values[before].end
    return Splice(at, at, f",{_gap(page, before)}{entry}")


def _gap(page: Page, before: TreePath) -> str:
    """What parts an entry from the one before: a line break where each has a line of its own."""
    text, start, end = page.text, _start(page, before), page.values[before].end
    indent = text[start_of_line(text, start) : start]
    rest = text[end : end_of_line(text, end)]
    if indent.strip(" ") or rest.strip(" ,") or end_of_line(text, end) == len(text):
        return " "
    return page.broken(f"\n{indent}")
