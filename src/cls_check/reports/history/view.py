"""Many rounds of one place as a view like that of a report, so that it comes in the same forms."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from cls_check.domain.terms import EVERYONE
from cls_check.reports.charts.strips import Path, strip
from cls_check.reports.charts.years import years
from cls_check.reports.model.blocks import (
    Block,
    Point,
    Section,
    point,
    points,
    section,
    table,
    text,
)
from cls_check.reports.model.view import view
from cls_check.reports.model.wording import level_name, one_decimal
from cls_check.words.speech import day_in_words, label, month_in_words, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.comparison.history import PastRound, PlaceHistory
    from cls_check.domain.comparison.shift import ShiftKind
    from cls_check.reports.charts.strips import Strip
    from cls_check.reports.model.look import Look
    from cls_check.reports.model.view import View

NOTHING = "—"
MOST_IN_WORDS = 4
"""How many days stand over a table in words."""
MOST_SIDE_BY_SIDE = 5
"""How many rounds stand in one table."""


def history_view(
    found: PlaceHistory[str], unread: Sequence[str] = (), look: Look | None = None
) -> View:
    """Everything that is said of the rounds of a place, in order.

    Args:
        found: The rounds, with the names of where they are from.
        unread: What could not be read, a sentence each.
        look: How a page looks.
    """
    return view(
        "history",
        label("title.history", place=found.place),
        list(_sections(found, unread)),
        language=found.rounds[-1].assessment.language,
        foot=[say("read.independent")],
        with_contents=True,
        look=look,
    )


def _sections(found: PlaceHistory[str], unread: Sequence[str]) -> Iterator[Section]:
    yield section("rounds", label("heading.history.rounds"), _rounds(found))
    if len(found.rounds) > 1 and any(past.assessment.scale for past in found.rounds):
        yield section("moved", label("heading.history.moved"), _moved(found))
    if any(factor.level for past in found.rounds for factor in past.assessment.factors.values()):
        yield section("levels", label("heading.history.levels"), _levels(found))
    if unread:
        yield section("unread", label("heading.history.unread"), [points(map(point, unread))])


def _rounds(found: PlaceHistory[str]) -> Iterator[Block]:
    yield text(say("history.rounds", n=len(found.rounds)))
    yield points(_round(past) for past in found.rounds)
    if len(found.rounds) == 1:
        yield text(say("history.first"), role="note")


def _round(past: PastRound[str]) -> Point:
    told = [
        say("history.people", date=day_in_words(past.assessment.date), n=past.assessment.people)
    ]
    if past.wording_changed:
        told.append(say("history.wording"))
    if past.room_changed:
        told.append(say("history.room"))
    return point(" ".join(told), lead=_named(past))


def _named(past: PastRound[str]) -> str:
    name = past.assessment.round or day_in_words(past.assessment.date)
    return f"{name}, {past.source}" if past.source else name


def _moved(found: PlaceHistory[str]) -> Iterator[Block]:
    titles = found.factors()
    items = [_factor(found, key, title) for key, title in titles.items()]
    yield points(items, role="lanes", key=list(_key(found)))
    rows = [[title, *_cells(found, key)] for key, title in titles.items()]
    yield from _tables("typical", found, rows)


def _factor(found: PlaceHistory[str], key: str, title: str) -> Point:
    """A factor's way from round to round: what moved, in words and as a picture."""
    typical = [_typical(past, key) for past in found.rounds]
    kinds = [_shift(past, key) for past in found.rounds[1:]]
    told = [
        say(f"history.{kind}", date=day_in_words(past.assessment.date))
        for past, kind in zip(found.rounds[1:], kinds, strict=True)
        if is_a_shift(kind)
    ]
    if not told:
        compared = any(kind == "no-clear-change" for kind in kinds)
        told = [say("history.steady" if compared else "history.not-comparable")]
    return point(" ".join(told), lead=title, chart=_chart(found, typical, kinds))


def is_a_shift(kind: ShiftKind) -> bool:
    """Whether something is said to have moved, or that it may have."""
    return kind in {"up", "down", "maybe-up", "maybe-down"}


def _chart(
    found: PlaceHistory[str], typical: list[float | None], kinds: list[ShiftKind]
) -> Strip | None:
    if not any(answer is not None for answer in typical):
        return None
    shown = [None if answer is None else float(one_decimal(answer)) for answer in typical]
    named = (label("chart.years.none") if answer is None else str(answer) for answer in shown)
    title = say("chart.years", answers=", ".join(named))
    return years(title, shown, kinds, len(found.rounds[-1].assessment.scale))


def _key(found: PlaceHistory[str]) -> Iterator[tuple[Strip | None, str]]:
    scale = found.rounds[-1].assessment.scale
    dot = strip("", (0, 0, 16, 16), [Path("now", "M3.5 8a4.5 4.5 0 1 1 9 0a4.5 4.5 0 1 1-9 0z")])
    yield dot, say("history.key.point")
    yield None, say("history.key.levels", highest=scale[-1], lowest=scale[0])
    yield None, say("history.key.lines")
    yield None, say("history.limits")


def _typical(past: PastRound[str], key: str) -> float | None:
    """Everyone's typical answer to a factor, if it may be shown."""
    factor = past.findings.get(key)
    own = factor.by[EVERYONE] if factor else None
    return own.typical_answer if own else None


def _shift(past: PastRound[str], key: str) -> ShiftKind:
    shift = past.shift(key)
    return shift.everyone.kind if shift else "not-comparable"


def _days(found: PlaceHistory[str]) -> list[str]:
    """A column for each round; where there are many, the days are short."""
    days = [past.assessment.date for past in found.rounds]
    months = [month_in_words(day) for day in days]
    short = len(days) > MOST_IN_WORDS and len(set(months)) == len(days)
    return months if short else [day_in_words(day) for day in days]


def _cells(found: PlaceHistory[str], key: str) -> Iterator[str]:
    for past in found.rounds:
        typical = _typical(past, key)
        yield NOTHING if typical is None else one_decimal(typical)


def _levels(found: PlaceHistory[str]) -> Iterator[Block]:
    rows = [
        [title, *(_level(past, key) for past in found.rounds)]
        for key, title in found.factors().items()
    ]
    return _tables("levels", found, rows, numeric=False)


def _tables(
    what: str, found: PlaceHistory[str], rows: Sequence[Sequence[str]], *, numeric: bool = True
) -> Iterator[Block]:
    """A row for each factor and a column for each round, in as few tables as the page has room for."""
    days = _days(found)
    parts = _parts(len(days))
    for number, part in enumerate(parts):
        fields = {"first": days[part][0], "last": days[part][-1]}
        key = f"table.history.{what}" if len(parts) == 1 else f"table.history.{what}-part"
        cells = [[title, *cells[part]] for title, *cells in rows]
        columns = [label("column.factor"), *days[part]]
        anchor = f"{what}-{number + 1}" if number else what
        yield table(anchor, label(key, **fields), columns, {"": cells}, numeric=numeric)


def _parts(rounds: int) -> list[slice]:
    """Which rounds stand side by side, about as many in each table."""
    tables = -(-rounds // MOST_SIDE_BY_SIDE)
    ends = [rounds * number // tables for number in range(tables + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def _level(past: PastRound[str], key: str) -> str:
    factor = past.assessment.factors.get(key)
    return level_name(past.assessment, factor.level) if factor and factor.level else NOTHING
