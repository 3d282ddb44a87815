"""Making the reports of an assessment, for each of those who read one, in each form."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.comparison.comparison import comes_before, compare
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.files.assessments.reading import read_assessment, slug
from cls_check.files.atomic import make_folder, write_bytes
from cls_check.files.questionnaires.reading import matching
from cls_check.messages import did_you_mean, listed, quoted
from cls_check.read_from_disk import is_folder
from cls_check.reports.audiences.view import AUDIENCES, view_of
from cls_check.reports.model.look import Look
from cls_check.reports.model.story import story_of
from cls_check.reports.output.content import ENDINGS, FORMS, USUAL_FORMS, content, file_name, told
from cls_check.workflows.score import score

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.reports.audiences.view import Audience
    from cls_check.reports.model.story import Story
    from cls_check.reports.output.content import Form
    from cls_check.workflows.score import Scored


@dataclass(frozen=True)
class Wish:
    """What is wanted of every report: for whom, in which forms, and how it looks."""

    forms: tuple[Form, ...] = USUAL_FORMS
    audiences: tuple[Audience, ...] = ("steering-group",)
    templates: Path | None = None
    look: Look = field(default_factory=Look)


def wish_for(
    audiences: Sequence[Audience], forms: Sequence[Form], look: Look | None, templates: Path | None
) -> Wish:
    """A wish in words that a program gives.

    Raises:
        UnknownNameError: there is no such audience or form.
    """
    _check_known("audience", audiences, AUDIENCES)
    _check_known("form", forms, FORMS)
    return Wish(tuple(forms), tuple(audiences), templates, look or Look())


def _check_known(kind: str, wanted: Sequence[str], known: Sequence[str]) -> None:
    for name in wanted:
        if name not in known:
            hint = did_you_mean(name, known) or f"There are {listed(known)}."
            raise UnknownNameError.of(f"There is no {kind} called {quoted(name)}.", hint)


@dataclass(frozen=True)
class ReportRequest:
    """Which assessment is reported, where to, and how."""

    assessment: Path
    folder: Path
    since: Path | None = None
    wish: Wish = field(default_factory=Wish)


def make_report(request: ReportRequest) -> tuple[Path, ...]:
    """Write the reports of one assessment; gives the files' paths.

    All are made before the first is written: where one cannot be made, nothing changes.
    """
    check_is_no_file(request.folder)
    scored = score(request.assessment)
    before = None if scored.assessment.one_view else _the_round_before(request, scored.assessment)
    made = reports_of(scored, before, request.assessment.stem, request.wish)
    make_folder(request.folder)
    for each in made:
        write_bytes(request.folder / each.name, each.data)
    return tuple(request.folder / each.name for each in made)


class Made(NamedTuple):
    """A file of a report: its name, what it is in words, and its bytes."""

    name: str
    told: str
    data: bytes


def reports_of(scored: Scored, before: Assessment | None, stem: str, wish: Wish) -> list[Made]:
    """The files of one assessment's reports, for each audience in each form."""
    story = told_of(scored, before)
    views = [view_of(story, audience, wish.look) for audience in wish.audiences]
    return [
        Made(file_name(stem, view, form), told(view, form), content(view, form, wish.templates))
        for view in views
        for form in wish.forms
    ]


def told_of(scored: Scored, before: Assessment | None) -> Story:
    """What there is to tell of an assessment and the round before it, for every audience."""
    now = scored.assessment
    used = now.questionnaire
    asked = _asked(used.id, used.version, now.language)
    comparison = compare(before, now) if before else None
    return story_of(now, scored.findings, asked, comparison)


@lru_cache(maxsize=8)
def _asked(questionnaire_id: str, version: str, language: str) -> Questionnaire | None:
    """The questionnaire, if it is at hand; read once for all reports of a run."""
    return matching(questionnaire_id, version, language)


def check_is_no_file(folder: Path) -> None:
    """Say so where somebody names a file to write into.

    Raises:
        ClsCheckError: the path looks like a file.
    """
    if folder.suffix in ENDINGS.values() and not is_folder(folder):
        raise ClsCheckError.of(
            f"{folder} looks like a file, and a folder is needed here.",
            f"The report gets a name of its own. Try -o {folder.parent}.",
        )


def _the_round_before(request: ReportRequest, now: Assessment) -> Assessment | None:
    if request.since:
        return read_assessment(request.since)
    return round_before(request.assessment, now)


def round_before(path: Path, now: Assessment) -> Assessment | None:
    """The last round of the same place before this one, from the files beside it."""
    earlier = []
    for beside in sorted(path.parent.glob(f"{slug(now.place)}-*.yaml")):
        if beside.name == path.name:
            continue
        try:
            found = read_assessment(beside)
        except ClsCheckError:
            continue
        if comes_before(found, now):
            earlier.append(found)
    return max(earlier, key=lambda found: found.date, default=None)
