"""Then and now as pictures, with the numbers behind them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.charts.dumbbells import dumbbell, sample
from cls_check.reports.model.blocks import Table, table
from cls_check.reports.model.wording import one_decimal
from cls_check.words.speech import day_in_words, label, say

if TYPE_CHECKING:
    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.reports.charts.strips import Strip


def dumbbell_of(found: Comparison, shift: FactorShift) -> Strip | None:
    """Then and now for everyone, where both may be shown."""
    own = shift.everyone
    if own.then is None or own.now is None:
        return None
    then, now = one_decimal(own.then), one_decimal(own.now)
    told = say("chart.then-and-now", then=then, now=now)
    return dumbbell(told, float(then), float(now), own.kind, len(found.new.scale))


def key_of(found: Comparison) -> list[tuple[Strip | None, str]]:
    then, now = day_in_words(found.old.date), day_in_words(found.new.date)
    return [
        (sample(now=False), say("chart.then", date=then)),
        (sample(now=True), say("chart.now", date=now)),
        (None, say("chart.line")),
    ]


def then_and_now(found: Comparison) -> Table:
    """The numbers behind the pictures."""
    rows = []
    for shift in found.factors:
        both = (shift.everyone.then, shift.everyone.now)
        rows.append([shift.title, *("—" if n is None else one_decimal(n) for n in both)])
    columns = [label(f"column.{name}") for name in ("factor", "then", "now")]
    return table("then-and-now", label("table.then-and-now"), columns, {"": rows})
