"""What an edit changed, in words and in lines."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from cls_check.cli.screen.console import note, say
from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    EditAction,
    EditEvidence,
    GiveReasons,
    MarkAction,
    RemoveAction,
    RemoveEvidence,
    SayOnReflection,
    VoteAgain,
    path_of,
    words_in,
)
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.messages import one_line, shown
from cls_check.words.speech import label
from cls_check.yaml.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.assessments.assessment import AssessedFactor, Assessment
    from cls_check.domain.assessments.edits import Edit, OnFactor
    from cls_check.workflows.edit import Edited

_WITH_WORDS = {
    AddEvidence: "evidence-added",
    EditEvidence: "evidence-changed",
    AddAction: "action-added",
    EditAction: "action-changed",
}
LINES_AROUND = 3


def tell(edited: Edited) -> None:
    """Say in words what changed, and remind of names where somebody wrote words."""
    for edit in edited.made:
        note(in_words(edited.before.assessment, edit))
    for comment in edited.comments_gone:
        note(label("edit.comment-gone", comment=shown(comment)))
    if not edited.made:
        note(label("edit.nothing"))
    if any(map(words_in, edited.made)):
        note(label("edit.names"))


def show_lines(edited: Edited) -> None:
    """Print the lines that would edit, as `git diff` does."""
    say(f"--- {edited.before.path}\n+++ {edited.after.path}")
    for line in _lines_changed(edited.before.document.text, edited.after.document.text):
        say(line)


def _lines_changed(before: str, after: str) -> Iterator[str]:
    old, new = lines_of(before), lines_of(after)
    # `difflib.unified_diff` takes lines that come often, such as "because: |-", for rubbish.
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for group in matcher.get_grouped_opcodes(LINES_AROUND):
        (_, a, _, c, _), (_, _, b, _, d) = group[0], group[-1]
        yield f"@@ -{a + 1},{b - a} +{c + 1},{d - c} @@"
        for kind, a, b, c, d in group:
            if kind == "equal":
                yield from (f" {line}" for line in old[a:b])
            else:
                yield from (f"-{line}" for line in old[a:b])
                yield from (f"+{line}" for line in new[c:d])


def in_words(before: Assessment, edit: Edit) -> str:
    """What an edit does, in a sentence; `before` is the assessment without it."""
    if isinstance(edit, SayOnReflection):
        key = "not-said" if edit.said is None else "said"
        about = before.reflections[edit.reflection].text
        return one_line(label(f"edit.{key}", about=about))
    factor = before.factors[str(path_of(before, edit)[1])]
    if isinstance(edit, VoteAgain):
        key = "voted-again" if edit.answers else "not-voted-again"
        return one_line(label(f"edit.{key}", about=factor.statements[edit.statement].text))
    key, fields = _on_a_factor(before, factor, edit)
    return one_line(label(f"edit.{key}", about=factor.title, **fields))


def _on_a_factor(
    before: Assessment, factor: AssessedFactor, edit: OnFactor
) -> tuple[str, dict[str, str]]:
    match edit:
        case ChooseLevel(level=None):
            return "no-level", {}
        case ChooseLevel(level=str(level)):
            return "level", {"level": level_in_words(before, level)}
        case GiveReasons():
            return ("no-because" if edit.words is None else "because"), {}
        case AddEvidence() | EditEvidence() | AddAction() | EditAction():
            return _WITH_WORDS[type(edit)], {"what": shown(edit.what)}
        case RemoveEvidence():
            what = factor.evidence[edit.number - 1].what
            return "evidence-removed", {"what": shown(what)}
        case RemoveAction() | MarkAction():
            what = factor.actions[edit.number - 1].what
            return _of_an_action(edit), {"what": shown(what)}
    raise AssertionError(edit)


def _of_an_action(edit: RemoveAction | MarkAction) -> str:
    if isinstance(edit, RemoveAction):
        return "action-removed"
    return "action-done" if edit.done else "action-not-done"


def level_in_words(assessment: Assessment, level: str) -> str:
    """The name of a level, or how it is said that there is none that all agree on."""
    if level == NO_AGREED_LEVEL:
        return label("level.we-do-not-agree")
    return assessment.levels.get(level, level)
