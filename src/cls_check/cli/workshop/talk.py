"""What a group agrees about one factor: its level, the reasons, what shows it, and what to do."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.cli.screen.terminal import StoppedError, numbered
from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    GiveReasons,
    MarkAction,
    SayOnReflection,
    VoteAgain,
)
from cls_check.domain.dates import LOOKS_LIKE_A_DAY, is_day
from cls_check.domain.rounds.grammar import Mistake
from cls_check.domain.rounds.hands import counts_in, tally_of
from cls_check.domain.rounds.session import Question, Session
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.errors import ClsCheckError, RefusedError
from cls_check.reports.model.wording import level_name
from cls_check.words.speech import label
from cls_check.workflows.edit import back_to, opened, with_edit

if TYPE_CHECKING:
    from cls_check.cli.screen.terminal import Terminal
    from cls_check.domain.assessments.assessment import AnsweredStatement, AssessedFactor
    from cls_check.domain.assessments.edits import Edit
    from cls_check.domain.assessments.talk import Action
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.terms import WhoseEvidence
    from cls_check.workflows.edit import OpenFile

WHOSE: tuple[WhoseEvidence, ...] = ("people", "staff-and-leaders", "partners", "processes")
MOST_ACTIONS = 3
DONE = re.compile(r"d ?([0-9]{1,3})")


class WentBackError(Exception):
    """Somebody wants to see what came before."""


class WentToError(Exception):
    """Somebody wants to see another factor."""

    def __init__(self, factor: str) -> None:
        super().__init__(factor)
        self.factor = factor


class FinishedError(Exception):
    """The group has talked enough; on to the end."""


@dataclass
class Talk:
    """Who is asked, which file it goes to, and whether people's words may be written down."""

    terminal: Terminal
    file: OpenFile
    questionnaire: Questionnaire | None
    quotes: bool | None = None
    earlier: list[OpenFile] = field(default_factory=list)
    """The file before each edit of this sitting, for undoing it."""

    def ask(self, prompt: str) -> str:
        """One line, unless it is a command: b, u, g ID, f, q or ?."""
        while True:
            typed = self.terminal.ask(prompt)
            match typed.casefold().split(maxsplit=1):
                case ["b"]:
                    raise WentBackError
                case ["q"]:
                    raise StoppedError
                case ["f"]:
                    raise FinishedError
                case ["g" | "go", wanted]:
                    self._go_to(wanted)
                case ["u"]:
                    self._undo()
                case ["?" | "h"]:
                    self.terminal.say(label("talk.help"))
                case _:
                    return typed

    def _go_to(self, wanted: str) -> None:
        for key, factor in self.file.assessment.factors.items():
            if wanted == key.casefold() or wanted in map(str.casefold, factor.statements):
                raise WentToError(key)
        self.terminal.say(label("talk.no-such-factor", part=wanted))

    def make(self, edit: Edit) -> bool:
        """Write an edit; whether it is safe on the disk."""
        try:
            edited = with_edit(self.file, edit)
        except RefusedError:
            self.file, self.earlier = opened(self.file.path), []
            self.terminal.say(label("talk.file-changed"), style="bold")
            return False
        except ClsCheckError as error:
            self.terminal.say(str(error))
            self.terminal.say(label("assess.not-recorded"), style="bold")
            return False
        if edited.made:
            self.earlier.append(edited.before)
        self.file = edited.after
        return True

    def _undo(self) -> None:
        if not self.earlier:
            self.terminal.say(label("assess.nothing-to-undo"))
            return
        try:
            self.file = back_to(self.file, self.earlier[-1])
        except ClsCheckError as error:
            self.terminal.say(str(error))
            return
        self.earlier.pop()
        self.terminal.say(label("assess.undone"))

    def may_quote(self) -> bool:
        """Ask once whether words may be written down, with the wish to leave names out."""
        if self.quotes is None:
            question = label("talk.ok-to-quote")
            self.quotes = self.terminal.agrees(question, option="--ok-to-quote or --no-quotes")
        return self.quotes


def ask_level(talk: Talk, factor_id: str) -> None:
    """The level that fits best after talking, or that people do not agree."""
    assessment = talk.file.assessment
    if not assessment.levels:
        return
    say, factor = talk.terminal.say, assessment.factors[factor_id]
    asked = talk.questionnaire.factors.get(factor_id) if talk.questionnaire else None
    say()
    say(label("talk.level"), style="bold")
    levels = [*assessment.levels, NO_AGREED_LEVEL]
    for number, level in enumerate(levels, start=1):
        name = level_name(assessment, level)
        described = asked.levels.get(level) if asked else None
        told = label("assess.level-described", name=name, description=described)
        talk.terminal.item(str(number), told if described else name)
    if factor.level:
        say(label("talk.level-so-far", level=level_name(assessment, factor.level)))
    while True:
        typed = talk.ask(label("talk.level-prompt"))
        if not typed:
            return
        chosen = numbered(typed, levels)
        if chosen is not None:
            if talk.make(ChooseLevel(factor_id, chosen)):
                say(label("talk.level-noted", level=level_name(assessment, chosen)))
            return
        say(label("ask.number-from", most=len(levels)))


def ask_reasons(talk: Talk, factor_id: str) -> None:
    """Why that level, or why people do not agree."""
    factor = talk.file.assessment.factors[factor_id]
    if factor.because:
        talk.terminal.say(label("talk.reasons-so-far", words=factor.because))
    elif not factor.level:
        return
    key = "talk.why-not-agreed" if factor.level == NO_AGREED_LEVEL else "talk.why"
    words = _words(talk, label(key))
    if words and talk.make(GiveReasons(factor_id, words)):
        talk.terminal.say(label("talk.noted"))


def _words(talk: Talk, prompt: str) -> str:
    """Words on as many lines as people like, if they may be written down."""
    if not talk.may_quote():
        return ""
    first = talk.ask(prompt)
    return talk.terminal.more_lines(first) if first else ""


def ask_evidence(talk: Talk, factor_id: str) -> None:
    """What shows it, and whose it is; as many as there are."""
    for number, evidence in enumerate(talk.file.assessment.factors[factor_id].evidence, start=1):
        fields = {"number": number, "whose": label(f"from.{evidence.from_}"), "what": evidence.what}
        talk.terminal.say(label("talk.evidence-so-far", **fields))
    while words := _words(talk, label("talk.evidence")):
        choices = {whose: label(f"from.{whose}") for whose in WHOSE}
        whose = talk.terminal.choose(label("talk.whose"), choices, option="")
        if talk.make(AddEvidence(factor_id, whose, words)):
            talk.terminal.say(label("talk.noted"))


def ask_actions(talk: Talk, factor_id: str) -> None:
    """What people will do: who, by when, and how they will know."""
    for number, action in enumerate(_actions(talk, factor_id), start=1):
        state = "label.done" if action.done else "label.open"
        fields = {"number": number, "what": action.what, "state": label(state)}
        talk.terminal.say(label("talk.action-so-far", **fields))
    while typed := talk.ask(label("talk.action")):
        marked = DONE.fullmatch(typed.casefold())
        if marked:
            _mark(talk, factor_id, int(marked[1]))
        else:
            _add_action(talk, factor_id, typed)
        if len(_actions(talk, factor_id)) >= MOST_ACTIONS:
            talk.terminal.say(label("talk.enough-actions", n=len(_actions(talk, factor_id))))
            return


def _actions(talk: Talk, factor_id: str) -> tuple[Action, ...]:
    return talk.file.assessment.factors[factor_id].actions


def _add_action(talk: Talk, factor_id: str, what: str) -> None:
    who = talk.terminal.ask(label("talk.who"))
    by = talk.terminal.ask(label("talk.by"))
    while LOOKS_LIKE_A_DAY.fullmatch(by) and not is_day(by):
        talk.terminal.say(label("talk.not-a-day", part=by))
        by = talk.terminal.ask(label("talk.by"))
    sign = talk.terminal.ask(label("talk.sign"))
    edit = AddAction(factor_id, what, who or None, by or None, sign or None)
    if talk.make(edit):
        talk.terminal.say(label("talk.noted"))


def _mark(talk: Talk, factor_id: str, number: int) -> None:
    actions = _actions(talk, factor_id)
    if not 1 <= number <= len(actions):
        talk.terminal.say(label("talk.no-such-action", number=number, most=len(actions)))
        return
    done = not actions[number - 1].done
    if talk.make(MarkAction(factor_id, number, done)):
        talk.terminal.say(label("talk.marked-done" if done else "talk.marked-open", number=number))


def vote_again(talk: Talk, factor_id: str) -> None:
    """Count a second vote of everyone on one statement; it is kept beside the first."""
    assessment = talk.file.assessment
    factor = assessment.factors[factor_id]
    if factor.sensitive or assessment.people < assessment.minimum_group:
        talk.terminal.say(label("talk.no-second-vote"))
        return
    chosen = _statement_to_vote_on(talk, factor)
    if chosen is None:
        return
    key, statement = chosen
    scale = tuple(map(str, range(1, len(assessment.scale) + 1)))
    question = Question(key, "hands", factor_id, statement.text, scale, "", assessment.people)
    talk.terminal.say(statement.text, style="bold")
    for sign, answer in zip(scale, assessment.scale, strict=True):
        talk.terminal.item(sign, answer)
    while line := talk.ask(label("talk.second-vote", n=assessment.people)):
        meant = counts_in(line.casefold(), Session((question,)))
        if isinstance(meant, Mistake):
            fields = {"part": meant.part, "n": meant.given, "wanted": meant.wanted}
            talk.terminal.say(label(f"assess.{meant.kind}", **fields))
            continue
        tally = tally_of(meant.answers[0] or "", len(scale))
        if 0 < tally.n < assessment.minimum_group:
            talk.terminal.say(label("talk.too-few-voted", minimum=assessment.minimum_group))
        elif talk.make(VoteAgain(key, tally.written())):
            talk.terminal.say(label("talk.second-vote-noted"))
            return


def _statement_to_vote_on(
    talk: Talk, factor: AssessedFactor
) -> tuple[str, AnsweredStatement] | None:
    statements = list(factor.statements.items())
    if len(statements) == 1:
        return statements[0]
    for number, (_, statement) in enumerate(statements, start=1):
        talk.terminal.item(str(number), statement.text)
    while typed := talk.ask(label("talk.which-statement")):
        chosen = numbered(typed, statements)
        if chosen is not None:
            return chosen
        talk.terminal.say(label("ask.number-from", most=len(statements)))
    return None


def ask_reflections(talk: Talk) -> None:
    """The questions that are talked about at the end and not counted."""
    asked = talk.file.assessment.reflections
    if not asked or not talk.may_quote():
        return
    talk.terminal.say()
    talk.terminal.say(label("heading.reflections"), style="bold cyan")
    for key, reflection in asked.items():
        talk.terminal.say()
        talk.terminal.say(reflection.text, style="bold")
        if reflection.said:
            talk.terminal.say(label("talk.reasons-so-far", words=reflection.said))
        words = _words(talk, label("talk.said"))
        if words and talk.make(SayOnReflection(key, words)):
            talk.terminal.say(label("talk.noted"))
