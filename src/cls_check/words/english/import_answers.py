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
    "import.guessed": "We guess these. Please look at each of them:",
    "import.guessed-column": "Column {column} says “{heading}”.",
    "import.guessed-statement": "We take it to be {statement}: “{text}”",
    "import.guessed-perspective": "“{text}” is the perspective {perspective}.",
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
    "import.rows-left-out": (
        "One row is left out, as you said.",
        "{n} rows are left out, as you said.",
    ),
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
    "import.map-to-mend": "What each column means is in {map}. Change it there, "
    "then type the same again.",
    "import.map-kept": "What each column means is kept in {map}, and will not be asked again.",
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
