"""What is said while answers are imported from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

IMPORTING: Final[dict[str, Template]] = {
    "import.source": "{file} comes from {program}.",
    "import.source.form": "{file} comes from a form that saves its answers.",
    "import.source.wide": "{file} has a row for each person.",
    "import.source.long": "{file} has a row for each answer.",
    "import.source.counts": "{file} has a row for each count.",
    "import.more-like-it": (
        "One more file is like it.",
        "{n} more files are like it.",
    ),
    "import.matched": (
        "One statement has a column.",
        "{n} statements have a column each.",
    ),
    "import.perspective": "Where people answer from is in “{heading}”.",
    "import.perspective-told": "Everybody whose perspective is not in it: {perspective}.",
    "import.fits-better": "The headings fit {name} better: {matched} of its {all} statements stand "
    "there, and {own} of the {own_all} of {asked}. Go on with {asked} all the same?",
    "import.fits": "The headings fit the questionnaire {name}: {matched} of its {all} statements "
    "stand there.",
    "import.mended": "Letters such as é were read wrongly once before, and saved so. "
    "They are mended here.",
    "import.guessed-column": "Column {column} says “{heading}”. We guess that it is {meant}.",
    "import.guessed-perspective": "Column {column} says “{heading}”. We guess that it says where "
    "people answer from.",
    "import.texts.answer": "Each answer that stands in it, and what we take it for:",
    "import.texts.perspective": "Each perspective that stands in it, and what we take it for:",
    "import.more-texts": (
        "There is one more.",
        "There are {n} more.",
    ),
    "import.text.open": "not known",
    "import.text.blank": "no answer",
    "import.text.where": (
        "once, in row {row}, column {column}",
        "{n} times, first in row {row}, column {column}",
    ),
    "import.text.code": " (a code of the form, in the order of the answers)",
    "import.text.usual": " (as people usually write it)",
    "import.text.told": " (as you said)",
    "import.questions": (
        "There is one question before this can be imported.",
        "There are {n} questions before this can be imported.",
    ),
    "import.words": (
        "They are about {words} words, in one row.",
        "They are about {words} words, in {n} rows.",
    ),
    "import.ask-column": "What is in the column “{heading}”?",
    "import.under-it": "Under it stands, for example: {examples}",
    "import.which-statement": "Which statement is it?",
    "import.ask-perspective": (
        "“{text}” (1 person): which perspective is that?",
        "“{text}” ({n} people): which perspective is that?",
    ),
    "import.ask-no-perspective": (
        "1 person left open where they answer from. Where do they stand?",
        "{n} people left open where they answer from. Where do they stand?",
    ),
    "import.ask-answer": (
        "“{text}” (1 answer, from {people}): which answer is that?",
        "“{text}” ({n} answers, from {people}): which answer is that?",
    ),
    "import.from-people": ("1 person", "{n} people"),
    "import.most-like": "It is most like “{words}”.",
    "import.choose.this-statement": "It is {statement}: {text}",
    "import.choose.the-perspective": "It says from which perspective people answer",
    "import.choose.leave-column-out": (
        "Something else: leave this column out",
        "None of these: leave this column out",
    ),
    "import.choose.another-statement": "It is another statement",
    "import.choose.leave-rows-out": (
        "It is nobody's: leave this row out",
        "They are nobody's: leave these {n} rows out",
    ),
    "import.choose.keep-rows": (
        "It is one person's answers: count it",
        "They are {n} people's answers: count them",
    ),
    "import.choose.leave-people-out": (
        "Leave this person out",
        "Leave these {n} people out",
    ),
    "import.choose.no-answer": "No answer: read it as an empty cell",
    "import.missing": (
        "One statement has no column. Nobody has an answer to it: {names}",
        "{n} statements have no column. Nobody has an answer to them: {names}",
    ),
    "import.left-out": (
        "One column is left out: {names}",
        "{n} columns are left out: {names}",
    ),
    "import.personal": (
        "One column is about who somebody is. It is thrown away: {names}",
        "{n} columns are about who somebody is. They are thrown away: {names}",
    ),
    "import.lost-letters": "A letter may be lost in {names}. Excel has no place for some letters "
    "in a plain CSV. Save the file as CSV UTF-8 to keep them.",
    "import.empty": (
        "One person answered nothing, and is not imported.",
        "{n} people answered nothing, and are not imported.",
    ),
    "import.open-column": "Column {column} says “{heading}”. Answers stand under it, and we do not "
    "know to which statement.",
    "import.closed-already": "This round was closed already. Its file and report stay as they are, "
    "unless it is closed again. That works only where enough people have come since.",
    "import.rows-left-out": (
        "One row is left out, as you said: {rows}",
        "{n} rows are left out, as you said: {rows}",
    ),
    "import.rows-kept": (
        "One row is counted as a person, as you said: {rows}",
        "{n} rows are counted as people, as you said: {rows}",
    ),
    "import.taken-back": (
        "One person of an earlier file is taken out again.",
        "{n} people of an earlier file are taken out again.",
    ),
    "import.of-group": (
        "1 person: {group}",
        "{n} people: {group}",
    ),
    "import.change": "Nothing is imported yet. What is to be changed?",
    "import.said.asked_out": "Rows left out: {rows}",
    "import.said.asked_kept": "Rows counted as people: {rows}",
    "import.said.nobody": "Who left it open: {words}",
    "import.right-after-all": "Nothing: it is right, so import it",
    "import.stop": "Import nothing, and stop",
    "import.overlap": "What is to be done with this file?",
    "import.overlap.numbers": "Of the people in it and in an earlier file, {same} are the same, "
    "{changed} have changed, {gone} are gone, and {new} are new.",
    "import.overlap.replace": "Put it in the place of the earlier one",
    "import.overlap.add-new": "Add only those who are new",
    "import.overlap.other-people": "These are other people: add all of them",
    "import.overlap.stop": "Import nothing, and stop",
    "import.known": (
        "One person is in the round already, and is not added again.",
        "{n} people are in the round already, and are not added again.",
    ),
    "import.new": (
        "One person is new.",
        "{n} people are new.",
    ),
    "import.nobody": "Nobody is new. The round is as it was.",
    "import.writing": "Writing down {n} people takes a moment.",
    "import.ask": "Is all of this right, so that we import it into {folder}?",
    "import.dry-run": "Nothing was written, as you said.",
    "import.not-agreed": "Nothing was imported.",
    "import.map-kept": "What you said of columns and words is kept in {map}, and will not be asked "
    "again.",
    "import.done": (
        "One person is in {folder} now.",
        "{n} people are in {folder} now.",
    ),
    "import.files": "These {n} files",
    "import.delete": (
        "{files} still says who answered what. Delete it once you need it no more.",
        "{files} still say who answered what. Delete them once you need them no more.",
    ),
    "import.next": "When everybody has answered:\n  cls-check close {folder}",
    "import.code": "Type or paste a code, or Enter to end: ",
    "import.code-taken": (
        "That code can be read. It is the first one.",
        "That code can be read. It is number {n}.",
    ),
    "import.code-twice": "That code was typed before. It is counted once.",
}
