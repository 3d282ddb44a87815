"""Closing: from records to an assessment on disk."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TYPE_CHECKING

from cls_check.domain.closing.closing import close, tallied, with_words_of
from cls_check.domain.closing.foresight import foresight
from cls_check.domain.closing.versions import TooFew, few_moved, in_words, too_close
from cls_check.domain.terms import EVERYONE, FEWEST_OF_A_PERSPECTIVE
from cls_check.errors import RefusedError
from cls_check.files import records
from cls_check.files.assessments.reading import assessment_in, check_place, file_name
from cls_check.files.assessments.writing import assessment_text
from cls_check.files.atomic import write_text
from cls_check.files.validation.schema_line import parted, schema_line
from cls_check.messages import listed, one_line
from cls_check.workflows.join_rooms import gathered
from cls_check.workflows.other_versions import read_version, remembered
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.closing.foresight import Foresight
    from cls_check.domain.rounds.round import Voice
    from cls_check.workflows.join_rooms import Gathered


@dataclass(frozen=True)
class Closed:
    """What closing made: the assessment, its file, and whether anything had to be written."""

    assessment: Assessment
    path: Path
    written: bool
    unfinished: int = 0
    """How many people stopped part of the way; what they answered is counted."""


def close_records(
    folders: Sequence[Path], into: Path, *, minimum_group: int, replacing: bool = False
) -> Closed:
    """Turn one or more records of one round into one assessment.

    Raises:
        RefusedError: it would give somebody away, or lose what people wrote in the file.
        BadFileError: a record is broken, or the records are not of one round.
    """
    everything = gathered(folders)
    assessment = close(
        everything.questionnaire,
        everything.round,
        list(everything.voices.values()),
        hands=list(everything.hands.values()),
        talk=everything.talk,
        minimum_group=minimum_group,
    )
    counted = records.Counted(everything.by_name, assessment.minimum_group)
    closed = write_assessment(
        assessment,
        into,
        replacing=replacing,
        before=[text for record in everything.records for text in records.closed_before(record)],
        too_few_moved=_few_moved(everything.records, counted, assessment),
    )
    for record in everything.records:
        records.remember_closed(record, assessment_text(closed.assessment), counted)
    return replace(closed, unfinished=everything.unfinished)


def _few_moved(opened: Iterable[records.Record], now: records.Counted, new: Assessment) -> bool:
    """Whether, by who was there, fewer than a group went or came since any version of any room."""
    if new.one_view or not any(statement.answers for _, statement in new.statements()):
        return False
    return any(
        few_moved(then.people, now.people, max(then.minimum_group, now.minimum_group))
        for record in opened
        for then in records.counted_before(record)
    )


def foreseen(everything: Gathered, minimum_group: int) -> Foresight:
    """What closing will do to what was gathered; nothing is written."""
    single = tallied(
        everything.questionnaire,
        everything.round,
        list(everything.voices.values()),
        list(everything.hands.values()),
        everything.talk,
        minimum_group,
    )
    return foresight(single)


def close_held(
    folders: Sequence[Path], into: Path, *, minimum_group: int, replacing: bool = False
) -> Closed:
    """Close records while nobody else can add to them.

    Raises:
        RefusedError: somebody is answering in one of the folders, or it would give somebody away.
        BadFileError: a record is broken, or the records are not of one round.
    """
    # Read whole first, so that a broken round is not touched; a folder named twice is held once.
    opened = {record.folder.resolve(): record for record in gathered(folders).records}
    with ExitStack() as held:
        for record in opened.values():
            held.enter_context(records.alone_in(record))
        return close_records(folders, into, minimum_group=minimum_group, replacing=replacing)


def write_assessment(
    assessment: Assessment,
    into: Path,
    *,
    replacing: bool = False,
    before: Sequence[bytes] = (),
    too_few_moved: bool = False,
) -> Closed:
    """Write an assessment's file, unless that would lose words or give somebody away.

    Args:
        assessment: What to write.
        into: The folder to write it into.
        replacing: Whether new numbers may be written into a file that is there.
        before: The versions of the same round that were written anywhere else.
        too_few_moved: Whether too few people went or came since one of them.
    """
    path = into / file_name(assessment)
    if assessment.one_view:
        return _write_one_view(assessment, path)
    there = path.read_bytes() if path.is_file() else None
    if there is not None:
        old = assessment_in(parse_yaml(there, str(path)))
        check_place(assessment.place, old.place, path)
    for version in (
        *([] if there is None else [old]),
        *remembered(path, assessment.place, assessment.date),
        *(each for data in before if (found := read_version(data, "")) for each in found.readings),
    ):
        _check_distance(version, assessment, path)
    if too_few_moved:
        raise _too_near(path, [TooFew(EVERYONE)], assessment)
    if there is not None:
        assessment = with_words_of(assessment, old)
        if assessment_text(assessment).encode() == parted(there)[1]:
            return Closed(assessment, path, written=False)
        _check_nothing_is_lost(old, there, path, replacing=replacing)
    write_text(path, _text_for(assessment, path, there), replacing=there)
    return Closed(assessment, path, written=True)


def _text_for(assessment: Assessment, path: Path, there: bytes | None) -> str:
    """The text of a file; the line for editors stays as somebody has it, and begins a new file."""
    line = schema_line("assessment", path) if there is None else parted(there)[0].decode()
    return line + assessment_text(assessment)


def _write_one_view(assessment: Assessment, path: Path) -> Closed:
    """One person's view never replaces another's: the next one gets a number."""
    numbered = (path.with_stem(f"{path.stem}-{number}") for number in count(2))
    free = next(name for name in chain([path], numbered) if not name.exists())
    write_text(free, _text_for(assessment, free, None), replacing=None)
    return Closed(assessment, free, written=True)


def _check_distance(old: Assessment, new: Assessment, path: Path) -> None:
    if found := too_close(old, new):
        raise _too_near(path, found, new)


def _too_near(path: Path, found: Sequence[TooFew], new: Assessment) -> RefusedError:
    return RefusedError.of(
        f"{path} was closed before with nearly the same people ({in_words(found)}). "
        "Whoever has both could tell what the others answered.",
        "Keep the first file. It can be replaced where the same groups are joined as in it, "
        f"and where at least {new.minimum_group} more people of each group that grew have "
        f"answered, {FEWEST_OF_A_PERSPECTIVE} of them each statement{_sensitive(new)}. "
        "Nothing was written.",
    )


def _sensitive(new: Assessment) -> str:
    """How many more have to answer the statements of a sensitive factor, where there is one."""
    if any(factor.sensitive and factor.statements for factor in new.factors.values()):
        return f" ({new.sensitive_minimum} where its factor is sensitive)"
    return ""


def _check_nothing_is_lost(old: Assessment, before: bytes, path: Path, *, replacing: bool) -> None:
    if not replacing:
        raise RefusedError.of(
            f"{path} is there already, and it differs.",
            "To write the new numbers into it, add --replace. What people wrote in it is kept.",
        )
    if assessment_text(old).encode() != parted(before)[1]:
        raise RefusedError.of(
            f"{path} has comments or a layout of its own, which would be lost.",
            "Move what you want to keep into because: or x-note:, or rename the file.",
        )


def finish_alone(record: records.Record, voice: Voice, into: Path) -> Closed:
    """Turn one person's own answers into their one view; from then on the record is to be erased."""
    assessment = close(record.questionnaire, record.round, [voice], talk=records.talk_of(record))
    closed = write_assessment(assessment, into)
    records.begin_erasing(record.folder)
    return closed


Said = dict[str, bytes]
"""What people had said in a record at some time, as it stood on the disk."""


def said_in(folders: Sequence[Path]) -> list[Said]:
    """What people have said in each of these records until now."""
    return [records.answers_of(folder) for folder in folders]


def erase_records(folders: Sequence[Path], said: Sequence[Said] | None = None) -> tuple[Path, ...]:
    """Delete records; the answers of single people are gone for good.

    `said` is what was added up: where somebody has said more since, a record stays. Gives the
    files in their folders that are not ours, and stay.

    Raises:
        RefusedError: somebody is answering in one of them, or has answered since.
        ClsCheckError: something cannot be deleted; `finish_erasing` goes on with it.
    """
    known: Sequence[Said | None] = said or [None] * len(folders)
    each = {folder.resolve(): (folder, only) for folder, only in zip(folders, known, strict=True)}
    strange = (
        records.erase(folder, only) for folder, only in each.values()
    )  # one named twice is one
    return tuple(path for some in strange for path in some)


def finish_erasing(folders: Sequence[Path]) -> tuple[Path, ...] | None:
    """Go on with an erasing that was cut off; None where there was none.

    What is gone already is no trouble. A round that is whole was not added up by this command.

    Raises:
        RefusedError: one of them is whole; it stays.
        ClsCheckError: something cannot be deleted.
    """
    begun = [folder for folder in folders if records.was_being_erased(folder)]
    if not begun:
        return None
    strange = erase_records(begun)
    whole = [one_line(str(each)) for each in folders if each not in begun and each.is_dir()]
    if whole:
        raise RefusedError.of(
            f"The others are erased, but not {listed(whole)}: nobody was erasing that.",
            "If it was added up already, delete the folder yourself. Else close it alone.",
        )
    return strange
