"""What is said of tables of answers: what is in each column, and where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from cls_check.words.speech import Template

EXPORTING: Final[dict[str, Template]] = {
    "codebook.table.counts": "How many people of each perspective gave each answer "
    "to each statement.",
    "codebook.table.levels": "Which level each group chose for each factor, after talking.",
    "codebook.table.people": "How many people of each perspective took part in each round.",
    "codebook.file": "The file of the assessment. It tells the rows of one round from all others.",
    "codebook.place": "The place that people talked about.",
    "codebook.date": "The day of the round.",
    "codebook.round": "What the round was called. Empty where it has no name.",
    "codebook.stage": "How far the change had come: getting-going, under-way or established. "
    "Empty where nobody said.",
    "codebook.questionnaire": "The id of the questionnaire.",
    "codebook.version": "The version of the questionnaire.",
    "codebook.language": "The language that people answered in.",
    "codebook.factor": "The id of the factor.",
    "codebook.factor_title": "The factor in words.",
    "codebook.statement": "The id of the statement. It stays the same from round to round.",
    "codebook.statement_text": "The statement as people read it in this round.",
    "codebook.perspective": "The id of the perspective. other-perspectives holds small groups "
    "that were joined, and other people each time. everyone stands where nobody was asked.",
    "codebook.perspective_name": "The perspective in words.",
    "codebook.scale_length": "How many answers the scale has. Answer 1 is the lowest.",
    "codebook.answer": "The place of the answer on the scale, or dont-know, or cannot-answer "
    "(not my place to say).",
    "codebook.answer_label": "The answer in words.",
    "codebook.answer_value": "What the answer counts as: its place, or the value that the "
    "questionnaire gives it. Empty for the two outside the scale.",
    "codebook.count": "How many people of this perspective gave this answer. 0 means nobody. "
    "Empty means that it is not shown, so that nobody is given away.",
    "codebook.level": "The id of the level, or we-do-not-agree.",
    "codebook.level_name": "The level in words.",
    "codebook.people": "How many people of this perspective took part.",
    "exported.file": "all-answers",
    "exported.progress": "{done} of {all} files are read.",
    "exported": (
        "The answers of 1 assessment are in these files:",
        "The answers of {n} assessments are in these files:",
    ),
    "exported.one-views": (
        "1 file is one person's own view. It was left out: no answers of a single person "
        "are exported.",
        "{n} files are one person's own view each. They were left out: no answers of a single "
        "person are exported.",
    ),
    "exported.twice": "{file} and {other} hold the same place, date, round and questionnaire. "
    "If one is a copy, its people count twice.",
    "exported.skipped": (
        "1 file could not be used and was left out. It is named above.",
        "{n} files could not be used and were left out. They are named above.",
    ),
}
