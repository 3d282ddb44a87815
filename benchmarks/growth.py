"""What more statements, rounds, files and commits cost, each beside what it should be held against.

    python benchmarks/growth.py [--quick]

`diff` and `history` are held against themselves at the size before, so many times as there is more
to do: 1 is a cost that grows as the work does. One file, and a thousand, are held against libyaml's
own events of the same bytes; a thousand commits against git alone giving the same versions, and
one parse of each of the twelve that count. Times are processor time, and the middle one of several
runs. Nothing here is a test.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import over_time

import yaml
from cls_check.domain.assessments.assessment import Assessment
from cls_check.files.assessments.reading import assessment_in
from cls_check.files.assessments.writing import assessment_text
from cls_check.yaml.reader import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STATEMENTS, ROUNDS = (200, 500, 1_000), (10, 50, 200)
FILES, COMMITS, PLACES = 1_000, 1_000, 12
RUNS = 5
GROUPS = ("lived-experience", "carers", "frontline", "managers", "leaders")
PEOPLE = 12
SPRING, AUTUMN = "2026-03-12", "2026-09-10"
OURS = [sys.executable, "-m", "cls_check"]

TIMED = """
import sys, time
from cls_check.__main__ import main
between = sys.argv.index("--then")
sys.argv, timed = [sys.argv[0], *sys.argv[1:between]], [sys.argv[0], *sys.argv[between + 1:]]
main()
sys.argv = timed
before = time.process_time()
main()
sys.stderr.write(f"{1000 * (time.process_time() - before)}")
"""
"""Once for what has to be loaded, whatever there is to do; then with the clock."""


def main() -> int:
    """Print the table."""
    print(over_time.LINE.format("", "cls-check", "beside it", "times", "limit"))
    for line in told(quick="--quick" in sys.argv[1:]):
        print(line, flush=True)
    return 0


def told(*, quick: bool = False) -> Iterator[str]:
    """The lines of the table; quick without those that take more than a few seconds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield _one_file()
        if quick:
            return
        yield from _grown("diff", "statements", _diffs(folder))
        yield from _grown("history", "rounds", _histories(folder))
        yield _many_files(folder)
        yield _many_commits(folder)


def _one_file() -> str:
    """In one process, so that nothing but reading is measured."""
    data = over_time.AUTUMN.read_bytes()
    text = data.decode()
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def events() -> None:
        for _ in yaml.parse(text, Loader=loader):
            pass

    taken = [(_clocked(lambda: parse_yaml(data, "")), _clocked(events)) for _ in range(40)]
    return _line("one file read | libyaml's events", taken, 2.3)


def _diffs(folder: Path) -> dict[int, list[str]]:
    """The words of a command for each size."""
    words = {}
    for count in STATEMENTS:
        files = [folder / f"{count}-{day}.yaml" for day in (SPRING, AUTUMN)]
        for file in files:
            file.write_text(made_up(count, file.stem.partition("-")[2]), encoding="utf-8")
        words[count] = list(map(str, files))
    return words


def _histories(folder: Path) -> dict[int, list[str]]:
    """The words of a command for each size."""
    texts = [file.read_text(encoding="utf-8") for file in (over_time.SPRING, over_time.AUTUMN)]
    words = {}
    for count in ROUNDS:
        place = folder / f"rounds-{count}"
        place.mkdir()
        for number in range(count):
            day = f"{1900 + number // 2}-{3 + 6 * (number % 2):02}-12"
            text = over_time.on_day(texts[number % 2], day)
            (place / f"northfield-{day}.yaml").write_text(text, encoding="utf-8")
        words[count] = [str(place)]
    return words


def _grown(what: str, things: str, words: dict[int, list[str]]) -> Iterator[str]:
    """All sizes in turns, each beside the one before it."""
    small = next(iter(words.values()))
    runs = [
        [_timed([what, *small, "--then", what, *each]) for each in words.values()]
        for _ in range(RUNS)
    ]
    for place, (fewer, more) in enumerate(pairwise(words)):
        name = f"{what} of {more:,} {things} | of {fewer:,}, {more / fewer:g} times"
        yield _line(name, [(run[place + 1], run[place] * more / fewer) for run in runs], 1.2)


def _timed(words: Sequence[str]) -> float:
    """Milliseconds of a command in a process that has run it before, on the smallest of them."""
    line = [sys.executable, "-c", TIMED, *words]
    return float(subprocess.run(line, check=True, capture_output=True).stderr)


def _many_files(folder: Path) -> str:
    place = folder / "files"
    place.mkdir()
    text = over_time.AUTUMN.read_text(encoding="utf-8")
    names = [f"{number}.yaml" for number in range(FILES)]
    for name in names:
        named = text.replace("place: Northfield", f"place: Place {name}")
        (place / name).write_text(named, encoding="utf-8")
    events = [sys.executable, "-c", over_time.READ_BY_YAML, *names]
    taken = [
        (over_time.took([*OURS, "check", *names], place), over_time.took(events, place))
        for _ in range(RUNS)
    ]
    each = median(ours for ours, _ in taken) / FILES
    what = f"check of {FILES:,} files | events; {each:.1f} ms a file, <= 6.5"
    return _line(what, taken, 3.3)


def _many_commits(folder: Path) -> str:
    place = folder / "commits"
    place.mkdir()
    over_time.many_commits(place, COMMITS, versions=COMMITS)
    log = ["git", "log", "--raw", "-z", "--no-renames", "--no-abbrev", "--format="]
    said = subprocess.run(log, cwd=place, check=True, capture_output=True, encoding="utf-8").stdout
    ids = "\n".join(field.split(" ")[3] for field in said.split("\0") if field[:1] == ":")
    batch = ["git", "cat-file", "--batch", "--buffer"]
    data = over_time.AUTUMN.read_bytes()

    def parses() -> None:
        for _ in range(PLACES):
            assessment_in(parse_yaml(data, ""))

    taken = [
        (
            over_time.took([*OURS, "history", "--commits"], place),
            over_time.took(log, place) + over_time.took(batch, place, ids) + _clocked(parses),
        )
        for _ in range(RUNS)
    ]
    what = f"history of {COMMITS:,} commits | git, and {PLACES} parses"
    return _line(what, taken, 10)


def _line(what: str, taken: Sequence[tuple[float, float]], limit: float) -> str:
    times = median(ours / beside for ours, beside in taken)
    mark = "" if times <= limit else " !"
    seen = (f"{median(each[side] for each in taken):.1f} ms" for side in (0, 1))
    return over_time.LINE.format(what, *seen, f"{times:.2f}{mark}", f"<= {limit:g}")


def _clocked(job: Callable[[], object]) -> float:
    before = time.process_time()
    job()
    return 1000 * (time.process_time() - before)


def made_up(statements: int, day: str) -> str:
    """A round of so many statements, five to a factor, other answers each day."""
    chance = random.Random(day)

    def answers() -> dict[str, int]:
        given = chance.choices("12345", (1, 3, 5, 5, 2), k=PEOPLE)
        return {answer: given.count(answer) for answer in "12345" if answer in given}

    def factor(number: int) -> dict[str, Any]:
        asked = range(5 * number, 5 * number + 5)
        return {
            "title": f"Factor {number}",
            "statements": {
                f"s-{each}": {
                    "text": f"Statement {each} says how things are done here.",
                    "answers": {group: answers() for group in GROUPS},
                }
                for each in asked
            },
        }

    tree = {
        "cls-check": 1,
        "questionnaire": {"id": "made-up", "version": "1"},
        "place": "Made Up",
        "date": day,
        "scale": ["Not true yet", "A little true", "Partly true", "Mostly true", "Very true"],
        "perspectives": {group: group for group in GROUPS},
        "took-part": dict.fromkeys(GROUPS, PEOPLE),
        "factors": {f"f-{number}": factor(number) for number in range(statements // 5)},
    }
    return assessment_text(Assessment.model_validate(tree))


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.exit(main())
