"""What is said once everyone has answered: closing, looking at it together, writing it down."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

ENDING: Final[dict[str, Template]] = {
    "end.everyone-answered": "Has everyone answered? From then on nobody can be added.",
    "end.who-came": ("1 person answered.", "{n} people answered."),
    "end.group": ("{group}: 1 person", "{group}: {n} people"),
    "end.unfinished": (
        "1 person stopped part of the way. What they answered is counted.",
        "{n} people stopped part of the way. What they answered is counted.",
    ),
    "end.too-few": "Fewer than {minimum} people answered. "
    "Nothing can be shown without giving somebody away.",
    "foresee.joined": "These groups have fewer than {minimum} people, or are joined with one that has. "
    "They are shown together as people from other perspectives: {groups}.",
    "foresee.all-joined": "The groups are too small to show one by one. "
    "Everyone is shown together.",
    "foresee.missing": (
        "With 1 more person, {group} could be shown on their own.",
        "With {n} more people, {group} could be shown on their own.",
    ),
    "foresee.sensitive": "For {titles}, a group is shown on its own from {minimum} people on. "
    "There, these are shown together too: {groups}.",
    "foresee.one-mind": "Here, all of a group gave the same answer. "
    "Whoever reads the file can tell what each of them said, and nothing can hide that:",
    "foresee.who": "{group}, {n} people: {text}",
    "foresee.more": ("1 more statement", "{n} more statements"),
    "foresee.tell": "You can wait for more people, or ask that group first if it is all right.",
    "end.notes": "Notes for you. They stay on this laptop:",
    "end.note": "{about}: {words}",
    "end.what-closing-means": "Closing adds up all answers and writes one file to share. "
    "No single person's answers are in it.",
    "end.close-now": "Close the round now?",
    "end.closed": "The round is closed: {file}",
    "end.closed-already": "This round is closed: {file}. Look at it together, and add to it?",
    "end.late": "Whoever comes late can be added where {minimum} people or more come late "
    "from each perspective. Fewer could be picked out by comparing. Groups that were too small "
    "to be shown alone stay together.",
    "end.look": "Look at the results together now?",
    "end.report": "The assessment and its readiness report are here:",
    "end.next": "To add to it later:\n  cls-check edit {file}",
    "end.erase": "Erase the answers of single people now? The file keeps what was added up.",
    "end.erased": "The answers of single people are erased.",
    "end.not-ours": "These files are not from cls-check, so they stay. If they hold answers, delete "
    "them yourself:\n{files}",
    "end.kept": "The answers of single people are still in {folder}. Keep it private.",
}

CLOSING: Final[dict[str, Template]] = {
    "close.joined": (
        "Groups that were too small to show are joined as people from other perspectives: "
        "1 person.",
        "Groups that were too small to show are joined as people from other perspectives: "
        "{n} people.",
    ),
    "close.all-joined": "The groups are too small to show one by one. Everyone is shown together.",
    "close.now": "Close it now?",
    "close.waits": "Nothing was written. The round stays open.",
    "close.here": "The assessment is here:",
    "close.nothing-new": "Nothing has changed since this file:",
    "close.no-git": "Git keeps this folder, and git is not on this computer. So earlier versions in git "
    "were not looked at. Before you share the file, type this where git is:\n  cls-check check {file}",
    "close.next": "To look at it together:\n  cls-check edit {file}\n"
    "To make its report:\n  cls-check report {file}",
    "close.kept": (
        "The answers of single people are still in the folder. Keep it private.",
        "The answers of single people are still in the folders. Keep them private.",
    ),
}

WALKING: Final[dict[str, Template]] = {
    "walk.begin": "Now look at what people said, one factor at a time. "
    "Where views differ most comes first, then what is strongest.",
    "walk.begin-levels": "Now go through the factors together. "
    "Read the descriptions aloud, and choose the one that fits best.",
    "walk.rules": "Be curious first. Ask before you defend. Leaders speak last. "
    "Nobody has to explain their answer.",
    "walk.factor": "{number} of {total}. {title}",
    "walk.look": "Enter to go on, s statement by statement, v to vote again, ? for more: ",
    "walk.look-levels": "Enter to go on, ? for more: ",
    "walk.not-a-command": '"{part}" means nothing here. Press Enter to go on, or type ? for help.',
    "walk.stopped": "Stopped. Everything up to here is saved in {file}.",
}

RESULTS: Final[dict[str, Template]] = {
    "results.legend": "{number} {answer}",
    "results.count": "{n} {answer}",
    "results.row": "{group}. {counts}. {some} did not know. Typical answer {typical}.",
    "results.row-without-typical": "{group}. {counts}. {some} did not know.",
    "list.and-so-on": ", ",
}

TALKING: Final[dict[str, Template]] = {
    "talk.help": """\
Everything that you write down here is saved at once.
  Enter go on; what is there stays
  s     statement by statement
  v     vote again on a statement; the first vote stays
  b     back
  u     undo the last change
  g ID  go to a factor
  f     finish: go to the last questions and the report
  q     stop; everything is saved""",
    "talk.file-changed": "The file was changed by another program in the meantime. "
    "It is read again, and nothing was written over. Please say that once more.",
    "talk.no-such-factor": 'There is no factor called "{part}".',
    "talk.ok-to-quote": "What you write down next goes into the report, word for word. "
    "Please leave out names of people. Is it OK to quote?",
    "talk.level": "Which of these fits best, now that you have talked?",
    "talk.level-so-far": "So far: {level}.",
    "talk.level-prompt": "Number, or Enter to leave it: ",
    "talk.level-noted": "Noted: {level}.",
    "talk.why": "Why? An empty line ends: ",
    "talk.why-not-agreed": "What are the reasons on each side? An empty line ends: ",
    "talk.reasons-so-far": "So far: {words}",
    "talk.noted": "Noted.",
    "talk.evidence": "What shows it? Enter if there is nothing more; an empty line ends: ",
    "talk.whose": "Where does that come from?",
    "talk.evidence-so-far": "{number}. {whose}: {what}",
    "talk.action": "What will you do? Enter if there is nothing more: ",
    "talk.who": "  Who will start? ",
    "talk.by": "  By when? A day such as 2026-12-01, or words: ",
    "talk.not-a-day": '"{part}" is not a day. Write year-month-day, or use words.',
    "talk.sign": "  How will you know that it worked? ",
    "talk.action-so-far": "{number}. {what} ({state}). To mark it, type d{number}.",
    "talk.marked-done": "Action {number} is done.",
    "talk.marked-open": "Action {number} is open.",
    "talk.no-such-action": "There is no action {number}; there are {most}.",
    "talk.enough-actions": (
        "That is 1 action. A few that are done help more than many.",
        "Those are {n} actions. A few that are done help more than many.",
    ),
    "talk.no-second-vote": "There is no second vote here, so that nobody has to show their hand.",
    "talk.which-statement": "Which statement? Enter for none: ",
    "talk.second-vote": "How many of the {n} people give each answer now, lowest first? ",
    "talk.second-vote-noted": "Noted, beside the first vote.",
    "talk.too-few-voted": "From fewer than {minimum} people, answers could be guessed. "
    "Nothing was recorded.",
    "talk.said": "What do you say? Enter to leave it; an empty line ends: ",
}

TOGETHER: Final[dict[str, Template]] = ENDING | CLOSING | WALKING | RESULTS | TALKING
