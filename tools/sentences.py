"""Every sentence that a report can say, for docs/sentences.md: its rule and an example.

Examples are what the reports of the example places say, with the numbers that made them; what
none of them says is said of the small places in `tests/reports/sayings.py`.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from cls_check.domain.comparison.comparison import compare
from cls_check.domain.comparison.difference import difference
from cls_check.domain.findings.findings import find
from cls_check.errors import ClsCheckError
from cls_check.files.assessments.reading import read_assessment
from cls_check.reports.audiences.index import Reported, index_view
from cls_check.reports.audiences.view import AUDIENCES, view_of
from cls_check.reports.difference.view import difference_view, one_sided_view
from cls_check.reports.model.numbers import summary_table
from cls_check.reports.model.story import story_of
from cls_check.reports.output.content import FORMS, told
from cls_check.reports.reveal.page import reveal_view
from cls_check.words import speech
from cls_check.words.english import audiences, headings, reports, since
from cls_check.words.english.diff import DIFFERENCE
from tests.reports.kinds import kinds
from tests.reports.sayings import SAYINGS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cls_check.domain.assessments.assessment import Assessment
    from cls_check.domain.comparison.comparison import Comparison
    from cls_check.domain.questionnaires.questionnaire import Questionnaire

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = {"northfield-2026-03-12": None, "northfield-2026-09-10": "northfield-2026-03-12",
          "eastmoor-2026-06-18": None, "westhope-2026-05-21": None}  # fmt: skip
PARTS = {
    "Findings, their numbers and what to do": reports.FINDINGS,
    "Who took part, levels, actions": reports.GROUPS,
    "Since last time": since.SINCE,
    "Two files side by side": DIFFERENCE,
    "Beside pictures": headings.CHARTS,
    "How to read a report, and its tables": since.HOW_TO_READ,
    "The summary, and what goes back to people": audiences.AUDIENCES,
}
RULES = {
    "agreed.close": "agreement 0.8 or more", "agreed.broad": "0.5 to under 0.8",
    "agreed.some": "0.3 to under 0.5", "agreed.mixed": "0 to under 0.3",
    "agreed.two-camps": "under 0", "agreed.unknown": "too few answers",
    "not-enough": "too few answered",
    "cannot-say": "over a third did not know",
    "perspectives-differ": "two perspectives 1.0 or more apart, 5 people each, too far for chance",
    "perspectives-may-differ": "1.0 or more apart, not too far for chance",
    "often": "comes by chance in 0.15 to under 0.95 of reports", "mostly": "0.95 or more",
    "can": "0.05 to under 0.15", "seldom": "under 0.05",
    "could-be": "the likely range reaches into another band",
    "could-agree": "agreement near its line, for so few people",
    "views-differ": "agreement below 0.3, below 0 under 8 people",
    "two-camps": "agreement below 0, by more than chance",
    "strength": "typical answer 4.0 or more",
    "growing-well": "3.5 to under 4.0",
    "growing": "2.5 to under 3.5",
    "starting": "under 2.5",
    "felt-not-shown": "4.0 or more, no evidence",
    "shown-not-felt": "under 2.5, with evidence",
    "fragile": "one answer one step further changes the headline",
    "weight": "everyone and balanced 0.5 or more apart",
    "up": "a clear shift", "down": "a clear shift",
    "maybe-up": "a possible shift", "maybe-down": "a possible shift",
    "no-clear-change": "neither clear nor possible",
}  # fmt: skip


def page() -> str:
    """The tables of the page."""
    said = all_said()
    return "\n".join(line for name, part in PARTS.items() for line in _table(name, part, said))


def _table(
    name: str, part: Mapping[str, speech.Template], said: Mapping[str, str]
) -> Iterator[str]:
    yield f"\n## {name}\n\n| key | rule | sentence |\n|---|---|---|"
    for key, template in part.items():
        words = said.get(key) or (template if isinstance(template, str) else " / ".join(template))
        yield f"| `{key}` | {_rule(key)} | {words.replace('|', ' ')} |"


def _rule(key: str) -> str:
    """The rule, or else the small place whose numbers make it."""
    named = [key, *reversed(key.split("."))]
    small_places = (name for name, saying in SAYINGS.items() if key in saying.keys)
    return next((RULES[name] for name in named if name in RULES), next(small_places, ""))


def all_said() -> dict[str, str]:
    """The first thing that was said of each key, in the example places, then in small ones."""
    found: dict[str, str] = {}
    with listening_to(found):
        for name, before in ROUNDS.items():
            now = _read(name)
            tell_all(now, compare(_read(before), now) if before else None)
        for saying in SAYINGS.values():
            tell_all(saying.now, saying.comparison)
        for assessment, asked, comparison in kinds().values():
            tell_all(assessment, comparison, asked)
        _what_stands_around_reports()
    return found


def tell_all(
    now: Assessment, comparison: Comparison | None, asked: Questionnaire | None = None
) -> None:
    """Everything that is said of a round: to all readers, in the table, on the wall."""
    story = story_of(now, find(now), asked, comparison)
    for audience in AUDIENCES:
        with suppress(ClsCheckError):  # one person's own picture goes back to nobody
            view_of(story, audience)
    summary_table(now, find(now))
    if comparison:
        difference_view(difference(comparison.old, now), ("then.yaml", "now.yaml"))
    with suppress(ClsCheckError):
        reveal_view(now, find(now), asked)


@contextmanager
def listening_to(found: dict[str, str]) -> Iterator[None]:
    """Keep the first thing that is said of each key of the catalogue.

    Everything that is said comes by one function, and that is where we listen.
    """
    usual = speech._template  # noqa: SLF001 - what is said is listened to where all of it comes by

    class Heard(str):
        __slots__ = ("key",)
        key: str

        def format(self, *args: object, **fields: object) -> str:
            told = super().format(*args, **fields)
            found.setdefault(self.key, told)
            return told

    def heard(key: str, words: str) -> Heard:
        made = Heard(words)
        made.key = key
        return made

    def listening(key: str) -> tuple[str, speech.Template]:
        language, template = usual(key)
        if isinstance(template, str):
            return language, heard(key, template)
        forms = template if isinstance(template, tuple) else template.values()
        one, other = (heard(key, words) for words in forms)
        return language, (one, other)

    with patch.object(speech, "_template", listening):
        yield


def _what_stands_around_reports() -> None:
    """The list of many reports, and the names of files."""
    index_view([])
    for name in ROUNDS:
        now = _read(name)
        index_view([Reported(now, {"report": "report.html"})])
        difference_view(difference(now, now), ("now.yaml", "now.yaml"), same_bytes=True)
        one_sided_view(now, ("", "new.yaml"))
        one_sided_view(now, ("gone.yaml", ""))
        for audience in AUDIENCES:
            view = view_of(story_of(now, find(now)), audience)
            for form in FORMS:
                told(view, form)


def _read(name: str) -> Assessment:
    return read_assessment(ROOT / "examples" / name.partition("-")[0] / f"{name}.yaml")
