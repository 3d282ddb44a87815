"""What a group agreed, where it was written down in the record before closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import NOTHING_SAID, Talk
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.errors import BadFileError, Problem
from cls_check.files.records.ours import TALK
from cls_check.files.records.unknown import unknown
from cls_check.files.validation.kinds import validate_as
from cls_check.yaml.reader import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.records.folder import Record


def talk_of(record: Record) -> Talk:
    """What the group agreed, if it has talked.

    Raises:
        BadFileError: it is broken, or speaks of something that the questionnaire does not have.
    """
    path = record.folder / TALK
    if not path.exists():
        return NOTHING_SAID
    document = read_yaml(path)
    talk = validate_as(document, Talk)
    problems = tuple(_strange_talk(talk, record.questionnaire, document))
    if problems:
        raise BadFileError(problems)
    return talk


def _strange_talk(
    talk: Talk, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    levels = dict.fromkeys([*questionnaire.levels, NO_AGREED_LEVEL])
    for key, factor in talk.factors.items():
        if key not in questionnaire.factors:
            place = document.key_place(("factors", key))
            yield unknown("factor", key, questionnaire.factors, place)
        elif factor.level is not None and questionnaire.levels and factor.level not in levels:
            place = document.place(("factors", key, "level"))
            yield unknown("level", factor.level, levels, place)
    for key in talk.reflections:
        if key not in questionnaire.reflections:
            place = document.key_place(("reflections", key))
            yield unknown("reflection", key, questionnaire.reflections, place)
