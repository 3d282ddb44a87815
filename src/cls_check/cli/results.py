"""What people said, on the screen of a workshop: a distribution for each perspective, side by side.

The room sees what the closed file holds, where groups that are too small are joined.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cls_check.cli.console import fitting, safe_lines
from cls_check.domain.reveal import SEEN_DIFFERENTLY, factor_rows, statement_rows
from cls_check.domain.terms import EVERYONE
from cls_check.reports.wording import (
    early_on,
    group_name,
    headline_sentence,
    nearest_answer,
    one_decimal,
    said,
)
from cls_check.words.speech import label, large, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cls_check.cli.terminal import Terminal
    from cls_check.domain.assessment import Assessment
    from cls_check.domain.findings import FactorFindings
    from cls_check.domain.questionnaire import Factor
    from cls_check.domain.reveal import Row

BARS = "▁▂▃▄▅▆▇█"
NARROWEST_TABLE = 72
MOST_COLUMNS = 7
"""Answers of a scale; more do not fit side by side."""
MOST_PROMPTS = 2


@dataclass(frozen=True)
class Results:
    """What is looked at: the assessment as it may be shown, and what is at hand of the questionnaire."""

    assessment: Assessment
    groups: Sequence[str]
    """Those shown on their own, in the order of the questionnaire."""

    def show_factor(self, terminal: Terminal, factor: FactorFindings, asked: Factor | None) -> None:
        """The finding in words, the distribution of each perspective, and what to talk about."""
        if asked and asked.meaning:
            terminal.say(asked.meaning)
        if factor.statements:
            terminal.say()
            terminal.say(headline_sentence(factor, self.assessment), style="bold")
            for sentence in _more_about(factor, self.assessment):
                terminal.say(sentence)
            terminal.say()
            self._show_answers(terminal, factor)
        for prompt in _prompts(factor, asked):
            terminal.say()
            terminal.say(prompt)

    def _show_answers(self, terminal: Terminal, factor: FactorFindings) -> None:
        rows = list(factor_rows(factor, self.groups))
        if not rows:
            withheld = not factor.counts_shown
            terminal.say(say("note.withheld") if withheld else label("results.too-few"))
            return
        terminal.say(label("results.answers", n=len(factor.statements)))
        self.show_rows(terminal, rows)

    def show_statements(self, terminal: Terminal, factor: FactorFindings) -> None:
        """Each statement of a factor, with the second vote beside the first where there is one."""
        for statement in factor.statements:
            terminal.say()
            terminal.say(statement.text, style="bold")
            rows = list(statement_rows(statement, self.groups))
            if rows:
                self.show_rows(terminal, rows)
            else:
                withheld = not factor.counts_shown
                terminal.say(say("note.withheld") if withheld else say("statement.too-few"))
            second = statement.after_talking
            if second and second.counts_shown:
                counted = self._counts(second.tally.counts)
                terminal.say(label("results.after-talking", counts=counted))

    def show_rows(self, terminal: Terminal, rows: Sequence[Row]) -> None:
        """The rows as a table where there is room, else each in a sentence."""
        scale = self.assessment.scale
        if terminal.plain or terminal.width < NARROWEST_TABLE or len(scale) > MOST_COLUMNS:
            for row in rows:
                terminal.say(self._in_a_sentence(row))
        else:
            legend = (
                label("results.legend", number=number, answer=answer)
                for number, answer in enumerate(scale, start=1)
            )
            terminal.say("   ".join(legend), style="dim")
            _print_table(terminal, [self._heading(), *(self._cells(row) for row in rows)])

    def _heading(self) -> list[str]:
        numbers = [str(number) for number in range(1, len(self.assessment.scale) + 1)]
        return ["", *numbers, label("column.could-not-say"), "", label("column.typical")]

    def _cells(self, row: Row) -> list[str]:
        return [
            large(group_name(self.assessment, row.group)),
            *map(str, row.tally.counts),
            str(row.tally.dont_know),
            bars(row.tally.counts),
            self._typical(row),
        ]

    def _typical(self, row: Row) -> str:
        if row.typical_answer is None:
            return "—"
        answer = nearest_answer(row.typical_answer, self.assessment.scale)
        return label("assess.answer", number=one_decimal(row.typical_answer), words=answer)

    def _in_a_sentence(self, row: Row) -> str:
        fields = {
            "group": large(group_name(self.assessment, row.group)),
            "counts": self._counts(row.tally.counts),
            "some": row.tally.dont_know,
        }
        if row.typical_answer is None:
            return label("results.row-without-typical", **fields)
        return label("results.row", typical=one_decimal(row.typical_answer), **fields)

    def _counts(self, counts: Sequence[int]) -> str:
        """Each answer with how often it was given, as a list in words."""
        each = (
            label("results.count", n=count, answer=answer)
            for count, answer in zip(counts, self.assessment.scale, strict=True)
        )
        return label("list.and-so-on").join(each)


def _more_about(factor: FactorFindings, assessment: Assessment) -> Iterator[str]:
    for finding in factor.findings[:1]:
        in_words = said(finding, factor, assessment)
        yield from in_words.numbers
        if in_words.fragile:
            yield in_words.fragile
    expected = early_on(factor, assessment)
    if expected:
        yield expected


def _prompts(factor: FactorFindings, asked: Factor | None) -> Iterator[str]:
    """What to talk about: strengths are asked for, and differences listened to."""
    if asked is None:
        return
    differs = any(finding.rule in SEEN_DIFFERENTLY for finding in factor.findings)
    if differs and asked.if_people_disagree:
        yield label("results.if-differ", words=asked.if_people_disagree)
    elif factor.headline in {"strength", "growing-well"} and asked.if_strong:
        yield label("results.if-strong", words=asked.if_strong)
    for words in asked.conversation[:MOST_PROMPTS]:
        yield label("results.talk-about", words=words)


def bars(counts: Sequence[int]) -> str:
    """Counts as a line of small columns, as high as the largest of them; a blank for none."""
    most = max(counts, default=0)
    if not most:
        return ""
    return "".join(BARS[-(-8 * count // most) - 1] if count else " " for count in counts)


def groups_shown(findings: Iterable[FactorFindings], assessment: Assessment) -> tuple[str, ...]:
    """The perspectives that have results of their own, in the order of the questionnaire."""
    named = {group for factor in findings for group in factor.by}
    return tuple(each for each in assessment.groups() if each in named and each != EVERYONE)


def _print_table(terminal: Terminal, rows: Sequence[Sequence[str]]) -> None:
    import sys

    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1))
    last = len(rows[0]) - 1
    for place, heading in enumerate(rows[0]):
        numeric = 0 < place < last - 1
        parts = [*heading.split(), *(row[place] for row in rows[1:])]
        width = max(map(len, parts)) if numeric else None
        table.add_column(Text(heading), justify="right" if numeric else "left", max_width=width)
    for row in rows[1:]:
        table.add_row(*(Text(fitting(safe_lines(cell), sys.stdout.encoding)) for cell in row))
    ascii_alone = not _draws_lines(sys.stdout.encoding)
    if ascii_alone:
        table.box = box.ASCII_DOUBLE_HEAD
    console = Console(highlight=False, markup=False, emoji=False, width=terminal.width)
    console.print(table)


def _draws_lines(encoding: str | None) -> bool:
    """Whether a terminal's alphabet has the line under a heading."""
    try:
        "─".encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
