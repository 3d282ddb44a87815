"""HTML in one file that needs nothing else and allows nothing else."""

from __future__ import annotations

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


def environment(files: TemplateFiles, style: str = STYLE) -> ImmutableSandboxedEnvironment:
    """Escapes everything, and knows the style with the hash that lets a browser use it.

    Args:
        files: Where templates are read from.
        style: The name of the file with the page's style.
    """
    from markupsafe import Markup

    rules = files.text(style)
    if "</" in rules or "\0" in rules:
        raise ClsCheckError.of(
            "A style cannot hold </ or a NUL.", "Take it out.", Place(files.shown_as(style))
        )
    env = sandbox(files)
    env.globals["style"] = Markup(rules)  # noqa: S704 - a file of the program or of its user
    env.globals["style_hash"] = b64encode(sha256(rules.encode()).digest()).decode()
    return env
