"""Where bundled data lives: the only module that knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Kind = Literal["questionnaires", "templates", "examples", "starter"]


def folder(kind: Kind) -> Traversable:
    """The folder of one kind of bundled data: inside the package, else in the checkout.

    Raises:
        ClsCheckError: it is in neither place.
    """
    from importlib.resources import files

    installed = files("cls_check") / kind
    if installed.is_dir():
        return installed
    checkout = Path(__file__).resolve().parents[2]
    if (checkout / "pyproject.toml").is_file() and (checkout / kind).is_dir():
        return checkout / kind
    raise ClsCheckError.of(
        f'The folder "{kind}" that belongs to cls-check is missing.', "Install cls-check again."
    )


def schema(name: str) -> Traversable:
    """The file of a schema that is written by hand; it may not be there."""
    from importlib.resources import files

    return files("cls_check") / "schemas" / f"{name}.schema.json"
