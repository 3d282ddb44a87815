"""Assessments as people might write them by hand: every legal layout, comments in every place.

What is written is random. Each comment has a number of its own, so that it can be found again.
"""

from __future__ import annotations

import json
import re
from random import Random
from typing import Any

TEXTS = (
    "Two plans changed.",
    'They said: "it is cold".',
    "# not a comment",
    "- no dash",
    "It's one\nand two",
    "  further in\nand back",
    "a\n\n\nb # c",
    "naïve 🙂 café",
    "{x}, [y]",
    "yes",
    "12:30",
    "a: b",
    "word " * 40,
)
"""Texts in which much could be taken for something else."""

ANSWERS = ("1", "2", "3", "dont-know", "cannot-answer")


def some_tree(chance: Random) -> dict[str, Any]:
    """An assessment as a tree: two or three factors, each with a part of what it can have."""
    tree: dict[str, Any] = {
        "cls-check": 1,
        "questionnaire": {"id": "t", "version": "1"},
        "place": "Northfield",
        "date": "2026-09-10",
        "scale": ["Low", "Middle", "High"],
        "levels": {"starting": "Starting", "growing": "Growing"},
        "took-part": {"everyone": 30},
        "factors": {f"f-{n}": _factor(chance, n) for n in range(1, chance.choice([2, 3, 4]))},
    }
    if chance.random() < 0.7:
        said = {"said": chance.choice(TEXTS)} if chance.random() < 0.5 else {}
        tree["reflections"] = {"r-1": {"text": "What now?"} | said, "r-2": {"text": "And then?"}}
    return tree


def _factor(chance: Random, number: int) -> dict[str, Any]:
    statements = {f"s-{number}-{k}": _statement(chance) for k in range(chance.choice([0, 1, 2]))}
    parts: dict[str, Any] = {
        "title": f"Factor {number}",
        "statements": statements,
        "level": chance.choice(["growing", "we-do-not-agree", None]),
        "because": chance.choice([*TEXTS, None]),
        "evidence": [
            {"from": "people", "what": chance.choice(TEXTS)} for _ in range(chance.randint(0, 3))
        ],
        "actions": [_action(chance) for _ in range(chance.randint(0, 3))],
        "x-note": chance.choice(TEXTS),
    }
    optional = [name for name in parts if name != "title" and chance.random() < 0.35]
    return _shuffled(chance, {k: v for k, v in parts.items() if k not in optional})


def _statement(chance: Random) -> dict[str, Any]:
    parts: dict[str, Any] = {"text": "This is so.", "answers": {"everyone": _tally(chance)}}
    if chance.random() < 0.5:
        parts["after-talking"] = _tally(chance)
    return _shuffled(chance, parts)


def _tally(chance: Random) -> dict[str, int]:
    return {"1": 5} | {answer: chance.randint(1, 4) for answer in chance.sample(ANSWERS[1:], 2)}


def _action(chance: Random) -> dict[str, Any]:
    parts: dict[str, Any] = {
        "what": chance.choice(TEXTS),
        "who": chance.choice(TEXTS),
        "by": chance.choice(["2026-12-01", "by Easter"]),
        "done": chance.choice([True, False]),
        "x-own": "mine",
    }
    gone = [name for name in parts if name != "what" and chance.random() < 0.4]
    return _shuffled(chance, {k: v for k, v in parts.items() if k not in gone})


def _shuffled(chance: Random, parts: dict[str, Any]) -> dict[str, Any]:
    names = list(parts)
    if chance.random() < 0.3:
        chance.shuffle(names)
    return {name: parts[name] for name in names}


class Hand:
    """One person's way of writing, for one file."""

    def __init__(self, chance: Random, *, notes_in_brackets: bool = False) -> None:
        self.chance = chance
        self.notes = 0
        self.notes_in_brackets = notes_in_brackets
        self.brackets = chance.choice([0, 0, 0.05, 0.3])
        self.talks = chance.choice([0, 0.1, 0.4])
        self.step = chance.choice([2, 2, 2, 1, 3, 4])
        self.to_dash = chance.choice([self.step, 0, 2])
        self.deepest_note = 99

    def file(self, tree: dict[str, Any]) -> str:
        """The text of a file."""
        chance = self.chance
        lines = self.group(tree, 0)
        text = "\n".join(lines) + "\n"
        if chance.random() < 0.2:
            text = text.rstrip("\n")
        return text.replace("\n", chance.choice(["\n", "\n", "\r\n"]))

    def group(self, group: dict[str, Any], indent: int) -> list[str]:
        """The lines of a group, each name on one of its own."""
        lines: list[str] = []
        for name, value in group.items():
            lines += self.between(indent if lines else indent + 1)
            lines += self.named(name, value, indent)
        return lines

    def named(self, name: str, value: Any, indent: int) -> list[str]:
        pad = " " * indent
        head = f"{pad}{self.name(name)}:"
        if isinstance(value, dict | list) and (not value or self.chance.random() < self.brackets):
            self.deepest_note = 99
            return self.with_note(f"{head} {self.in_brackets(value, indent + 2)}")
        if isinstance(value, dict):
            [line] = self.with_note(head)
            self.deepest_note = 99
            return [line, *self.group(value, indent + self.step)]
        if isinstance(value, list):
            [line] = self.with_note(head)
            self.deepest_note = 99
            return [line, *self.items(value, indent + self.to_dash)]
        return self.scalar(head, value, indent)

    def items(self, items: list[Any], indent: int) -> list[str]:
        lines: list[str] = []
        for item in items:
            lines += self.between(indent)
            if isinstance(item, str) or self.chance.random() < self.brackets:
                lines += self.with_note(f"{' ' * indent}- {self.in_brackets(item, indent + 2)}")
                self.deepest_note = 99
                continue
            wide = self.chance.choice([2, 2, 2, 3, 4])
            first, *more = self.group(item, indent + wide)
            while not first.strip() or first.lstrip().startswith("#"):
                first, *more = more  # the dash is on the line of the first name
            lines += [f"{' ' * indent}-{' ' * (wide - 1)}{first.lstrip()}", *more]
        return lines

    def between(self, most: int) -> list[str]:
        """Blank lines and comments between two things."""
        chance, lines = self.chance, []
        while chance.random() < self.talks:
            deepest = max(0, min(self.deepest_note, most + chance.choice([0, 0, 0, 4])))
            note = " " * chance.randint(0, deepest) + self.note()
            lines.append(chance.choice(["", note, note]))
        return lines

    def note(self) -> str:
        self.notes += 1
        return f"# note {self.notes}." + self.chance.choice(["", " - a: 'b' # {", ' "'])

    def with_note(self, line: str) -> list[str]:
        if "\n" in line or self.chance.random() >= self.talks:
            return [line]
        blanks = [" ", " ", "   "]
        return [f"{line}{self.chance.choice(blanks)}{self.note()}"]

    def name(self, name: str) -> str:
        return f'"{name}"' if self.chance.random() < 0.05 else name

    def in_brackets(self, value: Any, indent: int) -> str:
        if isinstance(value, dict):
            parts = [f"{k}: {self.in_brackets(v, indent + 2)}" for k, v in value.items()]
            return self.bracketed("{", parts, "}", indent)
        if isinstance(value, list):
            parts = [self.in_brackets(item, indent + 2) for item in value]
            return self.bracketed("[", parts, "]", indent)
        return self.on_one_line(value)

    def bracketed(self, left: str, parts: list[str], right: str, indent: int) -> str:
        blank = self.chance.choice(["", " "])
        if self.chance.random() < 0.7 or not parts:
            return left + blank + ", ".join(parts) + blank + right
        pad = "\n" + " " * indent
        told = self.notes_in_brackets and self.chance.random() < 0.4
        note = f" {self.note()}" if told else ""
        end = self.chance.choice(["", ","])
        return f"{left}{note}{pad}" + f",{pad}".join(parts) + f"{end}\n{' ' * (indent - 1)}{right}"

    def on_one_line(self, value: Any) -> str:
        if not isinstance(value, str):
            return json.dumps(value)
        choices = [json.dumps(value, ensure_ascii=False)]
        if "\n" not in value:
            choices.append("'" + value.replace("'", "''") + "'")
        if re.fullmatch(r"[A-Za-z][A-Za-z -]*[a-z.]", value):
            choices += [value] * 5
        return self.chance.choice(choices)

    def scalar(self, head: str, value: Any, indent: int) -> list[str]:
        """A name and its text, number or word, in any style."""
        self.deepest_note = 99
        chance = self.chance
        if value is None and chance.random() < 0.8:
            return self.with_note(head)
        if not isinstance(value, str) or chance.random() < 0.3 or not value.strip():
            return self.beside_or_below(head, self.on_one_line(value), indent)
        if " " in value and chance.random() < 0.3 and re.fullmatch(r"[A-Za-z][A-Za-z .]*", value):
            first, rest = value.split(" ", 1)
            return [f"{head} {first}", *self.with_note(f"{' ' * (indent + 1)}{rest.rstrip()}")]
        return self.block(head, value, indent)

    def beside_or_below(self, head: str, written: str, indent: int) -> list[str]:
        if self.chance.random() < 0.1:
            return [*self.with_note(head), *self.with_note(f"{' ' * (indent + 1)}{written}")]
        return self.with_note(f"{head} {written}")

    def block(self, head: str, value: str, indent: int) -> list[str]:
        deeper = self.chance.choice([self.step, 1, 3])
        told = str(deeper) if value.startswith(" ") or self.chance.random() < 0.1 else ""
        # A line end at the end of a text is part of it, which would spoil an id or a day.
        end = self.chance.choice(["-", "-", "", "+"] if " " in value else ["-"])
        sign = self.chance.choice(["|", "|", ">"]) + told + end
        pad = " " * (indent + deeper)
        lines = [pad + line if line else "" for line in value.split("\n")]
        blanks = [""] * self.chance.choice([0, 0, 1, 2])
        self.deepest_note = indent + deeper - 1
        return [*self.with_note(f"{head} {sign}"), *lines, *blanks]
