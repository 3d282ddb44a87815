"""Gathering a round at one laptop: person after person, paper forms, or hands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal, cast

from cls_check.cli.screen.console import note, say
from cls_check.cli.workshop.answer import Screen, answer_all
from cls_check.cli.workshop.begin import ALONE, HANDS, TOGETHER
from cls_check.cli.workshop.hands_up import ask_who_is_here, count_all
from cls_check.cli.workshop.paper_forms import Pile, type_in
from cls_check.domain.rounds.grammar import whole_factors
from cls_check.domain.rounds.hands import counted, counts_in, hands_questions, lines_of
from cls_check.domain.rounds.round import Hands, Voice
from cls_check.domain.rounds.session import Session, questions_of, started
from cls_check.domain.terms import EVERYONE
from cls_check.errors import RefusedError, UnknownNameError
from cls_check.files import records
from cls_check.messages import did_you_mean, one_line, quoted
from cls_check.read_from_disk import read_bytes
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.cli.workshop.begin import Wishes
    from cls_check.files.records import Kept, Outcome, Record

NOBODY = "nobody"
LAPTOP, PAPER = "laptop", "paper"


def gather(terminal: Terminal, record: Record, wishes: Wishes) -> bool:
    """Ask one person, or one after another until there is nobody else.

    Returns:
        Whether more could come after this: the round can be closed next.
    """
    way = wishes.way or record.round.way
    if record.round.way == ALONE:
        _gather_alone(terminal, record)
        return False
    if way == ALONE:
        raise _of_several(record)
    if way in {HANDS, TOGETHER}:
        _count_hands(terminal, record, wishes, statements=way == HANDS)
        return True
    if wishes.perspective:
        check_groups([wishes.perspective], record)
        _gather_one(terminal, record, wishes.perspective, wishes)
        _tell_so_far(record)
        return False
    _gather_many(terminal, record, wishes)
    return True


def _of_several(record: Record) -> RefusedError:
    """Whoever answered alone in it would see what another person said, and then erase the round."""
    return RefusedError.of(
        f"{one_line(str(record.folder))} is a round of several people.",
        "To answer alone, keep that round in another folder:\n"
        "  cls-check assess --way alone --folder alone",
    )


def groups_of(record: Record) -> dict[str, str]:
    """The groups that people answer from, and how each is called in the middle of a sentence."""
    known = record.questionnaire.perspectives
    named = {key: perspective.name for key, perspective in known.items()}
    return named or {EVERYONE: label("group.everyone")}


def check_groups(names: list[str], record: Record) -> None:
    """See that these are perspectives of the questionnaire.

    Raises:
        UnknownNameError: one is not.
    """
    known = groups_of(record)
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"Those here are {', '.join(known)}."
            raise UnknownNameError.of(f"There is no perspective called {quoted(name)}.", hint)


def _gather_alone(terminal: Terminal, record: Record) -> None:
    from cls_check.workflows.close import finish_alone
    from cls_check.workflows.report import ReportRequest, make_report

    voice_id, voice = next(iter(records.voices(record).items()), (records.new_id(), None))
    voice = _answered(terminal, record, voice_id, voice or _new_voice(None))
    if not (voice.answers or voice.levels):
        note(label("assess.nothing-answered"))
        records.begin_erasing(record.folder)
        return
    closed = finish_alone(record, voice, record.folder.parent)
    note(label("assess.your-view"))
    for path in (closed.path, *make_report(ReportRequest(closed.path, closed.path.parent))):
        say(str(path))


def _new_voice(perspective: str | None) -> Voice:
    return Voice.model_validate({"cls-check-voice": 1, "perspective": perspective})


def _gather_many(terminal: Terminal, record: Record, wishes: Wishes) -> None:
    entry = wishes.entry or _asked_entry(terminal)
    pile = Pile(f"{record.round.place} {record.round.date}") if entry == PAPER else None
    while True:
        perspective = _next_perspective(terminal, record, pile)
        if perspective is None:
            break
        _gather_one(terminal, record, perspective, wishes, pile)
        if pile is None:
            terminal.clear()
            terminal.say(label("assess.thank-you"))
    if pile and pile.told():
        terminal.say(pile.told(), style="bold")


def _asked_entry(terminal: Terminal) -> str:
    if terminal.no_input:
        return LAPTOP
    choices = {each: label(f"assess.entry.{each}") for each in (LAPTOP, PAPER)}
    return terminal.choose(label("assess.entry"), choices, option="--entry")


def _next_perspective(terminal: Terminal, record: Record, pile: Pile | None) -> str | None:
    """Whose answers come now: a perspective, everyone where there are none, None for nobody."""
    asked = record.questionnaire.perspectives
    choices = {key: perspective.choose or perspective.name for key, perspective in asked.items()}
    choices = choices or {EVERYONE: label("assess.next-person")}
    nobody = label("assess.nobody-else" if pile is None else "paper.no-more")
    question = label("assess.who-is-next")
    if pile is not None:
        question = label("paper.whose", form=pile.typed + 1)
    known = pile is not None and pile.typed > 0
    choices |= {NOBODY: nobody}
    chosen = terminal.choose(question, choices, option="--perspective", known=known)
    return None if chosen == NOBODY else chosen


def _gather_one(
    terminal: Terminal,
    record: Record,
    perspective: str,
    wishes: Wishes,
    pile: Pile | None = None,
) -> None:
    named = perspective if record.questionnaire.perspectives else None
    voice_id, voice = _unfinished(terminal, record, perspective, wishes)
    voice = voice or _new_voice(named)
    _answered(terminal, record, voice_id or records.new_id(), voice, pile)


def _unfinished(
    terminal: Terminal, record: Record, perspective: str, wishes: Wishes
) -> tuple[str, Voice] | tuple[None, None]:
    """The voice of somebody of this perspective who stopped part of the way and goes on now."""
    total = len(questions_of(record.questionnaire))
    for voice_id, voice in records.voices(record).items():
        if voice.finished or (voice.perspective or EVERYONE) != perspective:
            continue
        wanted = wishes.go_on if wishes.go_on is not None or not terminal.no_input else True
        if wanted is None:
            done = len(voice.answers) + len(voice.levels)
            question = label("assess.somebody-stopped", done=done, total=total)
            wanted = terminal.agrees(question, option="--go-on or --new-person")
        if wanted:
            return voice_id, voice
    return None, None


def _answered(
    terminal: Terminal, record: Record, voice_id: str, voice: Voice, pile: Pile | None = None
) -> Voice:
    """Let one person answer; what they have said is on the disk whenever they stop."""
    questions = questions_of(record.questionnaire)
    kind: Literal["answers", "levels"] = "answers" if questions[0].kind == "statement" else "levels"
    kept = records.voice_file(record, voice_id)

    def save(session: Session, *, finished: bool = False) -> Outcome:
        return records.save_voice(kept, _changed(voice, kind, session, finished=finished))

    def on_disk() -> Mapping[str, str]:
        now = records.voices(record)[voice_id]
        kept.known = read_bytes(kept.path, kept.path.name)
        return cast("dict[str, str]", getattr(now, kind))

    session = started(questions, cast("dict[str, str]", getattr(voice, kind)))
    add_note = partial(records.add_note, record)
    screen = Screen(terminal, record.questionnaire, save, on_disk, add_note)
    if pile is None:
        session = answer_all(screen, session)
    else:
        session = type_in(replace(screen, reading=whole_factors), session, pile)
    save(session, finished=True)
    return _changed(voice, kind, session, finished=True)


def _changed(voice: Voice, kind: str, session: Session, *, finished: bool) -> Voice:
    return voice.model_copy(update={kind: dict(session.answers), "finished": finished})


def _count_hands(terminal: Terminal, record: Record, wishes: Wishes, *, statements: bool) -> None:
    """Count who is here, and where there are statements, their hands or cards."""
    check_groups(list(wishes.present), record)
    found = next(iter(records.hands(record).items()), None)
    hands_id, shown = found or (records.new_id(), None)
    groups = groups_of(record)
    if shown is None:
        present = ask_who_is_here(terminal, groups, wishes.present)
        shown = Hands.model_validate({"cls-check-hands": 1, "present": present})
    else:
        terminal.say(label("hands.go-on", n=shown.people))
    kept = records.hands_file(record, hands_id)
    records.save_hands(kept, shown)
    if statements:
        _count(terminal, record, kept, shown, groups)


def _count(
    terminal: Terminal, record: Record, kept: Kept, shown: Hands, groups: Mapping[str, str]
) -> None:
    questions = hands_questions(record.questionnaire, shown.present)
    positions = len(questions[0].choices) if questions else 0

    def save(session: Session) -> Outcome:
        return records.save_hands(kept, shown.model_copy(update={"answers": counted(session)}))

    def on_disk() -> Mapping[str, str]:
        now = records.hands(record)[kept.path.stem]
        kept.known = read_bytes(kept.path, kept.path.name)
        return lines_of(now.answers, positions)

    session = started(questions, lines_of(shown.answers, positions))
    add_note = partial(records.add_note, record)
    screen = Screen(terminal, record.questionnaire, save, on_disk, add_note, counts_in)
    count_all(screen, session, groups)


def _tell_so_far(record: Record) -> None:
    """How many have answered; not one number more before everyone has."""
    from cls_check.workflows.join_rooms import joined

    note(label("assess.so-far", n=joined([record]).people))
    note(label("assess.to-go-on-or-close", folder=record.folder))
