"""Opening a page that was made, where there is a screen to open it on."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note

if TYPE_CHECKING:
    from pathlib import Path


def open_in_browser(path: Path) -> None:
    """Open a page where there is a browser; elsewhere its path was printed, which is enough."""
    import webbrowser

    if not (has_a_screen() and webbrowser.open(path.resolve().as_uri())):
        note("No browser could be opened. Open the file yourself.")


def has_a_screen() -> bool:
    """Whether a window can be shown; elsewhere a text browser would take the terminal over."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
