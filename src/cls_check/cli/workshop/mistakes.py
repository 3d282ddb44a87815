"""A typed line that means nothing: what is wrong with it, and what to type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.domain.rounds.grammar import Mistake
    from cls_check.domain.rounds.session import Session


def explained(mistake: Mistake, session: Session) -> str:
    """Whole sentences that begin with the fact; nothing was recorded."""
    if mistake.kind == "not-an-answer":
        question = session.left[0]
        fields = {"part": mistake.part, "most": len(question.choices)}
        return label(f"assess.not-a-{question.kind}", **fields)
    fields = {"part": mistake.part, "n": mistake.given, "wanted": mistake.wanted}
    return label(f"assess.{mistake.kind}", **fields)
