"""Tables that people make themselves: a row for each person, for each answer, or for each count."""

from __future__ import annotations

from typing import Final

from cls_check.exchange.incoming.sources.source import Source

WIDE: Final = Source(
    "wide",
    is_seen=lambda seen: seen.row == "person",
    said="import.source.wide",
)
LONG: Final = Source(
    "long",
    is_seen=lambda seen: seen.row == "answer",
    said="import.source.long",
    row="answer",
)
COUNTS: Final = Source(
    "counts",
    is_seen=lambda seen: seen.row == "count",
    said="import.source.counts",
    row="count",
)
