"""What a person types to answer, and what it means.

`1` to `5` answer, several digits answer the next statements, `d` don't know, `x` not something I
can answer, `-` blank, Enter goes on, `b` back, `u` undo, `g ID` go to, `r` review, `?` help,
`q` stop. A line with one bad character means nothing at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cls_check.domain.session import (
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
from cls_check.domain.tally import CANNOT_ANSWER, DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Callable

SINGLE_DIGITS = 9
OUTSIDE = {"d": DONT_KNOW, "x": CANNOT_ANSWER}
BLANK = "-"


@dataclass(frozen=True)
class Asked:
    """Something that leaves the answers alone: help, or stopping."""

    wish: Literal["help", "stop"]


@dataclass(frozen=True)
class Mistake:
    """A line that means nothing here, with the part that does not fit."""

    kind: Literal["not-an-answer", "too-many", "too-few", "no-such-statement", "nothing-to-undo"]
    part: str = ""


def understood(line: str, session: Session) -> Event | Asked | Mistake:
    """What a typed line means at this point of a session."""
    words = line.strip().casefold()
    if words in _WORDS:
        return _WORDS[words](session)
    command, _, wanted = words.partition(" ")
    if command in {"g", "go", "goto"} and wanted:
        return _go_to(wanted.strip(), session)
    return answers_in(words, session.left)


def answers_in(line: str, questions: tuple[Question, ...]) -> Answered | Mistake:
    """The answers in a line, one for each of the next questions."""
    if not questions:
        return Mistake("too-many", line[:20])
    found: list[str | None] = []
    for part in _parts(line, questions[0]):
        if len(found) == len(questions):
            return Mistake("too-many", str(len(questions)))
        question = questions[len(found)]
        if part == BLANK:
            found.append(None)
        elif OUTSIDE.get(part) in question.outside:
            found.append(OUTSIDE[part])
        elif part in _numbers(question):
            found.append(question.choices[int(part) - 1])
        else:
            return Mistake("not-an-answer", line if line.isalpha() else part)
    return Answered(tuple(found))


def whole_line(line: str, questions: tuple[Question, ...]) -> Answered | Mistake:
    """The answers in a line of a paper form, which must have one for every question."""
    answers = answers_in(line.strip().casefold(), questions)
    if isinstance(answers, Answered) and len(answers.answers) < len(questions):
        return Mistake("too-few", str(len(answers.answers)))
    return answers


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
        if question.id.casefold() == wanted:
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
