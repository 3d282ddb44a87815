"""Beginning a round, or finding the one to go on with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cls_check.domain.dates import is_day
from cls_check.domain.rounds.round import Round
from cls_check.domain.terms import MOST_ORGANISATIONS, USUAL_MINIMUM_GROUP
from cls_check.errors import ClsCheckError, Place, RefusedError
from cls_check.files import records
from cls_check.files.assessments.reading import check_place, read_assessment
from cls_check.files.questionnaires import reading as questionnaires
from cls_check.files.settings import in_force
from cls_check.messages import quoted
from cls_check.read_from_disk import is_file, is_there
from cls_check.words.speech import day_in_words, label

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Unpack

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.files.records import Record
    from cls_check.files.settings import Given

ALONE, ONE_AFTER_ANOTHER, HANDS, TOGETHER = "alone", "one-after-another", "hands", "together"
WAYS = (ALONE, ONE_AFTER_ANOTHER, HANDS, TOGETHER)
STAGES = ("getting-going", "under-way", "established")
NEW_ROUND = "new"


@dataclass(frozen=True)
class Wishes:
    """What was said on the command line; None where it is to be asked."""

    folder: Path
    today: str
    way: str | None = None
    place: str | None = None
    usual_place: str | None = None
    """That of the settings: offered, so that a round that is open here is not passed by."""
    date: str | None = None
    questionnaire: str | None = None
    stage: str | None = None
    organisations: int | None = None
    asks_organisations: bool = True
    sensitive_group: int | None = None
    round_name: str | None = None
    language: str | None = None
    language_is_typed: bool = True
    """Settings ask for a language of every questionnaire, also of one that lacks it."""
    record: Path | None = None
    perspective: str | None = None
    entry: str | None = None
    present: Mapping[str, int] = field(default_factory=dict)
    go_on: bool | None = None
    everyone_answered: bool | None = None
    close: bool | None = None
    look: bool | None = None
    quotes: bool | None = None
    erase: bool | None = None
    minimum_group: int = USUAL_MINIMUM_GROUP
    """Fewer than the usual need their own flag, which `close` has."""
    plain: bool = False


def settled(**given: Unpack[Given]) -> Wishes:
    """What is known without a question: the day, and what is set by these options or elsewhere."""
    settings = in_force(**given)
    return Wishes(
        folder=settings.folder or Path(),
        today=datetime.now(tz=UTC).astimezone().date().isoformat(),
        usual_place=settings.place,
        questionnaire=settings.questionnaire,
        language=settings.language,
        language_is_typed=settings.origin("language").kind == "option",
        minimum_group=max(settings.minimum_group, USUAL_MINIMUM_GROUP),
        plain=settings.plain,
    )


def opened_record(terminal: Terminal, wishes: Wishes) -> Record:
    """The round to go on with, or a new one."""
    if wishes.record:
        return _as_it_began(records.open_record(wishes.record), wishes)
    if not wishes.place:
        found = _going_on(terminal, wishes)
        if found:
            return _as_it_began(records.open_record(found), wishes)
    return _begun(terminal, wishes)


def _as_it_began(record: Record, wishes: Wishes) -> Record:
    """What was said when a round began stays: nothing that is typed now is passed over in silence.

    Raises:
        RefusedError: an option says something else than the round began with.
    """
    began = record.round
    if wishes.place:
        check_place(wishes.place, began.place, record.folder)
    asked = {
        "--date": (wishes.date, began.date),
        "--stage": (wishes.stage, began.stage),
        "--organisations": (wishes.organisations, began.organisations),
        "--round": (wishes.round_name, began.round),
        "--sensitive-group": (wishes.sensitive_group, began.sensitive_group),
    }
    for option, (now, then) in asked.items():
        if now is not None and now != then:
            raise RefusedError.of(
                f"This round has begun, so {option} cannot be set any more.",
                "Leave it out. Or begin another round, before anybody answers.",
                Place(str(record.folder)),
            )
    return record


def closed_round(wishes: Wishes) -> Path | None:
    """The file of the round that is meant, where it is closed and nothing is gathered any more."""
    if not (wishes.place and wishes.date) or wishes.way == ALONE or wishes.perspective:
        return None
    folder = wishes.folder / records.folder_name(wishes.place, wishes.date)
    path = wishes.folder / f"{folder.name.removesuffix(records.SUFFIX)}.yaml"
    if not is_file(path) or is_there(folder):
        return None
    check_place(wishes.place, read_assessment(path).place, path)
    return path


def _going_on(terminal: Terminal, wishes: Wishes) -> Path | None:
    """One of the rounds that are being gathered here, if somebody wants to go on with it."""
    found = records.found_in(wishes.folder)
    if len(found) == 1:
        known = records.open_record(found[0]).round
        question = label("assess.go-on", place=known.place, date=day_in_words(known.date))
        return found[0] if terminal.agrees(question, option="--record") else None
    if not found:
        return None
    choices = {str(path): path.name for path in found} | {NEW_ROUND: label("assess.new-round")}
    chosen = terminal.choose(label("assess.several"), choices, option="--record")
    return next((path for path in found if str(path) == chosen), None)


def _begun(terminal: Terminal, wishes: Wishes) -> Record:
    place = wishes.place or _asked_place(terminal, wishes.usual_place)
    date = wishes.date or _asked_date(terminal, wishes.today)
    if not is_day(date):
        hint = label("assess.not-a-day", today=wishes.today)
        raise ClsCheckError.of(f"{quoted(date)} is not a day.", hint)
    folder = wishes.folder / records.folder_name(place, date)
    if is_there(folder):
        return _as_it_began(records.open_record(folder), replace(wishes, place=place))
    named = wishes.questionnaire or _asked_questionnaire(terminal)
    source = questionnaires.find_wished(named, wishes.language, strict=wishes.language_is_typed)
    way = checked_way(
        wishes.way or _asked_way(terminal, source.questionnaire), source.questionnaire
    )
    stage = wishes.stage
    if stage is None and not terminal.no_input:
        stages = {each: label(f"stage.{each}") for each in STAGES}
        stage = terminal.choose(label("assess.how-far"), stages, option="--stage")
    organisations = wishes.organisations
    if organisations is None and wishes.asks_organisations:
        organisations = _asked_organisations(terminal, way)
    particulars = {
        "cls-check-round": 1,
        "place": place,
        "date": date,
        "round": wishes.round_name,
        "stage": stage,
        "organisations": organisations,
        "language": _spoken(wishes, source.questionnaire),
        "way": way,
        "sensitive-group": wishes.sensitive_group,
    }
    return records.start(folder, Round.model_validate(particulars), source.document.text)


def _spoken(wishes: Wishes, questionnaire: Questionnaire) -> str:
    """The language of a round: the one that is wished for, where the questionnaire has it."""
    languages = questionnaire.languages
    return wishes.language if wishes.language in languages else languages[0]


def _asked_place(terminal: Terminal, usual: str | None) -> str:
    if usual and terminal.no_input:
        return usual
    question = label("assess.usual-place", place=usual) if usual else label("assess.place")
    while True:
        place = terminal.ask(question, option="--place") or usual
        if place:
            return place


def _asked_date(terminal: Terminal, today: str) -> str:
    if terminal.no_input:
        return today
    while True:
        date = terminal.ask(label("assess.date", today=today), option="--date") or today
        if is_day(date):
            return date
        terminal.say(label("assess.not-a-day", today=today))


def _asked_organisations(terminal: Terminal, way: str) -> int | None:
    """How many organisations are here; None where nobody knows, or nothing is counted."""
    if terminal.no_input or way in (ALONE, TOGETHER):
        return None
    while True:
        typed = terminal.ask(label("assess.organisations"), option="--organisations")
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed) <= MOST_ORGANISATIONS:
            return int(typed)
        terminal.say(label("assess.not-organisations", most=MOST_ORGANISATIONS))


def _asked_questionnaire(terminal: Terminal) -> str:
    choices = {
        found.id: label(f"questionnaire.{'statements' if any(found.statements()) else 'levels'}",
                        title=found.title, n=sum(1 for _ in found.statements()),
                        minutes=found.minutes)
        for found in questionnaires.bundled()
    }  # fmt: skip
    return terminal.choose(label("assess.which-questionnaire"), choices, option="--questionnaire")


def _asked_way(terminal: Terminal, questionnaire: Questionnaire) -> str:
    choices = {way: label(f"assess.ways.{way}") for way in possible_ways(questionnaire)}
    return terminal.choose(label("assess.how"), choices, option="--way")


def possible_ways(questionnaire: Questionnaire) -> tuple[str, ...]:
    """How a questionnaire can be answered: without statements there is nothing to count."""
    return WAYS if any(questionnaire.statements()) else (ALONE, TOGETHER)


def checked_way(way: str, questionnaire: Questionnaire) -> str:
    """The way, if this questionnaire can be answered so.

    Raises:
        ClsCheckError: it has no statements, and people would answer one by one.
    """
    possible = possible_ways(questionnaire)
    if way not in possible:
        raise ClsCheckError.of(
            f'"{questionnaire.id}" has no statements to answer one by one.',
            f"Choose --way {' or --way '.join(possible)}, or another questionnaire.\n"
            "To import the levels that one organisation chose for itself, add --one-view.",
        )
    if way == TOGETHER and not questionnaire.levels:
        raise ClsCheckError.of(
            f'"{questionnaire.id}" has no levels to choose together.',
            f"Choose --way {ONE_AFTER_ANOTHER}, or another questionnaire.",
        )
    return way
