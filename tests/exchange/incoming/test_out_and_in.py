"""What goes out comes in: random questionnaires, every shape that we read, words as forms write them.

What comes in is what went out, or something is said and asked. Nothing is ever read wrongly in
silence. The questionnaires are made of the nastiest ids, words and values that anybody has shown us.
"""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.errors import BadFileError
from cls_check.exchange.incoming.response import Understanding
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from cls_check.exchange.scale_numbers import in_forms

IDS = ["1", "2", "3", "10", "1.1", "1.10", "a-1", "A1", "A2", "q1", "yes", "no", "na", "dk", "id",
       "name", "n", "total", "cop-1", "cop-2", "when2", "when", "answer-1", "4", "5"]  # fmt: skip
TEXTS = ["We have met goal", "We have met goal 4", "We listen.", "We do not listen.", "Total points",
         "Feedback is welcome.", "Points that people raise are heard", "Name three things",
         "We see each other's perspective", "Start time suits all", "1. Tea is hot", "Tea is hot",
         "Yes, always", "Score - we keep one", "People [all of us] decide", "People / Pobl",
         "=cmd", "+1 for us", "Count us in", "N", "Mean words hurt", "All of us are heard"]  # fmt: skip
WORDS = ["Not true yet", "Mostly true", "Very true", "Yes", "No", "yes", "+", "++", "-", "--", "0", "1",
         "2", "3", "4", "5", "10", "-1", "-2", "50%", "100%", "0 days", "1 day", "<25%", "25%", "★",
         "★★", "🙂", "🙁", "Good", "Good+", "NA", "n/a", "A1", "A4", "4 stars", "Agree", "Disagree",
         "Yes / Ydw", "I do not know", "dont-know", "Total", "answer-2", "1 = low"]  # fmt: skip
VALUES = ["0", "0.25", "0.5", "1", "2", "3", "4", "5", "10", "-2", "-1", "7", "99", "1.5"]
GROUPS = {"staff": "frontline staff", "carer": "unpaid carers", "na": "people who are new"}


@st.composite
def questionnaires(draw: st.DrawFn) -> tuple[Questionnaire, ...]:
    """A questionnaire in one or two languages."""
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=5, unique=True))
    many = draw(st.integers(3, 7))
    values = draw(st.one_of(st.just([]), st.lists(st.sampled_from(VALUES), min_size=many,
                                                  max_size=many, unique=True)))  # fmt: skip
    groups = draw(st.sampled_from([{}, GROUPS]))
    spoken = []
    for _ in range(draw(st.integers(1, 2))):
        words = draw(st.lists(st.sampled_from(WORDS), min_size=many, max_size=many, unique=True))
        texts = draw(
            st.lists(st.sampled_from(TEXTS), min_size=len(ids), max_size=len(ids), unique=True)
        )
        tree: dict[str, Any] = {
            "cls-check-questionnaire": 1, "id": "q", "version": "1", "title": "Q",
            "scale": {"answers": words, **({"values": values} if values else {})},
            "perspectives": groups,
            "factors": {"f": {"title": "F", "statements": dict(zip(ids, texts, strict=True))}},
        }  # fmt: skip
        try:
            spoken.append(Questionnaire.model_validate(tree))
        except ValueError:  # the words of an answer and of not knowing are one
            from hypothesis import reject

            reject()
    return tuple(spoken)


Person = tuple[str | None, tuple[tuple[str, str], ...]]


@st.composite
def rooms(draw: st.DrawFn) -> tuple[tuple[Questionnaire, ...], list[Person]]:
    """A questionnaire, and the answers of a few people to it."""
    spoken = draw(questionnaires())
    first = spoken[0]
    assert first.scale
    possible = [*(str(n) for n in range(1, len(first.scale.answers) + 1)), "dont-know",
                "cannot-answer", ""]  # fmt: skip
    people = []
    for _ in range(draw(st.integers(1, 4))):
        group = draw(st.sampled_from(list(first.perspectives))) if first.perspectives else None
        answers = [(key, draw(st.sampled_from(possible))) for key, _ in first.statements()]
        kept = tuple((key, answer) for key, answer in answers if answer)
        if kept:
            people.append((group, kept))
    return spoken, people


def words_of(
    questionnaire: Questionnaire, spoken: tuple[Questionnaire, ...], *, by: str
) -> dict[str, str]:
    """How each answer is written: by its words, its value or place, or as our forms write it."""
    scale = questionnaire.scale
    assert scale
    places = [str(n) for n in range(1, len(scale.answers) + 1)]
    if by == "words":
        written = dict(zip(places, scale.answers, strict=True))
        return {**written, "dont-know": scale.dont_know, "cannot-answer": scale.cannot_answer}
    if by == "numbers":
        written = dict(zip(places, scale.own_values or places, strict=True))
    else:
        written = in_forms([each.scale for each in spoken if each.scale])
    return {**written, "dont-know": "dont-know", "cannot-answer": "cannot-answer"}


def table(rows: list[list[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def wide(spoken: tuple[Questionnaire, ...], people: list[Person], by: str, heads: str) -> bytes:
    """A row for each person; the headings are ids, or the statements in the last language."""
    asked = spoken[-1] if heads == "last" else spoken[0]
    written = words_of(asked, spoken, by=by)
    names = [key if heads == "ids" else each.text for key, each in asked.statements()]
    rows = [["Timestamp", "perspective", *names]]
    for group, answers in people:
        given_ = dict(answers)
        cells = [written.get(given_.get(key, ""), "") for key, _ in asked.statements()]
        rows.append(["2026-09-10", group or "", *cells])
    return table(rows)


def long(spoken: tuple[Questionnaire, ...], people: list[Person], by: str, heads: str) -> bytes:
    """A row for each answer."""
    asked = spoken[-1] if heads == "last" else spoken[0]
    written = words_of(asked, spoken, by=by)
    texts = {key: key if heads == "ids" else each.text for key, each in asked.statements()}
    rows = [["voice", "perspective", "statement", "answer"]]
    for number, (group, answers) in enumerate(people):
        rows += [
            [f"v{number}", group or "", texts[key], written[given_]] for key, given_ in answers
        ]
    return table(rows)


def page(spoken: tuple[Questionnaire, ...], people: list[Person], by: str, heads: str) -> bytes:
    """What our own page saves: one person a file, but several in a list can be read too."""
    saved = [
        {
            "cls-check-answers": 1,
            "questionnaire": {"id": "q", "version": "1"},
            **({"perspective": group} if group else {}),
            "answers": {
                key: int(given_) if given_.isdigit() else given_ for key, given_ in answers
            },
        }
        for group, answers in people
    ]
    return json.dumps(saved).encode()


SHAPES = {"wide": wide, "long": long, "page": page}


def counted(people: list[Person]) -> Counter[Person]:
    return Counter((group, tuple(sorted(answers))) for group, answers in people)


def came(understood: Understanding) -> Counter[Person]:
    return counted(
        [(each.perspective, tuple(each.answers.items())) for each in understood.responses]
    )


@pytest.mark.repeated
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("by", ["words", "numbers", "forms"])
@pytest.mark.parametrize("heads", ["ids", "first", "last"])
@given(room=rooms())
def test_what_goes_out_comes_in_or_is_asked_about(
    room: tuple[tuple[Questionnaire, ...], list[Person]], shape: str, by: str, heads: str
) -> None:
    spoken, people = room
    if not people:
        return

    try:
        understood = understand("a.csv", SHAPES[shape](spoken, people, by, heads), spoken, Told())
    except BadFileError:
        return
    expected = counted(people)
    if by == "numbers" and not spoken[0].scale.own_values:  # type: ignore[union-attr]
        known = came(understood)  # a number may be the words of another answer: then it is those
        if any(letter.isdigit() for one in spoken for w in one.scale.answers for letter in w):  # type: ignore[union-attr]
            return
        assert known == expected or understood.in_the_way or understood.missing
        return
    if not understood.in_the_way:
        assert came(understood) == expected
    else:
        assert all(problem.place for problem in understood.in_the_way)


@pytest.mark.repeated
@pytest.mark.parametrize("by", ["words", "forms"])
@pytest.mark.parametrize("heads", ["ids", "first", "last"])
@given(room=rooms())
def test_counts_that_go_out_come_in_or_are_asked_about(
    room: tuple[tuple[Questionnaire, ...], list[Person]], by: str, heads: str
) -> None:
    spoken, people = room
    asked = spoken[-1] if heads == "last" else spoken[0]
    written = words_of(asked, spoken, by=by)
    texts = {key: key if heads == "ids" else each.text for key, each in asked.statements()}
    counted_ = Counter((key, group or "everyone", given_) for group, answers in people
                       for key, given_ in answers)  # fmt: skip
    lines = [["statement", "perspective", "answer", "count"]]
    lines += [[texts[key], "" if group == "everyone" else group, written[given_], str(many)]
              for (key, group, given_), many in counted_.items()]  # fmt: skip

    understood = understand("a.csv", table(lines), spoken, Told())

    came_ = Counter(
        {
            (key, group, given_): many
            for key, groups in understood.counts.items()
            for group, answers in groups.items()
            for given_, many in answers.items()
        }
    )
    assert understood.in_the_way or came_ == counted_
