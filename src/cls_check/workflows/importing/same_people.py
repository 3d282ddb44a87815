"""Whether two rows of answers are one person's, who has changed some of them or given more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from cls_check.domain.rounds.round import Voice
    from cls_check.exchange.incoming.response import Response

HARDLY_CHANGED = 0.8
"""Two rows that share this part of their answers, 0 to 1, are taken for one person's."""

FEWEST_TO_KNOW_AGAIN = 2
FEWEST_UNDER_ANOTHER_NAME = 10
"""From so many answers on that are all alike, people are known again under another perspective."""

MOST_COMPARED = 300_000
"""Pairs; of more, only those are found whose perspective and first answers are as they were."""


def pairs_of_one_person(
    before: Sequence[Voice], now: Sequence[Response]
) -> Iterator[tuple[int, int]]:
    """The places in both of those who seem to be one person; each is in one pair at most."""
    free = dict(enumerate(before))
    if len(before) * len(now) > MOST_COMPARED:
        now = now[: MOST_COMPARED // max(len(before), 1)]
    for place, response in enumerate(now):
        found = next((key for key, voice in free.items() if _is_one(voice, response)), None)
        if found is not None:
            del free[found]
            yield found, place


def _is_one(voice: Voice, response: Response) -> bool:
    old, new = voice.answers, response.answers
    equal = _equal(old, new)
    if voice.perspective != response.perspective:
        return equal == len(old) == len(new) >= FEWEST_UNDER_ANOTHER_NAME
    if equal < FEWEST_TO_KNOW_AGAIN:
        return False
    either = len(old.keys() | new.keys())
    got_more = equal == min(len(old), len(new))
    return got_more or equal >= HARDLY_CHANGED * either


def _equal(old: Mapping[str, str], new: Mapping[str, str]) -> int:
    return sum(new.get(key) == answer for key, answer in old.items())
