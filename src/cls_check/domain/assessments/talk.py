"""What a group agrees after talking, factor by factor."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cls_check.domain.dates import DayOrWords, is_day
from cls_check.domain.model import Id, Model, Words
from cls_check.domain.terms import WhoseEvidence


class Evidence(Model):
    """Something that shows how it is, and whose it is."""

    from_: Annotated[WhoseEvidence, Field(alias="from")]
    what: Words


class Action(Model):
    """Something that the group will do."""

    what: Words
    who: Words | None = None
    by: DayOrWords | None = None
    sign: Words | None = None
    done: bool = False

    def is_late(self, day: str) -> bool:
        """Whether it should have been done before this day, and was not."""
        return not self.done and is_day(self.by or "") and (self.by or "") < day


class FactorTalk(Model):
    """What the group agreed about one factor, and why."""

    level: Id | None = None
    because: Words | None = None
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
