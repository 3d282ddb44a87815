"""What `cls-check diff` says beside the sentences of a report's "since last time"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

DIFFERENCE: Final[dict[str, Template]] = {
    "title.difference": "Since last time: {place}",
    "title.difference.same-round": "Two files of one round: {place}",
    "title.difference.other-place": "Two places: {then} and {now}",
    "title.difference.one-view": "One person's picture, then and now: {place}",
    "title.difference.mixed": "A group, and one person's picture: {place}",
    "heading.difference.own": "Your answers, then and now",
    "label.then": "Then",
    "label.now": "Now",
    "difference.side": "{date} ({round}), {name}",
    "difference.side.no-round": "{date}, {name}",
    "heading.difference.compared": "Can the two be compared?",
    "heading.difference.who": "Who took part",
    "heading.difference.factors": "Factor by factor",
    "heading.difference.not-compared": "What is not compared, and why",
    "heading.difference.levels": "Levels",
    "heading.difference.agreement": "Agreement",
    "heading.difference.evidence": "Evidence",
    "heading.difference.actions": "Actions",
    "heading.difference.edited": "What else was edited",
    # Can the two be compared?
    "difference.same": "Both files say the same.",
    "difference.layout": "Both files say the same. Their layout differs.",
    "difference.throughout-then": "In the first of the two: {told}",
    "difference.throughout-now": "In the second: {told}",
    "difference.comparable": (
        "Yes. 1 statement is the same in both rounds, so its answers can be compared.",
        "Yes. {n} statements are the same in both rounds, so their answers can be compared.",
    ),
    "difference.out-of": "{all} statements were asked in one of the rounds or in both.",
    "difference.no": "No. {why}",
    "difference.backwards": "The first file is the later round. Here “then” is {then}, "
    "and “now” is {now}.",
    "difference.gone": "This file is not there any more.",
    "difference.new-file": "This round is new. There is no earlier one to compare it with.",
    # Two files of one round
    "difference.answers-same": "The answers are the same in both.",
    "difference.answers-differ": (
        "The answers to 1 statement differ.",
        "The answers to {n} statements differ.",
    ),
    "difference.too-close": "So few people stand between the two that somebody's answers "
    "could be worked out ({where}). Please do not share both.",
    "difference.people-differ": "{then} people stand in the first, {now} in the second.",
    # Statements
    "difference.status.reworded": "Worded differently",
    "difference.status.reused-id": "Says something else now",
    "difference.status.other-id": "Has another id now",
    "difference.other-id": "“{text}” was {then}, and is {now} now.",
    "difference.to-rename": "To compare them, write these two lines into a file, and name it with "
    "--renames:",
    "difference.status.moved": "Stands under another heading",
    "difference.status.new": "Asked for the first time",
    "difference.status.retired": "No longer asked",
    "difference.wording": "Then: “{then}” Now: “{now}”",
    "difference.wording.one": "“{text}”",
    "difference.more": ("And 1 more.", "And {n} more."),
    "difference.scale": "The answers were: {then}. They are now: {now}.",
    # Evidence, actions, words
    "difference.evidence.new": "New",
    "difference.evidence.left-out": "In the first file alone",
    "difference.action.done": "Done",
    "difference.action.open": "Still open",
    "difference.action.reopened": "Open again",
    "difference.action.new": "New",
    "difference.action.new-done": "New, and done",
    "difference.action.left-out": "In the first file alone",
    "difference.edited.because": "The reason for the level has other words.",
    "difference.edited.because-new": "A reason for the level was added.",
    "difference.edited.because-gone": "The reason for the level was taken out.",
    "difference.edited.reflection": "“{text}” has other words under it.",
    "difference.edited.title": "The heading was “{then}”.",
    "difference.edited.actions": "Who does an action, or by when, or its sign, was edited.",
    "difference.edited.after-talking": "The second vote, after talking, differs.",
    "difference.edited.particulars": "These lines at the top of the file differ: {names}.",
    "difference.cut": "There is more than fits here. To see all of it, run cls-check diff.",
    "difference.foot": "Each difference is worth a conversation. None is a verdict.",
}
