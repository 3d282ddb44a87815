"""Make the finished places in `examples/`: invented people, counted and closed as real ones are.

Run it after a change of the questionnaires, of closing or of the words in `tools/examples/`:
`python tools/make_examples.py`. With `--check` it writes nothing and says whether the files are what
it makes. A test holds that they are.

Each file in `tools/examples/` is one round: who came, what they tend to answer, and what they wrote.
Every person has a leaning of their own. For each statement they leave a blank, cannot answer, do not
know, or answer near the middle of their perspective for that factor:

    usual, or a perspective's own   where the answers of these people lie, on the scale of 1 to 5
    apart                           how far people differ from one another; 0.6 if nothing is said
    camps                           how far the room is pulled to both sides; 0 if nothing is said
    far                             how many times more often than elsewhere people do not know
    seen-by                         the share of people who were asked at all; 1 if nothing is said
    the id of a statement           how far it lies above the factor's others, or below with a minus
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from cls_check.domain.closing.closing import close
from cls_check.domain.counts.tally import CANNOT_ANSWER, DONT_KNOW
from cls_check.domain.rounds.round import Round, Talk, Voice
from cls_check.files.assessments.reading import file_name, slug
from cls_check.files.assessments.writing import assessment_text
from cls_check.files.questionnaires.reading import find
from cls_check.yaml.reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.questionnaires.questionnaire import Questionnaire

HERE = Path(__file__).resolve().parent
ROUNDS = HERE / "examples"
EXAMPLES = HERE.parent / "examples"

BLANK = 0.015
HARDER_OR_EASIER = 0.2
USUALLY_APART = 0.6
OWN_LEANING = 0.4

OFTEN_UNSURE = {
    "lived-experience": 0.08,
    "family-or-carer": 0.08,
    "frontline": 0.06,
    "manager": 0.03,
    "leader": 0.02,
    "community-or-partner": 0.06,
    "prefer-not-to-say": 0.08,
}
"""How often people do not know, where a factor is no further from their life than others."""

NOT_MINE_TO_ANSWER = {"lived-experience": 0.01, "family-or-carer": 0.02, "prefer-not-to-say": 0.05}


@dataclass(frozen=True)
class Person:
    """Somebody who came: where they answer from, and how they lean."""

    name: str
    """For the dice only: the round, the perspective and a number."""
    perspective: str
    leaning: float
    """Added to all their answers: below 0 where they have seen little of this change."""
    side: int
    """1 or -1: which of two camps they are in, where there are camps."""


def made_examples() -> dict[Path, str]:
    """What each example file should hold."""
    return dict(_example(path) for path in sorted(ROUNDS.glob("*.yaml")))


def _example(path: Path) -> tuple[Path, str]:
    assessment = closed_round(read_yaml(path).data)
    return EXAMPLES / slug(assessment.place) / file_name(assessment), assessment_text(assessment)


def closed_round(told: Mapping[str, Any]) -> Assessment:
    """The assessment of one round as it is told in `tools/examples/`."""
    questionnaire = find(told["questionnaire"]).questionnaire
    return close(
        questionnaire,
        Round.model_validate(told["round"]),
        [_voice(person, questionnaire, told) for person in _people(told)],
        talk=Talk.model_validate(told["talk"]),
    )


def _people(told: Mapping[str, Any]) -> Iterator[Person]:
    here = f"{told['round']['place']} {told['round']['date']}"
    came = [name for name, count in told["people"].items() for _ in range(count)]
    for number, perspective in enumerate(came):
        name = f"{here} {perspective} {number}"
        yield Person(name, perspective, OWN_LEANING * _bell(_dice(name)), (-1) ** number)


def _voice(person: Person, questionnaire: Questionnaire, told: Mapping[str, Any]) -> Voice:
    answers = {
        statement_id: answer
        for factor_id, factor in questionnaire.factors.items()
        for statement_id in factor.statements
        if _was_asked(person, factor_id, told)
        if (answer := _answer(person, statement_id, told["answers"][factor_id]))
    }
    return Voice.model_validate(
        {"cls-check-voice": 1, "perspective": person.perspective, "answers": answers}
    )


def _was_asked(person: Person, factor_id: str, told: Mapping[str, Any]) -> bool:
    seen_by = float(told["answers"][factor_id].get("seen-by", 1))
    return _dice(f"{person.name} {factor_id}").random() < seen_by


def _answer(person: Person, statement_id: str, tends: Mapping[str, Any]) -> str | None:
    """What a person answers: 1 to 5, one of the two beside the scale, or None for a blank."""
    dice = _dice(f"{person.name} {statement_id}")
    chance = dice.random()
    for share, answer in _beside_the_scale(person.perspective, float(tends.get("far", 1))):
        if chance < share:
            return answer
        chance -= share
    middle = float(tends.get(person.perspective, tends["usual"])) + person.leaning
    middle += person.side * float(tends.get("camps", 0))
    middle += float(tends.get(statement_id, 0)) + HARDER_OR_EASIER * _bell(_dice(statement_id))
    own = middle + float(tends.get("apart", USUALLY_APART)) * _bell(dice)
    return str(min(5, max(1, round(own))))


def _beside_the_scale(perspective: str, far: float) -> Iterator[tuple[float, str | None]]:
    """How often people of a perspective give each answer that is not 1 to 5."""
    yield BLANK, None
    yield NOT_MINE_TO_ANSWER.get(perspective, 0), CANNOT_ANSWER
    yield OFTEN_UNSURE[perspective] * far, DONT_KNOW


def _dice(name: str) -> Random:
    return Random(name)  # the same name gives the same person


def _bell(dice: Random) -> float:
    """A number around 0, two in three of them between -1 and 1.

    Of all that `Random` offers, only `random()` is promised never to change between Pythons.
    """
    return sum(dice.random() for _ in range(12)) - 6


def check() -> int:
    """Say which files are not what this tool makes; 1 if there are any."""
    made = made_examples()
    there = {path: path.read_text(encoding="utf-8") for path in EXAMPLES.glob("*/*.yaml")}
    differ = [path for path in sorted({*made, *there}) if made.get(path) != there.get(path)]
    for path in differ:
        sys.stdout.write(f"{path.relative_to(EXAMPLES.parent)} is not what this tool makes.\n")
    return 1 if differ else 0


def write() -> int:
    """Write all examples."""
    for path, text in made_examples().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(check() if "--check" in sys.argv[1:] else write())
