"""What an assessment says, cell by cell: two files that differ in layout alone have the same cells."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import Assessment

Path = tuple[str, ...]

UNORDERED = {"evidence": ("what", "from"), "actions": ("what",)}
"""Lists in which a place means nothing, and what tells their items apart."""


class ChangedCell(NamedTuple):
    """A cell that is not the same in two files; None where it is not there."""

    path: Path
    then: Any
    now: Any


def cells(assessment: Assessment) -> dict[Path, Any]:
    """Every single value of an assessment by its path.

    What is left out and what is written as its default are the same cell. Evidence and actions
    go by their words, not by their place in a list.
    """
    return dict(_cells(assessment.model_dump(exclude_none=True), ()))


def changed_cells(old: Assessment, new: Assessment) -> tuple[ChangedCell, ...]:
    """The cells in which two assessments differ, in the order of the new one; none for the same."""
    then, now = cells(old), cells(new)
    paths = dict.fromkeys([*now, *then])
    return tuple(
        ChangedCell(path, then.get(path), now.get(path))
        for path in paths
        if then.get(path) != now.get(path)
    )


def _cells(tree: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from _cells(value, (*path, str(key)))
    elif isinstance(tree, list | tuple):
        for name, item in _named_items(tree, path[-1] if path else ""):
            yield from _cells(item, (*path, name))
    elif not _is_nobody(tree, path):
        yield path, tree


def _is_nobody(value: Any, path: Path) -> bool:
    """Whether this is a count of nobody, which is the same as no count."""
    return value == 0 and ("answers" in path[-3:-2] or "after-talking" in path[-2:-1])


def _named_items(items: list[Any] | tuple[Any, ...], key: str) -> Iterator[tuple[str, Any]]:
    seen: Counter[str] = Counter()
    ordered = sorted(items, key=repr) if key in UNORDERED else items
    for place, item in enumerate(ordered, start=1):
        name = _name(item, key) if key in UNORDERED else str(place)
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name} ({seen[name]})"), item


def _name(item: Mapping[str, Any], key: str) -> str:
    return " / ".join(str(item.get(part, "")) for part in UNORDERED[key])
