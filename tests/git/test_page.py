"""docs/git.md, typed from the page into a shell, as a stranger would."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import yaml
from cls_check.cli.app import COMMANDS
from tests.git.repository import ROOT, assessment, environment, new_repository

PAGE = (ROOT / "docs" / "git.md").read_text("utf-8")
TYPED = re.findall(r"^```console\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
WORKFLOW = ROOT / "docs" / "examples" / "github-workflow.yaml"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the page is typed into a shell of Unix")
def test_the_page_leads_to_a_first_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = tmp_path / "gitconfig"
    config.write_text("[init]\n\tdefaultBranch = main\n", "utf-8")
    done = subprocess.run(
        ["sh", "-eu"], input="".join(TYPED), cwd=tmp_path, check=False, text=True,
        encoding="utf-8", env=environment(HOME=str(tmp_path), GIT_CONFIG_GLOBAL=str(config)),
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    shown = re.search(r"^```diff\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    assert shown
    assert shown[1] in done.stdout


def test_the_workflow_runs_commands_that_there_are() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    told = " ".join(step.get("run", "") for job in jobs.values() for step in job["steps"])
    used = set(re.findall(r"(?<!install )cls-check (\w+)", told))
    assert used == {"check", "diff", "report"} <= set(COMMANDS)
    # What comes from a pull request is never pasted into a script.
    assert "${{" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="the workflow runs in a shell of Unix")
def test_what_the_workflow_checks_fails_for_whatever_gives_somebody_away(tmp_path: Path) -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]
    (script,) = [
        step["run"] for step in jobs["check"]["steps"] if "cls-check check" in step.get("run", "")
    ]
    place = new_repository(tmp_path)

    def code() -> int:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", script], cwd=place.folder, check=False,
            capture_output=True, env=os.environ,
        ).returncode  # fmt: skip

    assert code() == 0  # nothing is there yet
    place.commit({"assessments/a.yaml": assessment(n3=12), "other.yaml": "a: b\n"})
    assert code() == 0
    place.commit({"late.yml": assessment(n3=13)})
    assert code() != 0
    place.git("reset", "--quiet", "--hard", "HEAD~1")
    place.git("reflog", "expire", "--expire=now", "--all")
    assert code() == 0
    place.commit({"x.yaml": "cls-check-voice: 1\nperspective: staff\nanswers: {tim-1: 4}\n"})
    assert code() != 0


def test_the_hook_checks_assessments() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "cls-check check"
    pattern = re.compile(hook["files"])
    assert pattern.search("assessments/northfield-2026-09-10.yaml")
    assert pattern.search("places/northfield/assessments/a.yaml")
    assert pattern.search("assessments/late/a.yml")
    assert pattern.search("x.open/voices/1.yaml")  # that git was told to keep it is what is wrong
    assert not pattern.search("questionnaires/ours.yaml")
