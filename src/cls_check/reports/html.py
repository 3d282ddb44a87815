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


def environment(files: TemplateFiles) -> ImmutableSandboxedEnvironment:
    """Escapes everything, and knows the style with the hash that lets a browser use it."""
    from markupsafe import Markup

    style = files.text(STYLE)
    if "</" in style or "\0" in style:
        raise ClsCheckError.of(
            "A style cannot hold </ or a NUL.", "Take it out.", Place(files.shown_as(STYLE))
        )
    env = sandbox(files)
    env.globals["style"] = Markup(style)  # noqa: S704 - a file of the program or of its user
    env.globals["style_hash"] = b64encode(sha256(style.encode()).digest()).decode()
    return env
