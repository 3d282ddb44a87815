"""The terminal: the only place that prints, asks, and decides how failure looks."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError, Problem
from cls_check.files.wording import code_point

if TYPE_CHECKING:
    from rich.console import Console

DRIVES_A_TERMINAL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""Control characters but the line feed, and marks that turn the direction of a line around."""

NARROW = 100
"""Columns beyond which lines get hard to follow."""


def safe_lines(text: str) -> str:
    """A text that cannot drive the terminal: such characters are shown by their names."""
    return DRIVES_A_TERMINAL.sub(lambda found: code_point(found.group()), text)


def say(text: str = "") -> None:
    """A result, to standard output; nothing in it can drive the terminal."""
    sys.stdout.write(safe_lines(text) + "\n")


def note(text: str = "") -> None:
    """Talk beside the result, to standard error."""
    sys.stderr.write(safe_lines(text) + "\n")


def is_plain(*, wished: bool = False) -> bool:
    """Whether to print without colour and boxes: by wish, or where nobody could see them."""
    environment = os.environ
    return bool(
        wished
        or environment.get("ACCESSIBLE")
        or environment.get("TERM") == "dumb"
        or not sys.stdout.isatty()
    )


class NeededOptionError(ClsCheckError):
    """Something had to be asked, but asking was ruled out."""

    def __init__(self, option: str) -> None:
        fact = f"{option} is needed, because --no-input says that nobody is to be asked."
        super().__init__([Problem(fact, f"Add {option}, or leave --no-input away.")])


class InputEndedError(Exception):
    """There is nobody there to answer: the pipe is empty, or the terminal was closed."""


class StoppedError(Exception):
    """Somebody wants to stop; everything up to there is saved."""


@dataclass
class Terminal:
    """Somebody to ask, line by line."""

    plain: bool = False
    no_input: bool = False
    _console: Console | None = None

    def say(self, text: str = "", *, style: str = "") -> None:
        """A line or more, wrapped to the window; the style is left out where it is plain."""
        if self.plain:
            say(text)
            return
        from rich.text import Text

        self.console.print(Text(safe_lines(text), style=style), soft_wrap=False)

    @property
    def console(self) -> Console:
        """Rich's console, made when first needed."""
        if self._console is None:
            from rich.console import Console

            console = Console(highlight=False, markup=False, emoji=False)
            console.width = min(console.width, NARROW)
            self._console = console
        return self._console

    def ask(self, prompt: str, *, option: str = "") -> str:
        """Read one typed line.

        Args:
            prompt: What stands before the cursor.
            option: The option of the command that would have answered; none for the answers
                themselves, which are read even where nothing is to be asked.

        Raises:
            InputEndedError: nobody answers.
        """
        if self.no_input and option:
            raise NeededOptionError(option)
        sys.stdout.write(safe_lines(prompt))
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise InputEndedError
        if not sys.stdin.isatty():
            sys.stdout.write("\n")
        return line.strip()

    def choose(self, question: str, choices: dict[str, str], *, option: str) -> str:
        """Pick one of several by its number; gives the key."""
        self.say(question, style="bold")
        for number, words in enumerate(choices.values(), start=1):
            self.say(f"  {number}  {words}")
        keys = list(choices)
        while True:
            typed = self.ask("Number: ", option=option)
            if typed.isdecimal() and 1 <= int(typed) <= len(keys):
                return keys[int(typed) - 1]
            if typed in choices:
                return typed
            self.say(f"Please type a number from 1 to {len(keys)}.")

    def agrees(self, question: str, *, option: str) -> bool:
        """A yes or no; Enter means no."""
        while True:
            typed = self.ask(f"{question} [y/n] ", option=option).casefold()
            if typed in {"", "n", "no"}:
                return False
            if typed in {"y", "yes"}:
                return True
            self.say("Please type y or n.")

    def clear(self) -> None:
        """An empty screen, so that nobody sees the answers before theirs."""
        if self.plain:
            say()
        else:
            # Rich leaves what has scrolled away; 3J takes that off the screen's memory too.
            sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
            sys.stdout.flush()
