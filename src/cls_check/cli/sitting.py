"""One sitting of a round: gathering, then closing, looking at it together, and writing it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.gathering import gather
from cls_check.files import records
from cls_check.words.speech import speak

if TYPE_CHECKING:
    from cls_check.cli.beginning import Wishes
    from cls_check.cli.terminal import Terminal
    from cls_check.files.records import Record


def sit(terminal: Terminal, record: Record, wishes: Wishes) -> None:
    """Everything from the first answer to the report, as far as the group wants to go today."""
    speak(record.round.language)
    with records.alone_in(record):
        gather(terminal, record, wishes)
