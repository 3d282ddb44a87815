"""Counting hands or cards: for each statement, one line of counts for each perspective here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.workshop.answer import asked_to_finish, react, review
from cls_check.domain.rounds.hands import tally_of
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.answer import Screen
    from cls_check.domain.rounds.session import Question, Session


def ask_who_is_here(
    terminal: Terminal, groups: Mapping[str, str], given: Mapping[str, int]
) -> dict[str, int]:
    """How many people of each perspective are in the room; those named by --present are known."""
    present = {group: given[group] for group in groups if given.get(group)}
    if given:
        return present
    terminal.say(label("hands.who-is-here"), style="bold")
    for group, name in groups.items():
        present[group] = _number(terminal, label("hands.how-many", group=name))
    return {group: people for group, people in present.items() if people}


def _number(terminal: Terminal, prompt: str) -> int:
    while True:
        typed = terminal.ask(prompt, option="--present")
        if not typed:
            return 0
        if typed.isdecimal() and typed.isascii() and len(typed) < 5:
            return int(typed)
        terminal.say(label("hands.not-a-number"))


def count_all(screen: Screen, session: Session, groups: Mapping[str, str]) -> Session:
    """Ask for the counts of every statement, until the facilitator is content.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody types any more.
    """
    screen.terminal.say(label("hands.begin"))
    shown = ""
    while True:
        question = session.current
        if question is None:
            review(screen, session)
            line = asked_to_finish(screen)
            if not line:
                return session
            shown = ""
        else:
            shown = _show(screen, session, question, shown)
            fields = {"group": groups[question.group], "people": question.people}
            line = screen.terminal.ask(label("hands.prompt", **fields))
        before = session.answers
        session = react(screen, session, line)
        if question and session.answers != before:
            _tell_silent(screen, session, question)


def _show(screen: Screen, session: Session, question: Question, shown: str) -> str:
    """Show the statement where it is new; gives its id."""
    say = screen.terminal.say
    statement = question.id.partition(" ")[0]
    if statement != shown:
        asked = list(dict.fromkeys(each.id.partition(" ")[0] for each in session.questions))
        fields = {"number": 1 + asked.index(statement), "total": len(asked), "id": statement}
        say()
        say(screen.questionnaire.factors[question.factor].title, style="bold cyan")
        say(label("assess.statement", **fields), style="dim")
        say(question.text, style="bold")
        scale = screen.questionnaire.scale
        for number, answer in enumerate(scale.answers if scale else (), start=1):
            screen.terminal.item(str(number), answer)
    if question.id in session.answers:
        say(label("assess.was", answer=session.answers[question.id]))
    return statement


def _tell_silent(screen: Screen, session: Session, question: Question) -> None:
    """How many of those who are here gave no answer, where that is so."""
    if question.id in session.answers:
        tally = tally_of(session.answers[question.id], len(question.choices))
        if tally.people < question.people:
            silent = question.people - tally.people
            screen.terminal.say(label("hands.silent", n=silent, people=question.people))
