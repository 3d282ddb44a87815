"""The fixed words of files and the limits that hold everywhere."""

from __future__ import annotations

from typing import Literal

EVERYONE = "everyone"
OTHER_PERSPECTIVES = "other-perspectives"
"""Perspectives too small to be shown, joined on closing."""

NO_PERSPECTIVES = frozenset({EVERYONE, OTHER_PERSPECTIVES})
"""Groups of people from several perspectives."""

RATHER_NOT_SAY = "prefer-not-to-say"
"""The perspective of people who asked not to be placed."""

NO_AGREED_LEVEL = "we-do-not-agree"
RESERVED_PERSPECTIVES = NO_PERSPECTIVES | {"balanced"}

FEWEST_ANSWERS, MOST_ANSWERS = 3, 11
"""How many answers a scale has."""

LOWEST_MINIMUM_GROUP, MOST_MINIMUM_GROUP = 3, 1000
USUAL_MINIMUM_GROUP = 5
"""The fewest people that a group which is shown may have."""

MOST_ORGANISATIONS = 1_000
"""Organisations and groups that people of one round come from."""

SENSITIVE_TIMES = 2
"""How many times the minimum group a perspective needs to be shown for a sensitive factor."""

FEWEST_OF_A_PERSPECTIVE = 3
"""A perspective's answers to one statement are shown from this many people on."""

Stage = Literal["getting-going", "under-way", "established"]
WhoseEvidence = Literal["people", "staff-and-leaders", "partners", "processes"]


def as_written(name: str) -> str:
    """The name of a field as it stands in a file: words joined by hyphens."""
    return name.replace("_", "-")
