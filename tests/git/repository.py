"""Real repositories, made by the real git, with nothing of the user's own settings in them."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SPRING = ROOT / "examples/northfield/northfield-2026-03-12.yaml"
AUTUMN = ROOT / "examples/northfield/northfield-2026-09-10.yaml"

ALONE = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Sam", "GIT_AUTHOR_EMAIL": "sam@example.org",
    "GIT_COMMITTER_NAME": "Sam", "GIT_COMMITTER_EMAIL": "sam@example.org",
    "GIT_AUTHOR_DATE": "2026-09-11T10:00:00Z", "GIT_COMMITTER_DATE": "2026-09-11T10:00:00Z",
}  # fmt: skip


@dataclass(frozen=True)
class Repository:
    """A work tree (or a bare repository) to run git in."""

    folder: Path

    def git(self, *command: str, check: bool = True, stdin: str = "", **more: str) -> str:
        """What git prints, both streams together; `more` are variables."""
        done = subprocess.run(
            ["git", *command], cwd=self.folder, check=False, text=True, encoding="utf-8",
            errors="surrogateescape", input=stdin, env=environment(**more),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if check and done.returncode:
            raise AssertionError(f"git {' '.join(command)}: {done.stdout}")
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        """Write a file into the work tree."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        return path

    def commit(self, files: dict[str, str], subject: str = "A change") -> str:
        """Write files, commit them, and give the commit's id."""
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject)
        return self.git("rev-parse", "HEAD").strip()


def environment(**more: str) -> dict[str, str]:
    """The variables for a git that knows nothing of this computer's user."""
    usual = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    home = {"HOME": os.devnull, "XDG_CONFIG_HOME": os.devnull, "LC_ALL": "C.UTF-8"}
    return usual | ALONE | home | more


def new_repository(folder: Path, *options: str) -> Repository:
    """An empty repository whose branch is `main`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = Repository(folder)
    made.git("init", "--quiet", "--initial-branch=main", *options)
    return made


def assessment(level: str = "growing", date: str = "2026-09-10", **counts: int) -> str:
    """A small assessment of Northfield: one factor, one statement, twelve people by default."""
    given = counts or {"3": 12}
    answers = ", ".join(f"{answer.lstrip('n')}: {count}" for answer, count in given.items())
    return f"""\
cls-check: 1
questionnaire: {{id: small, version: "1"}}
place: Northfield
date: "{date}"
scale: [Not true yet, A little true, Partly true, Mostly true, Very true]
took-part:
  staff: {sum(given.values())}
levels:
  starting: Starting
  growing: Growing
factors:
  time:
    title: Giving it time
    statements:
      tim-1:
        text: We have time.
        answers:
          staff: {{{answers}}}
    level: {level}
"""
