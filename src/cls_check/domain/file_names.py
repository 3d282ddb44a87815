"""Names of files and folders that work on every computer, and paths that stay where they should."""

from __future__ import annotations

import re
import unicodedata

WINDOWS_DEVICES = re.compile(
    r"con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9\u00b9\u00b2\u00b3]", re.IGNORECASE
)
"""Names that Windows keeps for itself, with any ending."""

_SIGNS = re.compile('[<>:"|?*\\\\\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]')
"""What Windows cannot have in a name, and what could drive a terminal or turn a line around."""

_SOME_SIGNS = "< > : | ? *"


def unfit(name: str) -> str:
    """Why a name of a file or folder does not work on every computer, or '' where it does."""
    if WINDOWS_DEVICES.fullmatch(name.partition(".")[0].rstrip(" ")):
        return "Windows keeps this name for itself. Choose another."
    if name.startswith(("-", "~")):
        return "Commands would take it for something else. Begin it with a letter or a digit."
    if name != name.rstrip(". "):
        return "Windows takes dots and spaces at the end away. Leave them out."
    if _SIGNS.search(name):
        return f"Take signs such as {_SOME_SIGNS} out. Not every computer can have them in a name."
    return ""


def is_same_place(one: str, other: str) -> bool:
    """Whether two names are one: large or small letters and the blanks between words are no matter.

    Any other sign is: "North-field" may be another place than "North field".
    """
    return place_key(one) == place_key(other)


def place_key(name: str) -> str:
    """Equal for two names of one place, and for no others."""
    plain = unicodedata.normalize("NFC", name).casefold()
    seen = "".join(letter for letter in plain if not _is_unseen(letter))
    return " ".join(seen.split()).rstrip(".")


def _is_unseen(letter: str) -> bool:
    """Whether a sign has no look of its own: a soft hyphen, a joiner, a choice of another picture."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def unfit_path(path: str) -> str:
    """Why a path does not work on every computer, or '' where it does."""
    if "\\" in path:
        return "Write / between folders. That works on every computer."
    parts = [part for part in path.split("/") if part not in ("", ".")]
    return next(filter(None, map(unfit, parts)), "")


def leads_out(path: str) -> bool:
    """Whether a path could lead out of the folder that it starts in, on any computer."""
    return (
        path.startswith(("/", "\\", "~"))
        or re.match("[A-Za-z]:", path) is not None
        or ".." in re.split(r"[/\\]", path)
    )
