"""Voices in a record: one small file for each person, under a random name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Voice
from cls_check.errors import BadFileError, Problem
from cls_check.files.records.by_random_name import read_all
from cls_check.files.records.ours import VOICES
from cls_check.files.records.private_file import Kept
from cls_check.files.records.unknown import unknown
from cls_check.files.validation.explanations import not_an_answer
from cls_check.files.validation.kinds import validate_as
from cls_check.messages import listed
from cls_check.yaml.writer import to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.records.folder import Record
    from cls_check.files.records.private_file import Outcome
    from cls_check.yaml.reader import Document


def voices(record: Record) -> dict[str, Voice]:
    """Every voice of a record by its random name, in the order of the names.

    Raises:
        BadFileError: files that are broken, all of them named.
    """
    return read_all(record.folder, VOICES, lambda document: voice_in(document, record))


def voice_file(record: Record, voice_id: str) -> Kept:
    """The file of one voice, to be written at every answer."""
    path = record.folder / VOICES / f"{voice_id}.yaml"
    return Kept.at(record, path, lambda document: voice_in(document, record))


def save_voice(kept: Kept, voice: Voice) -> Outcome:
    """Write one voice, whole; when this returns, it is safe on the disk.

    Raises:
        ChangedMeanwhileError: somebody else changed it in the meantime.
        ClsCheckError: it cannot be written.
    """
    return kept.save(voice_text(voice))


def voice_text(voice: Voice) -> str:
    """A voice as its file holds it."""
    tree = {
        "cls-check-voice": 1,
        "perspective": voice.perspective,
        "finished": voice.finished,
        "answers": {key: _number(answer) for key, answer in voice.answers.items()},
        "levels": voice.levels,
        **voice.own_notes,
    }
    return to_yaml({key: value for key, value in tree.items() if value not in (None, {})})


def _number(answer: str) -> str | int:
    return int(answer) if answer.isdigit() else answer


def voice_in(document: Document, record: Record) -> Voice:
    """The voice in a document, whose answers all belong to the record's questionnaire.

    Raises:
        BadFileError: it is not a voice, or answers something else.
    """
    voice = validate_as(document, Voice)
    problems = [
        *_strange_perspective(voice, record, document),
        *_strange_answers(voice, record.questionnaire, document),
        *_strange_levels(voice, record.questionnaire, document),
    ]
    if problems:
        raise BadFileError(problems)
    return voice


def _strange_perspective(voice: Voice, record: Record, document: Document) -> Iterator[Problem]:
    known = record.questionnaire.perspectives
    if voice.perspective is None and known and record.round.way != "alone":
        yield Problem(
            "This voice does not say from which perspective it answers.",
            f"Add perspective: with one of {listed(known)}.",
            document.place(()),
        )
    elif voice.perspective is not None and voice.perspective not in known:
        yield unknown("perspective", voice.perspective, known, document.place(("perspective",)))


def _strange_answers(
    voice: Voice, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    statements = dict(questionnaire.statements())
    positions = len(questionnaire.scale.answers) if questionnaire.scale else 0
    for key, answer in voice.answers.items():
        if key not in statements:
            yield unknown("statement", key, statements, document.key_place(("answers", key)))
        elif answer.isdigit() and int(answer) > positions:
            fact, hint = not_an_answer(answer, key, positions)
            yield Problem(fact, hint, document.place(("answers", key)))


def _strange_levels(
    voice: Voice, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    for key, level in voice.levels.items():
        if key not in questionnaire.factors:
            place = document.key_place(("levels", key))
            yield unknown("factor", key, questionnaire.factors, place)
        elif level not in questionnaire.levels:
            yield unknown("level", level, questionnaire.levels, document.place(("levels", key)))
