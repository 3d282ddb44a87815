"""Settings: what a place wants to say once, and not with every command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cls_check.domain.file_names import leads_out, unfit_path
from cls_check.domain.model import Id, Line, MinimumGroup, Model
from cls_check.domain.terms import as_written

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = ("folder", "output", "template", "logo")
"""The settings that lead to a folder or a file."""

STAY_INSIDE = (
    "Give a path inside that folder.\nAn option or an environment variable can give any other."
)


class Settings(Model):
    """The settings in one file; None is what it leaves to others."""

    cls_check_settings: Literal[1]
    place: Line | None = None
    questionnaire: Line | None = None
    language: Id | None = None
    minimum_group: MinimumGroup | None = None
    folder: Line | None = None
    output: Line | None = None
    template: Line | None = None
    title: Line | None = None
    logo: Line | None = None
    logo_text: Line | None = None
    accent: Line | None = None
    plain: bool | None = None
    open: bool | None = None

    def paths(self) -> Iterator[tuple[str, str]]:
        """The settings that are paths, each with its name in the file."""
        for name in PATHS:
            if path := getattr(self, name):
                yield as_written(name), path
        if self.questionnaire and is_a_path(self.questionnaire):
            yield "questionnaire", self.questionnaire


def is_a_path(questionnaire: str) -> bool:
    """Whether a questionnaire is named by its file, not by its id."""
    return (
        questionnaire.endswith((".yaml", ".yml")) or "/" in questionnaire or "\\" in questionnaire
    )


def astray(path: str) -> tuple[str, str] | None:
    """What is wrong with a path in a settings file, and the way out.

    Such a file comes from git and works in a folder that somebody else has, on any computer. So
    nothing in it may write or read elsewhere.
    """
    if leads_out(path):
        return "leads out of the folder of this file", STAY_INSIDE
    if why := unfit_path(path):
        return "cannot be a path", why
    return None
