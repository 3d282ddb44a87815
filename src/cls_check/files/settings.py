"""Settings in force: from options, else the environment, else the nearest file, else built in.

Where no file is found and nothing is in the environment, neither YAML nor Pydantic is loaded.
"""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypedDict

from cls_check.domain.terms import USUAL_MINIMUM_GROUP, as_written
from cls_check.errors import BadFileError, ClsCheckError, Place, Problem
from cls_check.messages import nearest as nearest_word
from cls_check.messages import one_line, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Unpack

    from cls_check.domain.settings import Settings
    from cls_check.yaml.reader import Document

FILE = "cls-check.yaml"
NEARLY = ("cls-check.yml", ".cls-check.yaml", "cls-check.yaml.txt")
"""Names that somebody may give the file; they are told of, not read."""

VARIABLES = "CLS_CHECK_"
"""How the names of environment variables begin."""

KIND = "cls-check-settings"

GO_AROUND = f"To do without that file, make a file {FILE} here with the one line {KIND}: 1"


class Given(TypedDict, total=False):
    """What was said on the command line; None stands for "not said"."""

    place: str | None
    questionnaire: str | None
    language: str | None
    minimum_group: int | None
    folder: Path | None
    output: Path | None
    template: Path | None
    title: str | None
    logo: Path | None
    logo_text: str | None
    accent: str | None
    plain: bool | None
    open: bool | None


class Origin(NamedTuple):
    """Where a value came from; `where` is the variable, or the file and line."""

    kind: Literal["option", "environment", "file", "built-in"]
    where: str = ""


OPTION, BUILT_IN = Origin("option"), Origin("built-in")


@dataclass(frozen=True)
class InForce:
    """The settings as a command uses them; None where nobody has set one.

    Folders, and the path of a questionnaire, lead there from the current folder.
    """

    place: str | None = None
    questionnaire: str | None = None
    language: str | None = None
    minimum_group: int = USUAL_MINIMUM_GROUP
    folder: Path | None = None
    output: Path | None = None
    template: Path | None = None
    title: str | None = None
    logo: Path | None = None
    logo_text: str | None = None
    accent: str | None = None
    plain: bool = False
    open: bool | None = None
    origins: Mapping[str, Origin] = field(default_factory=dict)

    def origin(self, name: str) -> Origin:
        """Where the value of a setting came from."""
        return self.origins.get(name, BUILT_IN)


NAMES = tuple(one.name for one in fields(InForce) if one.name != "origins")
"""The settings, in the order in which people meet them."""

Found = dict[str, tuple[Any, Origin]]


@dataclass(frozen=True)
class Survey:
    """What was found where. What is wrong is a value here, so that it can be shown."""

    in_force: InForce
    looked_in: tuple[Path, ...] = ()
    file: Path | None = None
    file_is_fit: bool = True
    unfit: Mapping[str, Origin] = field(default_factory=dict)
    """Settings whose variable cannot be used."""
    problems: tuple[Problem, ...] = ()


def in_force(here: Path | None = None, **given: Unpack[Given]) -> InForce:
    """The settings for a command.

    Args:
        here: The folder to look from, upwards; without it the current one.
        given: What options say; None, or nothing at all, where they say nothing.

    Raises:
        ClsCheckError: the settings file or a variable is not right.
    """
    found = survey(here, **given)
    if found.problems:
        raise ClsCheckError(found.problems)
    return found.in_force


def survey(here: Path | None = None, **given: Unpack[Given]) -> Survey:
    """Look everywhere and keep what is wrong beside what is right."""
    looked_in = tuple(_upwards(here))
    file = _file_in(looked_in)
    values: Found = {}
    of_file: list[Problem] = []
    if file:
        try:
            values |= _from_file(file)
        except ClsCheckError as error:
            of_file += _with_a_way_around(error.problems, near=len(looked_in) == 1)
    from_variables, unfit, of_variables = _from_environment()
    from_options = {name: (value, OPTION) for name, value in given.items() if value is not None}
    in_force = _merged(values | from_variables | from_options)
    return Survey(in_force, looked_in, file, not of_file, unfit, (*of_file, *of_variables))


def nearest(here: Path | None = None) -> Path | None:
    """The settings file that counts in a folder, by its name alone."""
    return _file_in(tuple(_upwards(here)))


def _file_in(looked_in: tuple[Path, ...]) -> Path | None:
    return next((folder / FILE for folder in looked_in if _is_there(folder / FILE)), None)


def _upwards(here: Path | None) -> Iterator[Path]:
    """This folder and those around it, up to the first that has a settings file.

    It ends before a folder that everybody may write into.
    """
    try:
        # Not the real path: on Windows that would lead from a drive's letter to its server.
        start = Path(os.path.abspath(here or os.curdir))  # noqa: PTH100 - it takes ".." out too
    except OSError:
        return  # the current folder is gone, or may not be asked about
    for folder in (start, *start.parents):
        if folder != start and _is_open_to_all(folder):
            return  # such as /tmp: what lies there can be anybody's
        yield folder
        if _is_there(folder / FILE):
            return


def _is_open_to_all(folder: Path) -> bool:
    """Whether everybody who can log in may put a file there."""
    try:
        return os.name == "posix" and bool(folder.stat().st_mode & stat.S_IWOTH)
    except OSError:
        return False


def _is_there(path: Path) -> bool:
    # A link that leads nowhere counts: what it was to say must not be passed over in silence.
    return os.path.lexists(path)


def _merged(values: Found) -> InForce:
    plain_values = {name: value for name, (value, _) in values.items()}
    return InForce(**plain_values, origins={name: origin for name, (_, origin) in values.items()})


def _from_file(path: Path) -> Found:
    from cls_check.yaml.reader import read_yaml

    document = read_yaml(path, _from_here(path))
    settings = settings_in(document, path.parent)
    paths = {name for name, _ in settings.paths()}
    found: Found = {}
    for name in NAMES:
        value = getattr(settings, name)
        if value is not None:
            place = document.key_place((as_written(name),))
            if name in paths:
                value = _from_here(path.parent / value)
            found[name] = _typed(name, value), Origin("file", str(replace(place, column=0)))
    return found


def _from_here(path: Path) -> str:
    """A path as it leads there from the current folder, which is how people would type it."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return str(path)  # on another disk of Windows


def settings_in(document: Document, folder: Path) -> Settings:
    """The settings in a document that was read, from a file in this folder.

    Raises:
        BadFileError: it is not right, or a path in it leads out of the folder.
    """
    from cls_check.domain.settings import Settings, astray
    from cls_check.files.validation.kinds import validate_as

    settings = validate_as(document, Settings)
    problems = []
    for name, path in settings.paths():
        if found := astray(path) or _linked_away(folder, path):
            fact, hint = found
            problems.append(Problem(f"{quoted(path)} {fact}.", hint, document.place((name,))))
    if problems:
        raise BadFileError(problems)
    return settings


def _linked_away(folder: Path, path: str) -> tuple[str, str] | None:
    """What `domain.settings.astray` cannot see: a link in the folder that leads out of it."""
    from cls_check.domain.settings import STAY_INSIDE

    home = Path(os.path.realpath(folder))
    if Path(os.path.realpath(home / path)).is_relative_to(home):
        return None
    return "is a link that leads out of the folder of this file", STAY_INSIDE


def _with_a_way_around(problems: tuple[Problem, ...], *, near: bool) -> Iterator[Problem]:
    """The problems of a file; where it lies further up, its reader may not be able to mend it."""
    *others, last = problems
    yield from others
    yield last if near else replace(last, hint=f"{last.hint}\n{GO_AROUND}")


def _from_environment() -> tuple[Found, dict[str, Origin], list[Problem]]:
    """What variables say, those of them that cannot be used, and why; an empty one says nothing."""
    values: Found = {}
    unfit: dict[str, Origin] = {}
    problems: list[Problem] = []
    for name in NAMES:
        origin = Origin("environment", VARIABLES + name.upper())
        text = os.environ.get(origin.where, "").strip()
        try:
            if text:
                place = Place(f"Environment variable {origin.where}")
                values[name] = value_of(name, text, place), origin
        except ClsCheckError as error:
            unfit[name] = origin
            problems += error.problems
    return values, unfit, problems


def value_of(name: str, text: str, place: Place) -> Any:
    """The value of one setting, read from a text that stands in no file.

    Raises:
        ClsCheckError: with this place, where the text does not fit the setting.
    """
    from pydantic import ValidationError

    from cls_check.domain.settings import Settings
    from cls_check.files.validation.validation import problems_of

    number = name == "minimum_group" and re.fullmatch("[0-9]{1,9}", text)
    tree = {KIND: 1, as_written(name): int(text) if number else text}
    try:
        settings = Settings.model_validate(tree)
    except ValidationError as error:
        raise ClsCheckError(problems_of(error, tree, place)) from error
    return _typed(name, getattr(settings, name))


def _typed(name: str, value: Any) -> Any:
    from cls_check.domain.settings import PATHS

    return Path(value) if name in PATHS else value


def overlooked(found: Survey) -> Iterator[Problem]:
    """Files and variables that somebody may have taken for settings, and that are not read."""
    for folder in found.looked_in[:1]:
        for name in NEARLY:
            if _is_there(folder / name):
                yield Problem(f"{name} is here, and it is not read.", f"Name it {FILE}.")
    known = [name.upper() for name in NAMES]
    for variable in sorted(os.environ):
        name = variable.removeprefix(VARIABLES)
        meant = nearest_word(name, known) if name != variable else ""
        if meant and name not in known:
            question = f"Did you mean {quoted(VARIABLES + meant)}?"
            yield Problem(f"{one_line(variable)} is set, and it is no setting.", question)
