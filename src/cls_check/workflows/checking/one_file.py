"""Checking any of our files: what it is, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.comparison.renames import Renames
from cls_check.domain.rounds.import_map import ImportMap
from cls_check.domain.rounds.round import Hands, Notes, Round, Talk, Voice
from cls_check.errors import ClsCheckError, Problem
from cls_check.files import records
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.questionnaires.advice import advice
from cls_check.files.questionnaires.reading import in_each_language
from cls_check.files.settings import settings_in
from cls_check.files.validation.kinds import OF_A_ROUND, key_of, require
from cls_check.files.validation.validation import validate
from cls_check.messages import one_line, shown
from cls_check.read_from_disk import is_folder
from cls_check.yaml.reader import Document, read_yaml

if TYPE_CHECKING:
    from cls_check.domain.model import Model


class ClosedRound(NamedTuple):
    """Of which place and day a closed round is."""

    place: str
    date: str


@dataclass(frozen=True)
class Checked:
    """A file that was checked: what it is in words, and the problems it has."""

    name: str
    what: str
    problems: tuple[Problem, ...] = ()
    closed: ClosedRound | None = None
    """Of which place and day it is, where it is a closed round of several people."""
    is_private: bool = False
    """Whether it is of a round being gathered, and so nobody else's business."""

    @property
    def is_broken(self) -> bool:
        """Whether the file cannot be used at all."""
        return any(problem.kind == "broken" for problem in self.problems)


def check(path: Path, only: str = "") -> Checked:
    """Check one file, or the folder of a record with everything in it; never raises for a bad one.

    `only` is the kind of file that is wanted, where it is not any of ours (see `kinds.KINDS`).
    """
    try:
        if is_folder(path) and not only:
            return _checked_record(path)
        return _checked_document(read_yaml(path), only)
    except ClsCheckError as error:
        return Checked(one_line(str(path)), "", error.problems)


def check_questionnaire(path: Path) -> Checked:
    """Check a questionnaire, and what in it is worth another look; never raises for a bad one."""
    checked = check(path, only="cls-check-questionnaire")
    if checked.problems:
        return checked
    return replace(checked, problems=tuple(advice(read_yaml(path))))


def _checked_record(folder: Path) -> Checked:
    record = records.open_record(folder)
    voices = records.voices(record)
    records.talk_of(record)
    records.hands(record)
    records.notes(record)
    records.counted_before(record)
    count = "1 voice" if len(voices) == 1 else f"{len(voices)} voices"
    what = f"a round being gathered, with {count}"
    return Checked(one_line(str(folder)), what, is_private=True)


def _checked_document(document: Document, only: str) -> Checked:
    if only:
        require(document, only)
    key = key_of(document)
    return replace(LOOKS[key](document), is_private=key in OF_A_ROUND)


Look = Callable[["Document"], Checked]


def _assessment(document: Document) -> Checked:
    assessment = assessment_in(document)
    if assessment.one_view:
        return Checked(document.name, "one person's view")
    what = f"an assessment of {shown(assessment.place)}"
    problems = tuple(privacy_problems(assessment, document))
    return Checked(document.name, what, problems, ClosedRound(assessment.place, assessment.date))


def _questionnaire(document: Document) -> Checked:
    found = in_each_language(document)[0]
    count = len(found.factors)
    factors = "1 factor" if count == 1 else f"{count} factors"
    return Checked(document.name, f"a questionnaire with {factors}")


def _settings(document: Document) -> Checked:
    settings_in(document, Path(document.name).parent)
    return Checked(document.name, "a settings file")


def _model(what: str, model: type[Model]) -> Look:
    def look(document: Document) -> Checked:
        validate(document, model)
        return Checked(document.name, what)

    return look


LOOKS: dict[str, Look] = {
    "cls-check": _assessment,
    "cls-check-questionnaire": _questionnaire,
    "cls-check-round": _model("the particulars of a round", Round),
    "cls-check-voice": _model("one person's voice: private", Voice),
    "cls-check-hands": _model("a show of hands", Hands),
    "cls-check-notes": _model("notes for the facilitator: private", Notes),
    "cls-check-talk": _model("what a group agreed", Talk),
    "cls-check-renames": _model("a file of new names", Renames),
    "cls-check-import-map": _model("what the columns of a form mean", ImportMap),
    "cls-check-settings": _settings,
}
