"""Rows that are nobody's answers: worked out, unfinished, tests, not approved, hidden in Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.same_text import plain
from cls_check.exchange.incoming.sources.table import MARKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cls_check.exchange.incoming.response import Layout, Why
    from cls_check.exchange.incoming.sources.source import WhyNoPerson

LONGEST_WORKED_OUT = 40

_WORKED_OUT = (
    # English, and what programs write
    "total totals subtotal sum average averages avg mean median mode count counts n min minimum max",
    "maximum std stdev sd variance responses respondents overall",
    # Welsh and Irish
    "cyfanswm cyfanswmiau cyfartaledd cymedr canolrif swm nifer ymatebion iomlán meán suim líon",
    # German, Dutch, Danish, Swedish
    "summe gesamt gesamtsumme durchschnitt mittelwert mittel anzahl insgesamt totaal gemiddelde som",
    "aantal ialt gennemsnit antal totalt summa medelvärde medel genomsnitt",
    # French, Italian, Spanish, Portuguese, Romanian, Maltese
    "totaux somme moyenne médiane nombre effectif totale totali somma media mediana conteggio numero",
    "suma promedio recuento número totais soma média contagem numărul medie sumă medja għadd",
    # Polish, Czech, Slovak, Slovene, Croatian
    "razem łącznie średnia liczba celkem součet průměr medián počet spolu súčet priemer skupaj vsota",
    "povprečje število ukupno zbroj prosjek broj",
    # Hungarian, Finnish, Estonian, Latvian, Lithuanian
    "összesen összeg átlag darab yhteensä summa keskiarvo mediaani lukumäärä kokku keskmine arv kopā",
    "summa vidējais skaits viso vidurkis skaičius",
    # Bulgarian, Greek
    "общо сума средно медиана брой σύνολο άθροισμα μέσος διάμεσος πλήθος",
)
_STARTS = frozenset(word for line in _WORKED_OUT for word in line.split())
"""What stands at the start of a row that somebody worked out, in the languages around us."""

_BEGINNINGS = ("grand total", "sub total", "all ", "most common", "standard dev", "std dev",
               "number of ", "per cent", "percent", "i alt", "iš viso", "im durchschnitt", "en total",
               "écart type", "geometric mean", "top box", "net ")  # fmt: skip
_WHOLE = frozenset({"all", "everyone", "everybody", "pawb", "alle", "tous", "todos", "tutti"})


class NoPerson(NamedTuple):
    """Why a row may be nobody's answers, and what in it says so."""

    why: Why
    word: str


class NoPeople:
    """What in a sheet tells which of its rows are nobody's."""

    def __init__(self, layout: Layout) -> None:
        """Find the columns in which a program marks its rows."""
        self.hidden = layout.sheet.hidden_rows
        self.marked = [
            (column.number, mark.cell, mark.why)
            for column in layout.columns
            for mark in MARKS
            if plain(column.heading) in mark.headings
        ]
        self.under_statements = {column.number for column in layout.statements}

    def of(self, number: int, row: Sequence[str], *, says_who: bool) -> NoPerson | None:
        """Why a row may be nobody's; None where it looks like a person's.

        Args:
            number: The row, counted from 0.
            row: Its cells.
            says_who: Whether it names a perspective: then it is not worked out.
        """
        if number in self.hidden:
            return NoPerson("hidden", "")
        marked = self._marked(row)
        if marked:
            return NoPerson(*marked)
        word = "" if says_who else self._worked_out(row)
        return NoPerson("worked-out", word) if word else None

    def _marked(self, row: Sequence[str]) -> tuple[WhyNoPerson, str] | None:
        for column, pattern, why in self.marked:
            if pattern.fullmatch(plain(row[column])):
                return why, row[column]
        return None

    def _worked_out(self, row: Sequence[str]) -> str:
        """The word that says that a row was worked out from others."""
        for column, cell in enumerate(row):
            if cell and not cell.isspace():
                if column in self.under_statements and column:
                    return ""
                return cell if _is_worked_out(cell) else ""
        return ""


def _is_worked_out(cell: str) -> bool:
    text = plain(cell)
    if not text:
        return cell.strip() in {"%", "Σ", "∑", "Ø"}
    if len(text) >= LONGEST_WORKED_OUT:
        return False
    first = text.split(" ")[0]
    return first in _STARTS or text in _WHOLE or text.startswith(_BEGINNINGS)
