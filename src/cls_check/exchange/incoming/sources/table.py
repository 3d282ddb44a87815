"""Every source of answers, in the order in which they are tried; only here are they listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cls_check.exchange.incoming.sources.google_forms import GOOGLE_FORMS
from cls_check.exchange.incoming.sources.limesurvey import LIMESURVEY
from cls_check.exchange.incoming.sources.microsoft_forms import MICROSOFT_FORMS
from cls_check.exchange.incoming.sources.odk import ODK
from cls_check.exchange.incoming.sources.own_tables import COUNTS, LONG, WIDE
from cls_check.exchange.incoming.sources.qualtrics import QUALTRICS
from cls_check.exchange.incoming.sources.saved_form import SAVED_FORM
from cls_check.exchange.incoming.sources.surveymonkey import SURVEYMONKEY

if TYPE_CHECKING:
    from cls_check.exchange.incoming.sources.source import Seen, Source

SOURCES: Final[tuple[Source, ...]] = (
    SAVED_FORM,
    COUNTS,
    LONG,
    SURVEYMONKEY,
    QUALTRICS,
    LIMESURVEY,
    MICROSOFT_FORMS,
    ODK,
    GOOGLE_FORMS,  # its one sign, a time stamp, stands in files of others too
    WIDE,  # whatever else has a row for each person
)

PERSONAL: Final = frozenset[str]().union(*(each.personal for each in SOURCES))
PERSONAL_LOOKS: Final = tuple(each.personal_look for each in SOURCES if each.personal_look)
LEFT_OUT: Final = tuple(each.left_out for each in SOURCES if each.left_out)
UNDER_HEADINGS: Final = tuple(each.under_headings for each in SOURCES if each.under_headings)
MARKS: Final = tuple(mark for each in SOURCES for mark in each.marks)
CODES: Final = tuple(each.code for each in SOURCES if each.code)


def source_of(seen: Seen) -> Source:
    """Where a file comes from."""
    return next(source for source in SOURCES if source.is_seen(seen))
