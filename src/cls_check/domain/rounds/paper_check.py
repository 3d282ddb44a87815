"""Typing in paper forms: which form is checked again, and for which factor.

One form in ten is typed a second time for one factor, which shows a pile that was read wrongly
(a page turned over twice, a scale read from the wrong end) while the paper is still at hand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

EVERY = 10
EARLY = 3
"""The first one comes among this many forms, for a small pile may have no tenth."""


def factor_to_check(form: int, seed: str, factors: Sequence[str]) -> str | None:
    """The factor to type again after this form (the first is 1), or None.

    In each ten forms one is chosen, from the seed alone, so that nobody can know before which.
    """
    ten, place = divmod(form - 1, EVERY)
    chance = crc32(f"{seed} {ten}".encode())
    if place != chance % (EVERY if ten else EARLY):
        return None
    return factors[chance // EVERY % len(factors)]
