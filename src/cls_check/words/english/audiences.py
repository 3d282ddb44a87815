"""What the summary and the report for those who took part say, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

AUDIENCES: Final[dict[str, Template]] = {
    # One page.
    "title.summary": "On one page: {place}",
    "heading.glance": "All factors at a glance",
    "table.glance": "What people said about each factor",
    "label.took-part": "Who took part",
    "summary.more": ("1 more is in the readiness report.", "{n} more are in the readiness report."),
    "summary.strong.none": "The answers do not name a clear strength yet.",
    "summary.strong.none-one": "Your answers do not name a clear strength yet.",
    "summary.differ.none": "We found no large differences. In small groups, real ones can stay hidden.",
    "summary.effort.none": "Nothing stands out here.",
    "summary.effort.none-one": "Nothing stands out here.",
    "summary.differ": "Answers from {low} were lower than those from {high}.",
    "summary.all-done": "All that was agreed is done.",
    "action": "{what}.",
    "action.late": "This is late.",
    "action.who": "{what}. Who: {who}.",
    "action.by": "{what}. By: {by}.",
    "action.who.by": "{what}. Who: {who}. By: {by}.",
    # What moved, without numbers.
    "since.plain.up": "This has moved up.",
    "since.plain.down": "This has moved down.",
    "since.plain.maybe-up": "It may have moved up. With so few people we cannot tell.",
    "since.plain.maybe-down": "It may have moved down. With so few people we cannot tell.",
    "since.plain.maybe-up.many": "It may have moved up. We cannot be sure.",
    "since.plain.maybe-down.many": "It may have moved down. We cannot be sure.",
    "since.plain.none": "Nothing has clearly moved. That does not mean that nothing changed.",
    # To those who took part.
    "title.participants": "Thank you for taking part: {place}",
    "heading.thanks": "Thank you",
    "heading.you-strong": "What you said is strong",
    "heading.you-hard": "What you said is hard",
    "heading.you-differ": "Where you saw things differently",
    "heading.you-unsure": "What many of you could not say",
    "heading.next": "What happens next",
    "heading.correct": "How to correct this",
    "you.thanks": "You gave your time for {place} on {date}. Thank you. This is what we heard from you.",
    "you.count": "{group}: {n}.",
    "you.gave-answers": "Together you gave {answers} answers to {statements} statements.",
    "you.gave-evidence": (
        "You named 1 thing that shows how it is.",
        "You named {n} things that show how it is.",
    ),
    "you.strength": "You said that this is a strength to build on.",
    "you.growing-well": "You said that this is growing well.",
    "you.growing": "You said that this is growing, and that there is more to do.",
    "you.starting": "You said that this is just starting. It needs care.",
    "you.perspectives-differ": "People in different roles saw this differently.",
    "you.higher-than-others": "{group} gave higher answers than the others to nearly everything. "
    "That may be how they answer, or what they see.",
    "you.lower-than-others": "{group} gave lower answers than the others to nearly everything. "
    "That may be how they answer, or what they see.",
    "you.higher-than-one": "{group} gave higher answers than {other} to nearly everything. "
    "That may be how they answer, or what they see.",
    "you.lower-than-one": "{group} gave lower answers than {other} to nearly everything. "
    "That may be how they answer, or what they see.",
    "you.views-differ": "You did not all see this the same way.",
    "you.two-camps": "Some of you saw this in one way, and some in quite another.",
    "you.strong.none": "Your answers do not name a clear strength yet. "
    "Please tell us one thing that works.",
    "you.hard.none": "Nothing stands out as hard. Please tell us if you see that differently.",
    "you.differ.none": "We found no large differences. In small groups, real ones can stay hidden. "
    "If you saw something differently, it still matters.",
    "you.unsure": "You may not be close enough to this part of the work. That is good to know.",
    "you.next": "This is what was agreed after talking.",
    "you.next.none": "Nothing is agreed yet. Please ask those who invited you what they will do.",
    "you.correct.tell": "Is something here not right? Please tell those who invited you.",
    "you.correct.words": "Some of the words here may be yours. "
    "You can ask for them to be changed or taken out.",
    "you.correct.answers": "Your answers are added up with those of other people. "
    "If a whole group gave the same answer, people can tell that you did too.",
    "you.correct.more": "Is something missing? You can say it now, in the way you like best.",
    # The page that leads to many reports.
    "title.index": "Readiness reports",
    "heading.none": "No reports yet",
    "index.round": "{date}, {round}",
    "index.no-comparison": "Every place is different. This list does not compare them.",
    "report.steering-group": "Readiness report ({form})",
    "report.summary": "On one page ({form})",
    "report.participants": "For those who took part ({form})",
    "form.html": "page",
    "form.markdown": "Markdown",
    "form.pdf": "PDF",
    "form.docx": "Word",
    # What is said when they are made.
    "made.reports": ("The report is here:", "The reports are here:"),
    "made.many": "The reports are here, and the index that leads to them is the last:",
    "made.progress": "{done} of {all} assessments are reported.",
    "made.accent": "{colour} is hard to read on some paper. "
    "It is {light} on light paper and {dark} on dark paper.",
    # How it looks.
    "logo.alt": "Logo",
}
