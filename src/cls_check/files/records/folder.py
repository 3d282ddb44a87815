"""The folder of a record: beginning it, opening it, erasing it."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Round
from cls_check.errors import BadFileError, ClsCheckError
from cls_check.files.assessments.reading import slug
from cls_check.files.atomic import make_folder, make_private_folder, sync_folder, write_text
from cls_check.files.questionnaires.reading import in_language
from cls_check.files.records.by_random_name import closed_folder
from cls_check.files.records.erasing import erase_unfinished, left_of
from cls_check.files.records.ours import (
    ERASING,
    IGNORE,
    IGNORE_EVERYTHING,
    QUESTIONNAIRE,
    ROUND,
    SUFFIX,
    VOICES,
    keep_to_ourselves,
    time_of,
)
from cls_check.files.validation.kinds import validate_as
from cls_check.messages import one_line
from cls_check.yaml.reader import read_yaml
from cls_check.yaml.writer import to_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire


@dataclass(frozen=True)
class Record:
    """A round still being gathered, and the folder that it is in."""

    folder: Path
    round: Round
    questionnaire: Questionnaire
    questionnaire_text: str

    def __str__(self) -> str:
        return str(self.folder)

    @property
    def time(self) -> float:
        """The time that everything in it bears."""
        return time_of(self.round.date)


def start(folder: Path, this_round: Round, questionnaire_text: str) -> Record:
    """Begin a record in a new folder.

    Raises:
        ClsCheckError: the folder is there already, or cannot be made.
    """
    if folder.exists():
        raise ClsCheckError.of(
            f"{one_line(str(folder))} is there already.",
            "Go on with it, or choose another place or date.",
        )
    _make(folder, this_round, questionnaire_text)
    return open_record(folder)


def made_again(record: Record) -> None:
    """Make the folder of a record that was deleted while somebody answered, without its voices."""
    _make(record.folder, record.round, record.questionnaire_text)


def _make(folder: Path, this_round: Round, questionnaire_text: str) -> None:
    # Made whole under another name, so that a record that was begun can always be gone on with.
    unfinished = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    texts = {
        IGNORE: IGNORE_EVERYTHING,
        QUESTIONNAIRE: questionnaire_text,
        ROUND: _round_text(this_round),
    }
    make_folder(folder.parent)
    try:
        make_private_folder(unfinished)
        make_private_folder(unfinished / VOICES)
        for name, text in texts.items():
            write_text(unfinished / name, text, private_since=time_of(this_round.date))
        unfinished.rename(folder)
    except OSError as error:
        raise _cannot_be_made(folder, error) from None
    finally:
        erase_unfinished(unfinished)  # nothing is there any more where all went well
    sync_folder(folder.parent)
    keep_to_ourselves(folder, this_round.date)


def _cannot_be_made(folder: Path, error: OSError) -> ClsCheckError:
    return ClsCheckError.of(
        f"The folder {one_line(str(folder))} cannot be made: "
        f"{error.strerror or 'the system says no'}.",
        "Go to a folder that you may write to, or name one with --folder.",
    )


def _round_text(this_round: Round) -> str:
    return to_yaml(this_round.model_dump(exclude_none=True))


def open_record(folder: Path) -> Record:
    """Open a record that was begun before.

    Raises:
        BadFileError: the folder is not a record, or one of its files is broken.
    """
    if left := left_of(folder):
        raise left
    if not _has(folder, ROUND):
        raise BadFileError.of(
            f"{one_line(str(folder))} is not a round that is being gathered.",
            f"Such a folder ends in {SUFFIX} and has a file {ROUND} in it.",
        )
    if not _has(folder, QUESTIONNAIRE):
        raise BadFileError.of(
            f"{one_line(str(folder))} has lost its {QUESTIONNAIRE}.",
            "Copy the questionnaire that this round began with into it, under that name.",
        )
    this_round = validate_as(read_yaml(folder / ROUND), Round)
    document = read_yaml(folder / QUESTIONNAIRE)
    source = in_language(document, this_round.language)
    return Record(folder, this_round, source.questionnaire, document.text)


def _has(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except PermissionError:
        raise closed_folder(folder) from None
    except (OSError, ValueError):
        return False


def folder_name(place: str, date: str) -> str:
    """How the folder of a round is called."""
    return f"{slug(place)}-{date}{SUFFIX}"


def found_in(folder: Path) -> tuple[Path, ...]:
    """The records in a folder, by name; without those that are being erased."""
    found = (path.parent for path in folder.glob(f"*{SUFFIX}/{ROUND}"))
    return tuple(sorted(path for path in found if not (path / ERASING).exists()))
