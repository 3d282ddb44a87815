"""The text of an assessment's file: keys in a fixed order, a statement and perspective a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from cls_check.domain.counts.tally import possible_answers
from cls_check.domain.terms import USUAL_MINIMUM_GROUP
from cls_check.yaml.writer import Block, Flow, to_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )
    from cls_check.domain.assessments.talk import Action, Evidence
    from cls_check.domain.model import Model

Tree = dict[str | int, Any]


def assessment_text(assessment: Assessment) -> str:
    """The text of an assessment's file."""
    return to_yaml(tree_of(assessment))


def tree_of(assessment: Assessment) -> Tree:
    """What is written of an assessment, in the order in which it is written."""
    used = assessment.questionnaire
    return _present(
        {
            "cls-check": 1,
            "questionnaire": _present(
                {"id": used.id, "version": used.version, "title": used.title, "source": used.source}
                | used.own_notes
            ),
            "place": assessment.place,
            "date": assessment.date,
            "round": assessment.round,
            "stage": assessment.stage,
            "organisations": assessment.organisations,
            "language": assessment.language,
            "one-view": assessment.one_view or None,
            "minimum-group": _unless(assessment.minimum_group, USUAL_MINIMUM_GROUP),
            "sensitive-group": assessment.sensitive_group,
            "scale": Flow(assessment.scale) if assessment.scale else None,
            "values": Flow(assessment.values) if assessment.values else None,
            "perspectives": assessment.perspectives,
            "levels": assessment.levels,
            "took-part": assessment.took_part,
            "factors": {
                key: _factor(factor, len(assessment.scale))
                for key, factor in assessment.factors.items()
            },
            "reflections": {
                key: _present(
                    {"text": reflection.text, "said": _words(reflection.said)}
                    | reflection.own_notes
                )
                for key, reflection in assessment.reflections.items()
            },
        }
        | assessment.own_notes
    )


def _factor(factor: AssessedFactor, positions: int) -> Tree:
    return _present(
        {
            "title": factor.title,
            "sensitive": factor.sensitive or None,
            "early-on": factor.early_on,
            "statements": {
                key: _statement(statement, positions)
                for key, statement in factor.statements.items()
            },
            "level": factor.level,
            "because": _words(factor.because),
            "evidence": [_evidence(evidence) for evidence in factor.evidence],
            "actions": [_action(action) for action in factor.actions],
        }
        | factor.own_notes
    )


def _statement(statement: AnsweredStatement, positions: int) -> Tree:
    answers = {group: _tally(given, positions) for group, given in statement.answers.items()}
    second = _tally(statement.after_talking, positions) if statement.after_talking else None
    written = {"text": statement.text, "answers": answers, "after-talking": second}
    return _present(written | statement.own_notes)


def _tally(given: Mapping[str, int], positions: int) -> Flow:
    order = possible_answers(positions)
    return Flow({_key(answer): given[answer] for answer in order if given.get(answer)})


def _key(answer: str) -> str | int:
    return int(answer) if answer.isdigit() else answer


def _evidence(evidence: Evidence) -> Tree:
    return {"from": evidence.from_, "what": Block(evidence.what)} | _notes(evidence)


def _action(action: Action) -> Tree:
    written = {
        "what": _words(action.what),
        "who": _words(action.who),
        "by": action.by,
        "sign": _words(action.sign),
        "done": action.done,
    }
    return _present(written) | _notes(action)


def _notes(model: Model) -> Tree:
    return cast("Tree", model.own_notes)


def _words(text: str | None) -> Block | None:
    return Block(text) if text else None


def _unless(value: int, usual: int) -> int | None:
    return None if value == usual else value


def _present(tree: Any) -> Tree:
    """Without what is not there: nothing is written about it."""
    return {key: value for key, value in tree.items() if value not in (None, {}, [], "")}
