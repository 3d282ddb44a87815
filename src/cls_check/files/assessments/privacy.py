"""Where an assessment's file shows groups that are too small, with the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.assessments.privacy import (
    few_voted_again,
    is_explained,
    joining_for,
    on_the_scale,
)
from cls_check.domain.counts.tally import people_in_words
from cls_check.domain.terms import (
    EVERYONE,
    FEWEST_OF_A_PERSPECTIVE,
    NO_PERSPECTIVES,
    OTHER_PERSPECTIVES,
)
from cls_check.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )
    from cls_check.domain.assessments.joining import Joining
    from cls_check.domain.closing.versions import TooFew
    from cls_check.yaml.places import TreePath
    from cls_check.yaml.reader import Document


def privacy_problems(assessment: Assessment, document: Document) -> Iterator[Problem]:
    """Where a file shows groups that are too small, with the lines."""
    if assessment.one_view:
        return
    for name, count in assessment.took_part.items():
        if 0 < count < assessment.minimum_group:
            yield _too_few(
                f"{name} has {people_in_words(count)}.",
                assessment.minimum_group,
                _way_out(name, "this round"),
                document.key_place(("took-part", name)),
            )
    for key, factor in assessment.factors.items():
        yield from _of_a_factor(assessment, key, factor, document)


def _of_a_factor(
    assessment: Assessment, key: str, factor: AssessedFactor, document: Document
) -> Iterator[Problem]:
    joining = joining_for(assessment, factor)
    yield from _too_few_for_a_sensitive_one(assessment, key, factor, joining, document)
    for statement_id, statement in factor.statements.items():
        path = ("factors", key, "statements", statement_id)
        yield from _voted_again(assessment, statement, path, document)
        yield from _of_a_statement(statement, joining, path, document)


def _too_few(fact: str, fewest: int, hint: str, place: Place) -> Problem:
    because = f"From fewer than {fewest}, answers could be guessed."
    return Problem(f"{fact} {because}", hint, place, "privacy")


def _too_few_for_a_sensitive_one(
    assessment: Assessment,
    key: str,
    factor: AssessedFactor,
    joining: Joining,
    document: Document,
) -> Iterator[Problem]:
    """A perspective that stands alone, though this factor needs more people of it; said once."""
    for name in joining.always:
        shown = (each for each, said in factor.statements.items() if name in said.answers)
        first = next(shown, None)
        if name not in NO_PERSPECTIVES and first:
            yield _too_few(
                f"{key} is sensitive, and {name} has {people_in_words(assessment.took_part[name])}.",
                assessment.sensitive_minimum,
                f"Add them to {OTHER_PERSPECTIVES} in each statement of {key}. Reports do so.",
                document.key_place(("factors", key, "statements", first, "answers", name)),
            )


def _voted_again(
    assessment: Assessment, statement: AnsweredStatement, path: TreePath, document: Document
) -> Iterator[Problem]:
    if few_voted_again(assessment, statement):
        yield Problem(
            f"Fewer than {assessment.minimum_group} people answered {path[-1]} on the scale after "
            "talking, so answers could be guessed.",
            "Take the line after-talking: out.",
            document.key_place((*path, "after-talking")),
            "privacy",
        )


def _of_a_statement(
    statement: AnsweredStatement,
    joining: Joining,
    path: TreePath,
    document: Document,
) -> Iterator[Problem]:
    answered = on_the_scale(statement)
    for name, n in answered.items():
        if not 0 < n < FEWEST_OF_A_PERSPECTIVE:
            continue
        yield _too_few(
            f"{people_in_words(n)} of {name} answered {path[-1]} on the scale.",
            FEWEST_OF_A_PERSPECTIVE,
            _way_out(name, "this statement"),
            document.key_place((*path, "answers", name)),
        )
    if not is_explained(joining, statement, answered):
        yield Problem(
            f"For {path[-1]}, groups are joined that were not too small. An earlier version did so "
            "where all of a group gave the same answer, and whoever knows that can tell which.",
            "Close the round again, if you still have it. Or join all groups of this statement; "
            "reports do so.",
            document.key_place((*path, "answers")),
            "privacy",
        )


def place_of(found: TooFew, assessment: Assessment, document: Document) -> Place:
    """Where what gives people away between two versions stands in one of them."""
    for key, factor in assessment.factors.items():
        if found.statement in factor.statements:
            answers = ("factors", key, "statements", found.statement, "answers")
            return document.key_place((*answers, found.group))
    return document.key_place(("took-part", found.group))


def _way_out(group: str, of_what: str) -> str:
    if group == EVERYONE:
        return f"Take the answers of {of_what} out, or keep the file to yourself."
    if group == OTHER_PERSPECTIVES:
        return f"Add the next smallest group of {of_what} to them."
    return f"Add them to {OTHER_PERSPECTIVES} of {of_what}, with the next smallest group if needed."
