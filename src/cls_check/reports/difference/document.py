"""A comparison for other programs: the document behind `diff --format json`, and its JSON Schema.

Full precision, nothing that may not be shown, null for what is undefined. No time, no
path of a computer: the same files give the same bytes.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from cls_check.domain.comparison.follow_up import ActionState, EvidenceState
from cls_check.domain.comparison.shift import Shift, ShiftKind, Why
from cls_check.domain.comparison.statement_matching import Status
from cls_check.domain.findings.findings import find_throughout
from cls_check.domain.terms import EVERYONE

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison, FactorShift
    from cls_check.domain.comparison.difference import Difference

SCHEMA = "cls-check/comparison/1"


class Part(BaseModel):
    """A part of the document: its names are an interface, and no others may come in."""

    model_config = ConfigDict(frozen=True, extra="forbid", serialize_by_alias=True)


class Side(Part):
    """One of the two files."""

    file: str
    place: str
    date: str
    round: str | None
    questionnaire: Annotated[str, Field(description="Its id and version, with a blank between.")]


class Comparable(Part):
    """Whether the answers of the two can be compared, and how many statements are what."""

    answer: bool
    why: Why
    statements: dict[Status, int]


class OrganisationsInBoth(Part):
    """How many organisations and groups people came from; null where nobody said."""

    then: int | None
    now: int | None


class TookPart(Part):
    """People by group; `everyone` is all of them."""

    then: dict[str, int]
    now: dict[str, int]
    organisations: Annotated[
        OrganisationsInBoth, Field(description="How many organisations people came from.")
    ]
    changed: Annotated[
        tuple[str, ...],
        Field(description="Perspectives whose share moved by 15 points, or in one round alone."),
    ]


class Moved(Part):
    """How one group's answers moved; null where it is undefined."""

    then: Annotated[float | None, Field(description="The typical answer, 1 to K.")]
    now: Annotated[float | None, Field(description="The typical answer, 1 to K.")]
    delta: Annotated[float | None, Field(ge=-1, le=1, description="2 PS - 1, new minus old.")]
    threshold: Annotated[float | None, Field(description="From which delta on it is no chance.")]
    shift: ShiftKind
    why: Why


class StatementMoved(Part):
    """A statement in the two rounds."""

    id: str
    status: Status
    was: str | None
    """The id that the same words had last time, where it was another."""
    delta: float | None


class Agreement(Part):
    """How far people agree, -1 to 1, over the statements that are the same."""

    then: float | None
    now: float | None


class Named(Part):
    """A factor by its id, with its title for people."""

    id: str
    title: str


class FactorMoved(Moved, Named):
    """A factor in the two rounds, for everyone and within each perspective shown in both."""

    agreement: Agreement
    by: dict[str, Moved]
    statements: tuple[StatementMoved, ...]


class LevelMoved(Part):
    """A level that is not what it was."""

    factor: str
    then: str | None
    now: str | None


class ActionFollowed(Part):
    """An action, and what became of it."""

    factor: str
    what: str
    state: ActionState
    done: bool


class EvidenceFollowed(Part):
    """Evidence that is in one of the two alone."""

    factor: str
    from_: Annotated[str, Field(alias="from")]
    what: str
    state: EvidenceState


class TooCloseIn(Part):
    """A group, in all of the round or in one statement."""

    group: str
    statement: str | None


class LeaningGroup(Part):
    """A perspective that is higher than others on nearly everything, by so much; below 0 lower."""

    group: str
    than: tuple[str, ...]
    by: float


class ThroughoutInBoth(Part):
    """What runs through each of the two rounds."""

    then: tuple[LeaningGroup, ...]
    now: tuple[LeaningGroup, ...]


class ComparisonDocument(Part):
    """Two assessments side by side. Within `cls-check/comparison/1` nothing is taken away."""

    schema_: Annotated[Literal["cls-check/comparison/1"], Field(alias="schema")]
    then: Side
    now: Side
    same: Annotated[bool, Field(description="Whether both say the same, in whatever layout.")]
    too_close: Annotated[
        tuple[TooCloseIn, ...],
        Field(description="Groups of which so few people differ that they can be worked out."),
    ]
    comparable: Comparable
    took_part: TookPart
    throughout: Annotated[
        ThroughoutInBoth,
        Field(description="Perspectives that are higher or lower on nearly everything."),
    ]
    factors: tuple[FactorMoved, ...]
    levels: tuple[LevelMoved, ...]
    actions: tuple[ActionFollowed, ...]
    evidence: tuple[EvidenceFollowed, ...]


class ComparisonsDocument(Part):
    """Several files, each as it was and as it is: what a range of commits comes to."""

    schema_: Annotated[Literal["cls-check/comparisons/1"], Field(alias="schema")]
    comparisons: tuple[ComparisonDocument, ...]
    one_side: Annotated[
        tuple[str, ...], Field(description="Files that are on one side alone, or cannot be read.")
    ]


def _throughout(assessment: Assessment) -> list[dict[str, Any]]:
    found = find_throughout(assessment)
    return [{"group": each.group, "than": each.others, "by": each.by} for each in found]


def comparison_document(found: Difference, names: tuple[str, str]) -> dict[str, Any]:
    """Everything that can be said about two assessments, as plain data."""
    both = found.comparison
    shifts = both.shifts
    tree = {
        "schema": SCHEMA,
        "then": _side(both.old, names[0]),
        "now": _side(both.new, names[1]),
        "same": found.is_same,
        "too_close": [
            {"group": each.group, "statement": each.statement or None} for each in found.too_close
        ],
        "comparable": _comparable(shifts, both),
        "took_part": {
            "then": _people(both.old),
            "now": _people(both.new),
            "organisations": {"then": both.old.organisations, "now": both.new.organisations},
            "changed": both.room_changed,
        },
        "throughout": {"then": _throughout(both.old), "now": _throughout(both.new)},
        "factors": [_factor(shift) for shift in shifts],
        "levels": [
            {"factor": shift.id, "then": shift.level_then, "now": shift.level_now}
            for shift in shifts
            if shift.level_then != shift.level_now
        ],
        "actions": [
            {"factor": e.factor, "what": e.action.what, "state": e.state, "done": e.action.done}
            for e in found.actions
        ],
        "evidence": [
            {
                "factor": e.factor,
                "from": e.evidence.from_,
                "what": e.evidence.what,
                "state": e.state,
            }
            for e in found.evidence
        ],
    }
    return ComparisonDocument.model_validate(tree).model_dump(mode="json")


def comparisons_document(documents: list[dict[str, Any]], alone: list[str]) -> dict[str, Any]:
    """Several comparisons as one document, with the files that could not be compared."""
    return {"schema": "cls-check/comparisons/1", "comparisons": documents, "one_side": alone}


def _side(assessment: Assessment, name: str) -> dict[str, Any]:
    used = assessment.questionnaire
    return {
        "file": name,
        "place": assessment.place,
        "date": assessment.date,
        "round": assessment.round,
        "questionnaire": f"{used.id} {used.version}",
    }


def _comparable(shifts: tuple[FactorShift, ...], both: Comparison) -> dict[str, Any]:
    reasons = {shift.everyone.why for shift in shifts}
    statuses = {each.id: each.status for shift in shifts for each in shift.statements}
    return {
        "answer": "" in reasons,
        "why": both.why_not or (reasons.pop() if len(reasons) == 1 else ""),
        "statements": dict(sorted(Counter(statuses.values()).items())),
    }


def _people(assessment: Assessment) -> dict[str, int]:
    groups = {
        n: assessment.took_part[n] for n in assessment.groups() if assessment.took_part.get(n)
    }
    return {EVERYONE: assessment.people} | groups


def _factor(shift: FactorShift) -> dict[str, Any]:
    return _moved(shift.everyone) | {
        "id": shift.id,
        "title": shift.title,
        "agreement": {"then": shift.agreement_then, "now": shift.agreement_now},
        "by": {name: _moved(own) for name, own in shift.by.items()},
        "statements": [
            {"id": each.id, "status": each.status, "delta": each.delta, "was": each.was or None}
            for each in shift.statements
        ],
    }


def _moved(shift: Shift) -> dict[str, Any]:
    numbers = {"then": shift.then, "now": shift.now, "delta": shift.delta}
    return numbers | {"threshold": shift.threshold, "shift": shift.kind, "why": shift.why}
