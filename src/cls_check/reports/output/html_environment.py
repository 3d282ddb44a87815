"""HTML in one file that needs nothing else and allows nothing else."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError, Place
from cls_check.reports.output.sandbox import sandbox

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from cls_check.reports.model.look import ShownLook
    from cls_check.reports.output.template_files import TemplateFiles

TEMPLATE = "report.html.jinja"
STYLE = "style.css"

_QUOTED = r"""("[^"]*"|'[^']*')"""
_QUOTED_OR_BLANKS = re.compile(rf"{_QUOTED}|(?:\s|/\*.*?\*/)+", re.DOTALL)
_QUOTED_OR_PARTED = re.compile(rf"{_QUOTED}|\s?([{{}};])\s?|([,:])\s")


def environment(
    files: TemplateFiles,
    style: str = STYLE,
    *,
    more: Sequence[str] = (),
    own: str = "",
    painted: bool = False,
    script: str = "",
) -> ImmutableSandboxedEnvironment:
    """Escapes everything, and knows the style with the hash that lets a browser use it.

    Args:
        files: Where templates and styles come from.
        style: The name of the file with the page's style.
        more: Names of styles that stand after it; those that are not there are left out.
        own: A piece of style that stands last.
        painted: Whether paths of pictures have their colours once more, as attributes.
        script: The name of the file with the page's script, for the one page that needs one.
    """
    from markupsafe import Markup

    rules = _tight(" ".join([*_styles(files, [style, *filter(files.has, more)]), own]))
    env = sandbox(files, "html")
    env.globals["painted"] = painted
    env.globals["style"] = Markup(rules)  # noqa: S704 - a file of the program or of its user
    env.globals["style_hash"] = _hash(rules)
    if script:
        runs = files.text(script).strip()
        env.globals["script"] = Markup(runs)  # noqa: S704 - a file of the program
        env.globals["script_hash"] = _hash(runs)
    return env


def _hash(text: str) -> str:
    """What a policy names to allow this text and no other."""
    return b64encode(sha256(text.encode()).digest()).decode()


def _styles(files: TemplateFiles, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        style = files.text(name)
        if "</" in style or "\0" in style:
            raise ClsCheckError.of(
                "A style cannot hold </ or a NUL.", "Take it out.", Place(files.shown_as(name))
            )
        yield style


def own_style(look: ShownLook) -> str:
    """The style of a place's own colour, or nothing."""
    if not look.accent:
        return ""
    light, dark = (f":root{{--accent:{each}}}" for each in (look.accent, look.accent_dark))
    return f"{light}@media screen and (prefers-color-scheme:dark){{{dark}}}"


@lru_cache(maxsize=8)  # the reports of a run mostly have the same
def _tight(style: str) -> str:
    """The style without the blanks and comments of those who write it; quoted text stays."""
    spaced = _QUOTED_OR_BLANKS.sub(lambda found: found[1] or " ", style)
    return _QUOTED_OR_PARTED.sub(lambda found: found[1] or found[2] or found[3], spaced).strip()
