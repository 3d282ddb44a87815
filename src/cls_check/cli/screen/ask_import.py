"""Asking about what an import could not know: each word and each column once, in turn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.domain.rounds.import_map import ImportMap
from cls_check.exchange.incoming.rows import in_ranges
from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.cli.screen.terminal import Terminal
    from cls_check.exchange.incoming.response import Doubt
    from cls_check.workflows.importing.plan import ImportRequest, Plan

LEAVE_OUT, SOMETHING_ELSE, KEEP, NO_ANSWER = "leave-out", "something-else", "keep", "no-answer"
LONGEST_SHOWN = 70
MOST_LIKELY = 9
"""Statements to choose from at once; all of them are a choice further."""


def asked(terminal: Terminal, plan: Plan) -> ImportRequest:
    """The request with what somebody said about every doubt.

    Raises:
        StoppedError: they want to stop.
        InputEndedError: nobody is there to answer.
    """
    request = plan.request
    _tell_how_many(terminal, plan)
    for doubt in plan.doubts:
        if doubt.kind == "rows":
            request = _rows(terminal, request, doubt)
        elif doubt.kind == "column":
            meant = _column(terminal, request, doubt, _missing(plan))
            request = _with(request, columns={doubt.text: meant})
        elif doubt.kind == "perspective":
            request = _perspective(terminal, request, doubt)
        else:
            request = _with(request, answers={doubt.text: _answer(terminal, request, doubt)})
    return request


def _tell_how_many(terminal: Terminal, plan: Plan) -> None:
    """How much there is to be asked, before the first question."""
    words = [doubt for doubt in plan.doubts if doubt.kind in {"answer", "perspective"}]
    people = len({row for doubt in words for row in doubt.rows})
    terminal.say()
    terminal.say(label("import.questions", n=len(plan.doubts)), style="bold")
    if len(words) > 1:
        terminal.say(label("import.words", n=people, words=len(words)))


def _rows(terminal: Terminal, request: ImportRequest, doubt: Doubt) -> ImportRequest:
    question = f"{doubt.problem.place}: {doubt.problem.fact}"
    choices = {
        LEAVE_OUT: label("import.choose.leave-rows-out", n=len(doubt.rows)),
        KEEP: label("import.choose.keep-rows", n=len(doubt.rows)),
    }
    chosen = terminal.choose(f"\n{question}", choices, option="--leave-out")
    rows = frozenset(doubt.rows)
    if chosen == KEEP:
        return replace(request, asked_kept=request.asked_kept | rows)
    return replace(request, asked_out=request.asked_out | rows)


def _missing(plan: Plan) -> set[str]:
    """The statements that no column is about."""
    return {key for part in plan.parts for key in part.missing}


def _column(terminal: Terminal, request: ImportRequest, doubt: Doubt, missing: set[str]) -> str:
    statements = dict(request.record.questionnaire.statements())
    likely = [doubt.meant] if doubt.meant else [key for key in statements if key in missing]
    choices = {
        key: label("import.choose.this-statement", statement=key, text=statements[key].text)
        if key in statements
        else label("import.choose.the-perspective")
        for key in likely[:MOST_LIKELY]
    }
    choices[LEAVE_OUT] = label("import.choose.leave-column-out", n=len(choices))
    choices[SOMETHING_ELSE] = label("import.choose.another-statement")
    question = label("import.ask-column", heading=cut(doubt.text))
    if doubt.examples:
        shown = ", ".join(f"“{cut(each, 30)}”" for each in doubt.examples)
        question += "\n" + label("import.under-it", examples=shown)
    chosen = terminal.choose(f"\n{question}", choices, option="--map")
    if chosen != SOMETHING_ELSE:
        return chosen
    texts = {key: f"{key}: {each.text}" for key, each in statements.items()}
    return terminal.choose(label("import.which-statement"), texts, option="--map")


def _perspective(terminal: Terminal, request: ImportRequest, doubt: Doubt) -> ImportRequest:
    known = request.record.questionnaire.perspectives
    choices = {key: each.name for key, each in known.items()}
    choices[LEAVE_OUT] = label("import.choose.leave-people-out", n=len(doubt.rows))
    kind = "perspective" if doubt.text else "no-perspective"
    question = label(f"import.ask-{kind}", text=cut(doubt.text), n=len(set(doubt.rows)))
    if doubt.meant:
        question += " " + label("import.most-like", words=choices[doubt.meant])
    chosen = terminal.choose(f"\n{question}", choices, option="--map")
    if chosen == LEAVE_OUT:
        return replace(request, asked_out=request.asked_out | frozenset(doubt.rows))
    if not doubt.text:
        return replace(request, asked_perspective=chosen)
    return _with(request, perspectives={doubt.text: chosen})


def _answer(terminal: Terminal, request: ImportRequest, doubt: Doubt) -> str:
    choices = answers_of(request)
    choices[NO_ANSWER] = label("import.choose.no-answer")
    people = label("import.from-people", n=len(set(doubt.rows)))
    question = label("import.ask-answer", text=cut(doubt.text), n=len(doubt.rows), people=people)
    if doubt.meant in choices:
        question += " " + label("import.most-like", words=choices[doubt.meant])
    return terminal.choose(f"\n{question}", choices, option="--map")


def things_said(request: ImportRequest) -> dict[str, str]:
    """Everything that somebody said when they were asked, each under a key of its own."""
    said = request.said
    names = {key: each.name for key, each in request.record.questionnaire.perspectives.items()}
    words = answers_of(request) | {NO_ANSWER: label("import.text.blank")}
    found = {f"columns {text}": f"“{cut(text)}”: {key}" for text, key in said.columns.items()}
    for text, key in said.perspectives.items():
        found[f"perspectives {text}"] = f"“{cut(text)}”: {names.get(key, key)}"
    for text, key in said.answers.items():
        found[f"answers {text}"] = f"“{cut(text)}”: {words.get(key, key)}"
    if request.asked_perspective:
        words_for = names.get(request.asked_perspective, request.asked_perspective)
        found["asked_perspective"] = label("import.said.nobody", words=words_for)
    for part, rows in (("asked_out", request.asked_out), ("asked_kept", request.asked_kept)):
        if rows:
            found[part] = label(f"import.said.{part}", rows=in_ranges(sorted(rows)))
    return found


def without(request: ImportRequest, thing: str) -> ImportRequest:
    """The request without one of them."""
    part, _, text = thing.partition(" ")
    if part == "asked_perspective":
        return replace(request, asked_perspective=None)
    if part == "asked_out":
        return replace(request, asked_out=frozenset())
    if part == "asked_kept":
        return replace(request, asked_kept=frozenset())
    left = {key: value for key, value in getattr(request.said, part).items() if key != text}
    return replace(request, said=request.said.model_copy(update={part: left}))


def answers_of(request: ImportRequest) -> dict[str, str]:
    """Every answer that can be given, as it is written in files, with its words; or every level."""
    questionnaire = request.record.questionnaire
    if request.of_levels:
        levels = enumerate(questionnaire.levels.values(), start=1)
        return {**{str(n): name for n, name in levels}, DONT_KNOW: questionnaire.no_level}
    scale = questionnaire.scale
    if scale is None:
        return {}
    places = {str(number): text for number, text in enumerate(scale.answers, start=1)}
    return {**places, DONT_KNOW: scale.dont_know, CANNOT_ANSWER: scale.cannot_answer}


def _with(
    request: ImportRequest,
    columns: dict[str, str] | None = None,
    perspectives: dict[str, str] | None = None,
    answers: dict[str, str] | None = None,
) -> ImportRequest:
    said = request.said
    tree = {
        "cls-check-import-map": 1,
        "questionnaire": said.questionnaire,
        "columns": {**said.columns, **(columns or {})},
        "perspectives": {**said.perspectives, **(perspectives or {})},
        "answers": {**said.answers, **(answers or {})},
    }
    return replace(request, said=ImportMap.model_validate(tree))


def cut(text: str, longest: int = LONGEST_SHOWN) -> str:
    """A text on one line and not too long."""
    line = " ".join(text.split())
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"
