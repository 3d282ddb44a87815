"""What somebody goes through while files are imported: what was understood, questions, who is new."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import typer

from cls_check.cli.screen.ask_import import asked, things_said, without
from cls_check.cli.screen.console import say
from cls_check.cli.screen.tell_import import tell_people, tell_texts, tell_understood
from cls_check.cli.screen.terminal import InputEndedError, StoppedError
from cls_check.errors import BadFileError, ClsCheckError
from cls_check.files import records
from cls_check.messages import as_typed
from cls_check.words.speech import label
from cls_check.workflows.importing.as_json import as_json
from cls_check.workflows.importing.carry_out import carry_out, keep_map
from cls_check.workflows.importing.codes import person_of
from cls_check.workflows.importing.fit import better_fit, better_words, does_not_fit
from cls_check.workflows.importing.plan import plan_import
from cls_check.workflows.importing.who_is_new import OverlapError, with_new

if TYPE_CHECKING:
    from cls_check.cli.screen.terminal import Terminal
    from cls_check.exchange.incoming.response import Response
    from cls_check.workflows.importing.plan import Before, ImportRequest, Plan

STOP, RIGHT = "stop", "right"
MANY = 500
"""People whose answers take more than a second to be safe on the disk."""


def imported(terminal: Terminal, request: ImportRequest, *, dry_run: bool) -> None:
    """Say what was understood, ask about what was not, and import if people agree.

    Where they do not, what they said can be changed, one thing after the other.
    """
    plan = _of_the_right_questionnaire(terminal, plan_import(request))
    if records.closed_before(request.record):
        terminal.say(label("import.closed-already"))
    tell_understood(terminal, plan)
    while True:
        plan = _settled(terminal, plan)
        tell_texts(terminal, plan)
        if plan.problems or plan.doubts:
            # What has to be mended in the file comes first: all else is asked about after that.
            asked_here = () if plan.problems and not terminal.no_input else plan.doubts
            raise BadFileError([*plan.problems, *(doubt.problem for doubt in asked_here)])
        if take_in(terminal, plan, dry_run=dry_run):
            return
        chosen = _to_change(terminal, plan)
        if chosen == RIGHT:
            take_in(replace(terminal, no_input=True), plan, dry_run=dry_run)
            return
        if chosen == STOP:
            terminal.say(label("import.not-agreed"))
            return
        plan = plan_import(without(plan.request, chosen))


def _of_the_right_questionnaire(terminal: Terminal, plan: Plan) -> Plan:
    """The plan, where no other questionnaire at hand fits better, or somebody means this one.

    Raises:
        RefusedError: another one does, and nobody is there to ask, or they stop.
    """
    better = better_fit(plan)
    if better is None:
        return plan
    if terminal.no_input or not terminal.agrees(
        label("import.fits-better", **better_words(plan, better)), option="--map"
    ):
        raise does_not_fit(plan, better)
    told = plan.request.said.model_copy(
        update={"questionnaire": plan.request.record.questionnaire.id}
    )
    return replace(plan, request=replace(plan.request, said=told))


def _settled(terminal: Terminal, plan: Plan) -> Plan:
    """The plan once somebody has said what each word, column and row is; as it is without anybody."""
    while plan.doubts and not plan.problems and not terminal.no_input:
        try:
            plan = plan_import(asked(terminal, plan))
        except StoppedError:
            terminal.say(label("import.not-agreed"))
            raise typer.Exit from None
    return plan


def _to_change(terminal: Terminal, plan: Plan) -> str:
    """What of that which somebody said is to be asked again; or to stop, or that all is right."""
    said = things_said(plan.request)
    if not said:
        return STOP
    choices = {**said, RIGHT: label("import.right-after-all"), STOP: label("import.stop")}
    try:
        return terminal.choose(label("import.change"), choices, option="--map")
    except StoppedError:
        return STOP


def told_as_json(request: ImportRequest, *, dry_run: bool) -> None:
    """The same for programs: nobody is asked, and everything is told as JSON."""
    plan = plan_import(request)
    in_the_way = [*plan.problems, *(doubt.problem for doubt in plan.doubts)]
    if better := better_fit(plan):
        in_the_way += does_not_fit(plan, better).problems
    try:
        plan = plan if in_the_way else with_new(plan)
    finally:
        say(as_json(plan))
    if in_the_way:
        raise BadFileError(in_the_way)
    if not dry_run:
        carry_out(plan)
        keep_map(plan)


def take_in(terminal: Terminal, plan: Plan, *, dry_run: bool) -> bool:
    """Carry a plan out, if people agree to what was understood; gives whether they did."""
    plan = _with_new(terminal, plan)
    tell_people(terminal, plan)
    if dry_run:
        terminal.say(label("import.dry-run"))
        return True
    if (plan.people or plan.gone) and not _agreed(terminal, plan):
        return False
    if plan.people > MANY:
        terminal.say(label("import.writing", n=plan.people))
    people = carry_out(plan)  # also where nobody is new: one that was stopped is ended by it
    if plan.people or plan.gone:
        if keep_map(plan):
            terminal.say(label("import.map-kept", map=plan.request.map_path))
        _tell_done(terminal, plan, people)
    return True


def _with_new(terminal: Terminal, plan: Plan) -> Plan:
    """The plan with who is new; where an earlier file has changed, somebody says what to do."""
    try:
        return with_new(plan)
    except OverlapError as error:
        if terminal.no_input:
            raise
        terminal.say()
        terminal.say(label("import.overlap.numbers", **error.overlap._asdict()))
        ways: tuple[Before, ...] = ("replace", "add-new", "other-people", "stop")
        choices = {way: label(f"import.overlap.{way}") for way in ways}
        chosen = terminal.choose(label("import.overlap"), choices, option="--replace")
        if chosen == "stop":
            raise
        return with_new(replace(plan, request=replace(plan.request, before=chosen)))


def _agreed(terminal: Terminal, plan: Plan) -> bool:
    """Whether what was understood is right."""
    if terminal.no_input or plan.one_by_one:  # a code is agreed to as it is typed
        return True
    return terminal.agrees(label("import.ask", folder=plan.request.record.folder), option="")


def _tell_done(terminal: Terminal, plan: Plan, people: int) -> None:
    folder = plan.request.record.folder
    terminal.say(label("import.done", n=people, folder=folder))
    files = plan.request.files
    if files:
        named = files[0] if len(files) == 1 else label("import.files", n=len(files))
        terminal.say(label("import.delete", n=len(files), files=named))
    terminal.say(label("import.next", folder=as_typed(folder)))


def typed_codes(terminal: Terminal, request: ImportRequest) -> tuple[Response, ...]:
    """The people whose codes are typed in; an empty line ends them."""
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
