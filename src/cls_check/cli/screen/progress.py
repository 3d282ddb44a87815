"""How far the work is, where it takes a while."""

from __future__ import annotations

import time

from cls_check.cli.screen.console import note
from cls_check.words.speech import label

LONG = 1.0
"""From how many seconds of work on it is said how far it is."""


class Progress:
    """Says how far the work is, from one second of it on and once a second."""

    def __init__(self, key: str = "made.progress") -> None:
        self._key = key
        self._next = time.monotonic() + LONG

    def __call__(self, done: int, of_all: int) -> None:
        """Tell of the work that is done, if it is time to."""
        now = time.monotonic()
        if now >= self._next and done < of_all:
            self._next = now + LONG
            note(label(self._key, done=done, all=of_all))
