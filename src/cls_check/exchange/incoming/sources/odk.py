"""ODK and Kobo: a CSV with the names of groups before those of statements, and much of the phone."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Mark, Source, headings

ODK: Final = Source(
    "odk",
    program="ODK or Kobo",
    is_seen=headings(
        {"key", "submissiondate"}, {"meta instanceid"}, {"uuid", "submission time"}
    ),
    personal=frozenset(
        {
            "submissiondate", "start", "end", "today", "key", "instanceid", "meta instanceid",
            "instancename", "meta instancename", "deviceid", "device id", "submitterid",
            "submittername", "submitted by", "subscriberid", "simserial", "phonenumber",
            "username", "uuid", "submission time", "rootuuid", "meta rootuuid", "index",
        }
    ),
    marks=(
        Mark(frozenset({"reviewstate", "system reviewstate"}),
             re.compile("rejected|hasissues"), "rejected"),
        Mark(frozenset({"validation status", "validation status label", "validation status uid"}),
             re.compile("not approved|validation status not approved"), "rejected"),
    ),
)  # fmt: skip
