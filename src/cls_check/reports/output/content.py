"""The files of a report: how each form ends, and its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from cls_check.reports.output.rendering import render
from cls_check.words.speech import label

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.reports.model.view import Subject, View

Form = Literal["html", "markdown", "pdf", "docx"]
FORMS: tuple[Form, ...] = get_args(Form)
USUAL_FORMS: tuple[Form, ...] = ("html", "markdown")

ENDINGS: dict[Form, str] = {"html": ".html", "markdown": ".md", "pdf": ".pdf", "docx": ".docx"}
NAMES: dict[Subject, str] = {
    "steering-group": "readiness-report",
    "summary": "summary",
    "participants": "for-participants",
}


def file_name(stem: str, view: View, form: Form) -> str:
    """What the file of a report is called, beside the assessment `stem`.yaml."""
    large = "-large-print" if view.look.large_print else ""
    return f"{stem}-{NAMES[view.audience]}{large}{ENDINGS[form]}"


def told(view: View, form: Form) -> str:
    """What a file of a report is, in words."""
    return label(f"report.{view.audience}", form=label(f"form.{form}"))


def content(view: View, form: Form, templates: Path | None = None) -> bytes:
    """The bytes of a report; the same for the same view.

    Raises:
        ClsCheckError: a template does not work, or what makes this form is not installed.
    """
    if form == "pdf":
        from cls_check.reports.output.pdf import pdf

        return pdf(render(view, "html", templates, painted=True))
    if form == "docx":
        from cls_check.reports.output.docx import docx

        return docx(view)
    return render(view, form, templates).encode("utf-8")
