"""The rows that a room looks at: each group's answers side by side, in numbers and in words.

A factor's row counts answers and a statement's row counts people; with one statement they are
the same. Which rows there are is decided in the domain, and nothing is shown beside them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

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
from cls_check.reports.reveal.view import Picture, ShownRow, ShownStatement
from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.reports.model.story import Story


class Drawn(NamedTuple):
    """Rows, among them the second vote where there is one, and the room that their strips need."""

    rows: list[ShownRow]
    after_talking: ShownRow | None
    picture: Picture


def caption_of(factor: FactorFindings) -> str:
    """What the rows of a factor are the answers to."""
    if len(factor.statements) == 1:
        return label("reveal.one-statement", statement=factor.statements[0].text)
    return label("reveal.all-statements", n=len(factor.statements))


def counted_in(story: Story, factor: FactorFindings) -> str:
    """What the rows of a factor count: people or answers."""
    return "people" if len(factor.statements) == 1 and not story.one_view else "answers"


def of_factor(story: Story, factor: FactorFindings) -> Drawn:
    """Each group's answers to a factor, with the second vote where there is one statement."""
    again = _after_talking(factor.statements[0]) if len(factor.statements) == 1 else None
    rows = _once(factor_rows(factor, story.groups))
    return _drawn(story, rows, counted_in(story, factor), again)


def of_statements(story: Story, factor: FactorFindings) -> tuple[list[ShownStatement], Picture]:
    """Every statement with each group's answers; with none where they may not be shown.

    Everyone's rows are drawn once more, to one measure, as they stand in a table together.
    """
    found = {
        each.id: [] if story.one_view else list(statement_rows(each, story.groups))
        for each in factor.statements
    }
    everyone = {key: row for key, rows in found.items() for row in rows if row.group == EVERYONE}
    drawn = _drawn(story, everyone.values(), "people")
    together = dict(zip(everyone, drawn.rows, strict=True))
    statements = [
        _statement(story, each, found[each.id], together.get(each.id)) for each in factor.statements
    ]
    return statements, drawn.picture


def _statement(
    story: Story, statement: StatementFindings, found: Sequence[Row], together: ShownRow | None
) -> ShownStatement:
    drawn = _drawn(story, _once(found), "people", _after_talking(statement))
    agreement = next((row.agreement for row in found if row.group == EVERYONE), None)
    return ShownStatement(
        id=statement.id,
        text=statement.text,
        say="" if found else statement_sentence(statement, story.safe),
        rows=drawn.rows,
        together=together,
        agreed=large(label(f"agreed.{agreement_key(agreement)}")) if together else "",
        after_talking=drawn.after_talking,
        picture=drawn.picture,
    )


def _once(rows: Iterable[Row]) -> list[Row]:
    """The rows; where everyone is in one group, their answers are not shown twice."""
    found = list(rows)
    if len(found) == 2 and found[0].tally == found[1].tally:
        return found[:1]
    return found


def _after_talking(statement: StatementFindings) -> Row | None:
    """The second vote, by everyone in the room: beside the first one, never in its place."""
    second = statement.after_talking
    if not second:
        return None
    return Row(EVERYONE, second.tally, second.typical_answer, second.agreement)


def _drawn(story: Story, rows: Iterable[Row], kind: str, again: Row | None = None) -> Drawn:
    """The rows, each with its strip of columns, all to the same measure."""
    first = list(rows)
    drawn = strips([row.tally.counts for row in ([*first, again] if again else first)])
    shown = [_row(story, row, kind, strip) for row, strip in zip(first, drawn.paths, strict=False)]
    second = None
    if again:
        named = label("reveal.after-talking")
        second = replace(_row(story, again, "people", drawn.paths[-1]), name=named)
    return Drawn(shown, second, Picture(drawn.height, drawn.view_box))


def _row(story: Story, row: Row, kind: str, strip: str) -> ShownRow:
    typical, nearest, words = _typical(row.typical_answer, story.safe.scale)
    return ShownRow(
        group=row.group,
        name=label("reveal.you") if story.one_view else large(group_name(story.safe, row.group)),
        counted=row.tally.n,
        people_or_answers=label(f"reveal.counted.{kind}", n=row.tally.n),
        counts=list(row.tally.counts),
        did_not_know=row.tally.dont_know,
        typical=typical,
        nearest=nearest,
        words=words,
        strip=strip,
    )


def _typical(typical: float | None, scale: tuple[str, ...]) -> tuple[str, str, str]:
    """A typical answer as a number, as the answer it is closest to, and in words."""
    if typical is None:
        return "", "", label("reveal.too-few")
    nearest = nearest_answer(typical, scale)
    return one_decimal(typical), nearest, label("reveal.close-to", answer=nearest)
