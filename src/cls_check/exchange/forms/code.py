"""One person's answers as a short code that can be read out, typed or written on a card.

The answers are the digits of one number, each in as many states as it has. That number stands in
the code with four more characters behind it, chosen so that the whole leaves the same remainder for
every code of one form when it is divided by a prime. One character that slipped changes the whole by
d * 32**k with 0 < d < 32, and two neighbours that changed places by d * 31 * 32**k. Neither can be
divided by a prime over 32, so every such slip is noticed. The prime is one for which any two slips
are noticed, too, and for which no two of them look like another one: no 32**k leaves the remainder
of a quotient of such d, for k below 1,984. Another form has another remainder.

The page in templates/answer-form.js makes the same code.
"""

from __future__ import annotations

from functools import reduce
from hashlib import sha256
from typing import TYPE_CHECKING

from cls_check.domain.rounds.answer_form import FilledIn, answers_of
from cls_check.errors import ClsCheckError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cls_check.domain.questionnaires.questionnaire import Questionnaire

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are taken for others (Crockford's base 32)."""
BASE = len(ALPHABET)
MEANT = str.maketrans("ILO", "110")
PRIME = 1_048_517
"""Below 32**4, so that a remainder fits into four characters."""
CHECK_CHARACTERS = 4
GROUP = 5
"""How many characters stand together."""
_PARTING = " -\u2010\u2011\u2012\u2013\u2014\u00a0\t\r\n"
"""What may stand between groups."""


def encode(filled: FilledIn, questionnaire: Questionnaire) -> str:
    """The code for what a person gave, in groups of five.

    Raises:
        ClsCheckError: the questionnaire has no statements.
        ValueError: the perspective or an answer is not one of the questionnaire's.
    """
    slots = _slots(questionnaire)
    given = {"": filled.perspective or "", **filled.answers}
    number = 0
    for key, states in slots.items():
        number = number * len(states) + states.index(given.get(key, ""))
    room = BASE**CHECK_CHARACTERS
    check = (seal(questionnaire) - number * room) % PRIME
    characters = _written(number * room + check, length(questionnaire))
    return " ".join(characters[at : at + GROUP] for at in range(0, len(characters), GROUP))


def decode(code: str, questionnaire: Questionnaire) -> FilledIn:
    """What a person gave, from their code as somebody typed it.

    Capitals or not, and how it is parted, does not matter; O is read as 0, I and L as 1.

    Raises:
        ClsCheckError: it is not a code of this questionnaire; with what is wrong, and where.
    """
    characters = _characters(code)
    _check_length(characters, questionnaire)
    whole = reduce(lambda number, each: number * BASE + ALPHABET.index(each), characters, 0)
    off = (whole - seal(questionnaire)) % PRIME
    if off:
        raise _does_not_fit(characters, off, questionnaire)
    number = whole // BASE**CHECK_CHARACTERS
    found: dict[str, str] = {}
    for key, states in reversed(_slots(questionnaire).items()):
        number, state = divmod(number, len(states))
        found[key] = states[state]
    if number:
        raise _does_not_fit(characters, off, questionnaire)
    perspective = found.pop("") or None
    return FilledIn(perspective, {key: found[key] for key in reversed(found) if found[key]})


def length(questionnaire: Questionnaire) -> int:
    """How many characters a code of this questionnaire has, those for checking among them."""
    possible = 1
    for states in _slots(questionnaire).values():
        possible *= len(states)
    return len(_written(possible - 1, 1)) + CHECK_CHARACTERS


def seal(questionnaire: Questionnaire) -> int:
    """The remainder that all codes of one form leave: from its id, version and what can be answered."""
    parts = [questionnaire.id, questionnaire.version]
    for key, states in _slots(questionnaire).items():
        parts += [key, *states]
    digest = sha256("\n".join(parts).encode()).digest()
    return int.from_bytes(digest[:8]) % PRIME


def _slots(questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
    """Everything that a code holds, with its states; the first of them is "nothing"."""
    answers = ("", *answers_of(questionnaire))
    statements = {key: answers for key, _ in questionnaire.statements()}
    return {"": ("", *questionnaire.perspectives), **statements}


def _written(number: int, least: int) -> str:
    written = ""
    while number or len(written) < least:
        number, digit = divmod(number, BASE)
        written = ALPHABET[digit] + written
    return written


def _characters(code: str) -> str:
    parted = code.upper().translate(dict.fromkeys(map(ord, _PARTING)))
    characters = parted.translate(MEANT)
    for at, character in enumerate(characters):
        if character not in ALPHABET:
            raise ClsCheckError.of(
                f"In group {at // GROUP + 1} of this code is a sign that no code has.",
                f"A code has these signs alone: {ALPHABET}",
            )
    return characters


def _check_length(characters: str, questionnaire: Questionnaire) -> None:
    wanted = length(questionnaire)
    if len(characters) != wanted:
        raise ClsCheckError.of(
            f"This code has {len(characters)} characters, "
            f"and a code of {questionnaire.title} has {wanted}.",
            "Look if a character is missing or stands twice, "
            "and if it is a code of this questionnaire.",
        )


def _does_not_fit(characters: str, off: int, questionnaire: Questionnaire) -> ClsCheckError:
    groups = sorted({at // GROUP + 1 for at in _slips(characters, off)})
    if len(groups) == 1:
        return ClsCheckError.of(
            "A character of this code is wrong, or two have changed places.",
            f"Look at group {groups[0]} again, and at the signs on both sides of it.",
        )
    return ClsCheckError.of(
        f"This is not a code of {questionnaire.title}, version {questionnaire.version}. "
        "Or more than one character is wrong.",
        "Compare it with the page that it comes from, group by group.",
    )


def _slips(characters: str, off: int) -> Iterator[int]:
    """Where one other character, or two neighbours the other way round, would make it right."""
    digits = [ALPHABET.index(each) for each in characters]
    weight = 1
    for at in range(len(digits) - 1, -1, -1):
        if any((other - digits[at]) * weight % PRIME == PRIME - off for other in range(BASE)):
            yield at
        if at and (digits[at] - digits[at - 1]) * (BASE - 1) * weight % PRIME == PRIME - off:
            yield at
        weight = weight * BASE % PRIME
