"""What has to be known of a program that answers come from; each module beside this says it of one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

Row = Literal["person", "answer", "count"]
"""What a row of a sheet holds: all that one person said, one answer, or how many said the same."""


WhyNoPerson = Literal["unfinished", "test", "rejected"]


class Mark(NamedTuple):
    """How a program marks a row that is not, or not yet, one person's answers."""

    headings: frozenset[str]
    """Of the column with the mark, in plain form."""
    cell: re.Pattern[str]
    """What stands there, in plain form."""
    why: WhyNoPerson


class Seen(NamedTuple):
    """What of a file tells where it comes from."""

    headings: frozenset[str]
    """As `plain` leaves them: small letters, no punctuation."""
    row: Row
    is_saved: bool
    """Whether a form saved it as JSON, so that it has no rows and columns of its own."""


@dataclass(frozen=True)
class Source:
    """A program that answers come from, or a kind of table that people make themselves.

    What is said here of headings holds for every file, for people copy columns from one to another.
    How answers are written (`code`, `not_asked`) holds for files of the program alone.
    """

    name: str
    is_seen: Callable[[Seen], bool]
    """Whether a file is from here; the first source of the table that says so has it."""
    program: str = ""
    """As people call it."""
    said: str = "import.source"
    """The key of the sentence that tells people where their file comes from."""
    row: Row = "person"
    personal: frozenset[str] = frozenset()
    """Headings, in plain form, of what says who somebody is, where, or when they answered."""
    personal_look: re.Pattern[str] | None = None
    """What such headings look like, in small letters, where each question has one of its own."""
    left_out: re.Pattern[str] | None = None
    """The headings, in small letters, of other columns that hold no answers."""
    under_headings: re.Pattern[str] | None = None
    """What stands, in plain form, in a further row of headings where it has nothing to say."""
    marks: tuple[Mark, ...] = ()
    """What tells that a row is unfinished, was a test, or was not approved."""
    code: re.Pattern[str] | None = None
    """How the program writes the number of an answer; the number is the first group."""
    not_asked: tuple[str, ...] = ()
    """What it writes for a statement that was not put to a person."""


def headings(*signs: set[str]) -> Callable[[Seen], bool]:
    """Whether all headings of one of these sets are there, in plain form."""
    return lambda seen: any(sign <= seen.headings for sign in signs)
