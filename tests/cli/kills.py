"""A command that is killed right before one of its calls that change something on the disk.

By strace where it is: then it is the system's own call that never happens. Elsewhere by wrappers
around the functions of `os`, which see nearly as much. Each run is a process of its own, forked from
one that has loaded everything (see programs.py).
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

MOST_SECONDS = 60
NAMES = ("write", "pwrite64", "writev", "fsync", "fdatasync", "rename", "renameat", "renameat2",
         "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat", "mkdir", "mkdirat", "rmdir",
         "chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimensat", "ftruncate", "flock")  # fmt: skip
"""Calls of the system that change something; those that this system does not have are left out."""
WRAPPED = (
    "fsync",
    "rename",
    "replace",
    "link",
    "unlink",
    "mkdir",
    "rmdir",
    "chmod",
    "fchmod",
    "utime",
)
TO_A_SCREEN = re.compile(r"write\((?:1|2),")


class Call(NamedTuple):
    """The nth call of this name; 0 is none, the command runs to its end."""

    name: str
    nth: int


NEVER = Call("", 0)


class Ended(NamedTuple):
    code: int
    out: str
    err: str


def run_in(
    folder: Path,
    words: Sequence[str],
    typed: str,
    at: Call = NEVER,
    first: Callable[[], object] | None = None,
    *,
    happens: str = "signal=SIGKILL",
) -> Ended:
    """Run a command in a folder, in a process of its own; killed at a call, its code is -9.

    `first` is what the process does before: it lives in a module, to be found there. What `happens`
    can be something else where there is strace, such as `error=EIO`.
    """
    traced = [f"trace={at.name}", f"inject={at.name}:{happens}:when={at.nth}"]
    if at == NEVER:
        return _ran(folder, words, typed, None, [], first)[0]
    return _ran(folder, words, typed, at, traced if has_strace() else [], first)[0]


def calls_of(folder: Path, words: Sequence[str], typed: str) -> list[Call]:
    """All calls of a command that change something on the disk, in their order."""
    every = ["trace=" + ",".join(f"?{name}" for name in NAMES)] if has_strace() else []
    ended, lines = _ran(folder, words, typed, NEVER, every)
    assert ended.code == 0, ended.err
    seen: Counter[str] = Counter()
    calls = []
    for line in lines:
        name = line.partition("(")[0]
        seen[name] += 1
        if not TO_A_SCREEN.match(line):
            calls.append(Call(name, seen[name]))
    return calls


def _ran(
    folder: Path,
    words: Sequence[str],
    typed: str,
    at: Call | None,
    traced: Sequence[str],
    first: Callable[[], object] | None = None,
) -> tuple[Ended, list[str]]:
    """Run a command, traced as strace is told, else with wrappers; and the calls that were seen."""
    beside = Path(tempfile.mkdtemp(prefix="run-", dir=folder.parent))
    (beside / "in").write_text(typed, encoding="utf-8")
    (beside / "calls").write_bytes(b"")
    forks = get_context("forkserver")
    forks.set_forkserver_preload(["tests.cli.loaded"])
    ours, theirs = forks.Pipe()
    given = (folder, list(words), beside, theirs, None if traced else at, first)
    process = forks.Process(target=become, args=given)
    process.start()
    theirs.close()
    with (
        _attached(process.pid or 0, traced, beside / "calls")
        if traced
        else contextlib.nullcontext()
    ):
        ours.send_bytes(b"go")
        _wait(process)
    ours.close()
    out, err = ((beside / name).read_text(encoding="utf-8") for name in ("out", "err"))
    lines = (beside / "calls").read_text(encoding="utf-8", errors="replace").splitlines()
    assert process.exitcode is not None
    return Ended(process.exitcode, out, err), [each for each in lines if re.match(r"\w+\(", each)]


def _wait(process: BaseProcess) -> None:
    process.join(MOST_SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()


def become(
    folder: Path,
    words: list[str],
    beside: Path,
    gate: Connection,
    at: Call | None,
    first: Callable[[], object] | None,
) -> None:
    """What `python -u -m cls_check` does, in a process that was forked, once it is watched."""
    from cls_check.__main__ import main

    os.chdir(folder)
    for name, number, flags in (
        ("in", 0, os.O_RDONLY),
        ("out", 1, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
        ("err", 2, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
    ):
        os.dup2(os.open(beside / name, flags, 0o644), number)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", 1, encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", 1, encoding="utf-8")
    sys.argv = ["cls-check", *words]
    gate.recv_bytes()
    if first:
        first()
    if at is not None:
        _wrap(at, os.open(beside / "calls", os.O_WRONLY | os.O_APPEND))
    sys.exit(main())


def _wrap(at: Call, log: int) -> None:
    """Have the functions of `os` note down that they are called, and kill at one of the calls."""
    seen: Counter[str] = Counter()

    def called(name: str, real: Callable[..., Any], *given: Any, **named: Any) -> Any:
        seen[name] += 1
        if at == (name, seen[name]):
            os.kill(os.getpid(), signal.SIGKILL)
        os.write(log, f"{name}()\n".encode())
        return real(*given, **named)

    for name in WRAPPED:
        with contextlib.suppress(AttributeError):
            wrapper = partial(called, name, getattr(os, name))
            for known in (os.supports_fd, os.supports_follow_symlinks, os.supports_dir_fd):
                if getattr(os, name) in known:
                    known.add(wrapper)  # or `shutil` would take another way
            setattr(os, name, wrapper)


@contextlib.contextmanager
def _attached(pid: int, traced: Sequence[str], calls: Path) -> Iterator[None]:
    """Have strace look at a process until that ends."""
    words = ["strace", "-s", "0", "-p", str(pid), "-o", str(calls)]
    words += [word for each in traced for word in ("-e", each)]
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr
        told = tracer.stderr.readline()
        if "attached" not in told:
            raise OSError(told)
        yield
        with contextlib.suppress(subprocess.TimeoutExpired):
            tracer.wait(MOST_SECONDS)
        tracer.kill()


@cache
def has_strace() -> bool:
    """Whether strace is here, and may look at another process."""
    if not shutil.which("strace"):
        return False
    with subprocess.Popen(["sleep", "60"]) as other:
        try:
            with _attached(other.pid, ["trace=write"], Path(os.devnull)):
                other.kill()
        except OSError:
            other.kill()
            return False
    return True


def without_privileges() -> None:
    """As root, obey the modes of files as everybody else has to."""
    if os.geteuid() == 0:
        import ctypes

        third_version, no_rights = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
        assert ctypes.CDLL(None).capset(third_version, no_rights) == 0


def with_small_files() -> None:
    """No file may be larger than what a screen is told here."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))
