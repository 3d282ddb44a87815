"""Which questionnaire a file of answers fits: by the headings, among those that are at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cls_check.errors import BadFileError, ClsCheckError, RefusedError
from cls_check.exchange.incoming.container import sheets_of
from cls_check.exchange.incoming.csv_text import LARGEST_CSV
from cls_check.exchange.incoming.headings import Headings
from cls_check.exchange.incoming.shape import ROWS_LOOKED_AT
from cls_check.files.questionnaires.reading import bundled_ids, find, in_each_language
from cls_check.messages import one_line
from cls_check.read_from_disk import read_bytes
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire
    from cls_check.exchange.incoming.sheet import Sheet
    from cls_check.workflows.importing.plan import Plan

MOST_FILES = 50
LARGEST_QUESTIONNAIRE = 500_000
_KEY = b"cls-check-questionnaire:"


class Fit(NamedTuple):
    """How many statements of a questionnaire stand at the head of a file."""

    name: str
    """Its id, or the path of its file: as `--questionnaire` takes it."""
    identity: str
    """Its id."""
    matched: int
    statements: int

    def is_better_than(self, other: Fit) -> bool:
        """Whether it fits more statements; or as many, and those are a larger part of it."""
        share, its_share = self.matched * other.statements, other.matched * self.statements
        return self.matched > other.matched or (self.matched == other.matched and share > its_share)

    def is_meant_rather_than(self, named: Fit) -> bool:
        """Whether to stop at another that was named: this one fits more, or just as many and whole."""
        is_whole = self.matched == self.statements and named.matched < named.statements
        return self.matched > named.matched or (self.matched == named.matched and is_whole)


def fits(file: Path, folder: Path) -> list[Fit]:
    """The questionnaires that are at hand and fit a file, the best first.

    Args:
        file: A file of answers. One that cannot be opened fits none.
        folder: Where questionnaires of one's own may lie, beside those that come with the program.
    """
    name = one_line(str(file))
    try:
        cells = _heads(sheets_of(name, read_bytes(file, name, LARGEST_CSV)))
    except ClsCheckError:
        return []
    found = [_fit(each, spoken, cells) for each, spoken in _at_hand(folder)]
    fitting = [fit for fit in found if fit.matched]
    return sorted(fitting, key=lambda fit: (-fit.matched, -fit.matched / fit.statements))


def better_fit(plan: Plan) -> Fit | None:
    """A questionnaire at hand that fits the first file better than that of the round.

    None where it fits best, or a map says that this one is meant.
    """
    asked = plan.request.record.questionnaire
    if plan.told.questionnaire == asked.id or plan.request.of_levels:
        return None
    found = fits(plan.request.files[0], plan.request.record.folder.absolute().parent)
    words = better_words(plan, found[0]) if found else {}
    if not words or found[0].identity == asked.id:
        return None
    own = Fit(asked.id, asked.id, int(words["own"]), max(int(words["own_all"]), 1))
    return found[0] if found[0].is_meant_rather_than(own) else None


def better_words(plan: Plan, better: Fit) -> dict[str, str | int]:
    """What a sentence about it needs."""
    asked = plan.request.record.questionnaire
    matched = len({column.meaning for column in plan.parts[0].layout.statements})
    return {
        "name": better.name,
        "matched": better.matched,
        "all": better.statements,
        "asked": asked.id,
        "own": matched,
        "own_all": sum(1 for _ in asked.statements()),
    }


def does_not_fit(plan: Plan, better: Fit) -> RefusedError:
    """What is said where another questionnaire fits better."""
    words = better_words(plan, better)
    return RefusedError.of(
        "The headings fit {name} better: {matched} of its {all} statements stand there, and {own} of "
        "the {own_all} of {asked}.".format(**words),
        f"Import into a round with that questionnaire: --questionnaire {better.name}\n"
        f"If {words['asked']} is meant, write into import-map.yaml: questionnaire: {words['asked']}",
        plan.request.place,
    )


def _fit(name: str, spoken: Sequence[Questionnaire], cells: Iterable[str]) -> Fit:
    headings = Headings(spoken, {})
    met = {
        meaning.statement
        for cell in cells
        if (meaning := headings.meaning(cell)).role == "statement"
    }
    return Fit(name, spoken[0].id, len(met), max(len(headings.statements), 1))


def _heads(sheets: Sequence[Sheet]) -> set[str]:
    """What stands in the first rows, where it has words; a number alone is an answer."""
    cells = (cell for sheet in sheets for row in sheet.rows[:ROWS_LOOKED_AT] for cell in row)
    return {cell for cell in cells if any(map(str.isalpha, cell))}


def _at_hand(folder: Path) -> Iterator[tuple[str, tuple[Questionnaire, ...]]]:
    for each in bundled_ids():
        yield each, in_each_language(find(each).document)
    for path in sorted(folder.glob("*.y*ml"))[:MOST_FILES]:
        try:
            data = read_bytes(path, one_line(str(path)), LARGEST_QUESTIONNAIRE)
            if _KEY in data[:2_000]:
                yield str(path), in_each_language(parse_yaml(data, "questionnaire"))
        except BadFileError:
            continue  # what is wrong with it is said when it is asked for
