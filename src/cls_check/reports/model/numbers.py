"""Findings for other programs: the document behind `--format json`, rows for CSV, a short table.

Full precision, nothing that may not be shown, and None for what is undefined.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cls_check.domain.assessments.privacy import protected
from cls_check.domain.findings.findings import found_throughout
from cls_check.domain.spreadsheet_cells import as_text
from cls_check.domain.terms import EVERYONE, MOST_ANSWERS
from cls_check.reports.model.wording import (
    agreement_words,
    said,
    short_headline,
    throughout_in_words,
    throughout_with_doubt,
    with_range,
)
from cls_check.words.speech import day_in_words, label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.findings.findings import FactorFindings, StatementFindings
    from cls_check.domain.findings.gaps import Gap
    from cls_check.domain.findings.measures import Measure, Range, StatementResult

SCHEMA = "cls-check/findings/2"
CSV_COLUMNS = (
    "factor", "statement", "text", "group", "n", "typical_answer", "range_low", "range_high",
    "agreement", "cannot_say",
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
        "throughout": [
            {
                "group": each.group,
                "than": list(each.others),
                "by": each.by,
                "text": throughout_in_words(each, safe),
            }
            for each in found_throughout(findings, len(safe.scale))
        ],
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
                "could_be": list(finding.could_be),
                "gap": _gap(finding.gap, factor),
            }
            for finding in factor.findings
        ],
        "statements": [_statement(statement) for statement in factor.statements],
    }


def _gap(gap: Gap | None, factor: FactorFindings) -> dict[str, Any] | None:
    if gap is None:
        return None
    # Where answers differ widely inside each perspective too, that share is not known.
    is_known = factor.headline != "views-differ"
    return {
        "lower": list(gap.lower),
        "higher": list(gap.higher),
        "by_chance": gap.chance if is_known else None,
        "beyond": gap.is_beyond,
    }


def _range(likely: Range | None) -> list[float] | None:
    return None if likely is None else list(likely)


def _measured(own: Measure) -> dict[str, Any]:
    return {
        "typical_answer": own.typical_answer,
        "range": _range(own.likely_range),
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
        "range": _range(result.likely_range),
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
            **_flat(numbers),
            "n": numbers["n"][0],
            "headline": factor["headline"],
        }
    for statement in factor["statements"]:
        for group, result in statement["by"].items():
            yield _of_statement(factor["id"], statement, group, result)


def _flat(numbers: dict[str, Any]) -> dict[str, Any]:
    """With a column for each end of the range."""
    low, high = numbers["range"] or (None, None)
    kept = {name: value for name, value in numbers.items() if name != "range"}
    return kept | {"range_low": low, "range_high": high}


def _of_statement(
    factor_id: str, statement: dict[str, Any], group: str, result: dict[str, Any]
) -> dict[str, Any]:
    numbers = _flat({name: value for name, value in result.items() if name != "counts"})
    answers = {f"answer_{place}": n for place, n in enumerate(result["counts"] or (), start=1)}
    named = {"factor": factor_id, "statement": statement["id"], "text": as_text(statement["text"])}
    return named | {"group": group} | numbers | answers


def title(assessment: Assessment) -> str:
    """Which round this is, and how many people took part, in a line."""
    particulars = [assessment.place, day_in_words(assessment.date), assessment.round]
    told = "who.one-view" if assessment.one_view else "who.people"
    people = say(told, n=protected(assessment).people)
    return f"{', '.join(part for part in particulars if part)}. {people}"


def throughout_told(assessment: Assessment, findings: Sequence[FactorFindings]) -> list[str]:
    """Which perspectives are higher or lower on nearly everything, each in a sentence."""
    safe = protected(assessment)
    return throughout_with_doubt(found_throughout(findings, len(safe.scale)), safe)


def summary_table(assessment: Assessment, findings: Sequence[FactorFindings]) -> list[Summary]:
    """Each factor in a line, for a terminal; the first row is the heading."""
    safe = protected(assessment)
    heading = Summary(*(label(f"column.{name}") for name in SUMMARY_COLUMNS))
    return [heading, *(_in_a_line(factor, safe) for factor in findings)]


def _in_a_line(factor: FactorFindings, safe: Assessment) -> Summary:
    return Summary(
        title=factor.factor.title,
        typical_answer=with_range(factor, EVERYONE),
        agreement=agreement_words(factor, safe),
        headline=large(short_headline(factor, safe)),
    )
