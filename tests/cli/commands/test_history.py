"""`cls-check history`: the same rows from files and from git, in the order of the rounds' days."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from cls_check.cli.app import run
from tests.git.conftest import _nobodys_git  # noqa: F401 - no settings of whoever runs this
from tests.git.repository import Repository, assessment, new_repository

ROUNDS = {
    "2024-09-10": {"n2": 12},
    "2025-09-10": {"n3": 12},
    "2026-09-10": {"n3": 20, "n4": 4},
}
"""Twelve people say 2, then 3; then twenty say 3 and four 4: no clear change."""


def texts() -> dict[str, str]:
    return {day: assessment("growing", day, **counts) for day, counts in ROUNDS.items()}


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file for each round, the newest written first."""
    for day, text in reversed(texts().items()):
        (tmp_path / f"northfield-{day}.yaml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """One file that was written anew for each round, and edited after the second."""
    made = new_repository(tmp_path / "place")
    first, second, third = texts().values()
    made.commit({"northfield.yaml": first})
    made.commit({"northfield.yaml": second.replace("growing\n", "starting\n")})
    made.commit({"northfield.yaml": second})
    made.commit({"northfield.yaml": third})
    monkeypatch.chdir(made.folder)
    return made


def document(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    assert run(["history", *arguments, "--format", "json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def without_sources(document: dict[str, Any]) -> list[Any]:
    places: list[Any] = document["places"]
    for place in places:
        for each in place["rounds"]:
            each.pop("source", None)
    return places


def test_the_rounds_of_a_folder(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place,) = document(capsys)["places"]
    assert [each["date"] for each in place["rounds"]] == list(ROUNDS)
    assert [each["people"] for each in place["rounds"]] == [12, 12, 24]
    (factor,) = place["factors"]
    # 24 people: the median answer is 3, and 2.5 + 12/20 is 3.1.
    assert [each["typical_answer"] for each in factor["rounds"]] == [2, 3, 3.1]
    assert [each["shift"] for each in factor["rounds"]] == [None, "up", "no-clear-change"]


def test_git_has_the_same_rows(
    files: Path, place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    from_files = document(capsys, str(files))
    from_git = document(capsys, "northfield.yaml", "--commits")
    assert [each["source"].partition(" ")[0] for each in from_git["places"][0]["rounds"]] == [
        "northfield.yaml"
    ] * 3
    assert without_sources(from_git) == without_sources(from_files)
    assert without_sources(document(capsys, "--commits")) == without_sources(from_files)


def test_of_each_round_the_newest_version_counts(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    (factor,) = document(capsys, "--commits")["places"][0]["factors"]
    assert [each["level"] for each in factor["rounds"]] == ["growing"] * 3


def test_a_file_stands_for_its_place(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = texts()["2025-09-10"].replace("Northfield", "Southfield")
    Path("southfield-2025-09-10.yaml").write_text(other, encoding="utf-8")
    assert [each["place"] for each in document(capsys)["places"]] == ["Northfield", "Southfield"]
    named = document(capsys, "southfield-2025-09-10.yaml")
    assert [each["place"] for each in named["places"]] == ["Southfield"]


def test_it_reads_as_words(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["history"]) == 0
    told = capsys.readouterr().out
    assert "By 10 September 2025 it had moved up." in told
    assert "Giving it time                2.0                3.0                3.1" in told


def test_other_words_and_another_room_are_marked(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = texts()["2026-09-10"].replace("We have time.", "There is time for all of it.")
    changed = changed.replace("staff", "people")
    Path("northfield-2026-09-10.yaml").write_text(changed, encoding="utf-8")
    assert run(["history"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Some statements are worded differently from the round before" in told
    assert "Different people answered than in the round before." in told
    *_, newest = document(capsys)["places"][0]["factors"][0]["rounds"]
    assert newest["shift"] == "not-comparable"


def test_many_rounds_stand_in_several_tables(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Eleven rounds in tables of five at most: three, four and four."""
    for year in range(2027, 2035):
        text = assessment(date=f"{year}-09-10", n3=20)
        Path(f"northfield-{year}-09-10.yaml").write_text(text, encoding="utf-8")
    assert run(["history", "--format", "markdown"]) == 0
    heads = [line for line in capsys.readouterr().out.splitlines() if "| September" in line]
    typical = heads[: len(heads) // 2]
    assert [line.count("September") for line in typical] == [3, 4, 4]
    assert [str(year) in " ".join(typical) for year in range(2024, 2035)] == [True] * 11


def test_no_table_is_wider_than_the_terminal(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three days in words take 55 columns beside the factors, so at 60 the third stands below."""
    monkeypatch.setenv("COLUMNS", "60")
    assert run(["history"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert max(map(len, told)) <= 60
    heads = [line.count("September") for line in told if line.startswith("  Factor")]
    assert heads == [2, 1, 2, 1]


def test_no_clear_change_can_be_told_from_not_comparable(
    files: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["history", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.count('class="steady"') == 1
    changed = texts()["2026-09-10"].replace("We have time.", "There is time for all of it.")
    Path("northfield-2026-09-10.yaml").write_text(changed, encoding="utf-8")
    assert run(["history", "--format", "html"]) == 0
    assert capsys.readouterr().out.count('class="steady"') == 0


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    place.commit({"northfield.yaml": "cls-check: 1\n<<<<<<< HEAD\n"})
    assert run(["history", "--commits"]) == 0
    printed = capsys.readouterr()
    assert "northfield.yaml at" in printed.err
    assert "3 rounds were found." in printed.out
    assert "What could not be read" in printed.out


BROKEN = {"2025-09-10": "took-part: {staff: many}", "2026-09-10": "took-part: {staff: some}"}


def with_an_old_broken_version_of_each(place: Repository) -> None:
    """Two rounds that were wrong at first; of the second the newest version is wrong too."""
    for day, wrong in BROKEN.items():
        lines = assessment(date=day, n3=12).splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith("took-part:"))
        end = next(at for at, line in enumerate(lines) if line.startswith("factors:"))
        text = "\n".join([*lines[:at], wrong, *lines[end:], ""])
        place.commit({"northfield.yaml": text})
    place.commit({"northfield.yaml": assessment(date="2025-09-10", n4=24)})


def test_of_a_folder_an_old_broken_version_is_named_where_no_newer_one_can_be_read(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    with_an_old_broken_version_of_each(place)
    found = document(capsys, "--commits")
    assert [each["people"] for each in found["places"][0]["rounds"]] == [12, 24, 24]
    assert ["some" in each["why"] for each in found["unread"]] == [True]


def test_of_a_file_that_is_followed_every_broken_version_has_a_row(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    with_an_old_broken_version_of_each(place)
    found = document(capsys, "northfield.yaml", "--commits")
    assert [each["people"] for each in found["places"][0]["rounds"]] == [12, 24, 24]
    assert [each["why"].split('"')[1] for each in found["unread"]] == ["some", "many"]


@pytest.mark.parametrize(
    "line", ["place:  Northfield", 'place: "Northfield"', "'place': Northfield"]
)
def test_a_round_is_one_however_its_lines_are_spelt(
    place: Repository, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    text = assessment(date="2025-09-10", n3=12)
    place.commit({"northfield.yaml": text.replace("place: Northfield", line)})
    place.commit({"northfield.yaml": assessment(date="2025-09-10", n4=24)})
    (found,) = document(capsys, "--commits")["places"]
    assert [each["people"] for each in found["rounds"]] == [12, 24, 24]


def test_a_place_whose_name_goes_on_in_the_next_line_is_another(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    for second_half in ("moor", "field"):
        text = assessment(date="2027-09-10", n4=24)
        text = text.replace("place: Northfield", f"place: North\n  {second_half}")
        place.commit({"northfield.yaml": text})
    found = document(capsys, "--commits")["places"]
    assert [each["place"] for each in found] == ["North field", "North moor", "Northfield"]


def test_ones_own_picture_does_not_stand_before_a_round_of_the_same_day(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    alone = assessment(date="2026-09-10", n3=1).replace("took-part:", "one-view: true\ntook-part:")
    place.commit({"northfield.yaml": alone})
    *_, newest = document(capsys, "--commits")["places"][0]["rounds"]
    assert newest["people"] == 24


def test_nothing_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["history"]) == 2
    assert "No closed round was found here." in capsys.readouterr().err
    assert run(["history", "missing.yaml"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_shallow_clone_says_so(
    place: Repository, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    part = tmp_path / "part"
    place.git("clone", "--quiet", "--depth=1", place.folder.as_uri(), str(part))
    assert run(["history", str(part), "--commits"]) == 0
    assert "git fetch --unshallow" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_same_input_same_bytes_and_no_folder_named(
    files: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    made = []
    for _ in range(2):
        assert run(["history", "--format", form]) == 0
        made.append(capsys.readouterr().out)
    assert made[0] == made[1]
    assert str(files) not in made[0]


def test_a_page_is_of_one_place(files: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = texts()["2025-09-10"].replace("Northfield", "Southfield")
    Path("southfield-2025-09-10.yaml").write_text(other, encoding="utf-8")
    assert run(["history", "--format", "html"]) == 2
    assert "A page shows one place" in capsys.readouterr().err


@pytest.mark.parametrize("typed", ["history", "export northfield-2026-09-10.yaml -o -"])
def test_what_nobody_is_told_of_is_not_worked_out(
    files: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    monkeypatch.delattr("cls_check.domain.findings.findings.is_fragile")
    assert run(typed.split()) == 0
    assert "Giving it time" in capsys.readouterr().out


def test_two_processes_of_git_whatever_the_length(
    place: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(30):
        place.commit({"northfield.yaml": texts()["2026-09-10"] + f"x-note: {number}\n"})
    started: list[str] = []
    usual = subprocess.Popen.__init__

    def counted(self: subprocess.Popen[str], args: list[str], *more: Any, **options: Any) -> None:
        started.append(args[0])
        usual(self, args, *more, **options)

    monkeypatch.setattr(subprocess.Popen, "__init__", counted)
    assert run(["history", "--commits"]) == 0
    assert len(started) == 3  # log, cat-file, and whether the clone is shallow


@pytest.mark.parametrize("mark", ["\ufeff", "# Kept by the steering group.\r\n"])
def test_a_file_that_another_editor_saved_is_a_round_too(
    files: Path, capsys: pytest.CaptureFixture[str], mark: str
) -> None:
    for path in files.iterdir():
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes((mark + text).encode())
    (place,) = document(capsys, ".")["places"]
    assert [each["date"] for each in place["rounds"]] == list(ROUNDS)


def test_a_version_that_another_editor_saved_is_a_round_too(
    place: Repository, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = "\ufeff" + assessment(date="2027-09-10", n4=24)
    place.commit({"northfield.yaml": saved})
    (found,) = document(capsys, "northfield.yaml", "--commits")["places"]
    assert [each["date"] for each in found["rounds"]] == [*ROUNDS, "2027-09-10"]
