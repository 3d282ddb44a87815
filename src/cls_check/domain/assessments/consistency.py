"""Whether the parts of an assessment fit together: what no single field can know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.counts.tally import OUTSIDE_THE_SCALE, possible_answers
from cls_check.domain.terms import EVERYONE, FEWEST_ANSWERS, NO_AGREED_LEVEL, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Misfit:
    """Two parts of a file that cannot both be right: where, what, and how to mend it."""

    path: Path
    fact: str
    hint: str
    """Where it says `{known}`, the words that could stand there are to be listed."""
    about_key: bool = False
    """Whether the key at the end of the path is meant, not the value behind it."""
    word: str = ""
    """A word that is not known here, where that is what is wrong."""
    known: tuple[str, ...] = ()
    """The words that could stand in its place."""


def misfits(assessment: Assessment) -> Iterator[Misfit]:
    """Everything in an assessment that does not fit together, in the order of the file."""
    scale = list(_of_the_scale(assessment))
    yield from scale
    yield from _of_who_took_part(assessment)
    # Without a scale every answer would be one more misfit, without people every group.
    fits_the_scale, people = not scale, assessment.people
    twice = _used_twice(assessment)
    for factor_id, factor in assessment.factors.items():
        yield from _of_a_level(assessment, factor, ("factors", factor_id))
        for statement_id, statement in factor.statements.items():
            path: Path = ("factors", factor_id, "statements", statement_id)
            if statement_id in twice:
                yield Misfit(
                    path,
                    f'The statement "{statement_id}" stands in more than one factor.',
                    "Give every statement an id of its own.",
                    about_key=True,
                )
            if fits_the_scale:
                yield from _of_answers(assessment, statement_id, statement, path)
            if people:
                yield from _of_groups(assessment, statement_id, statement, path)


def _used_twice(assessment: Assessment) -> set[str]:
    times = Counter(statement_id for statement_id, _ in assessment.statements())
    return {statement_id for statement_id, count in times.items() if count > 1}


def _of_the_scale(assessment: Assessment) -> Iterator[Misfit]:
    scale = assessment.scale
    if not scale and not any(True for _ in assessment.statements()):
        return
    if len(scale) < FEWEST_ANSWERS:
        yield Misfit(
            ("scale",),
            "The scale has too few answers." if scale else "There are statements but no scale.",
            f"Write {FEWEST_ANSWERS} answers or more, lowest first, for example "
            "scale: [Not true yet, Partly true, Very true]",
        )
    elif len(set(scale)) < len(scale):
        yield Misfit(
            ("scale",), "Two answers of the scale have the same words.", "Word them differently."
        )
    elif assessment.values and len(assessment.values) != len(scale):
        yield Misfit(
            ("values",),
            f"There are {len(scale)} answers on the scale, and {len(assessment.values)} values.",
            "Write one for each answer, in the order of the scale. Or leave them out.",
        )


def _of_who_took_part(assessment: Assessment) -> Iterator[Misfit]:
    path: Path = ("took-part",)
    if not assessment.people:
        yield Misfit(path, "Nobody took part.", "Write how many people of each perspective came.")
    if assessment.one_view and assessment.people > 1:
        yield Misfit(
            path,
            f"This is one person's view, but {assessment.people} people took part.",
            "Write everyone: 1 here, or take one-view: true away.",
        )
    if EVERYONE in assessment.took_part and len(assessment.took_part) > 1:
        yield Misfit(
            (*path, EVERYONE),
            '"everyone" stands beside other groups, so people would count twice.',
            "Keep either everyone or the perspectives.",
            about_key=True,
        )


def _of_a_level(assessment: Assessment, factor: AssessedFactor, path: Path) -> Iterator[Misfit]:
    known = (*assessment.levels, NO_AGREED_LEVEL)
    if factor.level is not None and assessment.levels and factor.level not in known:
        yield Misfit(
            (*path, "level"),
            f'"{factor.level}" is not a level of this assessment.',
            "The levels are {known}.",
            word=factor.level,
            known=known,
        )


def _of_answers(
    assessment: Assessment, statement_id: str, statement: AnsweredStatement, path: Path
) -> Iterator[Misfit]:
    positions = len(assessment.scale)
    for group, answers in statement.answers.items():
        whose = f"{statement_id} from {group}"
        yield from _strange_answers(answers, whose, positions, (*path, "answers", group))
    whose = f"{statement_id} after talking"
    yield from _strange_answers(statement.after_talking, whose, positions, (*path, "after-talking"))


def _strange_answers(
    answers: Mapping[str, int], whose: str, positions: int, path: Path
) -> Iterator[Misfit]:
    allowed = possible_answers(positions)
    for answer in answers:
        if answer not in allowed:
            yield Misfit(
                (*path, answer),
                f'"{answer[:60]}" is not an answer to {whose}.',
                f"Answers here are 1 to {positions}, {' or '.join(OUTSIDE_THE_SCALE)}.",
                about_key=True,
                word=answer[:60],
                known=OUTSIDE_THE_SCALE,
            )


def _of_groups(
    assessment: Assessment, statement_id: str, statement: AnsweredStatement, path: Path
) -> Iterator[Misfit]:
    for group in statement.answers:
        yield from _of_a_group(assessment, statement_id, statement, (*path, "answers", group))
    second = sum(statement.after_talking.values())
    if second > assessment.people:
        yield Misfit(
            (*path, "after-talking"),
            f"{second} people answered {statement_id} after talking, but only "
            f"{assessment.people} took part.",
            "Check the numbers against the room.",
        )


def _of_a_group(
    assessment: Assessment, statement_id: str, statement: AnsweredStatement, path: Path
) -> Iterator[Misfit]:
    group = str(path[-1])
    if group not in assessment.took_part and group != OTHER_PERSPECTIVES:
        yield Misfit(
            path,
            f'"{group}" is not among those who took part.',
            "Those are {known}.",
            about_key=True,
            word=group,
            known=tuple(assessment.took_part),
        )
        return
    people = _people_behind(assessment, statement, group)
    given = sum(statement.answers[group].values())
    if given > people:
        yield Misfit(
            path,
            f"{group} gave {given} answers to {statement_id}, but only {people} took part.",
            "Check the numbers against the paper or the room.",
        )


def _people_behind(assessment: Assessment, statement: AnsweredStatement, group: str) -> int:
    """How many people a group's answers to a statement can come from.

    For one statement a perspective may have been joined with the other perspectives; then it
    has no answers of its own there, and its people stand behind the joined ones.
    """
    took_part = assessment.took_part
    if group != OTHER_PERSPECTIVES:
        return took_part.get(group, 0)
    with_answers_of_their_own = statement.answers.keys() - {OTHER_PERSPECTIVES}
    return assessment.people - sum(took_part.get(name, 0) for name in with_answers_of_their_own)
