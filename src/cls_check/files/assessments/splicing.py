"""Changing an assessment's file in place: the lines that an edit concerns, and no others.

What is written is found by comparing the tree before and after; where it is written, from the
places of the file. Then it is proved: the new text is read, and has to be the assessment that was
wanted, with every comment of the old text in its old order. Comments that stand inside an item
that is taken out of a list go with it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from cls_check.domain.assessments.consistency import misfits
from cls_check.domain.assessments.edits import (
    RemoveAction,
    RemoveEvidence,
    VoteAgain,
    path_of,
    with_edit,
    with_words,
)
from cls_check.domain.assessments.edits_that_fit import unfit_words, unknown_name
from cls_check.domain.assessments.privacy import few_voted_again
from cls_check.errors import BadFileError, ClsCheckError, RefusedError, UnknownNameError
from cls_check.files.assessments.reading import assessment_in, with_place
from cls_check.files.assessments.writing import tree_of
from cls_check.yaml.page import Page, Splice
from cls_check.yaml.reader import Document, parse_yaml
from cls_check.yaml.splicing import add, put, remove, take
from cls_check.yaml.writer import Flow, as_in_a_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.assessments.edits import Edit
    from cls_check.yaml.comments import Comment
    from cls_check.yaml.places import TreePath


@dataclass(frozen=True)
class Spliced:
    """A document after an edit, and the comments that went with what was taken out."""

    document: Document
    assessment: Assessment
    comments_gone: tuple[str, ...] = ()


def spliced(document: Document, before: Assessment, edit: Edit) -> Spliced:
    """An assessment's file after an edit, proved to say that and nothing else.

    `before` is the assessment that the document says.

    Raises:
        UnknownNameError: the edit names something that is not there.
        RefusedError: so few voted a second time that answers could be guessed.
        ClsCheckError: the words cannot be written, a comment would be lost, or the edit cannot
            be made without touching something else.
    """
    edit = with_words(edit, as_in_a_block)
    _check(document, before, edit)
    after = with_edit(before, edit)
    _check_after(document, after, edit)
    removed = edit.number - 1 if isinstance(edit, RemoveAction | RemoveEvidence) else 0
    steps = list(_steps(tree_of(before), tree_of(after), removed))
    try:
        now, gone = _taken(document, steps)
        proved = assessment_in(now) == after and _keeps_comments(document, now, gone)
    except BadFileError:
        proved = False
    if not proved:
        raise _by_hand(document, path_of(before, edit))
    return Spliced(now, after, tuple(comment.text for comment in gone))


def _check(document: Document, before: Assessment, edit: Edit) -> None:
    """What can be known before anything is tried."""
    if misfit := unknown_name(before, edit):
        raise UnknownNameError([with_place(misfit, document)])
    if misfit := unfit_words(before, edit):
        raise ClsCheckError([with_place(misfit, document)])


def _check_after(document: Document, after: Assessment, edit: Edit) -> None:
    """Whether the parts of the assessment would still fit together and give nobody away."""
    if found := [with_place(misfit, document) for misfit in misfits(after)]:
        raise ClsCheckError(found)
    if isinstance(edit, VoteAgain):
        path = path_of(after, edit)
        statement = after.factors[str(path[1])].statements[edit.statement]
        if few_voted_again(after, statement):
            raise RefusedError.of(
                f"Fewer than {after.minimum_group} people answered {edit.statement} on the scale "
                "after talking, so answers could be guessed.",
                "Nothing was written. Leave this second vote out.",
                document.key_place(path),
            )


def _by_hand(document: Document, path: TreePath) -> ClsCheckError:
    return ClsCheckError.of(
        "This change could not be made without touching something else in the file.",
        "Nothing was written. Open the file in a text editor, make the change in the part that "
        f"starts here, and save it.\nThen run: cls-check check {document.name}",
        document.key_place(path),
    )


Step = Callable[[Page], Splice]


def _taken(document: Document, steps: list[Step]) -> tuple[Document, list[Comment]]:
    """The document after some steps, and the comments that went.

    Every step looks at the text as the one before has left it.
    """
    gone: list[Comment] = []
    for step in steps:
        splice = step(Page(document))
        gone += splice.gone
        text = splice.into(document.text)
        document = parse_yaml(text.encode("utf-8"), document.name)
    return document, gone


def _keeps_comments(old: Document, new: Document, gone: list[Comment]) -> bool:
    kept = [comment.text for comment in old.comments() if comment not in gone]
    return kept == [comment.text for comment in new.comments()]


def _steps(old: Any, new: Any, removed: int, path: TreePath = ()) -> Iterator[Step]:
    """What leads from one tree to another; `removed` is the item that a shorter list has lost."""
    if isinstance(new, dict):
        yield from _steps_in_group(old, new, removed, path)
    elif len(new) < len(old):
        yield partial(remove, path=(*path, removed))
    elif len(new) > len(old):
        yield partial(add, path=path, item=new[-1])
    else:
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from _steps(one, other, removed, (*path, number))


def _steps_in_group(
    old: dict[Any, Any], new: dict[Any, Any], removed: int, path: TreePath
) -> Iterator[Step]:
    names = [str(name) for name in new]
    for place, (name, value) in enumerate(new.items()):
        inside, before = (*path, str(name)), _open(old.get(name))
        if before == _open(value):
            continue
        if isinstance(before, dict | list):
            yield from _steps(before, _open(value), removed, inside)
        else:
            yield partial(put, path=inside, value=value, earlier=names[:place])
    # Names go last: a group that loses all of its names first would be no group any more.
    for name in old:
        if name not in new:
            yield partial(take, path=(*path, str(name)))


def _open(value: Any) -> Any:
    return value.value if isinstance(value, Flow) else value
