"""Importing: from a file of answers to voices or counted hands in a record."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Hands, Voice
from cls_check.errors import ClsCheckError, Place, Problem, RefusedError
from cls_check.exchange.incoming.csv_text import LARGEST_CSV
from cls_check.exchange.incoming.headings import LEAVE_OUT
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from cls_check.files import import_maps, records
from cls_check.files.questionnaires.reading import in_language
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.workflows.join_rooms import joined
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.import_map import ImportMap
    from cls_check.exchange.incoming.response import Response, Understanding
    from cls_check.files.records.taking_in import Ledger, Marks

LONGEST_HEADING = 500
HANDS = "hands"


@dataclass(frozen=True)
class ImportRequest:
    """Which files are imported into which record, and what people said of them."""

    files: tuple[Path, ...]
    record: records.Record
    map: Path | None = None
    perspective: str | None = None
    left_out: frozenset[int] = frozenset()
    other_people: bool = False
    """Whether these are people who were not in any file before, though they answer the same."""

    @property
    def place(self) -> Place:
        """The files, as messages call them."""
        return Place(one_line(", ".join(map(str, self.files))))

    @property
    def map_path(self) -> Path:
        """The map that is read and written: the one that was named, or that beside the record."""
        folder = self.record.folder
        beside = folder.parent if folder.name else folder.resolve().parent
        return self.map or beside / import_maps.FILE


@dataclass(frozen=True)
class Plan:
    """What an import would do; nothing is written yet."""

    request: ImportRequest
    parts: tuple[Understanding, ...]
    """What was understood of each file."""
    told: ImportMap
    responses: tuple[Response, ...]
    """Everybody in the files."""
    ledger: Ledger
    """What was imported before, and with `new` or `hands` what would be remembered after it."""
    new: tuple[Response, ...] = ()
    hands: Hands | None = None
    known: int = 0
    """How many people of the files are in the record already."""
    one_by_one: bool = False
    """Whether people came with a code each, and not together in one file."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything in the files that could not be read."""
        return tuple(problem for part in self.parts for problem in part.problems)

    @property
    def guesses(self) -> bool:
        """Whether anything rests on a guess."""
        return any(part.guesses for part in self.parts)

    @property
    def is_certain(self) -> bool:
        """Whether nothing is left to ask."""
        return all(part.is_certain for part in self.parts)

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
    """Understand files, and tell who in them is new.

    Raises:
        BadFileError: a file, or the map, cannot be used.
        RefusedError: people could be counted twice.
    """
    check_round(request.record)
    _check_rows(request)
    told = import_maps.read_map(request.map_path, must_be_there=request.map is not None)
    said = Told(
        told.columns, told.perspectives, told.answers, request.perspective, request.left_out
    )
    languages = spoken(request.record)
    parts = tuple(_part(file, languages, said) for file in request.files)
    responses = tuple(response for part in parts for response in part.responses)
    plan = Plan(request, parts, told, responses, records.ledger_of(request.record))
    return plan if plan.problems else with_new(plan)


def _part(file: Path, languages: tuple[Questionnaire, ...], said: Told) -> Understanding:
    name = one_line(str(file))
    return understand(name, read_bytes(file, name, LARGEST_CSV), languages, said)


def _check_rows(request: ImportRequest) -> None:
    if request.left_out and len(request.files) > 1:
        raise ClsCheckError.of(
            "With several files it is not clear in which of them a row is left out.",
            "Leave the row out of the file itself, or import the files one by one.",
            Place("--leave-out"),
        )


def check_round(record: records.Record) -> None:
    """Refuse a record into which nothing can be imported.

    Raises:
        ClsCheckError: it is one person's own, or has no statements.
    """
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


def with_new(plan: Plan) -> Plan:
    """The plan with who is new, by what the record remembers now."""
    plan = replace(plan, ledger=records.ledger_of(plan.request.record))
    hands = _hands(plan)
    if hands:
        return _with_hands(plan, hands)
    if not plan.responses:
        raise ClsCheckError.of(
            "There are no answers in this file.",
            "Is it the right file, and has anybody answered yet?",
            plan.request.place,
        )
    by_mark = [(_mark(plan.ledger, each), each) for each in plan.responses]
    new, after = _told_apart(plan, Counter(mark for mark, _ in by_mark))
    fresh = tuple(_first_of(new, by_mark))
    return replace(plan, new=fresh, known=len(by_mark) - len(fresh), ledger=after)


def _mark(ledger: Ledger, response: Response) -> str:
    return ledger.mark([response.perspective, dict(response.answers)])


def _with_hands(plan: Plan, hands: Hands) -> Plan:
    """Counts are new or known as a whole: nobody can tell who of them was counted before."""
    ledger = plan.ledger
    mark = f"{HANDS} {ledger.mark([hands.present, hands.answers])}"
    before = {each for source in ledger.sources for each in source if each.startswith(HANDS)}
    if plan.request.other_people or not before:
        after = records.both_kept(Counter([mark]), ledger)
        return replace(plan, hands=hands, ledger=after)
    if mark in before:
        return replace(plan, known=hands.people)
    raise RefusedError.of(
        "Other counts were imported into this round before. Some of the people could be counted "
        "twice.",
        "If these are other people, add --other-people. If it is a newer count of the same people, "
        "delete the round's folder, and import everything into a new one.",
        plan.request.place,
    )


def _first_of(new: Marks, by_mark: Sequence[tuple[str, Response]]) -> Iterator[Response]:
    """As many people of each mark as are new; who of several that answered the same is no matter."""
    left = Counter(new)
    for mark, response in by_mark:
        if left[mark]:
            left[mark] -= 1
            yield response


def _told_apart(plan: Plan, marks: Marks) -> tuple[Marks, Ledger]:
    if plan.request.other_people:
        return marks, records.both_kept(marks, plan.ledger)
    if plan.one_by_one:  # the same code again is the same person, most likely typed twice
        seen = {mark for source in plan.ledger.sources for mark in source}
        new = Counter({mark: 1 for mark in marks if mark not in seen})
        return new, records.both_kept(new, plan.ledger) if new else plan.ledger
    new, changed, after = records.new_among(marks, plan.ledger)
    if changed:
        gone = "1 person" if changed.total() == 1 else f"{changed.total()} people"
        raise RefusedError.of(
            "Many people of this file are in the round already. Missing in this file: "
            f"{gone} of an earlier one. If they changed their answers, they would count twice.",
            "If these are other people, add --other-people. If it is the same form, delete the "
            "round's folder, and import the newest file into a new one.",
            plan.request.place,
        )
    return new, after


def _hands(plan: Plan) -> Hands | None:
    """Counted people; of each perspective as many were there as answered any one statement."""
    counted = [part.counts for part in plan.parts if part.counts]
    if not counted:
        return None
    if len(plan.parts) > 1:
        raise ClsCheckError.of(
            "A sheet of counts cannot be imported together with other files.",
            "Import it alone.",
            plan.request.place,
        )
    counts = {
        statement: {group: _given(answers) for group, answers in groups.items() if _given(answers)}
        for statement, groups in counted[0].items()
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
        now = with_new(plan)
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
    if agreed and plan.is_certain:
        return False
    columns = {
        column.heading[:LONGEST_HEADING]: column.meaning
        if column.meaning and (agreed or column.how != "guessed")
        else LEAVE_OUT
        for part in plan.parts
        for column in part.layout.columns
        if column.how != "personal" and "@" not in column.heading
    }
    guessed = [part.guessed_perspectives for part in plan.parts if agreed]
    perspectives = {text: key for each in guessed for text, key in each.items()}
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
