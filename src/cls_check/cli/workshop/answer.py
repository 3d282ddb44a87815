"""The screens of one person answering: a thin front of the session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.cli.screen.terminal import InputEndedError, StoppedError, Terminal
from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.domain.rounds.grammar import (
    Asked,
    Mistake,
    Noted,
    Reading,
    answers_in,
    understood,
    whole_factors,
)
from cls_check.domain.rounds.session import (
    Answered,
    Question,
    Session,
    Skipped,
    Undone,
    after,
    started,
)
from cls_check.errors import ClsCheckError
from cls_check.files.records import ChangedMeanwhileError
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.grammar import Mistake
    from cls_check.domain.rounds.session import Session
    from cls_check.files.records import Outcome


@dataclass(frozen=True)
class Screen:
    """What is asked, whom, and where answers go as soon as they are given."""

    terminal: Terminal
    questionnaire: Questionnaire
    save: Callable[[Session], Outcome]
    on_disk: Callable[[], Mapping[str, str]]
    """What stands on the disk now, after somebody else has changed it."""
    add_note: Callable[[str, str], None]
    """Keeps words for the facilitator, with the statement that they are about."""
    reading: Reading = answers_in

    def words_of(self, question: Question, answer: str) -> str:
        """An answer as a person reads it: "2, A little true"."""
        if question.kind == "level":
            return self.questionnaire.levels[answer]
        scale = self.questionnaire.scale
        if scale is None or question.kind == "hands":
            return answer
        if answer == DONT_KNOW:
            return scale.dont_know
        if answer == CANNOT_ANSWER:
            return scale.cannot_answer
        return label("assess.answer", number=answer, words=scale.answers[int(answer) - 1])


def answer_all(screen: Screen, session: Session) -> Session:
    """Ask until the person has looked through their answers and is content.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody answers any more.
    """
    _greet(screen, session)
    heading, shown = "", None
    while True:
        question = session.current
        if question is None:
            review(screen, session)
            line = asked_to_finish(screen)
            if not line:
                return session
            heading = ""
        else:
            if session is not shown:  # after help or a slip the question still stands above
                heading = _show(screen, session, question, heading)
            line = screen.terminal.ask(label("assess.prompt"))
        shown = session
        session = react(screen, session, line)


def asked_to_finish(screen: Screen) -> str:
    """What is typed under the review; nothing where a pipe has answered everything."""
    try:
        return screen.terminal.ask(label("assess.finish"))
    except InputEndedError:
        return ""


def _greet(screen: Screen, session: Session) -> None:
    say, total = screen.terminal.say, len(session.questions)
    if session.answers:
        say(label("assess.welcome-back", done=len(session.answers), total=total), style="bold")
    else:
        title = screen.questionnaire.title
        say(label("assess.begin", title=title, n=total), style="bold")
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
    item, scale = screen.terminal.item, screen.questionnaire.scale
    if question.kind == "level":
        described = screen.questionnaire.factors[question.factor].levels
        for number, level in enumerate(question.choices, start=1):
            name, description = screen.questionnaire.levels[level], described.get(level)
            told = label("assess.level-described", name=name, description=description)
            item(str(number), told if description else name)
    elif scale:
        for number, answer in enumerate(scale.answers, start=1):
            item(str(number), answer)
        item("d", scale.dont_know)
        item("x", scale.cannot_answer)


def react(screen: Screen, session: Session, line: str) -> Session:
    """What one typed line does; every answer is safe on the disk when this returns.

    Raises:
        StoppedError: they want to stop.
        ClsCheckError: nobody is there to type a bad line again.
    """
    say = screen.terminal.say
    match understood(line, session, screen.reading):
        case Mistake() as mistake:
            told = explained(mistake, session)
            if screen.terminal.no_input:
                raise ClsCheckError.of(told, label("assess.mend-the-input"))
            say(told)
            return session
        case Asked("stop"):
            raise StoppedError
        case Asked():
            say(_help(screen, session))
            return session
        case Noted(words):
            screen.add_note(session.left[0].id if session.left else "all", words)
            say(label("assess.noted"))
            return session
        case event:
            changed = after(session, event)
            if changed.answers != session.answers:
                return _saved(screen, session, changed, event)
            _confirm(screen, session, event)
            return changed


def _saved(screen: Screen, session: Session, changed: Session, event: object) -> Session:
    """Save what changed; where that cannot be done, nothing has changed and that is said."""
    say = screen.terminal.say
    try:
        outcome = screen.save(changed)
    except ChangedMeanwhileError:
        say(label("assess.changed-meanwhile"), style="bold")
        return started(session.questions, screen.on_disk())
    except ClsCheckError as error:
        if screen.terminal.no_input:
            raise
        say(str(error))
        say(label("assess.not-recorded"), style="bold")
        return session
    if outcome != "saved":
        say(label(f"assess.{outcome}"), style="bold")
    _confirm(screen, session, event)
    return changed


def _confirm(screen: Screen, session: Session, event: object) -> None:
    say = screen.terminal.say
    match event:
        case Answered((None,)):
            say(label("assess.left-blank"))
        case Answered((str() as answer,)):
            say(label("assess.recorded", answer=screen.words_of(session.left[0], answer)))
        case Answered(answers):
            say(label("assess.recorded-several", n=len(answers)))
        case Undone():
            say(label("assess.undone"))
        case Skipped() if session.current and session.current.id not in session.answers:
            say(label("assess.left-blank"))
        case _:
            pass


def _help(screen: Screen, session: Session) -> str:
    first, scale = session.questions[0], screen.questionnaire.scale
    if first.kind == "level" or scale is None:
        return label("assess.help-levels", example=first.id)
    fields = {"dont_know": scale.dont_know, "cannot_answer": scale.cannot_answer}
    if screen.reading is whole_factors:
        return label("assess.help-paper", **fields, example=first.factor)
    key = "assess.help-hands" if first.kind == "hands" else "assess.help"
    return label(key, **fields, example=first.id.partition(" ")[0])


def review(screen: Screen, session: Session) -> None:
    """Every question with its answer, to look through."""
    say = screen.terminal.say
    blank = len(session.questions) - len(session.answers)
    told = label("assess.review-blank", n=blank) if blank else label("assess.review")
    say()
    say(told, style="bold")
    width = max(len(question.id) for question in session.questions)
    for question in session.questions:
        answer = session.answers.get(question.id)
        given = screen.words_of(question, answer) if answer else label("assess.blank")
        line = label("assess.review-line", answer=given, statement=question.text)
        screen.terminal.item(question.id, line, width=width)


def explained(mistake: Mistake, session: Session) -> str:
    """Whole sentences that begin with the fact; nothing was recorded."""
    if mistake.kind == "not-an-answer":
        question = session.left[0]
        fields = {"part": mistake.part, "most": len(question.choices)}
        return label(f"assess.not-a-{question.kind}", **fields)
    fields = {"part": mistake.part, "n": mistake.given, "wanted": mistake.wanted}
    return label(f"assess.{mistake.kind}", **fields)
