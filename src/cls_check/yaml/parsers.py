"""A text and the parser that reads it: its events, as often as somebody asks for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from yaml.events import ScalarEvent

import yaml
from cls_check.errors import Place
from cls_check.yaml import trouble
from cls_check.yaml.text import bad_file

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.yaml.places import Event

# YAML 1.1 breaks lines at the first three, and skips the fourth when it counts columns. No editor
# does, and YAML 1.2 does not: the parsers see unused characters of the same length instead.
_LOOSE_CHARACTERS = "\x85\u2028\u2029\ufeff"
_STAND_INS = range(0x10FFF0, 0x10FFFE)


@dataclass(frozen=True)
class Parser:
    """One of PyYAML's two parsers, with a text: it says the same whenever it is asked."""

    kind: Any
    """`yaml.Loader`, or its C parser; nothing is constructed, only events are read."""
    name: str
    source: str
    stand_ins: Mapping[int, str]
    """What stands in the source, and which character it stands for."""

    def events(self) -> Iterator[Event]:
        """What the parser finds, from the start of the text to its end.

        Raises:
            YAMLError: it is no YAML.
            BadFileError: a character's number is that of none.
        """
        loader = self.kind(self.source)
        found: Iterator[Event] = iter(loader.get_event, None)
        try:
            yield from map(self._restored, found) if self.stand_ins else found
        except (ValueError, OverflowError) as error:
            # The number of a character such as "\\UFFFFFFFF" goes to chr() unchecked.
            place = Place(self.name, loader.line + 1, loader.column + 1)
            raise bad_file(place, *trouble.NO_SUCH_CHARACTER) from error

    def _restored(self, event: Event) -> Event:
        if isinstance(event, ScalarEvent):
            event.value = event.value.translate(self.stand_ins)
        return event


def parsers(text: str, name: str, *, quick: bool) -> tuple[Parser | None, Parser]:
    """The quick parser of a text, if there is one that may read it, and PyYAML's own."""
    source, stand_ins = _with_stand_ins(text)
    own = Parser(yaml.Loader, name, source, stand_ins)
    kind = getattr(yaml, "CLoader", None) if quick and "\t" not in source else None
    return replace(own, kind=kind) if kind else None, own


def _with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    loose = [character for character in _LOOSE_CHARACTERS if character in text]
    if not loose:
        return text, {}
    unused = (chr(code) for code in _STAND_INS if chr(code) not in text)
    there = dict(zip(loose, unused, strict=False))
    source = text.translate({ord(character): other for character, other in there.items()})
    return source, {ord(other): character for character, other in there.items()}
