"""What `cls-check import` says of a file: what was understood, what was guessed, what is left."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cls_check.cli.screen.ask_import import answers_of, cut
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.rows import in_ranges
from cls_check.exchange.incoming.sheet import letters
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.exchange.incoming.response import Text, Understanding
    from cls_check.workflows.importing.plan import Plan

MOST_NAMED = 12
MOST_TEXTS = 60
WIDEST_TEXT = 40


def tell_understood(terminal: Terminal, plan: Plan) -> None:
    """Say what was understood of the files, once for those that are alike."""
    alike: dict[object, list[Understanding]] = {}
    for part in plan.parts:
        columns = tuple((each.heading, each.how, each.meaning) for each in part.layout.columns)
        alike.setdefault((part.layout.source.name, columns), []).append(part)
    for parts in alike.values():
        _tell_one(terminal, parts[0], more=len(parts) - 1)
    if plan.request.perspective:
        terminal.say(label("import.perspective-told", perspective=plan.request.perspective))


def _tell_one(terminal: Terminal, understood: Understanding, *, more: int) -> None:
    """Say what was understood of a file, the sure things first."""
    layout = understood.layout
    source = layout.source
    terminal.say(label(source.said, file=layout.sheet.file, program=source.program))
    if layout.sheet.mended:
        terminal.say(label("import.mended"))
    if more:
        terminal.say(label("import.more-like-it", n=more))
    matched = {each.meaning for each in layout.statements if each.how == "matched"}
    if matched:
        terminal.say(label("import.matched", n=len(matched)))
    perspective = layout.of("perspective")
    if perspective and perspective.how == "matched":
        terminal.say(label("import.perspective", heading=cut(perspective.heading)))
    for each in layout.columns:
        if each.how == "open":
            heading = {"column": letters(each.number), "heading": cut(each.heading)}
            terminal.say(label("import.open-column", **heading))
        elif each.how == "guessed":
            kind = "perspective" if each.meaning == "perspective" else "column"
            words = {"column": letters(each.number), "heading": cut(each.heading)}
            terminal.say(label(f"import.guessed-{kind}", **words, meant=each.meaning))
    if not any(each.how == "open" for each in layout.columns):
        _tell_missing(terminal, understood)
    _tell_left_out(terminal, understood)
    if understood.lost_letters:
        names = _named(f"“{cut(text)}”" for text in understood.lost_letters)
        terminal.say(label("import.lost-letters", names=names))


def _tell_missing(terminal: Terminal, understood: Understanding) -> None:
    """Say which statements have no column; told once it is known what every column holds."""
    if understood.missing:
        names = _named(understood.missing)
        terminal.say(label("import.missing", n=len(understood.missing), names=names))


def _tell_left_out(terminal: Terminal, understood: Understanding) -> None:
    columns = understood.layout.columns
    personal = [cut(each.heading) for each in columns if each.how == "personal"]
    others = [cut(each.heading) for each in columns if each.how in {"unknown", "left-out"}]
    if personal:
        terminal.say(label("import.personal", n=len(personal), names=_named(personal)))
    if others:
        terminal.say(label("import.left-out", n=len(others), names=_named(others)))


def tell_texts(terminal: Terminal, plan: Plan) -> None:
    """The table: each different text, what it is taken for, how often, and where it came first."""
    if plan.request.said.columns:
        for part in plan.parts:
            _tell_missing(terminal, part)
    for kind in ("perspective", "answer"):
        texts = _summed([t for part in plan.parts for t in part.texts if t.kind == kind])
        if not texts:
            continue
        terminal.say()
        terminal.say(label(f"import.texts.{kind}"), style="bold")
        width = min(max(len(cut(each.text)) for each in texts) + 2, WIDEST_TEXT)
        for each in texts[:MOST_TEXTS]:
            terminal.item(f"“{cut(each.text, WIDEST_TEXT - 2)}”", _taken(plan, each), width=width)
        if len(texts) > MOST_TEXTS:
            terminal.say(label("import.more-texts", n=len(texts) - MOST_TEXTS))
    if any(part.texts for part in plan.parts):
        terminal.say()


def _summed(texts: list[Text]) -> list[Text]:
    """Each text once, of whatever files; those alike in meaning stand together."""
    found: dict[str, Text] = {}
    for each in texts:
        known = found.get(each.text)
        found[each.text] = each._replace(times=each.times + known.times) if known else each
    order = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11")
    places = {meaning: place for place, meaning in enumerate(order)}
    return sorted(
        found.values(), key=lambda each: (places.get(each.meaning, 99), each.meaning, -each.times)
    )


def _taken(plan: Plan, text: Text) -> str:
    """What a text is taken for, with how often and where it came: "4, Mostly true; 12 times"."""
    questionnaire = plan.request.record.questionnaire
    names = {key: each.name for key, each in questionnaire.perspectives.items()}
    words = answers_of(plan.request) if text.kind == "answer" else names
    taken = {UNREADABLE: label("import.text.open"), BLANK: label("import.text.blank")}.get(
        text.meaning, words.get(text.meaning, text.meaning)
    )
    if text.meaning.isdigit():
        taken = f"{text.meaning}, {taken}"
    where = label("import.text.where", n=text.times, row=text.row, column=text.column)
    how = label(f"import.text.{text.how}") if text.how in {"code", "usual", "told"} else ""
    return f"{taken}{how}; {where}"


def tell_people(terminal: Terminal, plan: Plan) -> None:
    """Say how many people are in the file, and how many of them are new."""
    empty = sum(part.empty for part in plan.parts)
    if empty:
        terminal.say(label("import.empty", n=empty))
    for key, numbers in (
        ("left-out", plan.request.all_left_out),
        ("kept", plan.request.all_kept),
    ):
        if numbers:
            rows = in_ranges(sorted(numbers))
            terminal.say(label(f"import.rows-{key}", n=len(numbers), rows=rows))
    if plan.known:
        terminal.say(label("import.known", n=plan.known))
    if plan.gone:
        terminal.say(label("import.taken-back", n=len(plan.gone)))
    if plan.people:
        terminal.say(label("import.new", n=plan.people))
        _tell_groups(terminal, plan)
    else:
        terminal.say(label("import.nobody"))


def _tell_groups(terminal: Terminal, plan: Plan) -> None:
    """How many of those who are new answer from each perspective."""
    known = plan.request.record.questionnaire.perspectives
    present = dict(plan.hands.present) if plan.hands else {}
    groups = Counter(present) or Counter(each.perspective for each in plan.new if each.perspective)
    for key, perspective in known.items():
        if groups[key]:
            terminal.item("", label("import.of-group", n=groups[key], group=perspective.name))


def _named(names: Iterable[str]) -> str:
    every = list(names)
    more = ["…"] if len(every) > MOST_NAMED else []
    return ", ".join([*every[:MOST_NAMED], *more])
