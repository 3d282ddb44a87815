"""Factors with statements that are answered on one scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, Problem
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.tables.names import free, kept, repeated, slug
from cls_check.exchange.tables.texts import some, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.tables.rows import Row

Tree = dict[str, Any]


def factors_of(
    sheet: Sheet, rows: Sequence[Row], title: str, languages: Sequence[str]
) -> dict[str, Tree]:
    """The factors with their statements, in the order of the table.

    Args:
        sheet: The table.
        rows: Its statements.
        title: What a factor without a name is called.
        languages: Those of the questionnaire.

    Raises:
        BadFileError: an id stands twice in one factor.
    """
    groups = _by_factor(rows)
    problems = [problem for group in groups for problem in _twice(sheet, group)]
    if problems:
        raise BadFileError(problems)
    come_again = bool(repeated([row.id for row in rows if row.id]))
    factors: dict[str, Tree] = {}
    taken: set[str] = set()
    for number, group in enumerate(groups, start=1):
        first = group[0]
        key = free(_factor_id(first, f"factor-{number}"), factors)
        prefix = f"{key}-" if come_again else ""
        factors[key] = {
            "title": written(first.factor, languages) or title,
            **({"meaning": written(first.meaning, languages)} if first.meaning else {}),
            "statements": dict(_statements(group, key, prefix, taken, languages)),
        }
    return factors


def _statements(
    group: Sequence[Row], factor: str, prefix: str, taken: set[str], languages: Sequence[str]
) -> Iterator[tuple[str, Any]]:
    for place, row in enumerate(group, start=1):
        wanted = f"{prefix}{kept(row.id, str(place))}" if row.id else f"{factor}-{place}"
        name = free(wanted, taken)
        taken.add(name)
        yield name, written(row.statement, languages)


def _factor_id(row: Row, otherwise: str) -> str:
    return kept(row.factor_id, otherwise) if row.factor_id else slug(some(row.factor), otherwise)


def _by_factor(rows: Sequence[Row]) -> list[list[Row]]:
    """The rows of each factor, in the order in which factors come first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.factor_id or repr(sorted(row.factor.items())), []).append(row)
    return list(groups.values())


def _twice(sheet: Sheet, group: Sequence[Row]) -> Iterator[Problem]:
    """Ids may come again in another factor, and not within one."""
    seen: dict[str, Row] = {}
    for row in group:
        if row.id and seen.setdefault(row.id, row) is not row:
            yield Problem(
                f"The id {short(row.id)} stands in row {seen[row.id].number + 1} already, in the "
                "same factor.",
                "Give each statement an id of its own. Excel makes 1.1 of 1.10: have it keep that "
                "column as text.",
                sheet.place(row.number),
            )
