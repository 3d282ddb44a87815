"""Forms that save answers as JSON: SurveyJS, and our own page that works offline."""

from __future__ import annotations

from typing import Final

from cls_check.exchange.incoming.sources.source import Source

SAVED_FORM: Final = Source("form", is_seen=lambda seen: seen.is_saved, said="import.source.form")
