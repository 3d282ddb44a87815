"""Tables in the terminal: drawn by Rich where people look, in plain columns elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.cli.screen.console import is_plain, safe_lines, say

if TYPE_CHECKING:
    from collections.abc import Sequence


def print_table(rows: Sequence[Sequence[str]], *, plain: bool = False) -> None:
    """Print a table; the first row is the heading."""
    if is_plain(wished=plain):
        say(plain_table(rows))
    else:
        _print_rich_table(rows)


def plain_table(rows: Sequence[Sequence[str]]) -> str:
    """Columns set apart by two blanks; the first row is the heading."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _print_rich_table(rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in rows[0]:
        table.add_column(Text(safe_lines(heading)))
    for row in rows[1:]:
        table.add_row(*(Text(safe_lines(cell)) for cell in row))
    Console(highlight=False, markup=False, emoji=False).print(table)
