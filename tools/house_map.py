"""The map of the house for CONTRIBUTING.md, made from the code: who imports whom.

A room is a package or a module of a folder. It stands on all rooms that it imports, in a function
or for types alone, too. Nothing goes round, so every room has a level: one above the highest room
that it stands on.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SRC = Path(__file__).resolve().parents[1] / "src"
HOUSE = "cls_check"
Uses = dict[str, set[str]]
"""Each room, and those that it imports."""


def page() -> str:
    """The diagram of the floors, and a table of the rooms on each, from the top down."""
    return f"\n{diagram()}\n\n{table()}\n"


def diagram() -> str:
    """The floors as Mermaid draws them; where a floor stands on another by way of a third, no arrow."""
    uses = rooms_of(HOUSE)
    arrows = [
        f"    {_node(room)} --> {_node(each)}"
        for room in _in_order(uses)
        for each in _in_order(uses)
        if each in _without_ways_round(uses)[room]
    ]
    return "\n".join(["```mermaid", "flowchart TD", *arrows, "```"])


def table() -> str:
    """The rooms of each floor that has some: those that stand on others come first."""
    floors = [room for room in _in_order(rooms_of(HOUSE)) if (SRC / HOUSE / room).is_dir()]
    rows = [f"| `{floor}/` | {_rooms_in_words(rooms_of(f'{HOUSE}.{floor}'))} |" for floor in floors]
    return "\n".join(["| floor | its rooms, from the top down |", "|---|---|", *rows])


@cache
def rooms_of(package: str) -> Uses:
    """The rooms of a package and what each imports of the others."""
    folder = SRC.joinpath(*package.split("."))
    rooms = [each for each in sorted(folder.iterdir()) if _is_room(each)]
    uses = {room.stem: {_room(name, package) for name in _imports(room)} for room in rooms}
    return {room: (found & uses.keys()) - {room} for room, found in uses.items()}


def _is_room(path: Path) -> bool:
    is_package = path.is_dir() and any(path.glob("*.py"))
    return is_package or (path.suffix == ".py" and path.stem != "__init__")


def _room(imported: str, package: str) -> str:
    inside = imported.removeprefix(f"{package}.")
    return "" if inside == imported else inside.partition(".")[0]


def _imports(room: Path) -> Iterator[str]:
    """Everything that the files of a room import, each as `package.module.name`."""
    for path in sorted(room.rglob("*.py")) if room.is_dir() else [room]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                yield from (f"{node.module}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Import):
                yield from (each.name for each in node.names)


def level(room: str, uses: Mapping[str, set[str]]) -> int:
    """How many rooms stand under this one, counted along the longest way down."""
    return max((1 + level(each, uses) for each in uses[room]), default=0)


def _in_order(uses: Uses) -> list[str]:
    return sorted(uses, key=lambda room: (-level(room, uses), room))


def _below(room: str, uses: Uses) -> set[str]:
    """Every room that this one stands on, whether it imports it or not."""
    return uses[room].union(*(_below(each, uses) for each in uses[room]))


def _without_ways_round(uses: Uses) -> Uses:
    return {
        room: found.difference(*(_below(each, uses) for each in found))
        for room, found in uses.items()
    }


def _node(room: str) -> str:
    return "main[__main__]" if room == "__main__" else room


def _rooms_in_words(uses: Uses) -> str:
    """Rooms of one level with commas between them, an arrow down to the next level."""
    levels: dict[int, list[str]] = {}
    for room in _in_order(uses):
        levels.setdefault(level(room, uses), []).append(f"`{room}`")
    return " → ".join(", ".join(rooms) for rooms in levels.values())


if __name__ == "__main__":
    print(page())
