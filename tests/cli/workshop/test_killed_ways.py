"""Killed by signal 9 while hands are counted, forms are typed in, and a group talks."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import pytest

from cls_check.files import records
from cls_check.files.assessments.reading import read_assessment
from tests.cli.programs import Program

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="signal 9 is for POSIX systems; Windows has none"),
]
KILLS, AFRESH = 8, 4  # every fourth is begun afresh
EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
BEGIN = ["assess", "--place", "Northfield", "--date", "2026-09-10", "--questionnaire",
         "ten-factors", "--stage", "under-way", "--organisations", "3"]  # fmt: skip
HANDS = [
    *BEGIN,
    "--way",
    "hands",
    "--present",
    "frontline=7",
    "--present",
    "leader=6",
    "--more-to-come",
]
PAPER = [*BEGIN, "--way", "one-after-another", "--entry", "paper"]


class Typed(Program):
    """One that is read sign by sign; its prompts end no line."""

    def __init__(self, folder: Path, words: list[str], *, afresh: bool) -> None:
        super().__init__(folder, words, afresh=afresh)
        self.seen = ""

    def wait(self, *texts: str) -> str:
        """Read until one of the texts is there; gives it, or "" where the program has ended."""
        while True:
            for text in texts:
                if text in self.seen:
                    self.seen = self.seen.partition(text)[2]
                    return text
            more = self.stdout.read(1)
            if not more:
                return ""
            self.seen += more


def hands(typed: Typed, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Counts of hands: after each key press, how many answers were sent and how many confirmed."""
    sent = confirmed = 0
    while typed.wait("here: ", "Enter to finish") == "here: ":
        typed.send(chance.choice(["0 1 2 2 1", "1 1 1 1 1", "00501"]))
        sent += 1
        yield sent, confirmed
        confirmed += typed.wait("Recorded") != ""
        yield sent, confirmed


def paper(typed: Typed, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Forms of five answers a line; a part that is asked for again is left out."""
    sent = confirmed = 0
    while asked := typed.wait("Number", "answers? [y/n]", "once more.", "(5 answers): "):
        if asked == "once more.":
            typed.wait("(5 answers): ")
            typed.send("")
        elif asked == "(5 answers): ":
            typed.send("".join(chance.choice("12345dx") for _ in range(5)))
            sent += 5
            yield sent, confirmed
            confirmed += 5 * (typed.wait("Recorded") != "")
            yield sent, confirmed
        else:
            typed.send("y" if "y/n" in asked else "3")


def in_hands(folder: Path) -> int:
    shown = records.hands(records.open_record(records.found_in(folder)[0])).values()
    return sum(len(groups) for each in shown for groups in each.answers.values())


def in_voices(folder: Path) -> int:
    voices = records.voices(records.open_record(records.found_in(folder)[0])).values()
    return sum(len(voice.answers) for voice in voices)


@pytest.mark.parametrize(
    ("words", "gather", "count"), [(HANDS, hands, in_hands), (PAPER, paper, in_voices)],
    ids=["hands", "paper"],
)  # fmt: skip
def test_no_confirmed_answer_is_lost(
    tmp_path: Path,
    words: list[str],
    gather: Callable[[Typed, random.Random], Iterator[tuple[int, int]]],
    count: Callable[[Path], int],
) -> None:
    chance, before = random.Random(2026), 0
    for number in range(KILLS):
        typed = Typed(tmp_path, words, afresh=number % AFRESH == 0)
        sent, confirmed = list(islice(gather(typed, chance), chance.randint(1, 9)))[-1]
        time.sleep(chance.random() * 0.01)
        typed.kill()
        after = count(tmp_path)
        assert before + confirmed <= after <= before + sent
        before = after


def test_what_a_group_agreed_is_whole_and_there(tmp_path: Path) -> None:
    """Levels and actions, killed right after each was confirmed or while it was written."""
    source = (EXAMPLES / "northfield" / "northfield-2026-03-12.yaml").read_text(encoding="utf-8")
    path = tmp_path / "northfield.yaml"
    path.write_text(source, encoding="utf-8")
    chance, factors = random.Random(2026), list(read_assessment(path).factors)
    for number in range(KILLS):
        factor, level = chance.choice(factors), chance.randint(1, 4)
        words = ["edit", path.name, "--factor", factor]
        typed = Typed(tmp_path, words, afresh=number % AFRESH == 0)
        typed.wait("for more: ")
        typed.send("")
        typed.wait("leave it: ")
        typed.send(str(level))
        is_confirmed = chance.random() < 0.7 and typed.wait("Noted") != ""
        time.sleep(chance.random() * 0.01)
        typed.kill()
        assessment = read_assessment(path)  # whole, whatever happened
        if is_confirmed:
            known = list(assessment.levels)
            assert assessment.factors[factor].level == known[level - 1], number
    assert len(path.read_text(encoding="utf-8").splitlines()) >= len(source.splitlines())
