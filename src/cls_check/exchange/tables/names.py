"""Ids for factors and statements: those of the table where they can be kept, else made from words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Container

LONGEST: Final = 40


def slug(text: str, otherwise: str) -> str:
    """An id from any words: small letters of the alphabet, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain))[:LONGEST].strip("-") or otherwise


def kept(text: str, otherwise: str) -> str:
    """An id as it was written, if it can be one; dots and large letters stay."""
    whole = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", text)
    return text if whole else slug(text, otherwise)


def free(wanted: str, taken: Container[str]) -> str:
    """The id, or the first with a number behind it that nobody has."""
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name


def repeated(ids: list[str]) -> set[str]:
    """Those that stand more than once."""
    return {each for each, times in Counter(ids).items() if times > 1}
