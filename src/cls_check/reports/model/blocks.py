"""What a report is made of: values that every form of output can lay out.

A view is sections in sections; a section is blocks. Python reads a block by its class and a template
by its `kind`; both read its fields by the same names, which are an interface: people have
templates of their own. Nobody compares two blocks, and without `eq` the classes are made faster.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from cls_check.reports.model.shown import paragraphs
from cls_check.words.speech import label as words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cls_check.reports.charts.strips import Strip
    from cls_check.reports.model.wording import Said

FEW, SHORT = 3, 12
"""How many columns fit into the narrowest screen, and how many rows are kept on one page."""

TextRole = Literal["plain", "meaning", "note", "label"]
ListRole = Literal["plain", "digest", "prompt", "statements", "lanes", "lines"]
"""Of a list; `lines` is for where room is short."""


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """One paragraph."""

    kind: ClassVar = "text"
    role: TextRole
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """What a mark in the pictures of a list means."""

    chart: Strip | None
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One point of a list: what it is about, what is said, what people wrote, and a picture."""

    lead: str
    href: str
    text: str
    quotes: Sequence[Written]
    chart: Strip | None


@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """A list; `key` and `ends` are for forms with pictures."""

    kind: ClassVar = "list"
    role: ListRole
    label: str
    key: Sequence[Mark]
    ends: Sequence[str]
    items: Sequence[Point]


@dataclass(frozen=True, slots=True, eq=False)
class Finding:
    """A finding with its numbers, what to do next, and what to bear in mind."""

    kind: ClassVar = "finding"
    say: str
    numbers: Sequence[str]
    next: str
    notes: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Quote:
    """What people wrote, under a label that says whose it is."""

    kind: ClassVar = "quote"
    label: str
    quotes: Sequence[Written]


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of a table; its first cell is its head."""

    head: str
    cells: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """Rows of a table under a heading, or under none."""

    heading: str
    rows: Sequence[Row]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table. A short one stays on one page of paper.

    `region` names the area that scrolls where it is wide: with the caption alone, a screen reader
    would say the same words twice.
    """

    kind: ClassVar = "table"
    id: str
    caption: str
    columns: Sequence[str]
    region: str
    wide: bool
    short: bool
    numeric: bool
    groups: Sequence[Group]


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """Something to know, under a label."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, eq=False)
class AgreedAction:
    """What is agreed, whether it is done, and what else is known of it."""

    what: Written
    state: str
    done: bool
    facts: Sequence[Fact]


@dataclass(frozen=True, slots=True, eq=False)
class Actions:
    """Actions, each with what, whether done, and its facts."""

    kind: ClassVar = "actions"
    items: Sequence[AgreedAction]


Block = Text | Points | Finding | Quote | Table | Actions
Written = list[list[str]]
"""What a person wrote: paragraphs of lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Fold:
    """What is folded under the words to open it: paper leaves it out unless it was opened."""

    unfold: str
    blocks: Sequence[Block]


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A heading with what stands under it; `contents` is a shorter name for the list of contents.

    What is `on_page` a page says in place of the blocks, for it has them folded somewhere else.
    """

    id: str
    heading: str
    contents: str
    folded: Sequence[Fold]
    on_page: str
    blocks: Sequence[Block]
    sections: Sequence[Section]


def section(
    anchor: str,
    heading: str,
    blocks: Iterable[Block],
    sections: Sequence[Section] = (),
    *,
    contents: str = "",
    folded: Mapping[str, Sequence[Block]] | None = None,
    on_page: str = "",
) -> Section:
    """A section; `folded` stands on a page alone, each under the words to open it."""
    return Section(
        id=anchor,
        heading=heading,
        contents=contents or heading,
        folded=[Fold(words, list(own)) for words, own in (folded or {}).items()],
        on_page=on_page,
        blocks=list(blocks),
        sections=list(sections),
    )


def text(*sentences: str, role: TextRole = "plain") -> Text:
    """One paragraph of all sentences that are not empty."""
    return Text(role, " ".join(filter(None, sentences)))


def points(
    items: Iterable[Point],
    *,
    label: str = "",
    role: ListRole = "plain",
    key: Iterable[tuple[Strip | None, str]] = (),
    ends: Iterable[str] = (),
) -> Points:
    """A list.

    Where its points have pictures, `key` says what the marks mean, and `ends` are the lowest and
    the highest answer, over them.
    """
    marks = [Mark(chart, told) for chart, told in key]
    return Points(role, label, marks, list(ends), list(items))


def point(
    sentences: str = "",
    *,
    lead: str = "",
    anchor: str = "",
    href: str = "",
    quotes: Sequence[str] = (),
    chart: Strip | None = None,
) -> Point:
    """One point of a list; `anchor` leads to a part of this report, `href` to a file beside it."""
    where = f"#{anchor}" if anchor else href
    return Point(lead, where, sentences, [paragraphs(words) for words in quotes], chart)


def finding(said: Said) -> Finding:
    """A finding as it is said."""
    return Finding(said.say, list(said.numbers), said.next, list(said.notes))


def quote(words: Sequence[str], *, label: str) -> Quote:
    """What people wrote, each a text of its own."""
    return Quote(label, [paragraphs(each) for each in words])


def table(
    anchor: str,
    caption: str,
    columns: Sequence[str],
    groups: Mapping[str, Sequence[Sequence[str]]],
    *,
    numeric: bool = True,
) -> Table:
    """A table with the first cell of each row as its head; "" names rows without a heading."""
    wide = len(columns) > FEW
    return Table(
        id=f"table-{anchor}",
        caption=caption,
        columns=list(columns),
        region=words_of("table.region", caption=caption) if wide else "",
        wide=wide,
        short=sum(map(len, groups.values())) <= SHORT,
        numeric=numeric,
        groups=[
            Group(heading, [Row(row[0], list(row[1:])) for row in rows])
            for heading, rows in groups.items()
        ],
    )


def actions(items: Iterable[AgreedAction]) -> Actions:
    """Actions as one block."""
    return Actions(list(items))
