"""How long answers of 10,000 people to 50 statements take, beside the least that reading takes.

    python benchmarks/importing.py [--people 10000] [--pairs 5]

Ours: reading the bytes, recognising the form and every answer. Beside it: python-calamine alone on
the same .xlsx, csv.reader alone on the same CSV. Both take turns in one process, and the ratio is
the middle one of the pairs. Writing is apart: every person becomes a file of their own that is
safe on the disk (fsync) before the import counts, so it depends on the disk more than on us. Memory
is the most that a process of its own held, all of it. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import python_calamine
import xlsxwriter

from cls_check.domain.rounds.round import Round
from cls_check.exchange.incoming.rows import Told
from cls_check.exchange.incoming.understand import understand
from cls_check.files import records
from cls_check.files.questionnaires.reading import find
from cls_check.workflows.importing.carry_out import carry_out
from cls_check.workflows.importing.plan import ImportRequest, plan_import
from cls_check.workflows.importing.who_is_new import with_new

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ASKED = find("ten-factors")
MOST_TIMES_CALAMINE, MOST_TIMES_CSV, MOST_MEGABYTES = 3, 4, 300
ONE_FILE = """
import sys
from pathlib import Path
from cls_check.exchange.incoming.understand import understand
from cls_check.exchange.incoming.rows import Told
from cls_check.files.questionnaires.reading import find
found = understand("a", Path(sys.argv[1]).read_bytes(), [find("ten-factors").questionnaire], Told())
assert len(found.responses) == int(sys.argv[2])
# Not getrusage: what it tells of a new process begins with the memory of the one that made it.
status = Path("/proc/self/status").read_text()
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def table(people: int) -> Iterator[list[str]]:
    """The rows of a form of Microsoft Forms, with answers in words."""
    chance = random.Random(2026)
    asked = ASKED.questionnaire
    assert asked.scale
    answers = [*asked.scale.answers, asked.scale.dont_know, ""]
    places = [each.choose or each.name for each in asked.perspectives.values()]
    yield ["ID", "Start time", "Email", "Where?", *(each.text for _, each in asked.statements())]
    statements = sum(1 for _ in asked.statements())
    for number in range(people):
        who = [str(number), "9/10/26 10:00:00", f"made-up-{number}@example.org"]
        yield [*who, chance.choice(places), *chance.choices(answers, k=statements)]


def as_csv(people: int) -> bytes:
    """The table as CSV."""
    target = io.StringIO(newline="")
    csv.writer(target).writerows(table(people))
    return target.getvalue().encode()


def as_xlsx(people: int) -> bytes:
    """The table as a workbook."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(table(people)):
            sheet.write_row(number, 0, row)
    return target.getvalue()


def seconds(job: Callable[[], object]) -> float:
    """Processor time of a job."""
    before = time.process_time()
    job()
    return time.process_time() - before


def compared(what: str, ours: Callable[[], object], beside: Callable[[], object],
             limit: int, pairs: int) -> str:  # fmt: skip
    """A line of the table."""
    taken = [(seconds(ours), seconds(beside)) for _ in range(pairs)]
    one, other = (median(each) for each in zip(*taken, strict=True))
    times = median(one / other for one, other in taken)
    return f"{what}: {one:.2f} s, beside it {other:.2f} s, {times:.1f} times (limit {limit})"


def by_calamine(data: bytes) -> object:
    """The cells of the first sheet, as the library gives them."""
    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return book.get_sheet_by_index(0).to_python()


def by_csv(data: bytes) -> object:
    """The cells of a CSV, as the standard library gives them."""
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def megabytes(path: Path, people: int) -> int:
    """The most memory that a process held which read this file; told by Linux alone."""
    command = [sys.executable, "-c", ONE_FILE, str(path), str(people)]
    return int(subprocess.run(command, check=True, capture_output=True).stdout)


def written(folder: Path, file: Path) -> str:
    """How long it takes until all people of a file are safe on the disk, by the clock."""
    particulars = {"cls-check-round": 1, "place": "Made Up", "date": "2026-09-10"}
    this_round = Round.model_validate(particulars)
    record = records.start(folder / "made-up.open", this_round, ASKED.document.text)
    plan = with_new(plan_import(ImportRequest((file,), record)))
    before = time.perf_counter()
    carry_out(plan)
    took = time.perf_counter() - before
    return f"writing a file for each of {plan.people:,} people, safe on the disk: {took:.1f} s"


def told(people: int, pairs: int) -> Iterator[str]:
    """Every line of the table."""
    spoken = [ASKED.questionnaire]
    files = {"xlsx": as_xlsx(people), "csv": as_csv(people)}
    beside = {"xlsx": (by_calamine, MOST_TIMES_CALAMINE), "csv": (by_csv, MOST_TIMES_CSV)}
    with tempfile.TemporaryDirectory() as name:
        for kind, data in files.items():
            alone, limit = beside[kind]
            path = Path(name) / f"answers.{kind}"
            path.write_bytes(data)
            what = f"understanding {people:,} x 50 in .{kind}, {len(data) / 1e6:.1f} MB"
            yield compared(
                what,
                lambda data=data: understand("a", data, spoken, Told()),  # type: ignore[misc]
                lambda data=data, alone=alone: alone(data),  # type: ignore[misc]
                limit,
                pairs,
            )
            if sys.platform == "linux":
                most = megabytes(path, people)
                yield f"  memory at most: {most} MB (limit {MOST_MEGABYTES} MB)"
        yield written(Path(name), Path(name) / "answers.csv")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--pairs", type=int, default=5)
    wished = parser.parse_args()
    for line in told(wished.people, wished.pairs):
        print(line, flush=True)
