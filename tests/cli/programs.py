"""A program that is typed into through pipes until it is killed: a process of its own, always.

To start Python and load everything takes longer than all that the tests look at. So most programs
are forked from one process that has loaded everything already, and some are begun afresh.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Timer

MOST_SECONDS = 60


class Program:
    """`cls-check` with these words, in a folder."""

    def __init__(self, folder: Path, words: list[str], *, afresh: bool) -> None:
        forks = get_context("forkserver")
        forks.set_forkserver_preload(["tests.cli.loaded"])
        self._kill: Callable[[], None]
        self._wait: Callable[[], object]
        typed, self._typing = forks.Pipe(duplex=False)
        self._reading, written = forks.Pipe(duplex=False)
        if afresh:
            begun = subprocess.Popen(
                [sys.executable, "-u", "-m", "cls_check", *words],
                cwd=folder,
                stdin=typed.fileno(),
                stdout=written.fileno(),
                stderr=subprocess.DEVNULL,
            )
            self._kill, self._wait = begun.kill, begun.wait
        else:
            forked = forks.Process(target=become, args=(folder, words, typed, written))
            forked.start()
            self._kill, self._wait = forked.kill, forked.join
        typed.close()
        written.close()
        self.stdin = os.fdopen(self._typing.fileno(), "w", encoding="utf-8", closefd=False)
        self.stdout = os.fdopen(self._reading.fileno(), encoding="utf-8", closefd=False)
        self._watchdog = Timer(MOST_SECONDS, self._kill)
        self._watchdog.start()  # so that a mistake ends in a failure, not a wait

    def send(self, line: str) -> None:
        self.stdin.write(line + "\n")
        self.stdin.flush()

    def kill(self) -> None:
        """Signal 9; afterwards it is no longer there."""
        self._kill()
        self._wait()
        self._watchdog.cancel()
        self._typing.close()
        self._reading.close()


def become(folder: Path, words: list[str], typed: Connection, written: Connection) -> None:
    """What `python -u -m cls_check` does, in a process that was forked."""
    from cls_check.__main__ import main

    os.chdir(folder)
    os.dup2(typed.fileno(), 0)
    os.dup2(written.fileno(), 1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = io.TextIOWrapper(os.fdopen(1, "wb", 0), encoding="utf-8", write_through=True)
    sys.argv = ["cls-check", *words]
    sys.exit(main())
