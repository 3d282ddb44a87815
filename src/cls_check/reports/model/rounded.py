"""Numbers as people read them: one decimal, the nearest answer, a range, a dash where there is none."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from cls_check.words.speech import label, say

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.measures import Measure

NOT_SHOWN = "—"
"""Stands in a table where there is no number to show."""


def one_decimal(number: float) -> str:
    """A number as people read it: halves go up, and -0.0 is 0.0."""
    exact = Decimal(repr(round(number, 9)))
    rounded = exact.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
    return str(rounded or abs(rounded))


def nearest_answer(typical: float, scale: tuple[str, ...]) -> str:
    """The words of the scale that a typical answer is closest to; halves go up."""
    place = int(Decimal(repr(round(typical, 9))).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    return scale[min(max(place, 1), len(scale)) - 1]


def typical_words(factor: FactorFindings, group: str) -> str:
    """A group's typical answer for a table; a dash where there is none to show."""
    own = factor.by.get(group)
    if own is None or own.typical_answer is None:
        return NOT_SHOWN
    return one_decimal(own.typical_answer)


def with_range(factor: FactorFindings, group: str) -> str:
    """A group's typical answer for a table, with what another group of its size would give."""
    own = factor.by.get(group)
    if own is None or own.likely_range is None:
        return typical_words(factor, group)
    return label("typical.range", typical=typical_words(factor, group), **range_fields(own))


def with_typical(key: str, typical: float, assessment: Assessment, **fields: object) -> str:
    answer = nearest_answer(typical, assessment.scale)
    return say(key, typical=one_decimal(typical), answer=answer, **fields)


def range_fields(own: Measure) -> dict[str, str]:
    """The ends of a likely range as people read them; nothing where there is none."""
    if own.likely_range is None:
        return {}
    low, high = map(one_decimal, own.likely_range)
    return {"low": low, "high": high}
