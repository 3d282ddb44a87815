"""Assessments on disk: one file for each closed round, in an order that makes diffs readable."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from cls_check.domain.assessments.assessment import Assessment
from cls_check.domain.assessments.consistency import Misfit, misfits
from cls_check.domain.file_names import WINDOWS_DEVICES, is_same_place
from cls_check.errors import BadFileError, Place, Problem, RefusedError
from cls_check.files.validation.kinds import validate_as
from cls_check.messages import did_you_mean, listed, one_line, quoted
from cls_check.yaml.reader import Document, read_yaml

if TYPE_CHECKING:
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


def file_name(assessment: Assessment) -> str:
    """The usual name of an assessment's file: place and date."""
    ending = "-one-view" if assessment.one_view else ""
    return f"{slug(assessment.place)}-{assessment.date}{ending}.yaml"


def check_place(wanted: str, there: str, where: Path) -> None:
    """Go on only where what is there is of the wanted place: two may give one name to their files.

    Raises:
        RefusedError: it is of another.
    """
    if not is_same_place(wanted, there):
        raise RefusedError.of(
            f"This is of {quoted(there)}, and its name would fit {quoted(wanted)} too.",
            f"If it is the same place, write it as it is there: {quoted(there)}.\n"
            "If it is another, keep it in a folder of its own, or add a word to its name.",
            Place(one_line(str(where))),
        )


def slug(text: str) -> str:
    """A name for a file made from any words: letters and digits of any script, hyphens between."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall(r"[^\W_]+", plain)
    name = "-".join(words)[:LONGEST_NAME].strip("-") or "place"
    return f"place-{name}" if WINDOWS_DEVICES.fullmatch(name) else name
