"""Whether a headline hangs on one person: what it would be had they answered a step differently."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from cls_check.domain.counts.statistics import Counts, agreement, typical_answer
from cls_check.domain.findings.measures import mean
from cls_check.domain.findings.rules import UNSURE, Setting, that_hold
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.domain.findings.gaps import Perspective, Perspectives
    from cls_check.domain.findings.gaps import Shares as Counted
    from cls_check.domain.findings.measures import Measure

Shares = tuple[Counts, ...]
"""One group's counts for each statement of a factor."""

Move = tuple[Counts, Counts]
"""One group's counts for a statement and everyone's, after one of the group's answers moved."""


def is_fragile(
    everyone: Measure,
    perspectives: Perspectives,
    shares: Mapping[str, Shares],
    fewest: Mapping[str, Sequence[int]],
    setting: Setting,
) -> bool:
    """Whether one person answering one step differently could change the headline.

    In one shown perspective, one count of every statement moves one step in one direction, from
    the answer where that moves the typical answer most, the perspective's own or everyone's.
    """
    headline = next(that_hold(everyone, perspectives, setting)).rule
    if setting.one_view or headline in UNSURE:
        return False  # an answer that moves along the scale changes none of these
    # People who answer differently are as many as before, so the same statements count.
    enough = {name: enough_people(shares[name], fewest[name]) for name in shares}
    for name in [name for name in shares if name != EVERYONE] or [EVERYONE]:
        for own, all_ in _one_person_differently(shares[name], shares[EVERYONE]):
            then = dict(perspectives)
            if name in then:
                then[name] = _answering(then[name], counted(own, enough[name]))
            changed = _changed(everyone, counted(all_, enough[EVERYONE]))
            if next(that_hold(changed, then, setting)).rule != headline:
                return True
    return False


def _one_person_differently(own: Shares, everyone: Shares) -> Iterator[tuple[Shares, Shares]]:
    pairs = list(zip(own, everyone, strict=True))
    for step in (1, -1):
        moves = [_telling_moves(mine, all_, step) for mine, all_ in pairs]
        # The two judges mostly agree on which move tells most; then there is one to look at.
        for moved in dict.fromkeys(zip(*moves, strict=True)):
            now_own, now_everyone = zip(*moved, strict=True)
            yield now_own, now_everyone


def _telling_moves(mine: Counts, everyone: Counts, step: int) -> list[Move]:
    """One of my group's answers a step away, from where it tells most: for us, and for everyone."""
    movable = [p for p, count in enumerate(mine) if count and 0 <= p + step < len(mine)]
    if not movable:
        return [(mine, everyone)] * 2
    for_us, for_all = (
        max(movable, key=_effects(judged, step).__getitem__) for judged in (mine, everyone)
    )
    move = (_moved(mine, for_us, step), _moved(everyone, for_us, step))
    if for_us == for_all:
        return [move] * 2
    return [move, (_moved(mine, for_all, step), _moved(everyone, for_all, step))]


@lru_cache(maxsize=4096)
def _effects(counts: Counts, step: int) -> list[float]:
    """How far the typical answer moves where one answer of each place goes a step; 0 if none can."""
    now = typical_answer(counts) or 0
    lowest, highest = _places_in_the_middle(counts)
    first, last = max(0, min(lowest, lowest - step)), max(highest, highest - step)
    effects = [0.0] * len(counts)
    for place in range(first, min(last + 1, len(counts))):
        if counts[place] and 0 <= place + step < len(counts):
            effects[place] = abs((typical_answer(_moved(counts, place, step)) or 0) - now)
    return effects


def _places_in_the_middle(counts: Counts) -> tuple[int, int]:
    """Of the two answers in the middle; what moves on one side of them leaves them as they are."""
    half, below, lowest = sum(counts) / 2, 0.0, -1
    for place, count in enumerate(counts):
        below += count
        if lowest < 0 and below >= half:
            lowest = place
        if below > half:
            return lowest, place
    return lowest, lowest


def _moved(counts: Counts, place: int, step: int) -> Counts:
    changed = [*counts]
    changed[place] -= 1
    changed[place + step] += 1
    return tuple(changed)


def _answering(perspective: Perspective, shares: Counted) -> Perspective:
    """A perspective with other answers of the same people."""
    typical = mean([typical_answer(share) or 0 for share in shares if share])
    return perspective._replace(typical_answer=typical, shares=shares)


def _changed(everyone: Measure, shares: Counted) -> Measure:
    """Everyone's numbers with other answers of the same people: middle and spread move."""
    known = [share for share in shares if share]
    agreed = everyone.agreement
    if agreed is not None:
        agreed = mean([agreement(share) or 0 for share in known])
    typical = mean([typical_answer(share) or 0 for share in known])
    return everyone._replace(typical_answer=typical, agreement=agreed)


def enough_people(shares: Shares, fewest: Sequence[int]) -> tuple[bool, ...]:
    """Which statements enough people answered to count."""
    pairs = zip(shares, fewest, strict=True)
    return tuple([sum(share) >= max(least, 1) for share, least in pairs])


def counted(shares: Shares, enough: Sequence[bool]) -> Counted:
    """The counts of those statements that enough people answered to count; None for the others."""
    return tuple([share if ok else None for share, ok in zip(shares, enough, strict=True)])
