"""What people said once of the columns and the words of a form, so that it is asked no more."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from cls_check.domain.model import Id, Model
from cls_check.domain.rounds.round import Answer

Meant = Answer | Literal["no-answer"]
"""An answer, or that a text stands for an empty cell."""

Heading = Annotated[str, StringConstraints(min_length=1, max_length=500)]
"""Words at the head of a column, or in a cell; 1 to 500 characters."""


class ImportMap(Model):
    """Which column is about which statement, and what words mean; nothing about any person."""

    cls_check_import_map: Literal[1]
    questionnaire: Id | None = None
    """The one that it is about; columns of another mean other things."""
    columns: dict[Heading, Id] = {}
    """A statement's id, or one of: perspective, voice, which-statement, answer, count, leave-out."""
    perspectives: dict[Heading, Id] = {}
    answers: dict[Heading, Meant] = {}


NOTHING_TOLD = ImportMap(**{"cls-check-import-map": 1})
