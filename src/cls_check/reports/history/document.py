"""Many rounds for other programs: the document behind `history --format json`.

Full precision, nothing that may not be shown, null for what is undefined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.comparison.history import PastRound, PlaceHistory

SCHEMA = "cls-check/history/1"


def history_document(
    places: Sequence[PlaceHistory[str]], unread: Sequence[tuple[str, str]]
) -> dict[str, Any]:
    """The rounds of each place, and what could not be read with the reason."""
    return {
        "schema": SCHEMA,
        "places": [
            {
                "place": found.place,
                "rounds": [_round(past) for past in found.rounds],
                "factors": [
                    {"id": key, "title": title, "rounds": list(_factor(found, key))}
                    for key, title in found.factors().items()
                ],
            }
            for found in places
        ],
        "unread": [{"source": source, "why": why} for source, why in unread],
    }


def _round(past: PastRound[str]) -> dict[str, Any]:
    safe = past.assessment
    return {
        "date": safe.date,
        "round": safe.round,
        "source": past.source,
        "questionnaire": f"{safe.questionnaire.id} {safe.questionnaire.version}",
        "people": safe.people,
        "wording_changed": past.wording_changed,
        "room_changed": past.room_changed,
    }


def _factor(found: PlaceHistory[str], key: str) -> Iterator[dict[str, Any]]:
    for past in found.rounds:
        factor, shift = past.findings.get(key), past.shift(key)
        own = factor.by[EVERYONE] if factor else None
        yield {
            "date": past.assessment.date,
            "typical_answer": own.typical_answer if own else None,
            "agreement": own.agreement if own else None,
            "level": factor.factor.level if factor else None,
            "headline": factor.headline if factor else None,
            "shift": shift.everyone.kind if shift else None,
        }
