"""Where a setting came from, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.words.speech import label

if TYPE_CHECKING:
    from cls_check.files.settings import Origin


def origin_in_words(origin: Origin) -> str:
    """Where a value came from: "option", "cls-check.yaml, line 3" and so on."""
    return label(f"origin.{origin.kind}", where=origin.where)
