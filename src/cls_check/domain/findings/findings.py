"""Findings: what can be said of an assessment, each from a rule and from numbers.

One pure function of an assessment, `find`. Whoever has the committed file can compute all of it
again. Wording is not done here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.counts.tally import Tally, total
from cls_check.domain.findings.fragility import is_fragile
from cls_check.domain.findings.gaps import Looks, comparable, usual_deltas
from cls_check.domain.findings.measures import (
    Measure,
    Scale,
    StatementResult,
    at_least,
    mean,
    measure,
    middle,
    result,
)
from cls_check.domain.findings.rules import WEIGHT_MATTERS, Finding, RuleName, Setting, told
from cls_check.domain.findings.throughout import throughout
from cls_check.domain.terms import EVERYONE, FEWEST_OF_A_PERSPECTIVE, NO_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )
    from cls_check.domain.findings.gaps import Perspectives
    from cls_check.domain.findings.throughout import Throughout


@dataclass(frozen=True)
class StatementFindings:
    """A statement and its results, for everyone and for each group that is shown."""

    id: str
    text: str
    by: Mapping[str, StatementResult]
    after_talking: StatementResult | None = None
    """A second vote by everyone in the room; findings use the first one alone."""


@dataclass(frozen=True)
class FactorFindings:
    """A factor, what its numbers come to, and what can be said of them; headline first.

    `balanced` counts each shown perspective once, whatever its size: 1 to K.
    """

    id: str
    factor: AssessedFactor
    by: Mapping[str, Measure]
    balanced: float | None
    findings: tuple[Finding, ...]
    statements: tuple[StatementFindings, ...]
    perspectives: Perspectives
    """Those that have enough people to be held against each other."""
    weight_matters: bool = False
    """Whether everyone and balanced differ enough to say so."""

    @property
    def headline(self) -> RuleName | None:
        """The first finding's rule; None for a factor without statements."""
        return self.findings[0].rule if self.findings else None


def find(assessment: Assessment, *, fragility: bool = True) -> tuple[FactorFindings, ...]:
    """All findings of an assessment, factor by factor.

    Groups that are too small are joined first, as on closing, so that a file made by hand gives
    nobody away either.

    Args:
        assessment: A closed round.
        fragility: Work out whether a headline hangs on one person. That takes longer than all the
            rest; where nobody is told of it, none is said to.
    """
    safe = protected(assessment)
    groups = [name for name in safe.groups() if name != EVERYONE]
    counted = [_counted(safe, factor, groups) for factor in safe.factors.values()]
    looks = _looks([each.perspectives for each in counted], Scale(len(safe.scale)))
    return tuple(
        _of_factor(safe, key, each, looks, fragility=fragility)
        for key, each in zip(safe.factors, counted, strict=True)
    )


def found_throughout(findings: Sequence[FactorFindings], positions: int) -> tuple[Throughout, ...]:
    """The perspectives whose answers are higher, or lower, on nearly everything; in their order."""
    return throughout([factor.perspectives for factor in findings], Scale(positions))


def find_throughout(assessment: Assessment) -> tuple[Throughout, ...]:
    """The same of an assessment, where nothing else is asked of it."""
    safe = protected(assessment)
    groups = [name for name in safe.groups() if name != EVERYONE]
    counted_in = (_counted(safe, factor, groups) for factor in safe.factors.values())
    return throughout([each.perspectives for each in counted_in], Scale(len(safe.scale)))


class _Counted(NamedTuple):
    """A factor's answers counted, before anything is made of them."""

    factor: AssessedFactor
    results: Mapping[str, Sequence[StatementResult]]
    """Each group's, statement by statement; everyone first."""
    fewest: Mapping[str, Sequence[int]]
    by: Mapping[str, Measure]
    perspectives: Perspectives


def _counted(assessment: Assessment, factor: AssessedFactor, groups: Sequence[str]) -> _Counted:
    tallies = _tallies_by_group(assessment, factor, groups if factor.statements else ())
    fewest = _fewest_by_group(assessment, tallies)
    results = {
        group: [result(tally, least) for tally, least in zip(own, fewest[group], strict=True)]
        for group, own in tallies.items()
    }
    by = {group: measure(own) for group, own in results.items()}
    others = {group: own for group, own in by.items() if group != EVERYONE}
    return _Counted(factor, results, fewest, by, comparable(others, results))


def _looks(factors: Sequence[Perspectives], scale: Scale) -> Looks:
    """How much is looked at in all factors together, and what runs through them."""
    held = [each for each in factors if len(each) > 1]
    people: dict[str, list[int]] = {}
    for factor in held:
        for name, own in factor.items():
            people.setdefault(name, []).append(own.people)
    leaning = {each.group: each.by for each in throughout(factors, scale)}
    return Looks(
        sizes=tuple(round(middle(sizes)) for sizes in people.values()),
        factors=len(held),
        leaning=leaning,
        usual=usual_deltas(factors, leaning),
    )


def fewest_people(assessment: Assessment, group: str) -> int:
    """From how many people on a group's answers to a statement have a result."""
    if assessment.one_view:
        return 1
    if group in NO_PERSPECTIVES:
        # Joined perspectives can be all who answered; then they are everyone under another name.
        return assessment.minimum_group
    return FEWEST_OF_A_PERSPECTIVE


def _of_factor(
    assessment: Assessment, factor_id: str, own: _Counted, looks: Looks, *, fragility: bool
) -> FactorFindings:
    factor, by, everyone = own.factor, own.by, own.by[EVERYONE]
    setting = Setting(len(assessment.scale), bool(factor.evidence), assessment.one_view, looks)
    findings: tuple[Finding, ...] = ()
    if factor.statements:
        counts = {
            group: tuple([one.tally.counts for one in each]) for group, each in own.results.items()
        }
        fragile = fragility and is_fragile(everyone, own.perspectives, counts, own.fewest, setting)
        findings = told(everyone, own.perspectives, setting, fragile=fragile)
    balanced = _balanced(by)
    return FactorFindings(
        id=factor_id,
        factor=factor,
        by=by,
        balanced=balanced,
        findings=findings,
        statements=_statements(factor, own.results),
        perspectives=own.perspectives,
        weight_matters=_weight_matters(everyone.typical_answer, balanced, setting),
    )


def _tallies_by_group(
    assessment: Assessment, factor: AssessedFactor, groups: Sequence[str]
) -> dict[str, list[Tally]]:
    """Each group's tallies, statement by statement; everyone first."""
    nobody = Tally.empty(len(assessment.scale))
    shown = [assessment.tallies(statement) for statement in factor.statements.values()]
    everyone = [total(tallies.values(), len(assessment.scale)) for tallies in shown]
    return {EVERYONE: everyone} | {
        name: [tallies.get(name, nobody) for tallies in shown] for name in groups
    }


def _fewest_by_group(
    assessment: Assessment, tallies: Mapping[str, Sequence[Tally]]
) -> dict[str, list[int]]:
    """From how many people on each statement counts, for each group.

    Where fewer than everyone needs answered it, a perspective alone is them under another name.
    """
    of_all = fewest_people(assessment, EVERYONE)
    enough = [tally.n >= of_all for tally in tallies[EVERYONE]]
    usual = {group: fewest_people(assessment, group) for group in tallies}
    return {
        group: [fewest if shown else max(fewest, of_all) for shown in enough]
        for group, fewest in usual.items()
    }


def _balanced(by: Mapping[str, Measure]) -> float | None:
    typical = [
        group.typical_answer
        for name, group in by.items()
        if name != EVERYONE and group.typical_answer is not None
    ]
    return mean(typical) if typical else None


def _weight_matters(everyone: float | None, balanced: float | None, setting: Setting) -> bool:
    if everyone is None or balanced is None:
        return False
    return at_least(abs(everyone - balanced), setting.distance(WEIGHT_MATTERS))


def _statements(
    factor: AssessedFactor, results: Mapping[str, Sequence[StatementResult]]
) -> tuple[StatementFindings, ...]:
    def of_groups(place: int, statement: AnsweredStatement) -> dict[str, StatementResult]:
        return {
            group: own[place]
            for group, own in results.items()
            if group == EVERYONE or group in statement.answers
        }

    def second(statement: AnsweredStatement) -> StatementResult | None:
        # Where answers could put people at risk, hands that everybody saw are not shown again.
        if factor.sensitive or not statement.after_talking:
            return None
        positions = len(results[EVERYONE][0].tally.counts)
        return result(Tally.from_written(statement.after_talking, positions), 1)

    return tuple(
        StatementFindings(key, statement.text, of_groups(place, statement), second(statement))
        for place, (key, statement) in enumerate(factor.statements.items())
    )
