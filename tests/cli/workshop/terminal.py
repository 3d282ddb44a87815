"""A real terminal for the tests: a program in a pseudo-terminal, and what stands on its screen."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pyte

CLEARED = "\x1b[H\x1b[2J\x1b[3J"
PATIENCE = 60
"""Seconds to wait for what should come at once, so that a mistake ends in a message."""
STATES = Path("/proc")
QUIET = 0.005 if (STATES / "self" / "stat").exists() else 0.06
"""Seconds without a word, after which a prompt is the last that comes.

On Linux the system says whether the program sleeps: it does once it waits for a key. All that it
wrote before is then on its way here, and what is typed stands behind it.
"""
WAITS = re.compile(r"(?:\n|\A|\r)[^\n]*(?:> |: |\] |\? |\.\.\. )(?:\x1b\[[0-9;?]*[a-zA-Z])*\Z")


class Window:
    """One terminal window in which `cls-check` runs; keeps everything that was ever shown."""

    def __init__(
        self,
        folder: Path,
        *words: str,
        columns: int = 80,
        lines: int = 24,
        **environment: str,
    ) -> None:
        self.columns, self.lines = columns, lines
        self.raw = ""
        self.typed_at = 0
        own = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "LINES"}}
        given = {**own, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **environment}
        self.process = pexpect.spawn(
            sys.executable,
            ["-m", "cls_check", *words],
            cwd=folder,
            env=given,
            dimensions=(lines, columns),
            timeout=PATIENCE,
            encoding="utf-8",
            codec_errors="backslashreplace",
        )
        self.process.delaybeforesend = None

    def wait(self, text: str) -> Window:
        """Wait until these words are on the screen, wherever a line was broken."""
        self.either(text)
        return self

    def either(self, *texts: str) -> str:
        """Wait until one of several texts is on the screen; gives that one."""
        patterns: list[Any] = [
            r"\s+".join(map(re.escape, re.split(r"\s+", text))) for text in texts
        ]
        found = self.process.expect(patterns)
        self.raw += str(self.process.before) + str(self.process.after)
        return texts[found]

    def type(self, line: str) -> Window:
        """Type a line and Enter, as a person does: once a prompt stands there and waits."""
        self.ready()
        return self.type_at_once(line)

    def type_at_once(self, line: str) -> Window:
        """Type a line and Enter, whatever stands there."""
        self.typed_at = len(self.raw)
        self.process.sendline(line)
        return self

    def ready(self) -> None:
        """Wait for a prompt with nothing behind it; what is typed earlier would stand elsewhere."""
        while not self._waits() or self._has_more():
            if self._waits():
                continue
            try:
                self.process.expect(r"(?s).+")
            except pexpect.TIMEOUT:
                message = f"no prompt that waits: {self.raw[-200:]!r}"
                raise AssertionError(message) from None
            self.raw += str(self.process.before) + str(self.process.after)

    def _waits(self) -> bool:
        return bool(WAITS.search(self.raw, self.typed_at))

    def _has_more(self) -> bool:
        """Whether more comes, or may come because the program is still at work; it is kept."""
        sleeps = self._sleeps()  # asked before reading: nothing is written between the two
        try:
            self.process.expect(r"(?s).+", timeout=QUIET)
        except pexpect.TIMEOUT:
            return not sleeps
        self.raw += str(self.process.before) + str(self.process.after)
        return True

    def _sleeps(self) -> bool:
        """Whether the program waits for something; where nobody can say, silence has to do."""
        told = STATES / str(self.process.pid) / "stat"
        return not told.exists() or told.read_bytes().rpartition(b")")[2].split()[0] == b"S"

    def answer(self, prompt: str, *lines: str) -> Window:
        """Wait for a prompt and type, again for each line."""
        for line in lines:
            self.wait(prompt).type(line)
        return self

    def press(self, key: str) -> Window:
        """Press Ctrl and a letter."""
        self.process.sendcontrol(key)
        return self

    def end(self) -> int:
        """Wait until the program has ended; gives its exit code."""
        self.process.expect(pexpect.EOF)
        self.raw += str(self.process.before)
        self.process.close()
        code = self.process.exitstatus
        assert code is not None, "it was ended by a signal"
        return code

    def kill(self) -> None:
        """End it at once, as if the power went."""
        self.process.kill(signal.SIGKILL)
        self.process.expect(pexpect.EOF)
        self.raw += str(self.process.before)
        self.process.close()

    def resize(self, columns: int, lines: int = 24) -> Window:
        """Make the window another size while the program runs."""
        self.process.setwinsize(lines, columns)
        return self

    @property
    def shown(self) -> str:
        """Everything that was on the screen, as it looked; a line of its own where it was cleared."""
        parts = (_as_it_looked(part, self.columns) for part in self.raw.split(CLEARED))
        return "\n---- the screen is cleared ----\n".join(parts)

    @property
    def squeezed(self) -> str:
        """The same on one line, so that a test need not know where lines were broken."""
        return " ".join(self.shown.split())


def _as_it_looked(raw: str, columns: int) -> str:
    lines_at_most = raw.count("\n") + len(raw) // columns + 1  # so that nothing scrolls away
    screen = pyte.Screen(columns, lines_at_most)
    pyte.Stream(screen).feed(raw)
    lines = [line.rstrip() for line in screen.display]
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines)
