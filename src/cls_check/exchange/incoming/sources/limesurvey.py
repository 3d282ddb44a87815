"""LimeSurvey: a CSV with codes or words; `A4` or `AO4` is the fourth answer."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Mark, Source, headings

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
    personal_look=re.compile(r"(question|group) ?time(\d+|:.*)?"),
    left_out=re.compile(r".*(\[comment\]|\[other\]|\(comment\))"),
    marks=(
        Mark(frozenset({"submitdate", "date submitted"}), re.compile(""), "unfinished"),
    ),
    code=re.compile("AO?([0-9]{1,2})"),
    not_asked=("N/A",),
)  # fmt: skip
