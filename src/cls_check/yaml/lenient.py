"""A second reader, for what is in git and cannot be changed: what a person can read, it reads.

The strict reader says what is wrong with a file, so that somebody mends it. In a history nobody can,
and whoever has the history reads the broken version all the same. So this one asks how a person
would read it: in any encoding, each side of a conflict, a key that stands twice both ways.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    MappingStartEvent,
    ScalarEvent,
)

import yaml
from cls_check.errors import ClsCheckError
from cls_check.yaml.builder import DEEPEST, MOST_THINGS
from cls_check.yaml.parsers import parsers
from cls_check.yaml.text import FORBIDDEN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.yaml.places import Event

MOST_MENDED = 20
_TAB = " " * 8
_MARK = re.compile(r"^(<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|\Z)")
_SIDES = ("<<<<<<<", "|||||||", "=======")
_WORDS_BEHIND_A_KEY = re.compile(r"(\s*(?:- +)*[\w-]+:[ \t]+)([^\s\[{|>&*].*)")


class UnreadableError(Exception):
    """Nobody can say what stands there without guessing."""


def plain_text(data: bytes) -> str:
    """The text of a file in whichever encoding an editor saved it, without what cannot be seen."""
    text = data.decode(_encoding(data), "replace")
    return FORBIDDEN.sub("", text.replace("\ufeff", "")).replace("\t", _TAB)


def _encoding(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\0" in data[:4]:
        return "utf-16-be" if data[:1] == b"\0" else "utf-16-le"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def trees_in(text: str) -> list[dict[str, Any]]:
    """Every way to read a text as groups, lists and texts: one, where nothing in it is in doubt.

    Raises:
        UnreadableError: some of it can be read in no way.
    """
    found: list[dict[str, Any]] = []
    for side in _sides(text):
        for last in (True, False):
            trees = [tree for tree in _read(side, last=last) if isinstance(tree, dict)]
            found += [tree for tree in trees if tree not in found]
    return found


def _sides(text: str) -> Iterator[str]:
    """A text as each of those had it who changed the same lines; the text itself, where nobody did."""
    lines = text.splitlines(keepends=True)
    marks = [found.group() if (found := _MARK.match(line)) else "" for line in lines]
    for side in _SIDES if any(marks) else ("",):
        if side and side not in marks:
            continue
        here, kept = "", []
        for line, mark in zip(lines, marks, strict=True):
            if mark:
                here = "" if mark == ">>>>>>>" else mark
            elif here in ("", side):
                kept.append(line)
        yield "".join(kept)


def _read(text: str, *, last: bool) -> list[Any]:
    lines = text.splitlines(keepends=True)
    mended: set[int] = set()
    while True:
        try:
            return _documents("".join(lines), last=last)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line if error.problem_mark else len(lines)
            if line in mended or line >= len(lines) or len(mended) == MOST_MENDED:
                raise UnreadableError from error
            lines[line] = _mended(lines[line])
            mended.add(line)
        except (yaml.YAMLError, ClsCheckError) as error:
            raise UnreadableError from error


def _mended(line: str) -> str:
    """A line that stopped the reader: words with a colon are put in quotes, others are left out.

    Raises:
        UnreadableError: it may hold a number, or the name of something.
    """
    words = _WORDS_BEHIND_A_KEY.fullmatch(line.rstrip("\r\n"))
    if words:
        return words[1] + "'" + words[2].replace("'", "''") + "'\n"
    if re.search(r"[\d:]", line):
        raise UnreadableError
    return "\n"


def _documents(text: str, *, last: bool) -> list[Any]:
    """The trees of a text; of a key that stands twice, the last or the first counts."""
    libyaml, own = parsers(text, "", quick=True)
    filling = _Filling(last=last)
    for count, event in enumerate((libyaml or own).events()):
        if count > MOST_THINGS:
            raise UnreadableError
        filling.take(event)
    return filling.documents


class _Filling:
    """Trees that are being built, event by event."""

    def __init__(self, *, last: bool) -> None:
        self.documents: list[Any] = []
        self._last = last
        self._open: list[Any] = []
        self._keys: list[str | None] = []

    def take(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self._put(event.value)
        elif isinstance(event, CollectionStartEvent):
            fresh: Any = {} if isinstance(event, MappingStartEvent) else []
            self._put(fresh)
            self._open.append(fresh)
            self._keys.append(None)
            if len(self._open) > DEEPEST:
                raise UnreadableError
        elif isinstance(event, CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, AliasEvent):
            raise UnreadableError

    def _put(self, value: Any) -> None:
        if not self._open:
            self.documents.append(value)
            return
        holds, key = self._open[-1], self._keys[-1]
        if isinstance(holds, list):
            holds.append(value)
        elif key is not None:
            if self._last or key not in holds:
                holds[key] = value
            self._keys[-1] = None
        elif isinstance(value, str):
            self._keys[-1] = value
        else:
            raise UnreadableError
