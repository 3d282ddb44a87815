"""What became of what was agreed and shown: actions and evidence of two rounds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import AssessedFactor, Assessment
    from cls_check.domain.assessments.talk import Action, Evidence

ActionState = Literal["done", "open", "reopened", "done-before", "new", "left-out"]
EvidenceState = Literal["new", "left-out"]


@dataclass(frozen=True)
class FollowedAction:
    """An action of one of two rounds, or of both, and what became of it."""

    factor: str
    action: Action
    """As the new round has it, or the old one where the new one does not."""
    state: ActionState


@dataclass(frozen=True)
class FollowedEvidence:
    """A piece of evidence that is in one of two rounds alone."""

    factor: str
    evidence: Evidence
    state: EvidenceState


def followed_actions(old: Assessment, new: Assessment) -> Iterator[FollowedAction]:
    """Every action of both rounds, told apart by its factor and its words; the old ones first."""
    for factor_id, before, after in _factors(old, new):
        then, now = (list(each.actions) if each else [] for each in (before, after))
        asked = list(then)
        pairs = [*_pairs(then, now, same_state=True), *_pairs(then, now, same_state=False)]
        for was, action in sorted(pairs, key=lambda pair: asked.index(pair[0])):
            yield FollowedAction(factor_id, action, _state(was, action))
        for action in then:
            yield FollowedAction(factor_id, action, "left-out")
        for action in now:
            yield FollowedAction(factor_id, action, "new")


def _pairs(
    then: list[Action], now: list[Action], *, same_state: bool
) -> list[tuple[Action, Action]]:
    """Actions of the same words, taken out of both lists; where words stand twice, alike states first."""
    found = []
    for was in list(then):
        for action in now:
            if action.what == was.what and (not same_state or action.done == was.done):
                found.append((was, action))
                then.remove(was)
                now.remove(action)
                break
    return found


def followed_evidence(old: Assessment, new: Assessment) -> Iterator[FollowedEvidence]:
    """What evidence was added, and what is not there any more."""
    for factor_id, before, after in _factors(old, new):
        then = Counter(before.evidence if before else ())
        now = Counter(after.evidence if after else ())
        for evidence in (now - then).elements():
            yield FollowedEvidence(factor_id, evidence, "new")
        for evidence in (then - now).elements():
            yield FollowedEvidence(factor_id, evidence, "left-out")


def _factors(
    old: Assessment, new: Assessment
) -> Iterator[tuple[str, AssessedFactor | None, AssessedFactor | None]]:
    for key in dict.fromkeys([*new.factors, *old.factors]):
        yield key, old.factors.get(key), new.factors.get(key)


def _state(then: Action, now: Action) -> ActionState:
    if then.done:
        return "done-before" if now.done else "reopened"
    return "done" if now.done else "open"
