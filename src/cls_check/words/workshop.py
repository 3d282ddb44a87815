"""What is said in a workshop: the questions, answers and confirmations of `cls-check assess`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

WORKSHOP: Final[dict[str, Template]] = {
    "assess.place": "Which place is this about? ",
    "assess.date": "Which day is it? Enter means today, {today}: ",
    "assess.not-a-day": 'Please write the day as year-month-day, for example "{today}".',
    "assess.which-questionnaire": "Which questionnaire?",
    "assess.how": "How will people answer?",
    "assess.ways.alone": "Alone: one person, for themselves. It ends in a report of their own view.",
    "assess.ways.one-after-another": "One after another: the laptop goes round, or you type paper forms.",
    "assess.how-far": "How far is the change here?",
    "assess.stages.getting-going": "Getting going",
    "assess.stages.under-way": "Under way",
    "assess.stages.established": "Established",
    "assess.go-on": "A round is being gathered here: {place}, {date}. Go on with it?",
    "assess.several": "Several rounds are being gathered here. Which one?",
    "assess.new-round": "A new round",
    "assess.welcome-back": "Welcome back. {done} of {total} answered.",
    "assess.begin": "{title}. {count} to answer.",
    "assess.every-answer-is-saved": "Every answer is saved at once. Type ? for help, q to stop.",
    "assess.statement": "Statement {number} of {total}. ({id})",
    "assess.level": "Factor {number} of {total}. ({id})",
    "assess.levels": "Which of these fits best here, right now?",
    "assess.was": "Your answer so far: {answer}.",
    "assess.prompt": "> ",
    "assess.recorded": "Recorded {answer}.",
    "assess.recorded-several": "Recorded {count} answers.",
    "assess.left-blank": "Left blank.",
    "assess.undone": "The last change is undone.",
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
  q     stop; everything is saved""",
    "assess.help-levels": """\
Type the number of the description that fits best.
  -     leave blank, or take an answer away
  Enter go on; an answer that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a factor, for example g {example}
  r     look through all answers
  q     stop; everything is saved""",
    "assess.not-a-statement": '"{part}" is not an answer here. Nothing was recorded. '
    "Type 1 to {most}, d, x or -. Type ? for help.",
    "assess.not-a-level": '"{part}" is not an answer here. Nothing was recorded. '
    "Type 1 to {most} or -. Type ? for help.",
    "assess.too-many": "There are {left} statements left, so that is too many. Nothing was recorded.",
    "assess.no-such-statement": 'There is no statement called "{part}". Nothing has changed.',
    "assess.nothing-to-undo": "There is nothing to undo.",
    "assess.review": "These are the answers. None is blank.",
    "assess.review-blank": (
        "These are the answers. 1 is left blank, which is fine.",
        "These are the answers. {n} are left blank, which is fine.",
    ),
    "assess.blank": "(blank)",
    "assess.finish": "Enter to finish, g ID to change one, b to go back: ",
    "assess.who-is-next": "Who answers now?",
    "assess.nobody-else": "Nobody else: stop here",
    "assess.somebody-stopped": "Somebody stopped part of the way: {done} of {total}. Is that you?",
    "assess.thank-you": "Thank you. Your answers are saved. Please hand the laptop on.",
    "assess.so-far": ("1 person has answered so far.", "{n} people have answered so far."),
    "assess.to-close": "When everyone has answered: cls-check close {folder}",
    "assess.stopped": "Stopped. Every answer up to here is saved in {folder}.",
    "assess.to-go-on": "To go on: cls-check assess --record {folder}",
    "assess.your-view": "Your view is here:",
    "assess.nothing-answered": "Nothing was answered, so there is nothing to show.",
}
