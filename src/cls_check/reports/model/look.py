"""How a place makes a report its own: a title, a logo, a colour, larger print."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.reports.model.shown import visible

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_LOGO = 500_000
LONGEST_TITLE = 200
LEAST_CONTRAST = 4.5
"""Of text on its paper (WCAG 2.2, 1.4.3)."""
LIGHT_PAPERS, DARK_PAPERS = ("#ffffff", "#f2f5f8"), ("#10161c", "#19222b")
"""What the accent stands on in our style: the paper, and the panels on it."""
BLACK, WHITE = (0, 0, 0), (255, 255, 255)
STEPS = 50

_KINDS = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_COLOUR = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")

Rgb = tuple[int, int, int]


@dataclass(frozen=True)
class Logo:
    """A picture to stand at the top, and what somebody hears who cannot see it."""

    kind: str
    data: bytes
    alt: str


@dataclass(frozen=True)
class Accent:
    """A colour for headings and links: as it was wished, and as it can be read on either paper."""

    wished: str
    light: str
    dark: str

    @property
    def was_changed(self) -> bool:
        """Whether the wished colour is hard to read on one of the papers."""
        return self.wished not in {self.light, self.dark} or self.light != self.dark


@dataclass(frozen=True)
class Look:
    """What a report looks like beyond our own style."""

    title: str = ""
    logo: Logo | None = None
    accent: Accent | None = None
    large_print: bool = False

    def shown(self) -> ShownLook:
        """What a view holds of it."""
        return ShownLook(
            logo=_embedded(self.logo) if self.logo else None,
            accent=self.accent.light if self.accent else "",
            accent_dark=self.accent.dark if self.accent else "",
            large_print=self.large_print,
        )


@dataclass(frozen=True, slots=True, eq=False)
class ShownLogo:
    """A logo inside a page: the picture itself as an address, and its words."""

    source: str
    alt: str


@dataclass(frozen=True, slots=True, eq=False)
class ShownLook:
    """A look as templates see it; a colour that is not wished is empty."""

    logo: ShownLogo | None
    accent: str
    accent_dark: str
    large_print: bool


def _embedded(logo: Logo) -> ShownLogo:
    return ShownLogo(f"data:{logo.kind};base64,{b64encode(logo.data).decode()}", logo.alt)


def read_logo(path: Path, alt: str) -> Logo:
    """A PNG or JPEG; SVG is a document that can hold anything, and DOCX cannot show it.

    Raises:
        ClsCheckError: it cannot be read, is no such picture, or is too large.
    """
    data = read_bytes(path, f"The logo {one_line(str(path))}", LARGEST_LOGO)
    kind = next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)
    if kind is None:
        raise ClsCheckError.of(
            f'The logo "{path}" is not a PNG or JPEG picture.', "Save the logo as PNG."
        )
    return Logo(kind, data, alt)


def checked_title(title: str) -> str:
    """A title in place of ours.

    Raises:
        ClsCheckError: it is empty or too long.
    """
    if not title.strip():
        raise ClsCheckError.of("The title is empty.", "Write a title, or leave --title away.")
    if len(title) > LONGEST_TITLE:
        raise ClsCheckError.of(
            f"The title has over {LONGEST_TITLE} characters.", "Write a shorter one."
        )
    return title.strip()


def accent_of(colour: str) -> Accent:
    """A colour made darker for light paper, or lighter for dark paper, until it can be read.

    Raises:
        ClsCheckError: it is not written as a colour.
    """
    found = _COLOUR.fullmatch(colour.strip())
    if not found:
        raise ClsCheckError.of(
            f'"{visible(colour)[:40]}" is not a colour.', "Write it like #12436d."
        )
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    wished = f"#{digits.lower()}"
    return Accent(
        wished, _readable(wished, LIGHT_PAPERS, BLACK), _readable(wished, DARK_PAPERS, WHITE)
    )


def _readable(colour: str, papers: tuple[str, ...], towards: Rgb) -> str:
    """The first mixture with black or white that has enough contrast on all papers."""
    start = _rgb(colour)
    for step in range(STEPS + 1):
        mixed = tuple(
            round(a + (b - a) * step / STEPS) for a, b in zip(start, towards, strict=True)
        )
        made = "#" + "".join(f"{part:02x}" for part in mixed)
        if all(contrast(made, paper) >= LEAST_CONTRAST for paper in papers):
            return made
    raise AssertionError("black and white can be read on every paper of ours")


def contrast(one: str, two: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1 (WCAG 2.2)."""
    red, green, blue = (_linear(part / 255) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _rgb(colour: str) -> Rgb:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
