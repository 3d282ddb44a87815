"""What `cls-check history` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

LOOKING_BACK: Final[dict[str, Template]] = {
    "title.history": "Round by round: {place}",
    "title.history.places": "Round by round",
    "heading.history.rounds": "The rounds",
    "heading.history.moved": "Factor by factor",
    "heading.history.levels": "Levels",
    "heading.history.unread": "What could not be read",
    "history.rounds": ("1 round was found.", "{n} rounds were found."),
    "history.none": "No closed round was found here.",
    "history.first": "With one round there is nothing to compare yet.",
    "history.people": (
        "{date}: 1 person took part.",
        "{date}: {n} people took part.",
    ),
    "history.wording": "Some statements are worded differently from the round before, "
    "are new, or are no longer asked.",
    "history.room": "Different people answered than in the round before.",
    "history.up": "By {date} it had moved up.",
    "history.down": "By {date} it had moved down.",
    "history.maybe-up": "By {date} it may have moved up. We cannot be sure.",
    "history.maybe-down": "By {date} it may have moved down. We cannot be sure.",
    "history.steady": "No clear change from round to round.",
    "history.not-comparable": "No two rounds next to each other can be compared.",
    "history.key.point": "A dot is the typical answer of a round, the first round on the left.",
    "history.key.levels": "The top line is “{highest}”, the lowest is “{lowest}”.",
    "history.key.lines": "A thick line is a clear shift, a dashed one a possible one, "
    "and a thin one no clear change. Without a line, two rounds cannot be compared.",
    "history.limits": "A line between two dots says what those two rounds can show, and no more.",
    "history.shallow": "This clone has a part of the history alone. "
    "To see all of it: git fetch --unshallow",
    "table.history.typical": "Typical answers of everyone, round by round",
    "table.history.typical-part": "Typical answers of everyone, {first} to {last}",
    "table.history.levels-part": "Levels, {first} to {last}",
    "table.history.levels": "Levels, round by round",
    "column.history.round": "Round",
    "chart.years": "Typical answers from the first round to the newest: {answers}",
    "chart.years.none": "none",
}
