"""The command `cls-check`: answers `--version` at once, and ends as a command should."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress

from cls_check import __version__

CANNOT = 2
INTERRUPTED = 130
OBJECTS_BEFORE_CLEARING = 50_000
"""Python looks for rubbish after 700 new objects, which finds none while programs are loaded."""
NOBODY_READS = 141
"""What a shell reports of a command whose reader went away, such as `head`."""


def main() -> int:
    """Run the command that was typed; the exit code is 0, 1, 2, 130 or 141."""
    _open_what_is_closed()
    _write_every_character(sys.stdout, sys.stderr)
    try:
        code = _version() if sys.argv[1:] in (["--version"], ["-V"]) else _run()
        sys.stdout.flush()
    except BrokenPipeError:
        _write_nowhere()
        return NOBODY_READS
    except OSError as error:
        return _cannot_print(error)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return INTERRUPTED
    return code


def _version() -> int:
    sys.stdout.write(f"cls-check {__version__}\n")
    return 0


def _run() -> int:
    gc.set_threshold(OBJECTS_BEFORE_CLEARING)
    # Pydantic would look through every installed package for plugins, which takes time and
    # would let them see people's answers.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from cls_check.cli.app import run

    stdout = sys.stdout
    code = run()
    if sys.stdout is not stdout:
        raise BrokenPipeError  # Typer saw it first, and put a mute stream in stdout's place
    return code


def _write_every_character(*streams: object) -> None:
    """Write what a terminal's alphabet lacks as its code, so that nothing stops or is lost.

    In JSON such a code still stands for its character.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _open_what_is_closed() -> None:
    """Give a stream that was closed (`>&-`) an end, else Python has none and a file takes its place."""
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return
    for number, mode in enumerate(("r", "w", "w")):
        name = ("stdin", "stdout", "stderr")[number]
        if getattr(sys, name) is None:
            # Open for reading alone, so that a result with nowhere to go is not lost in silence.
            way = os.O_RDONLY if name == "stdout" else os.O_RDWR
            os.dup2(os.open(os.devnull, way), number)
            setattr(sys, name, os.fdopen(number, mode, encoding="utf-8"))


def _cannot_print(error: OSError) -> int:
    """Say that the result has nowhere to go; an error about a path was told where that is known."""
    said = error.strerror or "unknown reason"
    with suppress(OSError):
        sys.stderr.write(f"The result could not be printed: {said}.\n  Send it somewhere else.\n")
    _write_nowhere()
    return CANNOT


def _write_nowhere() -> None:
    """Let Python write what is left when it ends, without an error."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
