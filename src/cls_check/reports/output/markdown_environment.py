"""Markdown in which every value is plain text, whatever it looks like.

Tried against cmark-gfm: the text that comes out is the text that went in, and no value makes a
heading, list, table, link, image or HTML.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from cls_check.reports.output.sandbox import sandbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from cls_check.reports.output.template_files import TemplateFiles

TEMPLATE = "report.md.jinja"

_MEANS_SOMETHING = re.compile(
    r"[\\`*_{}\[\]<>#|~$&^]"  # wherever it stands
    r"|^[-+](?!\d)|^[=:%!]"  # at the start of a line
    r"|:(?=//)|(?<=[wW]{3})\."  # in an address
)
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_MAIL = re.compile(r"(?<=[A-Za-z0-9.+_-])@(?=[A-Za-z0-9])")


_CALLS_SOMEBODY = re.compile(r"@(?=[A-Za-z0-9])|#(?=[0-9])|\bGH-(?=[0-9])", re.IGNORECASE)


def environment(files: TemplateFiles, *, in_comment: bool = False) -> ImmutableSandboxedEnvironment:
    """Escapes every value for Markdown; what macros have made is left as it is.

    Args:
        files: Where templates come from.
        in_comment: For a comment on a hosting site, where `@name` would call somebody and `#12`
            would lead to something else.
    """
    if in_comment:
        return sandbox(files, "comment", _final_in_comment)
    return sandbox(files, "markdown", _final)


def _final(value: Any) -> Markup:
    return _finalized(value, escaped)


def _final_in_comment(value: Any) -> Markup:
    return _finalized(value, _escaped_in_comment)


def _finalized(value: Any, escape: Callable[[str], str]) -> Markup:
    if isinstance(value, Markup):
        return value
    return Markup(escape(str(value)))  # noqa: S704 - escaped for Markdown, which is not HTML


def _escaped_in_comment(value: str) -> str:
    return _CALLS_SOMEBODY.sub(r"\g<0><!-- -->", escaped(value))


@lru_cache(maxsize=4096)  # tables repeat a few numbers and names thousands of times
def escaped(value: str) -> str:
    """A text of one line so that Markdown shows it as it is.

    An empty comment parts the two sides of an e-mail address: nothing else stops a reader's
    program from making it a link.
    """
    text = _MEANS_SOMETHING.sub(r"\\\g<0>", " ".join(value.split()))
    return _MAIL.sub("@<!-- -->", _NUMBERED.sub(r"\1\\\2", text))
