"""Rendering templates of somebody's own in a process apart, which ends where it takes too much.

See docs/decisions/0011: what a template can do in Python's own code, no check of ours can interrupt.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cls_check.errors import BadFileError, ClsCheckError, Place
from cls_check.read_from_disk import read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

MOST_SECONDS = 10
"""Of work. Our own templates take a twentieth of a second, for twenty factors or for two."""
MOST_WAITING = 30
"""Seconds by the clock, where the system does not count those of work, or stands still."""
MOST_MEMORY = 500_000_000
"""Bytes beyond what is in use; the largest report of ours needs a fifth."""
WAY_OUT = "Make it simpler, or leave it out to use the template that comes with cls-check."

HOW = "spawn" if sys.platform == "win32" else "fork"


def rendered_apart(render: Callable[..., str], own: Path, *given: Any) -> str:
    """What a function gives that renders templates out of this folder of somebody's own.

    Raises:
        ClsCheckError: a template does not work, or takes too long, or too much memory.
    """
    processes: Any = get_context(HOW)
    here, there = processes.Pipe(duplex=False)
    child = processes.Process(target=_work, args=(there, render, given), daemon=True)
    child.start()
    there.close()
    try:
        told = here.recv() if here.poll(MOST_WAITING) else None
    except (EOFError, OSError):
        told = None
    finally:
        child.kill()
        child.join()
        here.close()
    if isinstance(told, str):
        return told
    if told is not None:
        raise ClsCheckError(told)
    raise ClsCheckError.of(
        f"The templates in this folder take too long ({MOST_SECONDS} seconds), or too much memory.",
        WAY_OUT,
        Place(str(own)),
    )


def _work(there: Connection, render: Callable[..., str], given: tuple[Any, ...]) -> None:
    """Render, and give back the text, or what is wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who waits for us is told, and ends us
    _limit_ourselves()
    told: Any
    try:
        told = render(*given)
    except ClsCheckError as error:
        told = error.problems
    with suppress(OSError, MemoryError):
        there.send(told)
    there.close()


def _limit_ourselves() -> None:
    """Have the system stop us, where it can: macOS counts no memory, Windows neither."""
    try:
        import resource
    except ImportError:
        return
    signal.signal(signal.SIGXCPU, _too_long)
    limits = {
        # The second limit ends what cannot hear of the first.
        resource.RLIMIT_CPU: (MOST_SECONDS, MOST_SECONDS + 2),
        resource.RLIMIT_AS: (_memory_in_use(resource.getpagesize()) + MOST_MEMORY,) * 2,
        resource.RLIMIT_CORE: (0, 0),
    }
    for kind, wanted in limits.items():
        allowed = resource.getrlimit(kind)[1]
        most = [w if allowed == resource.RLIM_INFINITY else min(w, allowed) for w in wanted]
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (most[0], most[1]))


def _memory_in_use(page: int) -> int:
    """The bytes of addresses that we have; as good as nothing where the system does not say."""
    try:
        counted = read_bytes(Path("/proc/self/statm"), "memory in use", 1000)
    except BadFileError:
        return MOST_MEMORY
    return int(counted.split()[0]) * page


def _too_long(*_: object) -> None:
    raise TimeoutError(f"it takes longer than {MOST_SECONDS} seconds")
