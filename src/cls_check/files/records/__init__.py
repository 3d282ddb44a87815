"""Records: a round still being gathered, private and local, in a folder that git ignores.

    northfield-2026-09-10.open/
      .gitignore           everything in here stays out of git
      round.yaml           where, when, how
      questionnaire.yaml   the questionnaire as it was when the round began
      voices/ID.yaml       one small file for each voice, under a random name
      hands/ID.yaml        one for each show of hands, under a random name
      notes.yaml           what people wrote for the facilitator
      talk.yaml            what the group agreed, where it was written down before closing
      imported.json        marks of what came out of files, so that nobody is counted twice
      closed-1.yaml        what was made of it, each time it was closed
      counted-1.json       the random names of all who were in that

While answers come out of files, they are in `importing/` until they are in place; while a record is
being erased, `voices/` is called `.erasing/`.

Every file is written whole and atomically, so a record that was cut off at any moment goes on
with nothing lost but the keystroke.
"""

from __future__ import annotations

from cls_check.files.records.alone import alone_in
from cls_check.files.records.by_random_name import new_id
from cls_check.files.records.closings import (
    Counted,
    closed_before,
    counted_before,
    remember_closed,
)
from cls_check.files.records.erasing import answers_of, begin_erasing, erase, was_being_erased
from cls_check.files.records.folder import (
    Record,
    folder_name,
    found_in,
    made_again,
    open_record,
    start,
)
from cls_check.files.records.hands import hands, hands_file, save_hands
from cls_check.files.records.notes import add_note, notes
from cls_check.files.records.ours import CLOSED, ROUND, SUFFIX, TALK
from cls_check.files.records.private_file import ChangedMeanwhileError, Kept, Outcome
from cls_check.files.records.recognising import MARKDOWN, is_part_of_a_record, record_of
from cls_check.files.records.taking_in import (
    Ledger,
    both_kept,
    is_of_hands,
    ledger_of,
    mark_of_hands,
    settle,
    take_in,
)
from cls_check.files.records.talk import talk_of
from cls_check.files.records.voices import save_voice, voice_file, voices

__all__ = [
    "CLOSED",
    "MARKDOWN",
    "ROUND",
    "SUFFIX",
    "TALK",
    "ChangedMeanwhileError",
    "Counted",
    "Kept",
    "Ledger",
    "Outcome",
    "Record",
    "add_note",
    "alone_in",
    "answers_of",
    "begin_erasing",
    "both_kept",
    "closed_before",
    "counted_before",
    "erase",
    "folder_name",
    "found_in",
    "hands",
    "hands_file",
    "is_of_hands",
    "is_part_of_a_record",
    "ledger_of",
    "made_again",
    "mark_of_hands",
    "new_id",
    "notes",
    "open_record",
    "record_of",
    "remember_closed",
    "save_hands",
    "save_voice",
    "settle",
    "start",
    "take_in",
    "talk_of",
    "voice_file",
    "voices",
    "was_being_erased",
]  # fmt: skip
