"""SurveyMonkey: two rows of headings, the question above and its rows or `Response` below."""

from __future__ import annotations

import re
from typing import Final

from cls_check.exchange.incoming.sources.source import Source, headings

SURVEYMONKEY: Final = Source(
    "surveymonkey",
    program="SurveyMonkey",
    is_seen=headings({"respondent id", "collector id"}),
    personal=frozenset(
        {
            "respondent id", "collector id", "start date", "end date", "ip address",
            "email address", "first name", "last name", "custom data 1",
        }
    ),
    under_headings=re.compile(
        "(open ended )?response|other please specify|antwort|réponse|respuesta|risposta|resposta|"
        "antwoord|odpowiedź|ymateb|svar|vastaus|odpověď|odpoveď|válasz|răspuns|odgovor|απάντηση|"
        "отговор|vastus|atbilde|atsakymas|freagra|tweġiba"
    ),
)  # fmt: skip
