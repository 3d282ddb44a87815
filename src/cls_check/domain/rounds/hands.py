"""A show of hands or cards: counts of people instead of single answers.

For each statement and perspective the facilitator types one count for each answer, lowest first:
`0 1 2 2 1`, or `01221` where nobody counts over nine. `d1` and `x1` at the end are people who do
not know and people who cannot answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import Tally
from cls_check.domain.rounds.grammar import BLANK, OUTSIDE, Mistake
from cls_check.domain.rounds.session import Answered, Question, positions_of
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.session import Session

Counted = dict[str, dict[str, dict[str, int]]]
"""By statement and group: how many people gave each answer, as in a file."""

_COUNT = re.compile(r"[0-9]{1,6}")
_OUTSIDE = re.compile(r"([dx])([0-9]{1,6})")


def hands_questions(
    questionnaire: Questionnaire, present: Mapping[str, int]
) -> tuple[Question, ...]:
    """Every statement once for each group that is here, in the order of the questionnaire."""
    groups = (*questionnaire.perspectives,) or (EVERYONE,)
    here = [group for group in groups if present.get(group)]
    scale = positions_of(questionnaire)
    return tuple(
        Question(_id(key, group), "hands", factor_id, statement.text, scale, group, present[group])
        for factor_id, factor in questionnaire.factors.items()
        for key, statement in factor.statements.items()
        for group in here
    )


def _id(statement: str, group: str) -> str:
    return f"{statement} {group}"


def counts_in(line: str, session: Session) -> Answered | Mistake:
    """The counts in a line, for the current question alone; they are checked against the room."""
    question = session.left[0]
    if line == BLANK:
        return Answered((None,))
    parts, outside = _taken_apart(line, len(question.choices))
    strange = [part for part in parts if not _COUNT.fullmatch(part)]
    if strange:
        return Mistake("not-a-count", strange[0][:20])
    if len(parts) != len(question.choices):
        given = len(parts) if len(parts) > 1 else len("".join(parts))  # typed without blanks
        return Mistake("other-number-of-counts", given=given, wanted=len(question.choices))
    tally = Tally(tuple(map(int, parts)), outside.get("d", 0), outside.get("x", 0))
    if tally.people > question.people:
        return Mistake("more-than-are-here", given=tally.people, wanted=question.people)
    return Answered((written(tally),))


def _taken_apart(line: str, positions: int) -> tuple[list[str], dict[str, int]]:
    """The counts of the scale, and those beside it."""
    outside: dict[str, int] = {}
    parts = []
    for part in line.replace(",", " ").split():
        beside = _OUTSIDE.fullmatch(part)
        if beside:
            outside[beside[1]] = outside.get(beside[1], 0) + int(beside[2])
        else:
            parts.append(part)
    if len(parts) == 1 and len(parts[0]) == positions:
        parts = list(parts[0])
    return parts, outside


def written(tally: Tally) -> str:
    """A tally as one line, as it can be typed: "0 1 2 2 1 d1"."""
    beside = {"d": tally.dont_know, "x": tally.cannot_answer}
    extra = [f"{sign}{beside[sign]}" for sign in OUTSIDE if beside[sign]]
    return " ".join([*map(str, tally.counts), *extra])


def tally_of(line: str, positions: int) -> Tally:
    """The tally that `written` wrote."""
    parts, outside = _taken_apart(line, positions)
    return Tally(tuple(map(int, parts)), outside.get("d", 0), outside.get("x", 0))


def counted(session: Session) -> Counted:
    """What has been counted so far, as a file holds it."""
    found: Counted = {}
    for question in session.questions:
        if question.id in session.answers:
            tally = tally_of(session.answers[question.id], len(question.choices))
            statement = question.id.removesuffix(f" {question.group}")
            found.setdefault(statement, {})[question.group] = tally.written()
    return found


def lines_of(
    answers: Mapping[str, Mapping[str, Mapping[str, int]]], positions: int
) -> dict[str, str]:
    """The answers of a session from what a file holds."""
    return {
        _id(statement, group): written(Tally.from_written(given, positions))
        for statement, groups in answers.items()
        for group, given in groups.items()
    }
