"""Which way the answers of a scale run: up, as they should, or down, as some forms have them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

Direction = Literal["up", "down", ""]

# Words of the low end and of the high end. Those of the low end are looked for first: "very
# unlikely" and "totally disagree" are low, whatever else is in them.
_ENDS: Final = {
    "en": (
        r"not|no|none|never|nothing|hardly|rarely|(?:strongly )?disagree|unlikely|untrue|poor"
        r"|dissatisfied|unhappy|bad|initial|ad-?hoc",
        r"very|always|fully|yes|agree|completely|totally|excellent|all|likely|strongly|optimi[sz]ed",
    ),
    "cy": (
        r"ddim|dim|byth|na|nac|anghytuno\S*",
        r"iawn|bob amser|cytuno\S*|llwyr|hollol|ydy|yn wir",
    ),
    "de": (r"nicht|nie|niemals|nein|keine?|gar", r"immer|sehr|ja|völlig|voll|vollständig|stets"),
    "fr": (r"pas|jamais|aucune?|non|rien|désaccord", r"toujours|très|oui|entièrement|tout|accord"),
    "es": (r"no|nunca|nada|jamás|desacuerdo", r"siempre|muy|sí|totalmente|completamente|acuerdo"),
    "pl": (r"nie|nigdy|wcale", r"zawsze|bardzo|tak|całkowicie|zgadzam"),
}
_NUMBER: Final = re.compile(r"\s*(\d+(?:[.,]\d+)?)\b")


def direction(answers: Sequence[str], language: str) -> Direction:
    """Whether the last answer is higher than the first; "" where that cannot be told.

    Numbers that the answers begin with decide; else the words of the first and the last.
    """
    if len(answers) < 2:
        return ""
    numbers = [_NUMBER.match(answer) for answer in answers]
    if all(numbers):
        ends = [float(number[1].replace(",", ".")) for number in numbers if number]
        return _compared(ends[0], ends[-1])
    return _compared(*(_end(answer, language) for answer in (answers[0], answers[-1])))


def _compared(first: float, last: float) -> Direction:
    return "up" if last > first else "down" if last < first else ""


def _end(answer: str, language: str) -> int:
    """-1 for the low end, 1 for the high one, 0 for what lies between or is not known."""
    known = _ENDS.get(language.partition("-")[0].lower())
    if not known:
        return 0
    for value, words in zip((-1, 1), known, strict=True):
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", answer, re.IGNORECASE):
            return value
    return 0
