"""The rows of one assessment: what may be shown of it, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.counts.tally import OUTSIDE_THE_SCALE, possible_answers
from cls_check.domain.findings.findings import find
from cls_check.words.names import group_name, level_name
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings
    from cls_check.domain.findings.measures import StatementResult
    from cls_check.exchange.outgoing.columns import Row, TableName


def rows_of(assessment: Assessment, file: str) -> dict[TableName, list[Row]]:
    """The rows of each table, in the order of the assessment.

    Args:
        assessment: A group's assessment. One person's own view is no group's, and has no rows.
        file: What tells the rows of this assessment from those of others.
    """
    if assessment.one_view:
        return {"counts": [], "levels": [], "people": []}
    safe = protected(assessment)
    about = _about(safe, file)
    return {
        "counts": [(*about, *row) for row in _counts(safe)],
        "levels": [(*about, *row) for row in _levels(safe)],
        "people": [(*about, *row) for row in _people(safe)],
    }


def _about(safe: Assessment, file: str) -> Row:
    used = safe.questionnaire
    which = (safe.place, safe.date, safe.round, safe.stage)
    return (file, *which, used.id, used.version, safe.language)


def _counts(safe: Assessment) -> Iterator[Row]:
    names = {group: group_name(safe, group) for group in safe.groups()}
    possible = possible_answers(len(safe.scale))
    outside = tuple(label(f"answer.{answer}") for answer in OUTSIDE_THE_SCALE)
    answers = tuple(
        zip(possible, (*safe.scale, *outside), (*_values(safe), None, None), strict=True)
    )
    for factor in find(safe, fragility=False):
        for *said, result in _results(factor, safe):
            group = said[-1]
            counts = _shown(result)
            for (answer, words, value), count in zip(answers, counts, strict=True):
                yield (*said, names[str(group)], len(safe.scale), answer, words, value, count)


def _values(safe: Assessment) -> tuple[int | float, ...]:
    """What each answer counts as: its own value, else its place."""
    if not safe.values:
        return tuple(range(1, len(safe.scale) + 1))
    numbers = map(float, safe.values)
    return tuple(int(number) if number.is_integer() else number for number in numbers)


def _results(
    factor: FactorFindings, safe: Assessment
) -> Iterator[tuple[str, str, str, str, str, StatementResult]]:
    """Every result of those who were counted; not that of everyone, who would count twice."""
    for found in factor.statements:
        counted = safe.factors[factor.id].statements[found.id].answers
        for group in counted:
            about = (factor.id, factor.factor.title, found.id, found.text)
            yield (*about, group, found.by[group])


def _shown(result: StatementResult) -> tuple[int | None, ...]:
    """How many gave each answer; None where that is not shown."""
    counts = result.shown_counts
    on_the_scale = counts if counts is not None else (None,) * len(result.tally.counts)
    return (*on_the_scale, result.tally.dont_know, result.tally.cannot_answer)


def _levels(safe: Assessment) -> Iterator[Row]:
    for key, factor in safe.factors.items():
        if factor.level is not None:
            yield key, factor.title, factor.level, level_name(safe, factor.level)


def _people(safe: Assessment) -> Iterator[Row]:
    for group in safe.groups():
        if people := safe.took_part.get(group):
            yield group, group_name(safe, group), people
