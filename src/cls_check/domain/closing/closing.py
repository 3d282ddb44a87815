"""Closing a round: from single voices to one assessment in which nobody can be found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cls_check.domain.assessments.assessment import (
    AnsweredStatement,
    AssessedFactor,
    Assessment,
    QuestionnaireUsed,
    Reflection,
)
from cls_check.domain.assessments.privacy import protected
from cls_check.domain.assessments.talk import FactorTalk
from cls_check.domain.closing.proof import recovered
from cls_check.domain.counts.tally import Tally, people_in_words, total
from cls_check.domain.rounds.round import NOTHING_SAID, Hands, Talk, Voice
from cls_check.domain.terms import EVERYONE, USUAL_MINIMUM_GROUP
from cls_check.errors import RefusedError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cls_check.domain.questionnaires.questionnaire import Factor, Questionnaire, Statement
    from cls_check.domain.rounds.round import Round


@dataclass(frozen=True)
class Came:
    """Everyone who took part, group by group: single voices, and those whose hands were counted."""

    voices: Mapping[str, Sequence[Voice]]
    hands: Sequence[Hands]

    def people(self, group: str) -> int:
        """How many of a group came."""
        counted = sum(hands.present.get(group, 0) for hands in self.hands)
        return len(self.voices.get(group, ())) + counted

    def answered(self, statement: str, group: str, positions: int) -> Tally:
        """How many of a group gave each answer to a statement."""
        voices = self.voices.get(group, ())
        given = [each.answers[statement] for each in voices if statement in each.answers]
        counted = [each.answers.get(statement, {}).get(group, {}) for each in self.hands]
        tallies = [Tally.from_written(each, positions) for each in counted]
        return total([Tally.of(given, positions), *tallies], positions)


def close(
    questionnaire: Questionnaire,
    this_round: Round,
    voices: Sequence[Voice],
    *,
    hands: Sequence[Hands] = (),
    talk: Talk = NOTHING_SAID,
    minimum_group: int = USUAL_MINIMUM_GROUP,
) -> Assessment:
    """One assessment of all voices and hands, small groups joined, proved safe to share.

    Raises:
        RefusedError: too few people took part, or a hidden answer could be worked back.
    """
    single = tallied(questionnaire, this_round, voices, hands, talk, minimum_group)
    if not single.one_view and single.people < minimum_group:
        raise RefusedError.of(
            f"{people_in_words(single.people)} took part. From fewer than {minimum_group} people, "
            "single answers could be guessed.",
            "Ask more people to answer, then close again. Nothing was written.",
        )
    return safe_to_share(single)


def safe_to_share(single: Assessment) -> Assessment:
    """The assessment with small groups joined, where the proof is content.

    Raises:
        RefusedError: a hidden answer could be worked back; it should not come to that.
    """
    shown = protected(single)
    found = next(recovered(single, shown), None)
    if found is None:
        return shown
    raise RefusedError.of(
        f"The answers of {found.perspective} to {found.statement} could be worked back.",
        "Wait until more people have answered, or close with a larger group: "
        f"--minimum-group {single.minimum_group + 1}. Nothing was written.",
    )


def tallied(
    questionnaire: Questionnaire,
    this_round: Round,
    voices: Sequence[Voice],
    hands: Sequence[Hands],
    talk: Talk,
    minimum_group: int,
) -> Assessment:
    """All voices and hands added up, small groups too: for closing alone, never to be shown or written."""
    alone = this_round.way == "alone"
    groups: dict[str, list[Voice]] = {}
    for voice in voices:
        groups.setdefault(_group_of(voice, questionnaire, alone=alone), []).append(voice)
    came = Came(groups, hands)
    factors = {
        factor_id: _assessed(factor, came, talk.factors.get(factor_id, FactorTalk()), questionnaire)
        for factor_id, factor in questionnaire.factors.items()
    }
    if alone and voices:
        factors = {key: _with_own_level(factors[key], voices[0].levels.get(key)) for key in factors}
    return Assessment.model_construct(
        cls_check=1,
        questionnaire=_used(questionnaire),
        place=this_round.place,
        date=this_round.date,
        round=this_round.round,
        stage=this_round.stage,
        organisations=None if alone else this_round.organisations,
        language=this_round.language,
        one_view=alone,
        minimum_group=minimum_group,
        sensitive_group=this_round.sensitive_group,
        scale=questionnaire.scale.answers if questionnaire.scale else (),
        values=questionnaire.scale.own_values if questionnaire.scale else (),
        perspectives={} if alone else _names(questionnaire),
        levels=dict(questionnaire.levels),
        took_part=_took_part(questionnaire, came),
        factors=factors,
        reflections={
            key: Reflection(text=reflection.text, said=talk.reflections.get(key))
            for key, reflection in questionnaire.reflections.items()
        },
    )


def _used(questionnaire: Questionnaire) -> QuestionnaireUsed:
    return QuestionnaireUsed(
        id=questionnaire.id,
        version=questionnaire.version,
        title=questionnaire.title,
        source=questionnaire.source,
    )


def _names(questionnaire: Questionnaire) -> dict[str, str]:
    return {key: perspective.name for key, perspective in questionnaire.perspectives.items()}


def _group_of(voice: Voice, questionnaire: Questionnaire, *, alone: bool) -> str:
    return EVERYONE if alone or not questionnaire.perspectives else voice.perspective or EVERYONE


def _took_part(questionnaire: Questionnaire, came: Came) -> dict[str, int]:
    counted = {group: came.people(group) for group in _in_order(questionnaire)}
    return {group: people for group, people in counted.items() if people}


def _in_order(questionnaire: Questionnaire) -> tuple[str, ...]:
    return (*questionnaire.perspectives, EVERYONE)


def _assessed(
    factor: Factor, came: Came, talk: FactorTalk, questionnaire: Questionnaire
) -> AssessedFactor:
    return AssessedFactor.model_construct(
        title=factor.title,
        sensitive=factor.sensitive,
        early_on=factor.early_on,
        statements={
            key: _answered(key, statement, came, questionnaire)
            for key, statement in factor.statements.items()
        },
        level=talk.level,
        because=talk.because,
        evidence=talk.evidence,
        actions=talk.actions,
    )


def _with_own_level(factor: AssessedFactor, level: str | None) -> AssessedFactor:
    return factor.model_copy(update={"level": level}) if level else factor


def _answered(
    statement_id: str, statement: Statement, came: Came, questionnaire: Questionnaire
) -> AnsweredStatement:
    positions = len(questionnaire.scale.answers) if questionnaire.scale else 0
    tallies = {
        group: came.answered(statement_id, group, positions) for group in _in_order(questionnaire)
    }
    answers = {group: tally.written() for group, tally in tallies.items() if tally.people}
    return AnsweredStatement.model_construct(text=statement.text, answers=answers)


def with_words_of(new: Assessment, old: Assessment) -> Assessment:
    """A round closed again keeps what people wrote into its file since it was closed before.

    That goes before what the record says: the file is what people edited last. Numbers and
    wording are the new ones.
    """
    factors = {
        key: _with_words(factor, old.factors[key]) if key in old.factors else factor
        for key, factor in new.factors.items()
    }
    reflections = {
        key: old.reflections.get(key, reflection) for key, reflection in new.reflections.items()
    }
    used = new.questionnaire.model_copy(update=old.questionnaire.own_notes)
    return new.model_copy(
        update={"questionnaire": used, "factors": factors, "reflections": reflections}
        | old.own_notes
    )


def _written_by_people(old: AnsweredStatement) -> dict[str, Any]:
    return old.own_notes | {"after_talking": old.after_talking}


def _with_words(new: AssessedFactor, old: AssessedFactor) -> AssessedFactor:
    written = ("level", "because", "evidence", "actions")
    words = {name: getattr(old, name) or getattr(new, name) for name in written}
    statements = {
        key: statement.model_copy(update=_written_by_people(old.statements[key]))
        if key in old.statements
        else statement
        for key, statement in new.statements.items()
    }
    return new.model_copy(update=words | {"statements": statements} | old.own_notes)
