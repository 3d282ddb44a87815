"""Where templates are read from: the user's own folder first, then the bundled ones."""

from __future__ import annotations

import os
import re
import traceback
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError, Place
from cls_check.messages import quoted
from cls_check.read_from_disk import is_folder, read_bytes
from cls_check.resources import folder

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

LARGEST_TEMPLATE = 1_000_000
MOST_NAMES, LIKENESS = 100, 0.7
_PLAIN_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*")


class TemplateFiles:
    """Finds a template by its plain name, and says where it is when it does not work."""

    def __init__(self, overrides: Path | None = None) -> None:
        if overrides is not None and not is_folder(overrides):
            raise ClsCheckError.of(
                f"There is no folder {quoted(str(overrides))} with templates.",
                "Give a folder that holds your own templates.",
            )
        self._overrides = overrides
        self._bundled = folder("templates")
        if overrides is not None:
            self._some_replaced(overrides)

    def _some_replaced(self, own: Path) -> None:
        """Refuse a folder that replaces nothing: its templates would be left out in silence."""
        ours = sorted(
            file.name for file in self._bundled.iterdir() if file.name.endswith((".jinja", ".css"))
        )
        if any(os.path.lexists(own / name) for name in ours):
            return
        meant = _meant(own, ours)
        raise ClsCheckError.of(
            f'No file in "{own}" has the name of a template of cls-check.',
            f"{meant}These can be replaced: {', '.join(ours)}.",
        )

    @property
    def has_own(self) -> bool:
        """Whether some of them are somebody's own."""
        return self._overrides is not None

    def load(self, name: str) -> tuple[str, str, None] | None:
        """What Jinja asks for: the text, and the name that errors carry."""
        found = self._find(name)
        return None if found is None else (self._read(found, name), self.shown_as(name), None)

    def text(self, name: str) -> str:
        """The text of a file that is not a template, such as the style."""
        found = self.load(name)
        if found is None:
            raise ClsCheckError.of(f'There is no template "{name}".', "Install cls-check again.")
        return found[0]

    def has(self, name: str) -> bool:
        """Whether there is a file of this name, the user's own or a bundled one."""
        return self._find(name) is not None

    def bundled(self, name: str) -> Traversable | None:
        """The file that comes with cls-check, unless the user has one in its place."""
        file = self._bundled / name
        return file if self._own(name) is None and file.is_file() else None

    def shown_as(self, name: str) -> str:
        """How messages call the file behind a name."""
        own = self._own(name)
        return f"templates/{name}" if own is None else str(own)

    def place_of(self, error: BaseException, name: str) -> Place:
        """The innermost line of a template on the way to an error."""
        frames = traceback.extract_tb(error.__traceback__)
        known = [str(self._overrides), "templates/"] if self._overrides else ["templates/"]
        for frame in reversed(frames):
            if frame.filename.startswith(tuple(known)):
                return Place(frame.filename, frame.lineno or 0)
        return Place(self.shown_as(name))

    def _find(self, name: str) -> Traversable | Path | None:
        if not _PLAIN_NAME.fullmatch(name):
            raise ClsCheckError.of(
                f'A template asks for "{name}", which is not a plain name of a file.',
                "Templates can use other templates of the same folder, by name alone.",
            )
        return self._own(name) or self.bundled(name)

    def _own(self, name: str) -> Path | None:
        if self._overrides is None or not _PLAIN_NAME.fullmatch(name):
            return None
        own = self._overrides / name
        if own.is_symlink():
            raise ClsCheckError.of(
                f'"{own}" is a link to another place.',
                "Put a copy of the file itself into the folder of templates.",
            )
        return own if os.path.lexists(own) else None

    def _read(self, found: Traversable | Path, name: str) -> str:
        shown = self.shown_as(name)
        own = self._own(name)
        raw = found.read_bytes() if own is None else read_bytes(own, shown, LARGEST_TEMPLATE)
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ClsCheckError.of(
                "This template cannot be read.", "Save it as plain text in UTF-8.", Place(shown)
            ) from error
        return text.replace("\r\n", "\n").replace("\r", "\n")


def _meant(own: Path, ours: list[str]) -> str:
    """A question about the first file whose name comes near one of ours, or ''."""
    from difflib import get_close_matches

    try:
        names = sorted(file.name for file in own.iterdir())
    except OSError:
        return ""
    for name in names[:MOST_NAMES]:
        near = get_close_matches(name.casefold(), ours, n=1, cutoff=LIKENESS)
        if near:
            return f'There is "{name}". Did you mean "{near[0]}"? '
    return ""
