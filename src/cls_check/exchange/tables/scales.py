"""A scale as people write it into one cell: "0 = Never; .5 = Often; 1 = Always"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

_PARTS: Final = ("\n", "|", ";", ",")
"""What parts the answers in a cell; the first that is there."""
_VALUED: Final = re.compile(
    r"(?P<value>-?\d*\.?\d+)(?:\s*[=:)\u2013-]\s*|\.\s+)(?P<label>.*\S)", re.DOTALL
)
_NUMBER: Final = re.compile(r"-?\d*\.?\d+")


class Option(NamedTuple):
    """An answer of a scale, and the number that stood for it; None where there was none."""

    label: str
    value: Decimal | None


def options_in(cell: str) -> tuple[Option, ...]:
    """The answers in a cell, lowest first where numbers say so, else as they stand."""
    mark = next((part for part in _PARTS if part in cell.strip()), None)
    parts = cell.strip().split(mark) if mark else [cell]
    return in_order(tuple(_option(part.strip()) for part in parts if part.strip()))


def _option(part: str) -> Option:
    if _NUMBER.fullmatch(part):
        return Option(part, Decimal(part))
    found = _VALUED.fullmatch(part)
    return Option(found["label"], Decimal(found["value"])) if found else Option(part, None)


def in_order(options: tuple[Option, ...]) -> tuple[Option, ...]:
    """The answers from low to high, if each has a number."""
    if any(option.value is None for option in options):
        return options
    return tuple(sorted(options, key=lambda option: option.value or Decimal(0)))


def own_values(options: tuple[Option, ...]) -> list[str]:
    """The numbers of a scale that is not simply 1, 2, 3 …; else none."""
    values = [option.value for option in options]
    if None in values or values == [Decimal(place) for place in range(1, len(values) + 1)]:
        return []
    return [str(value) for value in values]
