"""The rows of a sheet that was understood, with all that is needed to read one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from cls_check.errors import BadFileError
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE
from cls_check.exchange.incoming.response import Text
from cls_check.exchange.incoming.sheet import letters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Literal

    from cls_check.exchange.incoming.answer_words import Answers, Cells, Perspectives
    from cls_check.exchange.incoming.headings import Headings
    from cls_check.exchange.incoming.response import Column, Layout


@dataclass(frozen=True)
class Told:
    """What people said beforehand of the files that they import."""

    columns: Mapping[str, str] = field(default_factory=dict)
    perspectives: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    perspective: str | None = None
    """Of everybody whose perspective is not in the file."""
    left_out: frozenset[int] = frozenset()
    """The rows that are not to be imported, counted from 1 as in Excel."""
    people: frozenset[int] = frozenset()
    """The rows that are people's, though they may not look so."""
    where: str = "What you said of the file"
    """The map that says it, as messages call it."""


class Tally:
    """How often each text stood in the cells of one kind, and where it stood first."""

    def __init__(self, kind: Literal["answer", "perspective"], known: Cells) -> None:
        """Count texts that are looked up in `known`."""
        self.kind = kind
        self.known = known
        self.times: Counter[str] = Counter()
        self.first: dict[str, tuple[int, int]] = {}

    def add(self, row: int, cells: Sequence[str], columns: Sequence[int]) -> None:
        """Count the cells of a row; rows and columns are counted from 0."""
        before = len(self.times)
        self.times.update(cells)
        if len(self.times) > before:
            for cell, column in zip(cells, columns, strict=True):
                self.first.setdefault(cell, (row, column))


@dataclass(frozen=True)
class Reading:
    """What reading the rows of a sheet needs: where things are, and what words mean."""

    layout: Layout
    headings: Headings
    answers: Answers
    perspectives: Perspectives
    told: Told
    astray: list[int] = field(default_factory=list)
    """Rows with cells behind the last heading, counted from 0."""
    tallies: dict[str, Tally] = field(default_factory=dict)

    def rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """Each row of answers with its number, counted from 0; a short one is filled up."""
        sheet, wide = self.layout.sheet, self.layout.width
        for number in range(self.layout.first_row, len(sheet.rows)):
            row = sheet.rows[number]
            if self.told.left_out and self.counted(number) in self.told.left_out:
                continue
            if len(row) < wide:
                row = [*row, *([""] * (wide - len(row)))]
            elif len(row) > wide and any(cell.strip() for cell in row[wide:]):
                self.astray.append(number)
            yield number, row

    def filled_rows(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The same without rows in which nothing stands."""
        for number, row in self.rows():
            if any(cell.strip() for cell in row):
                yield number, row

    def needed(self, meanings: Sequence[str], fact: str, hint: str) -> list[Column]:
        """The columns of these meanings, in their order.

        Raises:
            BadFileError: one of them is missing, with this fact and this way out.
        """
        found = [column for meaning in meanings if (column := self.layout.of(meaning))]
        if len(found) < len(meanings):
            place = self.layout.sheet.place(self.layout.first_row - 1)
            raise BadFileError.of(fact, hint, place)
        return found

    def tally(self, kind: Literal["answer", "perspective"]) -> Tally:
        """The texts of one kind, as they are counted."""
        if kind not in self.tallies:
            known = self.answers if kind == "answer" else self.perspectives
            self.tallies[kind] = Tally(kind, known)
        return self.tallies[kind]

    def see(
        self,
        number: int,
        row: Sequence[str],
        cells: Sequence[str],
        at: Sequence[int],
        where: Column | None,
    ) -> None:
        """Count what stands in a row under statements, `cells` at these columns, and who it is."""
        self.tally("answer").add(number, cells, at)
        if where:
            self.tally("perspective").add(number, [row[where.number]], [where.number])

    def texts(self) -> tuple[Text, ...]:
        """Each different text of the rows that were counted, but for the empty cell."""
        return tuple(
            Text(
                tally.kind,
                text,
                meaning := tally.known[text],
                "unknown" if meaning == UNREADABLE else tally.known.how.get(text, "written"),
                times,
                self.counted(tally.first[text][0]),
                letters(tally.first[text][1]),
            )
            for tally in self.tallies.values()
            for text, times in tally.times.items()
            if text.strip()
        )

    def perspective_of(self, row: Sequence[str]) -> str | None:
        """Where a row's person answers from: as its cell says, else as was said for all."""
        where = self.layout.of(PERSPECTIVE)
        said = self.perspectives[row[where.number]] if where else BLANK
        return said or self.told.perspective

    def counted(self, number: int) -> int:
        """The number of a row as people see it; the headings of a file of persons are no row."""
        return number if self.layout.sheet.counts == "person" else number + 1

    def way_out(self, *numbers: int) -> str:
        """What can be done about rows that cannot be read."""
        kind = self.layout.sheet.counts
        if len(numbers) == 1:
            return f"Mend it there, or leave this {kind} out: {self.option(numbers)}"
        return f"Mend them there, or leave these {kind}s out: {self.option(numbers)}"

    def option(self, numbers: Sequence[int], name: str = "--leave-out") -> str:
        """The option that leaves rows out, or keeps them."""
        return f"{name} {in_ranges([self.counted(number) for number in numbers])}"


def in_ranges(numbers: Sequence[int]) -> str:
    """Numbers in few letters: "3,5-9"."""
    parts: list[list[int]] = []
    for number in sorted(set(numbers)):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ",".join(str(part[0]) if len(part) == 1 else f"{part[0]}-{part[-1]}" for part in parts)
