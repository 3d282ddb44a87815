"""The public face: what cls-check does, as functions that take values and give values.

Five verbs: `read`, `close`, `find`, `compare` and `report`. Two of them also for many files at
once, as the command line needs them: `compare_all` and `report_all`. What they give back and
what they raise is here, too. Everything in `__all__` is an interface; nothing else is.

To import this loads next to nothing: each function loads what it needs when it is called.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.domain.terms import LOWEST_MINIMUM_GROUP, MOST_MINIMUM_GROUP, USUAL_MINIMUM_GROUP
from cls_check.errors import (
    BadFileError,
    ClsCheckError,
    Place,
    Problem,
    RefusedError,
    UnknownNameError,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.domain.comparison.renames import Renames
    from cls_check.domain.comparison.shift import Shift
    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.domain.findings.measures import Measure
    from cls_check.domain.findings.rules import Finding
    from cls_check.reports.audiences.view import Audience
    from cls_check.reports.model.look import Look
    from cls_check.reports.output.content import Form
    from cls_check.workflows.close import Closed
    from cls_check.workflows.diff import Compared, OneSided, Outcomes
    from cls_check.workflows.report_folder import Reports

__all__ = [
    "Assessment", "BadFileError", "Closed", "ClsCheckError", "Compared", "Comparison",
    "FactorFindings", "FactorShift", "Finding", "Look", "Measure", "OneSided", "Outcomes", "Place",
    "Problem", "RefusedError", "Renames", "Reports", "Shift", "StatementFindings",
    "UnknownNameError", "close", "compare", "compare_all", "find", "read", "report", "report_all",
]  # fmt: skip

_HOMES = {
    "domain.assessments.assessment": ("Assessment",),
    "domain.comparison.comparison": ("Comparison", "FactorShift"),
    "domain.comparison.renames": ("Renames",),
    "domain.comparison.shift": ("Shift",),
    "domain.findings.findings": ("FactorFindings", "StatementFindings"),
    "domain.findings.measures": ("Measure",),
    "domain.findings.rules": ("Finding",),
    "reports.model.look": ("Look",),
    "workflows.close": ("Closed",),
    "workflows.diff": ("Compared", "OneSided", "Outcomes"),
    "workflows.report_folder": ("Reports",),
}
"""Where the kinds of values live that come back; each is loaded when somebody asks for it."""

if not TYPE_CHECKING:  # a type checker sees the imports above, and would take any name from this

    def __getattr__(name: str) -> object:
        for home, names in _HOMES.items():
            if name in names:
                return getattr(import_module(f"cls_check.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def read(path: Path | str) -> Assessment:
    """Read an assessment: the file of a closed round.

    Raises:
        BadFileError: it cannot be read, or its parts do not fit together; says the lines.

    Example:
        >>> from cls_check import api
        >>> autumn = api.read("examples/northfield/northfield-2026-09-10.yaml")
        >>> autumn.place, autumn.date, autumn.people
        ('Northfield', '2026-09-10', 42)
        >>> autumn.factors["give-it-time"].title
        'Giving it time'
    """
    from cls_check.files.assessments.reading import read_assessment

    return read_assessment(Path(path))


def close(
    records: Sequence[Path | str],
    into: Path | str,
    *,
    minimum_group: int = USUAL_MINIMUM_GROUP,
    accept_smaller_groups: bool = False,
    replace: bool = False,
) -> Closed:
    """Close a round: add up the answers, join groups that are too small, write one file.

    While this goes on, nobody can add to the records. The records stay as they are.

    Args:
        records: The folders of one round that is being gathered, one for each room.
        into: The folder to write the assessment into; it has to be there.
        minimum_group: The fewest people that a group which is shown may have, 3 to 1,000.
        accept_smaller_groups: Needed for a minimum of 3 or 4: everybody has agreed to it.
        replace: Write new numbers into a file that is there. What people wrote in it is kept.

    Raises:
        RefusedError: it would give somebody away, lose what people wrote in a file that is there,
            or somebody is still answering.
        BadFileError: a record is broken, or the records are not of one round.

    Example:
        >>> from cls_check import api
        >>> closed = api.close(["room-one.open", "room-two.open"], "assessments")
        >>> closed.path.name, closed.assessment.people
        ('southwick-2027-03-04.yaml', 14)

        Groups of fewer than five people are not shown on their own:

        >>> closed.assessment.took_part
        {'frontline': 9, 'other-perspectives': 5}

        What could give somebody away is refused, and nothing is written:

        >>> api.close(["room-one.open"], "assessments", minimum_group=3)
        Traceback (most recent call last):
        cls_check.errors.RefusedError: In groups of fewer than 5 people, answers can often be guessed.
          If everybody has agreed to it, give accept_smaller_groups=True. The report will say so.
    """
    from cls_check.workflows.close import close_held

    _check_minimum(minimum_group, accepted=accept_smaller_groups)
    folders = [Path(record) for record in records]
    return close_held(folders, Path(into), minimum_group=minimum_group, replacing=replace)


def find(assessment: Assessment) -> tuple[FactorFindings, ...]:
    """What can be said of each factor, by the rules in docs/numbers.md, with its numbers.

    Groups that are too small are joined first, so that a file made by hand gives nobody away.

    Example:
        >>> from cls_check import api
        >>> autumn = api.read("examples/northfield/northfield-2026-09-10.yaml")
        >>> for factor in api.find(autumn)[:3]:
        ...     print(factor.id, factor.headline, round(factor.by["everyone"].typical_answer, 1))
        co-production growing 3.4
        collaboration views-differ 3.6
        whole-system growing 2.9
    """
    from cls_check.domain.findings.findings import find as found

    return found(assessment)


def compare(
    old: Assessment, new: Assessment, renames: Renames | Path | str | None = None
) -> Comparison:
    """What two rounds of one place show, the older first: no more than the answers can tell.

    Args:
        old: The earlier round.
        new: The later round.
        renames: What is called something else now, or the file that says so.

    Raises:
        BadFileError: the file of new names cannot be read.
        ClsCheckError: two things would end up under one name.

    Example:
        >>> from cls_check import api
        >>> spring = api.read("examples/northfield/northfield-2026-03-12.yaml")
        >>> autumn = api.read("examples/northfield/northfield-2026-09-10.yaml")
        >>> for factor in api.compare(spring, autumn).factors[:3]:
        ...     print(factor.id, factor.everyone.kind)
        co-production up
        collaboration maybe-up
        whole-system down
    """
    from cls_check.domain.comparison.comparison import compare as compared
    from cls_check.domain.comparison.renames import renamed

    names = _renames(renames)
    return compared(renamed(old, names) if names else old, new)


def report(
    assessment: Assessment,
    audience: Audience = "steering-group",
    form: Form = "html",
    *,
    since: Assessment | None = None,
    look: Look | None = None,
    templates: Path | str | None = None,
) -> bytes:
    """A report of an assessment, as the bytes of its file; nothing is written.

    Args:
        assessment: A closed round.
        audience: Who reads it: "steering-group", "summary" or "participants".
        form: "html", "markdown", "pdf" or "docx"; the last two need the extra of that name.
        since: The round before; the report then says what has moved.
        look: A title, a logo, a colour, large print.
        templates: A folder of templates of your own; see docs/reports.md.

    Raises:
        UnknownNameError: there is no such audience or form.
        ClsCheckError: a template does not work, or what makes this form is not installed.

    Example:
        >>> from cls_check import api
        >>> spring = api.read("examples/northfield/northfield-2026-03-12.yaml")
        >>> autumn = api.read("examples/northfield/northfield-2026-09-10.yaml")
        >>> page = api.report(autumn, form="markdown", since=spring)
        >>> print(page.decode("utf-8").splitlines()[0])
        # Readiness report: Northfield
    """
    from cls_check.workflows.report import reports_of, wish_for
    from cls_check.workflows.score import Scored

    wish = wish_for([audience], [form], look, Path(templates) if templates else None)
    before = None if assessment.one_view else since
    return reports_of(Scored(assessment, find(assessment)), before, "", wish)[0].data


def compare_all(
    wanted: Sequence[str] = (),
    *,
    files: Sequence[str] = (),
    home: Path | str = ".",
    renames: Renames | Path | str | None = None,
    stdin: bytes = b"",
) -> Outcomes:
    """Compare versions of files, wherever they are: what `cls-check diff` does.

    Args:
        wanted: Two files; or what git knows: a revision, REV:FILE, :FILE, A..B, A...B. Nothing
            stands for the last two rounds of the place whose folder `home` is.
        files: Only these files of what git knows.
        home: The folder that the names start from.
        renames: What is called something else now, or the file that says so.
        stdin: What "-" stands for.

    Raises:
        ClsCheckError: what was asked for is not there. A file that is broken is a result.

    Example:
        >>> from cls_check import api
        >>> found = api.compare_all(home="examples/northfield")
        >>> [type(pair).__name__ for pair in found.pairs], found.is_same
        (['Compared'], False)
    """
    from cls_check.workflows.diff import compare_all as compared

    return compared(wanted, files, Path(home).absolute(), _renames(renames), stdin)


def report_all(
    source: Path | str,
    folder: Path | str | None = None,
    *,
    audiences: Sequence[Audience] = ("steering-group",),
    forms: Sequence[Form] = ("html", "markdown"),
    since: Path | str | None = None,
    look: Look | None = None,
    templates: Path | str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Reports:
    """Write the reports of one assessment, or of all in a folder: what `cls-check report` does.

    Args:
        source: The file of a closed round, or a folder that is looked through.
        folder: Where the reports go. Without it, beside the assessments.
        audiences: Who reads them; see `report`.
        forms: What is written; see `report`.
        since: The file of the round before, for one assessment alone. Without it, and in a
            folder, each is compared with the last round that is beside it.
        look: A title, a logo, a colour, large print.
        templates: A folder of templates of your own.
        progress: Told how many of how many are done, after each assessment of a folder.

    Raises:
        ClsCheckError: a report cannot be made or written; of a file in a folder, that is a result.

    Example:
        >>> from cls_check import api
        >>> made = api.report_all("examples/eastmoor", "reports", forms=["markdown"])
        >>> [path.name for path in made.written], made.troubles
        (['eastmoor-2026-06-18-readiness-report.md', 'index.md'], ())
    """
    from cls_check.workflows.candidates import holds_assessments
    from cls_check.workflows.report import ReportRequest, make_report, wish_for
    from cls_check.workflows.report_folder import Reports, make_reports

    source, wish = (
        Path(source),
        wish_for(audiences, forms, look, Path(templates) if templates else None),
    )
    if not holds_assessments(source):
        into, before = Path(folder or source.parent), Path(since) if since else None
        return Reports(make_report(ReportRequest(source, into, before, wish)), ())
    if since:
        raise ClsCheckError.of(
            "The round before is one round, and a folder may hold several places.",
            "Leave it out: each report is compared with the round before it.",
        )
    return make_reports(source, Path(folder or source), wish, progress)


def _check_minimum(people: int, *, accepted: bool) -> None:
    if not LOWEST_MINIMUM_GROUP <= people <= MOST_MINIMUM_GROUP:
        raise RefusedError.of(
            f"The smallest group cannot be {people}.",
            f"Choose {LOWEST_MINIMUM_GROUP} to {MOST_MINIMUM_GROUP:,} people.",
        )
    if people < USUAL_MINIMUM_GROUP and not accepted:
        raise RefusedError.of(
            f"In groups of fewer than {USUAL_MINIMUM_GROUP} people, answers can often be guessed.",
            "If everybody has agreed to it, give accept_smaller_groups=True. "
            "The report will say so.",
        )


def _renames(given: Renames | Path | str | None) -> Renames | None:
    from cls_check.workflows.diff import read_renames

    return read_renames(Path(given)) if isinstance(given, str | Path) else given
