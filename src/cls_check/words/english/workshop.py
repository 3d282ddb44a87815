"""What is said in a workshop while answers are gathered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

ASKING: Final[dict[str, Template]] = {
    "ask.number": "Number: ",
    "ask.number-known": "Number, 1 to {most}, or ? for the list: ",
    "ask.number-from": "Please type a number from 1 to {most}, or q to stop.",
    "ask.yes-or-no": "{question} [y/n] ",
    "ask.yes": "y",
    "ask.no": "n",
    "ask.type-yes-or-no": "Please type y or n.",
    "ask.more": "  ... ",
    "ask.not-readable": "That line has letters that cannot be read here. Please type it again.",
    "ask.line-too-long": "That line was too long, and its end is missing. "
    "Please type it again, with Enter in between.",
}

BEGINNING: Final[dict[str, Template]] = {
    "assess.place": "Which place is this about? ",
    "assess.usual-place": "Which place is this about? Enter means {place}: ",
    "assess.date": "Which day is it? Enter means today, {today}: ",
    "assess.not-a-day": 'Please write the day as year-month-day, for example "{today}".',
    "assess.which-questionnaire": "Which questionnaire?",
    "questionnaire.statements": "{title}. {n} statements, about {minutes} minutes for each person.",
    "questionnaire.levels": "{title}. No statements: the group picks a level for each factor, "
    "in about {minutes} minutes.",
    "assess.how": "How will people answer?",
    "assess.ways.alone": "Alone: one person, for themselves. "
    "It ends in a report of their own view.",
    "assess.ways.one-after-another": "One after another: the laptop goes round, "
    "or you type in paper forms.",
    "assess.ways.hands": "Hands or cards: you count how many people give each answer.",
    "assess.ways.together": "Together, levels only: the group picks a level for each factor.",
    "assess.how-far": "How far is the change here?",
    "assess.organisations": "How many organisations and groups are people here from? "
    "Enter if you do not know: ",
    "assess.not-organisations": "Please type a number from 1 to {most}, or press Enter.",
    "assess.go-on": "A round is being gathered here: {place}, {date}. Go on with it?",
    "assess.several": "Several rounds are being gathered here. Which one?",
    "assess.new-round": "A new round",
    "assess.entry": "How do the answers come in?",
    "assess.entry.laptop": "Each person answers at the laptop.",
    "assess.entry.paper": "I type in paper forms.",
}

ANSWERING: Final[dict[str, Template]] = {
    "assess.welcome-back": "Welcome back. {done} of {total} answered.",
    "assess.begin": ("{title}. 1 to answer.", "{title}. {n} to answer."),
    "assess.every-answer-is-saved": "Every answer is saved at once. Type ? for help, q to stop.",
    "assess.statement": "Statement {number} of {total}. ({id})",
    "assess.level": "Factor {number} of {total}. ({id})",
    "assess.levels": "Which of these fits best here, right now?",
    "assess.level-described": "{name}: {description}",
    "assess.answer": "{number}, {words}",
    "assess.was": "Your answer so far: {answer}.",
    "assess.prompt": "> ",
    "assess.recorded": "Recorded {answer}.",
    "assess.recorded-several": ("Recorded 1 answer.", "Recorded {n} answers."),
    "assess.left-blank": "Left blank.",
    "assess.undone": "The last change is undone.",
    "assess.noted": "Your note is kept for the person who runs this. "
    "It stands apart from your answers.",
    "assess.help": """\
Type a number to answer. Several digits answer the next statements, for example 44352.
  d     {dont_know}
  x     {cannot_answer}
  -     leave blank, or take an answer away
  Enter go on; an answer that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a statement, for example g {example}
  r     look through all answers
  n     and words: a note for the person who runs this
  q     stop; everything is saved""",
    "assess.help-levels": """\
Type the number of the description that fits best.
  -     leave blank, or take an answer away
  Enter go on; an answer that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a factor, for example g {example}
  r     look through all answers
  n     and words: a note for the person who runs this
  q     stop; everything is saved""",
    "assess.help-hands": """\
Type how many people give each answer, lowest first, for example 0 1 2 2 1.
  d1    at the end: 1 person says "{dont_know}"
  x1    at the end: 1 person says "{cannot_answer}"
  -     leave blank, or take a count away
  Enter go on; a count that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a statement, for example g {example}
  r     look through all counts
  q     stop; everything is saved""",
    "assess.help-paper": """\
Type the answers of one part as one line, for example 44352. Two parts can stand in one line.
  d     {dont_know}
  x     {cannot_answer}
  -     left blank
  Enter this part is blank; what is there stays
  b     back to the part before
  u     undo the last change
  g ID  go to a part, for example g {example}
  r     look through the whole form
  q     stop; everything is saved""",
    "assess.not-a-statement": '"{part}" is not an answer here. Nothing was recorded. '
    "Type 1 to {most}, d, x or -. Type ? for help.",
    "assess.not-a-level": '"{part}" is not an answer here. Nothing was recorded. '
    "Type 1 to {most} or -. Type ? for help.",
    "assess.too-many": (
        "That is 1 answer, and {wanted} fit here. Nothing was recorded.",
        "Those are {n} answers, and {wanted} fit here. Nothing was recorded.",
    ),
    "assess.too-few": (
        "That is 1 answer, and {wanted} are needed here. Nothing was recorded. "
        "Type - for one that is left blank.",
        "Those are {n} answers, and {wanted} are needed here. Nothing was recorded. "
        "Type - for one that is left blank.",
    ),
    "assess.at-the-end": "All statements have been asked. "
    "To change an answer, type g and its name.",
    "assess.no-such-statement": 'There is no statement called "{part}". Nothing has changed.',
    "assess.nothing-to-undo": "There is nothing to undo.",
    "assess.not-a-count": '"{part}" is not a number of people. Nothing was recorded. '
    "Type ? for help.",
    "assess.other-number-of-counts": (
        "That is 1 number, and there are {wanted} answers to count. Nothing was recorded.",
        "Those are {n} numbers, and there are {wanted} answers to count. Nothing was recorded.",
    ),
    "assess.more-than-are-here": (
        "That adds up to 1, but {wanted} are here. Nothing was recorded.",
        "That adds up to {n}, but {wanted} are here. Nothing was recorded.",
    ),
    "assess.mend-the-input": "Mend that line of what is typed in, then go on. "
    "What came before it is saved.",
    "assess.not-recorded": "Nothing was recorded. You can type it again once that is mended.",
    "assess.changed-meanwhile": "Another program has changed these answers. "
    "What stands there now is kept, and your last line was not recorded. "
    "Please look through them with r.",
    "assess.file-was-gone": "The file with these answers was gone. "
    "It is written again, with all of them.",
    "assess.file-was-broken": "The file with these answers was broken. "
    "It is written again, with all of them.",
    "assess.folder-was-gone": "The folder of this round was gone. "
    "It is made again, with these answers. Those of other people are where the folder went.",
    "assess.review": "These are the answers. None is blank.",
    "assess.review-blank": (
        "These are the answers. 1 is left blank, which is fine.",
        "These are the answers. {n} are left blank, which is fine.",
    ),
    "assess.review-line": "{answer}. {statement}",
    "assess.blank": "(blank)",
    "assess.finish": "Enter to finish, g ID to change one, b to go back: ",
}

ONE_AFTER_ANOTHER: Final[dict[str, Template]] = {
    "assess.who-is-next": "Who answers now?",
    "assess.next-person": "The next person",
    "assess.nobody-else": "Nobody else",
    "assess.somebody-stopped": "Somebody stopped part of the way: {done} of {total}. "
    "Go on with those answers?",
    "assess.thank-you": "Thank you. Your answers are saved. Please hand the laptop on.",
    "assess.so-far": ("1 person has answered so far.", "{n} people have answered so far."),
    "assess.to-go-on-or-close": "To go on, or to close the round:\n"
    "  cls-check assess --record {folder}",
    "assess.stopped": "Stopped. Every answer up to here is saved in {folder}.",
    "assess.stopped-before": "Stopped. Nothing was begun.",
    "assess.to-go-on": "To go on:\n  cls-check assess --record {folder}",
    "assess.your-view": "Your view is here:",
    "assess.nothing-answered": "Nothing was answered, so there is nothing to show.",
}

PAPER_FORMS: Final[dict[str, Template]] = {
    "paper.whose": "Form {form}. Which place does this person answer from?",
    "paper.no-more": "There are no more forms",
    "paper.line": ("{number}. {title} (1 answer): ", "{number}. {title} ({n} answers): "),
    "paper.check": "To check, please type this part of form {form} once more.",
    "paper.check-line": (
        "That is 1 answer, and {wanted} are needed. Enter leaves the check out.",
        "Those are {n} answers, and {wanted} are needed. Enter leaves the check out.",
    ),
    "paper.matches": "Both times the same. Good.",
    "paper.differs": "The two differ. Please look at the paper.",
    "paper.difference": "{id}: first {first}, then {second}",
    "paper.which": "Which one is on the paper?",
    "paper.first": "What I typed first",
    "paper.second": "What I typed second",
    "paper.all-match": (
        "1 of {forms} forms was checked again. It matches.",
        "{n} of {forms} forms were checked again. All match.",
    ),
    "paper.some-differ": (
        "{checked} of {forms} forms were checked again, and 1 differed. "
        "Take another look at some of the others.",
        "{checked} of {forms} forms were checked again, and {n} differed. "
        "Take another look at all of them.",
    ),
}

HANDS: Final[dict[str, Template]] = {
    "hands.who-is-here": "How many people are here? Enter means none.",
    "hands.how-many": "  {group}: ",
    "hands.not-a-number": "Please type a number, such as 7.",
    "hands.go-on": ("1 person is here, as before.", "{n} people are here, as before."),
    "hands.begin": "For each statement, type how many people give each answer, lowest first. "
    "For example 0 1 2 2 1. Type ? for help.",
    "hands.prompt": "{group}, {people} here: ",
    "hands.silent": (
        "1 of {people} gave no answer, which is fine.",
        "{n} of {people} gave no answer, which is fine.",
    ),
}

WORKSHOP: Final[dict[str, Template]] = (
    ASKING | BEGINNING | ANSWERING | ONE_AFTER_ANOTHER | PAPER_FORMS | HANDS
)
