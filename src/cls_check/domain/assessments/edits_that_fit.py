"""Whether an edit fits an assessment: what it names is there, and its words can stand in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from cls_check.domain.assessments.consistency import Misfit
from cls_check.domain.assessments.edits import (
    AddEvidence,
    ChooseLevel,
    EditAction,
    EditEvidence,
    MarkAction,
    RemoveAction,
    RemoveEvidence,
    SayOnReflection,
    VoteAgain,
    path_of,
    words_in,
)
from cls_check.domain.dates import LOOKS_LIKE_A_DAY, is_day
from cls_check.domain.terms import NO_AGREED_LEVEL, WhoseEvidence

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import AssessedFactor, Assessment
    from cls_check.domain.assessments.consistency import Path
    from cls_check.domain.assessments.edits import Edit, OnFactor

MOST_CHARACTERS = 20_000
MOST_CHARACTERS_OF_A_DAY = 200
MOST_PEOPLE = 100_000


def unknown_name(assessment: Assessment, edit: Edit) -> Misfit | None:
    """Something that an edit names and that is not there, with what is."""
    if isinstance(edit, SayOnReflection):
        known = tuple(assessment.reflections)
        return _unknown("reflection", edit.reflection, known, ("reflections",))
    if isinstance(edit, VoteAgain):
        known = tuple(key for key, _ in assessment.statements())
        return _unknown("statement", edit.statement, known, ("factors",))
    factor = assessment.factors.get(edit.factor)
    if factor is None:
        return _unknown("factor", edit.factor, tuple(assessment.factors), ("factors",))
    return _unknown_in_a_factor(assessment, factor, edit)


def _unknown(what: str, word: str, known: tuple[str, ...], path: Path) -> Misfit | None:
    if word in known:
        return None
    hint = f"The {what}s here are {{known}}." if known else f"This file has no {what}s."
    return Misfit(path, f'There is no {what} "{word[:60]}" here.', hint, word=word, known=known)


def _unknown_in_a_factor(
    assessment: Assessment, factor: AssessedFactor, edit: OnFactor
) -> Misfit | None:
    path = ("factors", edit.factor)
    if isinstance(edit, ChooseLevel) and edit.level is not None:
        return _unknown_level(assessment, edit.level, (*path, "level"))
    if isinstance(edit, AddEvidence | EditEvidence) and (
        wrong := _unknown("group", edit.from_, get_args(WhoseEvidence), (*path, "evidence"))
    ):
        return wrong
    if isinstance(edit, EditEvidence | RemoveEvidence):
        return _unknown_number("evidence", edit.number, len(factor.evidence), path)
    if isinstance(edit, EditAction | MarkAction | RemoveAction):
        return _unknown_number("actions", edit.number, len(factor.actions), path)
    return None


def _unknown_level(assessment: Assessment, level: str, path: Path) -> Misfit | None:
    wrong = _unknown("level", level, (*assessment.levels, NO_AGREED_LEVEL), path)
    if wrong and not assessment.levels:
        hint = "This file names no levels. Write them under levels: first, an id and a name each."
        return Misfit(path, wrong.fact, hint, word=level)
    return wrong


def _unknown_number(what: str, number: int, there: int, path: Path) -> Misfit | None:
    if 1 <= number <= there:
        return None
    one = {"actions": "action", "evidence": "piece of evidence"}[what]
    has = {0: "It has none.", 1: "It has 1."}.get(there, f"It has {there}, counted from 1.")
    fact = f"There is no {one} number {number} under {path[-1]}."
    return Misfit((*path, what), fact, has, known=tuple(map(str, range(1, there + 1))))


def unfit_words(assessment: Assessment, edit: Edit) -> Misfit | None:
    """A text or a number of an edit that cannot stand in a file."""
    path = path_of(assessment, edit)
    for name, text in words_in(edit).items():
        most = MOST_CHARACTERS_OF_A_DAY if name == "by" else MOST_CHARACTERS
        if not any(one.isprintable() and not one.isspace() for one in text):
            return Misfit(path, "There are no words to write down.", "Write some, or leave it out.")
        if len(text) > most:
            fact = f"This text has {len(text):,} characters, and {most:,} is the most."
            return Misfit(path, fact, "Make it shorter.")
        if name == "by" and LOOKS_LIKE_A_DAY.fullmatch(text) and not is_day(text):
            hint = 'Write year-month-day, for example "2026-09-10", or words.'
            return Misfit(path, f'"{text}" is not a day.', hint)
    return _unfit_count(edit, path) if isinstance(edit, VoteAgain) else None


def _unfit_count(edit: VoteAgain, path: Path) -> Misfit | None:
    for answer, count in edit.answers.items():
        if not 0 <= count <= MOST_PEOPLE:
            fact = f'{count} is not a number of people for the answer "{answer[:60]}".'
            return Misfit(path, fact, f"Write 0 to {MOST_PEOPLE:,}.")
    return None
