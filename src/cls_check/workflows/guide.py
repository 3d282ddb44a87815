"""The facilitator's guide, from its one source to Markdown or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check import resources
from cls_check.reports.output.html_environment import STYLE
from cls_check.reports.output.rendering import render_as_written, render_page
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from cls_check.reports.output.rendering import Format

SOURCE = "guide.yaml"


def guide_text(format: Format) -> str:  # noqa: A002
    """The whole guide; the same text every time, ending with one line end."""
    entry = resources.folder("templates").joinpath(SOURCE)
    view = parse_yaml(entry.read_bytes(), SOURCE).data
    if format == "html":
        return render_page("guide.html.jinja", view, STYLE, "guide.css")
    return render_as_written("guide.md.jinja", view)
