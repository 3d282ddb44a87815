"""Checking any of our files: what it is, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.bounded import is_folder
from cls_check.domain.comparison.renames import Renames
from cls_check.domain.rounds.import_map import ImportMap
from cls_check.domain.rounds.round import Hands, Notes, Round, Talk, Voice
from cls_check.errors import ClsCheckError, Problem
from cls_check.files import records
from cls_check.files.assessments.privacy import privacy_problems
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.questionnaires.advice import advice
from cls_check.files.questionnaires.reading import in_language
from cls_check.files.settings import settings_in
from cls_check.files.validation.kinds import key_of, require
from cls_check.files.validation.validation import validate
from cls_check.messages import one_line, shown
from cls_check.yaml.reader import Document, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cls_check.domain.model import Model


@dataclass(frozen=True)
class Checked:
    """A file that was checked: what it is in words, and the problems it has."""

    name: str
    what: str
    problems: tuple[Problem, ...] = ()

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
    count = "1 voice" if len(voices) == 1 else f"{len(voices)} voices"
    return Checked(one_line(str(folder)), f"a round being gathered, with {count}")


def _checked_document(document: Document, only: str) -> Checked:
    if only:
        require(document, only)
    what, problems = LOOKS[key_of(document)](document)
    return Checked(document.name, what, tuple(problems))


Look = tuple[str, "Iterable[Problem]"]


def _assessment(document: Document) -> Look:
    assessment = assessment_in(document)
    of_place = f"an assessment of {shown(assessment.place)}"
    what = "one person's view" if assessment.one_view else of_place
    return what, privacy_problems(assessment, document)


def _questionnaire(document: Document) -> Look:
    found = in_language(document).questionnaire
    for language in found.languages[1:]:
        in_language(document, language)
    count = len(found.factors)
    return f"a questionnaire with {'1 factor' if count == 1 else f'{count} factors'}", ()


def _settings(document: Document) -> Look:
    settings_in(document, Path(document.name).parent)
    return "a settings file", ()


def _model(what: str, model: type[Model]) -> Callable[[Document], Look]:
    def look(document: Document) -> Look:
        validate(document, model)
        return what, ()

    return look


LOOKS: dict[str, Callable[[Document], Look]] = {
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
