"""The screens of one person answering: a thin front of the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.cli.console import InputEndedError, StoppedError, Terminal
from cls_check.domain.grammar import Asked, Mistake, understood
from cls_check.domain.session import (
    Answered,
    Question,
    Session,
    Skipped,
    Undone,
    after,
)
from cls_check.domain.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from cls_check.domain.questionnaire import Questionnaire


@dataclass(frozen=True)
class Screen:
    """What is asked, whom, and where answers go as soon as they are given."""

    terminal: Terminal
    questionnaire: Questionnaire
    save: Callable[[Session], None]

    def words_of(self, question: Question, answer: str) -> str:
        """An answer as a person reads it: "2, A little true"."""
        if question.kind == "level":
            return self.questionnaire.levels[answer]
        scale = self.questionnaire.scale
        if scale is None:
            return answer
        if answer == DONT_KNOW:
            return scale.dont_know
        if answer == CANNOT_ANSWER:
            return scale.cannot_answer
        return f"{answer}, {scale.answers[int(answer) - 1]}"


def answer_all(screen: Screen, session: Session) -> Session:
    """Ask until the person has looked through their answers and is content.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody answers any more.
    """
    _greet(screen, session)
    heading = ""
    while True:
        question = session.current
        if question is None:
            _review(screen, session)
            line = _asked_to_finish(screen)
            if not line:
                return session
        else:
            heading = _show(screen, session, question, heading)
            line = screen.terminal.ask(label("assess.prompt"))
        session = _react(screen, session, line)


def _asked_to_finish(screen: Screen) -> str:
    try:
        return screen.terminal.ask(label("assess.finish"))
    except InputEndedError:
        return ""  # a pipe that has answered everything has nothing more to say


def _greet(screen: Screen, session: Session) -> None:
    say, total = screen.terminal.say, len(session.questions)
    if session.answers:
        say(label("assess.welcome-back", done=len(session.answers), total=total), style="bold")
    else:
        title = screen.questionnaire.title
        say(label("assess.begin", title=title, count=total), style="bold")
        if screen.questionnaire.we:
            say(screen.questionnaire.we)
    say(label("assess.every-answer-is-saved"))


def _show(screen: Screen, session: Session, question: Question, heading: str) -> str:
    """Show one question, under its factor's title where that is new; gives the title shown."""
    say = screen.terminal.say
    factor = screen.questionnaire.factors[question.factor]
    if factor.title != heading:
        say()
        say(factor.title, style="bold cyan")
        if factor.meaning:
            say(factor.meaning)
    fields = {"number": session.position + 1, "total": len(session.questions), "id": question.id}
    say()
    say(label(f"assess.{question.kind}", **fields), style="dim")
    say(question.text if question.kind == "statement" else label("assess.levels"), style="bold")
    _show_choices(screen, question)
    if question.id in session.answers:
        given = screen.words_of(question, session.answers[question.id])
        say(label("assess.was", answer=given))
    return factor.title


def _show_choices(screen: Screen, question: Question) -> None:
    say, scale = screen.terminal.say, screen.questionnaire.scale
    if question.kind == "level":
        described = screen.questionnaire.factors[question.factor].levels
        for number, level in enumerate(question.choices, start=1):
            name = screen.questionnaire.levels[level]
            say(f"  {number}  {name}. {described.get(level, '')}".rstrip())
    elif scale:
        for number, answer in enumerate(scale.answers, start=1):
            say(f"  {number}  {answer}")
        say(f"  d  {scale.dont_know}\n  x  {scale.cannot_answer}")


def _react(screen: Screen, session: Session, line: str) -> Session:
    """What one typed line does; every answer is safe on the disk when this returns."""
    meant = understood(line, session)
    if isinstance(meant, Mistake):
        screen.terminal.say(_explained(meant, session))
        return session
    if isinstance(meant, Asked):
        if meant.wish == "stop":
            raise StoppedError
        screen.terminal.say(_help(screen, session))
        return session
    changed = after(session, meant)
    if changed.answers != session.answers:
        screen.save(changed)
    _confirm(screen, session, meant)
    return changed


def _confirm(screen: Screen, session: Session, meant: object) -> None:
    say = screen.terminal.say
    match meant:
        case Answered((None,)):
            say(label("assess.left-blank"))
        case Answered((str() as answer,)):
            say(label("assess.recorded", answer=screen.words_of(session.left[0], answer)))
        case Answered(answers):
            say(label("assess.recorded-several", count=len(answers)))
        case Undone():
            say(label("assess.undone"))
        case Skipped() if session.current and session.current.id not in session.answers:
            say(label("assess.left-blank"))
        case _:
            pass


def _explained(mistake: Mistake, session: Session) -> str:
    match mistake.kind:
        case "too-many" | "too-few":
            return label("assess.too-many", left=len(session.left))
        case "no-such-statement":
            return label("assess.no-such-statement", part=mistake.part)
        case "nothing-to-undo":
            return label("assess.nothing-to-undo")
        case "not-an-answer":
            question = session.left[0]
            fields = {"part": mistake.part, "most": len(question.choices)}
            return label(f"assess.not-a-{question.kind}", **fields)


def _help(screen: Screen, session: Session) -> str:
    example, scale = session.questions[0].id, screen.questionnaire.scale
    if session.questions[0].kind == "level" or scale is None:
        return label("assess.help-levels", example=example)
    return label(
        "assess.help", dont_know=scale.dont_know, cannot_answer=scale.cannot_answer, example=example
    )


def _review(screen: Screen, session: Session) -> None:
    say = screen.terminal.say
    blank = len(session.questions) - len(session.answers)
    told = label("assess.review-blank", n=blank) if blank else label("assess.review")
    say()
    say(told, style="bold")
    for question in session.questions:
        answer = session.answers.get(question.id)
        given = screen.words_of(question, answer) if answer else label("assess.blank")
        say(f"  {question.id:<8} {given:<22} {question.text}")
