"""Shows of hands in a record: counts of people, one file for each sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Hands
from cls_check.domain.terms import EVERYONE
from cls_check.errors import BadFileError, Problem
from cls_check.files.records.by_random_name import read_all
from cls_check.files.records.ours import HANDS
from cls_check.files.records.private_file import Kept
from cls_check.files.records.unknown import unknown
from cls_check.files.validation.explanations import not_an_answer
from cls_check.files.validation.kinds import validate_as
from cls_check.yaml.writer import Flow, to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.files.records.folder import Record
    from cls_check.files.records.private_file import Outcome
    from cls_check.yaml.reader import Document


def hands(record: Record) -> dict[str, Hands]:
    """Every show of hands of a record by its random name.

    Raises:
        BadFileError: files that are broken, all of them named.
    """
    return read_all(record.folder, HANDS, lambda document: hands_in(document, record))


def hands_file(record: Record, hands_id: str) -> Kept:
    """The file of one show of hands, to be written at every count."""
    path = record.folder / HANDS / f"{hands_id}.yaml"
    return Kept.at(record, path, lambda document: hands_in(document, record))


def save_hands(kept: Kept, shown: Hands) -> Outcome:
    """Write one show of hands, whole; when this returns, it is safe on the disk."""
    return kept.save(hands_text(shown))


def hands_text(shown: Hands) -> str:
    """A show of hands as its file holds it."""
    answers = {
        statement: {group: Flow(_numbered(given)) for group, given in groups.items()}
        for statement, groups in shown.answers.items()
    }
    tree = {"cls-check-hands": 1, "present": shown.present, "answers": answers}
    return to_yaml({key: value for key, value in tree.items() if value != {}} | shown.own_notes)


def _numbered(given: dict[str, int]) -> dict[str | int, int]:
    return {int(key) if key.isdigit() else key: count for key, count in given.items()}


def hands_in(document: Document, record: Record) -> Hands:
    """The show of hands in a document, all of it about the record's questionnaire.

    Raises:
        BadFileError: it is not one, or its numbers do not fit.
    """
    shown = validate_as(document, Hands)
    problems = [*_strange_groups(shown, record, document), *_strange(shown, record, document)]
    if problems:
        raise BadFileError(problems)
    return shown


def _groups(record: Record) -> dict[str, object]:
    return dict(record.questionnaire.perspectives) or {EVERYONE: None}


def _strange_groups(shown: Hands, record: Record, document: Document) -> Iterator[Problem]:
    for group in shown.present:
        if group not in _groups(record):
            place = document.key_place(("present", group))
            yield unknown("perspective", group, _groups(record), place)


def _strange(shown: Hands, record: Record, document: Document) -> Iterator[Problem]:
    statements = dict(record.questionnaire.statements())
    for statement, groups in shown.answers.items():
        path = ("answers", statement)
        if statement not in statements:
            yield unknown("statement", statement, statements, document.key_place(path))
            continue
        for group, given in groups.items():
            yield from _strange_counts(shown, record, document, (*path, group), given)


def _strange_counts(
    shown: Hands, record: Record, document: Document, path: tuple[str, ...], given: dict[str, int]
) -> Iterator[Problem]:
    _, statement, group = path
    scale = record.questionnaire.scale
    positions = len(scale.answers) if scale else 0
    for answer in given:
        if answer.isdigit() and int(answer) > positions:
            fact, hint = not_an_answer(answer, statement, positions)
            yield Problem(fact, hint, document.key_place((*path, answer)))
    here, counted = shown.present.get(group, 0), sum(given.values())
    if counted > here:
        yield Problem(
            f"{counted} people of {group} answered {statement}, but {here} were here.",
            "Mend the count, or the number under present:.",
            document.place(path),
        )
