"""A round still being gathered: its particulars, one person's voice, and what the group agrees."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import StringConstraints

from cls_check.domain.assessments.talk import FactorTalk
from cls_check.domain.counts.tally import ANY_ANSWER
from cls_check.domain.dates import Day
from cls_check.domain.model import Count, Id, Line, MinimumGroup, Model, Organisations, Words
from cls_check.domain.terms import Stage

Way = Literal["alone", "one-after-another", "hands", "together"]
Answer = Annotated[str, StringConstraints(pattern=ANY_ANSWER)]


class Round(Model):
    """One sitting in one place at one date."""

    cls_check_round: Literal[1]
    place: Line
    date: Day
    round: Line | None = None
    stage: Stage | None = None
    organisations: Organisations | None = None
    """How many organisations and groups people come from, where somebody said so."""
    language: Id = "en"
    way: Way = "one-after-another"
    sensitive_group: MinimumGroup | None = None
    """Fewer people than twice the minimum group, chosen before anybody answered."""


class Voice(Model):
    """One person's answers in one round; private, and never part of an assessment."""

    cls_check_voice: Literal[1]
    perspective: Id | None = None
    finished: bool = False
    answers: dict[Id, Answer] = {}
    levels: dict[Id, Id] = {}


class Hands(Model):
    """A show of hands or cards: how many were here, and how many gave each answer; private."""

    cls_check_hands: Literal[1]
    present: dict[Id, Count]
    answers: dict[Id, dict[Id, dict[Answer, Count]]] = {}

    @property
    def people(self) -> int:
        """Everyone who was here."""
        return sum(self.present.values())


class Notes(Model):
    """What people wrote for the facilitator while they answered; it stays in the record."""

    cls_check_notes: Literal[1]
    about: dict[Id, tuple[Words, ...]]


class Talk(Model):
    """What the group agreed after talking, factor by factor, and what it said on reflection."""

    cls_check_talk: Literal[1]
    factors: dict[Id, FactorTalk] = {}
    reflections: dict[Id, Words] = {}

    @property
    def has_words(self) -> bool:
        """Whether anything was agreed or said."""
        return bool(self.factors or self.reflections)


NOTHING_SAID = Talk(**{"cls-check-talk": 1})
