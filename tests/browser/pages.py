"""The pages that the gate looks at, all made by the commands that people use.

To add a page: a function that makes it in a folder and gives its files, and a line in `PAGES`.
"""

from __future__ import annotations

import io
import re
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import yaml
from cls_check.cli.app import run
from cls_check.domain.terms import NO_AGREED_LEVEL
from cls_check.files.assessments.reading import read_assessment
from cls_check.files.assessments.writing import assessment_text
from cls_check.resources import folder
from tests.cli.conftest import Done
from tests.cli.test_strangers import gather, stranger
from tests.reports.places import answers, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cls_check.domain.assessments.assessment import Assessment

EXAMPLES = Path(str(folder("examples")))
NEWEST = EXAMPLES / "northfield" / "northfield-2026-09-10.yaml"
SIX = (
    "lived-experience", "family-or-carer", "frontline", "manager", "leader", "community-or-partner",
)  # fmt: skip
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(1)> ' + "x" * 300
    + " # | *b* شكرا لكم \u202eolleh\u202c {{ 7 * 7 }} 👩🏽\u200d🦽"
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page of the project: the first of each kind is looked at in a quick run, too."""

    kind: str
    make: Callable[[Path], Iterable[Path]]


def cls_check(*args: object, typed: str = "") -> Done:
    """Run a command in the folder that is current."""
    out, err = io.StringIO(), io.StringIO()
    with patch.object(sys, "stdin", io.StringIO(typed)), redirect_stdout(out), redirect_stderr(err):
        code = run([str(arg) for arg in args])
    return Done(code, out.getvalue(), err.getvalue())


def report(into: Path, assessment: Path, *options: str) -> list[Path]:
    """The reports of an assessment's file: the steering group's, or those that are asked for."""
    done = cls_check("report", assessment, "-o", into, *options)
    assert done.code == 0, done.err
    return [Path(line) for line in done.out.splitlines() if line.endswith(".html")]


def for_others(into: Path, make: Callable[[Path], Iterable[Path]]) -> list[Path]:
    """The summary and the report for those who took part, once more in large print."""
    list(make(into))
    (file,) = into.glob("*.yaml")
    usual = report(into / "others", file, "--for", "summary", "--for", "participants")
    return [*usual, *report(into / "others", file, "--for", "participants", "--large-print")]


def index(into: Path) -> list[Path]:
    """The page that leads to the reports of a folder."""
    return report(into, EXAMPLES)[-1:]


def report_of(into: Path, made: Assessment) -> list[Path]:
    """The report of an assessment that a test made up."""
    file = into / "made-up.yaml"
    file.write_text(assessment_text(made), encoding="utf-8")
    return report(into, file)


def gathered(into: Path, way: str, *perspectives: str) -> list[str]:
    """Some people answer the short questionnaire; what the last command printed, in lines."""
    begin = ["assess", "--no-input", "--place", "Northfield", "--date", "2026-09-10", "--way", way,
             "--questionnaire", "ten-factors-short", "--folder", into]  # fmt: skip
    for who in perspectives:
        done = cls_check(*begin, "--perspective", who, typed="45\n31\n" * 5 + "\n")
        assert done.code == 0, done.err
    return done.out.splitlines()


def almost_all_hidden(into: Path) -> list[Path]:
    """Six people in six perspectives: no perspective may be shown."""
    gathered(into, "one-after-another", *SIX)
    closed = cls_check("close", *into.glob("*.open"), "-o", into, "--erase")
    assert closed.code == 0, closed.err
    return report(into, Path(closed.out.strip()))


def one_view(into: Path) -> list[Path]:
    """One person's answers, alone."""
    gathered(into, "alone", "lived-experience")
    (file,) = into.glob("*.yaml")
    return report(into, file)


def levels_alone(into: Path) -> list[Path]:
    """A group that talked and picked levels, and answered no statements."""
    usual = read_assessment(NEWEST)
    factors = {
        key: each.model_copy(update={"statements": {}}) for key, each in usual.factors.items()
    }
    used = usual.questionnaire.model_copy(update={"id": "ten-factors-levels"})
    return report_of(
        into, usual.model_copy(update={"factors": factors, "scale": (), "questionnaire": used})
    )


def strangers(into: Path) -> list[Path]:
    """A questionnaire about something else, with eleven answers."""
    with chdir(into):
        return report(into, into / gather(cls_check, stranger(11, perspectives=True)))


def hostile(into: Path) -> list[Path]:
    """The same words wherever words can stand: markup, no space, other scripts, turned lines."""
    counts = {"lived-experience": answers(3, 0, 0, 0, 3), "frontline": answers(0, 0, 0, 4, 4)}
    talk = {
        "because": f"{HOSTILE}\n\n{HOSTILE}",
        "evidence": [{"from": "people", "what": HOSTILE}],
        "actions": [{"what": HOSTILE, "who": HOSTILE, "by": "2026-12-01", "sign": HOSTILE}],
    }
    factors = [
        {
            "title": f"{level} {HOSTILE}",
            "statements": {f"hostile-{level}": {"text": HOSTILE, "answers": counts}},
            "level": level,
        }
        | talk
        for level in ("growing", NO_AGREED_LEVEL)
    ]
    made = place(
        {"lived-experience": 6, "frontline": 8},
        factors=factors,
        place=HOSTILE,
        round=HOSTILE,
        questionnaire={"id": "theirs", "version": HOSTILE, "title": HOSTILE, "source": HOSTILE},
        scale=[f"{number} {HOSTILE}" for number in range(1, 6)],
        perspectives={group: f"{group} {HOSTILE}" for group in counts},
        reflections={"values": {"text": HOSTILE, "said": HOSTILE}},
    )
    return report_of(into, made)


def reveal(into: Path, make: Callable[[Path], Iterable[Path]]) -> list[Path]:
    """The page for the projector, of an assessment that another of these makes."""
    list(make(into))
    beside = into.glob("*.yaml")
    (file,) = [path for path in beside if path.read_text("utf-8").startswith("cls-check:")]
    done = cls_check("reveal", file, "-o", into / "room")
    assert done.code == 0, done.err
    return [Path(line) for line in done.out.splitlines()]


def paper(into: Path, questionnaire: str) -> list[Path]:
    """The printable pack, every part in every size."""
    done = cls_check("paper", questionnaire, "-o", into)
    assert done.code == 0, done.err
    return [Path(line) for line in done.out.splitlines() if line.endswith(".html")]


def over_time(into: Path, make: Callable[[Path], Iterable[Path]]) -> list[Path]:
    """Two rounds side by side, and all rounds; the second is the same place a year before."""
    list(make(into))
    (now,) = into.glob("*.yaml")
    then = into / "then.yaml"
    text = now.read_text(encoding="utf-8")
    then.write_text(re.sub(r'^date: "2026', 'date: "2025', text, flags=re.MULTILINE), "utf-8")
    pages = [into / "difference.html", into / "history.html"]
    options = ("--format", "html", "-o")
    assert cls_check("diff", then, now, *options, pages[0]).code == 0
    assert cls_check("history", into, *options, pages[1]).code == 0
    return pages


def answer_form(into: Path, questionnaire: str) -> list[Path]:
    """The form that a person fills in without the internet."""
    done = cls_check("questionnaire", "export", questionnaire, "--to", "html", "-o", into)
    assert done.code == 0, done.err
    return [Path(done.out.strip())]


def strangers_form(into: Path, answers: int, **more: Any) -> list[Path]:
    """A form with other answers, in two languages, one of which is written from right to left."""
    tree = stranger(answers, perspectives=True, languages=["ur", "en"]) | more
    tree["title"] = {"en": "Bicycles", "ur": "سائیکلیں"}
    file = into / "bicycles.yaml"
    file.write_text(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return answer_form(into, str(file))


def hostile_form(into: Path) -> list[Path]:
    """The same words wherever words can stand on a form."""
    factor = {"title": HOSTILE, "meaning": HOSTILE, "statements": {"h-1": HOSTILE}}
    return strangers_form(
        into,
        3,
        factors={"one": factor},
        we=HOSTILE,
        about=HOSTILE,
        perspectives={"one": HOSTILE, "two": HOSTILE},
        scale={"question": HOSTILE, "answers": [f"{place} {HOSTILE}" for place in range(3)]},
    )


def guide(into: Path) -> list[Path]:
    """The facilitator's guide."""
    page = into / "guide.html"
    assert cls_check("guide", "-o", page).code == 0
    return [page]


def northfield(into: Path) -> list[Path]:
    """A copy of the example place."""
    copy = into / NEWEST.name
    copy.write_bytes(NEWEST.read_bytes())
    return [copy]


PAGES = {
    "newest": Page("report", partial(report, assessment=NEWEST)),
    **{
        path.stem: Page("report", partial(report, assessment=path))
        for path in sorted(EXAMPLES.glob("*/*.yaml"))
        if path != NEWEST
    },
    "almost-all-hidden": Page("report", almost_all_hidden),
    "hostile": Page("report", hostile),
    "one-view": Page("one-view", one_view),
    "levels-alone": Page("report", levels_alone),
    "strangers": Page("report", strangers),
    "for-others": Page("for-others", partial(for_others, make=northfield)),
    "for-others-almost-all-hidden": Page("for-others", partial(for_others, make=almost_all_hidden)),
    "for-others-hostile": Page("for-others", partial(for_others, make=hostile)),
    "for-others-levels-alone": Page("for-others", partial(for_others, make=levels_alone)),
    "index": Page("index", index),
    "over-time": Page("over-time", partial(over_time, make=northfield)),
    "over-time-almost-all-hidden": Page("over-time", partial(over_time, make=almost_all_hidden)),
    "over-time-hostile": Page("over-time", partial(over_time, make=hostile)),
    "reveal": Page("reveal", partial(reveal, make=northfield)),
    "reveal-almost-all-hidden": Page("reveal", partial(reveal, make=almost_all_hidden)),
    "reveal-hostile": Page("reveal", partial(reveal, make=hostile)),
    "reveal-levels-alone": Page("reveal", partial(reveal, make=levels_alone)),
    "reveal-one-view": Page("reveal", partial(reveal, make=one_view)),
    "reveal-strangers": Page("reveal", partial(reveal, make=strangers)),
    "paper": Page("paper", partial(paper, questionnaire="ten-factors-short")),
    "paper-long": Page("paper", partial(paper, questionnaire="ten-factors")),
    "paper-levels": Page("paper", partial(paper, questionnaire="ten-factors-levels")),
    "guide": Page("guide", guide),
    "answer-form": Page("answer-form", partial(answer_form, questionnaire="ten-factors-short")),
    "answer-form-long": Page("answer-form", partial(answer_form, questionnaire="ten-factors")),
    "answer-form-strangers": Page("answer-form", partial(strangers_form, answers=11)),
    "answer-form-hostile": Page("answer-form", hostile_form),
}
