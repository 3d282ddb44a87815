"""Google Forms: a CSV with a time stamp first; the statement of a grid stands in `[ ]`."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Source, headings

GOOGLE_FORMS: Final = Source(
    "google-forms",
    program="Google Forms",
    is_seen=headings({"timestamp"}),
    personal=frozenset({"timestamp", "username", "email address"}),
    left_out=re.compile(r"score|.*\[(score|feedback)\]"),
)
