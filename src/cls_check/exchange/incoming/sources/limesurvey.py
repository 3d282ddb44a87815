"""LimeSurvey: a CSV with codes or words; `A4` or `AO4` is the fourth answer."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Source, headings

LIMESURVEY: Final = Source(
    "limesurvey",
    program="LimeSurvey",
    is_seen=headings({"lastpage", "startlanguage"}, {"submitdate"}),
    personal=frozenset(
        {
            "id", "response id", "submitdate", "date submitted", "lastpage", "startlanguage", "seed",
            "startdate", "enddate", "datestamp", "ipaddr", "ip address", "refurl", "token",
            "interviewtime",
        }
    ),
    personal_starts=("question time", "questiontime", "group time", "grouptime"),
    left_out=re.compile(r".*(\[comment\]|\[other\]|\(comment\))"),
    code=re.compile("AO?([0-9]{1,2})"),
    not_asked=("N/A",),
)  # fmt: skip
