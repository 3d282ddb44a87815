"""The layout of a sheet: which program made it, where its headings stand, what each column is."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.same_text import nearest, plain
from cls_check.errors import BadFileError, Place, Problem
from cls_check.exchange.incoming.answer_words import BLANK, UNREADABLE
from cls_check.exchange.incoming.headings import PERSPECTIVE, Meaning, cleaned
from cls_check.exchange.incoming.response import Column, Layout
from cls_check.exchange.incoming.sheet import short
from cls_check.exchange.incoming.sources.source import Seen
from cls_check.exchange.incoming.sources.table import UNDER_HEADINGS, source_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from cls_check.exchange.incoming.answer_words import Answers, Cells, Perspectives
    from cls_check.exchange.incoming.headings import Headings, Role
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.exchange.incoming.sources.source import Row, Source

ROWS_LOOKED_AT = 10
"""Headings stand in one of the first rows; above them there can be a title."""
MOST_GUESSED = 300
MOST_NEARLY = 40
"""A column with more different texts is no list of perspectives."""
HARDLY_DIFFERENT = 0.85
"""How alike a heading is to a statement, 0 to 1, to be asked about whatever stands under it."""
VALUES_LOOKED_AT = 2_000

_COUNTED = re.compile(r"(.*\D)[2-9]")

_LONG: frozenset[Role] = frozenset({"which-statement", "answer"})


class Headed(NamedTuple):
    """Headings that were found, and the row of each sheet behind them."""

    row: int
    meanings: tuple[Meaning, ...]
    headings: tuple[str, ...]
    is_long: bool
    worth: int = 0
    """How many different statements this row names itself, those of the row above it left aside."""


def layout_of(
    sheets: Sequence[Sheet], headings: Headings, perspectives: Perspectives, answers: Answers
) -> Layout:
    """The layout of the one sheet among these that has the answers.

    Raises:
        BadFileError: no sheet has any, or several have.
    """
    found = [(sheet, head) for sheet in sheets if (head := _headed(sheet, headings, answers))]
    if len(found) > 1:
        raise _several([sheet for sheet, _ in found])
    if not found:
        raise _not_recognised(sheets, headings)
    sheet, headed = found[0]
    columns = tuple(_columns(headed, has_perspectives=bool(perspectives.ids)))
    first = _first(sheet, headed, headings)
    layout = Layout(sheet, _source(sheet, headed), first, columns, _width(headed))
    if not headed.is_long:
        layout = _with_guesses(_with_perspective(layout, perspectives, headings), headings, answers)
        if not layout.statements:
            raise _not_recognised(sheets, headings)
    _check_columns(layout)
    return layout


def _several(sheets: Sequence[Sheet]) -> BadFileError:
    names = " and ".join(short(sheet.title) for sheet in sheets[:3])
    hidden = " and ".join(short(sheet.title) for sheet in sheets if sheet.is_hidden)
    return BadFileError.of(
        f"The sheets {names} both look like answers."
        + (f" {hidden} is hidden in Excel." if hidden else ""),
        "Keep one of them in the workbook, or save each as a file of its own.",
        Place(sheets[0].file),
    )


def _width(headed: Headed) -> int:
    """How many columns there are up to the last that has a heading."""
    return 1 + max((n for n, heading in enumerate(headed.headings) if heading), default=0)


def _first(sheet: Sheet, headed: Headed, headings: Headings) -> int:
    """The first row of answers."""
    first = headed.row + 1
    while first < len(sheet.rows) and _is_second_row(sheet.rows[first], headed, headings):
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


def _headed(sheet: Sheet, headings: Headings, answers: Answers) -> Headed | None:
    """The row of headings of a sheet: the first that names a statement.

    A later one names more, and cannot be read as answers under the first: above it stands a title,
    or names of groups of columns.
    """
    best: Headed | None = None
    most = 1 if sheet.counts == "person" else ROWS_LOOKED_AT  # no title stands in a saved form
    for row in range(min(most, len(sheet.rows))):
        for headed in _readings(sheet, row, headings):
            is_more = headed.worth > (best.worth if best else 0)
            if is_more and not (best and _reads_as_answers(sheet.rows[row], best, answers)):
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
    return nearly if any(map(headings.is_nearly, cells)) else None


def _reads_as_answers(cells: Sequence[str], headed: Headed, answers: Answers) -> bool:
    """Whether everything that stands here under statements is an answer."""
    under = [
        cell
        for cell, meaning in zip(cells, headed.meanings, strict=False)
        if meaning.role == "statement" and cell.strip()
    ]
    return bool(under) and all(answers[cell] != UNREADABLE for cell in under)


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
    known = set(map(cleaned, labels))
    meanings = tuple(_meaning(label, known, headings) for label in labels)
    named = [headings.meaning(cell) for cell in cells]
    statements = {meaning.statement for meaning in named if meaning.role == "statement"}
    statements |= {cell for cell in cells if headings.means_two(cell)}
    worth = len(statements) or any(meaning.role == "perspective" for meaning in named)
    yield Headed(row, meanings, tuple(map(cleaned, labels)), is_long=False, worth=worth)


def _meaning(label: str, known: AbstractSet[str], headings: Headings) -> Meaning:
    """What a heading means; a form gives a number to one that comes twice: `When`, `When2`."""
    meaning = headings.meaning(label)
    again = _COUNTED.fullmatch(cleaned(label))
    if meaning.role == "unknown" and again and again[1] in known:
        return headings.meaning(again[1])
    return meaning


def _label(cell: str, above: str, headings: Headings) -> str:
    """The words over a column, of two rows of headings the one that says more."""
    if not above.strip() or headings.meaning(cell).role != "unknown":
        return cell
    if not cell.strip() or _says_nothing(cell) or headings.meaning(above).role != "unknown":
        return above
    return cell


def _is_second_row(row: Sequence[str], headed: Headed, headings: Headings) -> bool:
    """Whether a row under the headings still belongs to them: it says nothing, or the same again."""
    if headed.is_long:
        return False
    told = [(column, cell) for column, cell in enumerate(row) if cell.strip()]
    if told and all(_says_nothing(cell) for _, cell in told):
        return True
    under = [
        (headed.meanings[column], cell)
        for column, cell in told
        if column < len(headed.meanings) and headed.meanings[column].role == "statement"
    ]
    return bool(under) and all(
        " " in cell.strip() and headings.statement_id(cell) == meaning.statement
        for meaning, cell in under
    )


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


def _with_perspective(layout: Layout, perspectives: Perspectives, headings: Headings) -> Layout:
    """The layout with the column of perspectives found by what stands in it.

    That is sure where the heading asks who somebody is and nothing else stands under it; else it is
    a guess.
    """
    if layout.of(PERSPECTIVE) or not perspectives.ids:
        return layout
    unknown = [column for column in layout.columns if column.how == "unknown"]
    sure = [
        column
        for column in unknown
        if headings.asks_who_somebody_is(column.heading)
        and (texts := texts_under(layout, column))
        and all(perspectives[text] not in {BLANK, UNREADABLE} for text in texts)
    ]
    if len(sure) == 1:
        found = replace(sure[0], how="matched", meaning=PERSPECTIVE)
        return _changed(layout, {found.number: found})
    likely = (
        sure
        or [each for each in unknown if headings.asks_who_somebody_is(each.heading)]
        or [each for each in unknown if _says(layout, each, perspectives)]
        or [each for each in unknown if _says(layout, each, perspectives, nearly=True)]
    )
    if not likely:
        return layout
    found = replace(likely[0], how="guessed", meaning=PERSPECTIVE)
    return _changed(layout, {found.number: found})


def texts_under(layout: Layout, column: Column) -> tuple[str, ...]:
    """The different texts that stand in a column, the first ones, but for the empty cell."""
    rows = layout.sheet.rows[layout.first_row : layout.first_row + VALUES_LOOKED_AT]
    cells = (row[column.number] for row in rows if column.number < len(row))
    return tuple(dict.fromkeys(cell for cell in cells if cell.strip()))


def _says(layout: Layout, column: Column, known: Cells, *, nearly: bool = False) -> bool:
    """Whether more than half of the different texts in a column have a meaning of this kind."""
    texts = texts_under(layout, column)
    if nearly and len(texts) > MOST_NEARLY:
        return False
    told = [text for text in texts if known[text] != BLANK]
    meant = [text for text in told if known[text] != UNREADABLE or (nearly and known.guess(text))]
    return len(meant) * 2 > len(told)


def _with_guesses(layout: Layout, headings: Headings, answers: Answers) -> Layout:
    """The layout with headings that are nearly known taken for what they are most like.

    A question in words can sound like a statement; there are no answers of the scale under it. A
    heading of which hardly a letter differs is asked about whatever stands under it.
    """
    taken = {column.meaning for column in layout.columns}
    open_ones = [pair for pair in headings.texts if pair[1] not in taken]
    changed: dict[int, Column] = {}
    unknown = [column for column in layout.columns if column.how == "unknown"][:MOST_GUESSED]
    for column in unknown:
        meant = nearest(column.heading, (text for text, _ in open_ones))
        if meant and (
            _says(layout, column, answers) or nearest(column.heading, [meant], HARDLY_DIFFERENT)
        ):
            key = dict(reversed(open_ones))[meant]
            open_ones = [pair for pair in open_ones if pair[1] != key]
            changed[column.number] = replace(column, how="guessed", meaning=key)
    if open_ones:
        changed |= {
            column.number: replace(column, how="open")
            for column in unknown
            if column.number not in changed
            and texts_under(layout, column)
            and _says(layout, column, answers)
        }
    return _changed(layout, changed)


def _changed(layout: Layout, changed: dict[int, Column]) -> Layout:
    columns = tuple(changed.get(column.number, column) for column in layout.columns)
    return replace(layout, columns=columns)


def _check_columns(layout: Layout) -> None:
    """Refuse two columns that are both about one thing, but for a statement: there, one is filled."""
    words = {each.number for each in layout.columns if each.meaning} - {
        each.number for each in layout.statements
    }
    used = [column for column in layout.columns if column.number in words]
    times = Counter(column.meaning for column in used)
    problems = [
        Problem(
            f"This column and another one are both about {column.meaning}.",
            "Take one of the two out of the sheet. Or write leave-out for it in import-map.yaml.",
            layout.sheet.place(layout.first_row - 1, column.number),
        )
        for column in used
        if times[column.meaning] > 1
    ]
    if problems:
        raise BadFileError(problems)
