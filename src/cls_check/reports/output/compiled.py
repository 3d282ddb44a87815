"""What templates are compiled to: kept in memory for a run, and beside our own for the next one.

Compiling is a tenth of making a report. What it gave is kept as Python keeps what it made of our
modules: in a folder `__pycache__` beside the templates, so that nobody can change it who could not
change the program itself. Nothing is kept of templates of a user's own, nor where that
folder cannot be written to, nor where Python is told to keep nothing.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import BytecodeCache
from jinja2 import __version__ as jinja_version

from cls_check import __version__

if TYPE_CHECKING:
    from types import CodeType

    from jinja2.bccache import Bucket

    from cls_check.reports.output.template_files import TemplateFiles

OWN = "own "
"""How the key of a template begins that is not ours."""
COMPILED_BY = (
    "sandbox.py", "html_environment.py", "markdown_environment.py", "own_templates.py",
)  # fmt: skip
"""Where it stands how templates are compiled: what these gave before they were changed is stale."""
HEAD = 2 * len(sha256().hexdigest())
"""A file begins with the checksums of the template and of what was made of it."""

_of_this_run: dict[tuple[str, str], CodeType] = {}


class Compiled(BytecodeCache):
    """Jinja compiles a text anew that has changed since, and for another Python or Jinja.

    Args:
        files: Where templates come from; they say which of them are ours.
        escaping: A word for how values are escaped, as that becomes a part of what is made.
    """

    def __init__(self, files: TemplateFiles, escaping: str) -> None:
        self._files = files
        self._escaping = escaping

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The path of the file to keep it in, or a name of a template that is kept in none."""
        bundled = self._files.bundled(name)
        if isinstance(bundled, Path):
            return cache_from_source(str(bundled), optimization=self._escaping)
        return f"{OWN}{self._escaping} {filename}"

    def get_source_checksum(self, source: str) -> str:
        """Differs where the text does, or anything that turns it into code."""
        return sha256("\n".join([*_compiler(), source]).encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what was made of this text before."""
        bucket.code = _of_this_run.get((bucket.key, bucket.checksum))
        if bucket.code is None and not bucket.key.startswith(OWN):
            bucket.code = _read(Path(bucket.key), bucket.checksum)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was made of it now."""
        assert bucket.code is not None  # noqa: S101 - Jinja has just compiled it
        _of_this_run[bucket.key, bucket.checksum] = bucket.code
        if not bucket.key.startswith(OWN) and not sys.dont_write_bytecode:
            with suppress(OSError):
                _write(Path(bucket.key), bucket.checksum, marshal.dumps(bucket.code))


@lru_cache(maxsize=1)
def _compiler() -> tuple[str, ...]:
    rules = [Path(__file__).with_name(name) for name in COMPILED_BY]
    changed = [str(file.stat().st_mtime_ns) for file in rules if file.exists()]
    return (MAGIC_NUMBER.hex(), jinja_version, __version__, *changed)


def _read(path: Path, checksum: str) -> CodeType | None:
    """What the file holds, if it is of this text and whole."""
    try:
        raw = path.read_bytes()
    except OSError:
        return None
    head, made = raw[:HEAD], raw[HEAD:]
    whole = head == _head(checksum, made)
    # As Python does with its modules: whoever can write here can change the program itself, and
    # nothing is kept of templates that come from elsewhere.
    return marshal.loads(made) if whole else None  # noqa: S302


def _head(checksum: str, made: bytes) -> bytes:
    return (checksum + sha256(made).hexdigest()).encode()


def _write(path: Path, checksum: str, made: bytes) -> None:
    """All of it or nothing, so that another run at the same time finds a whole file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        unfinished.write_bytes(_head(checksum, made) + made)
        unfinished.replace(path)
    finally:  # also after Ctrl-C; once it is in place there is nothing left to remove
        unfinished.unlink(missing_ok=True)
