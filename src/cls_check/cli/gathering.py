"""Gathering a round at one laptop: beginning it, going on with it, person after person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from cls_check.cli.answering import Screen, answer_all
from cls_check.cli.console import note, say
from cls_check.domain.dates import is_day
from cls_check.domain.round import Round, Voice
from cls_check.domain.session import Session, questions_of, started
from cls_check.domain.terms import EVERYONE
from cls_check.errors import ClsCheckError, UnknownNameError
from cls_check.files import questionnaires, records
from cls_check.files.assessments import slug
from cls_check.files.wording import did_you_mean, quoted
from cls_check.words.speech import day_in_words, label

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.cli.console import Terminal
    from cls_check.files.records import Record

ALONE = "alone"
WAYS = ("alone", "one-after-another")
STAGES = ("getting-going", "under-way", "established")
NOBODY = ""


@dataclass(frozen=True)
class Wishes:
    """What was said on the command line; None where it is to be asked."""

    way: str | None
    place: str | None
    date: str | None
    questionnaire: str | None
    stage: str | None
    round_name: str | None
    perspective: str | None
    language: str | None
    record: Path | None
    folder: Path
    today: str


def opened_record(terminal: Terminal, wishes: Wishes) -> Record:
    """The round to go on with, or a new one."""
    if wishes.record:
        return records.open_record(wishes.record)
    if not wishes.place:
        found = _going_on(terminal, wishes)
        if found:
            return records.open_record(found)
    return _begun(terminal, wishes)


def _going_on(terminal: Terminal, wishes: Wishes) -> Path | None:
    """One of the rounds that are being gathered here, if somebody wants to go on with it."""
    found = records.found_in(wishes.folder)
    if len(found) == 1:
        known = records.open_record(found[0]).round
        question = label("assess.go-on", place=known.place, date=day_in_words(known.date))
        return found[0] if terminal.agrees(question, option="--record") else None
    if not found:
        return None
    choices = {str(path): path.name for path in found} | {NOBODY: label("assess.new-round")}
    chosen = terminal.choose(label("assess.several"), choices, option="--record")
    return next((path for path in found if str(path) == chosen), None)


def _begun(terminal: Terminal, wishes: Wishes) -> Record:
    place = wishes.place or _asked_place(terminal)
    date = wishes.date or _asked_date(terminal, wishes.today)
    if not is_day(date):
        hint = label("assess.not-a-day", today=wishes.today)
        raise ClsCheckError.of(f"{quoted(date)} is not a day.", hint)
    folder = wishes.folder / f"{slug(place)}-{date}{records.SUFFIX}"
    if folder.exists():
        return records.open_record(folder)
    named = wishes.questionnaire or _asked_questionnaire(terminal)
    source = questionnaires.find(named, wishes.language)
    way = wishes.way or terminal.choose(
        label("assess.how"), {each: label(f"assess.ways.{each}") for each in WAYS}, option="--way"
    )
    stage = wishes.stage
    if stage is None and not terminal.no_input:
        stage = terminal.choose(
            label("assess.how-far"),
            {each: label(f"assess.stages.{each}") for each in STAGES},
            option="--stage",
        )
    particulars = {
        "cls-check-round": 1,
        "place": place,
        "date": date,
        "round": wishes.round_name,
        "stage": stage,
        "language": wishes.language or source.questionnaire.languages[0],
        "way": way,
    }
    return records.start(folder, Round.model_validate(particulars), source.document.text)


def _asked_place(terminal: Terminal) -> str:
    while True:
        place = terminal.ask(label("assess.place"), option="--place")
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


def _asked_questionnaire(terminal: Terminal) -> str:
    choices = {found.id: found.title for found in questionnaires.bundled()}
    return terminal.choose(label("assess.which-questionnaire"), choices, option="--questionnaire")


def gather(terminal: Terminal, record: Record, wishes: Wishes) -> None:
    """Ask one person, or one after another until there is nobody else."""
    if record.round.way == ALONE:
        _gather_alone(terminal, record)
    elif wishes.perspective:
        _check_perspective(wishes.perspective, record)
        _gather_one(terminal, record, wishes.perspective)
        _tell_so_far(record)
    else:
        _gather_many(terminal, record)


def _check_perspective(name: str, record: Record) -> None:
    known = (*record.questionnaire.perspectives,) or (EVERYONE,)
    if name not in known:
        hint = did_you_mean(name, known) or f"Those here are {', '.join(known)}."
        raise UnknownNameError.of(f"There is no perspective called {quoted(name)}.", hint)


def _gather_alone(terminal: Terminal, record: Record) -> None:
    from cls_check.workflows.closing import finish_alone
    from cls_check.workflows.reporting import ReportRequest, make_report

    voice_id, voice = next(iter(records.voices(record).items()), (records.new_voice_id(), None))
    voice = _answered(terminal, record, voice_id, voice or _new_voice(None))
    if not (voice.answers or voice.levels):
        note(label("assess.nothing-answered"))
        records.erase(record)
        return
    closed = finish_alone(record, voice, record.folder.parent)
    note(label("assess.your-view"))
    for path in (closed.path, *make_report(ReportRequest(closed.path, closed.path.parent))):
        say(str(path))


def _new_voice(perspective: str | None) -> Voice:
    return Voice.model_validate({"cls-check-voice": 1, "perspective": perspective})


def _gather_many(terminal: Terminal, record: Record) -> None:
    while True:
        perspective = _next_perspective(terminal, record)
        if perspective is None:
            break
        _gather_one(terminal, record, perspective)
        terminal.clear()
        terminal.say(label("assess.thank-you"))
    _tell_so_far(record)


def _next_perspective(terminal: Terminal, record: Record) -> str | None:
    """Whose answers come now: a perspective, everyone where there are none, None for nobody."""
    known = record.questionnaire.perspectives
    choices = {key: perspective.choose or perspective.name for key, perspective in known.items()}
    choices = choices or {EVERYONE: "The next person"}
    chosen = terminal.choose(
        label("assess.who-is-next"),
        choices | {NOBODY: label("assess.nobody-else")},
        option="--perspective",
    )
    return chosen or None


def _gather_one(terminal: Terminal, record: Record, perspective: str) -> None:
    named = perspective if record.questionnaire.perspectives else None
    voice_id, voice = _unfinished(terminal, record, perspective)
    voice = voice or _new_voice(named)
    _answered(terminal, record, voice_id or records.new_voice_id(), voice)


def _unfinished(
    terminal: Terminal, record: Record, perspective: str
) -> tuple[str, Voice] | tuple[None, None]:
    """The voice of somebody of this perspective who stopped part of the way and goes on now."""
    total = len(questions_of(record.questionnaire))
    for voice_id, voice in records.voices(record).items():
        if voice.finished or (voice.perspective or EVERYONE) != perspective:
            continue
        done = len(voice.answers) + len(voice.levels)
        question = label("assess.somebody-stopped", done=done, total=total)
        if terminal.no_input or terminal.agrees(question, option="--perspective"):
            return voice_id, voice
    return None, None


def _answered(terminal: Terminal, record: Record, voice_id: str, voice: Voice) -> Voice:
    """Let one person answer; what they have said is on the disk whenever they stop."""
    questions = questions_of(record.questionnaire)
    kind: Literal["answers", "levels"] = "answers" if questions[0].kind == "statement" else "levels"

    def save(session: Session, *, finished: bool = False) -> Voice:
        update = {kind: dict(session.answers), "finished": finished}
        changed = voice.model_copy(update=update)
        records.save_voice(record, voice_id, changed)
        return changed

    session = started(questions, cast("dict[str, str]", getattr(voice, kind)))
    screen = Screen(terminal, record.questionnaire, lambda now: cast("None", save(now)))
    return save(answer_all(screen, session), finished=True)


def _tell_so_far(record: Record) -> None:
    count = len(records.voices(record))
    note(label("assess.so-far", n=count))
    note(label("assess.to-close", folder=record.folder))
