"""The lines by which git shows assessments as sentences, put into files and taken out again.

Nothing else in those files is touched: what was there before is there after, byte for byte.
"""

from __future__ import annotations

import re
import shlex
from typing import Final, Literal

from cls_check.git.textconv import VERSION

State = Literal["yes", "no", "old"]

BEGIN, END = "# begin cls-check", "# end cls-check"
NO_LINE_END = ", after a line without an end"
"""Said behind `BEGIN` where the file did not end with a line end, so that it can be had back."""
OWN_FILE = ", in a file of its own"
"""Said behind `BEGIN` where there was no file, so that there will be none again."""

SCRIPT: Final = f""": cls-check-{VERSION}; "$0" textconv "$1" 2>/dev/null || cat <"$1\""""
"""What git runs for each version of a file. It never fails: a `git log -p` would stop at it."""

HUNK_HEADER: Final = "^((  )?[^ ].*)$"
"""Which lines stand over a hunk, whole: factors, and the statements in them."""

PRIVATE: Final = ("*.open/", ".*.open-*/", ".cls-check-*.tmp")
"""What never goes into git: rounds being gathered, and what was cut off while it was written."""

PATTERN, DRIVER = "*.yaml", "diff=cls-check"

_BLOCK = re.compile(
    rf"^{BEGIN}(?:(?P<joined>{NO_LINE_END})|(?P<own>{OWN_FILE}))?\r?\n(?P<lines>(?:(?!{BEGIN}|{END}).*\n)*){END}(?:\r?\n|\Z)",
    re.MULTILINE,
)


def config_lines(program: str) -> tuple[str, ...]:
    """What tells git how to show assessments, with the name or the path of the program that does it."""
    # Git could keep what it was shown once (cachetextconv). It keeps that as a commit, and where
    # nobody has told it a name and an address, every git diff would stop there.
    command = f"sh -c '{SCRIPT}' {shlex.quote(program)}"
    return (
        '[diff "cls-check"]',
        "\ttextconv = " + '"' + command.replace("\\", "\\\\").replace('"', '\\"') + '"',
        f'\txfuncname = "{HUNK_HEADER}"',
    )


def configured(config: str, program: str) -> State:
    """Whether a config file has our lines, or those of another version or another place."""
    found = _BLOCK.search(config)
    if not found:
        return "no"
    return "yes" if found["lines"].splitlines() == list(config_lines(program)) else "old"


def with_config(config: str | None, program: str) -> str:
    """The text of a config file with our lines in it."""
    return _with_block(without_config(config), config_lines(program))


def without_config(config: str | None) -> str | None:
    """The text of a config file as it was before; None where there was none."""
    return _without_block(config)


def with_private(exclude: str | None) -> str:
    """The text of a repository's own file of what git leaves out, with our lines in it."""
    return _with_block(without_private(exclude), PRIVATE)


def without_private(exclude: str | None) -> str | None:
    """The text of such a file as it was before; None where there was none."""
    return _without_block(exclude)


def attributed(attributes: str) -> bool:
    """Whether a file of attributes marks assessments for us."""
    found = _BLOCK.search(attributes)
    return found is not None and DRIVER in found["lines"]


def with_attributes(attributes: str | None) -> str:
    """The text of a file of attributes that marks assessments for us.

    `cls-check init` made a line for them already; then that line says more.
    """
    found = _BLOCK.search(attributes or "")
    if not attributes or not found:
        return _with_block(attributes, (f"{PATTERN} {DRIVER}",))
    if DRIVER in found["lines"]:
        return attributes
    lines = re.sub(rf"^({re.escape(PATTERN)}[^\r\n]*)", rf"\1 {DRIVER}", found["lines"], count=1,
                   flags=re.MULTILINE)  # fmt: skip
    return attributes[: found.start("lines")] + lines + attributes[found.end("lines") :]


def without_attributes(attributes: str | None) -> str | None:
    """The text of a file of attributes as it was before; None where there was none."""
    found = _BLOCK.search(attributes or "")
    if not attributes or not found or DRIVER not in found["lines"]:
        return attributes
    if found["lines"].strip() == f"{PATTERN} {DRIVER}":
        return _without_block(attributes)
    lines = found["lines"].replace(f" {DRIVER}", "")
    return attributes[: found.start("lines")] + lines + attributes[found.end("lines") :]


def _with_block(text: str | None, lines: tuple[str, ...]) -> str:
    whole = text or ""
    end = "\r\n" if "\r\n" in whole else "\n"
    joined = bool(whole) and not whole.endswith("\n")
    said = OWN_FILE if text is None else NO_LINE_END if joined else ""
    return whole + (end if joined else "") + end.join([BEGIN + said, *lines, END, ""])


def _without_block(text: str | None) -> str | None:
    found = _BLOCK.search(text or "")
    if text is None or not found:
        return text
    before, after = text[: found.start()], text[found.end() :]
    if found["joined"]:
        before = before.removesuffix("\n").removesuffix("\r")
    return None if found["own"] and not before and not after else before + after
