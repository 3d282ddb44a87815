"""What was understood of files, for programs: the table that people see before anything is written."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from cls_check.exchange.incoming.answer_words import UNREADABLE

if TYPE_CHECKING:
    from cls_check.errors import Problem
    from cls_check.exchange.incoming.response import Doubt, Text, Understanding
    from cls_check.workflows.importing.plan import Plan

SCHEMA = "cls-check/import/1"


def as_json(plan: Plan) -> str:
    """Everything that was understood, and what is in doubt; no row of any person."""
    tree = {
        "schema": SCHEMA,
        "files": [_file(part) for part in plan.parts],
        "doubts": [_doubt(doubt) for doubt in plan.doubts],
        "problems": [_problem(problem) for problem in plan.problems],
        "people": plan.people,
        "known": plan.known,
        "taken_back": len(plan.gone),
    }
    return json.dumps(tree, ensure_ascii=False, indent=2)


def _file(part: Understanding) -> dict[str, Any]:
    return {
        "file": part.layout.sheet.file,
        "source": part.layout.source.name,
        "columns": [
            {"heading": each.heading, "how": each.how, "meaning": each.meaning or None}
            for each in part.layout.columns
            if each.how != "personal"
        ],
        "texts": [_text(each) for each in part.texts],
        "missing": list(part.missing),
        "empty": part.empty,
    }


def _text(text: Text) -> dict[str, Any]:
    return {
        "kind": text.kind,
        "text": text.text,
        "meaning": None if text.meaning == UNREADABLE else text.meaning or "no-answer",
        "how": text.how,
        "times": text.times,
        "row": text.row,
        "column": text.column,
    }


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "kind": doubt.kind,
        "text": doubt.text,
        "most_like": doubt.meant or None,
        "rows": list(doubt.rows),
        "said": _problem(doubt.problem),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "place": str(problem.place) if problem.place else None,
        "fact": problem.fact,
        "hint": problem.hint,
    }
