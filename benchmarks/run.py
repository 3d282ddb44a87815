"""How long cls-check takes, side by side with the least that any program of its kind would take.

    python benchmarks/run.py [--pairs 9] [--quick] [--strict]

Read a line so: the first time is ours, the second that of the thing beside it, both the middle
one of several runs that took turns; "times" is how many times as long ours takes (the middle one
of the pairs), and the last column is the most that we want it to be. Milliseconds belong to one
computer at one hour; the ratios hold on others. Times of whole processes are processor time,
their own and the system's, so that a busy computer changes them little; on Windows they are by
the clock. Both sides run on the same interpreter, each from a script as pip writes them.

`score` is held against two things, as `import pydantic` loads a part of it alone: its first model
is what takes most of the time. The first line says how far we are from the bare imports, the
second how far from the least that any program could do that reads a file into a model.

The lines at the end are computed inside one process with every cache emptied before each run,
and have limits in milliseconds.

Nothing here is a test: the exit code is 0, unless --strict is given and a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import growth
import over_time
import workshop

import reports
from cls_check.domain.closing import closing
from cls_check.domain.findings import findings
from cls_check.domain.rounds.round import Round, Voice
from cls_check.files import records
from cls_check.files.assessments.writing import assessment_text
from cls_check.files.questionnaires.reading import find

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cls_check.domain.assessments.assessment import Assessment

VOICES = 40
ROUND = "made-up-2026-09-10.yaml"
NOTHING = [sys.executable, "-c", "pass"]
CLS_CHECK = "import sys\nfrom cls_check.__main__ import main\nsys.exit(main())\n"
IMPORTS_AND_EVENTS = """\
import sys
import pydantic, typer, yaml
with open(sys.argv[1], "rb") as file:
    for event in yaml.parse(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        pass
"""
AND_ONE_MODEL = (
    IMPORTS_AND_EVENTS
    + """\
class Least(pydantic.BaseModel):
    place: str
"""
)
LINE = "{:<44}{:>10}{:>12}{:>8}{:>10}"


@dataclass(frozen=True)
class Result:
    """One line: milliseconds of ours and of the thing beside it, and the most it should be."""

    what: str
    ours: float
    beside: float
    times: float
    limit: float
    limit_is_milliseconds: bool = False

    @property
    def is_within(self) -> bool:
        """Whether the limit holds."""
        return (self.ours if self.limit_is_milliseconds else self.times) <= self.limit

    def __str__(self) -> str:
        limit = f"{self.limit:g}" + (" ms" if self.limit_is_milliseconds else "")
        times = f"{self.times:.2f}" + ("" if self.is_within else " !")
        return LINE.format(
            self.what, f"{self.ours:.1f} ms", f"{self.beside:.1f} ms", times, f"<= {limit}"
        )


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pairs", type=int, default=9, help="how often each pair is measured")
    parser.add_argument("--quick", action="store_true", help="without what takes minutes")
    parser.add_argument("--strict", action="store_true", help="exit with 1 if a limit is passed")
    options = parser.parse_args()
    # As it is for people: Python keeps what it compiled, whatever is usual where this runs.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as folder:
        results = measured(Path(folder), options.pairs)
        pages = reports.told(Path(folder) / ROUND, options.pairs)
    print(LINE.format("", "cls-check", "beside it", "times", "limit"))
    print(*results, sep="\n")
    print("\nReports:", *pages, sep="\n")
    print("\nOver time:", *over_time.told(), sep="\n")
    print("\nAs things grow:", *growth.told(quick=options.quick), sep="\n")
    print("\nIn the room:", *workshop.told(), sep="\n")
    return int(options.strict and not all(result.is_within for result in results))


def measured(folder: Path, pairs: int) -> list[Result]:
    """Every line of the table."""
    record = made_up_record(folder / "made-up.open")
    voices = list(records.voices(record).values())
    closed = closing.close(record.questionnaire, record.round, voices)
    assessment = folder / ROUND
    assessment.write_text(assessment_text(closed), encoding="utf-8")
    before = folder / "made-up-2026-03-12.yaml"
    before.write_text(assessment_text(reports.earlier(closed)), encoding="utf-8")
    ours = [sys.executable, script(folder / "cls-check.py", CLS_CHECK)]
    score = [*ours, "score", str(assessment)]
    imports = [sys.executable, script(folder / "imports.py", IMPORTS_AND_EVENTS), str(assessment)]
    report = [*ours, "report", str(assessment), "-o", str(folder / "reports")]
    jinja = [sys.executable, script(folder / "jinja.py", reports.IMPORTS)]
    model = [sys.executable, script(folder / "model.py", AND_ONE_MODEL), str(assessment)]
    return [
        compared("--version | python -c pass", [*ours, "--version"], NOTHING, 1.5, pairs),
        compared("--help | python -c pass", [*ours, "--help"], NOTHING, 7, pairs),
        compared("nothing typed | --help", ours, [*ours, "--help"], 1.2, pairs),
        compared(
            "assess --help | --help", [*ours, "assess", "--help"], [*ours, "--help"], 1.2, pairs
        ),
        compared("score | imports, and the file's events", score, imports, 1.5, pairs),
        compared("score | the same, and one Pydantic model", score, model, 1.5, pairs),
        compared("report | typer, pydantic, yaml, jinja2", report, jinja, 1.6, pairs),
        *computed(record, closed, pairs),
    ]


def script(path: Path, text: str) -> str:
    """A script on the disk."""
    path.write_text(text, encoding="utf-8")
    return str(path)


def computed(record: records.Record, closed: Assessment, pairs: int) -> list[Result]:
    """What is computed once everything is imported, beside an empty Python."""

    def close_again() -> None:
        voices = list(records.voices(record).values())
        closing.close(record.questionnaire, record.round, voices)

    nothing = median(processor_time(NOTHING) for _ in range(pairs))
    jobs: list[tuple[str, Callable[[], object], float]] = [
        (_findings_title(closed), lambda: findings.find(closed), 10),
        (f"reading and closing {VOICES} voices", close_again, 300),
    ]
    results = []
    for what, job, limit in jobs:
        took = median(time_of(job) for _ in range(pairs))
        results.append(
            Result(what, took, nothing, took / nothing, limit, limit_is_milliseconds=True)
        )
    return results


def _findings_title(closed: Assessment) -> str:
    statements = sum(1 for _ in closed.statements())
    return f"findings, {statements} statements, {len(closed.groups())} groups"


def compared(
    what: str, ours: Sequence[str], beside: Sequence[str], limit: float, pairs: int
) -> Result:
    """Run two commands in turns, after one run of each that fills the caches of the disk."""
    processor_time(ours), processor_time(beside)
    taken = [(processor_time(ours), processor_time(beside)) for _ in range(pairs)]
    return Result(
        what,
        median(one for one, _ in taken),
        median(other for _, other in taken),
        median(one / other for one, other in taken),
        limit,
    )


def processor_time(command: Sequence[str]) -> float:
    """Milliseconds that a process took: user and system time, on Windows by the clock."""
    before = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if sys.platform == "win32":
        code, took = process.wait(), time.perf_counter() - before
    else:
        _, status, used = os.wait4(process.pid, 0)
        code = process.returncode = os.waitstatus_to_exitcode(status)
        took = used.ru_utime + used.ru_stime
    if code:
        raise SystemExit(f"{' '.join(command)} ended with exit code {code}")
    return took * 1000


def time_of(job: Callable[[], object]) -> float:
    """Milliseconds of processor time that a function takes with empty caches."""
    for name, module in [*sys.modules.items()]:
        if name.startswith("cls_check."):
            for one in vars(module).values():
                getattr(one, "cache_clear", int)()
    before = time.process_time()
    job()
    return (time.process_time() - before) * 1000


def made_up_record(folder: Path) -> records.Record:
    """A round of the long questionnaire, its perspectives as equal in number as can be."""
    source = find("ten-factors")
    particulars = {"cls-check-round": 1, "place": "Made Up", "date": "2026-09-10"}
    record = records.start(folder, Round.model_validate(particulars), source.document.text)
    chance = random.Random(2026)
    perspectives = list(source.questionnaire.perspectives)
    possible = ["1", "2", "3", "4", "5", "dont-know"]
    for number in range(VOICES):
        voice = {
            "cls-check-voice": 1,
            "perspective": perspectives[number % len(perspectives)],
            "finished": True,
            "answers": {
                key: chance.choices(possible, (1, 3, 5, 5, 2, 1))[0]
                for key, _ in source.questionnaire.statements()
            },
        }
        kept = records.voice_file(record, records.new_id())
        records.save_voice(kept, Voice.model_validate(voice))
    return record


if __name__ == "__main__":
    sys.exit(main())
