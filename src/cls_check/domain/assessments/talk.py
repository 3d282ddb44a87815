"""What a group agrees after talking, factor by factor."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cls_check.domain.dates import DayOrWords
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


class FactorTalk(Model):
    """What the group agreed about one factor, and why."""

    level: Id | None = None
    because: Words | None = None
    evidence: tuple[Evidence, ...] = ()
    actions: tuple[Action, ...] = ()
