"""A whole workshop in a real terminal: 24 people in five perspectives, from the first minute on.

What stood on the screen is kept in `walked.txt`, to be read from top to bottom by somebody who has
never seen the tool. After a change of wording, write it again with
`CLS_CHECK_WRITE=1 python3 start.py test tests/cli/workshop/test_walked.py`, and read the difference.
"""

from __future__ import annotations

import os
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import yaml

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="NOTHING is tried: no pseudo-terminal here"),
]
if sys.platform != "win32":
    from tests.cli.workshop.terminal import Window

KEPT = Path(__file__).with_name("walked.txt")
TODAY = re.compile(r"(?<=Enter means today, )[\d-]{10}")
THE_DAY_OF_THE_TRANSCRIPT = "2026-09-10"
RECORD = "northfield-2026-09-10.open"
FILE = "northfield-2026-09-10.yaml"
LIVED, FAMILY, FRONTLINE, MANAGER, LEADER, NOBODY = "123458"
LEANING = {LIVED: "1223", FAMILY: "233", FRONTLINE: "3445", MANAGER: "445", LEADER: "455"}


class Walk:
    """The windows of one workshop, one after another, and what was shown in them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.chance = random.Random(2026)
        self.shown: list[str] = []

    def run(self, command: str, what: Callable[[Window], object] = lambda _: None) -> int:
        window = Window(self.folder, *command.split())
        what(window)
        code = window.end()
        self.keep(command, window)
        return code

    def keep(self, command: str, window: Window) -> None:
        shown = TODAY.sub(THE_DAY_OF_THE_TRANSCRIPT, window.shown)
        self.shown.append(f"$ cls-check {command}\n{shown}\n")

    def answers(self, group: str, count: int) -> str:
        """So many answers of somebody of this group, each as a character."""
        return "".join(
            self.chance.choice("dx-") if self.chance.random() < 0.08 else self.chance.choice(lean)
            for lean in [LEANING[group]] * count
        )


def first_person(walk: Walk) -> Callable[[Window], object]:
    """Everything that can be typed, once: help, a slip, back, undo, a note, go to, review."""

    def answer(window: Window) -> None:
        window.answer("Which place", "Northfield").answer("Enter means today", "2026-09-10")
        window.answer("Which questionnaire?", "3").answer("How will people answer?", "2")
        window.answer("How far", "2").answer("How many organisations", "3")
        window.answer("How do the answers", "1").answer("Who answers", LIVED)
        window.answer("> ", "?", "9", "2", "b", "1", "u", "n The room is cold", "13d2")
        window.answer("> ", "g cop-2", "2", "r")
        window.answer("Enter to finish", "g sys-3").answer("> ", walk.answers(LIVED, 16))
        window.answer("Enter to finish", "")
        window.answer("Who answers", LIVED).answer("> ", walk.answers(LIVED, 7), "q")

    return answer


def four_more(walk: Walk) -> Callable[[Window], object]:
    """Going on with the one who stopped; then four more of the same perspective."""

    def answer(window: Window) -> None:
        window.answer("Go on with it?", "y").answer("How do the answers", "1")
        window.answer("Who answers", LIVED).answer("Go on with those answers?", "y")
        window.answer("> ", walk.answers(LIVED, 13)).answer("Enter to finish", "")
        for _ in range(4):
            window.answer("Who answers", LIVED).answer("> ", walk.answers(LIVED, 20))
            window.answer("Enter to finish", "")
        window.answer("Who answers", NOBODY).answer("Has everyone answered?", "n")

    return answer


def cut_off(walk: Walk) -> None:
    """The last one of them is half way when the power goes; a second window was told before."""
    window = Window(walk.folder, "assess", "--record", RECORD, "--entry", "laptop")
    window.answer("Who answers", LIVED).answer("> ", walk.answers(LIVED, 9))
    window.wait("Recorded 9 answers.")
    walk.run(f"assess --record {RECORD}")
    window.kill()
    walk.keep(f"assess --record {RECORD} --entry laptop", window)


def paper(walk: Walk) -> Callable[[Window], object]:
    """The one who was cut off is complete; then 17 paper forms, one of them typed wrongly."""

    def type_in(window: Window) -> None:
        window.answer("Who answers", LIVED).answer("Go on with those answers?", "y")
        window.answer("> ", walk.answers(LIVED, 11)).answer("Enter to finish", "")
        window.answer("Who answers", NOBODY).answer("Has everyone answered?", "n")

    return type_in


def forms(walk: Walk) -> Callable[[Window], object]:
    """A pile of 17 forms, a line a factor; the form that is checked again was typed wrongly."""
    pile = [FAMILY] * 4 + [FRONTLINE] * 8 + [MANAGER] * 2 + [LEADER] * 3

    def type_in(window: Window) -> None:
        window.wait("Form 1.")
        for number, group in enumerate(pile, start=1):
            lines = [walk.answers(group, 2) for _ in range(10)]
            window.answer("Number", group)
            if number == 1:
                window.answer("(2 answers):", "4", "456", "?", "b")
            for line in lines:
                window.answer("(2 answers):", line)
            following = f"Form {number + 1}."
            if window.either(following, "once more.") != following:
                check_again(window, lines, is_wrong=number < 10)
                window.wait(following)
        window.answer("Number", NOBODY).answer("Has everyone answered?", "n")

    return type_in


def check_again(window: Window, lines: list[str], *, is_wrong: bool) -> None:
    """Type the part that is asked for once more: as it was, or with one answer another one."""
    numbers = [f"\n{number}." for number in range(1, 11)]
    line = lines[numbers.index(window.either(*numbers))]
    if is_wrong:
        window.answer("(2 answers):", line[0] + ("5" if line[1] != "5" else "4"))
        window.answer("Which one is on the paper?", "1")
    else:
        window.answer("(2 answers):", line)


def together(window: Window) -> None:
    """Looking at it: statement by statement, a second vote, levels, reasons, evidence, actions."""
    window.answer("Go on with it?", "y").answer("How do the answers", "1")
    window.answer("Who answers", NOBODY).answer("Has everyone answered?", "y")
    window.answer("Close the round now?", "y").answer("Look at the results", "y")
    look = "for more:"
    window.answer(look, "?", "s", "v").answer("Which statement?", "1")
    window.answer("How many of the 24", "0 2 4 12 7", "0 2 4 12 6")
    window.answer(look, "").answer("Number, or Enter", "3").answer("OK to quote?", "y")
    window.answer("Why?", "Two plans changed after the spring listening days.")
    window.answer("...", "Not all of them.", "")
    window.answer("What shows it?", "The minutes of the planning group.").answer("...", "")
    window.answer("Number:", "4").answer("What shows it?", "")
    window.answer("What will you do?", "Ask people before the next plan is written")
    window.answer("Who will start?", "The planning group").answer("By when?", "2026-13-01")
    window.answer("By when?", "2026-12-01").answer("How will you know", "Three people were asked")
    window.answer("What will you do?", "")
    window.answer(look, "").answer("Number, or Enter", "5")
    window.answer("What are the reasons", "Some of us hear back. Others never did.")
    window.answer("...", "").answer("What shows it?", "").answer("What will you do?", "")
    window.answer(look, "g let-it-go", "").answer("Number, or Enter", "1").answer("Why?", "b")
    window.answer("Number, or Enter", "u", "f")
    window.answer("What do you say?", "We listen first.").answer("...", "")
    window.answer("What do you say?", "q").answer("Erase the answers", "y")


def later(window: Window) -> None:
    """A week later: an action is done, from the file alone."""
    window.answer("add to it?", "y").answer("for more:", "").answer("Number, or Enter", "")
    window.answer("OK to quote?", "y").answer("Why?", "").answer("What shows it?", "")
    window.answer("What will you do?", "d1", "q")


@pytest.fixture(scope="module")
def walked(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    walk = Walk(tmp_path_factory.mktemp("northfield"))
    assert walk.run("assess", first_person(walk)) == 0
    assert walk.run("assess", four_more(walk)) == 0
    cut_off(walk)
    assert walk.run(f"assess --record {RECORD} --entry laptop", paper(walk)) == 0
    assert walk.run(f"assess --record {RECORD} --entry paper", forms(walk)) == 0
    assert walk.run("assess", together) == 0
    assert walk.run("assess --place Northfield --date 2026-09-10", later) == 0
    assert walk.run(f"check {FILE}") == 0
    return walk


def test_the_transcript_is_the_one_that_was_read(walked: Walk) -> None:
    shown = "\n".join(walked.shown)
    if os.environ.get("CLS_CHECK_WRITE"):
        KEPT.write_text(shown, encoding="utf-8")
    assert shown == KEPT.read_text(encoding="utf-8")


def test_everyone_is_in_the_file_and_nobody_alone(walked: Walk) -> None:
    file = yaml.safe_load((walked.folder / FILE).read_text(encoding="utf-8"))
    assert file["took-part"] == {"lived-experience": 7, "frontline": 8, "other-perspectives": 9}
    assert not (walked.folder / RECORD).exists()
    assert {path.suffix for path in walked.folder.iterdir()} == {".yaml", ".html", ".md"}


def test_what_was_agreed_is_in_the_file(walked: Walk) -> None:
    file = yaml.safe_load((walked.folder / FILE).read_text(encoding="utf-8"))
    talked = {key: factor for key, factor in file["factors"].items() if "level" in factor}
    assert len(talked) == 2
    first, second = sorted(talked.values(), key=lambda factor: factor["level"])
    assert first["level"] == "growing"
    assert first["because"] == (
        "Two plans changed after the spring listening days.\nNot all of them."
    )
    assert first["evidence"] == [
        {"from": "processes", "what": "The minutes of the planning group."}
    ]
    assert first["actions"] == [
        {
            "what": "Ask people before the next plan is written",
            "who": "The planning group",
            "by": "2026-12-01",
            "sign": "Three people were asked",
            "done": True,
        }
    ]
    assert second["level"] == "we-do-not-agree"
    voted = [each for each in first["statements"].values() if "after-talking" in each]
    assert [each["after-talking"] for each in voted] == [{2: 2, 3: 4, 4: 12, 5: 6}]
    said = [each["said"] for each in file["reflections"].values() if "said" in each]
    assert said == ["We listen first."]
