"""The code: what goes in comes out, and no slip of a hand goes unnoticed."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import combinations
from typing import TYPE_CHECKING

import pytest

from cls_check.domain.rounds.answer_form import FilledIn, answers_of
from cls_check.errors import ClsCheckError
from cls_check.exchange.forms.code import ALPHABET, PRIME, decode, encode, length
from cls_check.files.questionnaires.reading import find
from tests.exchange.forms.questionnaires import EVERY, questionnaire

if TYPE_CHECKING:
    from pathlib import Path

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

SHORT = find("ten-factors-short").questionnaire
LONG = find("ten-factors").questionnaire


def somebody(asked: Questionnaire, seed: int) -> FilledIn:
    """A person who answers by chance and leaves some statements blank."""
    draw = random.Random(seed)
    choices = ["", *answers_of(asked)]
    drawn = {key: draw.choice(choices) for key, _ in asked.statements()}
    perspectives = [None, *asked.perspectives]
    given = {key: answer for key, answer in drawn.items() if answer}
    return FilledIn(draw.choice(perspectives), given)


@pytest.mark.parametrize("wanted", EVERY)
def test_what_goes_in_comes_out(wanted: str, tmp_path: Path) -> None:
    asked = questionnaire(wanted, tmp_path)
    for seed in range(50):
        filled = somebody(asked, seed)
        assert decode(encode(filled, asked), asked) == filled


def test_a_code_is_short() -> None:
    # 50 statements of 8 states each and 8 perspectives are 153 bits: 31 characters, and 4 to check.
    assert length(LONG) == 31 + 4
    assert [len(group) for group in encode(somebody(LONG, 1), LONG).split()] == [5] * 7
    # 20 statements are 63 bits: 13 characters.
    assert length(SHORT) == 13 + 4


def test_nothing_and_everything_have_a_code() -> None:
    nothing = FilledIn(None, {})
    last = FilledIn("prefer-not-to-say", {key: "cannot-answer" for key, _ in LONG.statements()})
    for filled in (nothing, last):
        assert decode(encode(filled, LONG), LONG) == filled


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("asked", [SHORT, LONG], ids=lambda each: each.id)
def test_every_slip_is_noticed(asked: Questionnaire, seed: int) -> None:
    right = encode(somebody(asked, seed), asked).replace(" ", "")
    slips = [
        right[:at] + other + right[at + 1 :]
        for at in range(len(right))
        for other in ALPHABET
        if other != right[at]
    ]
    assert len(slips) == 31 * len(right)
    for slip in slips:
        with pytest.raises(ClsCheckError):
            decode(slip, asked)


@pytest.mark.parametrize("seed", range(20))
def test_every_swap_of_neighbours_is_noticed(seed: int) -> None:
    right = encode(somebody(LONG, seed), LONG).replace(" ", "")
    for at in range(len(right) - 1):
        swapped = right[:at] + right[at + 1] + right[at] + right[at + 2 :]
        if swapped != right:
            with pytest.raises(ClsCheckError):
                decode(swapped, LONG)


@pytest.mark.parametrize("at", range(35))
def test_a_slip_is_named_by_its_group(at: int) -> None:
    right = encode(somebody(LONG, 7), LONG).replace(" ", "")
    slip = right[:at] + ("2" if right[at] != "2" else "3") + right[at + 1 :]
    with pytest.raises(ClsCheckError) as refused:
        decode(slip, LONG)
    assert f"Look at group {at // 5 + 1} again" in str(refused.value)


def test_two_slips_are_noticed_wherever_they_are() -> None:
    draw = random.Random(2)
    right = encode(somebody(LONG, 8), LONG).replace(" ", "")
    for one, two in combinations(range(len(right)), 2):
        slip = list(right)
        slip[one], slip[two] = (draw.choice(ALPHABET.replace(right[at], "")) for at in (one, two))
        with pytest.raises(ClsCheckError):
            decode("".join(slip), LONG)


def test_no_two_slips_could_cancel_each_other_out() -> None:
    """d1 * 32**a + d2 * 32**b is never 0: no power of 32 is a quotient of two such d."""
    quotients = {
        d1 * pow(d2, -1, PRIME) % PRIME for d1 in range(-31, 32) if d1 for d2 in range(1, 32)
    }
    assert not any(pow(32, apart, PRIME) in quotients for apart in range(1, 1984))


@pytest.mark.parametrize(
    "typed",
    [str.lower, lambda code: code.replace(" ", "-"), lambda code: code.replace(" ", " \n"),
     lambda code: code.replace("0", "O").replace("1", "l")],
    ids=["small letters", "hyphens", "lines", "look-alikes"],
)  # fmt: skip
def test_how_it_is_typed_does_not_matter(typed: Callable[[str], str]) -> None:
    filled = FilledIn("leader", {"cop-1": "1"})
    assert decode(typed(encode(filled, SHORT)), SHORT) == filled


def other(**changed: object) -> Questionnaire:
    return SHORT.model_copy(update=changed)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (other(id="ours"), "This is not a code of"),
        (other(version="1.1"), "version 1.1"),
        (other(perspectives=dict(list(SHORT.perspectives.items())[:-1])), "This is not a code of"),
        (LONG, "This code has 17 characters, and a code of"),
    ],
    ids=["other id", "other version", "other perspectives", "other statements"],
)
def test_a_code_of_another_form_is_refused(asked: Questionnaire, told: str) -> None:
    with pytest.raises(ClsCheckError, match=told):
        decode(encode(somebody(SHORT, 3), SHORT), asked)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("", "This code has 0 characters"),
        ("3575V HDPVD", "This code has 10 characters"),
        ("3575V HDPVD PVFA7 3U", "In group 4 of this code is a sign that no code has"),
        ("3575V HDPVD PVFA7 3\x1b", "In group 4"),
        ("٣575V HDPVD PVFA7 3B", "In group 1"),
        ("Z" * 100_000, "This code has 100000 characters"),
    ],
)
def test_what_is_no_code_is_refused(code: str, told: str) -> None:
    with pytest.raises(ClsCheckError, match=told):
        decode(code, SHORT)


@pytest.mark.slow
def test_random_signs_are_hardly_ever_a_code() -> None:
    draw = random.Random(1)
    taken = 0
    for _ in range(5000):
        try:
            decode("".join(draw.choices(ALPHABET, k=length(SHORT))), SHORT)
        except ClsCheckError:
            continue
        taken += 1
    assert taken == 0  # 1 in 1,048,517
