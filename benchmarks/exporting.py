"""What an export of many places takes: seconds, and memory, which does not grow with their number.

    python benchmarks/exporting.py
    python benchmarks/exporting.py 1000 10000

Made-up places, each a copy of the example with 50 statements under another name, exported in a
process of its own. Nothing here is a test.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = Path(__file__).resolve().parent.parent / "examples/northfield/northfield-2026-09-10.yaml"
FORMS = ("csv", "json", "parquet", "xlsx")
MOST_OF_A_SHEET = 100
"""In a sheet of Excel are fewer rows, and they take six times as long to write."""
MANY_PLACES = 2000
"""From here on CSV and Parquet alone: JSON repeats each column's name in each row."""
MOST_MEGABYTES, MOST_GROWTH = 250, 1.25

COMMAND = """
import resource, sys, time
from cls_check.cli.app import run
code = run(["export", sys.argv[1], "--to", sys.argv[2], "-o", sys.argv[3]])
used = resource.getrusage(resource.RUSAGE_SELF)
print(code, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime)
"""


def make_places(folder: Path, count: int) -> None:
    """Write so many assessments of places with names of their own."""
    text = EXAMPLE.read_text(encoding="utf-8")
    for number in range(count):
        path = folder / f"{number // 100:03}" / f"place-{number:05}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(
            text.replace("place: Northfield", f"place: Place {number}"), encoding="utf-8"
        )


def exported(folder: Path, form: str, into: Path) -> tuple[float, float, float]:
    """Peak memory in megabytes, seconds of the processor, and megabytes on disk."""
    command = [sys.executable, "-c", COMMAND, str(folder), form, str(into / f"all.{form}")]
    done = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    code, memory, seconds = done.stdout.splitlines()[-1].split()
    if code != "0":
        raise SystemExit(done.stderr)
    written = sum(path.stat().st_size for path in into.iterdir()) / 1e6
    for path in into.iterdir():
        path.unlink()
    return float(memory), float(seconds), written


def told(counts: list[int]) -> list[str]:
    """Every line of the table."""
    lines = [f"{'places':>8} {'form':<8} {'memory':>10} {'seconds':>9} {'on disk':>12}"]
    least: dict[str, float] = {}
    for count in counts:
        with tempfile.TemporaryDirectory() as name:
            places, into = Path(name) / "places", Path(name) / "out"
            places.mkdir()
            into.mkdir()
            make_places(places, count)
            for form in FORMS:
                if (form == "xlsx" and count > MOST_OF_A_SHEET) or (
                    form == "json" and count > MANY_PLACES
                ):
                    continue
                memory, seconds, written = exported(places, form, into)
                too_much = memory > MOST_MEGABYTES
                grows = memory > least.setdefault(form, memory) * MOST_GROWTH
                lines.append(
                    f"{count:>8} {form:<8} {memory:>7.0f} MB {seconds:>7.1f} s {written:>9.1f} MB"
                    + (" !" if too_much or grows else "")
                )
    return lines


if __name__ == "__main__":
    print(*told([int(each) for each in sys.argv[1:]] or [100, 300]), sep="\n")
