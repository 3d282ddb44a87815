"""Everything in which two assessments differ: what can be said of it, and every single cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.domain.assessments.cells import ChangedCell, changed_cells
from cls_check.domain.closing.versions import TooFew, too_close
from cls_check.domain.comparison.comparison import Comparison, compare
from cls_check.domain.comparison.follow_up import (
    FollowedAction,
    FollowedEvidence,
    followed_actions,
    followed_evidence,
)

if TYPE_CHECKING:
    from cls_check.domain.assessments.assessment import Assessment


@dataclass(frozen=True)
class Difference:
    """Two assessments side by side. With nothing in `cells` both say the same."""

    comparison: Comparison
    cells: tuple[ChangedCell, ...]
    actions: tuple[FollowedAction, ...]
    evidence: tuple[FollowedEvidence, ...]
    too_close: tuple[TooFew, ...] = ()
    """Groups of which somebody's answers could be worked out from two files of one round."""

    @property
    def is_same(self) -> bool:
        """Whether both say the same, in whatever order and layout."""
        return not self.cells

    def statements_edited(self) -> frozenset[str]:
        """The statements whose answers are not the same in both."""
        return frozenset(cell.path[3] for cell in self.cells if "answers" in cell.path[4:5])


def difference(old: Assessment, new: Assessment) -> Difference:
    """Hold two assessments side by side."""
    found = compare(old, new)
    return Difference(
        comparison=found,
        cells=changed_cells(old, new),
        actions=tuple(followed_actions(old, new)),
        evidence=tuple(followed_evidence(old, new)),
        too_close=too_close(old, new) if found.why_not == "same-round" else (),
    )
