"""An assessment in which nobody can be found: what is joined, and what is not shown.

`joining` says which groups are one. Beside that, nothing is shown of a statement
that one or two people answered on the scale. Nothing is shown from which a part could be subtracted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cls_check.domain.assessments.joining import Joining, will_be_joined
from cls_check.domain.counts.tally import Tally, people_on_the_scale, total
from cls_check.domain.terms import EVERYONE, OTHER_PERSPECTIVES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from cls_check.domain.assessments.assessment import (
        AnsweredStatement,
        AssessedFactor,
        Assessment,
    )

Tallies = dict[str, Tally]


def protected(assessment: Assessment) -> Assessment:
    """The same assessment with every group that is too small joined with others.

    A protected assessment stays as it is. One person's own view is theirs to show.
    """
    if assessment.one_view:
        return assessment
    large_enough = _with_groups_joined(assessment)
    factors = {
        key: _protected_factor(large_enough, each) for key, each in large_enough.factors.items()
    }
    same = all(factors[key] is each for key, each in assessment.factors.items())
    if same and large_enough is assessment:
        return assessment
    return large_enough.model_copy(update={"factors": factors})


def joining_for(assessment: Assessment, factor: AssessedFactor) -> Joining:
    """What is joined for a factor's statements, where the groups of the whole round are joined."""
    fewest = assessment.sensitive_minimum if factor.sensitive else assessment.minimum_group
    return Joining.of(
        assessment.took_part, assessment.perspectives, assessment.minimum_group, fewest
    )


def few_voted_again(assessment: Assessment, statement: AnsweredStatement) -> bool:
    """Whether so few gave an answer on the scale after talking that single ones could be guessed."""
    second = statement.after_talking
    return bool(second) and people_on_the_scale(second) < assessment.minimum_group


def on_the_scale(statement: AnsweredStatement) -> dict[str, int]:
    """How many people of each group answered a statement on the scale."""
    return {group: people_on_the_scale(given) for group, given in statement.answers.items()}


def is_explained(
    joining: Joining, statement: AnsweredStatement, answered: Mapping[str, int]
) -> bool:
    """Whether what stands joined for a statement can follow from sizes; see `Joining.explains`."""
    in_others = sum(statement.answers.get(OTHER_PERSPECTIVES, {}).values())
    return joining.explains(answered, in_others)


def _with_groups_joined(assessment: Assessment) -> Assessment:
    """Perspectives with too few people are one group, in the whole round."""
    sizes = {name: count for name, count in assessment.took_part.items() if count}
    joined = will_be_joined(sizes, assessment.perspectives, assessment.minimum_group)
    if not joined:
        return assessment
    group = EVERYONE if set(joined) == set(sizes) else OTHER_PERSPECTIVES
    alone = {name: count for name, count in sizes.items() if name not in joined}
    took_part = alone | {group: sum(sizes[name] for name in joined)}
    showable = assessment.people >= assessment.minimum_group

    def joined_in(statement: AnsweredStatement) -> AnsweredStatement:
        tallies = join(assessment.tallies(statement), joined, group) if showable else {}
        return _answered(statement, tallies)

    factors = {
        key: _with_statements(
            factor, {name: joined_in(each) for name, each in factor.statements.items()}
        )
        for key, factor in assessment.factors.items()
    }
    return assessment.model_copy(update={"took_part": took_part, "factors": factors})


def _protected_factor(assessment: Assessment, factor: AssessedFactor) -> AssessedFactor:
    joining = joining_for(assessment, factor)
    statements = {
        key: _protected_statement(assessment, joining, statement)
        for key, statement in factor.statements.items()
    }
    if all(statements[key] is statement for key, statement in factor.statements.items()):
        return factor
    return _with_statements(factor, statements)


def _protected_statement(
    assessment: Assessment, joining: Joining, statement: AnsweredStatement
) -> AnsweredStatement:
    """A statement as it may be shown; the same one where it may be shown as it is."""
    if few_voted_again(assessment, statement):
        statement = statement.model_copy(update={"after_talking": {}})
    answered = on_the_scale(statement)
    if not joining.enough(answered):
        return _answered(statement, {})
    joined = joining.joined(answered)
    if not is_explained(joining, statement, answered):
        joined = tuple(statement.answers)
    if statement.answers.keys().isdisjoint({*joined} - {OTHER_PERSPECTIVES}):
        return statement
    tallies = join(assessment.tallies(statement), joined, OTHER_PERSPECTIVES)
    return _answered(statement, tallies)


def _answered(statement: AnsweredStatement, tallies: Tallies) -> AnsweredStatement:
    answers = {name: tally.written() for name, tally in tallies.items() if tally.people}
    return statement.model_copy(update={"answers": answers})


def _with_statements(
    factor: AssessedFactor, statements: Mapping[str, AnsweredStatement]
) -> AssessedFactor:
    return factor.model_copy(update={"statements": statements})


def join(tallies: Tallies, joined: Collection[str], into: str) -> Tallies:
    """The tallies with some groups' added up under one name."""
    members = [tally for name, tally in tallies.items() if name in joined]
    alone = {name: tally for name, tally in tallies.items() if name not in joined}
    if not members:
        return alone
    if into in alone:
        members.append(alone.pop(into))
    return alone | {into: total(members, len(members[0].counts))}
