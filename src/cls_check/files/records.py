"""Records: a round still being gathered, private and local, in a folder that git ignores.

    northfield-2026-09-10.open/
      .gitignore           everything in here stays out of git
      round.yaml           where, when, how
      questionnaire.yaml   the questionnaire as it was when the round began
      talk.yaml            what the group agreed, once it has talked
      voices/ID.yaml       one small file for each voice, under a random name

Every file is written whole and atomically, so a record that was cut off at any moment goes on
with nothing lost but the keystroke.
"""

from __future__ import annotations

import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.round import Round, Talk, Voice
from cls_check.errors import BadFileError, ClsCheckError, Place, Problem
from cls_check.files.atomic import write_text
from cls_check.files.questionnaires import in_language
from cls_check.files.validation import validate
from cls_check.files.wording import did_you_mean, quoted
from cls_check.files.yaml_reader import Document, read_yaml
from cls_check.files.yaml_writer import to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cls_check.domain.questionnaire import Questionnaire

SUFFIX = ".open"
ROUND, QUESTIONNAIRE, TALK, VOICES = "round.yaml", "questionnaire.yaml", "talk.yaml", "voices"
IGNORE_EVERYTHING = "# Answers of single people: private. They never go into git.\n*\n"


@dataclass(frozen=True)
class Record:
    """A round still being gathered, and the folder that it is in."""

    folder: Path
    round: Round
    questionnaire: Questionnaire

    def __str__(self) -> str:
        return str(self.folder)


def start(folder: Path, this_round: Round, questionnaire_text: str) -> Record:
    """Begin a record in a new folder.

    Raises:
        ClsCheckError: the folder is there already, or cannot be made.
    """
    try:
        (folder / VOICES).mkdir(parents=True)
    except FileExistsError:
        raise ClsCheckError.of(
            f"{folder} is there already.", "Go on with it, or choose another place or date."
        ) from None
    except OSError as error:
        raise _cannot_be_made(folder, error) from None
    write_text(folder / ".gitignore", IGNORE_EVERYTHING)
    write_text(folder / QUESTIONNAIRE, questionnaire_text)
    write_text(folder / ROUND, _round_text(this_round))
    return open_record(folder)


def _cannot_be_made(folder: Path, error: OSError) -> ClsCheckError:
    return ClsCheckError.of(
        f"The folder {folder} cannot be made: {error.strerror or 'the system says no'}.",
        "Go to a folder that you may write to, or name one with --folder.",
    )


def _round_text(this_round: Round) -> str:
    return to_yaml(this_round.model_dump(exclude_none=True))


def open_record(folder: Path) -> Record:
    """Open a record that was begun before.

    Raises:
        BadFileError: the folder is not a record, or one of its files is broken.
    """
    if not (folder / ROUND).is_file():
        raise BadFileError.of(
            f"{folder} is not a round that is being gathered.",
            f"Such a folder ends in {SUFFIX} and has a file {ROUND} in it.",
        )
    this_round = validate(read_yaml(folder / ROUND), Round)
    source = in_language(read_yaml(folder / QUESTIONNAIRE), this_round.language)
    return Record(folder, this_round, source.questionnaire)


def found_in(folder: Path) -> tuple[Path, ...]:
    """The records in a folder, by name."""
    return tuple(sorted(p.parent for p in folder.glob(f"*{SUFFIX}/{ROUND}")))


def new_voice_id() -> str:
    """A name for a voice that says nothing about whose it is, or when it came."""
    return secrets.token_hex(16)


def save_voice(record: Record, voice_id: str, voice: Voice) -> None:
    """Write one voice, whole; when this returns, it is safe on the disk."""
    tree = {
        "cls-check-voice": 1,
        "perspective": voice.perspective,
        "finished": voice.finished,
        "answers": {key: _number(answer) for key, answer in voice.answers.items()},
        "levels": voice.levels,
    }
    present = {key: value for key, value in tree.items() if value not in (None, {})}
    write_text(record.folder / VOICES / f"{voice_id}.yaml", to_yaml(present))


def _number(answer: str) -> str | int:
    return int(answer) if answer.isdigit() else answer


def voices(record: Record) -> dict[str, Voice]:
    """Every voice of a record by its random name, in the order of the names.

    Raises:
        BadFileError: files that are broken, all of them named.
    """
    found: dict[str, Voice] = {}
    problems: list[Problem] = []
    for path in sorted((record.folder / VOICES).glob("*.yaml")):
        try:
            found[path.stem] = voice_in(read_yaml(path), record)
        except BadFileError as error:
            problems += error.problems
    if problems:
        raise BadFileError(problems)
    return found


def voice_in(document: Document, record: Record) -> Voice:
    """The voice in a document, whose answers all belong to the record's questionnaire.

    Raises:
        BadFileError: it is not a voice, or answers something else.
    """
    voice = validate(document, Voice)
    problems = [
        *_strange_perspective(voice, record, document),
        *_strange_answers(voice, record.questionnaire, document),
        *_strange_levels(voice, record.questionnaire, document),
    ]
    if problems:
        raise BadFileError(problems)
    return voice


def _strange_perspective(voice: Voice, record: Record, document: Document) -> Iterator[Problem]:
    known = record.questionnaire.perspectives
    if voice.perspective is None and known and record.round.way != "alone":
        yield Problem(
            "This voice does not say from which perspective it answers.",
            f"Add perspective: with one of {', '.join(known)}.",
            document.place(()),
        )
    elif voice.perspective is not None and voice.perspective not in known:
        yield _unknown("perspective", voice.perspective, known, document.place(("perspective",)))


def _strange_answers(
    voice: Voice, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    statements = dict(questionnaire.statements())
    positions = len(questionnaire.scale.answers) if questionnaire.scale else 0
    for key, answer in voice.answers.items():
        if key not in statements:
            yield _unknown("statement", key, statements, document.key_place(("answers", key)))
        elif answer.isdigit() and int(answer) > positions:
            yield Problem(
                f'"{answer}" is not an answer to {key}.',
                f"Answers here are 1 to {positions}, dont-know or cannot-answer.",
                document.place(("answers", key)),
            )


def _strange_levels(
    voice: Voice, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    for key, level in voice.levels.items():
        if key not in questionnaire.factors:
            place = document.key_place(("levels", key))
            yield _unknown("factor", key, questionnaire.factors, place)
        elif level not in questionnaire.levels:
            yield _unknown("level", level, questionnaire.levels, document.place(("levels", key)))


def _unknown(kind: str, name: str, known: Mapping[str, object], place: Place) -> Problem:
    hint = did_you_mean(name, known) or f"Those of this questionnaire are {', '.join(known)}."
    return Problem(f"There is no {kind} called {quoted(name)}.", hint, place)


def talk_of(record: Record) -> Talk:
    """What the group agreed, if it has talked."""
    path = record.folder / TALK
    return validate(read_yaml(path), Talk) if path.exists() else Talk(**{"cls-check-talk": 1})


def erase(record: Record) -> None:
    """Delete a record; its answers are gone for good."""
    shutil.rmtree(record.folder)
