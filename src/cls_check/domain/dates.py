"""Days, written as year-month-day."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from cls_check.domain.model import problem

LOOKS_LIKE_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_day(written: str) -> bool:
    """Whether a text is year-month-day and such a day exists."""
    if not LOOKS_LIKE_A_DAY.fullmatch(written):
        return False
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _real_day(written: str) -> str:
    if not is_day(written):
        raise problem(
            f'"{written[:40]}" is not a day', 'Write year-month-day, for example "2026-09-10".'
        )
    return written


def _real_day_if_it_looks_like_one(written: str) -> str:
    return _real_day(written) if LOOKS_LIKE_A_DAY.fullmatch(written) else written


A_DAY = f"^{LOOKS_LIKE_A_DAY.pattern}$"
"""What a schema says of a day; whether there is such a day, it cannot say."""

Day = Annotated[str, AfterValidator(_real_day), Field(json_schema_extra={"pattern": A_DAY})]
"""A day such as "2026-09-10"."""

DayOrWords = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200),
    AfterValidator(_real_day_if_it_looks_like_one),
]
"""A day, or words such as "by Easter"."""
