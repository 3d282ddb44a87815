"""Two people edit one file on two branches: git's own merge is right, and a clash is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from cls_check.cli.app import run
from cls_check.domain.assessments.cells import changed_cells
from cls_check.files.assessments.reading import read_assessment
from tests.git.repository import AUTUMN, Repository, new_repository

NAME = "northfield-2026-09-10.yaml"
FILE = [NAME]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    made = new_repository(tmp_path / "place")
    monkeypatch.chdir(made.folder)
    made.commit({NAME: AUTUMN.read_text("utf-8")})
    return made


def on_a_branch(place: Repository, name: str, *commands: list[str]) -> None:
    place.git("checkout", "--quiet", "-b", name, "main")
    for command in commands:
        assert run(["edit", NAME, *command]) == 0
    place.git("commit", "--quiet", "-am", name)


FACTORS = ("co-production", "give-it-time")
EDITS = {
    "levels": [["--factor", f, "--level", "starting"] for f in FACTORS],
    "reasons": [["--factor", f, "--because", f"We heard it from {f}."] for f in FACTORS],
    "evidence": [
        ["--factor", f, "--evidence", f"A letter about {f}", "--from", "people"] for f in FACTORS
    ],
    "actions": [["--factor", f, "--action", f"Ring back about {f}"] for f in FACTORS],
}


@pytest.mark.parametrize("kind", EDITS)
def test_edits_in_different_factors_merge(place: Repository, kind: str) -> None:
    one, two = EDITS[kind]
    before = read_assessment(place.folder / NAME)
    on_a_branch(place, "one", one)
    first = changed_cells(before, read_assessment(place.folder / NAME))
    on_a_branch(place, "two", two)
    second = changed_cells(before, read_assessment(place.folder / NAME))
    place.git("merge", "--quiet", "-m", "Both", "one")
    both = changed_cells(before, read_assessment(place.folder / NAME))
    assert first
    assert second
    assert set(both) == {*first, *second}
    assert run(["check", NAME]) == 0


def test_a_real_clash_is_named_with_its_line(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    on_a_branch(place, "one", ["--factor", "co-production", "--level", "starting"])
    on_a_branch(place, "two", ["--factor", "co-production", "--level", "not-yet"])
    told = place.git("merge", "one", check=False)
    assert "CONFLICT" in told
    lines = (place.folder / NAME).read_text("utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<<"))
    assert run(["check", NAME]) == 2
    assert f"{NAME}, line {number}" in capsys.readouterr().err
    assert run(["diff", "HEAD", NAME]) == 2
    assert f"line {number}" in capsys.readouterr().err
