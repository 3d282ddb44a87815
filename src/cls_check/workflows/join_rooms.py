"""Everything that was gathered of one round: from one record, or from those of several rooms."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from cls_check.domain.counts.tally import people_in_words
from cls_check.domain.rounds.round import NOTHING_SAID
from cls_check.domain.terms import EVERYONE
from cls_check.errors import BadFileError, Place
from cls_check.files import records
from cls_check.messages import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.domain.rounds.round import Hands, Round, Talk, Voice

T = TypeVar("T")

FEWEST_ALIKE = 3
"""From so many people on, the same answers in two records are no chance."""


@dataclass(frozen=True)
class Gathered:
    """One round before it is closed; private."""

    records: tuple[records.Record, ...]
    voices: Mapping[str, Voice]
    hands: Mapping[str, Hands]
    talk: Talk

    @property
    def questionnaire(self) -> Questionnaire:
        """The questionnaire that all of them answered."""
        return self.records[0].questionnaire

    @property
    def round(self) -> Round:
        """The particulars of the round; of the rooms, the most organisations that one of them had."""
        first = self.records[0].round
        known = [n for record in self.records if (n := record.round.organisations)]
        return first.model_copy(update={"organisations": max(known)}) if known else first

    @property
    def unfinished(self) -> int:
        """How many people stopped part of the way."""
        return sum(not voice.finished for voice in self.voices.values())

    @property
    def people(self) -> int:
        """How many people answered, or were there when hands were counted."""
        return sum(self.sizes.values())

    @property
    def by_name(self) -> dict[str, int]:
        """How many people stand behind each random name."""
        voices = {f"voices/{name}": 1 for name in self.voices}
        return voices | {
            f"hands/{name}": sum(shown.present.values()) for name, shown in self.hands.items()
        }

    @property
    def sizes(self) -> dict[str, int]:
        """How many people of each perspective, in the order of the questionnaire."""
        came = Counter(voice.perspective or EVERYONE for voice in self.voices.values())
        for shown in self.hands.values():
            came.update(shown.present)
        order = (*self.questionnaire.perspectives, EVERYONE)
        return {group: came[group] for group in order if came[group]}


def gathered(folders: Sequence[Path]) -> Gathered:
    """All that is in these records, copies counted once.

    Raises:
        BadFileError: a record is broken, or they are not of one round.
    """
    return joined([records.open_record(folder) for folder in folders])


def joined(opened: Sequence[records.Record]) -> Gathered:
    """The same of records that are open already."""
    for other in opened[1:]:
        _check_same_round(opened[0], other)
    _check_imported_once(opened)
    voices = _joined(opened, records.voices, "voices")
    answered = {key: voice for key, voice in voices.items() if voice.answers or voice.levels}
    hands = _joined(opened, records.hands, "hands")
    if opened[0].round.way == "alone" and (len(answered) > 1 or hands):
        raise _not_one_person(opened[0], len(answered))
    return Gathered(tuple(opened), answered, hands, _one_talk(opened))


def _not_one_person(record: records.Record, voices: int) -> BadFileError:
    """A round of several people would be written without a minimum, as one person's own view."""
    return BadFileError.of(
        f'It says "way: alone", and the answers of {people_in_words(voices)} are in the folder.',
        "If several people answered, write how: way: one-after-another",
        Place(one_line(str(record.folder / records.ROUND))),
    )


def _joined(
    opened: Iterable[records.Record],
    read: Callable[[records.Record], Mapping[str, T]],
    folder: str,
) -> dict[str, T]:
    """What several records hold by random names; a copy counts once."""
    found: dict[str, T] = {}
    for record in opened:
        for key, one in read(record).items():
            if found.setdefault(key, one) != one:
                raise BadFileError.of(
                    f"{record.folder} has another copy of the same answers, and they differ.",
                    f"Keep one of the two files called {folder}/{key}.yaml.",
                )
    return found


def _check_imported_once(opened: Sequence[records.Record]) -> None:
    """Refuse two records into which one file was imported: its people would count twice."""
    if len(opened) < 2:
        return
    for one in opened:
        ledger = records.ledger_of(one)
        for other in opened:
            if other is one or not ledger.sources:
                continue
            marks = Counter(map(ledger.mark_of, records.voices(other).values()))
            if any(source.total() >= FEWEST_ALIKE and source <= marks for source in ledger.sources):
                raise BadFileError.of(
                    f"{one.folder} and {other.folder} both hold the people of one file. "
                    "Each of them would be counted twice.",
                    "Import a file into one of the rooms alone. Delete the other folder, and begin "
                    "it again without that file.",
                )


def _one_talk(opened: Sequence[records.Record]) -> Talk:
    """What the group agreed; two rooms that wrote different things have to settle it first."""
    written = [(record, talk) for record in opened if (talk := records.talk_of(record)).has_words]
    if not written:
        return NOTHING_SAID
    first, talk = written[0]
    for record, other in written[1:]:
        if other != talk:
            raise BadFileError.of(
                f"{first.folder} and {record.folder} both hold what a group agreed, and it differs.",
                f"Put what you want to keep into one {records.TALK}, and delete the other.",
            )
    return talk


def _check_same_round(one: records.Record, other: records.Record) -> None:
    same = {
        "place": one.round.place == other.round.place,
        "date": one.round.date == other.round.date,
        "questionnaire": one.questionnaire == other.questionnaire,
        "way of answering": (one.round.way == "alone") == (other.round.way == "alone"),
    }
    differing = [name for name, equal in same.items() if not equal]
    if differing or one.round.way == "alone":
        raise BadFileError.of(
            f"{one.folder} and {other.folder} are not one round: "
            f"{', '.join(differing) or 'each is one person alone'} differs.",
            "Close them one by one, or mend round.yaml in the one that is wrong.",
        )
