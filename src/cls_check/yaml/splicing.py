"""Changing one thing in the text of a YAML file: nothing else in it moves, and comments stay.

There are four changes: put a value behind a name, take a name out, add an item to a list, remove
one. Each gives a splice. Nothing here proves that the file then says what it should: whoever
makes a splice does, see `cls_check.files.assessments.splicing`.

A comment belongs to what stands above it where it is further in; else it stands by itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cls_check.yaml import flow_splicing as in_brackets
from cls_check.yaml.lines import end_of_line, next_line, start_of_line
from cls_check.yaml.page import WIDEST_STEP, Page, Splice
from cls_check.yaml.writer import Block, beside_its_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.yaml.comments import Comment
    from cls_check.yaml.places import TreePath

_FIRST_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)(?:[ ]*(?:\r\n|\r|\n))*( *)[^ \r\n]")
"""From the sign of a block to the first line that is not blank, with its indent."""


def put(page: Page, path: TreePath, value: Any, earlier: Sequence[str] = ()) -> Splice:
    """Write a value behind a name.

    Args:
        page: What to change.
        path: Where; all but its last step is there.
        value: A text, a block, a number, a word, or a list of groups; a group as `Flow`.
        earlier: The names that stand before a new one, in the order in which they should.

    Raises:
        ClsCheckError: a comment stands in the way.
    """
    around = path[:-1]
    there = [(*around, name) for name in earlier if (*around, name) in page.names]
    before = there[-1] if there else None
    if page.is_in_brackets(around):
        return in_brackets.put(page, path, value, before)
    if path in page.names:
        return _list_behind(page, path, value) if _is_list(value) else _behind(page, path, value)
    if before is None:
        return _first(page, path, value)
    column = page.names[before].column
    lines = _named(page, path, value, _blanks(column))
    return _lines_at(page, page.reach(before, column), lines, after=before)


def take(page: Page, path: TreePath) -> Splice:
    """Take a name and its value out.

    The comments of the items of a list go with them, all others are kept, each on its own line.

    Raises:
        ClsCheckError: a comment stands in the way.
    """
    if page.is_in_brackets(path[:-1]):
        return in_brackets.take(page, path)
    name, text = page.names[path], page.text
    start = start_of_line(text, name.start)
    if text[start : name.start].strip():
        return _take_beside_dash(page, path)
    end = page.end_of_gap(start, page.reach(path, name.column))
    gone = _comments_of_items(page, path)
    kept = [one for one in page.comments_between(start, end) if one not in gone]
    lines = "".join(f"{_blanks(name.column)}{one.text}\n" for one in kept)
    return Splice(start, end, page.broken(lines), gone)


def add(page: Page, path: TreePath, item: Mapping[str, Any]) -> Splice:
    """Write an item behind the last one of a list that is not empty."""
    if page.is_in_brackets(path):
        return in_brackets.add(page, path, item)
    last, column = page.children(path)[-1], page.values[path].column
    span = page.values[last]
    beside_dash = span.start - start_of_line(page.text, span.start) + 1 == span.column
    wide = span.column - column if beside_dash and not page.is_in_brackets(last) else 2
    lines = _item(item, _blanks(column), wide, page.step(path))
    return _lines_at(page, page.reach(last, column), lines, after=last)


def remove(page: Page, path: TreePath) -> Splice:
    """Take one of several items out, with the comments that belong to it.

    Raises:
        ClsCheckError: a comment stands in the way.
    """
    if page.is_in_brackets(path[:-1]):
        return in_brackets.take(page, path)
    start, end = _lines_of_item(page, path)
    gone = page.comments_between(start, end)
    return Splice(start, page.end_of_gap(start, end), "", gone)


def _blanks(column: int) -> str:
    return " " * (column - 1)


def _is_list(value: Any) -> bool:
    return isinstance(value, list)


# What is written


def _named(page: Page, path: TreePath, value: Any, indent: str) -> str:
    """The lines of a name and its value."""
    step = page.step(path)
    if _is_list(value):
        return f"{indent}{path[-1]}:\n{_items(page, path, value, indent)}"
    return f"{indent}{path[-1]}: {beside_its_name(value, indent + ' ' * step, step)}"


def _items(page: Page, path: TreePath, items: Sequence[Mapping[str, Any]], indent: str) -> str:
    dash = indent + " " * page.step_to_dash(path)
    return "\n".join(_item(item, dash, 2, page.step(path)) for item in items)


def _item(item: Mapping[str, Any], dash: str, wide: int, step: int) -> str:
    """The lines of an item; its names stand `wide` further in than its dash."""
    indent = dash + " " * wide
    deeper = indent + " " * step
    lines = (f"{name}: {beside_its_name(value, deeper, step)}" for name, value in item.items())
    return f"{dash}-{' ' * (wide - 1)}" + f"\n{indent}".join(lines)


# Where it is written


def _lines_at(page: Page, at: int, lines: str, *, after: TreePath) -> Splice:
    """Write lines where a line starts, or where the file ends in the middle of one."""
    text = page.text
    if at < len(text) or text.endswith(("\n", "\r")):
        return Splice(at, at, page.broken(f"{lines}\n"))
    last = page.last_inside(after)
    sign = page.block_sign(last)
    if not sign or "-" in sign[1] or page.values[last].end < start_of_line(text, at):
        return Splice(at, at, page.broken(f"\n{lines}\n"))
    # A line end that the block lacked so far would become part of it.
    kept = sign[0].replace("+", "") + "-" + text[sign.end() :]
    return Splice(sign.start(), at, kept + page.broken(f"\n{lines}\n"))


def _first(page: Page, path: TreePath, value: Any) -> Splice:
    """Write a name before all others of its group."""
    name = page.names[page.children(path[:-1])[0]]
    indent = _blanks(name.column)
    lines = _named(page, path, value, indent).removeprefix(indent)
    return Splice(name.start, name.start, page.broken(f"{lines}\n{indent}"))


def _list_behind(page: Page, path: TreePath, items: Sequence[Mapping[str, Any]]) -> Splice:
    """Write the items of a list that was empty."""
    text, name, end = page.text, page.names[path], page.values[path].end
    colon, below = page.behind_colon(path), next_line(page.text, end)
    page.refuse_comments_between(colon, end)
    reach = page.reach(path, name.column)
    comment = _set_off(text[end : end_of_line(text, end)])
    between = text[below:reach]
    lines = _items(page, path, items, _blanks(name.column))
    head = page.broken(f"{comment}\n") + between
    if not head.endswith(("\n", "\r")):
        head += page.broken("\n")
    return Splice(colon, reach, head + page.broken(f"{lines}\n"))


def _behind(page: Page, path: TreePath, value: Any) -> Splice:
    """Write a value where another one stands; a comment on its line stays on that line."""
    span = page.values[path]
    if page.text[span.start : span.start + 1] in ("{", "["):
        page.refuse_comments_between(span.start, span.end)
    if isinstance(value, Block):
        indent = _indent_of_block(page, path)
        if not _would_swallow_a_comment(page, span.end, indent):
            return _block_behind(page, path, value, indent)
        value = str(value)
    end, comment = span.end, ""
    if page.block_sign(path):
        end, comment = _end_and_comment(page, path)
    blank = " " if span.start == page.behind_colon(path) else ""
    return Splice(span.start, end, f"{blank}{beside_its_name(value, '')}{comment}")


def _block_behind(page: Page, path: TreePath, value: Block, indent: int) -> Splice:
    start, (end, comment) = _start_of_block(page, path), _end_and_comment(page, path)
    blank = " " if start == page.behind_colon(path) else ""
    step = indent - page.names[path].column + 1
    sign, *lines = beside_its_name(value, " " * indent, step).split("\n")
    return Splice(start, end, page.broken("\n".join([f"{blank}{sign}{comment}", *lines])))


def _end_and_comment(page: Page, path: TreePath) -> tuple[int, str]:
    """Where the last line of a value ends, and the comment beside the value or its sign."""
    text, end = page.text, page.values[path].end
    sign = page.block_sign(path)
    last = end_of_line(text, end)
    comment = text[sign.end() : end_of_line(text, sign.end())] if sign else text[end:last]
    return last, _set_off(comment)


def _set_off(comment: str) -> str:
    """A comment with the blank before it that a sign or a name needs; behind a quote none does."""
    comment = comment.rstrip(" \t")
    return f" {comment}" if comment.startswith("#") else comment


def _indent_of_block(page: Page, path: TreePath) -> int:
    """How far in the lines of a block stand: as the old ones do, or as is usual around here."""
    outer, sign = page.names[path].column - 1, page.block_sign(path)
    if sign:
        told = re.search(r"[1-9]", sign[1])
        lines = _FIRST_LINE.match(page.text, sign.end(), page.values[path].end)
        found = outer + int(told[0]) if told else len(lines[1]) if lines else outer
        if outer < found <= outer + WIDEST_STEP:
            return found
    return outer + page.step(path)


def _start_of_block(page: Page, path: TreePath) -> int:
    """The sign of a block stands on the line of its name, unless a comment is in between."""
    colon, start = page.behind_colon(path), page.values[path].start
    between = page.text[colon:start]
    return colon if "\n" in between.replace("\r", "\n") and not between.strip() else start


def _would_swallow_a_comment(page: Page, end: int, indent: int) -> bool:
    """Whether a comment below is so far in that it would become part of a block here."""
    below = end_of_line(page.text, end)
    comment = next((one.start for one in page.comments if one.start > below), None)
    if comment is None or page.text[below:comment].strip():
        return False
    return comment - start_of_line(page.text, comment) >= indent


# What is taken out


def _take_beside_dash(page: Page, path: TreePath) -> Splice:
    """The first name of an item goes, and the second comes in its place."""
    name = page.names[path]
    later = [page.names[one].start for one in page.children(path[:-1])[1:]]
    end = later[0] if later else page.values[path].end
    kept = page.comments_between(name.start, end)
    lines = "".join(f"{one.text}\n{_blanks(name.column)}" for one in kept)
    return Splice(name.start, end, page.broken(lines))


def _comments_of_items(page: Page, path: TreePath) -> tuple[Comment, ...]:
    if not _is_list(page.value(path)) or page.is_in_brackets(path):
        return ()
    lines = [_lines_of_item(page, item) for item in page.children(path)]
    return tuple(one for start, end in lines for one in page.comments_between(start, end))


def _lines_of_item(page: Page, path: TreePath) -> tuple[int, int]:
    """Where an item of a list starts, with the line of its dash, and where the next line starts."""
    text, around = page.text, path[:-1]
    column, number = page.values[around].column, int(path[-1])
    dash = page.values[around].start
    if number:
        before = page.values[(*around, number - 1)].end
        sign = re.compile(rf"(?<=[\r\n]) {{{column - 1}}}-(?=[ \t\r\n])")
        found = sign.search(text, before)
        dash = found.end() - 1 if found else page.values[path].start
    return start_of_line(text, dash), page.reach(path, column)
