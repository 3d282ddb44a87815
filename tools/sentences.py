"""Every sentence that a report can say, for docs/sentences.md: its rule and an example.

Examples are what the reports of the example places say, with the numbers that made them; for what
none of them says, the sentence stands with the names of its fields.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from cls_check.domain.comparison import compare
from cls_check.domain.findings import find
from cls_check.files.assessments import read_assessment
from cls_check.reports.view import AUDIENCES, view_of
from cls_check.words import audiences, charts, reports, speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = {"northfield-2026-03-12": None, "northfield-2026-09-10": "northfield-2026-03-12",
          "eastmoor-2026-06-18": None}  # fmt: skip
PARTS = {
    "Findings, their numbers and what to do": reports.FINDINGS,
    "Who took part, levels, actions": reports.GROUPS,
    "Since last time": reports.SINCE,
    "Beside pictures": charts.CHARTS,
    "How to read a report, and its tables": reports.HOW_TO_READ,
    "The summary, and what goes back to people": audiences.AUDIENCES,
}
RULES = {
    "not-enough": "too few answered",
    "cannot-say": "over a third did not know",
    "perspectives-differ": "two perspectives 1.0 or more apart, 5 people each",
    "views-differ": "agreement below 0.3, below 0 under 8 people",
    "two-camps": "agreement below 0",
    "strength": "typical answer 4.0 or more",
    "growing-well": "3.5 to under 4.0",
    "growing": "2.5 to under 3.5",
    "starting": "under 2.5",
    "felt-not-shown": "4.0 or more, no evidence",
    "shown-not-felt": "under 2.5, with evidence",
    "fragile": "one answer one step further changes the headline",
    "close": "within 0.2 of a cut point",
    "weight": "everyone and balanced 0.5 or more apart",
    "up": "a clear shift", "down": "a clear shift",
    "maybe-up": "a possible shift", "maybe-down": "a possible shift",
    "no-clear-change": "neither clear nor possible",
}  # fmt: skip


def page() -> str:
    """The tables of the page."""
    said = _said()
    return "\n".join(line for name, part in PARTS.items() for line in _table(name, part, said))


def _table(
    name: str, part: Mapping[str, speech.Template], said: Mapping[str, str]
) -> Iterator[str]:
    yield f"\n## {name}\n\n| key | rule | sentence |\n|---|---|---|"
    for key, template in part.items():
        words = said.get(key) or (template if isinstance(template, str) else " / ".join(template))
        yield f"| `{key}` | {_rule(key)} | {words.replace('|', ' ')} |"


def _rule(key: str) -> str:
    return next((RULES[name] for name in reversed(key.split(".")) if name in RULES), "")


def _said() -> dict[str, str]:
    """The first thing that was said of each key, in all reports of the example places."""
    found: dict[str, str] = {}
    usual = speech._template  # noqa: SLF001 - what is said is listened to where all of it comes by

    class Heard(str):
        __slots__ = ("key",)

        def format(self, *args: object, **fields: object) -> str:
            told = super().format(*args, **fields)
            found.setdefault(self.key, told)
            return told

    def heard(key: str, words: str) -> Heard:
        made = Heard(words)
        made.key = key
        return made

    def listening(key: str) -> speech.Template:
        template = usual(key)
        if isinstance(template, tuple):
            return heard(key, template[0]), heard(key, template[1])
        return heard(key, template)

    with patch.object(speech, "_template", listening):
        for name, before in ROUNDS.items():
            now = _read(name)
            compared = compare(_read(before), now) if before else None
            for audience in AUDIENCES:
                view_of(now, find(now), None, compared, audience)
    return found


def _read(name: str) -> object:
    return read_assessment(ROOT / "examples" / name.partition("-")[0] / f"{name}.yaml")
