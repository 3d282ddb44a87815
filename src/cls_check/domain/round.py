"""A round still being gathered: its particulars, one person's voice, and what the group agrees."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from cls_check.domain.dates import Day, DayOrWords
from cls_check.domain.model import Id, Line, Model, Words

Stage = Literal["getting-going", "under-way", "established"]
Way = Literal["alone", "one-after-another", "hands", "together"]
WhoseEvidence = Literal["people", "staff-and-leaders", "partners", "processes"]

LOWEST_MINIMUM_GROUP = 3
USUAL_MINIMUM_GROUP = 5
MinimumGroup = Annotated[int, Field(ge=LOWEST_MINIMUM_GROUP, le=1000, strict=True)]
Answer = Annotated[str, StringConstraints(pattern=r"^([1-9]|1[01]|dont-know|cannot-answer)$")]


class Round(Model):
    """One sitting in one place at one date."""

    cls_check_round: Literal[1]
    place: Line
    date: Day
    round: Line | None = None
    stage: Stage | None = None
    language: Id = "en"
    way: Way = "one-after-another"


class Voice(Model):
    """One person's answers in one round; private, and never part of an assessment."""

    cls_check_voice: Literal[1]
    perspective: Id | None = None
    finished: bool = False
    answers: dict[Id, Answer] = {}
    levels: dict[Id, Id] = {}


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


class Talk(Model):
    """What the group agreed after talking, factor by factor, and what it said on reflection."""

    cls_check_talk: Literal[1]
    factors: dict[Id, FactorTalk] = {}
    reflections: dict[Id, Words] = {}
