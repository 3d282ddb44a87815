"""Reading an assessment and finding what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.findings.findings import find
from cls_check.files.assessments.reading import read_assessment

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings


@dataclass(frozen=True)
class Scored:
    """An assessment and everything that can be said of it."""

    assessment: Assessment
    findings: tuple[FactorFindings, ...]


def score(path: Path) -> Scored:
    """Read an assessment and find what can be said of it."""
    assessment = read_assessment(path)
    return Scored(assessment, find(assessment))
