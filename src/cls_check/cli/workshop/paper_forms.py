"""Typing in paper forms: a perspective, then one line a factor, as the answer sheet has it.

One form in ten is typed a second time for one factor, while the paper is at hand.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.cli.workshop.answer import react, review
from cls_check.domain.rounds.grammar import Mistake, whole_factors
from cls_check.domain.rounds.paper_check import factor_to_check
from cls_check.domain.rounds.session import Answered, Reviewed, Session, Skipped, WentTo, after
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.cli.workshop.answer import Screen


@dataclass
class Pile:
    """The forms of one sitting: how many were typed in, and how those checked again came out."""

    seed: str
    typed: int = 0
    matching: list[bool] = field(default_factory=list)

    def told(self) -> str:
        """How many forms were typed and checked, in words; "" where none was checked."""
        if not self.matching:
            return ""
        if all(self.matching):
            return label("paper.all-match", n=len(self.matching), forms=self.typed)
        wrong = self.matching.count(False)
        return label("paper.some-differ", n=wrong, checked=len(self.matching), forms=self.typed)


def type_in(screen: Screen, session: Session, pile: Pile) -> Session:
    """Ask for one form, a line a factor, and check it again where its turn has come.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody types any more.
    """
    session = _lines(screen, session)
    pile.typed += 1
    factors = tuple(dict.fromkeys(question.factor for question in session.questions))
    chosen = factor_to_check(pile.typed, pile.seed, factors)
    return _checked_again(screen, session, chosen, pile) if chosen else session


def _lines(screen: Screen, session: Session) -> Session:
    while session.current:
        factor = session.current.factor
        session = _at_the_start(session, factor)
        number = 1 + list(screen.questionnaire.factors).index(factor)
        fields = {"number": number, "title": screen.questionnaire.factors[factor].title}
        line = screen.terminal.ask(label("paper.line", n=session.left_in_factor, **fields))
        before = session
        session = react(screen, session, line) if line else _past(screen, session)
        if session.current is None and line.casefold() == "r":
            review(screen, session)
            session = before
    return session


def _at_the_start(session: Session, factor: str) -> Session:
    """The session at the first statement of a factor: going back goes by factors here."""
    first = next(question for question in session.questions if question.factor == factor)
    return after(session, WentTo(first.id))


def _past(screen: Screen, session: Session) -> Session:
    """On to the next factor; what is there stays."""
    ids = [question.id for question in session.left[: session.left_in_factor]]
    if not any(key in session.answers for key in ids):
        screen.terminal.say(label("assess.left-blank"))
    for _ in ids:
        session = after(session, Skipped())
    return session


def _checked_again(screen: Screen, session: Session, factor: str, pile: Pile) -> Session:
    terminal = screen.terminal
    asked = _at_the_start(session, factor)
    terminal.say(label("paper.check", form=pile.typed), style="bold")
    again = _typed_again(screen, asked)
    if again is None:
        return session
    ids = [question.id for question in asked.left[: asked.left_in_factor]]
    first = tuple(session.answers.get(key) for key in ids)
    differing = [key for key, one, two in zip(ids, first, again, strict=True) if one != two]
    pile.matching.append(not differing)
    if not differing:
        terminal.say(label("paper.matches"))
        return session
    return _settled(screen, session, asked, again, differing)


def _typed_again(screen: Screen, asked: Session) -> tuple[str | None, ...] | None:
    """The answers as typed a second time; None where Enter leaves it out."""
    factor = asked.left[0].factor
    fields = {
        "number": 1 + list(screen.questionnaire.factors).index(factor),
        "title": screen.questionnaire.factors[factor].title,
    }
    while True:
        line = screen.terminal.ask(label("paper.line", n=asked.left_in_factor, **fields))
        if not line:
            return None
        meant = whole_factors(line.casefold(), asked)
        if isinstance(meant, Answered) and len(meant.answers) == asked.left_in_factor:
            return meant.answers
        given = len(line) if isinstance(meant, Mistake) else len(meant.answers)
        screen.terminal.say(label("paper.check-line", n=given, wanted=asked.left_in_factor))


def _settled(
    screen: Screen,
    session: Session,
    asked: Session,
    again: tuple[str | None, ...],
    differing: list[str],
) -> Session:
    """Ask which of two typings is on the paper, and keep that."""
    questions = {question.id: question for question in asked.left}
    screen.terminal.say(label("paper.differs"), style="bold")
    typed = dict(zip(questions, again, strict=False))
    for key in differing:
        one, two = session.answers.get(key), typed[key]
        fields = {
            "id": key,
            "first": screen.words_of(questions[key], one) if one else label("assess.blank"),
            "second": screen.words_of(questions[key], two) if two else label("assess.blank"),
        }
        screen.terminal.item("", label("paper.difference", **fields))
    choices = {"first": label("paper.first"), "second": label("paper.second")}
    chosen = screen.terminal.choose(label("paper.which"), choices, option="")
    if chosen == "first":
        return session
    changed = after(asked, Answered(again))
    screen.save(changed)
    return after(changed, Reviewed())
