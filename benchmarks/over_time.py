"""What looking back costs: diff, history over many commits, and git's own diff.

    python benchmarks/over_time.py [COMMITS]

`history` is held against git alone giving the same versions, and each of them read once by our
own reader: what it costs to have them. Times are processor time, of the processes started too.
Nothing here is a test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "northfield"
SPRING, AUTUMN = (EXAMPLES / f"northfield-2026-{day}.yaml" for day in ("03-12", "09-10"))
PLACES, PAIRS = 12, 5
LINE = "{:<58}{:>12}{:>12}{:>8}{:>10}"

BESIDE = """\
import subprocess, sys
from cls_check.files.assessments.reading import assessment_in
from cls_check.yaml.reader import parse_yaml
log = subprocess.run(["git", "log", "--raw", "-z", "--no-renames", "--no-abbrev", "--format="],
                     capture_output=True, check=True).stdout.decode().split("\\0")
ids = dict.fromkeys(field.split(" ")[3] for field in log if field.lstrip("\\n").startswith(":"))
data = subprocess.run(["git", "cat-file", "--batch"], input="\\n".join([*ids, ""]).encode(),
                      capture_output=True, check=True).stdout
at = 0
while at < len(data):
    end = data.index(b"\\n", at)
    size = int(data[at:end].split()[2])
    assessment_in(parse_yaml(data[end + 1:end + 1 + size], "a version"))
    at = end + size + 2
"""
READ_BY_YAML = """\
import sys, yaml
for event in yaml.parse(open(sys.argv[1], "rb"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    pass
"""


def main() -> int:
    """Print the table."""
    commits = int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
    print(LINE.format("", "cls-check", "beside it", "times", "limit"))
    print(*told(commits), sep="\n")
    return 0


def told(commits: int = 300) -> list[str]:
    """The lines of the table."""
    ours = [sys.executable, "-m", "cls_check"]
    textconv = "import sys; from cls_check.git.textconv import main; sys.exit(main())"
    lines = [
        _line(
            "diff of two files | score of one",
            [*ours, "diff", str(SPRING), str(AUTUMN)],
            [*ours, "score", str(AUTUMN)],
            1.3,
        ),
        _line(
            "cls-check-git textconv | import yaml, and the file's events",
            [sys.executable, "-c", textconv, "textconv", str(AUTUMN)],
            [sys.executable, "-c", READ_BY_YAML, str(AUTUMN)],
            1.5,
        ),
    ]
    with tempfile.TemporaryDirectory() as folder:
        _many_commits(Path(folder), commits)
        what = f"history of {commits} commits, {PLACES} places | git, and reading"
        beside = [sys.executable, "-c", BESIDE]
        history = [*ours, "history", "--commits"]
        lines.append(_line(what, history, beside, 3, Path(folder), pairs=1))
    return lines


def _line(
    what: str,
    ours: list[str],
    beside: list[str],
    limit: float,
    folder: Path | None = None,
    pairs: int = PAIRS,
) -> str:
    _took(ours, folder), _took(beside, folder)
    taken = [(_took(ours, folder), _took(beside, folder)) for _ in range(pairs)]
    times = median(one / other for one, other in taken)
    mark = "" if times <= limit else " !"
    seen = (f"{median(each[side] for each in taken):.0f} ms" for side in (0, 1))
    return LINE.format(what, *seen, f"{times:.2f}{mark}", f"<= {limit:g}")


def _took(command: list[str], folder: Path | None) -> float:
    """Milliseconds of processor time of a process and of those it started; on Windows by the clock."""
    if sys.platform == "win32":
        began = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
        return 1000 * (time.perf_counter() - began)
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def _many_commits(folder: Path, commits: int) -> None:
    """A repository in which places are assessed twice a year, and edited in between."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    texts = [file.read_text("utf-8") for file in (SPRING, AUTUMN)]
    stream = []
    for number in range(commits):
        place, turn = number % PLACES, number // PLACES
        year, month = 2000 + turn // 20, 3 + 6 * (turn // 10 % 2)
        text = texts[turn // 10 % 2].replace("place: Northfield", f"place: Place {place}")
        text = text.replace(_day(text), f'date: "{year}-{month:02}-01"') + f"x-edit: {number}\n"
        name = f"place-{place}-{year}-{month:02}-01.yaml"
        stream.append(_commit(number, name, text))
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=folder, check=True, input="".join(stream).encode(),
        env=os.environ | {"LC_ALL": "C"},
    )  # fmt: skip


def _day(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("date: "))


def _commit(number: int, name: str, text: str) -> str:
    size = len(text.encode())
    return (
        f"commit refs/heads/main\ncommitter Sam <sam@example.org> {1_000_000_000 + number} +0000\n"
        f"data 6\nA step\nM 100644 inline {name}\ndata {size}\n{text}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
