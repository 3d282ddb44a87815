"""What a report tells of: the assessment made safe to show, its findings, and what is at hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from math import inf
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.findings.findings import found_throughout
from cls_check.domain.findings.rules import DIFFER, EFFORT, STRONG, UNSURE
from cls_check.domain.findings.throughout import NEARLY_ALL, higher_by
from cls_check.domain.terms import EVERYONE, NO_AGREED_LEVEL
from cls_check.reports.model.wording import said
from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.counts.tally import Tally
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.gaps import Gap
    from cls_check.domain.findings.throughout import Throughout
    from cls_check.domain.questionnaires.questionnaire import Factor, Questionnaire
    from cls_check.reports.model.wording import Said


class OneDifference(NamedTuple):
    """That several gaps may be one: a perspective is higher, or lower, on so many factors of all."""

    group: str
    is_higher: bool
    n: int
    all: int


def gap_of(factor: FactorFindings, rule: str) -> Gap | None:
    """The gap that a finding of a factor is about."""
    return next((each.gap for each in factor.findings if each.rule == rule), None)


@dataclass(frozen=True)
class Story:
    """Everything a section needs. `safe` is the assessment with small groups joined."""

    safe: Assessment
    findings: Sequence[FactorFindings]
    questionnaire: Questionnaire | None
    comparison: Comparison | None

    @cached_property
    def one_view(self) -> bool:
        return self.safe.one_view

    @cached_property
    def enough_people(self) -> bool:
        """Whether so many took part that anything of their answers may be shown."""
        return self.one_view or self.safe.people >= self.safe.minimum_group

    @cached_property
    def has_statements(self) -> bool:
        return any(factor.statements for factor in self.findings)

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The perspectives that are shown, in the order of the questionnaire."""
        named = {group: None for factor in self.findings for group in factor.by}
        return tuple(group for group in self.safe.groups() if group in named and group != EVERYONE)

    def factor_asked(self, factor_id: str) -> Factor | None:
        """The factor in the questionnaire, if that is at hand."""
        return self.questionnaire.factors.get(factor_id) if self.questionnaire else None

    def whose(self, key: str) -> str:
        """The key of the catalogue for this report, or for one person's own."""
        return f"{key}-one" if self.one_view else key

    def say(self, key: str, **fields: object) -> str:
        return say(self.whose(key), **fields)

    def label(self, key: str, **fields: object) -> str:
        return label(self.whose(key), **fields)

    def said(self, factor: FactorFindings, *rules: str) -> Iterator[Said]:
        """The factor's findings in words; those of some rules, or all.

        What has been said of perspectives is not said again, word for word, of people.
        """
        kept = [each for each in factor.findings if not rules or each.rule in rules]
        known = {each.rule for each in kept}
        for each in kept:
            in_words = said(each, factor, self.safe)
            again = in_words.also and len(known.intersection(DIFFER)) > 1
            yield replace(in_words, say=in_words.also) if again else in_words

    @cached_property
    def strengths(self) -> list[FactorFindings]:
        """All factors that are strong or growing well, strongest first."""
        if not self.has_statements:
            top = list(self.safe.levels)[-1:]
            return [f for f in self.findings if f.factor.level in top]
        strong = [f for f in self.findings if f.headline in STRONG]
        return sorted(strong, key=_typical, reverse=True)

    @cached_property
    def differences(self) -> list[FactorFindings]:
        """Factors that people see differently."""
        if not self.has_statements:
            return [f for f in self.findings if f.factor.level == NO_AGREED_LEVEL]
        return [f for f in self.findings if self.differ(f)]

    @cached_property
    def unsure(self) -> list[FactorFindings]:
        """Factors on which many could not say, or that have not enough answers."""
        rules = self.unsure_rules
        return [f for f in self.findings if any(each.rule in rules for each in f.findings)]

    @cached_property
    def unsure_rules(self) -> tuple[str, ...]:
        """What counts as "could not say": in one person's picture, "I do not know" alone."""
        return ("cannot-say",) if self.one_view else UNSURE

    @cached_property
    def own_tallies(self) -> list[Tally]:
        """Everyone's answers to each statement: in one person's picture, the answer given."""
        return [each.by[EVERYONE].tally for factor in self.findings for each in factor.statements]

    @cached_property
    def efforts(self) -> list[FactorFindings]:
        """All factors where effort may help, by the lowest typical answer of any group that is shown.

        So a wide gap weighs as much as a low middle.
        """
        if not self.has_statements:
            lower = list(self.safe.levels)[: len(self.safe.levels) // 2]
            low = [f for f in self.findings if f.factor.level in lower]
            return sorted(low, key=lambda f: lower.index(f.factor.level or ""))
        return sorted((f for f in self.findings if self.effort_rules(f)), key=_lowest)

    def effort_rules(self, factor: FactorFindings) -> tuple[str, ...]:
        """Why effort may help here: the headline, or else that many could not say; or nothing."""
        if factor.headline in (*EFFORT, *DIFFER):
            return (str(factor.headline),)
        many = not self.one_view and any(each.rule == "cannot-say" for each in factor.findings)
        return ("cannot-say",) if many else ()

    @cached_property
    def throughout(self) -> tuple[Throughout, ...]:
        """The perspectives that are higher, or lower, on nearly everything."""
        return found_throughout(self.findings, len(self.safe.scale))

    @cached_property
    def perhaps_different(self) -> list[FactorFindings]:
        """Factors with a gap between perspectives that may be chance, and no clear one.

        The gap that comes by chance most seldom is first.
        """
        found = [
            (gap.chance, f)
            for f in self.findings
            if not self.differ(f) and (gap := gap_of(f, "perspectives-may-differ"))
        ]
        return [factor for _, factor in sorted(found, key=itemgetter(0))]

    @cached_property
    def one_difference(self) -> OneDifference | None:
        """A perspective that is on one side of several gaps, and of nearly all factors."""
        gaps = [gap for f in self.findings for e in f.findings if (gap := e.gap)]
        if self.throughout or len(gaps) < 2:
            return None
        for higher in (False, True):
            ends = [gap.higher if higher else gap.lower for gap in gaps]
            for group in dict.fromkeys(name for end in ends for name in end):
                of, all_of_them = self._on_one_side(group, higher=higher)
                if sum(group in end for end in ends) > 1 and of >= NEARLY_ALL * all_of_them:
                    return OneDifference(group, higher, of, all_of_them)
        return None

    def _on_one_side(self, group: str, *, higher: bool) -> tuple[int, int]:
        """On how many factors a perspective is on this side of the others, and of how many."""
        held = [f.perspectives for f in self.findings if group in f.perspectives]
        away = [
            higher_by(group, [name for name in each if name != group], each)
            for each in held
            if len(each) > 1
        ]
        return sum(by > 0 if higher else by < 0 for by in away), len(away)

    @staticmethod
    def differ(factor: FactorFindings) -> bool:
        """Whether people or perspectives see a factor differently."""
        return any(each.rule in DIFFER for each in factor.findings)


def story_of(
    assessment: Assessment,
    findings: Sequence[FactorFindings],
    questionnaire: Questionnaire | None = None,
    comparison: Comparison | None = None,
) -> Story:
    """What there is to tell of an assessment, made safe to show: once, for all who are told."""
    return Story(protected(assessment), findings, questionnaire, comparison)


def _typical(factor: FactorFindings) -> float:
    return round(factor.by[EVERYONE].typical_answer or 0, 9)


def _lowest(factor: FactorFindings) -> float:
    shown = [own.typical_answer for own in factor.by.values() if own.typical_answer is not None]
    return round(min(shown, default=inf), 9)


def anchor(factor: FactorFindings) -> str:
    """Where a factor stands in the report."""
    return f"factor-{factor.id}"
