"""Every error of a model is said in our words, at its line."""

from enum import Enum
from typing import Annotated, Literal, Self, get_args

import pytest
from pydantic import Field, ValidationError, model_validator
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from cls_check.domain.model import Count, Id, Line, Model, Words, problem
from cls_check.domain.questionnaires.questionnaire import Questionnaire
from cls_check.errors import BadFileError
from cls_check.files.validation.explanations import in_words
from cls_check.files.validation.validation import did_you_mean, validate
from cls_check.yaml.reader import parse_yaml


class Level(Enum):
    GROWING = "growing"
    STARTING = "starting"


class Action(Model):
    what: Line
    done: bool = False


class Cat(Model):
    kind: Literal["cat"]
    lives: int


class Dog(Model):
    kind: Literal["dog"]
    bark: Line


class Place(Model):
    title: Line
    about: Words | None = None
    id: Id = "x"
    count: Count = 0
    minutes: Annotated[int, Field(ge=1, le=600)] = 5
    share: Annotated[float, Field(gt=0, lt=1)] = 0.5
    stage: Literal["getting-going", "under-way", "established"] = "under-way"
    level: Level = Level.GROWING
    answers: dict[Id, Count] = Field(default_factory=dict)
    actions: Annotated[tuple[Action, ...], Field(max_length=2)] = ()
    scale: Annotated[list[Line], Field(min_length=3)] = Field(default_factory=list)
    pet: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    either: Line | tuple[Line, ...] | None = None

    @model_validator(mode="after")
    def _rule(self) -> Self:
        if self.title == "twice":
            raise problem('the title "twice" stands twice', "Choose another.")
        if self.title == "plain":
            raise ValueError("the title is plain")
        return self


JARGON = (
    "Input", "input", "valid", "string", "dict", "tuple", "integer", "boolean", "mapping", "literal",
    "None", "'", "field", "extra", "parse", "instance", "pattern", "union",
)  # fmt: skip


def problems(text: str, model: type[Place | Questionnaire] = Place) -> list[str]:
    with pytest.raises(BadFileError) as caught:
        validate(parse_yaml(text.encode(), "f"), model)
    return [str(found) for found in caught.value.problems]


ONE_PROBLEM = [
    ("about: x\n", 'f, line 1, column 1: "title" is missing.', "Add a line title:"),
    ("title:\n", 'f, line 1, column 7: "title" is empty.', "Write a text after the colon."),
    ('title: " "\n', 'f, line 1, column 8: "title" is empty.', "or take it out"),
    (
        "title: [a]\n",
        'f, line 1, column 8: A list stands where "title" needs a text.',
        "Write a text after the colon.",
    ),
    (
        "title: {a: b}\n",
        'f, line 1, column 8: A group of names stands where "title" needs a text.',
        "Write a text",
    ),
    (
        "title: true\n",
        'f, line 1, column 8: true stands where "title" needs a text.',
        'put double quotes around it: "true".',
    ),
    (
        f"title: {'x' * 501}\n",
        'f, line 1, column 8: "title" has 501 characters.',
        "At most 500 fit here.",
    ),
    (
        "title: a\nid: a b\n",
        'f, line 2, column 5: "a b" cannot be an id.',
        "For example: a-b.",
    ),
    (
        "title: a\ncount: many\n",
        'f, line 2, column 8: "many" stands where "count" needs a whole number.',
        "Write a number such as 3",
    ),
    (
        "title: a\ncount: 1.5\n",
        'f, line 2, column 8: "1.5" stands where "count" needs a whole number.',
        "Write a number such as 3",
    ),
    (
        "title: a\nminutes: 2.5\n",
        'f, line 2, column 10: "2.5" stands where "minutes" needs a whole number.',
        "Write a number such as 3",
    ),
    (
        "title: a\nminutes: 0\n",
        'f, line 2, column 10: "0" is out of range for "minutes".',
        "The smallest number here is 1.",
    ),
    (
        "title: a\nminutes: 601\n",
        'f, line 2, column 10: "601" is out of range for "minutes".',
        "The largest number here is 600.",
    ),
    ("title: a\nshare: 0\n", "", "Only numbers above 0"),
    ("title: a\nshare: 1\n", "", "Only numbers below 1"),
    ("title: a\nshare: x\n", "", "Write a number such as 3 or 2.5"),
    (
        "title: a\nstage: underway\n",
        'f, line 2, column 8: "underway" is not one of the choices for "stage".',
        'Did you mean "under-way"?\n  Write getting-going, under-way or established.',
    ),
    ("title: a\nlevel: growin\n", "", 'Did you mean "growing"?\n  Write growing or starting.'),
    (
        "title: a\nanswers: [1]\n",
        'f, line 2, column 10: A list stands where "answers" needs a group of names.',
        "further in: the statement's id and the answer",
    ),
    (
        "title: a\nanswers:\n  a b: 1\n",
        'f, line 3, column 3: "a b" cannot be an id.',
        "letters a to z",
    ),
    ("title: a\nanswers:\n  a: -1\n", "f, line 3, column 6:", "The smallest number here is 0."),
    (
        "title: a\nactions: none\n",
        'f, line 2, column 10: "none" stands where "actions" needs a list.',
        "with a dash and a space",
    ),
    (
        "title: a\nactions:\n  - done: 7\n    what: b\n",
        'f, line 3, column 11: "7" stands where "done" needs a yes or no.',
        "Write true or false",
    ),
    (
        "title: a\nactions:\n  - what: b\n  - done: true\n",
        'f, line 4, column 5: "what" is missing in item 2 of "actions".',
        "Add a line what:",
    ),
    (
        "title: a\nactions:\n  - b\n",
        'f, line 3, column 5: "b" stands where item 1 of "actions" needs a group of names.',
        "name: text",
    ),
    (
        "title: a\nactions: [{what: a}, {what: a}, {what: a}]\n",
        'f, line 2, column 10: "actions" has 3 items.',
        "At most 2 fit here.",
    ),
    (
        "title: a\nscale: [b]\n",
        'f, line 2, column 8: "scale" has 1 item.',
        "At least 3 are needed.",
    ),
    ("title: a\nscale: b\n", 'f, line 2, column 8: "b" stands where "scale" needs a list.', ""),
    ("title: a\npet: {kind: cta}\n", "f, line 2, column 6:", "Write cat or dog."),
    ("title: a\npet: {lives: 3}\n", 'f, line 2, column 6: "kind" is missing in "pet".', ""),
    ("title: a\npet: {kind: cat, lives: x}\n", "f, line 2, column 25:", "whole number"),
    (
        "title: twice\n",
        'f, line 1, column 1: The title "twice" stands twice.',
        "Choose another.",
    ),
    ("title: plain\n", "f, line 1, column 1: the title is plain.", ""),
]


@pytest.mark.parametrize(("text", "fact", "hint"), ONE_PROBLEM)
def test_one_problem(text: str, fact: str, hint: str) -> None:
    (found,) = problems(text)
    assert found.startswith(fact)
    assert hint in found
    said = found.replace("a group of names", "").replace("statement's", "")
    assert not [word for word in JARGON if word in said]


def test_an_unknown_key_explains_a_missing_one() -> None:
    assert problems("# first\nx-note: 1\ntitel: Our place\n") == [
        'f, line 3, column 1: "titel" is not a name that belongs here.\n'
        '  Did you mean "title"?\n'
        "  These can stand here: title, about, id, count, minutes, share, stage, level, answers, "
        "actions, scale, pet, either.\n"
        "  Start it with x- to keep a note of your own."
    ]


def test_a_key_that_is_there_already_is_no_good_guess() -> None:
    (found,) = problems("title: a\ntitle2: b\n")
    assert "Did you mean" not in found


@pytest.mark.parametrize(
    ("text", "line", "keys"),
    [
        ("title: a\nactions:\n  - what: b\n    dome: true\n", 4, "what, done"),
        ("title: a\npet: {kind: cat, lives: 9, bark2: x}\n", 2, "kind, lives, bark"),
    ],
)
def test_unknown_keys_further_in(text: str, line: int, keys: str) -> None:
    (found,) = problems(text)
    assert found.startswith(f"f, line {line}, ")
    assert f"These can stand here: {keys}." in found


def test_problems_come_in_the_order_of_lines_and_all_at_once() -> None:
    text = "minutes: x\ncount: y\ntitel2: z\nanswers: {b: q, a: r}\n"
    assert [found.split(":")[0] for found in problems(text)] == [
        "f, line 1, column 10",
        "f, line 2, column 8",
        "f, line 3, column 1",
        "f, line 4, column 14",
        "f, line 4, column 20",
    ]


def test_each_member_of_a_union_may_complain() -> None:
    found = problems("title: a\neither: {b: c}\n")
    assert all(
        one.startswith("f, line 2, column 9: A group of names stands where") for one in found
    )


def test_hidden_characters_and_long_texts_are_not_repeated() -> None:
    (found,) = problems(f'title: a\nstage: "\\u202E{"x" * 100}"\n')
    assert f'"U+202E{"x" * 58}…" is not one of the choices' in found


def test_a_good_file_is_a_value() -> None:
    text = "title: 1.10\nabout: 7\nx-mine: [1]\nactions:\n  - what: b\n"
    place = validate(parse_yaml(text.encode(), "f"), Place)
    assert (place.title, place.about, place.own_notes) == ("1.10", "7", {"x-mine": [1]})


def test_a_questionnaire() -> None:
    text = "cls-check-questionnaire: 2\nid: a\nversion: 1.0\ntitle: b\nfactors: {f: {titel: c}}\n"
    assert [found.split("\n")[0] for found in problems(text, Questionnaire)] == [
        'f, line 1, column 26: "2" is not one of the choices for "cls-check-questionnaire".',
        'f, line 5, column 15: "titel" is not a name that belongs here.',
    ]


@pytest.mark.parametrize(
    ("word", "known", "question"),
    [
        ("titel", ["title", "text"], 'Did you mean "title"?'),
        ("Title", ["title"], 'Did you mean "title"?'),
        ("took_part", ["took-part"], 'Did you mean "took-part"?'),
        ("zebra", ["title"], ""),
        ("", [], ""),
    ],
)
def test_did_you_mean(word: str, known: list[str], question: str) -> None:
    assert did_you_mean(word, known) == question


# What models made of texts, numbers, lists, groups, choices, dates and unions of them can raise.
NEVER = {
    "string_not_ascii", "set_item_not_hashable", "date_past", "date_future", "multiple_argument_values",
}  # fmt: skip
POSSIBLE = [
    kind
    for kind in get_args(ErrorType)
    if kind not in NEVER
    and kind.startswith(
        ("string_", "int_", "float_", "bool_", "date_", "literal", "enum", "model_type", "model_attr",
         "dict_", "list_", "tuple_", "set_", "too_", "greater", "less", "finite", "multiple",
         "decimal_", "union_tag_invalid", "value_error", "assertion", "frozen_set_")
    )
]  # fmt: skip
CONTEXT = {
    "expected": "'a' or 'b'", "expected_tags": "'a', 'b'", "min_length": 3, "max_length": 4, "ge": 1,
    "gt": 1, "le": 2, "lt": 2, "multiple_of": 2, "pattern": "^a", "error": "It is so", "max_digits": 3,
}  # fmt: skip


@pytest.mark.parametrize("kind", POSSIBLE)
def test_no_kind_of_error_is_left_to_the_last_resort(kind: str) -> None:
    fact, hint = in_words(
        kind,
        ("a", "title"),
        "value",
        ErrorDetails(type=kind, loc=("a", "title"), msg="", input="value", ctx=CONTEXT),
    )
    assert "guide for what fits here" not in hint
    assert not [word for word in JARGON if word in f"{fact} {hint}"]


def test_the_last_resort_is_kind_too() -> None:
    assert in_words(
        "new_kind",
        ("title",),
        "v",
        ErrorDetails(type="new_kind", loc=("title",), msg="", input="v"),
    ) == (
        '"v" does not fit "title".',
        "Look at the guide for what fits here.",
    )


def test_a_model_raises_only_what_is_known() -> None:
    with pytest.raises(ValidationError) as caught:
        Place.model_validate({"titel": 1, "count": None, "pet": 3, "either": {}, "actions": [1]})
    known = {"missing", "unknown_key", "in_our_words", *POSSIBLE}
    assert {error["type"] for error in caught.value.errors()} <= known
