"""What `cls-check import` says of a file: what was understood, what was guessed, what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.exchange.incoming.sheet import letters
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.exchange.incoming.response import Understanding
    from cls_check.workflows.import_answers import Plan

MOST_NAMED = 12
LONGEST_HEADING = 70


def tell_understood(terminal: Terminal, plan: Plan) -> None:
    """Say what was understood of the files, once for those that are alike."""
    alike: dict[object, list[Understanding]] = {}
    for part in plan.parts:
        columns = tuple((each.heading, each.how, each.meaning) for each in part.layout.columns)
        alike.setdefault((part.layout.source.name, columns), []).append(part)
    for parts in alike.values():
        _tell_one(terminal, plan, parts[0], more=len(parts) - 1)
    if plan.request.perspective:
        terminal.say(label("import.perspective-told", perspective=plan.request.perspective))


def _tell_one(terminal: Terminal, plan: Plan, understood: Understanding, *, more: int) -> None:
    """Say what was understood of a file, the sure things first."""
    layout = understood.layout
    source = layout.source
    terminal.say(label(source.said, file=layout.sheet.file, program=source.program))
    if more:
        terminal.say(label("import.more-like-it", n=more))
    matched = [each for each in layout.statements if each.how == "matched"]
    if matched:
        terminal.say(label("import.matched", n=len(matched)))
    perspective = layout.of("perspective")
    if perspective:
        terminal.say(label("import.perspective", heading=_cut(perspective.heading)))
    _tell_guesses(terminal, plan, understood)
    if understood.missing:
        names = _named(understood.missing)
        terminal.say(label("import.missing", n=len(understood.missing), names=names))
    _tell_left_out(terminal, understood)
    if understood.lost_letters:
        names = _named(f"“{_cut(text)}”" for text in understood.lost_letters)
        terminal.say(label("import.lost-letters", names=names))


def _tell_guesses(terminal: Terminal, plan: Plan, understood: Understanding) -> None:
    guessed = [each for each in understood.layout.columns if each.how == "guessed"]
    if not understood.guesses:
        return
    terminal.say(label("import.guessed"), style="bold")
    texts = {key: each.text for key, each in plan.request.record.questionnaire.statements()}
    for each in guessed:
        at = letters(each.number)
        terminal.item("", label("import.guessed-column", column=at, heading=_cut(each.heading)))
        text = texts[each.meaning]
        terminal.item("", label("import.guessed-statement", statement=each.meaning, text=text))
    for text, perspective in understood.guessed_perspectives.items():
        words = label("import.guessed-perspective", text=_cut(text), perspective=perspective)
        terminal.item("", words)


def _tell_left_out(terminal: Terminal, understood: Understanding) -> None:
    columns = understood.layout.columns
    personal = [_cut(each.heading) for each in columns if each.how == "personal"]
    others = [_cut(each.heading) for each in columns if each.how in {"unknown", "left-out"}]
    if personal:
        terminal.say(label("import.personal", n=len(personal), names=_named(personal)))
    if others:
        terminal.say(label("import.left-out", n=len(others), names=_named(others)))


def tell_people(terminal: Terminal, plan: Plan) -> None:
    """Say how many people are in the file, and how many of them are new."""
    empty = sum(part.empty for part in plan.parts)
    if empty:
        terminal.say(label("import.empty", n=empty))
    if plan.request.left_out:
        terminal.say(label("import.rows-left-out", n=len(plan.request.left_out)))
    if plan.known:
        terminal.say(label("import.known", n=plan.known))
    if plan.people:
        terminal.say(label("import.new", n=plan.people))
    else:
        terminal.say(label("import.nobody"))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_HEADING else f"{text[: LONGEST_HEADING - 1].rstrip()}…"


def _named(names: Iterable[str]) -> str:
    every = list(names)
    more = ["…"] if len(every) > MOST_NAMED else []
    return ", ".join([*every[:MOST_NAMED], *more])
