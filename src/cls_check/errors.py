"""What can go wrong, said so that a person can mend it: the place, the fact, the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Self

MOST_PROBLEMS_SHOWN = 20


@dataclass(frozen=True)
class Place:
    """Where in a file; lines and columns count from 1, 0 stands for "the whole file"."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        column = f", column {self.column}" if self.column else ""
        return f"{self.file}, line {self.line}{column}"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: where it is, what it is, and how to mend it.

    `kind` tells a file that cannot be used ("broken") from one that can be used but
    shows more about people than it should ("privacy"), or is worth another look ("advice").
    """

    fact: str
    hint: str = ""
    place: Place | None = None
    kind: Literal["broken", "privacy", "advice"] = "broken"

    def __str__(self) -> str:
        head = f"{self.place}: {self.fact}" if self.place else self.fact
        return "\n".join([head, *(f"  {line}" for line in self.hint.splitlines())])

    def at(self, place: Place) -> Problem:
        """The same problem, with its place named."""
        return replace(self, place=place)


class ClsCheckError(Exception):
    """Something could not be done; carries every problem found, most important first."""

    exit_code = 2

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    @classmethod
    def of(cls, fact: str, hint: str = "", place: Place | None = None) -> Self:
        """An error with a single problem."""
        return cls([Problem(fact, hint, place)])

    def __str__(self) -> str:
        shown = [str(problem) for problem in self.problems[:MOST_PROBLEMS_SHOWN]]
        left_out = len(self.problems) - len(shown)
        if left_out:
            files = {problem.place.file for problem in self.problems if problem.place}
            of_it = " of the same file" if len(files) < 2 else ""
            shown.append(f"And {left_out} more{of_it}. Mend these first.")
        return "\n".join(shown)


class BadFileError(ClsCheckError):
    """A file cannot be used as it is."""


class UnknownNameError(ClsCheckError):
    """Somebody named a thing that is not there (a questionnaire, a language, a folder)."""


class RefusedError(ClsCheckError):
    """It could be done, but doing it would lose an answer or give a person away."""
