"""The finished example places, copied to where somebody can look at them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from cls_check import resources
from cls_check.files.atomic import make_folder, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def copy_examples(into: Path) -> tuple[Path, ...]:
    """Copy the finished example places into a folder; files that are there already stay."""
    copied = []
    for place in sorted(resources.folder("examples").iterdir(), key=lambda entry: entry.name):
        if place.is_dir():
            copied += [*_copy_place(place.name, into)]
    return tuple(copied)


def _copy_place(name: str, into: Path) -> Iterator[Path]:
    for entry in sorted(resources.folder("examples").joinpath(name).iterdir(), key=str):
        if entry.is_file():
            target = into / name / entry.name
            make_folder(target.parent)
            if not os.path.lexists(target):
                write_text(target, entry.read_text(encoding="utf-8"))
            yield target
