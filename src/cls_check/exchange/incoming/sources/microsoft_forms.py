"""Microsoft Forms: a workbook with a column for each question, and points for those of a quiz."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Source, headings

MICROSOFT_FORMS: Final = Source(
    "microsoft-forms",
    program="Microsoft Forms",
    is_seen=headings({"start time", "completion time"}),
    personal=frozenset(
        {"id", "start time", "completion time", "last modified time", "email", "name"}
    ),
    left_out=re.compile("(points|feedback) [-\u2013] .*|total points|quiz feedback"),
)
