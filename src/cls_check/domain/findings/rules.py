"""The rules that make findings from numbers: one table, in the order in which they are said.

The first that holds is the headline. What is said where, and in which words, follows from the
name and the group of a rule. Cut points are written for five answers and move in proportion for
other scales: 1 + (cut - 1) * (K - 1) / 4.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, sqrt
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cls_check.domain.findings.gaps import ALONE, Gap, Looks, Perspectives, widest_gap
from cls_check.domain.findings.measures import Scale, above, at_least

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cls_check.domain.findings.measures import Measure, Range

RuleName = Literal[
    "not-enough",
    "cannot-say",
    "perspectives-differ",
    "views-differ",
    "strength",
    "growing-well",
    "growing",
    "starting",
    "perspectives-may-differ",
    "felt-not-shown",
    "shown-not-felt",
]
"""For mypy, so that nobody asks for a rule that is not in the table."""

Group = Literal["unsure", "differ", "strong", "effort", "beside"]
"""Where a report tells of it: what could not be said, what is seen differently, what is strong and
where effort may help by the typical answer alone, and what is said beside one of these only.

Who is unsure answers nothing on the scale: an answer that moves along it changes no such finding.
"""

MANY_CANNOT_SAY = 1 / 3
MIXED_VIEWS, TWO_CAMPS = 0.3, 0.0
PEOPLE_FOR_MIXED_VIEWS, PEOPLE_FOR_TWO_CAMPS = 8, 5
CUTS = STRENGTH, GROWING_WELL, GROWING = 4.0, 3.5, 2.5
SPREAD_OF_AGREEMENT = 0.58
"""How far the agreement of another group like this is away in 8 of 10 cases, times the root of
people (decision 12)."""
WEIGHT_MATTERS = 0.5


@dataclass(frozen=True)
class Setting(Scale):
    """What the rules need to know beside the numbers."""

    has_evidence: bool = False
    one_view: bool = False
    looks: Looks = ALONE


@dataclass(frozen=True)
class Finding:
    """One thing that can be said, and what it rests on."""

    rule: RuleName
    gap: Gap | None = None
    """The perspectives that differ, or may."""
    two_camps: bool = False
    """Whether people who differ fall into two groups."""
    close_to_the_line: bool = False
    """Whether another group like this might well give another finding."""
    could_be: tuple[RuleName, ...] = ()
    """The other bands that the likely range reaches into, the lowest first."""
    fragile: bool = False
    """Whether one person answering one step differently could change the headline."""


def that_hold(everyone: Measure, perspectives: Perspectives, setting: Setting) -> Iterator[Finding]:
    """Every finding that holds for a factor."""
    # Nobody differs from others in one person's own view.
    gap = None if setting.one_view else widest_gap(perspectives, setting, setting.looks)
    case = Case(everyone, setting, gap)
    for rule in RULES:
        proof = rule.proof(case)
        if proof is not None:
            yield Finding(rule.name, proof.gap, proof.two_camps)


class Case(NamedTuple):
    """What a rule looks at: everyone's numbers, and the widest gap between two perspectives."""

    everyone: Measure
    setting: Setting
    gap: Gap | None


class Proof(NamedTuple):
    """That a rule holds, and what its words need beside the numbers."""

    gap: Gap | None = None
    two_camps: bool = False


PROVED = Proof()


class Rule(NamedTuple):
    """A rule: its name in files and keys of words, where a report tells of it, what proves it."""

    name: RuleName
    group: Group
    proof: Callable[[Case], Proof | None]


def _not_enough(case: Case) -> Proof | None:
    return PROVED if case.everyone.typical_answer is None else None


def _cannot_say(case: Case) -> Proof | None:
    share = case.everyone.cannot_say
    return PROVED if share is not None and above(share, MANY_CANNOT_SAY) else None


def _gap(*, clear: bool) -> Callable[[Case], Proof | None]:
    """That two perspectives are far apart: too far for chance, or not."""

    def proof(case: Case) -> Proof | None:
        return Proof(gap=case.gap) if case.gap and case.gap.is_clear == clear else None

    return proof


def _views_differ(case: Case) -> Proof | None:
    agreed, people = case.everyone.agreement, case.everyone.least_counted
    if case.setting.one_view or agreed is None or people < PEOPLE_FOR_TWO_CAMPS:
        return None
    mixed = MIXED_VIEWS if people >= PEOPLE_FOR_MIXED_VIEWS else TWO_CAMPS
    if at_least(agreed, mixed):
        return None
    return Proof(two_camps=not at_least(agreed, TWO_CAMPS - _more_than_chance(people)))


def _more_than_chance(people: int) -> float:
    """How far below 0 agreement is by chance, where answers are spread evenly (decision 12)."""
    return 0.05 + 0.6 / people


def _typical_from(cut: float, below: float = inf) -> Callable[[Case], Proof | None]:
    """The band of typical answers from one cut point on and below the next."""

    def proof(case: Case) -> Proof | None:
        typical, setting = case.everyone.typical_answer, case.setting
        if typical is None or not at_least(typical, setting.cut(cut)):
            return None
        return None if at_least(typical, setting.cut(below)) else PROVED

    return proof


def _felt_not_shown(case: Case) -> Proof | None:
    return None if case.setting.has_evidence else _typical_from(STRENGTH)(case)


def _shown_not_felt(case: Case) -> Proof | None:
    return _typical_from(-inf, GROWING)(case) if case.setting.has_evidence else None


RULES: Final[tuple[Rule, ...]] = (
    Rule("not-enough", "unsure", _not_enough),
    Rule("cannot-say", "unsure", _cannot_say),
    Rule("perspectives-differ", "differ", _gap(clear=True)),
    Rule("views-differ", "differ", _views_differ),
    Rule("strength", "strong", _typical_from(STRENGTH)),
    Rule("growing-well", "strong", _typical_from(GROWING_WELL, STRENGTH)),
    Rule("growing", "effort", _typical_from(GROWING, GROWING_WELL)),
    Rule("starting", "effort", _typical_from(-inf, GROWING)),
    Rule("perspectives-may-differ", "beside", _gap(clear=False)),
    Rule("felt-not-shown", "beside", _felt_not_shown),
    Rule("shown-not-felt", "beside", _shown_not_felt),
)


def rules_of(*groups: Group) -> tuple[RuleName, ...]:
    """The names of the rules of some groups, in their order."""
    return tuple(rule.name for rule in RULES if rule.group in groups)


UNSURE, DIFFER = rules_of("unsure"), rules_of("differ")
STRONG, EFFORT = rules_of("strong"), rules_of("effort")
BANDS = STRONG + EFFORT
"""The rules of which one always holds where there is a typical answer."""
HEADLINES = UNSURE + DIFFER + BANDS


def told(
    everyone: Measure, perspectives: Perspectives, setting: Setting, *, fragile: bool
) -> tuple[Finding, ...]:
    """Every finding that holds, with what makes it less than sure."""
    found = list(that_hold(everyone, perspectives, setting))
    if fragile:
        found[0] = replace(found[0], fragile=True)
    return tuple(_with_doubt(finding, everyone, setting) for finding in found)


def _with_doubt(finding: Finding, everyone: Measure, setting: Setting) -> Finding:
    """A finding with what another group like this might well give in its place."""
    if finding.rule in BANDS and everyone.likely_range:
        could_be = _bands_in(everyone.likely_range, setting)
        others = tuple(band for band in could_be if band != finding.rule)
        return replace(finding, close_to_the_line=bool(others), could_be=others)
    if finding.rule == "views-differ" and everyone.agreement is not None:
        line = MIXED_VIEWS if everyone.least_counted >= PEOPLE_FOR_MIXED_VIEWS else TWO_CAMPS
        near = SPREAD_OF_AGREEMENT / sqrt(everyone.least_counted)
        return replace(finding, close_to_the_line=above(everyone.agreement, line - near))
    return finding


def _bands_in(likely: Range, setting: Setting) -> tuple[RuleName, ...]:
    """The bands that a range reaches into, the lowest first."""
    lowest, highest = likely
    tops = (inf, *CUTS)
    bands = zip(BANDS, (*CUTS, -inf), tops, strict=True)
    return tuple(
        name
        for name, bottom, top in reversed(list(bands))
        if at_least(highest, setting.cut(bottom)) and not at_least(lowest, setting.cut(top))
    )
