"""An assessment as lines that read like sentences, for `git diff`, `git show` and `git log -p`.

Git starts this once for each version of a file, so it imports PyYAML and next to nothing else. What
is no assessment, or is broken, is printed as it is: a diff must never stop.

Nothing is worked out and nothing left out: what has no sentence of its own is a line with its name.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from cls_check.git.plain_tree import NotOursError, plain_tree
from cls_check.words.english.lines import CATALOGUE
from cls_check.words.speech import LINES, day_in_words, label, large, speak

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "1"
"""Raised when what git is told changes, so that an earlier set-up is seen to be one."""

USAGE = "usage: cls-check-git textconv FILE\n"
ORDER = ("place", "date", "round", "stage", "language", "scale", "took-part")
KNOWN = {"cls-check", *ORDER, "factors", "reflections"}
OUTSIDE = ("dont-know", "cannot-answer")
HIDDEN = (
    *range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F),
    *range(0x2066, 0x206A), 0xFEFF,
)  # fmt: skip
"""What drives a terminal or turns a line around; in the file itself it stands as \\e, and harms nobody."""
SAFE = {number: f"U+{number:04X}" for number in HIDDEN} | {ord("\t"): "\t", ord("\n"): " "}
"""A line end within a text must not begin a line that looks like one of ours."""


def main() -> int:
    """Print a file as lines; the exit code is 2 where it was not asked for so."""
    if sys.argv[1:2] != ["textconv"] or len(sys.argv) != 3:
        sys.stderr.write(USAGE)
        return 2
    speak(LINES)
    try:
        with open(sys.argv[2], "rb") as file:  # noqa: PTH123 - importing Path takes as long as the work
            sys.stdout.buffer.write(converted(file.read()))
        sys.stdout.flush()
    except (OSError, ValueError) as error:
        sys.stderr.write(f"{sys.argv[2]!a}: {getattr(error, 'strerror', None) or error}.\n")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is left
        return 2
    return 0


def converted(data: bytes) -> bytes:
    """The bytes as lines, or as they are where they hold no assessment."""
    try:
        tree, comments = plain_tree(data)
        lines = [*_lines(tree), *_comments(comments)]
    except (NotOursError, AttributeError, TypeError, ValueError, KeyError, RecursionError):
        return data  # a file that somebody is still mending is shown as it is
    safe = (line.translate(SAFE) for line in lines)
    return ("\n".join(safe) + "\n").encode("utf-8", "surrogatepass")


def _lines(tree: dict[str, Any]) -> Iterator[str]:
    if tree.get("cls-check") != "1" or not isinstance(tree.get("factors"), dict):
        raise NotOursError
    yield from _particulars(tree)
    for key, value in tree.items():
        if key not in KNOWN:
            yield from _as_written(key, value, "")
    scale = tree.get("scale", [])
    for key, factor in tree["factors"].items():
        yield ""
        yield from _factor(key, factor, tree, scale)
    for key, asked in tree.get("reflections", {}).items():
        yield ""
        yield label("line.reflection", text=asked.get("text", key))
        yield from _words(asked.get("said", ""))
        yield from _others(asked, {"text", "said"}, "  ")


def _particulars(tree: dict[str, Any]) -> Iterator[str]:
    for key in ORDER:
        value = tree.get(key)
        if value is None:
            continue
        if key == "took-part":
            for group, people in value.items():
                yield label("line.took-part", group=_group(tree, group), n=people)
        else:
            yield label(f"line.{key}", value=_particular(key, value))


def _particular(key: str, value: Any) -> str:
    if key == "date":
        return day_in_words(value)
    if key == "stage":
        return _named("stage", value)
    if key == "scale":
        return " / ".join(value)
    return str(value)


def _factor(
    key: str, factor: dict[str, Any], tree: dict[str, Any], scale: list[str]
) -> Iterator[str]:
    yield label("line.factor", title=factor.get("title", key), id=key)
    for name, statement in factor.get("statements", {}).items():
        yield "  " + label("line.statement", text=statement.get("text", ""), id=name)
        for group, given in statement.get("answers", {}).items():
            fields = {"group": _group(tree, group), "counts": _counts(given, scale)}
            yield "    " + label("line.answers", **fields)
        if again := statement.get("after-talking"):
            yield "    " + label("line.after-talking", counts=_counts(again, scale))
        yield from _others(statement, {"text", "answers", "after-talking"}, "    ")
    yield from _agreed(factor, tree)
    known = {"title", "statements", "level", "because", "evidence", "actions"}
    yield from _others(factor, known, "  ")


def _agreed(factor: dict[str, Any], tree: dict[str, Any]) -> Iterator[str]:
    if level := factor.get("level"):
        named = tree.get("levels", {}).get(level) or _named("level", level)
        yield "  " + label("line.level", value=named)
    if because := factor.get("because"):
        yield "  " + label("line.because")
        yield from _words(because)
    for evidence in factor.get("evidence", []):
        whose = _named("whose", evidence.get("from", ""))
        yield "  " + label("line.evidence", whose=whose)
        yield from _words(evidence.get("what", ""))
        yield from _others(evidence, {"from", "what"}, "    ")
    for action in factor.get("actions", []):
        yield from _action(action)


def _action(action: dict[str, Any]) -> Iterator[str]:
    state = label("line.done" if action.get("done") == "true" else "line.open")
    yield "  " + label("line.action", state=state)
    yield from _words(action.get("what", ""))
    for key in ("who", "by", "sign"):
        if key in action:
            yield "    " + label(f"line.{key}", value=" ".join(action[key].split()))
    yield from _others(action, {"what", "who", "by", "sign", "done"}, "    ")


def _counts(given: dict[str, str], scale: list[str]) -> str:
    """How many people gave each answer, in the order of the file: "3 Partly true, 1 did not know"."""
    return ", ".join(_count(answer, people, scale) for answer, people in given.items())


def _count(answer: str, people: str, scale: list[str]) -> str:
    if answer in OUTSIDE:
        return label(f"line.{answer}", n=people)
    place = int(answer)
    return f"{people} {scale[place - 1]}" if 0 < place <= len(scale) else f"{people} {answer}"


def _group(tree: dict[str, Any], group: str) -> str:
    return large(tree.get("perspectives", {}).get(group) or _named("group", group))


def _named(kind: str, name: str) -> str:
    """What has a name of ours, such as a level, by that name; anything else as it is written."""
    named = CATALOGUE.get(f"{kind}.{name}")
    return named if isinstance(named, str) and "{" not in named else name


def _words(words: str) -> Iterator[str]:
    """What people wrote, line by line."""
    for line in words.splitlines():
        yield f"    | {line}".rstrip()


def _others(part: dict[str, Any], known: set[str], indent: str) -> Iterator[str]:
    for key, value in part.items():
        if key not in known:
            yield from _as_written(key, value, indent)


def _as_written(key: str, value: Any, indent: str) -> Iterator[str]:
    """A name that has no sentence, such as a note of somebody's own, with everything in it."""
    if isinstance(value, dict):
        yield f"{indent}{key}:"
        for name, inner in value.items():
            yield from _as_written(name, inner, f"{indent}  ")
    elif isinstance(value, list):
        yield f"{indent}{key}:"
        for number, inner in enumerate(value, start=1):
            yield from _as_written(str(number), inner, f"{indent}  ")
    else:
        yield f"{indent}{key}: {' '.join(str(value).split())}"


def _comments(comments: list[str]) -> Iterator[str]:
    if comments:
        yield ""
        yield label("line.comments")
        yield from (f"  {comment}" for comment in comments)
