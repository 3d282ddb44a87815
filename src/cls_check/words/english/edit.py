"""What is said when an assessment is edited: what changed, and what to leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

EDITING: Final[dict[str, Template]] = {
    "edit.level": "{about}: the level is now “{level}”.",
    "edit.no-level": "{about}: no level is chosen now.",
    "edit.because": "{about}: the reasons are written down.",
    "edit.no-because": "{about}: the reasons are taken out.",
    "edit.evidence-added": "{about}: evidence is added. “{what}”",
    "edit.evidence-changed": "{about}: evidence is changed. “{what}”",
    "edit.evidence-removed": "{about}: evidence is taken out. “{what}”",
    "edit.action-added": "{about}: an action is added. “{what}”",
    "edit.action-changed": "{about}: an action is changed. “{what}”",
    "edit.action-removed": "{about}: an action is taken out. “{what}”",
    "edit.action-done": "{about}: an action is done. “{what}”",
    "edit.action-not-done": "{about}: an action is still to be done. “{what}”",
    "edit.said": "“{about}” What was said is written down.",
    "edit.not-said": "“{about}” What was said is taken out.",
    "edit.voted-again": "“{about}” The second vote is written down.",
    "edit.not-voted-again": "“{about}” The second vote is taken out.",
    "edit.comment-gone": "This comment went with it: {comment}",
    "edit.would-change": "This is what would change. Nothing was written.",
    "edit.nothing": "The file says all of this already, so nothing was written.",
    "edit.next": "To make the report:\n  cls-check report {file}",
    "edit.names": "This file is made to be shared. Please leave out names of people.",
}
