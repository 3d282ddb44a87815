"""Asking the browser what is wrong with pages: one process of Node, however many there are.

python -m tests.browser.gate             says what is missing here, if anything
python -m tests.browser.gate PAGE ...    says what is to mend in pages
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HERE = Path(__file__).resolve().parent
MODES = ("wide", "narrow", "dark", "print", "forced")
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKAGES = ("playwright-core", "axe-core")
OLDEST_NODE = 18


def browser() -> str | None:
    """The browser that is on PATH."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def missing() -> list[str]:
    """What stands in the way of looking at pages, each with the way out."""
    found = []
    if browser() is None:
        found.append("no Chromium (apt-get install chromium)")
    if version_of_node() < OLDEST_NODE or shutil.which("npm") is None:
        found.append(f"no Node {OLDEST_NODE} or newer with npm (apt-get install nodejs npm)")
    if not all((HERE / "node_modules" / name).is_dir() for name in PACKAGES):
        found.append(f"no {' and '.join(PACKAGES)} (npm ci --prefix tests/browser)")
    return found


def version_of_node() -> int:
    """The number before the first point, 0 where there is no Node."""
    if shutil.which("node") is None:
        return 0
    told = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False)
    version = re.match(r"v(\d+)", told.stdout)
    return int(version[1]) if version else 0


@dataclass(frozen=True)
class Fault:
    """Something on a page that would keep somebody from reading it."""

    mode: str
    rule: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.mode}: {self.rule}: {self.where}: {self.what}"


@dataclass(frozen=True)
class Look:
    """How a page is in one mode; `tree` is what a screen reader is given, for `wide` alone."""

    faults: tuple[Fault, ...]
    tree: str | None


class Gate:
    """Looks at each page once in each mode that is asked for, and remembers."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", "gate.mjs", browser() or ""],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        self._looks: dict[tuple[Path, str], Look] = {}

    def look(self, page: Path, modes: Sequence[str] = MODES) -> dict[str, Look]:
        """The page in each of these modes.

        Raises:
            RuntimeError: the browser could not show the page, or has gone.
        """
        new = [mode for mode in modes if (page, mode) not in self._looks]
        if new:
            self._look_at(page, new)
        return {mode: self._looks[page, mode] for mode in modes}

    def faults(self, page: Path, modes: Sequence[str] = MODES) -> Iterator[Fault]:
        """Everything to mend, one mode after the other."""
        for look in self.look(page, modes).values():
            yield from look.faults

    def close(self) -> None:
        """Close the browser."""
        self._process.communicate(timeout=30)

    def _look_at(self, page: Path, modes: Sequence[str]) -> None:
        answer = self._ask({"file": str(page.resolve()), "modes": modes})
        if "error" in answer:
            raise RuntimeError(f"{page}: {answer['error']}")
        for mode, look in answer["looks"].items():
            faults = tuple(Fault(mode, **each) for each in look["faults"])
            self._looks[page, mode] = Look(faults, look["tree"])

    def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        print(json.dumps(question), file=self._process.stdin, flush=True)
        line = self._process.stdout.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"error": "The browser has gone."}
        return answer


def main(pages: Sequence[str]) -> int:
    """Say what is to mend; the exit code is 1 if anything is, 2 if it cannot be told."""
    lacking = missing()
    if lacking:
        print("\n".join(f"There is {each}." for each in lacking))
        return 2
    gate = Gate()
    faults = [(page, fault) for page in pages for fault in gate.faults(Path(page))]
    gate.close()
    print("\n".join(f"{page}: {fault}" for page, fault in faults) or "There is nothing to mend.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
