"""A view as lines for a terminal or a pipe: words and tables, no picture."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple, assert_never

from cls_check.reports.model.blocks import Actions, Finding, Points, Quote, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.reports.model.blocks import Block, Written
    from cls_check.reports.model.view import View

INDENT = "  "
WIDEST_HEAD = 40
"""How wide the first column of a table may be, where its words can be wrapped."""


class Line(NamedTuple):
    """A line, and whether it is a heading."""

    text: str = ""
    heading: bool = False


def lines(view: View, width: int) -> Iterator[Line]:
    """A view of texts, lists and tables from top to bottom, wrapped to `width` columns."""
    yield Line(view.title, heading=True)
    longest = max((len(fact.label) for fact in view.particulars), default=0) + 2
    for fact in view.particulars:
        yield Line(INDENT + f"{fact.label}:".ljust(longest) + fact.value)
    for section in view.sections:
        yield Line()
        yield Line(section.heading, heading=True)
        for number, block in enumerate(section.blocks):
            if number:
                yield Line()
            yield from map(Line, _block(block, width))
    yield Line()
    for told in view.foot:
        yield from map(Line, _wrapped(told, width))


def _block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Text():
            return _text(block, width)
        case Points():
            return _points(block, width)
        case Table():
            return _table(block, width)
        case Finding() | Quote() | Actions():
            raise ValueError("these views have no such block")
        case _:
            assert_never(block)


def _text(block: Text, width: int) -> Iterator[str]:
    yield from _wrapped(block.text, width, INDENT)


def _points(block: Points, width: int) -> Iterator[str]:
    if block.label:
        yield from _wrapped(f"{block.label}:", width, INDENT)
    for item in block.items:
        if item.lead:
            yield from _wrapped(item.lead, width, f"{INDENT}- ", INDENT * 2)
        first = INDENT * 2 if item.lead else f"{INDENT}- "
        if item.text:
            yield from _wrapped(item.text, width, first, INDENT * 2)
        for number, quote in enumerate(item.quotes):
            if number:
                yield ""
            yield from _quoted(quote, width)


def _quoted(paragraphs: Written, width: int) -> Iterator[str]:
    """What people wrote, with a mark before each line that says so."""
    mark = f"{INDENT * 2}| "
    for number, written in enumerate(paragraphs):
        if number:
            yield mark.rstrip()
        for line in written:
            yield from _wrapped(line, width, mark)


def _table(block: Table, width: int) -> Iterator[str]:
    rows = [[row.head, *row.cells] for group in block.groups for row in group.rows]
    columns = [block.columns, *rows]
    widths = [max(len(row[place]) for row in columns) for place in range(len(block.columns))]
    widths[0] = min(widths[0], max(WIDEST_HEAD, width - sum(widths[1:]) - 2 * len(widths)))
    yield from _wrapped(f"{block.caption}:", width, INDENT)
    for number, part in enumerate(_side_by_side(widths, width)):
        if number:
            yield ""
        shown = [widths[0], *widths[part]]
        yield from _row([block.columns[0], *block.columns[part]], shown)
        for group in block.groups:
            if group.heading:
                yield from _wrapped(group.heading, width, INDENT)
            for row in group.rows:
                yield from _row([row.head, *[row.head, *row.cells][part]], shown)


def _side_by_side(widths: Sequence[int], width: int) -> Iterator[slice]:
    """Which columns fit beside the first; those that do not follow below, beside it once more."""
    start = 1
    while start < len(widths):
        end, left = start + 1, width - len(INDENT) - widths[0] - widths[start] - 2
        while end < len(widths) and widths[end] + 2 <= left:
            left -= widths[end] + 2
            end += 1
        yield slice(start, end)
        start = end


def _row(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    head, *more = textwrap.wrap(row[0], widths[0]) or [""]
    numbers = "".join(f"  {cell:>{wide}}" for cell, wide in zip(row[1:], widths[1:], strict=True))
    yield f"{INDENT}{head:<{widths[0]}}{numbers}"
    yield from (INDENT + line for line in more)


def _wrapped(words: str, width: int, first: str = "", later: str | None = None) -> list[str]:
    return textwrap.wrap(
        words,
        max(width, 20),
        initial_indent=first,
        subsequent_indent=first if later is None else later,
        break_on_hyphens=False,
    )
