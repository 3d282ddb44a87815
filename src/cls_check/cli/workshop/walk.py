"""Walking through the factors together: look, talk, choose a level, write down what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.workshop.show_answers import Results
from cls_check.cli.workshop.talk import (
    FinishedError,
    Talk,
    WentBackError,
    WentToError,
    ask_actions,
    ask_evidence,
    ask_level,
    ask_reasons,
    ask_reflections,
    vote_again,
)
from cls_check.domain.findings.findings import find
from cls_check.domain.findings.reveal_order import reveal_order
from cls_check.reports.model.numbers import throughout_told
from cls_check.reports.model.story import story_of
from cls_check.reports.reveal.factor import factor_shown
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.reports.reveal.view import ShownFactor

STEPS = (ask_level, ask_reasons, ask_evidence, ask_actions)


def walk(talk: Talk, first: str = "") -> None:
    """Go through all factors, most mixed first and then strongest; every note is saved at once.

    Args:
        talk: Who is asked, and the file.
        first: The factor to begin with, if not the first of that order.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody types any more.
    """
    findings = find(talk.file.assessment, fragility=False)
    order = [factor.id for factor in reveal_order(findings)]
    _begin(talk, throughout_told(talk.file.assessment, findings))
    place = order.index(first) if first else 0
    try:
        while place < len(order):
            try:
                _one_factor(talk, order[place], place + 1)
                place += 1
            except WentBackError:
                place = max(place - 1, 0)
            except WentToError as wanted:
                place = order.index(wanted.factor)
    except FinishedError:
        pass
    _finish(talk)


def _begin(talk: Talk, throughout: Sequence[str]) -> None:
    statements = any(True for _ in talk.file.assessment.statements())
    talk.terminal.say()
    talk.terminal.say(label("walk.begin" if statements else "walk.begin-levels"), style="bold")
    talk.terminal.say(label("walk.rules"))
    for told in throughout:
        talk.terminal.say(told)


def _finish(talk: Talk) -> None:
    try:
        ask_reflections(talk)
    except (WentBackError, WentToError, FinishedError):
        return


def _one_factor(talk: Talk, factor_id: str, number: int) -> None:
    """Look at one factor, then ask what the group agrees; `b` goes back a step."""
    _look(talk, factor_id, number)
    step = 0
    while step < len(STEPS):
        try:
            STEPS[step](talk, factor_id)
            step += 1
        except WentBackError:
            if step == 0:
                _look(talk, factor_id, number)
            step = max(step - 1, 0)


def _look(talk: Talk, factor_id: str, number: int) -> None:
    """Show what people said until they want to go on."""
    shown = _shown(talk, factor_id, number)
    results = Results(talk.terminal, talk.file.assessment.scale)
    talk.terminal.say()
    fields = {"number": shown.number, "total": shown.total, "title": shown.title}
    title = label("walk.factor", **fields)
    talk.terminal.say(title, style="bold cyan")
    results.show_factor(shown)
    prompt = label("walk.look" if shown.statements else "walk.look-levels")
    while command := talk.ask(prompt).casefold():
        if command == "s" and shown.statements:
            results.show_statements(_shown(talk, factor_id, number))
        elif command == "v" and shown.statements:
            vote_again(talk, factor_id)
        else:
            talk.terminal.say(label("walk.not-a-command", part=command))


def _shown(talk: Talk, factor_id: str, number: int) -> ShownFactor:
    """What may be shown of a factor, as the file is now."""
    now = talk.file.assessment
    story = story_of(now, find(now), talk.questionnaire)
    factor = next(each for each in story.findings if each.id == factor_id)
    return factor_shown(story, factor, number, len(story.findings))
