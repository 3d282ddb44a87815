"""Ending a round: has everyone answered, who is too few to show, close, and the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note, say
from cls_check.cli.screen.tell_foresight import foretold
from cls_check.cli.workshop.gather import groups_of
from cls_check.files import records
from cls_check.messages import as_typed
from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.files.records import Record
    from cls_check.workflows.join_rooms import Gathered


def everyone_has_answered(terminal: Terminal, record: Record, wishes: Wishes) -> bool:
    """Nothing but how many have answered is shown before this is confirmed."""
    from cls_check.workflows.join_rooms import joined

    if wishes.everyone_answered is not None:
        return wishes.everyone_answered
    terminal.say(label("assess.so-far", n=joined([record]).people), style="bold")
    question = label("end.everyone-answered")
    return terminal.agrees(question, option="--everyone-answered or --more-to-come")


def closed_file(terminal: Terminal, record: Record, wishes: Wishes) -> Path | None:
    """Close the round if the group wants to; gives the file.

    Raises:
        RefusedError: it would give somebody away.
    """
    from cls_check.workflows.close import close_records
    from cls_check.workflows.join_rooms import joined
    from cls_check.workflows.other_versions import is_unseen

    gathered = joined([record])
    _tell_who_came(terminal, gathered, wishes.minimum_group)
    _tell_notes(terminal, record)
    wanted = wishes.close
    if wanted is None:
        terminal.say(label("end.what-closing-means"))
        wanted = terminal.agrees(label("end.close-now"), option="--close or --keep-open")
    if not wanted:
        return None
    closed = close_records(
        [record.folder], record.folder.parent, minimum_group=wishes.minimum_group
    )
    terminal.say(label("end.closed", file=closed.path), style="bold")
    if is_unseen(closed.path):
        terminal.say(label("close.no-git", file=closed.path))
    return closed.path


def _tell_who_came(terminal: Terminal, gathered: Gathered, minimum: int) -> None:
    """How many of each perspective, and what closing will do."""
    from cls_check.workflows.close import foreseen

    sizes, names = gathered.sizes, groups_of(gathered.records[0])
    terminal.say()
    terminal.say(label("end.who-came", n=gathered.people), style="bold")
    for group, people in sizes.items():
        terminal.item("", label("end.group", group=large(names[group]), n=people))
    if gathered.unfinished:
        terminal.say(label("end.unfinished", n=gathered.unfinished))
    for sentence in foretold(foreseen(gathered, minimum), {each: names[each] for each in sizes}):
        terminal.say(sentence)


def _tell_notes(terminal: Terminal, record: Record) -> None:
    """What people noted for the facilitator while they answered."""
    found = records.notes(record).about
    if found:
        terminal.say(label("end.notes"), style="bold")
        for about, several in found.items():
            for words in several:
                terminal.item("", label("end.note", about=about, words=words))


def make_reports(path: Path) -> None:
    """Make the readiness report of a closed round, and say where it is."""
    from cls_check.workflows.report import ReportRequest, make_report

    written = make_report(ReportRequest(path, path.parent))
    note(label("end.report"))
    for each in (path, *written):
        say(str(each))
    note(label("end.next", file=path))


def wants_erasing(terminal: Terminal, wishes: Wishes) -> bool:
    """Whether the single answers are to be deleted now that they are added up."""
    if wishes.erase is not None:
        return wishes.erase
    if terminal.no_input:
        return False
    return terminal.agrees(label("end.erase"), option="--erase or --keep")


def tell_erased(strange: Iterable[Path]) -> None:
    """Say that the single answers are gone, and which files were not ours to delete."""
    note(label("end.erased"))
    if files := [as_typed(path) for path in strange]:
        note(label("end.not-ours", files="\n".join(f"  {file}" for file in files)))
