"""From the options of `cls-check edit` to edits: what belongs together, and what is missing.

Numbers are those of the file as it is. So what is taken out comes before what is added, and the
last of several first.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from cls_check.cli.screen.tell_edit import level_in_words
from cls_check.domain.assessments.edits import (
    AddAction,
    AddEvidence,
    ChooseLevel,
    GiveReasons,
    MarkAction,
    RemoveAction,
    RemoveEvidence,
    SayOnReflection,
)
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.assessments.edits import Edit
    from cls_check.domain.terms import WhoseEvidence

MOST_READ = 100_000
"""Characters of standard input; five times what may stand in a file, so that it is said so."""

NO_LEVEL = "none"


def is_wished(*options: object) -> bool:
    """Whether any of these options was given."""
    return any(option not in (None, False, [], ()) for option in options)


class LevelWishes(NamedTuple):
    """Options about a factor's level and the reasons for it."""

    level: str | None
    because: str | None
    remove_because: bool

    def edits(self, assessment: Assessment, factor: str) -> Iterator[Edit]:
        """What they change."""
        if self.level is not None:
            yield ChooseLevel(factor, level_called(assessment, self.level))
        if self.because is not None and self.remove_because:
            raise _not_both("--because", "--remove-because")
        if self.because is not None or self.remove_because:
            yield GiveReasons(factor, typed(self.because))


class EvidenceWishes(NamedTuple):
    """Options about a factor's evidence."""

    evidence: str | None
    whose: WhoseEvidence | None
    remove: Sequence[int] | None

    def edits(self, _: Assessment, factor: str) -> Iterator[Edit]:
        """What they change."""
        for number in _last_first(self.remove):
            yield RemoveEvidence(factor, number)
        if self.evidence is not None and self.whose:
            yield AddEvidence(factor, self.whose, typed(self.evidence) or "")
        elif self.evidence is not None:
            hint = "Add --from people, staff-and-leaders, partners or processes."
            raise ClsCheckError.of("--evidence does not say whose evidence it is.", hint)
        elif self.whose:
            raise _belongs_to("--from", "--evidence")


class ActionWishes(NamedTuple):
    """Options about a factor's actions."""

    action: str | None
    who: str | None
    by: str | None
    sign: str | None
    done: Sequence[int] | None
    not_done: Sequence[int] | None
    remove: Sequence[int] | None

    def edits(self, _: Assessment, factor: str) -> Iterator[Edit]:
        """What they change."""
        for number in self.done or ():
            yield MarkAction(factor, number, done=True)
        for number in self.not_done or ():
            yield MarkAction(factor, number, done=False)
        for number in _last_first(self.remove):
            yield RemoveAction(factor, number)
        if self.action is not None:
            yield AddAction(factor, typed(self.action) or "", self.who, self.by, self.sign)
        for option in ("who", "by", "sign"):
            if self.action is None and getattr(self, option) is not None:
                raise _belongs_to(f"--{option}", "--action")


class ReflectionWishes(NamedTuple):
    """Options about a reflection."""

    reflection: str | None
    said: str | None
    remove_said: bool

    def edits(self) -> Iterator[Edit]:
        """What they change."""
        if self.said is not None and self.remove_said:
            raise _not_both("--said", "--remove-said")
        if self.reflection is None:
            if self.said is not None or self.remove_said:
                raise _belongs_to("--remove-said" if self.remove_said else "--said", "--reflection")
            return
        if self.said is None and not self.remove_said:
            raise ClsCheckError.of("--reflection does not say what was said.", "Add --said TEXT.")
        yield SayOnReflection(self.reflection, typed(self.said))


def edits_wished(
    assessment: Assessment,
    factor: str | None,
    about_factor: Sequence[LevelWishes | EvidenceWishes | ActionWishes],
    about_reflection: ReflectionWishes,
) -> list[Edit]:
    """All edits that were asked for.

    Raises:
        ClsCheckError: an option is missing, or two do not go together.
    """
    wished = [wishes for wishes in about_factor if is_wished(*wishes)]
    if wished and factor is None:
        hint = f"Add --factor ID. The factors here are {', '.join(assessment.factors)}."
        raise ClsCheckError.of("It is not said which factor this is about.", hint)
    on_factor = [one for wishes in wished for one in wishes.edits(assessment, factor or "")]
    return [*on_factor, *about_reflection.edits()]


def level_called(assessment: Assessment, called: str) -> str | None:
    """The id of a level from its id or its words; None for none; else what was typed."""
    known = (*assessment.levels, NO_AGREED_LEVEL)
    if called in known:
        return called
    plain = _plain(called)
    if plain == NO_LEVEL:
        return None
    names = {_plain(name): name for name in known}
    words = {_plain(level_in_words(assessment, name)): name for name in known}
    return (words | names).get(plain, called)


def _plain(words: str) -> str:
    return " ".join(words.replace("-", " ").casefold().split())


def typed(words: str | None) -> str | None:
    """What was typed behind an option; a - alone stands for standard input.

    Raises:
        ClsCheckError: some letters could not be read.
    """
    try:
        text = sys.stdin.read(MOST_READ) if words == "-" else words
        (text or "").encode("utf-8")
    except UnicodeError:
        raise ClsCheckError.of(
            "Some letters of this text could not be read.",
            "Save it as UTF-8, or type it again.",
        ) from None
    return text


def _last_first(numbers: Sequence[int] | None) -> list[int]:
    return sorted(set(numbers or ()), reverse=True)


def _belongs_to(option: str, other: str) -> ClsCheckError:
    return ClsCheckError.of(f"{option} says nothing without {other}.", f"Add {other}.")


def _not_both(option: str, other: str) -> ClsCheckError:
    return ClsCheckError.of(f"{option} and {other} do not go together.", "Leave one of them out.")
