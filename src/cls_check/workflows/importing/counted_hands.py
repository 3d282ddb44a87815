"""Counts in a file: how many people were there, and whether they were counted before."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cls_check.domain.rounds.round import Hands
from cls_check.errors import ClsCheckError, RefusedError
from cls_check.files import records

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.workflows.importing.plan import Plan


def counted_hands(plan: Plan) -> Hands | None:
    """Counted people; of each perspective as many were there as answered any one statement."""
    counted = [part.counts for part in plan.parts if part.counts]
    if not counted:
        return None
    if len(plan.parts) > 1:
        raise ClsCheckError.of(
            "A sheet of counts cannot be imported together with other files.",
            "Import it alone.",
            plan.request.place,
        )
    counts = {
        statement: {group: _given(answers) for group, answers in groups.items() if _given(answers)}
        for statement, groups in counted[0].items()
    }
    counts = {statement: groups for statement, groups in counts.items() if groups}
    if not counts:
        return None
    present: dict[str, int] = {}
    for groups in counts.values():
        for group, answers in groups.items():
            present[group] = max(present.get(group, 0), sum(answers.values()))
    return Hands.model_validate({"cls-check-hands": 1, "present": present, "answers": counts})


def _given(answers: Mapping[str, int]) -> dict[str, int]:
    return {answer: count for answer, count in answers.items() if count}


def with_hands(plan: Plan, hands: Hands) -> Plan:
    """Counts are new or known as a whole: nobody can tell who of them was counted before.

    Raises:
        RefusedError: other counts were imported before, and nobody said what to do.
    """
    ledger = plan.ledger
    mark = records.mark_of_hands(hands, ledger)
    before = {
        each: source for source in ledger.sources for each in source if records.is_of_hands(source)
    }
    wish = plan.request.before
    if mark in before and wish != "other-people":
        return replace(plan, known=hands.people)
    if wish == "other-people" or not before:
        return replace(plan, hands=hands, ledger=records.both_kept(Counter([mark]), ledger))
    if wish == "replace" and len(before) == 1:
        return _replaced(plan, hands, mark)
    raise RefusedError.of(
        "Other counts were imported into this round before. Some of the people could be counted "
        "twice.",
        "To put these in the place of the earlier ones, add --replace.\n"
        "If these are other people, add --other-people.",
        plan.request.place,
    )


def _replaced(plan: Plan, hands: Hands, mark: str) -> Plan:
    """The plan with these counts in the place of the only ones that were imported before."""
    ledger = plan.ledger
    gone = tuple(
        name
        for name, each in records.hands(plan.request.record).items()
        if any(records.mark_of_hands(each, ledger) in source for source in ledger.sources)
    )
    others = [source for source in ledger.sources if not records.is_of_hands(source)]
    after = records.Ledger(ledger.key, [*others, Counter([mark])])
    return replace(plan, hands=hands, ledger=after, gone=gone)
