"""Differences in each form: a comment, a page, a document for programs, lines to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.errors import ClsCheckError
from cls_check.reports.difference.view import difference_view, one_sided_view
from cls_check.words.speech import label
from cls_check.workflows.diff import Compared, OneSided

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.reports.model.view import View
    from cls_check.reports.output.lines import Line
    from cls_check.workflows.diff import Outcome, Outcomes


def as_lines(found: Outcomes, width: int) -> Iterator[Line]:
    """Lines to read, one pair under the other."""
    from cls_check.reports.output.lines import Line, lines

    for number, view in enumerate(_views(found)):
        if number:
            yield from (Line(), Line())
        yield from lines(view, width)


def as_comment(found: Outcomes) -> str:
    """Markdown for a comment on a pull request."""
    from cls_check.reports.difference.comment import comment

    views = list(_views(found))
    nothing = label("git.no-difference") if found.is_range and not found.pairs else ""
    return comment(views, nothing)


def as_page(found: Outcomes) -> str:
    """A page of HTML.

    Raises:
        ClsCheckError: there is more than one pair.
    """
    from cls_check.reports.output.rendering import render

    views = list(_views(found))
    if len(views) != 1:
        raise ClsCheckError.of(
            f"A page shows one pair of files, and here are {len(views)}.",
            "Name one: cls-check diff OLD NEW --format html",
        )
    return render(views[0], "html")


def as_json(found: Outcomes) -> str:
    """A document for other programs; several pairs come in a list."""
    import json

    from cls_check.reports.difference.document import comparison_document, comparisons_document

    pairs = [pair for pair in found.pairs if isinstance(pair, Compared)]
    documents = [comparison_document(pair.difference, pair.names) for pair in pairs]
    if found.is_range or len(documents) != 1:
        one_sided = (pair for pair in found.pairs if isinstance(pair, OneSided))
        alone = [pair.names[1] or pair.names[0] for pair in one_sided]
        document = comparisons_document(documents, alone)
    else:
        (document,) = documents
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False)


def _views(found: Outcomes) -> Iterator[View]:
    for pair in found.pairs:
        view = _view(pair)
        if view:
            yield view


def _view(pair: Outcome) -> View | None:
    """What is said of a pair; nothing of one that is broken, as an error says that."""
    if isinstance(pair, Compared):
        return difference_view(pair.difference, pair.names, same_bytes=pair.same_bytes)
    return one_sided_view(pair.assessment, pair.names) if pair.assessment else None
