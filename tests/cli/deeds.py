"""Every command that writes, what its folder holds before, and what is looked at afterwards."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cls_check.cli.app import run
from cls_check.domain.rounds.answer_form import FilledIn
from cls_check.exchange.forms.code import encode
from cls_check.files import records
from cls_check.files.questionnaires import reading as questionnaires
from tests.git.repository import new_repository

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ROUND, FILE, SPRING = (
    "n-2026-09-10.open",
    "northfield-2026-09-10.yaml",
    "northfield-2026-03-12.yaml",
)
OF_ROUND = ("--no-input", "--place", "N", "--date", "2026-09-10")
SHORT = (*OF_ROUND, "--questionnaire", "ten-factors-short")
LAPTOP = ("assess", *SHORT, "--way", "one-after-another", "--perspective", "frontline")


@dataclass(frozen=True)
class Deed:
    """A command, and what the folder holds before it."""

    words: tuple[str, ...]
    begin: Callable[[Path], None]
    typed: str = ""
    again: tuple[str, ...] = ()
    """What is typed after the kill; the same, unless it would be refused."""
    kills: int = 1
    """In how many places at most, unless every place is asked for."""
    in_words: str = ""
    """What the screen says of each answer that is safe."""
    makes: str = ""
    """What it will not make twice: where that is there, the second time is refused."""


def nothing(folder: Path) -> None:
    pass


def places(folder: Path) -> None:
    for name in (FILE, SPRING):
        shutil.copy(EXAMPLES / "northfield" / name, folder)


def place_and_report(folder: Path) -> None:
    """The files that a command is to write are there already, and say something else."""
    places(folder)
    for name in ("northfield-2026-09-10-readiness-report.md", "moved.md", "all.json"):
        (folder / name).write_text("old\n")


def repository(folder: Path) -> None:
    folder.rmdir()
    new_repository(folder)
    (folder / ".gitattributes").write_text("*.md text\n")


def set_up(folder: Path) -> None:
    repository(folder)
    in_folder(folder, "git", "install")


def table(folder: Path) -> None:
    (folder / "ours.csv").write_text("factor,statement\nOne,We meet.\nTwo,We eat.\n")


def in_folder(folder: Path, *words: str) -> None:
    before = Path.cwd()
    os.chdir(folder)
    try:
        assert run(list(words)) == 0
    finally:
        os.chdir(before)


def rows(people: int) -> str:
    lines = (f"frontline,{n % 5 + 1},{n // 5 + 1},4\n" for n in range(people))
    return "perspective,cop-1,cop-2,col-1\n" + "".join(lines)


def some(folder: Path, people: int = 6) -> None:
    """A round with people in it."""
    (folder / "answers.csv").write_text(rows(people))
    in_folder(folder, "import", "answers.csv", *SHORT)


def more(folder: Path) -> None:
    some(folder)
    with_file(folder)


def with_file(folder: Path) -> None:
    (folder / "answers.csv").write_text(rows(10))


def with_codes(folder: Path) -> None:
    some(folder)
    questionnaire = questionnaires.find("ten-factors-short").questionnaire
    people = [FilledIn("leader", {"cop-1": str(n + 1)}) for n in range(3)]
    codes = (encode(person, questionnaire) for person in people)
    (folder / "codes.txt").write_text("".join(f"{code}\n" for code in codes))


HANDS = ("assess", *SHORT, "--way", "hands", "--present", "frontline=7", "--more-to-come")
PAPER = ("assess", "--place", "N", "--date", "2026-09-10", "--questionnaire", "ten-factors-short",
         "--way", "one-after-another", "--entry", "paper")  # fmt: skip
REPORT = ("report", FILE, "--for", "steering-group", "--for", "participants")
EDIT = ("edit", FILE, "--factor", "give-it-time", "--level", "growing", "--because", "We met.")

DEEDS = {
    "assess": Deed((*LAPTOP, "--new-person"), some, "n Please explain.\n" + "4\n" * 20 + "\n",
                   (*LAPTOP, "--go-on"), kills=3, in_words="Recorded"),
    "assess, a new round": Deed((*LAPTOP, "--new-person"), nothing, "4\n4\nq\n", kills=2,
                                in_words="Recorded"),
    "assess on paper": Deed(PAPER, some, "3\n" + "4352\n" * 5 + "\n\n8\nn\n", LAPTOP, kills=2,
                            in_words="Recorded"),
    "assess by hands": Deed(HANDS, some, "0 1 2 2 2\n" * 20 + "\n", kills=2, in_words="Recorded"),
    "import": Deed(("import", "answers.csv", "--into", ROUND, "--no-input"), more, kills=3),
    "import, a new round": Deed(("import", "answers.csv", *SHORT), with_file, kills=2),
    "import codes": Deed(("import", "--code", "codes.txt", "--into", ROUND, "--no-input"),
                         with_codes, kills=2),
    "close": Deed(("close", ROUND, "--keep"), some, kills=3),
    "close --erase": Deed(("close", ROUND, "--erase"), some, kills=8),
    "edit": Deed(EDIT, places, kills=3),
    "report": Deed(REPORT, place_and_report, kills=2),
    "report of a folder": Deed(("report", "."), place_and_report),
    "export": Deed(("export", FILE, SPRING), places, kills=3),
    "paper": Deed(("paper", "-o", "pack"), nothing),
    "reveal": Deed(("reveal", FILE, "--no-open"), places),
    "questionnaire new": Deed(("questionnaire", "new", "q.yaml"), nothing, makes="q.yaml"),
    "questionnaire convert": Deed(("questionnaire", "convert", "ours.csv"), table, makes="ours.yaml"),
    "questionnaire export": Deed(("questionnaire", "export", "ten-factors-short", "--to", "html"),
                                 nothing),
    "demo": Deed(("demo", "--no-open"), nothing),
    "init": Deed(("init", ".", "--no-input"), nothing, kills=2),
    "git install": Deed(("git", "install"), repository, kills=3),
    "git uninstall": Deed(("git", "uninstall"), set_up, kills=2),
    "diff -o": Deed(("diff", SPRING, FILE, "--format", "markdown", "-o", "moved.md"),
                    place_and_report),
    "history -o": Deed(("history", ".", "--format", "json", "-o", "all.json"), place_and_report),
}  # fmt: skip


def is_left(path: Path) -> bool:
    """Whether it was cut off while it was written, by its name."""
    return any(part.startswith((".cls-check-", ".importing-", f".{ROUND}-")) for part in path.parts)


def left_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if is_left(path.relative_to(folder))]


def files_of(folder: Path) -> dict[str, bytes]:
    """All files but those that hold people's answers, and those of git that are no matter here."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not is_left(path.relative_to(folder))
        and not {"voices", "hands", "importing", ".erasing"} & set(path.parts)
        and path.name not in ("imported.json", "counted-1.json", ".lock")
    }


def people_in(folder: Path) -> list[str] | None:
    """What the people of the round said, whole and in an order of their own; None without a round."""
    if not (folder / ROUND).is_dir() or records.was_being_erased(folder / ROUND):
        return None
    record = records.open_record(folder / ROUND)
    records.notes(record)
    records.talk_of(record)
    everyone = [*records.voices(record).values(), *records.hands(record).values()]
    return sorted(f"{one!r}" for one in everyone)


def answers_in(folder: Path) -> int:
    """How many answers are on the disk: those that people gave, and counts of hands."""
    if not (folder / ROUND).is_dir():
        return 0
    record = records.open_record(folder / ROUND)
    shown = records.hands(record).values()
    counted = sum(len(groups) for each in shown for groups in each.answers.values())
    return counted + sum(len(voice.answers) for voice in records.voices(record).values())
