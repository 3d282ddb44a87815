"""What the columns of a table of statements hold, by the names that people give them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

Role = Literal["factor", "factor-id", "meaning", "id", "statement", "scale", "option"]

_NAMES: Final[dict[Role, frozenset[str]]] = {
    "factor": frozenset(
        {"factor", "section", "category", "theme", "domain", "area", "topic", "group", "part"}
    ),
    "factor-id": frozenset({"factor id", "section id", "category id", "domain id"}),
    "meaning": frozenset({"meaning", "description", "about", "explanation", "factor meaning"}),
    "id": frozenset({"id", "code", "key", "ref", "reference", "no", "no.", "number", "nr", "#"})
    | {"statement id", "question id", "item id", "question no", "statement no", "item no"},
    "statement": frozenset({"statement", "question", "item", "text", "label", "indicator"})
    | {"statement text", "question text"},
    "scale": frozenset({"scale", "answers", "options", "choices", "responses"})
    | {"answer options", "response options"},
}
_MAY_BE_A_NUMBER: Final = frozenset({"item", "question", "indicator"})
"""What people call the statement, or its number beside the statement."""
_LANGUAGES: Final = {
    "english": "en", "welsh": "cy", "cymraeg": "cy", "german": "de", "deutsch": "de",
    "french": "fr", "français": "fr", "spanish": "es", "español": "es", "polish": "pl",
    "polski": "pl", "irish": "ga", "gaeilge": "ga", "chinese": "zh", "arabic": "ar",
    "bengali": "bn", "gujarati": "gu", "portuguese": "pt", "punjabi": "pa", "romanian": "ro",
    "somali": "so", "ukrainian": "uk", "urdu": "ur",
}  # fmt: skip
_CODES: Final = frozenset(_LANGUAGES.values()) | {"it", "nl", "tr"}

_WITH_LANGUAGE: Final = re.compile(
    r"(?P<base>.+?)(?:::?.*?|[\s-]*)[(\[]?\b(?P<language>[^\W\d]{2,}(?:-[a-z]{2,4})?)[)\]]?"
)
_CODE: Final = re.compile(r"[a-z]{2}(-[a-z]{2,4})?")
_NO_LANGUAGES: Final = frozenset({"id", "no", "nr"})
"""Behind a word such as "question" these mean its number."""
_OPTION: Final = re.compile(
    r"(?P<name>(?:answer|option|choice|level|l|value)[\s_]*)?(?P<value>\d*\.?\d+)"
)


LONGEST_ID = 20


class Column(NamedTuple):
    """A column whose name says what it holds."""

    place: int
    """Counted from 0."""
    role: Role
    language: str
    heading: str
    value: str = ""
    """Of an option: the number that stands for it."""


def columns_of(
    headings: Sequence[str], language: str, rows: Sequence[Sequence[str]] = ()
) -> tuple[Column, ...]:
    """The columns that are understood, each role and language once.

    Of several that may hold the statements, the one that is named so does; else the one with the
    longest different texts. A short one beside it holds their ids, where no other column does. Of
    several in any other role the first one counts.

    Args:
        headings: The names of the columns.
        language: That of columns whose names say none.
        rows: What stands under them.
    """
    named = enumerate(headings)
    every = [column for place, name in named if (column := _column(place, name, language))]
    found: dict[tuple[Role, str, str], Column] = {}
    for column in _statements_first(every, rows):
        found.setdefault((column.role, column.language, column.value), column)
    return tuple(sorted(found.values(), key=lambda each: each.place))


def _statements_first(every: Sequence[Column], rows: Sequence[Sequence[str]]) -> list[Column]:
    """The columns with those before others that are likelier to hold the statements."""
    own = [column for column in every if column.role == "statement"]
    own.sort(key=lambda each: (_is_named_so(each), _length(each, rows)), reverse=True)
    others = [column for column in every if column.role != "statement"]
    if not any(column.role == "id" for column in others):
        chosen = {column.language: column for column in reversed(own)}
        others += [
            column._replace(role="id")
            for column in own
            if column is not chosen[column.language]
            and column.heading.casefold() in _MAY_BE_A_NUMBER
            and _are_ids(column, rows)
        ][:1]
    return own + others


def _is_named_so(column: Column) -> bool:
    return column.heading.casefold().startswith("statement")


def _under(column: Column, rows: Sequence[Sequence[str]]) -> list[str]:
    cells = (row[column.place].strip() for row in rows if column.place < len(row))
    return [cell for cell in cells if cell]


def _length(column: Column, rows: Sequence[Sequence[str]]) -> int:
    """How much stands in a column, what comes again counted once."""
    return sum(map(len, set(_under(column, rows))))


def _are_ids(column: Column, rows: Sequence[Sequence[str]]) -> bool:
    """Whether short texts without a blank stand in a column, most of them once."""
    cells = _under(column, rows)
    short = [cell for cell in cells if len(cell) <= LONGEST_ID and " " not in cell]
    return bool(cells) and len(short) == len(cells) and 2 * len(set(cells)) > len(cells)


def options_among(columns: Sequence[Column]) -> tuple[Column, ...]:
    """One column for each answer that has columns of its own, in the order of the table."""
    found: dict[str, Column] = {}
    for column in columns:
        if column.role == "option":
            found.setdefault(column.value, column)
    return tuple(found.values())


def _column(place: int, heading: str, language: str) -> Column | None:
    heading = " ".join(heading.split())
    name = unicodedata.normalize("NFKC", heading).casefold().replace("_", " ").strip()
    if role := _role(name):
        return Column(place, role, language, heading)
    if option := _OPTION.fullmatch(name):
        return Column(place, "option", language, heading, option["value"])
    if name in _LANGUAGES or name in _CODES:
        return Column(place, "statement", _LANGUAGES.get(name, name), heading)
    parts = _WITH_LANGUAGE.fullmatch(name)
    role = _role(parts["base"].strip(" :-")) if parts else None
    own = _language(parts["language"]) if parts else ""
    return Column(place, role, own, heading) if role and own else None


def _language(name: str) -> str:
    """The code of a language; "" for what is none."""
    is_code = name not in _NO_LANGUAGES and _CODE.fullmatch(name)
    return name if is_code else _LANGUAGES.get(name, "")


def _role(name: str) -> Role | None:
    return next((role for role, names in _NAMES.items() if name in names), None)
