"""Somebody to ask, line by line: typed text and Enter, at a keyboard or through a pipe."""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from cls_check.cli.screen.console import WIDEST, fitting, safe_lines
from cls_check.errors import ClsCheckError, Problem
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

K = TypeVar("K", bound=str)
T = TypeVar("T")

ROOM_TO_TYPE = 16
"""Columns left behind a prompt, so that what is typed begins on its line."""

LONGEST_LINE = 4095
"""In bytes: what a terminal takes until Enter, where it edits the line itself; the rest is lost."""

MOST_LINES = 200
"""Of one answer in words; more is a file that was pasted by mistake."""


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

    def __post_init__(self) -> None:
        if isinstance(sys.stdin, io.TextIOWrapper):
            # A line in another alphabet is asked for again; it must not end the program.
            sys.stdin.reconfigure(errors="surrogateescape")

    @property
    def width(self) -> int:
        """How many columns a line may have: the window as it is now, at most a hundred."""
        return min(shutil.get_terminal_size().columns, WIDEST)

    def say(self, text: str = "", *, style: str = "") -> None:
        """A line or more, wrapped to the window; the style is left out where it is plain."""
        shown = fitting(safe_lines(text), sys.stdout.encoding)
        if self.plain:
            sys.stdout.write(shown + "\n")
            return
        from rich.console import Console
        from rich.text import Text

        console = Console(highlight=False, markup=False, emoji=False, width=self.width)
        console.print(Text(shown, style=style), soft_wrap=False)

    def item(self, sign: str, text: str, *, width: int = 1) -> None:
        """A line of a list, its words set in under each other where they wrap.

        `width` is that of the longest sign of the list.
        """
        from textwrap import wrap

        head = f"  {sign:<{width}}  " if sign else "  "
        if self.plain:
            self.say(head + text)
            return
        lines = wrap(text, max(self.width - len(head), 20)) or [""]
        self.say(("\n" + " " * len(head)).join([head + lines[0], *lines[1:]]))

    def ask(self, prompt: str, *, option: str = "") -> str:
        """Read one typed line.

        Args:
            prompt: What stands before the cursor.
            option: The option of the command that would have answered; none for the answers
                themselves, which are read even where nothing is to be asked.

        Raises:
            InputEndedError: nobody answers.
            ClsCheckError: a pipe holds a line that cannot be read.
        """
        if self.no_input and option:
            raise NeededOptionError(option)
        before = self._set_in(fitting(safe_lines(prompt), sys.stdout.encoding))
        while True:
            line = self._line(before)
            if len(line.encode("utf-8", "surrogateescape")) >= LONGEST_LINE and sys.stdin.isatty():
                self.say(label("ask.line-too-long"))
                continue
            if line.isascii() or not any("\ud800" <= letter <= "\udfff" for letter in line):
                return line.strip()
            if not sys.stdin.isatty():
                raise ClsCheckError.of(
                    "A line that was typed in is not text that can be read here.",
                    "Save what you pipe in as UTF-8. Nothing was recorded from that line.",
                )
            self.say(label("ask.not-readable"))

    def _set_in(self, prompt: str) -> str:
        """Print all of a long prompt but its last line, broken between words; gives that line."""
        room = self.width - ROOM_TO_TYPE
        if self.plain or len(prompt) <= room:
            return prompt
        from textwrap import wrap

        *lines, last = wrap(prompt, max(room, ROOM_TO_TYPE), drop_whitespace=True)
        for line in lines:
            self.say(line)
        return f"{last} " if prompt.endswith(" ") else last

    def _line(self, prompt: str) -> str:
        if sys.stdin.isatty() and not self.plain and _can_edit_lines():
            try:
                return input(prompt)
            except EOFError:
                sys.stdout.write("\n")
                raise InputEndedError from None
        sys.stdout.write(prompt)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            sys.stdout.write("\n")
            raise InputEndedError
        if not sys.stdin.isatty():
            sys.stdout.write("\n")
        return line

    def more_lines(self, first: str) -> str:
        """The first line of somebody's words with all that follow; an empty line ends them."""
        lines = [first]
        while lines[-1] and len(lines) < MOST_LINES:
            try:
                lines.append(self.ask(label("ask.more")))
            except InputEndedError:
                break
        return "\n".join(lines).strip()

    def choose(
        self, question: str, choices: Mapping[K, str], *, option: str, known: bool = False
    ) -> K:
        """Pick one of several by its number; gives the key.

        Where the choices are `known` from before, they are shown when `?` is typed.
        """
        if self.no_input and option:
            raise NeededOptionError(option)
        self.say(question, style="bold")
        keys = list(choices)
        if not known:
            self._list(choices)
        while True:
            prompt = label("ask.number-known" if known else "ask.number", most=len(keys))
            typed = self.ask(prompt, option=option)
            if typed == "?":
                self._list(choices)
                continue
            chosen = numbered(typed, keys)
            if chosen is not None:
                return chosen
            named = next((key for key in keys if key == typed), None)
            if named is not None:
                return named
            if typed.casefold() == "q":
                raise StoppedError
            self.say(label("ask.number-from", most=len(keys)))

    def _list(self, choices: Mapping[K, str]) -> None:
        for number, words in enumerate(choices.values(), start=1):
            self.item(str(number), words)

    def agrees(self, question: str, *, option: str) -> bool:
        """A yes or no; Enter means no."""
        while True:
            typed = self.ask(label("ask.yes-or-no", question=question), option=option).casefold()
            if typed in {"", "n", "no", label("ask.no")}:
                return False
            if typed in {"y", "yes", label("ask.yes")}:
                return True
            if typed == "q":
                raise StoppedError
            self.say(label("ask.type-yes-or-no"))

    def clear(self) -> None:
        """An empty screen, so that nobody sees the answers before theirs."""
        if self.plain or not sys.stdout.isatty():
            sys.stdout.write("\n")
        else:
            # Rich leaves what has scrolled away; 3J takes that off the screen's memory too.
            sys.stdout.write("\x1b[H\x1b[2J\x1b[3J")
        sys.stdout.flush()


def numbered(typed: str, choices: Sequence[T]) -> T | None:
    """What somebody picked by typing its number, counted from 1; None where it is no such number."""
    if not (typed.isdecimal() and typed.isascii()):
        return None
    number = int(typed[:9])
    return choices[number - 1] if 1 <= number <= len(choices) else None


def _can_edit_lines() -> bool:
    """Let arrow keys and accents work while typing, without remembering what anybody typed."""
    try:
        import readline
    except ImportError:
        return False  # Windows edits lines itself
    # Once is enough, but this is quick.
    readline.set_auto_history(False)  # else the arrow up would show the answers of the one before
    readline.parse_and_bind("set enable-bracketed-paste off")
    readline.parse_and_bind("set disable-completion on")
    return True
