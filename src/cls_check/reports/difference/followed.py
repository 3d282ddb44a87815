"""What became of evidence and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.reports.difference.standing import are_held_apart
from cls_check.reports.model.blocks import Block, point, points
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.comparison.difference import Difference
    from cls_check.domain.comparison.follow_up import FollowedAction

ACTIONS = ("done", "new-done", "new", "open", "reopened", "left-out")
"""What is told of actions, in this order; what was done before is old news."""


def what_is_shown(found: Difference) -> Iterator[Block]:
    """Evidence that is new, and evidence that is not there any more."""
    for state in ("new", "left-out"):
        told = [(each.factor, each.evidence.what) for each in found.evidence if each.state == state]
        yield from _listed(found, told, label(f"difference.evidence.{state}"))


def what_became_of_actions(found: Difference) -> Iterator[Block]:
    """Actions by what became of them: what is done comes first."""
    one_round = found.comparison.why_not == "same-round"
    for state in ACTIONS:
        if one_round and state == "open":
            continue  # that is in both files, and no difference
        told = [(each.factor, each.action.what) for each in found.actions if _state(each) == state]
        yield from _listed(found, told, label(f"difference.action.{state}"))


def _listed(found: Difference, told: list[tuple[str, str]], named: str) -> Iterator[Block]:
    """What people wrote, each factor's together; nothing of two places."""
    both = found.comparison
    if are_held_apart(both) or not told:
        return
    by_factor: dict[str, list[str]] = {}
    for factor_id, what in told:
        by_factor.setdefault(factor_id, []).append(what)
    yield points(
        (point(lead=_title(both, key), quotes=quotes) for key, quotes in by_factor.items()),
        label=named,
    )


def _state(each: FollowedAction) -> str:
    return "new-done" if each.state == "new" and each.action.done else each.state


def _title(both: Comparison, factor_id: str) -> str:
    return (both.new.factors.get(factor_id) or both.old.factors[factor_id]).title
