"""The kinds of form that a questionnaire can become."""

from __future__ import annotations

from enum import StrEnum


class FormKind(StrEnum):
    """What a form is made for; the names that people type."""

    XLSFORM = "xlsform"
    SURVEYJS = "surveyjs"
    HTML = "html"
    MSFORMS = "msforms"
    PAPER = "paper"
