"""HTML in one file that needs nothing else and allows nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError, Place
from cls_check.reports.sandbox import sandbox

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from cls_check.reports.template_files import TemplateFiles

TEMPLATE = "report.html.jinja"
STYLE = "style.css"

_QUOTED = r"""("[^"]*"|'[^']*')"""
_QUOTED_OR_BLANKS = re.compile(rf"{_QUOTED}|\s+")
_QUOTED_OR_PARTED = re.compile(rf"{_QUOTED}|\s?([{{}};])\s?|([,:])\s")


def environment(
    files: TemplateFiles, style: str = STYLE, *, painted: bool = False
) -> ImmutableSandboxedEnvironment:
    """Escapes everything, and knows the style with the hash that lets a browser use it.

    Args:
        files: Where templates are read from.
        style: The name of the file with the page's style.
        painted: Whether paths of pictures have their colours once more, as attributes.
    """
    from markupsafe import Markup

    rules = files.text(style)
    if "</" in rules or "\0" in rules:
        raise ClsCheckError.of(
            "A style cannot hold </ or a NUL.", "Take it out.", Place(files.shown_as(style))
        )
    env = sandbox(files)
    rules = _tight(rules)
    env.globals["painted"] = painted
    env.globals["style"] = Markup(rules)  # noqa: S704 - a file of the program or of its user
    env.globals["style_hash"] = b64encode(sha256(rules.encode()).digest()).decode()
    return env


def _tight(style: str) -> str:
    """The style without the blanks that help those who write it; quoted text stays as it is."""
    spaced = _QUOTED_OR_BLANKS.sub(lambda found: found[1] or " ", style)
    return _QUOTED_OR_PARTED.sub(lambda found: found[1] or found[2] or found[3], spaced).strip()
