"""Pydantic's kinds of errors in plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cls_check.domain.counts.tally import DONT_KNOW, OUTSIDE_THE_SCALE, possible_answers
from cls_check.domain.terms import MOST_ANSWERS
from cls_check.messages import did_you_mean, one_line, quoted, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import ErrorDetails

    from cls_check.yaml.places import TreePath

    Advice = tuple[str, str]

ID_RULE = (
    "An id is made of letters a to z, digits, dots, hyphens and underscores. It starts with a "
    "letter or a digit, and has no spaces and at most 64 characters."
)
_GROUP = "Write each on its own line, further in: name: text."

# What is wanted, by how the name of the error starts, with an example of it.
_WANTED = (
    ("string", "a text", "Write a text after the colon."),
    ("int", "a whole number", "Write a number such as 3: digits alone, without quotes."),
    ("float", "a number", "Write a number such as 3 or 2.5, without quotes."),
    ("decimal", "a number", "Write a number such as 3 or 2.5, without quotes."),
    ("finite_number", "a number", "Write a number such as 3 or 2.5, without quotes."),
    ("bool", "a yes or no", "Write true or false, without quotes."),
    ("model", "a group of names", _GROUP),
    ("dict", "a group of names", _GROUP),
    ("mapping", "a group of names", _GROUP),
    ("tuple", "a list", "Write each item on its own line, with a dash and a space before it."),
    ("list", "a list", "Write each item on its own line, with a dash and a space before it."),
    ("set", "a list", "Write each item on its own line, with a dash and a space before it."),
    ("frozen_set", "a list", "Write each item on its own line, with a dash and a space before it."),
    ("date", "a date", 'Write it as year-month-day, for example "2026-09-10".'),
)
# What a group of names looks like, where an example says more than a rule.
_GROUPS = {
    "took-part": "Write each perspective on its own line, further in, with how many came: staff: 9.",
    "questionnaire": 'For example: {id: ten-factors, version: "1.0"}.',
}
# Where one of these stands in the place of a perspective, the perspective was forgotten.
_NO_GROUPS = {"answers", *possible_answers(MOST_ANSWERS)}
_OF_TYPE = re.compile(
    r"_(attributes_)?(type|parsing|parsing_size|from_float|unicode|number|datetime_inexact)$"
)


def in_words(kind: str, path: TreePath, value: Any, details: ErrorDetails) -> Advice:
    """Fact and way out for one error; `kind` starts with "key_" for errors of keys."""
    context: dict[str, Any] = details.get("ctx", {})
    if kind in ("in_our_words", "key_in_our_words"):
        fact = one_line(str(context["fact"]))
        return sentence(_capital(fact)), str(context.get("hint", ""))
    if kind.startswith("key_"):
        return _not_an_id(str(path[-1]))
    wanted = _wanted(kind, path, context)
    if value is None:
        return _empty(wanted, path)
    if wanted and wanted[0] == "a whole number" and _is_whole_number(value):
        return f"{_what(value)} is out of range for {where(path)}.", "Write a smaller number."
    if wanted:
        return _other_kind(kind, wanted, path, value)
    rule = _RULES.get(kind)
    if rule:
        return rule(path, value, context)
    return f"{_what(value)} does not fit {where(path)}.", "Look at the guide for what fits here."


def sentence(text: str) -> str:
    """The text with a full stop at its end, if it has no end yet."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _wanted(kind: str, path: TreePath, context: dict[str, Any]) -> tuple[str, str] | None:
    if context.get("class_name") in ("Statement", "Perspective"):
        kind = "string_type"  # these can be a text alone, which is how most people write them
    if not _OF_TYPE.search(kind):
        return None
    for start, wanted, hint in _WANTED:
        if kind.startswith(start):
            return wanted, _group_hint(path) if hint is _GROUP else hint
    return None


def _group_hint(path: TreePath) -> str:
    match path:
        case ("answers",):
            return "Write each on its own line, further in: the statement's id and the answer."
        case (*_, "answers") | (*_, "answers", _) if str(path[-1]) in _NO_GROUPS:
            return "Under answers: each perspective comes first: staff: {2: 1, 3: 4}."
        case (*_, "answers", _):
            return "Write each answer with how many people gave it: {2: 1, 3: 4, dont-know: 1}."
        case (*_, last):
            return _GROUPS.get(str(last), _GROUP)
    return _GROUP


def _is_whole_number(value: Any) -> bool:
    """Whether it is a whole number that is too long for the reader to take it for one."""
    return isinstance(value, str) and bool(re.fullmatch(r"[1-9][0-9]{18,}", value))


def where(path: TreePath) -> str:
    """What a path leads to, in the middle of a sentence."""
    names = [step for step in path if isinstance(step, str)]
    if not names:
        return "this file"
    if isinstance(path[-1], int):
        return f"item {path[-1] + 1} of {quoted(names[-1])}"
    if names[-1].isdigit() and len(names) > 1:
        return f"{quoted(names[-1])} in {quoted(names[-2])}"
    return quoted(names[-1])


def _what(value: Any) -> str:
    """What stands there, at the start of a sentence."""
    if isinstance(value, dict):
        return "A group of names" if value else "An empty group"
    if isinstance(value, list | tuple):
        return "A list" if value else "An empty list"
    if isinstance(value, bool):
        return "true" if value else "false"
    return quoted(str(value))


def _empty(wanted: tuple[str, str] | None, path: TreePath) -> Advice:
    hint = wanted[1] if wanted else "Write something there."
    return f"{_capital(where(path))} is empty.", f"{hint} Or take it out."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _other_kind(kind: str, wanted: tuple[str, str], path: TreePath, value: Any) -> Advice:
    name, hint = wanted
    if kind.startswith("string") and isinstance(value, bool):
        word = "true" if value else "false"
        hint = f'If you mean the word, put double quotes around it: "{word}".'
    return f"{_what(value)} stands where {where(path)} needs {name}.", hint


def _too_short_text(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    if not str(value).strip():
        return f"{_capital(where(path))} is empty.", "Write a text there, or take it out."
    fewest = context.get("min_length", 1)
    return f"{_what(value)} is too short for {where(path)}.", f"At least {fewest} characters."


def _too_long_text(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    most = context.get("max_length", 0)
    return (
        f"{_capital(where(path))} has {len(str(value)):,} characters.",
        f"At most {most:,} fit here. Make it shorter, or put a part of it elsewhere.",
    )


def _pattern(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    pattern = str(context.get("pattern", ""))
    if pattern.startswith("^[A-Za-z0-9]"):
        return _not_an_id(str(value))
    if DONT_KNOW in pattern:
        return not_an_answer(str(value), str(path[-1]))
    return f"{_what(value)} does not fit {where(path)}.", "Look at the guide for how it is written."


def not_an_answer(given: str, statement: str, positions: int = 0) -> Advice:
    """What is said of an answer that is none; `positions` is 0 where the scale is not known."""
    numbers = f"1 to {positions}" if positions else "a number of the scale"
    question = did_you_mean(given, OUTSIDE_THE_SCALE)
    choices = f"Answers here are {numbers}, {' or '.join(OUTSIDE_THE_SCALE)}."
    return (
        f"{quoted(given)} is not an answer to {shown(statement)}.",
        "\n".join(filter(None, [question, choices])),
    )


def _not_an_id(text: str) -> Advice:
    tidy = re.sub(r"[ _-]+", "-", text.strip().lower())
    example = f" For example: {tidy}." if re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", tidy) else ""
    return f"{quoted(text)} cannot be an id.", ID_RULE + example


def _too_few(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    fewest = context.get("min_length", 1)
    fact = f"has {_times(len(value))}" if value else "is empty"
    needed = "1 is" if fewest == 1 else f"{fewest} are"
    return f"{_capital(where(path))} {fact}.", f"At least {needed} needed."


def _too_many(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    most = context.get("max_length", 0)
    return f"{_capital(where(path))} has {_times(len(value))}.", f"At most {most:,} fit here."


def _times(number: int) -> str:
    return "1 item" if number == 1 else f"{number:,} items"


def _bound(words: str, limit: str) -> Callable[[TreePath, Any, dict[str, Any]], Advice]:
    def advise(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
        bound = context.get(limit, "")
        return f"{_what(value)} is out of range for {where(path)}.", words.format(bound)

    return advise


def _digits(path: TreePath, value: Any, _: dict[str, Any]) -> Advice:
    return f"{_what(value)} has too many digits for {where(path)}.", "Write a shorter number."


def _one_of(path: TreePath, value: Any, context: dict[str, Any]) -> Advice:
    choices = str(context.get("expected") or context.get("expected_tags", ""))
    words = re.findall(r"'((?:[^'\\]|\\.)*)'", choices) or [choices]
    listed = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"
    question = did_you_mean(str(value), words) if isinstance(value, str) else ""
    fact = f"{_what(value)} is not one of the choices for {where(path)}."
    return fact, "\n".join(filter(None, [question, f"Write {listed}."]))


def _own_words(_: TreePath, __: Any, context: dict[str, Any]) -> Advice:
    return sentence(str(context.get("error", "This does not hold together"))), ""


_RULES: dict[str, Callable[[TreePath, Any, dict[str, Any]], Advice]] = {
    "string_too_short": _too_short_text,
    "string_too_long": _too_long_text,
    "string_pattern_mismatch": _pattern,
    "too_short": _too_few,
    "too_long": _too_many,
    "greater_than_equal": _bound("The smallest number here is {}.", "ge"),
    "greater_than": _bound("Only numbers above {} fit here.", "gt"),
    "less_than_equal": _bound("The largest number here is {}.", "le"),
    "less_than": _bound("Only numbers below {} fit here.", "lt"),
    "multiple_of": _bound("Only multiples of {} fit here.", "multiple_of"),
    "decimal_max_digits": _digits,
    "decimal_max_places": _digits,
    "decimal_whole_digits": _digits,
    "literal_error": _one_of,
    "enum": _one_of,
    "union_tag_invalid": _one_of,
    "value_error": _own_words,
    "assertion_error": _own_words,
}
