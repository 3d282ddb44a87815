"""What a group looks at together once everyone has answered: which factor first, and its answers.

The room sees what the file holds: groups that are too small are joined there already.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import Tally, total
from cls_check.domain.findings.rules import DIFFER
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.domain.findings.measures import StatementResult


@dataclass(frozen=True)
class Row:
    """One group's answers: to a statement, or to all statements of a factor added up.

    A factor's row counts answers, not people: seven people and five statements make up to 35.
    """

    group: str
    tally: Tally
    typical_answer: float | None
    agreement: float | None


def reveal_order(findings: Sequence[FactorFindings]) -> tuple[FactorFindings, ...]:
    """The order to talk in: the most mixed first, then the strongest, then those with few answers.

    What is seen differently, by perspectives or by people, comes before the rest. Equals keep the
    order of the questionnaire; so does everything where there are no statements.
    """
    return tuple(sorted(findings, key=_place))


def _place(factor: FactorFindings) -> tuple[int, float]:
    everyone = factor.by[EVERYONE]
    if any(finding.rule in DIFFER for finding in factor.findings):
        return 0, round(_or_zero(everyone.agreement), 9)
    if everyone.typical_answer is not None:
        return 1, -round(everyone.typical_answer, 9)
    return 2, 0


def _or_zero(number: float | None) -> float:
    return 0 if number is None else number


def factor_rows(factor: FactorFindings, groups: Sequence[str]) -> Iterator[Row]:
    """Each group's answers to a factor, everyone's last."""
    for group in (*groups, EVERYONE):
        results = [each.by[group] for each in factor.statements if group in each.by]
        answered = [result.tally for result in results if _may_be_counted(result)]
        if group in factor.by and any(tally.people for tally in answered):
            own = factor.by[group]
            tally = total(answered, len(answered[0].counts))
            yield Row(group, tally, own.typical_answer, own.agreement)


def statement_rows(statement: StatementFindings, groups: Sequence[str]) -> Iterator[Row]:
    """Each group's answers to a statement, everyone's last; none where too few answered."""
    for group in (*groups, EVERYONE):
        result = statement.by.get(group)
        if result and result.tally.people and _may_be_counted(result):
            yield Row(group, result.tally, result.typical_answer, result.agreement)


def _may_be_counted(result: StatementResult) -> bool:
    """Whether enough people answered on the scale, or nobody did."""
    return result.shown_counts is not None
