"""What people said, on the screen of a workshop: a distribution for each perspective, side by side.

It lays out the view that the page for the projector is made of; what may be shown, and in which
words, is decided there.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.cli.screen.console import fitting, safe_lines
from cls_check.words.speech import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.cli.screen.terminal import Terminal
    from cls_check.reports.reveal.view import ShownFactor, ShownRow

BARS = "▁▂▃▄▅▆▇█"
NARROWEST_TABLE = 72
MOST_COLUMNS = 7
"""Answers of a scale; more do not fit side by side."""
MOST_PROMPTS = 3


@dataclass(frozen=True)
class Results:
    """Where results are shown, and the answers of the scale."""

    terminal: Terminal
    scale: Sequence[str]

    def show_factor(self, shown: ShownFactor) -> None:
        """The finding in words, the distribution of each perspective, and what to talk about."""
        say = self.terminal.say
        if shown.meaning:
            say(shown.meaning)
        if shown.statements:
            say()
            say(shown.say, style="bold")
            for note in shown.notes:
                say(note)
            say()
            if shown.rows:
                say(shown.caption)
            self.show_rows(shown.rows)
        for prompt in shown.prompts:
            say()
            say(prompt.label, style="bold")
            for words in prompt.points[:MOST_PROMPTS]:
                self.terminal.item("-", words)

    def show_statements(self, shown: ShownFactor) -> None:
        """Each statement of a factor, with the second vote beside the first where there is one."""
        for statement in shown.statements:
            self.terminal.say()
            self.terminal.say(statement.text, style="bold")
            if statement.say:
                self.terminal.say(statement.say)
            again = [statement.after_talking] if statement.after_talking else []
            self.show_rows([*statement.rows, *again])

    def show_rows(self, rows: Sequence[ShownRow]) -> None:
        """The rows as a table where there is room, else each in a sentence."""
        if not rows:
            return
        narrow = self.terminal.width < NARROWEST_TABLE or len(self.scale) > MOST_COLUMNS
        if self.terminal.plain or narrow:
            for row in rows:
                self.terminal.say(self._in_a_sentence(row))
            return
        legend = (
            label("results.legend", number=number, answer=answer)
            for number, answer in enumerate(self.scale, start=1)
        )
        self.terminal.say("   ".join(legend), style="dim")
        _print_table(self.terminal, [self._heading(), *map(_cells, rows)])

    def _heading(self) -> list[str]:
        numbers = [str(number) for number in range(1, len(self.scale) + 1)]
        return ["", *numbers, label("column.could-not-say"), "", label("column.typical")]

    def _in_a_sentence(self, row: ShownRow) -> str:
        each = (
            label("results.count", n=count, answer=answer)
            for count, answer in zip(row.counts, self.scale, strict=True)
        )
        fields = {
            "group": row.name,
            "counts": label("list.and-so-on").join(each),
            "some": row.did_not_know,
        }
        if not row.typical:
            return label("results.row-without-typical", **fields)
        return label("results.row", typical=row.typical, **fields)


def _cells(row: ShownRow) -> list[str]:
    typical, counts = row.words, row.counts
    if row.typical:
        typical = label("assess.answer", number=row.typical, words=row.nearest)
    return [row.name, *map(str, counts), str(row.did_not_know), bars(counts), typical]


def bars(counts: Sequence[int]) -> str:
    """Counts as a line of small columns, as high as the largest of them; a blank for none."""
    most = max(counts, default=0)
    if not most:
        return ""
    return "".join(BARS[-(-8 * count // most) - 1] if count else " " for count in counts)


def _print_table(terminal: Terminal, rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lines = box.SIMPLE_HEAD if _draws_lines(sys.stdout.encoding) else box.ASCII_DOUBLE_HEAD
    table = Table(box=lines, pad_edge=False, padding=(0, 1))
    last = len(rows[0]) - 1
    for place, heading in enumerate(rows[0]):
        numeric = 0 < place < last - 1
        parts = [*heading.split(), *(row[place] for row in rows[1:])]
        width = max(map(len, parts)) if numeric else None
        table.add_column(Text(heading), justify="right" if numeric else "left", max_width=width)
    for row in rows[1:]:
        table.add_row(*(Text(fitting(safe_lines(cell), sys.stdout.encoding)) for cell in row))
    Console(highlight=False, markup=False, emoji=False, width=terminal.width).print(table)


def _draws_lines(encoding: str | None) -> bool:
    """Whether a terminal's alphabet has the line under a heading."""
    try:
        "─".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
