"""What some forms of a report need, and how loudly it is said where that is missing."""

from __future__ import annotations

import os
import shutil
from importlib import import_module

import pytest

PACKAGES = {"pdf": "weasyprint", "docx": "docx"}


def is_at_hand(form: str) -> bool:
    """Whether a form can be made here; WeasyPrint needs libraries of the system, too."""
    if form not in PACKAGES:
        return True
    try:
        import_module(PACKAGES[form])
    except (ImportError, OSError):
        return False
    return True


def need(form: str) -> None:
    """Go on only where a form can be made."""
    if not is_at_hand(form):
        leave_out(f"NOTHING is tried as {form}: {PACKAGES[form]} cannot be loaded here")


def need_programs(*names: str) -> None:
    """Go on only where these programs are on this computer."""
    missing = [name for name in names if shutil.which(name) is None]
    if missing:
        leave_out(f"NOTHING is tried: {', '.join(missing)} is not on this computer")


def leave_out(why: str) -> None:
    """Skip a test, and say so; where everything was installed, that is a mistake."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(why)
    pytest.skip(why)
