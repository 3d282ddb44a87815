"""Records: a round still being gathered, private and local, in a folder that git ignores.

    northfield-2026-09-10.open/
      .gitignore           everything in here stays out of git
      round.yaml           where, when, how
      questionnaire.yaml   the questionnaire as it was when the round began
      talk.yaml            what the group agreed, once it has talked
      voices/ID.yaml       one small file for each voice, under a random name
      closed-1.yaml        what was made of it, each time it was closed

Every file is written whole and atomically, so a record that was cut off at any moment goes on
with nothing lost but the keystroke.
"""

from __future__ import annotations

import re
import secrets
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.round import NOTHING_SAID, Round, Talk, Voice
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.errors import BadFileError, ClsCheckError, Place, Problem
from cls_check.files.atomic import write_text
from cls_check.files.kinds import validate_as
from cls_check.files.plain_text import bad_file
from cls_check.files.questionnaires import in_language
from cls_check.files.validation_words import not_an_answer
from cls_check.files.wording import did_you_mean, listed, one_line, quoted
from cls_check.files.yaml_reader import Document, read_yaml
from cls_check.files.yaml_writer import to_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from cls_check.domain.questionnaire import Questionnaire

SUFFIX = ".open"
ROUND, QUESTIONNAIRE, TALK, VOICES = "round.yaml", "questionnaire.yaml", "talk.yaml", "voices"
CLOSED = "closed"
VOICE_NAME = re.compile("[0-9a-f]+")
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
    if folder.exists():
        raise ClsCheckError.of(
            f"{one_line(str(folder))} is there already.",
            "Go on with it, or choose another place or date.",
        )
    # Made whole under another name, so that a record that was begun can always be gone on with.
    unfinished = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    try:
        (unfinished / VOICES).mkdir(parents=True)
        write_text(unfinished / ".gitignore", IGNORE_EVERYTHING)
        write_text(unfinished / QUESTIONNAIRE, questionnaire_text)
        write_text(unfinished / ROUND, _round_text(this_round))
        unfinished.rename(folder)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise _cannot_be_made(folder, error) from None
    return open_record(folder)


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
    source = in_language(read_yaml(folder / QUESTIONNAIRE), this_round.language)
    return Record(folder, this_round, source.questionnaire)


def _has(folder: Path, name: str) -> bool:
    try:
        return (folder / name).is_file()
    except PermissionError:
        raise _closed_folder(folder) from None
    except (OSError, ValueError):
        return False


def _closed_folder(folder: Path) -> BadFileError:
    return bad_file(
        Place(one_line(str(folder))),
        "You may not look into this folder.",
        "Ask its owner to let you.",
    )


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
        **voice.own_notes,
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
    for path in _voice_files(record.folder / VOICES):
        if not VOICE_NAME.fullmatch(path.stem):
            problems.append(_not_a_name_of_ours(path))
            continue
        try:
            found[path.stem] = voice_in(read_yaml(path), record)
        except BadFileError as error:
            problems += error.problems
    if problems:
        raise BadFileError(problems)
    return found


def _not_a_name_of_ours(path: Path) -> Problem:
    return Problem(
        "cls-check gives no voice a name like this one. It could be a copy of another voice, and "
        "that person would count twice.",
        "If a program that keeps folders in step made it, compare the two and delete one.",
        Place(one_line(str(path))),
    )


def _voice_files(folder: Path) -> list[Path]:
    # Not `glob`, which says of a folder that it may not read that nothing is in it. A Mac puts
    # a file of its own, such as ._1.yaml, beside each one that it copies to a memory stick.
    try:
        every = list(folder.iterdir())
    except FileNotFoundError:
        return []
    except PermissionError:
        raise _closed_folder(folder) from None
    return sorted(path for path in every if path.suffix == ".yaml" and path.name[0] != ".")


def voice_in(document: Document, record: Record) -> Voice:
    """The voice in a document, whose answers all belong to the record's questionnaire.

    Raises:
        BadFileError: it is not a voice, or answers something else.
    """
    voice = validate_as(document, Voice)
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
            f"Add perspective: with one of {listed(known)}.",
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
            fact, hint = not_an_answer(answer, key, positions)
            yield Problem(fact, hint, document.place(("answers", key)))


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
    those = f"Those of this questionnaire are {listed(known)}."
    hint = did_you_mean(name, known) or (those if known else "This questionnaire has none.")
    return Problem(f"There is no {kind} called {quoted(name)}.", hint, place)


def talk_of(record: Record) -> Talk:
    """What the group agreed, if it has talked.

    Raises:
        BadFileError: it is broken, or speaks of something that the questionnaire does not have.
    """
    path = record.folder / TALK
    if not path.exists():
        return NOTHING_SAID
    document = read_yaml(path)
    talk = validate_as(document, Talk)
    problems = tuple(_strange_talk(talk, record.questionnaire, document))
    if problems:
        raise BadFileError(problems)
    return talk


def _strange_talk(
    talk: Talk, questionnaire: Questionnaire, document: Document
) -> Iterator[Problem]:
    levels = dict.fromkeys([*questionnaire.levels, NO_AGREED_LEVEL])
    for key, factor in talk.factors.items():
        if key not in questionnaire.factors:
            place = document.key_place(("factors", key))
            yield _unknown("factor", key, questionnaire.factors, place)
        elif factor.level is not None and questionnaire.levels and factor.level not in levels:
            place = document.place(("factors", key, "level"))
            yield _unknown("level", factor.level, levels, place)
    for key in talk.reflections:
        if key not in questionnaire.reflections:
            place = document.key_place(("reflections", key))
            yield _unknown("reflection", key, questionnaire.reflections, place)


def closed_before(record: Record) -> tuple[bytes, ...]:
    """The assessments that were made of this record, wherever they were written."""
    return tuple(path.read_bytes() for path in sorted(record.folder.glob(f"{CLOSED}-*.yaml")))


def remember_closed(record: Record, text: str) -> None:
    """Keep what was made of this record, so that nothing too near to it is made later."""
    before = closed_before(record)
    if text.encode() not in before:
        write_text(record.folder / f"{CLOSED}-{len(before) + 1}.yaml", text)


def erase(record: Record) -> None:
    """Delete a record; its answers are gone for good."""
    shutil.rmtree(record.folder)
