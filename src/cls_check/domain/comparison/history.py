"""Many rounds of one place in the order of their days, each beside the one before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.comparison.comparison import Comparison, FactorShift, compare_counted
from cls_check.domain.comparison.counted import Counted
from cls_check.domain.findings.findings import FactorFindings, find

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cls_check.domain.assessments.assessment import Assessment

Source = TypeVar("Source")


@dataclass(frozen=True)
class PastRound(Generic[Source]):
    """A round, what can be said of it, and of the way to it from the one before."""

    source: Source
    """Where it is from, as whoever asked calls it."""
    assessment: Assessment
    findings: dict[str, FactorFindings]
    since: Comparison | None
    """None for the first round."""

    def shift(self, factor_id: str) -> FactorShift | None:
        """How a factor moved since the round before."""
        shifts = self.since.factors if self.since else ()
        return next((shift for shift in shifts if shift.id == factor_id), None)

    @property
    def wording_changed(self) -> bool:
        """Whether a statement is not what it was in the round before, or is asked anew."""
        shifts = self.since.shifts if self.since else ()
        return any(each.status != "same" for shift in shifts for each in shift.statements)

    @property
    def room_changed(self) -> bool:
        """Whether other people answered than in the round before."""
        return bool(self.since and self.since.room_changed)


@dataclass(frozen=True)
class PlaceHistory(Generic[Source]):
    """The rounds of one place, the first one first."""

    place: str
    rounds: tuple[PastRound[Source], ...]

    def factors(self) -> dict[str, str]:
        """Every factor of any round with its newest title, in the order of the newest round."""
        titles: dict[str, str] = {}
        for past in reversed(self.rounds):
            for key, factor in past.assessment.factors.items():
                titles.setdefault(key, factor.title)
        return titles


def histories(
    found: Iterable[tuple[Source, Assessment]],
) -> tuple[PlaceHistory[Source], ...]:
    """The rounds of each place; of several versions of one round the first that is given.

    One person's own pictures are not rounds of a group, and are left out.
    """
    places: dict[str, dict[str, tuple[Source, Assessment]]] = {}
    for source, assessment in found:
        if not assessment.one_view:
            rounds = places.setdefault(assessment.place, {})
            rounds.setdefault(assessment.date, (source, assessment))
    by_name = sorted(places, key=str.casefold)
    return tuple(PlaceHistory(name, tuple(_in_order(places[name]))) for name in by_name)


def _in_order(
    rounds: dict[str, tuple[Source, Assessment]],
) -> Iterator[PastRound[Source]]:
    before: Counted | None = None
    for day in sorted(rounds):
        source, assessment = rounds[day]
        now = Counted(protected(assessment))
        findings = {each.id: each for each in find(now.round, fragility=False)}
        since = compare_counted(before, now) if before else None
        yield PastRound(source, now.round, findings, since)
        before = now
