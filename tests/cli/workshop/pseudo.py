"""A language that does not exist, to see what is left in English and what is glued together.

Every letter of a text becomes one with an accent, and every text stands in brackets: ⟦Ýéś⟧ for
what the program says, ⟪Ñó⟫ for what a questionnaire says.
"""

from __future__ import annotations

import re
import string
from typing import Any

import yaml

PLAIN = string.ascii_letters
ACCENTED = "áƀćđéƒǵĥíĵķłḿńóṕɋŕśţúṽẃẋýźÁƁĆĐÉƑǴĤÍĴĶŁḾŃÓṔɊŔŚŢÚṼẂẊÝŹ"
CHANGED = str.maketrans(PLAIN, ACCENTED)
PROGRAM, ASKED = "⟦⟧", "⟪⟫"

# What no translator changes: fields, and what is typed (commands, ids, keys, file names).
KEPT = re.compile(
    r"(\{\w*\}|cls-check [a-z]+(?: --record)?|\bg ID\b|\bID\b|^  \w+ +|\[y/n\]|\bCtrl\b)",
    re.MULTILINE,
)


def said(text: str) -> str:
    """A text of the catalogue in the language that does not exist."""
    parts = KEPT.split(text)
    changed = (part if place % 2 else part.translate(CHANGED) for place, part in enumerate(parts))
    return PROGRAM[0] + "".join(changed) + PROGRAM[1]


def catalogue(english: dict[str, Any]) -> dict[str, Any]:
    """The whole catalogue in it."""
    return {
        key: tuple(map(said, text)) if isinstance(text, tuple) else said(text)
        for key, text in english.items()
    }


NOT_SHOWN = {"seed", "licence"}
NAMES = {"id", "version", "languages", "minutes", "core", "sensitive", "cls-check-questionnaire"}


def questionnaire(text: str) -> str:
    """A questionnaire in it."""
    tree = _asked(yaml.safe_load(text))
    tree["languages"] = ["qps"]
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False)


def _asked(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: one if key in NAMES else _asked(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_asked(one) for one in value]
    return ASKED[0] + value.translate(CHANGED) + ASKED[1] if isinstance(value, str) else value


def outside(text: str) -> list[str]:
    """What stands outside the brackets of what the program says, line by line."""
    left, depth = [], 0
    for character in text:
        if character in PROGRAM:
            depth += 1 if character == PROGRAM[0] else -1
            left.append(" ")
        elif character == "\n" or not depth:
            left.append(character)
    return "".join(left).split("\n")


def whole_texts(line: str) -> int:
    """How many texts of the program stand side by side in a line."""
    count = depth = 0
    for character in line:
        if character == PROGRAM[0]:
            count += not depth
            depth += 1
        elif character == PROGRAM[1]:
            depth -= 1
    return count
