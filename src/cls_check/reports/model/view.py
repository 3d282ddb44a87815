"""A view: all that a report, a difference, a history or an index says, before it has a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.reports.model.look import Look
from cls_check.reports.model.shown import all_visible
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.reports.model.blocks import Fact, Section
    from cls_check.reports.model.look import ShownLook

Subject = Literal[
    "steering-group", "summary", "participants", "difference", "history", "index"
]  # fmt: skip
"""Which report it is: who reads it, or what it is about."""


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """Everything that is said, in order; a template sees it as `view`."""

    audience: Subject
    language: str
    title: str
    particulars: Sequence[Fact]
    contents: str
    skip: str
    sections: Sequence[Section]
    foot: Sequence[str]
    look: ShownLook


def view(
    audience: Subject,
    title: str,
    sections: Sequence[Section],
    *,
    language: str,
    foot: Sequence[str],
    particulars: Sequence[Fact] = (),
    with_contents: bool = False,
    look: Look | None = None,
) -> View:
    """A view in which nothing is hidden; a place's own title stands in place of ours."""
    own = look or Look()
    return all_visible(
        View(
            audience=audience,
            language=language,
            title=own.title or title,
            particulars=particulars,
            contents=label("contents") if with_contents else "",
            skip=label("skip"),
            sections=sections,
            foot=foot,
            look=own.shown(),
        )
    )
