"""Nobody else on the computer can read a record, and its times do not tell who came when."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cls_check.domain.rounds.answer_form import FilledIn
from cls_check.exchange.forms.code import encode
from cls_check.files import records
from tests.cli.conftest import Run
from tests.exchange.incoming.table import SAMPLES
from tests.files.records.private import MIDNIGHT, loose, loose_anywhere, loosened, telling

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has other rules")

ROUND = Path("northfield-2026-09-10.open")
BEGIN = ("--no-input", "--place", "Northfield", "--date", "2026-09-10")
SHORT = (*BEGIN, "--questionnaire", "ten-factors-short")
ONE_BY_ONE = ("assess", *SHORT, "--way", "one-after-another", "--perspective", "frontline")
HANDS = ("assess", *SHORT, "--way", "hands", "--present", "frontline=7", "--more-to-come")
HEADINGS = "perspective,cop-1,cop-2,tru-1,tru-2\n"


@pytest.fixture(params=[0o000, 0o022, 0o077, 0o777], ids="{:03o}".format)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def one_by_one(cls_check: Run) -> None:
    cls_check(*ONE_BY_ONE, "--new-person", typed="4435\n")
    cls_check(*ONE_BY_ONE, "--go-on", typed="n Please explain.\n" + "4\n" * 16 + "\n")
    cls_check(*ONE_BY_ONE, "--new-person", typed="2\n" * 7)


def paper(cls_check: Run) -> None:
    way = ("--way", "one-after-another", "--entry", "paper")
    cls_check("assess", *SHORT, *way, typed="frontline\n44\n44\n")


def hands(cls_check: Run) -> None:
    cls_check(*HANDS, typed="0 1 2 2 2\n" * 20 + "\n")


def together(cls_check: Run) -> None:
    levels = (*BEGIN, "--questionnaire", "ten-factors-levels", "--present", "frontline=7")
    cls_check("assess", *levels, "--way", "together", "--more-to-come")


def alone(cls_check: Run) -> None:
    cls_check("assess", *SHORT, "--way", "alone", typed="4\n" * 7)


def imported(cls_check: Run) -> None:
    shutil.copy(SAMPLES / "questionnaire.yaml", "small.yaml")
    for people in (3, 6):
        rows = "".join(f"carer,{n % 5 + 1},{n // 5 + 1},3,5\n" for n in range(people))
        Path("answers.csv").write_text(HEADINGS + rows, encoding="utf-8")
        cls_check("import", "answers.csv", *BEGIN, "--questionnaire", "small.yaml")


def codes(cls_check: Run) -> None:
    one_by_one(cls_check)
    record = records.open_record(ROUND)
    person = FilledIn("frontline", {"cop-1": "4"})
    Path("codes.txt").write_text(encode(person, record.questionnaire) + "\n", encoding="utf-8")
    cls_check("import", "--code", "codes.txt", "--into", ROUND, "--no-input")


def closed_and_gone_on(cls_check: Run) -> None:
    for _ in range(5):
        cls_check(*ONE_BY_ONE, "--new-person", typed="4\n" * 20 + "\n")
    cls_check("close", ROUND, "--keep")
    cls_check(*ONE_BY_ONE, "--new-person", typed="4\n" * 3)


@pytest.mark.parametrize(
    "came", [one_by_one, paper, hands, together, alone, imported, codes, closed_and_gone_on]
)
def test_however_it_came(
    cls_check: Run,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    umask: int,
    came: Callable[[Run], None],
) -> None:
    if umask == 0o777 and os.geteuid() != 0:
        pytest.skip("with this umask nobody but root can read what they write")
    seen: list[str] = []
    monkeypatch.setattr("os.fsync", lambda _: seen.extend(loose_anywhere(here)))

    came(cls_check)

    assert seen == []  # at no moment
    assert loose(ROUND) == []
    assert telling(ROUND) == []
    assert [path.name for path in ROUND.rglob("*.yaml") if path.stat().st_atime != MIDNIGHT] == []
    assert [path.name for path in ROUND.rglob("*") if path.suffix == ".tmp"] == []


def test_what_is_shared_is_as_usual(cls_check: Run, here: Path) -> None:
    before = os.umask(0o027)
    try:
        closed_and_gone_on(cls_check)
        cls_check("report", "northfield-2026-09-10.yaml")
    finally:
        os.umask(before)
    shared = [path for path in here.iterdir() if path.is_file()]
    assert len(shared) == 3
    assert {f"{stat.S_IMODE(path.stat().st_mode):o}" for path in shared} == {"640"}


@pytest.mark.parametrize(
    "command",
    [
        (*ONE_BY_ONE, "--new-person"),
        ("import", "--code", "codes.txt", "--into", ROUND, "--no-input"),
        ("close", ROUND, "--keep"),
    ],
    ids=["assess", "import", "close"],
)
def test_a_record_of_the_version_before_is_closed_to_others(
    cls_check: Run, here: Path, command: tuple[object, ...]
) -> None:
    codes(cls_check)
    loosened(ROUND)
    theirs = ROUND / "sheets.jpg"
    theirs.write_text("x")
    theirs.chmod(0o644)
    cls_check("check", ROUND)
    assert len(loose(ROUND)) > 5  # to look changes nothing

    cls_check(*command)

    assert loose(ROUND) == ["sheets.jpg 644"]  # theirs is theirs; nobody gets as far as to it
    assert telling(ROUND) == ["sheets.jpg"]


def test_two_rooms_that_are_joined(cls_check: Run, here: Path) -> None:
    for room in ("one", "two"):
        for _ in range(3):
            cls_check(*ONE_BY_ONE, "--folder", room, "--new-person", typed="4\n" * 20 + "\n")
        loosened(here / room / ROUND)
    rooms = [Path(room) / ROUND for room in ("one", "two")]

    assert cls_check("close", *rooms, "-o", ".", "--keep").code == 0

    assert [loose(room) + telling(room) for room in rooms] == [[], []]


def test_when_people_came_cannot_be_told_from_what_the_disk_notes_by_itself(
    cls_check: Run, here: Path
) -> None:
    """Each voice is touched whenever one is written: all were changed in the same moment."""
    one_by_one(cls_check)
    first = min(path.stat().st_ctime_ns for path in (ROUND / "voices").iterdir())
    cls_check(*ONE_BY_ONE, "--new-person", typed="3\n")
    changed = [path.stat().st_ctime_ns for path in sorted((ROUND / "voices").iterdir())]
    assert len(changed) == 3
    assert min(changed) > first
    assert sorted(changed) == changed  # by their random names, in which they are touched
