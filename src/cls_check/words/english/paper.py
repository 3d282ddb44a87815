"""What stands on the printable pack: answer sheets, level cards, the privacy notice.

A line end parts the points of a list. What begins with `pack.easy` is for the easy sheet: one
idea in each sentence, 15 words at most.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

PACK: Final[dict[str, Template]] = {
    "pack.document": "{page}: {title}",
    "pack.credit.source": "Source of the questionnaire: {source}.",
    "pack.credit.licence": "Licence of the questionnaire: {licence}.",
    "pack.credit.independent": "Made with cls-check, which is independent of NDTi. "
    "NDTi has not made, checked or approved it.",
    # The pages, by their names.
    "pack.answer-sheet.title": "Answer sheet",
    "pack.answer-sheet-large-print.title": "Answer sheet in large print",
    "pack.easy-answer-sheet.title": "Easy answer sheet",
    "pack.level-cards.title": "Level cards",
    "pack.level-cards-large-print.title": "Level cards in large print",
    "pack.privacy-notice.title": "Privacy notice",
    "pack.privacy-notice-large-print.title": "Privacy notice in large print",
    "pack.what-to-print.title": (
        "What to print for 1 person",
        "What to print for {n} people",
    ),
    # The answer sheets.
    "pack.about": "This sheet asks what you see here. It is not a test. "
    "There are no right answers.",
    "pack.here": "“Here” means {place}.",
    "pack.here-blank": "“Here” means:",
    "pack.day": "Day: {day}",
    "pack.day-blank": "Day:",
    "pack.privacy": "How your answers are kept",
    "pack.privacy.text": "Please do not write your name on this sheet.\n"
    "One person types your answers in, and then this sheet is destroyed.\n"
    "Your answers are added to those of others, and groups of fewer than {minimum} people are "
    "joined.",
    "pack.perspective": "Where do you answer from today? Tick one.",
    "pack.perspective.several": "If more than one is true for you, tick the one that matters "
    "most to you today.",
    "pack.how.text": "Answer from what you have seen yourself.\n"
    "Tick one box for each statement.\n"
    "You can leave a statement blank. That is fine.",
    "pack.statements": "Statements",
    "pack.statement": "Statement",
    "pack.typing": "For the person who types this in:",
    "pack.typing.column": "Typed",
    "pack.typing.how": "For the person who types this in: a number, {dont_know}, {cannot_answer}, "
    "or {blank} for blank. Each block is one line.",
    "pack.own-words": "Is there anything you want to say in your own words?",
    "pack.own-words.names": "Please leave out names.",
    "pack.own-words.quote": "You may quote these words. My name is not with them.",
    "pack.thank-you": "Thank you. What you see matters.",
    # The easy answer sheet.
    "pack.easy.about": "This sheet asks what it is like here.\n"
    "It is not a test.\n"
    "There are no right answers.\n"
    "Somebody can read it to you.\n"
    "You choose the answers yourself.\n"
    "You can leave anything blank. That is fine.",
    "pack.easy.privacy": "How we keep your answers",
    "pack.easy.privacy.text": "Please do not write your name.\n"
    "We add your answers to the answers of other people.\n"
    "Then we destroy this sheet.",
    "pack.easy.perspective": "Which one is most like you?",
    "pack.easy.perspective.tick": "Tick one box.",
    "pack.easy.practice": "Try it first",
    "pack.easy.practice.text": "Tick one box. This one is for practice. We do not count it.",
    "pack.easy.practice.statement": "This room is warm.",
    "pack.easy.how": "Now it is your turn. Tick one box each time.",
    "pack.easy.answer.1": "Not yet",
    "pack.easy.answer.2": "Partly",
    "pack.easy.answer.3": "Yes",
    "pack.easy.own-words": "Do you want to say anything else?",
    "pack.easy.own-words.names": "Please do not write any names.",
    "pack.easy.own-words.quote": "You can share my words. Do not share my name.",
    "pack.easy.thank-you": "Thank you.",
    # The level cards.
    "pack.cards.about": "How to use these cards",
    "pack.cards.about.text": "Read all the descriptions aloud.\n"
    "Think of something that you have seen yourself.\n"
    "Choose the description that fits best here, right now.\n"
    "Say why, and what you have seen. Leaders speak last.\n"
    "You do not have to agree. “{no_level}” is a useful answer too.\n"
    "Nobody has to explain what they chose.",
    "pack.cards.number": "Card {number} of {total}",
    "pack.cards.choose": "Which fits best here, right now?",
    "pack.cards.talk": "To talk about",
    # The privacy notice. The heading of each part, and its points.
    "pack.notice.about": "This is what happens with what you say.",
    "pack.notice.1": "What we ask",
    "pack.notice.1.text": "We ask what you see here.\n"
    "We do not ask for your name, your age or your address.",
    "pack.notice.1.perspectives": "We ask where you answer from, such as “{perspective}”.",
    "pack.notice.2": "Where your answers are kept",
    "pack.notice.2.text": "They are kept in a folder on this laptop. That folder is never shared.\n"
    "No name and no time is kept with them.",
    "pack.notice.2.statements": "Answer sheets are kept in a closed envelope until they are "
    "typed in.",
    "pack.notice.3": "What is shared",
    "pack.notice.3.text": "All answers are added up. That is what we share.\n"
    "Groups of fewer than {minimum} people are never shown alone. They are joined with others.\n"
    "If a whole group says the same, people can tell what each of them said. "
    "Somebody who knows what all the others said can work out yours.",
    "pack.notice.4": "What you write or say in your own words",
    "pack.notice.4.text": "We ask you before we quote you. If you do not want it, we do not do it.\n"
    "Please leave out names of people.",
    "pack.notice.5": "When your own answers are erased",
    "pack.notice.5.text": "When everything is added up, we erase the single answers.\n"
    "After that we cannot take your answers out, because nobody can tell which are yours.",
    "pack.notice.5.statements": "Answer sheets are destroyed when they have been typed in.",
    "pack.notice.6": "You can say no",
    "pack.notice.6.text": "You can leave anything blank, or all of it. "
    "Nobody will ask you why.\n"
    "You can be in the room and listen, and give no answers at all.",
    "pack.notice.7": "Whom to ask",
    "pack.notice.7.name": "Name:",
    "pack.notice.7.contact": "Telephone or email:",
    # What to print.
    "pack.print.about": "These pages are for {title}. They are made for A4 paper.",
    "pack.print.caption": "The pages, and how many copies to begin with",
    "pack.print.page": "Page",
    "pack.print.copies": "Copies",
    "pack.print.why": "Who needs them",
    "pack.print.why.answer-sheet": "One for each person.",
    "pack.print.why.answer-sheet-large-print": "One for every eight people. "
    "Ask before the day who would like them.",
    "pack.print.why.easy-answer-sheet": "One for every eight people. "
    "Ask before the day who would like them.",
    "pack.print.why.level-cards": "One set for each table of six people.",
    "pack.print.why.level-cards-large-print": "One set, in case somebody would like it.",
    "pack.print.why.privacy-notice": "One for each table, and one at the door.",
    "pack.print.why.privacy-notice-large-print": "One for every eight people.",
    "pack.print.how": "How to print",
    "pack.print.how.text": "Write the place and the day on the first sheet, and your name on the "
    "privacy notice. Then copy them.\n"
    "Open a page in your browser and print it. Choose A4 paper, the actual size, and no headers "
    "or footers.\n"
    "Print answer sheets on both sides, or staple them. There is no name or number on them, so "
    "loose pages cannot be put together again.\n"
    "Cut each page of level cards in half.\n"
    "Bring thick pens, and something firm to write on.",
    "pack.print.easy": "What the easy sheet is",
    "pack.print.easy.text": "It has fewer answers, larger type and more space. It is not easy read: "
    "that is made and tested together with people who use it.\n"
    "Somebody may read it aloud to a person. They do not answer for them.",
    "pack.print.easy.typed": "“{text}” is typed in as {sign}.",
    "pack.print.typing": "How to type the sheets in",
    "pack.print.typing.text": "Type cls-check assess. Choose one after another, then paper forms.\n"
    "For each sheet, pick the perspective that is ticked. The numbers are the same as on the sheet.\n"
    "Each block of the sheet is one line to type. Write it into the small boxes first.\n"
    "What you write is a number from 1 to {most}, {dont_know}, {cannot_answer}, or {blank} for blank.\n"
    "When you have checked what you typed, destroy the sheets.",
    "pack.print.typing.spaces": "Leave a space between the answers of a line.",
    # What the command says.
    "pack.made": "These pages are for {title}. Open them in a browser to print them:",
    "pack.other": "For the long form:\n  cls-check paper ten-factors",
    "pack.left-out": "Not made: {pages}. {why}",
    "pack.left-out.statements": "This questionnaire has no statements. "
    "People choose a level together, with the level cards.",
    "pack.left-out.levels": "This questionnaire has no levels.",
    "guide.made": "The guide is here:",
}
