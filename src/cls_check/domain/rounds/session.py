"""Answering, as a pure reducer: a session and an event give the next session.

Every way of answering uses it: at a keyboard, from paper, by a show of hands, through a pipe. It
knows no screen and no file; the caller writes what changed before it asks for more.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

Kind = Literal["statement", "level", "hands"]


@dataclass(frozen=True)
class Question:
    """One thing to answer: a statement, a factor whose level is picked, or hands to count."""

    id: str
    kind: Kind
    factor: str
    text: str
    choices: tuple[str, ...]
    """What can be chosen, lowest first, as written in files: "1" to K, or the levels' ids."""
    group: str = ""
    """Whose hands are counted."""
    people: int = 0
    """How many of them are here."""

    @property
    def outside(self) -> tuple[str, ...]:
        """Answers beside the scale; a level has none, it is left blank instead."""
        return () if self.kind == "level" else (DONT_KNOW, CANNOT_ANSWER)

    def accepts(self, answer: str | None) -> bool:
        """Whether this can be the answer; None takes one away."""
        if answer is None or self.kind == "hands":
            return True  # counts were read with the number of people at hand
        return answer in (*self.choices, *self.outside)


def questions_of(questionnaire: Questionnaire) -> tuple[Question, ...]:
    """Every statement in order; the factors' levels where there are no statements."""
    scale = positions_of(questionnaire)
    statements = tuple(
        Question(key, "statement", factor_id, statement.text, scale)
        for factor_id, factor in questionnaire.factors.items()
        for key, statement in factor.statements.items()
    )
    return statements or tuple(
        Question(key, "level", key, factor.title, tuple(questionnaire.levels))
        for key, factor in questionnaire.factors.items()
    )


def positions_of(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The answers of the scale as they are written: "1" to K; none without a scale."""
    positions = len(questionnaire.scale.answers) if questionnaire.scale else 0
    return tuple(map(str, range(1, positions + 1)))


@dataclass(frozen=True)
class Session:
    """Where one person is in the questions, and what they have answered so far."""

    questions: tuple[Question, ...]
    answers: Mapping[str, str] = field(default_factory=dict)
    position: int = 0
    before: Session | None = None
    """The session before the last change, for undoing it."""

    @property
    def current(self) -> Question | None:
        """The question to ask now; None once past the last one."""
        return self.questions[self.position] if self.position < len(self.questions) else None

    @property
    def left(self) -> tuple[Question, ...]:
        """The questions from the current one on."""
        return self.questions[self.position :]

    @property
    def left_in_factor(self) -> int:
        """How many questions of the current factor are left, the current one too."""
        factor = self.left[0].factor if self.left else ""
        return next(
            (count for count, q in enumerate(self.left) if q.factor != factor), len(self.left)
        )


def started(questions: tuple[Question, ...], answers: Mapping[str, str] | None = None) -> Session:
    """A session that goes on after the last question that has an answer."""
    given = {q.id: answers[q.id] for q in questions if q.id in (answers or {})} if answers else {}
    last = max((place for place, q in enumerate(questions, start=1) if q.id in given), default=0)
    return Session(questions, given, last)


@dataclass(frozen=True)
class Answered:
    """Answers to the current question and those after it; None takes an answer away."""

    answers: tuple[str | None, ...]


@dataclass(frozen=True)
class Skipped:
    """On to the next question; an answer that is there stays."""


@dataclass(frozen=True)
class WentBack:
    """To the question before."""


@dataclass(frozen=True)
class Undone:
    """The last change is taken back."""


@dataclass(frozen=True)
class WentTo:
    """To the question with this id."""

    id: str


@dataclass(frozen=True)
class Reviewed:
    """To the end, where everything is looked through."""


Event = Answered | Skipped | WentBack | Undone | WentTo | Reviewed


def after(session: Session, event: Event) -> Session:
    """The session after an event; an event that makes no sense here changes nothing."""
    match event:
        case Answered(answers):
            return _answered(session, answers)
        case Undone():
            return session.before or session
        case Skipped():
            return _at(session, session.position + 1)
        case WentBack():
            return _at(session, session.position - 1)
        case Reviewed():
            return _at(session, len(session.questions))
        case WentTo(wanted):
            places = [place for place, q in enumerate(session.questions) if q.id == wanted]
            return _at(session, places[0]) if places else session


def _at(session: Session, position: int) -> Session:
    return replace(session, position=min(max(position, 0), len(session.questions)))


def _answered(session: Session, answers: tuple[str | None, ...]) -> Session:
    if not fits(session.left, answers):
        return session
    given = dict(session.answers)
    for question, answer in zip(session.left, answers, strict=False):
        if answer is None:
            given.pop(question.id, None)
        else:
            given[question.id] = answer
    in_order = {q.id: given[q.id] for q in session.questions if q.id in given}
    position = session.position + len(answers)
    return replace(session, answers=in_order, position=position, before=session)


def fits(questions: tuple[Question, ...], answers: tuple[str | None, ...]) -> bool:
    """Whether these answers can be given to the first of these questions, one each."""
    return 0 < len(answers) <= len(questions) and all(
        question.accepts(answer) for question, answer in zip(questions, answers, strict=False)
    )
