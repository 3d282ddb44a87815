"""One sitting of a round: gathering, then closing, looking at it together, and writing it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note
from cls_check.cli.screen.terminal import InputEndedError, NeededOptionError, StoppedError
from cls_check.cli.workshop.begin import ALONE, HANDS, TOGETHER
from cls_check.cli.workshop.finish import (
    closed_file,
    everyone_has_answered,
    make_reports,
    tell_erased,
    wants_erasing,
)
from cls_check.cli.workshop.gather import gather
from cls_check.cli.workshop.talk import Talk
from cls_check.cli.workshop.walk import walk
from cls_check.files import records
from cls_check.files.questionnaires.reading import matching
from cls_check.words.speech import label, speak
from cls_check.workflows.edit import opened

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.records import Record


def sit(terminal: Terminal, record: Record, wishes: Wishes) -> None:
    """Everything from the first answer to the report, as far as the group wants to go today."""
    speak(record.round.language)
    _check_nothing_will_be_asked(terminal, record, wishes)
    with records.alone_in(record):
        path = _gathered_and_closed(terminal, record, wishes)
        said = records.answers_of(record.folder)
    if path is not None:
        if _wants_to_look(terminal, wishes, label("end.look")):
            talk_about(terminal, path, quotes=wishes.quotes, questionnaire=record.questionnaire)
        make_reports(path)
        _erase(terminal, record, wishes, said)
    elif records.was_being_erased(record.folder):  # who answers alone has the file, or said nothing
        records.erase(record.folder)


def _check_nothing_will_be_asked(terminal: Terminal, record: Record, wishes: Wishes) -> None:
    """Say what is missing before hands are counted, not after: nobody would count twice.

    Raises:
        NeededOptionError: an option has to say what would be asked in the end.
    """
    if not terminal.no_input or (wishes.way or record.round.way) not in {HANDS, TOGETHER}:
        return
    if wishes.everyone_answered is None:
        raise NeededOptionError("--everyone-answered or --more-to-come")
    if wishes.everyone_answered and wishes.close is None:
        raise NeededOptionError("--close or --keep-open")
    if wishes.everyone_answered and wishes.close and wishes.look is None:
        raise NeededOptionError("--look or --later")


def go_on_talking(terminal: Terminal, path: Path, wishes: Wishes) -> None:
    """Look again at a round that was closed before, and add to it."""
    if _wants_to_look(terminal, wishes, label("end.closed-already", file=path)):
        talk_about(terminal, path, quotes=wishes.quotes)
        make_reports(path)


def _gathered_and_closed(terminal: Terminal, record: Record, wishes: Wishes) -> Path | None:
    """The file of the closed round; None where the round stays open."""
    if wishes.everyone_answered is None or wishes.perspective or wishes.present:
        if records.closed_before(record) and not wishes.perspective:
            terminal.say(label("end.late", minimum=wishes.minimum_group))
        is_whole = gather(terminal, record, wishes)
        if not is_whole or record.round.way == ALONE:
            return None
    path = None
    if everyone_has_answered(terminal, record, wishes):
        path = closed_file(terminal, record, wishes)
    if path is None:
        note(label("assess.to-go-on-or-close", folder=record.folder))
    return path


def _wants_to_look(terminal: Terminal, wishes: Wishes, question: str) -> bool:
    if wishes.look is not None:
        return wishes.look
    return terminal.agrees(question, option="--look or --later")


def talk_about(
    terminal: Terminal,
    path: Path,
    *,
    quotes: bool | None = None,
    questionnaire: Questionnaire | None = None,
    first: str = "",
) -> None:
    """Walk through the results together; what is agreed is in the file at once."""
    file = opened(path)
    speak(file.assessment.language)
    used = file.assessment.questionnaire
    asked = questionnaire or matching(used.id, used.version, file.assessment.language)
    talk = Talk(terminal, file, asked, quotes)
    try:
        walk(talk, first)
    except (StoppedError, InputEndedError):
        note(label("walk.stopped", file=path))


def _erase(terminal: Terminal, record: Record, wishes: Wishes, said: Mapping[str, bytes]) -> None:
    try:
        wanted = wants_erasing(terminal, wishes)
    except InputEndedError:
        wanted = False
    if wanted:
        tell_erased(records.erase(record.folder, said))
    else:
        note(label("end.kept", folder=record.folder))
