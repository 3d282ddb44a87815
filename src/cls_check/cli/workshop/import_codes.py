"""Typing in codes, one person after another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.terminal import InputEndedError
from cls_check.errors import ClsCheckError
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.cli.screen.terminal import Terminal
    from cls_check.exchange.incoming.understanding import Response
    from cls_check.workflows.import_answers import ImportRequest


def typed_codes(terminal: Terminal, request: ImportRequest) -> tuple[Response, ...]:
    """The people whose codes are typed in; an empty line ends them."""
    from cls_check.workflows.import_codes import person_of

    people: list[Response] = []
    while code := _next(terminal):
        try:
            person = person_of(code, request)
        except ClsCheckError as error:
            terminal.say(str(error))
            continue
        if person in people:
            terminal.say(label("import.code-twice"))
        people.append(person)
        terminal.say(label("import.code-taken", n=len(people)))
    return tuple(people)


def _next(terminal: Terminal) -> str:
    try:
        return terminal.ask(label("import.code"))
    except InputEndedError:
        return ""
