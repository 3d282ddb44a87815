"""The layout of a sheet: which program made it, where its headings stand, what each column is."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import BadFileError, Place, Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE, Meaning, cleaned
from cls_check.exchange.incoming.response import Column, Layout
from cls_check.exchange.incoming.same_text import nearest, plain
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.sources.source import Seen
from cls_check.exchange.incoming.sources.table import UNDER_HEADINGS, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cls_check.exchange.incoming.answer_words import Answers, Perspectives
    from cls_check.exchange.incoming.headings import Headings, Role
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Row, Source

ROWS_LOOKED_AT = 10
"""Headings stand in one of the first rows; above them there can be a title."""
MOST_GUESSED = 300
VALUES_LOOKED_AT = 2_000

_LONG: frozenset[Role] = frozenset({"which-statement", "answer"})


class Headed(NamedTuple):
    """Headings that were found, and the row of each sheet behind them."""

    row: int
    meanings: tuple[Meaning, ...]
    headings: tuple[str, ...]
    is_long: bool
    worth: int = 0
    """How many statements this row names itself, those of the row above it left aside."""


def layout_of(
    sheets: Sequence[Sheet], headings: Headings, perspectives: Perspectives, answers: Answers
) -> Layout:
    """The layout of the one sheet among these that has the answers.

    Raises:
        BadFileError: no sheet has any, or several have.
    """
    found = [(sheet, headed) for sheet in sheets if (headed := _headed(sheet, headings))]
    if len(found) > 1:
        names = " and ".join(short(sheet.title) for sheet, _ in found[:3])
        raise BadFileError.of(
            f"The sheets {names} both look like answers.",
            "Keep one of them in the workbook, or save each as a file of its own.",
            Place(found[0][0].file),
        )
    if not found:
        raise _not_recognised(sheets, headings)
    sheet, headed = found[0]
    columns = tuple(_columns(headed, has_perspectives=bool(perspectives.labels)))
    layout = Layout(sheet, _source(sheet, headed), _first(sheet, headed), columns)
    if not headed.is_long:
        layout = _with_guesses(_with_perspective(layout, perspectives), headings, answers)
        if not layout.statements:
            raise _not_recognised(sheets, headings)
    _check_columns(layout)
    return layout


def _first(sheet: Sheet, headed: Headed) -> int:
    """The first row of answers."""
    first = headed.row + 1
    while first < len(sheet.rows) and _is_second_row(sheet.rows[first], headed):
        first += 1
    return first


def _not_recognised(sheets: Sequence[Sheet], headings: Headings) -> BadFileError:
    ids = ", ".join(list(headings.statements)[:3])
    return BadFileError.of(
        "No column here is about a statement of the questionnaire of this round.",
        f"Each statement needs a column with its words or its id ({ids} and so on) at the top.\n"
        "Or say in a file import-map.yaml which column is about which statement, and add --map.",
        Place(sheets[0].file),
    )


def _headed(sheet: Sheet, headings: Headings) -> Headed | None:
    """The row of headings of a sheet: the one of which most is understood."""
    best: Headed | None = None
    for row in range(min(ROWS_LOOKED_AT, len(sheet.rows))):
        for headed in _readings(sheet, row, headings):
            # A later row wins a tie: above it stand names of groups of columns.
            if headed.worth and (best is None or headed.worth >= best.worth):
                best = headed
        if best and row > best.row + 1:
            break
    if best:
        return best
    # Not one heading is known word for word; they may still be nearly known.
    first = next((row for row, cells in enumerate(sheet.rows[:ROWS_LOOKED_AT]) if any(cells)), None)
    if first is None:
        return None
    cells = tuple(map(cleaned, sheet.rows[first]))
    nearly = Headed(first, tuple(map(headings.meaning, cells)), cells, is_long=False)
    return nearly if any(map(headings.nearly, cells)) else None


def _readings(sheet: Sheet, row: int, headings: Headings) -> Iterator[Headed]:
    cells = sheet.rows[row]
    long = tuple(headings.of_long(cell) for cell in cells)
    roles = [meaning.role for meaning in long]
    if set(roles) >= _LONG and all(roles.count(role) == 1 for role in _LONG):
        yield Headed(row, long, tuple(map(cleaned, cells)), is_long=True, worth=len(roles) + 1)
        return
    above = sheet.rows[row - 1] if row else ()
    labels = [
        _label(cell, above[column] if column < len(above) else "", headings)
        for column, cell in enumerate(cells)
    ]
    meanings = tuple(headings.meaning(label) for label in labels)
    roles = [headings.meaning(cell).role for cell in cells]
    worth = roles.count("statement") or roles.count("perspective")
    yield Headed(row, meanings, tuple(map(cleaned, labels)), is_long=False, worth=worth)


def _label(cell: str, above: str, headings: Headings) -> str:
    """The words over a column, of two rows of headings the one that says more."""
    if not above.strip() or headings.meaning(cell).role != "unknown":
        return cell
    if not cell.strip() or _says_nothing(cell) or headings.meaning(above).role != "unknown":
        return above
    return cell


def _is_second_row(row: Sequence[str], headed: Headed) -> bool:
    """Whether a row under the headings still belongs to them."""
    told = [cell for cell in row if cell.strip()]
    return bool(told) and all(map(_says_nothing, told)) and not headed.is_long


def _says_nothing(cell: str) -> bool:
    """Whether a program writes this into a row of headings that has nothing to say of a column."""
    return any(pattern.fullmatch(plain(cell)) for pattern in UNDER_HEADINGS)


def _source(sheet: Sheet, headed: Headed) -> Source:
    row: Row = "person"
    if headed.is_long:
        row = "count" if any(each.role == "count" for each in headed.meanings) else "answer"
    names = frozenset(map(plain, headed.headings))
    return source_of(Seen(names, row, is_saved=sheet.counts == "person"))


def _columns(headed: Headed, *, has_perspectives: bool) -> Iterator[Column]:
    for number, (heading, meaning) in enumerate(zip(headed.headings, headed.meanings, strict=True)):
        if not heading:
            continue
        if meaning.role == "statement":
            yield Column(number, heading, "matched", meaning.statement)
        elif meaning.role in {"personal", "left-out", "unknown"}:
            yield Column(number, heading, meaning.role)
        elif meaning.role == PERSPECTIVE and not has_perspectives:
            yield Column(number, heading, "left-out")
        else:
            yield Column(number, heading, "matched", meaning.role)


def _with_perspective(layout: Layout, perspectives: Perspectives) -> Layout:
    """The layout with the column of perspectives found by what stands in it."""
    if layout.of(PERSPECTIVE) or not perspectives.labels:
        return layout
    found = [
        column
        for column in layout.columns
        if column.how == "unknown" and _says(layout, column, perspectives.exactly)
    ]
    if len(found) != 1:
        return layout
    return _changed(
        layout, {found[0].number: replace(found[0], how="matched", meaning=PERSPECTIVE)}
    )


def _says(layout: Layout, column: Column, meaning: Callable[[str], str]) -> bool:
    """Whether more than half of what stands in a column has a meaning of this kind."""
    rows = layout.sheet.rows[layout.first_row : layout.first_row + VALUES_LOOKED_AT]
    cells = {row[column.number] for row in rows if column.number < len(row)}
    told = [found for cell in cells if (found := meaning(cell)) != BLANK]
    return sum(found != UNREADABLE for found in told) * 2 > len(told)


def _with_guesses(layout: Layout, headings: Headings, answers: Answers) -> Layout:
    """The layout with headings that are nearly known taken for what they are most like.

    A question in words can sound like a statement; there are no answers of the scale under it.
    """
    taken = {column.meaning for column in layout.columns}
    open_ones = {text: key for key, text in headings.statements.items() if key not in taken}
    changed: dict[int, Column] = {}
    unknown = [column for column in layout.columns if column.how == "unknown"][:MOST_GUESSED]
    for column in unknown:
        meant = nearest(column.heading, open_ones)
        if meant and _says(layout, column, answers.__getitem__):
            meaning = open_ones.pop(meant)
            changed[column.number] = replace(column, how="guessed", meaning=meaning)
    return _changed(layout, changed)


def _changed(layout: Layout, changed: dict[int, Column]) -> Layout:
    columns = tuple(changed.get(column.number, column) for column in layout.columns)
    return replace(layout, columns=columns)


def _check_columns(layout: Layout) -> None:
    used = [column for column in layout.columns if column.meaning]
    times = Counter(column.meaning for column in used)
    problems = [
        Problem(
            f"This column and another one are both about {column.meaning}.",
            "Take one of the two out of the sheet. Or write leave-out for it in import-map.yaml.\n"
            "Excel also turns an id such as 1.10 into 1.1: then write the statement in its place.",
            layout.sheet.place(layout.first_row - 1, column.number),
        )
        for column in used
        if times[column.meaning] > 1
    ]
    if problems:
        raise BadFileError(problems)
