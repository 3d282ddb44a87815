"""Nobody can be found in an assessment: joining groups that are too small, and proving it.

Two things are joined into `other-perspectives`: a perspective with too few people, in the whole
round; and a perspective of which one or two people answered a statement, for that statement.
Each time the next smallest joins too while the joined group is still too small. Nothing is shown
beside it from which a part could be subtracted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.assessments.assessment import AnsweredStatement, Assessment, in_order
from cls_check.domain.counts.tally import Tally, people_on_the_scale, total
from cls_check.domain.terms import EVERYONE, FEWEST_OF_A_PERSPECTIVE, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

Tallies = dict[str, Tally]


def protected(assessment: Assessment) -> Assessment:
    """The same assessment with every group that is too small joined with others.

    A protected assessment stays as it is. One person's own view is theirs to show.
    """
    if assessment.one_view or not _shows_too_small_a_group(assessment):
        return assessment
    sizes = {name: count for name, count in assessment.took_part.items() if count}
    joined = will_be_joined(sizes, assessment.perspectives, assessment.minimum_group)
    took_part = _join_counts(assessment.took_part, joined)
    nobody_else = set(joined) == set(sizes)
    group = EVERYONE if nobody_else and joined else OTHER_PERSPECTIVES
    if group == EVERYONE:
        took_part = {EVERYONE: assessment.people}
    showable = assessment.people >= assessment.minimum_group

    def protect(_: str, statement: AnsweredStatement) -> AnsweredStatement:
        tallies = join(assessment.tallies(statement), joined, group) if showable else {}
        tallies = _fit_to_show(tallies, assessment)
        answers = {name: tally.written() for name, tally in tallies.items() if tally.people}
        second = {} if few_voted_again(assessment, statement) else statement.after_talking
        return statement.model_copy(update={"answers": answers, "after_talking": second})

    return _with_statements(assessment.model_copy(update={"took_part": took_part}), protect)


def joined_further(assessment: Assessment, statement_ids: Collection[str]) -> Assessment:
    """The two smallest groups of each of some statements joined; one that is left is hidden."""

    def join_more(key: str, statement: AnsweredStatement) -> AnsweredStatement:
        if key not in statement_ids:
            return statement
        joined = _smallest_joined(assessment.tallies(statement), assessment)
        answers = {name: tally.written() for name, tally in joined.items()}
        return statement.model_copy(update={"answers": answers})

    return _with_statements(assessment, join_more)


def _smallest_joined(tallies: Tallies, assessment: Assessment) -> Tallies:
    if len(tallies) == 1:
        return {}
    counted = {name: tally.n for name, tally in tallies.items()}
    sizes = _smallest_first(counted, assessment.perspectives)
    alone = [name for name in sizes if name != OTHER_PERSPECTIVES]
    more = alone[:1] if OTHER_PERSPECTIVES in sizes else alone[:2]
    return join(tallies, (OTHER_PERSPECTIVES, *more), OTHER_PERSPECTIVES)


def _shows_too_small_a_group(assessment: Assessment) -> bool:
    """Whether anything has to be joined; mostly not, as files were protected on closing."""
    if any(count < assessment.minimum_group for count in assessment.took_part.values()):
        return True
    if any(few_voted_again(assessment, statement) for _, statement in assessment.statements()):
        return True
    return any(
        0 < people_on_the_scale(answers) < FEWEST_OF_A_PERSPECTIVE
        for _, statement in assessment.statements()
        for answers in statement.answers.values()
    )


def few_voted_again(assessment: Assessment, statement: AnsweredStatement) -> bool:
    """Whether so few gave an answer on the scale after talking that single ones could be guessed."""
    second = statement.after_talking
    return bool(second) and people_on_the_scale(second) < assessment.minimum_group


def _with_statements(
    assessment: Assessment, change: Callable[[str, AnsweredStatement], AnsweredStatement]
) -> Assessment:
    factors = {
        factor_id: factor.model_copy(
            update={
                "statements": {key: change(key, value) for key, value in factor.statements.items()}
            }
        )
        for factor_id, factor in assessment.factors.items()
    }
    return assessment.model_copy(update={"factors": factors})


def will_be_joined(
    sizes: Mapping[str, int], perspectives: Mapping[str, object], minimum: int
) -> tuple[str, ...]:
    """Which of these groups, each with somebody in it, cannot be shown on their own."""
    return too_small_together(_smallest_first(sizes, perspectives), minimum)


def _smallest_first(sizes: Mapping[str, int], perspectives: Mapping[str, object]) -> dict[str, int]:
    """Sizes in growing order; of equal groups the later one in the questionnaire comes first."""
    order = in_order(sizes, perspectives)
    ranked = sorted(sizes, key=lambda name: (sizes[name], -order.index(name)))
    return {name: sizes[name] for name in ranked}


def too_small_together(sizes: Mapping[str, int], minimum: int) -> tuple[str, ...]:
    """Which groups are joined, given their sizes with the smallest first.

    Everything below the minimum, the groups that were joined before, and as many of the next
    smallest as the joined group needs to reach the minimum; nothing where nothing is too small.
    """
    small = [name for name, size in sizes.items() if size < minimum]
    if not small:
        return ()
    if OTHER_PERSPECTIVES in sizes and OTHER_PERSPECTIVES not in small:
        small.append(OTHER_PERSPECTIVES)
    for name in sizes:
        if len(small) > 1 and sum(sizes[member] for member in small) >= minimum:
            break
        if name not in small:
            small.append(name)
    return tuple(small)


def _join_counts(took_part: Mapping[str, int], joined: tuple[str, ...]) -> dict[str, int]:
    alone = {name: count for name, count in took_part.items() if count and name not in joined}
    together = sum(took_part[name] for name in joined)
    return alone | ({OTHER_PERSPECTIVES: together} if together else {})


def join(tallies: Tallies, joined: tuple[str, ...], into: str) -> Tallies:
    """The tallies with some groups' added up under one name."""
    members = [tally for name, tally in tallies.items() if name in joined]
    alone = {name: tally for name, tally in tallies.items() if name not in joined}
    if not members:
        return alone
    if into in alone:
        members.append(alone.pop(into))
    return alone | {into: total(members, len(members[0].counts))}


def _fit_to_show(tallies: Tallies, assessment: Assessment) -> Tallies:
    """One statement's tallies, joined until each has nobody or enough people on the scale."""
    answered = {name: tally.n for name, tally in tallies.items() if tally.n}
    if answered and sum(answered.values()) < FEWEST_OF_A_PERSPECTIVE:
        return {}
    together = will_be_joined(answered, assessment.perspectives, FEWEST_OF_A_PERSPECTIVE)
    return join(tallies, together, OTHER_PERSPECTIVES)
