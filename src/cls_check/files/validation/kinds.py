"""What kind of file something is: one of its first lines says so, with the number of its format."""

from __future__ import annotations

import re
from importlib import import_module
from math import inf
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from cls_check.domain.model import Model
from cls_check.domain.terms import as_written
from cls_check.errors import BadFileError, Place
from cls_check.files.validation.allowed_keys import keys_at
from cls_check.files.validation.validation import validate
from cls_check.messages import quoted
from cls_check.yaml.text import bad_file
from cls_check.yaml.trouble import EMPTY_FILE

if TYPE_CHECKING:
    from cls_check.yaml.reader import Document

M = TypeVar("M", bound=Model)

FORMAT = 1
"""The number of the only format that there has been so far, of every kind of file."""

LIKELY = 2 / 3
"""The share of its names that a file shares with a kind to be taken for it."""


class Kind(NamedTuple):
    """A kind of file: what it holds, and what can be done with it; NAME stands for its name."""

    holds: str
    module: str
    model_name: str
    use: str
    file_name: str = ""
    """The name that a file of this kind always has; '' where it can have any."""

    @property
    def model(self) -> type[Model]:
        """Its model, loaded when it is asked for: most commands need one kind of file alone."""
        found: type[Model] = getattr(
            import_module(f"cls_check.domain.{self.module}"), self.model_name
        )
        return found


_PART_OF_A_ROUND = (
    "It belongs in the folder of a round. To close that round: cls-check close FOLDER"
)

KINDS = {
    "cls-check": Kind(
        "an assessment",
        "assessments.assessment",
        "Assessment",
        "For its report: cls-check report NAME\nFor its numbers: cls-check score NAME",
    ),
    "cls-check-questionnaire": Kind(
        "a questionnaire",
        "questionnaires.questionnaire",
        "Questionnaire",
        "To read it: cls-check questionnaire show NAME\n"
        "To answer it: cls-check assess --questionnaire NAME",
    ),
    "cls-check-round": Kind(
        "the particulars of a round", "rounds.round", "Round", _PART_OF_A_ROUND
    ),
    "cls-check-voice": Kind("one person's voice", "rounds.round", "Voice", _PART_OF_A_ROUND),
    "cls-check-hands": Kind("a show of hands", "rounds.round", "Hands", _PART_OF_A_ROUND),
    "cls-check-notes": Kind("notes for the facilitator", "rounds.round", "Notes", _PART_OF_A_ROUND),
    "cls-check-talk": Kind("what a group agreed", "rounds.round", "Talk", _PART_OF_A_ROUND),
    "cls-check-renames": Kind(
        "new names",
        "comparison.renames",
        "Renames",
        "To compare an old round with a new one: cls-check diff OLD NEW --renames NAME",
    ),
    "cls-check-import-map": Kind(
        "what the columns of a form mean",
        "rounds.import_map",
        "ImportMap",
        "To import answers with it: cls-check import FILE --into NAME.open --map NAME",
    ),
    "cls-check-settings": Kind(
        "settings",
        "settings",
        "Settings",
        "To see which settings are in force: cls-check config",
        "cls-check.yaml",
    ),
}
"""By the name of the line that says so."""

OF_A_ROUND = frozenset(key for key, kind in KINDS.items() if kind.use == _PART_OF_A_ROUND)
"""What is in the folder of a round being gathered, and in no other place: private."""


def key_of(document: Document) -> str:
    """The name of the line that says what kind of file this is.

    Raises:
        BadFileError: there is no such line, or it names a format that we do not know.
    """
    found = next((key for key in KINDS if key in document.data), None)
    if found is None:
        raise _not_ours(document)
    _check_format(document, found)
    return found


def validate_as(document: Document, model: type[M]) -> M:
    """The document's tree as a value of the model of one of our kinds of files.

    Raises:
        BadFileError: it is of another kind, or of a format that we do not know, or not right.
    """
    # The first field of each model is the line that says what kind of file it is.
    require(document, as_written(next(iter(model.model_fields))))
    return validate(document, model)


def require(document: Document, key: str) -> None:
    """Go on only with a file of the kind that is wanted here.

    Raises:
        BadFileError: it is of another kind, or of none, or of a format that we do not know.
    """
    if key in document.data:
        _check_format(document, key)
        return
    found = KINDS[key_of(document)]
    raise bad_file(
        document.place(()),
        f"This file holds {found.holds}, not {KINDS[key].holds}.",
        found.use.replace("NAME", document.name),
    )


def _check_format(document: Document, key: str) -> None:
    number = document.data[key]
    if type(number) is not int or number < FORMAT:
        raise bad_file(
            document.place((key,)),
            f"{key}: needs the number {FORMAT} behind it.",
            f"Write {key}: {FORMAT} without quotes.",
        )
    if number > FORMAT:
        raise bad_file(
            document.place((key,)),
            f"This file is from a newer version of cls-check: it has format {number}, and this "
            f"version knows format {FORMAT}.",
            "Get the newest version of cls-check, then try again. Leave the number as it is.",
        )


def _not_ours(document: Document) -> BadFileError:
    place = Place(document.name, 1)
    if not document.data:
        return bad_file(Place(document.name), *EMPTY_FILE)
    if str(document.data.get("schema", "")).startswith("cls-check/"):
        return bad_file(
            place,
            "This file holds numbers that cls-check worked out.",
            "Give the assessment that they were worked out from.",
        )
    key = max(KINDS, key=lambda each: _likeness(document, KINDS[each]))
    if _likeness(document, KINDS[key]):
        return bad_file(
            place,
            f"This file could hold {KINDS[key].holds}, but the line {key}: {FORMAT} is missing.",
            f"If that is what it is, make {key}: {FORMAT} its first line.",
        )
    return bad_file(
        place,
        f"This is not a file of cls-check: it begins with {quoted(next(iter(document.data)))}.",
        f"An assessment has cls-check: {FORMAT} in its first lines, a questionnaire "
        f"cls-check-questionnaire: {FORMAT}.",
    )


def _likeness(document: Document, kind: Kind) -> float:
    """How many names the file shares with this kind; 0 where it is hardly of that kind."""
    if kind.file_name and re.split(r"[/\\]", document.name)[-1] == kind.file_name:
        return inf
    shared = len(set(keys_at(kind.model, ())).intersection(document.data))
    return shared if shared > 1 and shared >= LIKELY * len(document.data) else 0
