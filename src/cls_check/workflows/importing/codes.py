"""Importing codes: what our offline page shows for reading out or typing, one for each person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.import_map import NOTHING_TOLD
from cls_check.errors import BadFileError, ClsCheckError, Place, Problem
from cls_check.exchange.forms.code import decode
from cls_check.exchange.incoming.response import Response
from cls_check.files import records
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.workflows.importing.plan import Plan, check_round
from cls_check.yaml.text import decode as text_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cls_check.workflows.importing.plan import ImportRequest


def person_of(code: str, request: ImportRequest) -> Response:
    """Who a code speaks of.

    Raises:
        ClsCheckError: it is not a code of this questionnaire; with what is wrong in it.
    """
    found = decode(code, request.record.questionnaire)
    perspective = found.perspective or request.perspective
    if perspective is None and request.record.questionnaire.perspectives:
        raise ClsCheckError.of(
            "This code does not say from which perspective the person answers.",
            "Add for example --perspective frontline.",
        )
    return Response(perspective, dict(found.answers))


def codes_in(request: ImportRequest) -> tuple[Response, ...]:
    """The people of files that have one code a line.

    Raises:
        BadFileError: codes that cannot be read, each with its line.
    """
    people: list[Response] = []
    problems: list[Problem] = []
    for file in request.files:
        for number, line in enumerate(_lines(file), start=1):
            try:
                people += [person_of(line, request)] if line.strip() else []
            except ClsCheckError as error:
                place = Place(one_line(str(file)), number)
                problems += [problem.at(place) for problem in error.problems]
    if problems:
        raise BadFileError(problems)
    return tuple(people)


def _lines(file: Path) -> list[str]:
    name = one_line(str(file))
    return text_of(read_bytes(file, name), name).splitlines()


def plan_codes(request: ImportRequest, people: Sequence[Response]) -> Plan:
    """What importing these codes would do.

    A code that is in the record already is that of the same person, most likely typed twice.
    """
    check_round(request.record)
    if not people:
        raise ClsCheckError.of("There is no code here.", "Type or paste one code a line.")
    ledger = records.ledger_of(request.record)
    return Plan(request, (), NOTHING_TOLD, tuple(people), ledger, one_by_one=True)
