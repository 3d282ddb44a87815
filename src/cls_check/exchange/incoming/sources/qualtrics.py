"""Qualtrics: three rows of headings, with codes, with words, and with an `ImportId` each."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Mark, Source, headings

QUALTRICS: Final = Source(
    "qualtrics",
    program="Qualtrics",
    is_seen=headings(
        {"progress", "finished", "responseid"}, {"progress", "finished", "response id"}
    ),
    personal=frozenset(
        {
            "startdate", "start date", "enddate", "end date", "ipaddress", "ip address",
            "recordeddate", "recorded date", "responseid", "response id", "duration in seconds",
            "recipientlastname", "recipient last name", "recipientfirstname",
            "recipient first name", "recipientemail", "recipient email", "externalreference",
            "external data reference", "locationlatitude", "location latitude",
            "locationlongitude", "location longitude", "userlanguage", "user language",
        }
    ),
    left_out=re.compile("status|response type|progress|finished|distribution ?channel"),
    under_headings=re.compile("importid .*"),
    marks=(
        Mark(frozenset({"finished"}), re.compile("false|0|falsch|faux"), "unfinished"),
        Mark(frozenset({"status", "response type"}),
             re.compile("survey preview|survey test|preview|test|1|2|9|17"), "test"),
        Mark(frozenset({"status", "response type"}), re.compile("spam|8"), "rejected"),
    ),
)  # fmt: skip
