"""The rows that a room looks at: each group's answers side by side, in numbers and in words.

A factor's row counts answers and a statement's row counts people; with one statement they are
the same. Which rows there are is decided in the domain, and nothing is shown beside them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.domain.findings.reveal_order import Row, factor_rows, statement_rows
from cls_check.domain.terms import EVERYONE
from cls_check.reports.charts.columns import strips
from cls_check.reports.model.wording import (
    agreement_key,
    group_name,
    nearest_answer,
    one_decimal,
    statement_sentence,
)
from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.reports.model.story import Story

Shown = dict[str, Any]


def of_factor(story: Story, factor: FactorFindings) -> Shown:
    """Each group's answers to a factor, with the second vote where there is one statement."""
    alone = factor.statements[0] if len(factor.statements) == 1 else None
    kind = "people" if alone and not story.one_view else "answers"
    if alone:
        caption = label("reveal.one-statement", statement=alone.text)
    else:
        caption = label("reveal.all-statements", n=len(factor.statements))
    rows = [_row(story, row, kind) for row in _once(factor_rows(factor, story.groups))]
    again = _after_talking(story, alone) if alone else None
    return {
        "caption": caption,
        "counted": label(f"reveal.column.{kind}"),
        "rows": rows,
        "after_talking": again,
        "picture": _drawn([*rows, again]),
    }


def of_statements(story: Story, factor: FactorFindings) -> Shown:
    """Every statement with each group's answers; with none where they may not be shown."""
    statements = [_statement(story, statement) for statement in factor.statements]
    together = _drawn([each["together"] for each in statements])
    return {"statements": statements, "picture_together": together}


def _statement(story: Story, statement: StatementFindings) -> Shown:
    found = [] if story.one_view else list(statement_rows(statement, story.groups))
    together = next((row for row in found if row.group == EVERYONE), None)
    rows = [_row(story, row, "people") for row in _once(found)]
    again = _after_talking(story, statement)
    return {
        "id": statement.id,
        "text": statement.text,
        "say": "" if found else statement_sentence(statement, story.safe),
        "rows": rows,
        "together": _row(story, together, "people") if together else None,
        "agreed": large(label(f"agreed.{agreement_key(together.agreement)}")) if together else "",
        "after_talking": again,
        "picture": _drawn([*rows, again]),
    }


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows; where everyone is in one group, their answers are not shown twice."""
    found = list(rows)
    if len(found) == 2 and found[0].tally == found[1].tally:
        return found[:1]
    return found


def _row(story: Story, row: Row, kind: str) -> Shown:
    """One group's answers, in numbers and in words."""
    return {
        "group": row.group,
        "name": _name(story, row.group),
        "counted": row.tally.n,
        "people_or_answers": label(f"reveal.counted.{kind}", n=row.tally.n),
        "counts": list(row.tally.counts),
        "did_not_know": row.tally.dont_know,
        **_typical(row.typical_answer, story.safe.scale),
    }


def _name(story: Story, group: str) -> str:
    return label("reveal.you") if story.one_view else large(group_name(story.safe, group))


def _typical(typical: float | None, scale: tuple[str, ...]) -> dict[str, str]:
    if typical is None:
        return {"typical": "", "nearest": "", "words": label("reveal.too-few")}
    nearest = nearest_answer(typical, scale)
    words = label("reveal.close-to", answer=nearest)
    return {"typical": one_decimal(typical), "nearest": nearest, "words": words}


def _after_talking(story: Story, statement: StatementFindings) -> Shown | None:
    """The second vote, by everyone in the room: beside the first one, never in its place."""
    second = statement.after_talking
    if not second or not second.counts_shown:
        return None
    row = Row(EVERYONE, second.tally, second.typical_answer, second.agreement)
    return _row(story, row, "people") | {"name": label("reveal.after-talking")}


def _drawn(rows: Sequence[Shown | None]) -> Shown:
    """Gives each row its strip of columns, all to the same measure; and the room that they need."""
    there = [row for row in rows if row]
    drawn = strips([row["counts"] for row in there])
    for row, path in zip(there, drawn.paths, strict=True):
        row["strip"] = path
    return {"height": drawn.height, "view_box": drawn.view_box}
