"""What an import would do: what was understood of the files, and what people said of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.rounds.import_map import NOTHING_TOLD, ImportMap
from cls_check.errors import ClsCheckError, Place, Problem, RefusedError
from cls_check.exchange.incoming.csv_text import LARGEST_CSV
from cls_check.exchange.incoming.own_levels import read_as_statements, words_of_levels
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from cls_check.files import import_maps, records
from cls_check.files.questionnaires.reading import in_each_language
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.round import Hands
    from cls_check.exchange.incoming.response import Doubt, Response, Understanding

Before = Literal["stop", "replace", "add-new", "other-people"]
"""What is done where people of a file were imported before, and others of them are missing."""


@dataclass(frozen=True)
class ImportRequest:
    """Which files are imported into which record, and what people said of them."""

    files: tuple[Path, ...]
    record: records.Record
    map: Path | None = None
    perspective: str | None = None
    left_out: frozenset[int] = frozenset()
    kept: frozenset[int] = frozenset()
    """Rows that are people's, though they do not look so."""
    asked_out: frozenset[int] = frozenset()
    asked_kept: frozenset[int] = frozenset()
    """The same of rows that somebody was asked about."""
    asked_perspective: str | None = None
    """Of everybody whose cell is empty, where somebody was asked."""
    said: ImportMap = NOTHING_TOLD
    """What somebody said when they were asked, beside what the map says."""
    one_view: bool = False
    """Whether the file holds one person's or one organisation's own answers."""
    before: Before = "stop"
    """What is done where people of the file were imported before, and others of them are missing."""

    @property
    def all_left_out(self) -> frozenset[int]:
        """Every row that is left out."""
        return self.left_out | self.asked_out

    @property
    def all_kept(self) -> frozenset[int]:
        """Every row that is a person's, though it does not look so."""
        return self.kept | self.asked_kept

    @property
    def of_levels(self) -> bool:
        """Whether levels come in, for there is nothing else to answer."""
        return self.one_view and not any(self.record.questionnaire.statements())

    @property
    def place(self) -> Place:
        """The files, as messages call them."""
        return Place(one_line(", ".join(map(str, self.files))))

    @property
    def map_path(self) -> Path:
        """The map that is read and written: the one that was named, or that beside the record."""
        folder = self.record.folder
        beside = folder.parent if folder.name else folder.resolve().parent
        return self.map or import_maps.file_for(beside, self.record.questionnaire.id)


@dataclass(frozen=True)
class Plan:
    """What an import would do; nothing is written yet."""

    request: ImportRequest
    parts: tuple[Understanding, ...]
    """What was understood of each file."""
    told: ImportMap
    responses: tuple[Response, ...]
    """Everybody in the files."""
    ledger: records.Ledger
    """What was imported before, and with `new` or `hands` what would be remembered after it."""
    new: tuple[Response, ...] = ()
    hands: Hands | None = None
    known: int = 0
    """How many people of the files are in the record already."""
    gone: tuple[str, ...] = ()
    """The random names of the people or counts that are taken back."""
    one_by_one: bool = False
    """Whether people came with a code each, and not together in one file."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything in the files that could not be read."""
        return tuple(problem for part in self.parts for problem in part.problems)

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Everything that somebody has to be asked about; of several files alike, once."""
        found = {
            (doubt.kind, doubt.text, doubt.why, doubt.rows if doubt.kind == "rows" else ()): doubt
            for part in self.parts
            for doubt in part.doubts
        }
        return tuple(found.values())

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
    """Understand files; who in them is new is looked at once nothing is in doubt.

    Raises:
        BadFileError: a file, or the map, cannot be used.
    """
    check_round(request.record, one_view=request.one_view)
    _check_rows(request)
    path = request.map_path
    written = import_maps.read_map(path, must_be_there=request.map is not None)
    told = import_maps.joined(written, request.said)
    said = Told(
        told.columns, told.perspectives, told.answers,
        request.perspective or request.asked_perspective, request.all_left_out, request.all_kept,
        one_line(str(path)),
    )  # fmt: skip
    languages = spoken(request.record)
    if request.one_view:
        languages = tuple(each.model_copy(update={"perspectives": {}}) for each in languages)
    if request.of_levels:
        languages = tuple(map(read_as_statements, languages))
    words = words_of_levels(languages) if request.of_levels else {}
    parts = tuple(_part(file, languages, said, words) for file in request.files)
    responses = tuple(response for part in parts for response in part.responses)
    return Plan(request, parts, told, responses, records.ledger_of(request.record))


def _part(
    file: Path, languages: tuple[Questionnaire, ...], said: Told, words: Mapping[str, str]
) -> Understanding:
    name = one_line(str(file))
    return understand(name, read_bytes(file, name, LARGEST_CSV), languages, said, words)


def _check_rows(request: ImportRequest) -> None:
    if (request.all_left_out or request.all_kept) and len(request.files) > 1:
        raise ClsCheckError.of(
            "With several files it is not clear in which of them a row is left out.",
            "Leave the row out of the file itself, or import the files one by one.",
            Place("--leave-out" if request.all_left_out else "--keep"),
        )


def check_round(record: records.Record, *, one_view: bool = False) -> None:
    """Refuse a record into which nothing can be imported.

    Raises:
        RefusedError: it is one person's own, or several people's where one view is to come in.
        ClsCheckError: it has no statements.
    """
    folder = one_line(str(record.folder))
    alone = record.round.way == "alone"
    if alone and not one_view:
        raise RefusedError.of(
            f"{folder} is a round of one person alone.",
            "Begin a round for the people of the file: add --place, --date and --questionnaire.\n"
            "If the file holds one organisation's own answers, add --one-view.",
        )
    if one_view and not alone:
        raise RefusedError.of(
            f"{folder} is a round of several people, and one view is nobody's answer in it.",
            "Begin another one for it: leave --into away, and add --folder with another folder.",
        )
    if not (one_view or any(record.questionnaire.statements())):
        raise ClsCheckError.of(
            f"{record.questionnaire.id} has no statements that people answer one by one.",
            "Import into a round with another questionnaire. If the file holds the levels that one "
            "organisation chose for itself, add --one-view.",
            Place(folder),
        )


def spoken(record: records.Record) -> tuple[Questionnaire, ...]:
    """The questionnaire of a record, once in each of its languages."""
    document = parse_yaml(record.questionnaire_text.encode("utf-8"), "questionnaire.yaml")
    return in_each_language(document)
