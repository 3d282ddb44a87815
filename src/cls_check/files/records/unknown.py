"""Names in a record that its questionnaire does not have, told with the place and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.errors import Problem
from cls_check.messages import did_you_mean, listed, quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cls_check.errors import Place


def unknown(kind: str, name: str, known: Mapping[str, object], place: Place) -> Problem:
    """The problem of a name that is not known, with the nearest one that is."""
    those = f"Those of this questionnaire are {listed(known)}."
    hint = did_you_mean(name, known) or (those if known else "This questionnaire has none.")
    return Problem(f"There is no {kind} called {quoted(name)}.", hint, place)
