"""What `cls-check assess` says: whole sentences with named fields, in one place."""

from __future__ import annotations

PLACE = "Which place is this about? "
DATE = "Which day is it? Enter means today, {today}: "
NOT_A_DAY = 'Please write the day as year-month-day, for example "{today}".'
WHICH_QUESTIONNAIRE = "Which questionnaire?"
HOW = "How will people answer?"
WAYS = {
    "alone": "Alone: one person, for themselves. It ends in a report of their own view.",
    "one-after-another": "One after another: the laptop goes round, or you type paper forms.",
}
HOW_FAR = "How far is the change here?"
STAGES = {
    "getting-going": "Getting going",
    "under-way": "Under way",
    "established": "Established",
}
GO_ON = "A round is being gathered here: {place}, {date}. Go on with it?"
SEVERAL = "Several rounds are being gathered here. Which one?"
NEW_ROUND = "A new round"

WELCOME_BACK = "Welcome back. {done} of {total} answered."
BEGIN = "{title}. {count} to answer."
EVERY_ANSWER_IS_SAVED = "Every answer is saved at once. Type ? for help, q to stop."
STATEMENT = "Statement {number} of {total}."
FACTOR = "Factor {number} of {total}."
LEVELS = "Which of these fits best here, right now?"
WAS = "Your answer so far: {answer}."
PROMPT = "> "
RECORDED = "Recorded {answer}."
RECORDED_SEVERAL = "Recorded {count} answers."
LEFT_BLANK = "Left blank."
UNDONE = "The last change is undone."

HELP = """\
Type a number to answer. Several digits answer the next statements, for example 44352.
  d     {dont_know}
  x     {cannot_answer}
  -     leave blank, or take an answer away
  Enter go on; an answer that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a statement, for example g {example}
  r     look through all answers
  q     stop; everything is saved"""
HELP_LEVELS = """\
Type the number of the description that fits best.
  -     leave blank, or take an answer away
  Enter go on; an answer that is there stays
  b     back to the one before
  u     undo the last change
  g ID  go to a factor, for example g {example}
  r     look through all answers
  q     stop; everything is saved"""

NOT_AN_ANSWER = '"{part}" is not an answer here. Nothing was recorded. {choices}'
CHOICES = "Type 1 to {most}, d, x or -. Type ? for help."
CHOICES_LEVELS = "Type 1 to {most} or -. Type ? for help."
TOO_MANY = "There are {left} statements left, so that is too many. Nothing was recorded."
NO_SUCH_STATEMENT = 'There is no statement called "{part}". Nothing has changed.'
NOTHING_TO_UNDO = "There is nothing to undo."

REVIEW = "These are the answers. {blank}"
NO_BLANKS = "None is blank."
SOME_BLANK = "{count} left blank, which is fine."
BLANK = "(blank)"
FINISH = "Enter to finish, g ID to change one, b to go back: "

WHO_IS_NEXT = "Who answers now?"
NOBODY_ELSE = "Nobody else: stop here"
SOMEBODY_STOPPED = "Somebody stopped part of the way: {done} of {total}. Is that you?"
THANK_YOU = "Thank you. Your answers are saved. Please hand the laptop on."
SO_FAR = "{count} have answered so far."
SO_FAR_ONE = "1 person has answered so far."
TO_CLOSE = "When everyone has answered: cls-check close {folder}"

STOPPED = "Stopped. Every answer up to here is saved in {folder}."
TO_GO_ON = "To go on: cls-check assess --record {folder}"
YOUR_VIEW = "Your view is here:"
NOTHING_ANSWERED = "Nothing was answered, so there is nothing to show."
