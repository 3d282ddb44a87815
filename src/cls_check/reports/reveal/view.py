"""What the reveal says: values for a page and for a terminal, in which nothing is hidden any more.

The shapes of the pictures are fields of their own, so that only a page needs to know them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.reports.model.blocks import Block, Written


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """How high the strips of some rows are, and what can be seen of each."""

    height: int
    view_box: str


@dataclass(frozen=True, slots=True, eq=False)
class ShownRow:
    """One group's answers, in numbers, in words and as a strip of columns."""

    group: str
    name: str
    counted: int
    people_or_answers: str
    counts: Sequence[int]
    did_not_know: int
    typical: str
    nearest: str
    words: str
    strip: str


@dataclass(frozen=True, slots=True, eq=False)
class ShownStatement:
    """A statement with each group's answers, or what is said where they may not be shown."""

    id: str
    text: str
    say: str
    rows: Sequence[ShownRow]
    together: ShownRow | None
    agreed: str
    after_talking: ShownRow | None
    picture: Picture


@dataclass(frozen=True, slots=True, eq=False)
class Prompt:
    """Something to ask each other."""

    label: str
    points: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class ShownLevel:
    """A level to choose; `chosen` says so where the group did."""

    number: int
    name: str
    description: str
    chosen: str


@dataclass(frozen=True, slots=True, eq=False)
class ShownFactor:
    """One factor: the finding, the answers, what to ask, and the levels to choose from."""

    id: str
    anchor: str
    number: int
    total: int
    place: str
    nav: str
    title: str
    meaning: str
    finding: str
    say: str
    notes: Sequence[str]
    caption: str
    counted: str
    rows: Sequence[ShownRow]
    after_talking: ShownRow | None
    picture: Picture
    statements: Sequence[ShownStatement]
    picture_together: Picture
    one_by_one: bool
    prompts: Sequence[Prompt]
    levels: Sequence[ShownLevel]
    because: Written
    back: str
    next: str


@dataclass(frozen=True, slots=True, eq=False)
class Start:
    """When it was, who took part, and how to talk."""

    when: Sequence[str]
    rules: Sequence[str]
    say: str
    groups: Sequence[str]
    notes: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class End:
    """What is agreed, and what comes then."""

    heading: str
    blocks: Sequence[Block]
    thanks: str
    then: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class RevealView:
    """Everything that is shown to the room, in the order to talk in."""

    language: str
    title: str
    words: Mapping[str, str]
    scale: Sequence[str]
    start: Start
    order: str
    how_to_look: str
    factors: Sequence[ShownFactor]
    end: End
    foot: Sequence[str]
