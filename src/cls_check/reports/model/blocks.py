"""What a report is made of: plain dicts that every form of output can lay out.

A view is sections in sections; a section is blocks. All keys of a kind are always there, so a
template that misspells one is told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.reports.model.shown import paragraphs
from cls_check.words.speech import label as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cls_check.reports.charts.strips import Strip
    from cls_check.reports.model.wording import Said

FEW, SHORT = 3, 12
"""How many columns fit into the narrowest screen, and how many rows are kept on one page."""

Block = dict[str, Any]
"""Has `kind`: text, list, finding, quote, table or actions."""


def section(
    anchor: str,
    heading: str,
    blocks: Iterable[Block],
    sections: Sequence[Block] = (),
    *,
    contents: str = "",
    folded: Mapping[str, Sequence[Block]] | None = None,
    on_page: str = "",
) -> Block:
    """A heading with what stands under it; `contents` is a shorter name for the list of contents.

    What is folded, under the words to open it, stands on a page alone: paper leaves it out unless
    it was opened. What is `on_page` a page says in place of the blocks, for it has them folded
    somewhere else.
    """
    return {
        "id": anchor,
        "heading": heading,
        "contents": contents or heading,
        "folded": [{"unfold": words, "blocks": list(own)} for words, own in (folded or {}).items()],
        "on_page": on_page,
        "blocks": list(blocks),
        "sections": list(sections),
    }


def text(*sentences: str, role: str = "plain") -> Block:
    """One paragraph; the role is plain, meaning, note or label."""
    return {"kind": "text", "role": role, "text": " ".join(filter(None, sentences))}


def points(
    items: Iterable[Block],
    *,
    label: str = "",
    role: str = "plain",
    key: Iterable[tuple[Strip | None, str]] = (),
    ends: Iterable[str] = (),
) -> Block:
    """A list; the role is plain, digest, prompt, statements, lanes, or lines where room is short.

    Where its points have pictures, `key` says what the marks mean, and `ends` are the lowest and
    the highest answer, over them. Forms without pictures have no use for either.
    """
    return {
        "kind": "list",
        "role": role,
        "label": label,
        "key": [{"chart": chart or {}, "text": told} for chart, told in key],
        "ends": list(ends),
        "items": list(items),
    }


def point(
    sentences: str = "",
    *,
    lead: str = "",
    anchor: str = "",
    href: str = "",
    quotes: Sequence[str] = (),
    chart: Strip | None = None,
) -> Block:
    """One point of a list: what it is about, what is said, what people wrote, and a picture.

    `anchor` leads to a part of this report, `href` to another file beside it.
    """
    return {
        "lead": lead,
        "href": f"#{anchor}" if anchor else href,
        "text": sentences,
        "quotes": [paragraphs(words) for words in quotes],
        "chart": chart or {},
    }


def finding(said: Said) -> Block:
    """A finding with its numbers, what to do next, and what to bear in mind."""
    return {
        "kind": "finding",
        "say": said.say,
        "numbers": list(said.numbers),
        "next": said.next,
        "notes": list(said.notes),
    }


def quote(words: Sequence[str], *, label: str) -> Block:
    """What people wrote, under a label that says whose it is."""
    return {"kind": "quote", "label": label, "quotes": [paragraphs(each) for each in words]}


def table(
    anchor: str,
    caption: str,
    columns: Sequence[str],
    groups: Mapping[str, Sequence[Sequence[str]]],
    *,
    numeric: bool = True,
) -> Block:
    """A table with the first cell of each row as its head; "" names rows without a heading.

    A short one stays on one page of paper. `region` names the area that scrolls where it is wide:
    with the caption alone, a screen reader would say the same words twice.
    """
    return {
        "kind": "table",
        "id": f"table-{anchor}",
        "caption": caption,
        "columns": list(columns),
        "region": words_of("table.region", caption=caption) if len(columns) > FEW else "",
        "wide": len(columns) > FEW,
        "short": sum(map(len, groups.values())) <= SHORT,
        "numeric": numeric,
        "groups": [
            {"heading": heading, "rows": [{"head": row[0], "cells": list(row[1:])} for row in rows]}
            for heading, rows in groups.items()
        ],
    }


def actions(items: Iterable[Block]) -> Block:
    """Actions, each with what, whether done, and its facts."""
    return {"kind": "actions", "items": list(items)}
