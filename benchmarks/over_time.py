"""What looking back costs: diff, and git's own diff. What more of everything costs: growth.py.

    python benchmarks/over_time.py

Times are processor time, of the processes started too. Nothing here is a test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

EXAMPLES = Path(__file__).resolve().parents[1] / "examples" / "northfield"
SPRING, AUTUMN = (EXAMPLES / f"northfield-2026-{day}.yaml" for day in ("03-12", "09-10"))
PLACES, PAIRS = 12, 5
LINE = "{:<58}{:>12}{:>12}{:>8}{:>10}"

READ_BY_YAML = """\
import sys, yaml
loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
for name in sys.argv[1:]:
    with open(name, "rb") as file:
        for event in yaml.parse(file, Loader=loader):
            pass
"""


def main() -> int:
    """Print the table."""
    print(LINE.format("", "cls-check", "beside it", "times", "limit"))
    print(*told(), sep="\n")
    return 0


def told() -> list[str]:
    """The lines of the table."""
    ours = [sys.executable, "-m", "cls_check"]
    textconv = "import sys; from cls_check.git.textconv import main; sys.exit(main())"
    return [
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


def _line(what: str, ours: list[str], beside: list[str], limit: float) -> str:
    took(ours), took(beside)
    taken = [(took(ours), took(beside)) for _ in range(PAIRS)]
    times = median(one / other for one, other in taken)
    mark = "" if times <= limit else " !"
    seen = (f"{median(each[side] for each in taken):.0f} ms" for side in (0, 1))
    return LINE.format(what, *seen, f"{times:.2f}{mark}", f"<= {limit:g}")


def took(command: list[str], folder: Path | None = None, stdin: str = "") -> float:
    """Milliseconds of processor time of a process and of those it started; on Windows by the clock."""
    given = stdin.encode()
    if sys.platform == "win32":
        began = time.perf_counter()
        subprocess.run(command, cwd=folder, input=given, check=True, stdout=subprocess.DEVNULL)
        return 1000 * (time.perf_counter() - began)
    import resource

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, input=given, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


def many_commits(folder: Path, commits: int, versions: int) -> None:
    """A repository in which places are assessed twice a year, in so many versions of a round."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch=main"], cwd=folder, check=True)
    texts = [file.read_text("utf-8") for file in (SPRING, AUTUMN)]
    stream = []
    for number in range(commits):
        place, turn = number % PLACES, number // PLACES
        year, month = 2000 + turn // versions // 2, 3 + 6 * (turn // versions % 2)
        text = texts[turn // versions % 2].replace("place: Northfield", f"place: Place {place}")
        text = on_day(text, f"{year}-{month:02}-01") + f"x-edit: {number}\n"
        name = f"place-{place}-{year}-{month:02}-01.yaml"
        stream.append(_commit(number, name, text))
    subprocess.run(
        ["git", "fast-import", "--quiet"], cwd=folder, check=True, input="".join(stream).encode(),
        env=os.environ | {"LC_ALL": "C"},
    )  # fmt: skip


def on_day(text: str, day: str) -> str:
    """The text of a round, as if it had been on another day."""
    was = next(line for line in text.splitlines() if line.startswith("date: "))
    return text.replace(was, f'date: "{day}"')


def _commit(number: int, name: str, text: str) -> str:
    size = len(text.encode())
    return (
        f"commit refs/heads/main\ncommitter Sam <sam@example.org> {1_000_000_000 + number} +0000\n"
        f"data 6\nA step\nM 100644 inline {name}\ndata {size}\n{text}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
