"""Findings for other programs: the document behind `--format json`, rows for CSV, a short table.

Full precision, nothing that may not be shown, and None for what is undefined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.spreadsheet_cells import as_text
from cls_check.domain.terms import EVERYONE, MOST_ANSWERS
from cls_check.reports.model.wording import agreement_words, said, short_headline, typical_words
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import (
        FactorFindings,
        StatementFindings,
        StatementResult,
    )
    from cls_check.domain.findings.rules import Measure

SCHEMA = "cls-check/findings/1"
CSV_COLUMNS = (
    "factor", "statement", "text", "group", "n", "typical_answer", "agreement", "cannot_say",
    "dont_know", "cannot_answer", *(f"answer_{place}" for place in range(1, MOST_ANSWERS + 1)),
    "headline",
)  # fmt: skip
SUMMARY_COLUMNS = ("factor", "typical", "agreement", "finding")


class Summary(NamedTuple):
    """One factor in a line."""

    title: str
    typical_answer: str
    agreement: str
    headline: str


def findings_document(assessment: Assessment, findings: Sequence[FactorFindings]) -> dict[str, Any]:
    """Everything that was computed, as plain data; names and nesting are an interface."""
    safe = protected(assessment)
    used = safe.questionnaire
    groups = {name: safe.took_part[name] for name in safe.groups() if safe.took_part.get(name)}
    return {
        "schema": SCHEMA,
        "questionnaire": {"id": used.id, "version": used.version},
        "place": safe.place,
        "date": safe.date,
        "took_part": {EVERYONE: safe.people} | groups,
        "factors": [_factor(factor, safe) for factor in findings],
    }


def _factor(factor: FactorFindings, safe: Assessment) -> dict[str, Any]:
    return {
        "id": factor.id,
        "title": factor.factor.title,
        "level": factor.factor.level,
        "by": {group: _measured(own) for group, own in factor.by.items()},
        "balanced": factor.balanced,
        "headline": factor.headline,
        "findings": [
            {
                "rule": finding.rule,
                "text": said(finding, factor, safe).text,
                "fragile": finding.fragile,
                "close_to_the_line": finding.close_to_the_line,
            }
            for finding in factor.findings
        ],
        "statements": [_statement(statement) for statement in factor.statements],
    }


def _measured(own: Measure) -> dict[str, Any]:
    return {
        "typical_answer": own.typical_answer,
        "agreement": own.agreement,
        "cannot_say": own.cannot_say,
        "n": [own.least, own.most],
    }


def _statement(statement: StatementFindings) -> dict[str, Any]:
    by = {group: _result(result) for group, result in statement.by.items()}
    return {"id": statement.id, "text": statement.text, "by": by}


def _result(result: StatementResult) -> dict[str, Any]:
    counts = result.shown_counts
    return {
        "counts": None if counts is None else list(counts),
        "dont_know": result.tally.dont_know,
        "cannot_answer": result.tally.cannot_answer,
        "n": result.tally.n,
        "typical_answer": result.typical_answer,
        "agreement": result.agreement,
        "cannot_say": result.cannot_say,
    }


def findings_rows(
    assessment: Assessment, findings: Sequence[FactorFindings]
) -> list[dict[str, Any]]:
    """The same numbers as flat rows, each with every one of `CSV_COLUMNS`.

    A row is one group's answers to a factor (`statement` is empty, `n` is the least) or to one
    statement (`headline` is empty). `answer_1` is how many people gave the lowest answer. The
    columns do not depend on the scale, so files of many places can be put under each other.
    """
    document = findings_document(assessment, findings)
    empty = dict.fromkeys(CSV_COLUMNS)
    return [empty | row for factor in document["factors"] for row in _of_factor(factor)]


def _of_factor(factor: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for group, numbers in factor["by"].items():
        yield {
            "factor": factor["id"],
            "text": as_text(factor["title"]),
            "group": group,
            **numbers,
            "n": numbers["n"][0],
            "headline": factor["headline"],
        }
    for statement in factor["statements"]:
        for group, result in statement["by"].items():
            yield _of_statement(factor["id"], statement, group, result)


def _of_statement(
    factor_id: str, statement: dict[str, Any], group: str, result: dict[str, Any]
) -> dict[str, Any]:
    numbers = {name: value for name, value in result.items() if name != "counts"}
    answers = {f"answer_{place}": n for place, n in enumerate(result["counts"] or (), start=1)}
    named = {"factor": factor_id, "statement": statement["id"], "text": as_text(statement["text"])}
    return named | {"group": group} | numbers | answers


def title(assessment: Assessment) -> str:
    """Which round this is, and how many people took part, in a line."""
    particulars = [assessment.place, day_in_words(assessment.date), assessment.round]
    told = "who.one-view" if assessment.one_view else "who.people"
    people = say(told, n=protected(assessment).people)
    return f"{', '.join(part for part in particulars if part)}. {people}"


def summary_table(assessment: Assessment, findings: Sequence[FactorFindings]) -> list[Summary]:
    """Each factor in a line, for a terminal; the first row is the heading."""
    safe = protected(assessment)
    heading = Summary(*(label(f"column.{name}") for name in SUMMARY_COLUMNS))
    return [heading, *(_in_a_line(factor, safe) for factor in findings)]


def _in_a_line(factor: FactorFindings, safe: Assessment) -> Summary:
    return Summary(
        title=factor.factor.title,
        typical_answer=typical_words(factor, EVERYONE),
        agreement=agreement_words(factor, safe),
        headline=large(short_headline(factor, safe)),
    )
