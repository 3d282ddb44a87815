"""How a difference is printed: in which form, how wide, and with which colour."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from cls_check.cli.screen.console import safe_lines
from cls_check.workflows.diff_forms import as_comment, as_json, as_lines, as_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from cls_check.reports.output.lines import Line
    from cls_check.workflows.diff import Outcomes

WIDTH, WIDEST = 80, 100
BOLD, PLAIN = "\x1b[1m", "\x1b[0m"

FORMS: dict[str, Callable[[Outcomes], str]] = {
    "markdown": as_comment,
    "json": as_json,
    "html": as_page,
}


def printed(found: Outcomes, form: str, *, colour: bool) -> str:
    """The whole of it, ready to be written; nothing of a stranger in it can drive the terminal."""
    if form != "text":
        return safe_lines(FORMS[form](found).rstrip("\n"))
    return "\n".join(_line(each, colour=colour) for each in as_lines(found, width_of_lines()))


def width_of_lines() -> int:
    """How wide lines may be: as the terminal is, and no wider than can be read."""
    return min(shutil.get_terminal_size((WIDTH, 24)).columns, WIDEST)


def _line(line: Line, *, colour: bool) -> str:
    text = safe_lines(line.text)
    return f"{BOLD}{text}{PLAIN}" if colour and line.heading else text


def colour_wanted(wish: str) -> bool:
    """Whether headings stand out: as it is wished, or where somebody looks and minds no colour."""
    if wish != "auto":
        return wish == "always"
    environment = os.environ
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return sys.stdout.isatty() or bool(environment.get("GIT_PAGER_IN_USE"))
