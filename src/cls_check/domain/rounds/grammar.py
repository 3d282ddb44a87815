"""What a person types to answer, and what it means.

`1` to `5` answer, several digits answer the next statements, `d` don't know, `x` not something I
can answer, `-` blank, Enter goes on, `b` back, `u` undo, `g ID` go to, `r` review, `n WORDS` a
note for the facilitator, `?` help, `q` stop. A line with one bad character means nothing at all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.domain.rounds.session import (
    Answered,
    Event,
    Question,
    Reviewed,
    Session,
    Skipped,
    Undone,
    WentBack,
    WentTo,
)

SINGLE_DIGITS = 9
OUTSIDE = {"d": DONT_KNOW, "x": CANNOT_ANSWER}
BLANK = "-"


@dataclass(frozen=True)
class Asked:
    """Something that leaves the answers alone: help, or stopping."""

    wish: Literal["help", "stop"]


@dataclass(frozen=True)
class Noted:
    """Words for the facilitator's page; they never stand with a voice."""

    words: str


@dataclass(frozen=True)
class Mistake:
    """A line that means nothing here, with the part that does not fit."""

    kind: Literal[
        "not-an-answer", "too-many", "too-few", "at-the-end", "no-such-statement",
        "nothing-to-undo", "not-a-count", "other-number-of-counts", "more-than-are-here",
    ]  # fmt: skip
    part: str = ""
    given: int = 0
    wanted: int = 0


Reading = Callable[[str, Session], Answered | Mistake]
"""How a line that is no command is read: as a person's answers, a paper form's, or counts."""


def answers_in(line: str, session: Session) -> Answered | Mistake:
    """The answers in a line, one for each of the next questions."""
    found: list[str | None] = []
    parts = _parts(line, session.left[0])
    if len(parts) > len(session.left):
        return Mistake("too-many", given=len(parts), wanted=len(session.left))
    for part, question in zip(parts, session.left, strict=False):
        if part == BLANK:
            found.append(None)
        elif OUTSIDE.get(part) in question.outside:
            found.append(OUTSIDE[part])
        elif part in _numbers(question):
            found.append(question.choices[int(part) - 1])
        else:
            return Mistake("not-an-answer", line if line.isalpha() else part)
    return Answered(tuple(found))


def whole_factors(line: str, session: Session) -> Answered | Mistake:
    """The answers in a line of a paper form: to all statements of a factor, or of several."""
    answers = answers_in(line, session)
    if isinstance(answers, Mistake):
        return answers
    given = len(answers.answers)
    at_a_border = given == len(session.left) or (
        session.left[given].factor != session.left[given - 1].factor
    )
    if at_a_border:
        return answers
    wanted = session.left_in_factor
    return Mistake("too-few" if given < wanted else "too-many", given=given, wanted=wanted)


def understood(
    line: str, session: Session, reading: Reading = answers_in
) -> Event | Asked | Noted | Mistake:
    """What a typed line means at this point of a session."""
    words = line.strip().casefold()
    if words in _WORDS:
        return _WORDS[words](session)
    command, _, wanted = words.partition(" ")
    if command in {"g", "go", "goto"} and wanted:
        return _go_to(wanted.strip(), session)
    if command == "n" and wanted:
        return Noted(line.strip()[1:].strip())
    if not session.left:
        return Mistake("at-the-end", line.strip()[:20])
    return reading(words, session)


def _parts(line: str, question: Question) -> list[str]:
    """Single characters; parts between spaces or commas where an answer can have two digits."""
    spaced = line.replace(",", " ").split()
    if len(question.choices) > SINGLE_DIGITS:
        return spaced
    return list("".join(spaced))


def _numbers(question: Question) -> tuple[str, ...]:
    return tuple(map(str, range(1, len(question.choices) + 1)))


def _go_to(wanted: str, session: Session) -> Event | Mistake:
    for question in session.questions:
        statement = question.id.partition(" ")[0]
        if wanted in {question.id.casefold(), statement.casefold(), question.factor.casefold()}:
            return WentTo(question.id)
    return Mistake("no-such-statement", wanted)


_WORDS: dict[str, Callable[[Session], Event | Asked | Mistake]] = {
    "": lambda _: Skipped(),
    "b": lambda _: WentBack(),
    "u": lambda session: Undone() if session.before else Mistake("nothing-to-undo"),
    "r": lambda _: Reviewed(),
    "?": lambda _: Asked("help"),
    "h": lambda _: Asked("help"),
    "q": lambda _: Asked("stop"),
}
