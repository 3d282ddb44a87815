"""The rules that make findings from numbers: one table, in the order in which they are said.

The first that holds is the headline. What is said where, and in which words, follows from the
name and the group of a rule. Cut points are written for five answers and move in proportion for
other scales: 1 + (cut - 1) * (K - 1) / 4.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from math import fsum, inf
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cls_check.domain.counts.statistics import agreement, typical_answer
from cls_check.domain.terms import EVERYONE, NO_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from cls_check.domain.counts.tally import Tally

RuleName = Literal[
    "not-enough",
    "cannot-say",
    "perspectives-differ",
    "views-differ",
    "strength",
    "growing-well",
    "growing",
    "starting",
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
PERSPECTIVES_APART = 1.0
PEOPLE_TO_COMPARE = 5
MIXED_VIEWS, TWO_CAMPS = 0.3, 0.0
PEOPLE_FOR_MIXED_VIEWS, PEOPLE_FOR_TWO_CAMPS = 8, 5
CUTS = STRENGTH, GROWING_WELL, GROWING = 4.0, 3.5, 2.5
NEAR_A_CUT = 0.2
WEIGHT_MATTERS = 0.5


class Measure(NamedTuple):
    """What one group's answers to the statements of a factor come to.

    `least` and `most` are people on the scale over all statements; `least_counted` is the least
    over the statements that have enough of them to count.
    """

    least: int
    most: int
    least_counted: int
    typical_answer: float | None
    agreement: float | None
    cannot_say: float | None


@dataclass(frozen=True)
class Setting:
    """What the rules need to know beside the numbers."""

    positions: int
    has_evidence: bool = False
    one_view: bool = False

    def cut(self, point: float) -> float:
        """A cut point of the scale of five, on this scale."""
        return 1 + self.distance(point - 1)

    def distance(self, steps: float) -> float:
        """A distance on the scale of five, on this scale."""
        return steps * (self.positions - 1) / 4


@dataclass(frozen=True)
class Finding:
    """One thing that can be said, and what it rests on."""

    rule: RuleName
    groups: tuple[str, ...] = ()
    """The two perspectives that differ, lower answer first."""
    two_camps: bool = False
    """Whether people who differ fall into two groups."""
    close_to_the_line: bool = False
    fragile: bool = False
    """Whether one person answering one step differently could change the headline."""


def mean(numbers: Sequence[float]) -> float:
    """The mean, the same to the last digit in whatever order the numbers come."""
    return fsum(numbers) / len(numbers)


def measure(tallies: Sequence[Tally], fewest: Sequence[int]) -> Measure:
    """Sum up one group's tallies of a factor's statements, each counted from so many people on."""
    sizes = [tally.n for tally in tallies]
    sized = list(zip(tallies, sizes, fewest, strict=True))
    counted = [(tally.counts, n) for tally, n, least in sized if n >= max(least, 1)]
    asked = [tally for tally, n, least in sized if n + tally.dont_know >= max(least, 1)]
    enough = bool(counted) and 2 * len(counted) >= len(tallies)
    agreements = [a for counts, _ in counted if (a := agreement(counts)) is not None]
    typical = [t for counts, _ in counted if (t := typical_answer(counts)) is not None]
    unsure = [c for tally in asked if (c := tally.cannot_say) is not None]
    return Measure(
        least=min(sizes, default=0),
        most=max(sizes, default=0),
        least_counted=min((n for _, n in counted), default=0),
        typical_answer=mean(typical) if enough else None,
        agreement=mean(agreements) if enough and agreements else None,
        cannot_say=mean(unsure) if unsure else None,
    )


def findings_of(by: Mapping[str, Measure], setting: Setting) -> Iterator[Finding]:
    """Every finding that holds for a factor; `by` holds everyone and each shown perspective."""
    return that_hold(by[EVERYONE], comparable(by), setting)


def comparable(by: Mapping[str, Measure]) -> dict[str, float]:
    """The typical answers of the perspectives with enough people to be held against each other.

    Joined perspectives are no perspective: nobody could be asked what they see.
    """
    return {
        name: group.typical_answer
        for name, group in by.items()
        if name not in NO_PERSPECTIVES
        and group.typical_answer is not None
        and group.most >= PEOPLE_TO_COMPARE
    }


def that_hold(
    everyone: Measure, perspectives: Mapping[str, float], setting: Setting
) -> Iterator[Finding]:
    """Every finding that holds, given everyone's numbers and perspectives' typical answers."""
    case = Case(everyone, perspectives, setting)
    for rule in RULES:
        proof = rule.proof(case)
        if proof is not None:
            yield Finding(rule.name, proof.groups, proof.two_camps)


class Case(NamedTuple):
    """What a rule looks at: everyone's numbers, and the perspectives' typical answers."""

    everyone: Measure
    perspectives: Mapping[str, float]
    setting: Setting


class Proof(NamedTuple):
    """That a rule holds, and what its words need beside the numbers."""

    groups: tuple[str, ...] = ()
    two_camps: bool = False


PROVED = Proof()


class Rule(NamedTuple):
    """A rule: its name in files and keys of words, where a report tells of it, what proves it."""

    name: RuleName
    group: Group
    proof: Callable[[Case], Proof | None]


def _above(value: float, bound: float) -> bool:
    return round(value - bound, 9) > 0


def at_least(value: float, bound: float) -> bool:
    """Whether a value reaches a bound; a mean of fractions may miss it by the last digit."""
    return round(value - bound, 9) >= 0


def _not_enough(case: Case) -> Proof | None:
    return PROVED if case.everyone.typical_answer is None else None


def _cannot_say(case: Case) -> Proof | None:
    share = case.everyone.cannot_say
    return PROVED if share is not None and _above(share, MANY_CANNOT_SAY) else None


def _perspectives_differ(case: Case) -> Proof | None:
    if case.setting.one_view:
        return None
    apart = _furthest_apart(case.perspectives, case.setting)
    return Proof(groups=apart) if apart else None


def _views_differ(case: Case) -> Proof | None:
    agreed, people = case.everyone.agreement, case.everyone.least_counted
    if case.setting.one_view or agreed is None or people < PEOPLE_FOR_TWO_CAMPS:
        return None
    mixed = MIXED_VIEWS if people >= PEOPLE_FOR_MIXED_VIEWS else TWO_CAMPS
    if at_least(agreed, mixed):
        return None
    return Proof(two_camps=not at_least(agreed, TWO_CAMPS))


def _furthest_apart(perspectives: Mapping[str, float], setting: Setting) -> tuple[str, str] | None:
    """The two perspectives furthest apart, if far enough; of equal pairs the first in order."""
    answers = perspectives.values()
    widest = max(answers, default=0) - min(answers, default=0)
    if not at_least(widest, setting.distance(PERSPECTIVES_APART)):
        return None
    one, two = max(
        combinations(perspectives, 2),
        key=lambda pair: round(abs(perspectives[pair[0]] - perspectives[pair[1]]), 9),
    )
    return (one, two) if perspectives[one] < perspectives[two] else (two, one)


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
    Rule("perspectives-differ", "differ", _perspectives_differ),
    Rule("views-differ", "differ", _views_differ),
    Rule("strength", "strong", _typical_from(STRENGTH)),
    Rule("growing-well", "strong", _typical_from(GROWING_WELL, STRENGTH)),
    Rule("growing", "effort", _typical_from(GROWING, GROWING_WELL)),
    Rule("starting", "effort", _typical_from(-inf, GROWING)),
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


def told(by: Mapping[str, Measure], setting: Setting, *, fragile: bool) -> tuple[Finding, ...]:
    """Every finding that holds, with what makes it less than sure."""
    found = list(findings_of(by, setting))
    if fragile:
        found[0] = replace(found[0], fragile=True)
    typical = by[EVERYONE].typical_answer
    close = typical is not None and _close_to_a_cut(typical, setting)
    return tuple(
        replace(finding, close_to_the_line=True) if close and finding.rule in BANDS else finding
        for finding in found
    )


def _close_to_a_cut(typical: float, setting: Setting) -> bool:
    near = setting.distance(NEAR_A_CUT)
    return any(at_least(near, abs(typical - setting.cut(cut))) for cut in CUTS)
