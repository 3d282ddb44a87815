"""Names of questions in other programs' forms, which have to be their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

KEPT_NAMES = frozenset({"meta"})
"""What XForms use themselves."""


def free_name(wanted: str, taken: Collection[str]) -> str:
    """The name itself, or with a line below behind it for as long as a statement has it."""
    while wanted in taken:
        wanted += "_"
    return wanted


def xml_name(name: str) -> str:
    """An id as an XForm takes it: with a line below before a digit, or before a name it keeps."""
    return f"_{name}" if name[0].isdigit() or name.lower() in KEPT_NAMES else name
