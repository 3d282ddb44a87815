"""What is the same thing in two versions of one round, whatever it is called in each.

An id is renumbered, a capital letter is mended: the answers behind it are still the same people's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from cls_check.domain.same_text import without_signs
from cls_check.domain.terms import NO_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

MOST_ALIKE = 20
"""Statements of one wording that are looked at in one file: nobody asks one thing so often."""


class Asked(NamedTuple):
    """A statement that is in both versions, by its id in the new one."""

    key: str
    then: AnsweredStatement
    now: AnsweredStatement
    sensitive: bool
    """Whether its factor is marked so in one of them."""


def in_both(old: Assessment, new: Assessment) -> list[Asked]:
    """The pairs of statements that share their id or their words.

    Two ids that changed places are two pairs each. But what stands with the same words and the same
    answers in the old version is that statement, and no other.
    """
    by_id = {key: (factor, one) for factor, key, one in _statements(old)}
    by_words: dict[str, list[tuple[AssessedFactor, AnsweredStatement]]] = defaultdict(list)
    for factor, one in by_id.values():
        by_words[without_signs(one.text)].append((factor, one))
    found = []
    for factor, key, now in _statements(new):
        alike = by_words[without_signs(now.text)][:MOST_ALIKE]
        if key in by_id and not any(_same_answers(then, now) for _, then in alike):
            alike = [by_id[key], *(each for each in alike if each is not by_id[key])]
        found += [
            Asked(key, then, now, before.sensitive or factor.sensitive) for before, then in alike
        ]
    return found


def _statements(of: Assessment) -> Iterator[tuple[AssessedFactor, str, AnsweredStatement]]:
    for factor in of.factors.values():
        for key, statement in factor.statements.items():
            yield factor, key, statement


def _same_answers(one: AnsweredStatement, other: AnsweredStatement) -> bool:
    return (one.answers, one.after_talking) == (other.answers, other.after_talking)


def under_new_ids(old: Assessment, new: Assessment) -> list[Assessment]:
    """The old version with its perspectives under the ids that the new one gives to their names.

    Where an id was taken over by another perspective, the old version as it stands is one more:
    nobody knows whether the id or the name was mended.
    """
    now = _by_name(new)
    moved = {key: now[name] for name, key in _by_name(old).items() if now.get(name, key) != key}
    if not moved:
        return [old]
    taken = set(moved.values()) & old.perspectives.keys()
    # What had this id before is some other group now, of which the new version says nothing.
    renamed = {key: f"{key} (before)" for key in taken if key not in moved} | moved
    return [_renamed(old, renamed), *([old] if taken else [])]


def _by_name(of: Assessment) -> dict[str, str]:
    """The ids of perspectives by their names, of those names that stand there once."""
    names = {key: without_signs(name) for key, name in of.perspectives.items()}
    often = Counter(names.values())
    return {
        name: key
        for key, name in names.items()
        if often[name] == 1 and name and key not in NO_PERSPECTIVES
    }


def _renamed(of: Assessment, ids: Mapping[str, str]) -> Assessment:
    def under(tree: Mapping[str, object]) -> dict[str, object]:
        return {ids.get(key, key): value for key, value in tree.items()}

    factors = {
        key: factor.model_copy(
            update={
                "statements": {
                    name: one.model_copy(update={"answers": under(one.answers)})
                    for name, one in factor.statements.items()
                }
            }
        )
        for key, factor in of.factors.items()
    }
    return of.model_copy(update={"took_part": under(of.took_part), "factors": factors})
