"""Saying what closing will do, before it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.words.speech import label, large

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.closing.foresight import Foresight

MOST_NAMED = 5
"""Statements; more are counted."""


def foretold(found: Foresight, names: Mapping[str, str]) -> Iterator[str]:
    """What will be joined, what more people would change, and where a group was of one mind."""
    if found.people < found.minimum:
        yield label("end.too-few", minimum=found.minimum)
        return
    if found.joined:
        key = "foresee.all-joined" if _all(found.joined, names) else "foresee.joined"
        yield label(key, minimum=found.minimum, groups=_named(found.joined, names))
    for group, more in found.missing.items():
        yield label("foresee.missing", n=more, group=names[group])
    there = [name for name in found.joined_there if name not in found.joined]
    if there:
        about = ", ".join(f"“{title}”" for title in found.sensitive)
        fields = {"titles": about, "minimum": found.sensitive_minimum}
        yield label("foresee.sensitive", groups=_named(there, names), **fields)
    yield from _of_one_mind(found, names)


def _of_one_mind(found: Foresight, names: Mapping[str, str]) -> Iterator[str]:
    if not found.of_one_mind:
        return
    yield label("foresee.one-mind")
    for each in found.of_one_mind[:MOST_NAMED]:
        group = large(names.get(each.group, label("group.other-perspectives")))
        yield "  " + label("foresee.who", group=group, n=each.people, text=each.text)
    more = len(found.of_one_mind) - MOST_NAMED
    if more > 0:
        yield "  " + label("foresee.more", n=more)
    yield label("foresee.tell")


def _all(groups: tuple[str, ...], names: Mapping[str, str]) -> bool:
    return len(groups) == len(names)


def _named(groups: tuple[str, ...] | list[str], names: Mapping[str, str]) -> str:
    return ", ".join(names[group] for group in groups)
