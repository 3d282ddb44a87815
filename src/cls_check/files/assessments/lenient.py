"""An assessment that is not right, read as a person reads it: for what is in git and stays there.

Keys that nobody knows are passed over, and numbers need not fit together. Where something is missing
without which nothing can be compared, it is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from cls_check.domain.assessments.assessment import (
    AnsweredStatement,
    AssessedFactor,
    Assessment,
    QuestionnaireUsed,
)
from cls_check.domain.counts.tally import OUTSIDE_THE_SCALE
from cls_check.domain.terms import (
    LOWEST_MINIMUM_GROUP,
    MOST_MINIMUM_GROUP,
    USUAL_MINIMUM_GROUP,
    as_written,
)
from cls_check.messages import nearest
from cls_check.yaml.lenient import UnreadableError, plain_text, trees_in

if TYPE_CHECKING:
    from cls_check.domain.model import Model

Tree = dict[str, Any]
LONGEST_SCALE = 100
_OURS = re.compile(r"(?:^|[{,?])[ \t\"'-]*(?:cls-check|took-part)[\"']?[ \t]*:", re.MULTILINE)
_HOLD_NUMBERS = ("statements", "answers")
_NO = ("", "false", "no", "off", "~", "null")


def is_ours(text: str) -> bool:
    """Whether a person would take this for an assessment, by a line that says so."""
    return _OURS.search(text) is not None


def readings(data: bytes) -> tuple[Assessment, ...]:
    """Every way to read an assessment that is not right; none where it would have to be guessed."""
    try:
        return tuple(_assessment(tree) for tree in trees_in(plain_text(data)))
    except UnreadableError:
        return ()


def said_to_be(text: str, key: str) -> str:
    """What a line says behind the first such key, wherever it stands; "" where no line does."""
    found = re.search(
        rf"(?:^|[{{,?])[ \t\"'-]*{key}[\"']?[ \t]*:[ \t]*[\"']?([^\"'#,}}\r\n]+)",
        text,
        re.MULTILINE,
    )
    return found[1].strip() if found else ""


def day_in(text: str) -> str:
    """A day as it is written in files, from any way that a person may write it; else as it stands."""
    found = re.match(
        r"\s*(\d{4})\D{1,2}(\d{1,2})\D{1,2}(\d{1,2})", unicodedata.normalize("NFKC", text)
    )
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else text.strip()


def _assessment(tree: Tree) -> Assessment:
    def get(key: str) -> Any:
        return _get(tree, key, Assessment)

    used = get("questionnaire")
    factors = {key: _factor(each) for key, each in _group(get("factors")).items()}
    took_part = {key: _count(each) for key, each in _group(get("took-part")).items()}
    if not factors or not took_part:
        raise UnreadableError
    answers = [
        given
        for factor in factors.values()
        for statement in factor.statements.values()
        for given in (*statement.answers.values(), statement.after_talking)
    ]
    highest = max((int(each) for given in answers for each in given if each.isdigit()), default=0)
    scale = [each for each in get("scale") or () if isinstance(each, str)]
    return Assessment.model_construct(
        cls_check=1,
        questionnaire=QuestionnaireUsed.model_construct(
            id=_words(_group(used).get("id")), version=_words(_group(used).get("version"))
        ),
        place=_words(get("place")),
        date=day_in(_words(get("date"))),
        one_view=_yes(get("one-view")) and sum(took_part.values()) < 2,
        minimum_group=_minimum(get("minimum-group")) or USUAL_MINIMUM_GROUP,
        sensitive_group=_minimum(get("sensitive-group")),
        scale=(*scale, *[""] * (highest - len(scale))),
        perspectives={key: _words(each) for key, each in _group(get("perspectives")).items()},
        took_part=took_part,
        factors=factors,
    )


def _factor(value: Any) -> AssessedFactor:
    tree = _group(value)
    return AssessedFactor.model_construct(
        title=_words(_get(tree, "title", AssessedFactor)),
        sensitive=_yes(_get(tree, "sensitive", AssessedFactor)),
        statements={
            key: _statement(each)
            for key, each in _group(_get(tree, "statements", AssessedFactor)).items()
        },
    )


def _statement(value: Any) -> AnsweredStatement:
    tree = {"text": value} if isinstance(value, str) else _group(value)
    return AnsweredStatement.model_construct(
        text=_words(_get(tree, "text", AnsweredStatement)),
        answers={
            group: _answers(given)
            for group, given in _group(_get(tree, "answers", AnsweredStatement)).items()
        },
        after_talking=_answers(_get(tree, "after-talking", AnsweredStatement)),
    )


def _get(tree: Tree, key: str, model: type[Model]) -> Any:
    """What stands behind a key, or behind one that nobody knows and that was meant for it."""
    if key in tree:
        return tree[key]
    known = {as_written(name) for name in model.model_fields}
    strange = [name for name in tree if name not in known and not name.startswith("x-")]
    meant = nearest(key, strange)
    if not meant and key in _HOLD_NUMBERS and any(isinstance(tree[name], dict) for name in strange):
        raise UnreadableError
    return tree.get(meant)


def _group(value: Any) -> Tree:
    if isinstance(value, dict):
        return value
    if value is None or (isinstance(value, str) and value.strip().casefold() in _NO):
        return {}
    raise UnreadableError


def _answers(value: Any) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, count in _group(value).items():
        answer = _answer(name)
        found[answer] = found.get(answer, 0) + _count(count)
    return found


def _answer(name: str) -> str:
    if re.fullmatch(r"\s*\d+\s*", name) and 0 < int(name) <= LONGEST_SCALE:
        return str(int(name))
    meant = nearest(name, OUTSIDE_THE_SCALE)
    if not meant:
        raise UnreadableError
    return meant


def _count(value: Any) -> int:
    """The one number that stands there; "12 came" is 12."""
    numbers = re.findall(r"\d{1,9}", unicodedata.normalize("NFKC", _words(value)))
    if len(numbers) != 1:
        raise UnreadableError
    return int(numbers[0])


def _minimum(value: Any) -> int | None:
    return min(max(_count(value), LOWEST_MINIMUM_GROUP), MOST_MINIMUM_GROUP) if value else None


def _yes(value: Any) -> bool:
    return _words(value).strip().casefold() not in _NO


def _words(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    raise UnreadableError
