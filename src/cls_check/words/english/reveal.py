"""What stands on the page that a room looks at together, factor by factor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

REVEAL: Final[dict[str, Template]] = {
    "reveal.title": "What we said: {place}",
    "reveal.skip": "Skip to the first factor",
    # The first slide.
    "reveal.who": "Who took part",
    "reveal.group": "{n} {group}",
    "reveal.rules": "How we talk today",
    "reveal.rule.curious": "Be curious first. Ask before you defend.",
    "reveal.rule.leaders": "Leaders speak last.",
    "reveal.rule.silent": "Nobody has to explain their answer.",
    # The list of the factors, and how to read the pictures.
    "reveal.order.mixed": "First comes what we see most differently, then what is strongest.",
    "reveal.order.own": "First comes what is strongest.",
    "reveal.look.people": "Each row is one group. A tall column means that many chose this answer.",
    "reveal.look.answers": "Each row is one group. "
    "A tall column means that many of its answers were this one. "
    "A factor has several statements, so its numbers count answers, not people.",
    # Finding the way.
    "reveal.nav": "Find your way from factor {number}",
    "reveal.back": "Back",
    "reveal.back-to": "Back: {title}",
    "reveal.next": "Next",
    "reveal.next-to": "Next: {title}",
    "reveal.all": "All factors",
    "reveal.answers": "Answers",
    "reveal.statements": "Statements",
    "reveal.talk": "To talk about",
    "reveal.levels": "Levels",
    # A factor, and its picture.
    "reveal.number": "{number} of {total}",
    "reveal.all-statements": "How each group answered, over all {n} statements",
    "reveal.one-statement": "How each group answered “{statement}”",
    "reveal.together": "How everyone answered, statement by statement",
    "reveal.asked": "We asked",
    "reveal.column.who": "Who answered",
    "reveal.column.statement": "Statement",
    "reveal.column.answers": "Answers",
    "reveal.column.people": "People",
    "reveal.counted.answers": ("1 answer", "{n} answers"),
    "reveal.counted.people": ("1 person", "{n} people"),
    "reveal.close-to": "close to “{answer}”",
    "reveal.too-few": "too few to say",
    "reveal.after-talking": "Everyone, after talking",
    "reveal.you": "You",
    # The level.
    "reveal.choose": "Which of these fits best here, right now?",
    "reveal.chosen": "The group chose this.",
    "reveal.chosen-one": "You chose this.",
    # The last slide.
    "reveal.thanks": "Thank you for your time, and for what you have shared.",
    "reveal.then": "What happens next",
    "reveal.then.written": "We write down the levels, the reasons and the actions.",
    "reveal.then.report": "They go into a report that you can read.",
    "reveal.then.mend": "If something is not right, tell us, and we will mend it.",
    "reveal.independent": "This page was made with cls-check, which is independent of NDTi. "
    "NDTi has not made, checked or approved it.",
    # Beside the page, in the terminal.
    "reveal.here": "The page for the room is here:",
    "reveal.keys": "In the browser, F11 fills the screen. Page Down goes on, Page Up goes back.",
}
