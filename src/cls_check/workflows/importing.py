"""Importing: from a file of answers to voices or counted hands in a record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cls_check.domain.round import Hands, Voice
from cls_check.errors import ClsCheckError, Place, RefusedError
from cls_check.exchange.incoming.csv_text import LARGEST_CSV
from cls_check.exchange.incoming.headings import LEAVE_OUT
from cls_check.exchange.incoming.reading import Told, understand
from cls_check.files import import_maps, records
from cls_check.files.plain_text import read_bytes
from cls_check.files.questionnaires import in_language
from cls_check.files.wording import one_line
from cls_check.files.yaml_reader import parse_yaml
from cls_check.workflows.joining import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from cls_check.domain.import_map import ImportMap
    from cls_check.domain.questionnaire import Questionnaire
    from cls_check.exchange.incoming.understanding import Response, Understanding
    from cls_check.files.records.imports import Ledger, Marks

LONGEST_HEADING = 500
HANDS = "hands"


@dataclass(frozen=True)
class ImportRequest:
    """Which file is imported into which record, and what people said of it."""

    file: Path
    record: records.Record
    map: Path | None = None
    perspective: str | None = None
    left_out: frozenset[int] = frozenset()
    other_people: bool = False
    """Whether these are people who were not in any file before, though they answer the same."""

    @property
    def map_path(self) -> Path:
        """The map that is read and written: the one that was named, or that beside the record."""
        return self.map or self.record.folder.parent / import_maps.FILE


@dataclass(frozen=True)
class Plan:
    """What an import would do; nothing is written yet."""

    request: ImportRequest
    understood: Understanding
    told: ImportMap
    new: tuple[Response, ...]
    hands: Hands | None
    known: int
    """How many people of the file are in the record already."""
    ledger: Ledger

    @property
    def people(self) -> int:
        """How many people would be new."""
        return self.hands.people if self.hands else len(self.new)


def check_file(file: Path) -> None:
    """See that a file can be read at all.

    Raises:
        BadFileError: it cannot.
    """
    read_bytes(file, one_line(str(file)), LARGEST_CSV)


def plan_import(request: ImportRequest) -> Plan:
    """Understand a file, and tell who in it is new.

    Raises:
        BadFileError: the file, or the map, cannot be used.
        RefusedError: people could be counted twice.
    """
    _check_round(request.record)
    name = one_line(str(request.file))
    told = import_maps.read_map(request.map_path, must_be_there=request.map is not None)
    understood = understand(
        name,
        read_bytes(request.file, name, LARGEST_CSV),
        spoken(request.record),
        Told(told.columns, told.perspectives, told.answers, request.perspective, request.left_out),
    )
    if understood.problems:
        return Plan(request, understood, told, (), None, 0, records.ledger_of(request.record))
    return _with_new(request, understood, told)


def _check_round(record: records.Record) -> None:
    folder = one_line(str(record.folder))
    if record.round.way == "alone":
        raise RefusedError.of(
            f"{folder} is a round of one person alone.",
            "Begin a round for the people of the file: add --place, --date and --questionnaire.",
        )
    if not any(record.questionnaire.statements()):
        raise ClsCheckError.of(
            f"{record.questionnaire.id} has no statements that people answer one by one.",
            "Import into a round with another questionnaire.",
            Place(folder),
        )


def spoken(record: records.Record) -> tuple[Questionnaire, ...]:
    """The questionnaire of a record, once in each of its languages."""
    document = parse_yaml(record.questionnaire_text.encode("utf-8"), "questionnaire.yaml")
    return tuple(
        in_language(document, language).questionnaire for language in record.questionnaire.languages
    )


def _with_new(request: ImportRequest, understood: Understanding, told: ImportMap) -> Plan:
    ledger = records.ledger_of(request.record)
    hands = _hands(understood)
    if hands is None and not understood.responses:
        raise ClsCheckError.of(
            "There are no answers in this file.",
            "Is it the right file, and has anybody answered yet?",
            Place(understood.layout.sheet.file),
        )
    if hands:
        return _with_hands(Plan(request, understood, told, (), hands, 0, ledger), hands)
    by_mark = [
        (ledger.mark([each.perspective, each.answers]), each) for each in understood.responses
    ]
    new, after = _told_apart(request, Counter(mark for mark, _ in by_mark), ledger)
    fresh = tuple(_first_of(new, by_mark))
    return Plan(request, understood, told, fresh, None, len(by_mark) - len(fresh), after)


def _with_hands(plan: Plan, hands: Hands) -> Plan:
    """Counts are new or known as a whole: nobody can tell who of them was counted before."""
    ledger = plan.ledger
    mark = f"{HANDS} {ledger.mark([hands.present, hands.answers])}"
    before = {each for source in ledger.sources for each in source if each.startswith(HANDS)}
    if plan.request.other_people or not before:
        return replace(plan, ledger=records.both_kept(Counter([mark]), ledger)[1])
    if mark in before:
        return replace(plan, hands=None, known=hands.people)
    raise RefusedError.of(
        "Other counts were imported into this round before. Some of the people could be counted "
        "twice.",
        "If these are other people, add --other-people. If it is a newer count of the same people, "
        "delete the round's folder, and import everything into a new one.",
        Place(one_line(str(plan.request.file))),
    )


def _first_of(new: Marks, by_mark: Sequence[tuple[str, Response]]) -> Iterator[Response]:
    """As many people of each mark as are new; who of several that answered the same is no matter."""
    left = Counter(new)
    for mark, response in by_mark:
        if left[mark]:
            left[mark] -= 1
            yield response


def _told_apart(request: ImportRequest, marks: Marks, ledger: Ledger) -> tuple[Marks, Ledger]:
    if request.other_people:
        return records.both_kept(marks, ledger)
    new, changed, after = records.new_among(marks, ledger)
    if changed:
        raise RefusedError.of(
            f"Many people of this file were imported before, and {changed.total()} of those who "
            "were imported then are not in it now. They may have changed their answers. "
            "Importing it too could count people twice.",
            "If these are other people, add --other-people. If it is the same form, delete the "
            "round's folder, and import the newest file into a new one.",
            Place(one_line(str(request.file))),
        )
    return new, after


def _hands(understood: Understanding) -> Hands | None:
    """Counted people; of each perspective as many were there as answered any one statement."""
    counts = {
        statement: {group: _given(answers) for group, answers in groups.items() if _given(answers)}
        for statement, groups in understood.counts.items()
    }
    counts = {statement: groups for statement, groups in counts.items() if groups}
    if not counts:
        return None
    present: dict[str, int] = {}
    for groups in counts.values():
        for group, answers in groups.items():
            present[group] = max(present.get(group, 0), sum(answers.values()))
    return Hands.model_validate({"cls-check-hands": 1, "present": present, "answers": counts})


def _given(answers: Mapping[str, int]) -> dict[str, int]:
    return {answer: count for answer, count in answers.items() if count}


def carry_out(plan: Plan) -> int:
    """Take what is new into the record; gives how many people are in it now.

    Raises:
        RefusedError: somebody is answering in that record now.
        ClsCheckError: it cannot be written; the record is as it was.
    """
    record = plan.request.record
    with records.alone_in(record):
        records.settle(record)
        # Told apart again: another window may have imported the same file while this one asked.
        now = _with_new(plan.request, plan.understood, plan.told)
        if now.people:
            records.take_in(record, map(_voice, now.new), now.hands, now.ledger)
        return joined([record]).people


def _voice(response: Response) -> Voice:
    return Voice.model_validate(
        {
            "cls-check-voice": 1,
            "perspective": response.perspective,
            "finished": True,
            "answers": response.answers,
        }
    )


def keep_map(plan: Plan, *, agreed: bool = True) -> bool:
    """Write down what the columns mean, for the next time; gives whether there was a need to.

    Where nobody has agreed to a guess, it is written down as left out, for people to mend.
    """
    understood = plan.understood
    if agreed and understood.is_certain:
        return False
    columns = {
        column.heading[:LONGEST_HEADING]: column.meaning
        if column.meaning and (agreed or column.how != "guessed")
        else LEAVE_OUT
        for column in understood.layout.columns
        if column.how != "personal" and "@" not in column.heading
    }
    perspectives = dict(understood.guessed_perspectives) if agreed else {}
    told = plan.told.model_copy(
        update={
            "columns": {**columns, **_beside(plan.told.columns, columns)},
            "perspectives": {**plan.told.perspectives, **perspectives},
        }
    )
    return import_maps.write_map(plan.request.map_path, told)


def _beside(before: dict[str, str], now: dict[str, str]) -> dict[str, str]:
    """What is told of the columns of other forms."""
    return {heading: meaning for heading, meaning in before.items() if heading not in now}
