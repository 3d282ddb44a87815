"""Assessments on disk: one file for each closed round, in an order that makes diffs readable."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment
from cls_check.domain.assessments.consistency import Misfit, misfits
from cls_check.domain.assessments.privacy import few_voted_again
from cls_check.domain.counts.tally import people_in_words
from cls_check.domain.file_names import WINDOWS_DEVICES
from cls_check.domain.terms import (
    EVERYONE,
    FEWEST_OF_A_PERSPECTIVE,
    OTHER_PERSPECTIVES,
)
from cls_check.errors import BadFileError, Problem
from cls_check.files.validation.kinds import validate_as
from cls_check.messages import did_you_mean, listed, one_line
from cls_check.yaml.reader import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


LONGEST_NAME = 60


def read_assessment(path: Path, name: str | None = None) -> Assessment:
    """Read a closed round.

    Raises:
        BadFileError: it cannot be read, or its parts do not fit together.
    """
    return assessment_in(read_yaml(path, name))


def assessment_in(document: Document) -> Assessment:
    """The assessment in a document that was read.

    Raises:
        BadFileError: its parts do not fit together.
    """
    assessment = validate_as(document, Assessment)
    found = [with_place(misfit, document) for misfit in misfits(assessment)]
    if found:
        raise BadFileError(found)
    return assessment


def with_place(misfit: Misfit, document: Document) -> Problem:
    """A misfit as people read it: with file and line, and a guess at what was meant."""
    where = document.key_place if misfit.about_key else document.place
    choices = misfit.hint.replace("{known}", listed(misfit.known))
    question = did_you_mean(misfit.word, misfit.known)
    hint = "\n".join(filter(None, [question, choices]))
    return Problem(one_line(misfit.fact), hint, where(misfit.path))


def privacy_problems(assessment: Assessment, document: Document) -> Iterator[Problem]:
    """Where a file shows groups that are too small, with the lines."""
    if assessment.one_view:
        return
    fewest = assessment.minimum_group
    for name, count in assessment.took_part.items():
        if 0 < count < fewest:
            yield Problem(
                f"{name} has {people_in_words(count)}. From fewer than {fewest}, answers could be guessed.",
                _way_out(name, "this round"),
                document.key_place(("took-part", name)),
                "privacy",
            )
    for path, statement in _statements(assessment):
        if few_voted_again(assessment, statement):
            yield Problem(
                f"Fewer than {fewest} people answered {path[-1]} on the scale after talking, so "
                "answers could be guessed.",
                "Take the line after-talking: out.",
                document.key_place((*path, "after-talking")),
                "privacy",
            )
        for name, tally in assessment.tallies(statement).items():
            if 0 < tally.n < FEWEST_OF_A_PERSPECTIVE:
                yield Problem(
                    f"{people_in_words(tally.n)} of {name} answered {path[-1]} on the scale. "
                    f"From fewer than {FEWEST_OF_A_PERSPECTIVE}, answers could be guessed.",
                    _way_out(name, "this statement"),
                    document.key_place((*path, "answers", name)),
                    "privacy",
                )


def _way_out(group: str, of_what: str) -> str:
    if group == EVERYONE:
        return f"Take the answers of {of_what} out, or keep the file to yourself."
    if group == OTHER_PERSPECTIVES:
        return f"Add the next smallest group of {of_what} to them."
    return f"Add them to {OTHER_PERSPECTIVES} of {of_what}, with the next smallest group if needed."


def _statements(assessment: Assessment) -> Iterator[tuple[tuple[str, ...], AnsweredStatement]]:
    for factor_id, factor in assessment.factors.items():
        for statement_id, statement in factor.statements.items():
            yield ("factors", factor_id, "statements", statement_id), statement


def file_name(assessment: Assessment) -> str:
    """The usual name of an assessment's file: place and date."""
    ending = "-one-view" if assessment.one_view else ""
    return f"{slug(assessment.place)}-{assessment.date}{ending}.yaml"


def slug(text: str) -> str:
    """A name for a file made from any words: letters and digits of any script, hyphens between."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall(r"[^\W_]+", plain)
    name = "-".join(words)[:LONGEST_NAME].strip("-") or "place"
    return f"place-{name}" if WINDOWS_DEVICES.fullmatch(name) else name
