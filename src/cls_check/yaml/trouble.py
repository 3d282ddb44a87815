"""What PyYAML says of a broken file, put in plain words with a way out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml
from cls_check.errors import Place, Problem
from cls_check.messages import code_point, quoted, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from cls_check.yaml.places import Mark

    Advice = tuple[str, str]

SECOND_DOCUMENT = (
    "A second part starts here.",
    "A file holds one part: delete the lines --- and ... or put the rest in a file of its own.",
)
DIRECTIVE = (
    "Lines that start with % cannot stand here.",
    "Delete the line. The file needs nothing before its first name.",
)
QUESTION_MARK = (
    'A "?" cannot stand here by itself.',
    'If it belongs to a text, put double quotes around the text: "Who?". '
    "A name is written as name: with a colon.",
)
TAG = (
    'A word that starts with "!" has a special meaning, which is not used here.',
    'Delete it. If it belongs to a text, put double quotes around the text: "!".',
)
ANCHOR = (
    'A word that starts with "&" has a special meaning, which is not used here.',
    'If it belongs to a text, put double quotes around the text: "& more". '
    "If it names a part to use again, write that part out in full.",
)
ALIAS = (
    'A word that starts with "*" has a special meaning, which is not used here.',
    'If it belongs to a text, put double quotes around the text: "*". '
    "If it stands for another part, write that part out in full.",
)
MERGE = (
    'The name "<<" has a special meaning, which is not used here.',
    "Write out in full what should stand here.",
)
TOO_DEEP = (
    "Lists and groups stand inside each other more than 32 deep here.",
    "No file of this kind goes that deep. Look for brackets that belong to a text, and put double "
    "quotes around that text.",
)
TOO_MANY = (
    "This file holds more than 100,000 things.",
    "No file of this kind is that long. Is it the right one?",
)
NO_BLANK_BEFORE_HASH = (
    "A # stands right behind a quote, a bracket or a comma.",
    "If a comment begins here, put a space before the #. If it is part of a text, put it inside "
    "the quotes.",
)
BLANKS_AT_THE_END = (
    "The last line holds nothing but spaces, and some programs take them for a part of the text "
    "above.",
    "Delete the spaces at the end of the file.",
)
LIST_AS_NAME = (
    "A list or a group stands where a name should be.",
    "A name is one text, with a colon and a space behind it. "
    "If the bracket belongs to a text, put double quotes around the text.",
)
EMPTY_NAME = ("There is no name before this colon.", "Write one, or delete the line.")
HOW_A_FILE_STARTS = (
    'A file of cls-check starts with a name, a colon and a space, for example "title: Our place". '
    "Is this the right one?"
)
EMPTY_FILE = (
    "This file is empty.",
    "Is it the right one? If there was something in it, look for an older copy.",
)
NO_SUCH_CHARACTER = (
    "The number after this backslash is not the number of a character.",
    "Type the character itself.",
)
_TAB = (
    "A tab stands here.",
    "Delete it and type spaces in its place: a tab has a different width on every screen.",
)
_LINE_UP = (
    "This line does not line up with the lines above it.",
    "Start it in the same column as the other lines of its group. "
    "A list has a dash and a space before each item.",
)
_UNCLEAR = (
    "From here on, the file cannot be understood.",
    "Compare this line with those around it: a name ends with a colon and a space, an item of a "
    "list starts with a dash and a space, and lines of one group start in the same column.",
)


class _Scene:
    """The text around the place where reading stopped."""

    def __init__(self, text: str, error: Any) -> None:
        self.problem = error.problem or ""
        self.context = error.context or ""
        self.mark: Mark = error.problem_mark
        self.opened: Mark = error.context_mark or self.mark
        self.text = text
        at = self.mark.index
        self.character = text[at : at + 1]
        self.line = self._line_at(at)
        self.before = self.line[: self.mark.column]

    def _line_at(self, index: int) -> str:
        start = max(self.text.rfind("\n", 0, index), self.text.rfind("\r", 0, index)) + 1
        return re.split(r"[\r\n]", self.text[start : start + 5000], maxsplit=1)[0]

    @property
    def opening_line(self) -> str:
        return self._line_at(self.opened.index)

    @property
    def moved_on(self) -> bool:
        """Whether reading stopped on a later line than the one where the part began."""
        return bool(self.mark.line > self.opened.line or not self.character)


def explain(text: str, name: str, error: yaml.YAMLError) -> Problem:
    """A syntax error as place, fact and way out."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Problem(*_UNCLEAR, Place(name))
    scene = _Scene(text, error)
    if scene.character == "\t":
        return Problem(*_TAB, _place(name, scene.mark))
    for words, advise, from_start in _ADVICE:
        if words in scene.problem or words in scene.context:
            mark = scene.opened if from_start(scene) else scene.mark
            return Problem(*advise(scene), _place(name, mark))
    return Problem(*_UNCLEAR, _place(name, scene.mark))


def _place(name: str, mark: Mark) -> Place:
    return Place(name, mark.line + 1, mark.column + 1)


def _cannot_start(scene: _Scene) -> Advice:
    sign = scene.character
    if sign == "%" and not scene.before.strip():
        return DIRECTIVE
    return (
        f"A text cannot start with {quoted(sign)} unless it is in quotes.",
        f'Put double quotes around the text: "{shown(sign)} ...".',
    )


def _second_colon(scene: _Scene) -> Advice:
    if scene.before.startswith("---"):
        return SECOND_DOCUMENT
    if scene.mark.column > 1000:
        return (
            "The name before this colon is longer than 1,000 characters.",
            "If it is a text with a colon in it, put double quotes around the whole text.",
        )
    if re.search(r":[ \t]", scene.before):
        return (
            "There is a second colon in this line.",
            'If it belongs to the text, put double quotes around the text: name: "one: two". '
            "If a new name starts here, start a new line for it.",
        )
    return (
        "A name with a colon cannot stand here: the line above already has its text.",
        "Line it up with the names above it. "
        "If this line goes on with that text, put double quotes around the whole text.",
    )


def _dash(_: _Scene) -> Advice:
    return (
        "A list cannot start here, behind something else on the same line.",
        "Start the list on the next line: each item on its own line, with a dash and a space. "
        'If the dash belongs to a text, put double quotes around the text: "- ...".',
    )


def no_colon(name: str) -> Advice:
    """What is said of a name that has no colon and space behind it."""
    if re.search(r":\S", name):
        return f"There is no space after the colon in {quoted(name)}.", "Write name: text."
    return (
        f"There is no colon after {quoted(name)}.",
        "A name is written as name: text, with a colon and a space.",
    )


def _no_colon(scene: _Scene) -> Advice:
    words = scene.opening_line.strip()
    if re.search(r":\S", words):
        return no_colon(words)
    return (
        f"There is no colon after {quoted(words)}.",
        "A name is written as name: text, with a colon and a space. "
        "If this line goes on with the text above, start it further in than the line above.",
    )


def _open_bracket(scene: _Scene) -> Advice:
    opened = scene.text[scene.opened.index : scene.opened.index + 1]
    closing = {"[": "]", "{": "}"}.get(opened, "]")
    if scene.moved_on:
        return (
            f'The bracket "{opened}" that opens here is not closed.',
            f'Put "{closing}" at its end. If it belongs to a text, put double quotes around the text.',
        )
    if scene.character == "?":
        return QUESTION_MARK
    return (
        f'A comma or a closing "{closing}" is missing before this place.',
        f'Write a comma between two entries, and "{closing}" after the last. '
        "Put double quotes around a text that has a bracket, a comma or a colon in it.",
    )


def _no_content(scene: _Scene) -> Advice:
    if not scene.character:
        return "The file ends in the middle of something.", "Look at its last lines."
    return (
        f"{quoted(scene.character)} stands where a text should start.",
        "Delete it, or put double quotes around the text that it belongs to.",
    )


def _block_end(scene: _Scene) -> Advice:
    before = scene.before.strip()
    if not before.lstrip("- "):
        if scene.character == ":":
            return EMPTY_NAME
        return _LINE_UP
    if scene.character in ("]", "}"):
        return (
            f'"{scene.character}" closes a bracket that is not open.',
            "Delete it, or put double quotes around the text that it belongs to.",
        )
    if before.endswith(('"', "'")):
        return (
            "Something stands behind the closing quote.",
            "Put double quotes around the whole text. A double quote inside it is written as "
            '\\" and a single one needs nothing.',
        )
    return _UNCLEAR


def _open_quote(scene: _Scene) -> Advice:
    sign = scene.text[scene.opened.index : scene.opened.index + 1]
    return (
        f"The quote {sign} that opens here is not closed.",
        f"Put {sign} at the end of the text. Sometimes the one that is missing is a little above.",
    )


def _escape(_: _Scene) -> Advice:
    return (
        "A backslash in double quotes has a special meaning, and what follows it here has none.",
        "Write two of them (\\\\) where you want to see one.",
    )


def _bar(scene: _Scene) -> Advice:
    found = code_point(scene.character) if scene.character.isspace() else quoted(scene.character)
    return (
        f"{found if scene.character else 'Something'} stands behind | or > on the same line.",
        "After | or > the text starts on the next line, further in. "
        'If the | or > belongs to a text, put double quotes around the text: "> 5".',
    )


def _document_start(scene: _Scene) -> Advice:
    if re.search(r"^(\.\.\.|---)", scene.text[: scene.mark.index], re.MULTILINE):
        return SECOND_DOCUMENT
    return DIRECTIVE if scene.text.lstrip().startswith("%") else _UNCLEAR


def _always(advice: Advice) -> Callable[[_Scene], Advice]:
    return lambda _: advice


def _here(_: _Scene) -> bool:
    return False


def _at_opening(_: _Scene) -> bool:
    return True


def _if_moved_on(scene: _Scene) -> bool:
    return scene.moved_on


# Both parsers' words; the first that is found in the problem or its context decides.
_ADVICE: tuple[tuple[str, Callable[[_Scene], Advice], Callable[[_Scene], bool]], ...] = (
    ("cannot start any token", _cannot_start, _here),
    ("apping values are not allowed", _second_colon, _here),
    ("sequence entries are not allowed", _dash, _here),
    ("apping keys are not allowed", _always(QUESTION_MARK), _here),
    ("violates indentation", _always(_TAB), _here),
    ("could not find expected ':'", _no_colon, _at_opening),
    ("tag", _always(TAG), _at_opening),
    ("scanning a directive", _always(DIRECTIVE), _at_opening),
    ("directive", _always(DIRECTIVE), _here),
    ("scanning an alias", _always(ALIAS), _at_opening),
    ("scanning an anchor", _always(ANCHOR), _at_opening),
    ("scanning a block scalar", _bar, _here),
    ("unexpected end of stream", _open_quote, _at_opening),
    ("unexpected document", _open_quote, _at_opening),
    ("quoted scalar", _escape, _here),
    ("parsing a flow sequence", _open_bracket, _if_moved_on),
    ("parsing a flow mapping", _open_bracket, _if_moved_on),
    ("node content", _no_content, _here),
    ("document start", _document_start, _here),
    ("parsing a block", _block_end, _here),
)
