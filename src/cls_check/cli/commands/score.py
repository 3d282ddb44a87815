"""`cls-check score`: the numbers behind a report."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cls_check.cli.options.shared import AssessmentFile
from cls_check.cli.screen.console import say

if TYPE_CHECKING:
    from cls_check.api import Assessment, FactorFindings

    Findings = tuple[FactorFindings, ...]


class Format(StrEnum):
    """How the numbers are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def score(
    file: AssessmentFile,
    kind: Annotated[
        Format, typer.Option("--format", help="A table to read, or JSON or CSV for programs.")
    ] = Format.TABLE,
    plain: Annotated[
        bool | None, typer.Option("--plain", help="A table without lines and colour.")
    ] = None,
) -> None:
    """Print what people said about each factor, in numbers and in words."""
    from cls_check import api
    from cls_check.files.settings import in_force
    from cls_check.reports.model.numbers import throughout_told, title

    settings = in_force(plain=plain)
    assessment = api.read(file)
    findings = api.find(assessment)
    if kind is Format.TABLE:
        say(title(assessment))
        say()
        _print_table(assessment, findings, plain=settings.plain)
        for told in throughout_told(assessment, findings):
            say()
            say(told)
    else:
        say((_json if kind is Format.JSON else _csv)(assessment, findings).rstrip("\n"))


def _json(assessment: Assessment, findings: Findings) -> str:
    import json

    from cls_check.reports.model.numbers import findings_document

    document = findings_document(assessment, findings)
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _csv(assessment: Assessment, findings: Findings) -> str:
    import csv
    import io

    from cls_check.reports.model.numbers import CSV_COLUMNS, findings_rows

    text = io.StringIO()
    writer = csv.DictWriter(text, CSV_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(findings_rows(assessment, findings))
    return text.getvalue()


def _print_table(assessment: Assessment, findings: Findings, *, plain: bool) -> None:
    from cls_check.cli.screen.tables import print_table
    from cls_check.reports.model.numbers import summary_table

    print_table(summary_table(assessment, findings), plain=plain)
